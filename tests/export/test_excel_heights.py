"""LibreOffice clips no text of the Excel summary: every row is at least as high as it finds that
its cells need, measured in the font that the cells name."""

import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from ita_data.export.excel import summary_workbook
from ita_data.model import Measure, TrackedReport
from ita_data.progress import assess
from ita_data.sample import sample
from ita_data.tables import tables_of
from tests.export import libreoffice

WIDE = "https://www.a.example/WWW/MMM-2569 ฌฒณญฐ "


def longer(measure: Measure, times: int) -> Measure:
    """Many lines, and lines without an end."""
    return replace(
        measure,
        title=WIDE + measure.title * 3,
        steps="\n".join([measure.steps] * times),
        output=" ".join([measure.output] * times),
        outcome=WIDE * times + measure.outcome,
    )


def long_report() -> TrackedReport:
    of = sample().tracked
    measures = (longer(one, at % 3 + 1) for at, one in enumerate(of.report.measures))
    return replace(
        of,
        report=replace(of.report, measures=tuple(measures)),
        indicators=tuple(replace(one, name=one.name * 4) for one in of.indicators),
    )


def heights(workbook: bytes) -> dict[tuple[str, int], float]:
    """Points by sheet and row, of the rows whose height is said."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    return {
        (name, row): found.height
        for name in book.sheetnames
        for row, found in book[name].row_dimensions.items()
        if found.height
    }


@pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")
@pytest.mark.skipif(libreoffice.ABSENT, reason="LibreOffice is not installed")
def test_no_row_is_lower_than_its_texts(tmp_path: Path) -> None:
    record = long_report()
    made = summary_workbook(record, assess(tables_of({"": record}), sample().as_of))
    ours = heights(made)
    needed = heights(libreoffice.with_needed_heights(made, tmp_path))
    low = {place: (ours[place], points) for place, points in needed.items()
           if points > ours.get(place, points) + 0.1}  # fmt: skip
    assert low == {}
    tall = [place for place, points in needed.items() if place in ours and points > 60]
    assert {name for name, _ in tall} >= {"มาตรการ", "ตัวชี้วัด", "ข้อมูลนำเข้า"}
