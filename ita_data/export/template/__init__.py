"""The tracking workbook: agency, measures, indicators, results by month, evidence, how to.

Empty or made from a report; `ita_data.load` reads it back to the same records. Names of
sheets and columns stand in forms/words.toml, since the reader needs the same ones.
"""

from datetime import datetime

from ita_data.export.excel import data_sheet
from ita_data.export.excel.book import Book
from ita_data.export.template import agency, guide, indicators, results
from ita_data.export.template.lists import write_lists
from ita_data.export.template.rows import SPARE_ROWS, spare_ids
from ita_data.forms import words
from ita_data.model import Report, TrackedReport

__all__ = ["tracking_workbook"]

NOTHING = TrackedReport(report=Report())
# A fixed moment: the same report gives the same file.
CREATED = datetime(2000, 1, 1)


def tracking_workbook(tracked: TrackedReport = NOTHING) -> bytes:
    """The workbook as the bytes of an xlsx, with free rows below what the report has."""
    report = tracked.report
    names = words()["tracking"]["sheets"]
    book = Book(
        title=words()["tracking"]["mark"],
        subject=report.agency,
        company=report.agency,
        created=CREATED,
    )
    ids = spare_ids(tracked)
    guide.write(book.page(names["guide"], landscape=False))
    agency.write(book.page(names["agency"], landscape=False), tracked)
    data_sheet.write_table(
        book.page(names["measures"]),
        0,
        report,
        id_header=words()["tracking"]["measure_id"],
        free_rows=SPARE_ROWS,
    )
    indicators.write(book.page(names["indicators"]), tracked, ids)
    results.write_months(book.page(names["months"]), tracked, ids)
    results.write_results(book.page(names["results"]), tracked)
    write_lists(book.page(names["lists"]), report)
    return book.bytes()
