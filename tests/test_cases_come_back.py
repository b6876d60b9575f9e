"""What is read of a case, written as the Excel summary, reads back the same."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ita_data import load
from ita_data.export.excel import summary_workbook
from ita_data.export.template import tracking_workbook
from ita_data.inspection import inspection
from ita_data.loaded import Loaded
from ita_data.model import TrackedReport
from ita_data.progress import assess
from ita_data.review import finish, start
from ita_data.settings import Settings
from ita_data.tables import tables_of
from tests.cases import grid_files
from tests.cases.make import CASES, HERE
from tests.export.test_template import bare


def exported(loaded: Loaded) -> bytes:
    tracked = TrackedReport(report=loaded.report)
    progress = assess(tables_of({"r": tracked}), date(2025, 6, 30), Settings())
    return summary_workbook(tracked, progress, loaded.findings)


def said(loaded: Loaded) -> Any:
    """All that the report says, without where it stood."""
    report = inspection(loaded)
    measures = [measure | {"place": None} for measure in report["measures"]]
    more = [(m.target, m.remarks, m.extra, m.evidence) for m in loaded.report.measures]
    notes = [note.text for note in loaded.report.notes]
    return [report[key] for key in ("agency", "district", "province", "fiscal_year")], [
        measures, more, notes,
    ]  # fmt: skip


@pytest.mark.parametrize("case", [HERE / name for name in CASES], ids=lambda path: path.name)
def test_a_case_comes_back_from_its_export(case: Path) -> None:
    loaded = load(case.name, case.read_bytes())
    assert said(load("ส่งออก.xlsx", exported(loaded))) == said(loaded)


@pytest.mark.parametrize("name", [*CASES, *grid_files.cases()])
def test_a_case_comes_back_from_its_tracking_workbook(name: str) -> None:
    tracked = finish(start(load(name, (HERE / name).read_bytes())))
    again = load("แม่แบบ.xlsx", tracking_workbook(tracked)).tracked
    assert again is not None
    assert bare(again) == bare(tracked)
