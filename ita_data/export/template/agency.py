"""หน่วยงาน: whose workbook it is, for which year; labels with their values beside them."""

from ita_data.dates import FISCAL_YEARS
from ita_data.export.excel.book import Page
from ita_data.export.excel.text import cell_parts
from ita_data.forms import words
from ita_data.model import TrackedReport


def write(page: Page, tracked: TrackedReport) -> None:
    """The mark that the reader knows the workbook by stands in the first cell."""
    own, report = words()["tracking"], tracked.report
    page.sheet.set_column(0, 0, 26)
    page.sheet.set_column(1, 1, 60)
    page.text(0, 0, own["mark"], "heading")
    page.sheet.set_row(0, 24)
    values = {
        "agency": report.agency,
        "district": report.district,
        "province": report.province,
        "fiscal_year": report.fiscal_year,
        "reported_on": tracked.reported_on,
        "form": report.form,
    }
    rows = [(own["agency"][name], value) for name, value in values.items()]
    for note in report.notes:
        rows += [(own["agency"]["note"], part) for part in cell_parts(note.text)]
    for at, (label, value) in enumerate(rows, start=2):
        page.text(at, 0, label, "name")
        page.put(at, 1, value, "date" if label == own["agency"]["reported_on"] else "text")
    page.sheet.data_validation(
        5, 1, 5, 1,
        {
            "validate": "integer", "criteria": "between",
            "minimum": FISCAL_YEARS[0], "maximum": FISCAL_YEARS[-1],
            "error_title": "ปีงบประมาณเป็น พ.ศ.",
            "error_message": "โปรดใส่ปีงบประมาณเป็น พ.ศ. เช่น 2569",
        },
    )  # fmt: skip
