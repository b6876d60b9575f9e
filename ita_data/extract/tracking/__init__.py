"""The tracking workbook that this program makes, read back: the report, its indicators, results.

The measures are read like those of any own table; what only this workbook has (ids, the
agency's labels, indicators, results, proofs) is read here.
"""

from dataclasses import dataclass, replace
from typing import Any

from ita_data.dates import FISCAL_YEARS
from ita_data.extract.sheet import Sheet
from ita_data.extract.tracking.indicators import IndicatorsRead, read_indicators
from ita_data.extract.tracking.results import Results
from ita_data.extract.tracking.rows import (
    TrackingRow,
    day_of,
    labelled,
    rows_of_table,
    sheet_named,
)
from ita_data.findings import Finding
from ita_data.forms import words
from ita_data.grid import Grid, Workbook
from ita_data.loaded import Choices, Loaded
from ita_data.model import Measure, Note, Report, TrackedReport
from ita_data.place import Place
from ita_data.thai import to_arabic

__all__ = ["TrackingBook", "tracking_book"]

TITLES = ("agency", "district", "province")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingBook:
    """The workbook's sheets; the agency's is looked up by its labels."""

    grids: tuple[Grid, ...]
    agency: Sheet
    measures: Grid

    def choices(self, said: Choices) -> Choices:
        """What the officer says of the file, else what its agency sheet says."""
        names = [*TITLES, "fiscal_year"]
        missing = [name for name in names if getattr(said, name) is None]
        read: dict[str, Any] = {name: self._title(name) for name in missing}
        return replace(said, **{name: value for name, value in read.items() if value})

    def completed(self, loaded: Loaded, said: Choices) -> Loaded:
        """The reading of the measures with all that the other sheets hold."""
        report = self._report(loaded.report, said)
        ids = {m.id: new.id for m, new in zip(loaded.report.measures, report.measures, strict=True)}
        read = read_indicators(self._rows("indicators"), report.measures)
        results = Results(read.indicators, report.fiscal_year)
        results.read(self._rows("results"), self._rows("months"), self._month_headers())
        return replace(
            loaded,
            report=report,
            findings=(*_renamed(loaded.findings, ids), *read.findings, *results.findings),
            tracked=self._tracked(report, read, results),
        )

    def _tracked(self, report: Report, read: IndicatorsRead, results: Results) -> TrackedReport:
        day = [self.agency.value(*cell) for cell in labelled(self.agency, "reported_on")]
        return TrackedReport(
            report=report,
            indicators=read.indicators,
            actuals=(*results.actuals.values(), *read.claims),
            overrides=read.overrides,
            reported_on=day_of(day[0], report.fiscal_year) if day else None,
        )

    def _report(self, report: Report, said: Choices) -> Report:
        form = self._text("form")
        notes = [cell for cell in labelled(self.agency, "note") if self.agency.text(*cell)]
        return replace(
            report,
            form=form or None,
            measures=_with_ids(report.measures),
            notes=tuple(
                Note(text=self.agency.text(*n), place=self.agency.place(*n)) for n in notes
            ),
            places={n: p for n in [*TITLES, "fiscal_year"] if getattr(said, n) is None
                    and (p := self._place(n))},
        )  # fmt: skip

    def _title(self, name: str) -> str | int | None:
        text = self._text(name)
        if name != "fiscal_year":
            return text or None
        digits = to_arabic(text)
        year = int(digits) if digits.isdecimal() and len(digits) <= 4 else 0
        return year if year in FISCAL_YEARS else None

    def _text(self, name: str) -> str:
        return next((self.agency.text(*cell) for cell in labelled(self.agency, name)), "")

    def _place(self, name: str) -> Place | None:
        cells = (cell for cell in labelled(self.agency, name) if self.agency.text(*cell))
        return next((self.agency.place(*cell) for cell in cells), None)

    def _rows(self, name: str) -> list[TrackingRow]:
        grid = sheet_named(self.grids, name)
        return rows_of_table(Sheet(grid))[0] if grid else []

    def _month_headers(self) -> dict[int, str]:
        grid = sheet_named(self.grids, "months")
        return rows_of_table(Sheet(grid))[1] if grid else {}


def tracking_book(workbook: Workbook) -> TrackingBook | None:
    """The workbook as one of tracking; None where this program did not make it."""
    agency = sheet_named(workbook.grids, "agency")
    measures = sheet_named(workbook.grids, "measures")
    if agency is None or measures is None:
        return None
    first = agency.rows.get(1, {}).get(1)
    if not str(first or "").startswith(words()["tracking"]["mark"]):
        return None
    return TrackingBook(
        grids=workbook.grids, agency=Sheet(agency), measures=replace(measures, hidden=False)
    )


def _with_ids(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Each measure under the id that its row has; a new one where it has none of its own."""
    header = words()["tracking"]["measure_id"]
    typed = [measure.extra.get(header, "") for measure in measures]
    taken = set(typed)
    named: list[Measure] = []
    for measure, key in zip(measures, typed, strict=True):
        extra = {name: text for name, text in measure.extra.items() if name != header}
        if not key or any(m.id == key for m in named):
            number = 1
            while f"m{number}" in taken:
                number += 1
            key = f"m{number}"
            taken.add(key)
        named.append(replace(measure, id=key, extra=extra))
    return tuple(named)


def _renamed(findings: tuple[Finding, ...], ids: dict[str, str]) -> list[Finding]:
    return [
        replace(f, measure_id=ids.get(f.measure_id, f.measure_id)) if f.measure_id else f
        for f in findings
    ]
