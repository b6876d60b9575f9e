"""The Excel summary: what stands where, in real numbers, and all that the report said."""

from collections.abc import Sequence
from datetime import datetime, time

from ita_data.export.excel import data_sheet, log_sheet, overview_sheet, table_sheets
from ita_data.export.excel.book import Book
from ita_data.export.excel.log_sheet import LoggedVersion
from ita_data.export.official import agency_line, title_lines
from ita_data.export.standing import Standing
from ita_data.findings import Finding
from ita_data.model import Basis, TrackedReport
from ita_data.progress import Progress


def summary_workbook(
    tracked: TrackedReport,
    progress: Progress,
    findings: Sequence[Finding] = (),
    *,
    basis: Basis | None = None,
    version_words: str = "",
    log: Sequence[LoggedVersion] = (),
) -> bytes:
    """The workbook of one report, as the bytes of an xlsx file.

    `progress` is `assess(tables_of({any id: tracked}), as_of)` and so carries the day;
    `basis` is the one that status and percent are for (None: the progress's default).
    `version_words` names the version, as shown to the user ("" for none), `log` tells what
    every version changed. The last sheet is read back by `ita_data.load` to the same report.
    """
    standing = Standing(tracked, progress, basis)
    lines = standing.lines
    titles = title_lines(tracked.report)
    book = Book(
        title=" ".join(titles[:2]),
        subject=agency_line(tracked.report),
        company=tracked.report.agency,
        created=datetime.combine(progress.as_of, time()),
    )
    overview_sheet.write(book, standing, version_words)
    table_sheets.write_measures(book, lines)
    table_sheets.write_indicators(book, lines)
    table_sheets.write_months(book, lines)
    table_sheets.write_findings(book, lines, findings)
    log_sheet.write(book, tracked.report, log)
    data_sheet.write(book, tracked.report)
    return book.bytes()
