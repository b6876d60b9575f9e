"""Grids → report and findings. The way in is `extract`; the other files are its steps:

headers and header_rows (what the columns mean) → tables (which rows belong together) →
rows (which rows are one measure) → records (what its cells say); titles beside them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita_data.dates import fiscal_year_of
from ita_data.extract import notices
from ita_data.extract.agencies import same_agency
from ita_data.extract.by_period import settled
from ita_data.extract.contents import known_by_content
from ita_data.extract.describe import described, table_findings
from ita_data.extract.joining import completed, joined
from ita_data.extract.lines import Line
from ita_data.extract.neighbours import told_apart
from ita_data.extract.records import Context, MeasureRead, read_measure
from ita_data.extract.rows import TableRows, rows_of
from ita_data.extract.sheet import Sheet
from ita_data.extract.tables import Table, tables_in
from ita_data.extract.titles import Titles, titles_in
from ita_data.extract.tracking import tracking_book
from ita_data.findings import Finding
from ita_data.forms import words
from ita_data.grid import Grid, Workbook
from ita_data.loaded import Choices, Loaded
from ita_data.model import Measure, Note, Report
from ita_data.settings import Settings
from ita_data.thai import squash

__all__ = ["extract"]


def extract(workbook: Workbook, *, settings: Settings, choices: Choices) -> Loaded:
    """The report that a workbook holds, as far as it can be read, and what was observed.

    The officer's choices beat what was read. Hidden sheets are left out, with a finding;
    of a workbook that this program exported, only the sheet made for reading back is read.
    A tracking workbook also gives its indicators and results (`tracked`).
    """
    if book := tracking_book(workbook):
        only = replace(workbook, grids=(book.measures,))
        loaded = _extract(only, book.measures, settings, book.choices(choices))
        return book.completed(loaded, choices)
    return _extract(workbook, _own_export(workbook), settings, choices)


def _extract(workbook: Workbook, own: Grid | None, settings: Settings, choices: Choices) -> Loaded:
    """The report in the workbook's sheets; only in its `own` one, where there is one."""
    grids = (own,) if own else workbook.grids
    found = tables_in([Sheet(grid) for grid in grids if not grid.hidden], choices)
    parts = [
        (table, rows_of(_with_columns_known(table, choices), own=own is not None))
        for table in found.tables
        if table.is_read
    ]
    read = joined(parts)
    lines = [*found.lines, *(line for _, rows in read for line in rows.lines)]
    titles = titles_in(lines)
    year = titles.fiscal_year if choices.fiscal_year is None else choices.fiscal_year
    measures = _measures(read, year, settings, own=own is not None)
    report = _report(titles, choices, [m.measure for m in measures], lines)
    return Loaded(
        report=replace(report, form=read[0][0].form.id if read else None),
        findings=(
            *([notices.files_joined(workbook.files)] if workbook.files > 1 else []),
            *_grid_findings(grids),
            *table_findings(found.tables),
            *(notices.table_joined(table.place) for table in completed(parts, read)),
            *_title_findings(titles, report, choices),
            *(finding for measure in measures for finding in measure.findings),
        ),
        tables=described(found.tables, {id(table): rows for table, rows in parts}),
        name=workbook.name,
        format=workbook.format,
    )


def _with_columns_known(table: Table, choices: Choices) -> Table:
    """The table with what only its cells or neighbouring columns tell of its columns."""
    return told_apart(known_by_content(settled(table, choices), choices), choices)


def _own_export(workbook: Workbook) -> Grid | None:
    """The sheet made for reading back, of a workbook that this program exported."""
    own = words()["own_export"]
    for grid in workbook.grids:
        first = grid.rows.get(1, {}).get(1)
        if grid.sheet == own["sheet"] and str(first or "").startswith(own["mark"]):
            return replace(grid, hidden=False)
    return None


def _measures(
    read: Sequence[tuple[Table, TableRows]], year: int | None, settings: Settings, *, own: bool
) -> list[MeasureRead]:
    measures: list[MeasureRead] = []
    for table, rows in read:
        numbered = any(raw.number is not None for raw in rows.measures)
        context = Context(
            form=table.form, fiscal_year=year, settings=settings, numbered=numbered, own=own
        )
        for raw in rows.measures:
            measures.append(read_measure(raw, f"m{len(measures) + 1}", context))
    return measures


def _report(
    titles: Titles, choices: Choices, measures: Sequence[Measure], lines: Sequence[Line]
) -> Report:
    chosen = {
        name: value
        for name in ("agency", "district", "province", "fiscal_year")
        if (value := getattr(choices, name)) is not None
    }
    report = Report(
        agency=titles.agency,
        district=titles.district,
        province=titles.province,
        fiscal_year=titles.fiscal_year,
        measures=tuple(measures),
        notes=tuple(
            Note(text=line.text, place=line.place)
            for line in lines
            if line.place not in titles.used
        ),
        places={name: place for name, place in titles.places.items() if name not in chosen},
    )
    return replace(report, **chosen)


def _grid_findings(grids: Sequence[Grid]) -> Iterator[Finding]:
    for grid in grids:
        hidden_rows = [row for row in grid.hidden_rows if grid.rows.get(row)]
        if grid.hidden and grid.rows:
            yield notices.sheet_hidden(grid.place())
        elif hidden_rows:
            yield notices.rows_hidden(grid.place(), len(hidden_rows))


def _title_findings(titles: Titles, report: Report, choices: Choices) -> Iterator[Finding]:
    if not report.measures:
        yield notices.no_measures(None)
    if not report.agency:
        yield notices.agency_missing()
    if report.fiscal_year is None:
        yield notices.fiscal_year_missing(_likely_year(report.measures))
    for name in titles.readings:
        if getattr(choices, name) is None:
            yield from _differences(titles, name)


def _differences(titles: Titles, name: str) -> Iterator[Finding]:
    """One finding for each other value that the titles give, at its first place."""
    key = same_agency if name == "agency" else squash
    used = str(getattr(titles, name) or "")
    counts = Counter(key(reading.value) for reading in titles.readings[name])
    told = {key(used)}
    for reading in titles.readings[name]:
        if key(reading.value) not in told:
            told.add(key(reading.value))
            times = counts[key(used)]
            yield notices.titles_differ(name, used, times, reading.value, reading.place)


def _likely_year(measures: Sequence[Measure]) -> int | None:
    """The fiscal year that every period lies in; None where they differ or none was read."""
    days = [day for measure in measures for day in (measure.start, measure.end) if day]
    years = {fiscal_year_of(day) for day in days}
    return years.pop() if len(years) == 1 else None
