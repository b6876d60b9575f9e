"""ข้อมูลนำเข้า: all that the report says, in the form that `ita_data.load` reads back.

The first cell is the mark that the reader knows the sheet by; then labels with their
values, the notes, the form's own header, and a row a measure. A text longer than a cell
goes on in rows below, with the number and without title, which the reader joins with line
breaks.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest
from operator import attrgetter

from ita_data.dates import parse_period
from ita_data.export.excel.book import Book, Column, Page
from ita_data.export.excel.text import LINE_POINTS, Value, cell_parts, first_part, fits_a_cell
from ita_data.export.official import TITLE
from ita_data.model import Evidence, Field, Measure, Report
from ita_data.words import FIELD_WORDS

NAME = "ข้อมูลนำเข้า"
MARK = "ข้อมูลรายงานสำหรับนำเข้ากลับ (รุ่น 1)"
BEFORE_PERIOD: tuple[Field, ...] = ("number", "title", "steps", "period_text")
DATES: tuple[Field, ...] = ("start", "end")
AFTER_PERIOD: tuple[Field, ...] = (
    "departments_text", "output", "outcome", "budget_thb", "declared_status", "evidence",
    "remarks", "target",
)  # fmt: skip
# A budget in words ("ไม่ใช้งบประมาณ") is kept as extra text under its own column's header.
BUDGET = FIELD_WORDS["budget_thb"]
# A heading may come from a line between the measures, which is not written here.
TOPIC = "หัวข้อที่"
WIDTHS = {"number": 8.0, "title": 30.0, "steps": 40.0, "output": 40.0, "outcome": 40.0}


def write(book: Book, report: Report) -> None:
    page = book.page(NAME)
    write_table(page, _write_top(page, report), report)


def write_table(
    page: Page, row: int, report: Report, *, id_header: str = "", free_rows: int = 0
) -> None:
    """The header in a row and the measures below it.

    With `id_header` their ids too; with `free_rows` as a table to write in, with borders.
    """
    header_style, text_style = ("header", "text") if free_rows else ("data_header", "data")
    names = _columns(report)
    extras = list(dict.fromkeys(header for m in report.measures for header in m.extra))
    extras = [header for header in extras if header != BUDGET]
    if any(measure.topic for measure in report.measures):
        extras.append(TOPIC)
    columns = [
        *(_column(FIELD_WORDS[name], name, text_style) for name in names),
        *(_column(header, header, text_style) for header in extras),
        *(Column(header=header, width=12, style=text_style) for header in [id_header] if header),
    ]
    first = page.header(row, columns, frozen_columns=2, style=header_style)
    with_id = bool(id_header)
    rows = (row for m in report.measures for row in _rows(m, names, extras, with_id=with_id))
    end = page.lines(first, rows, blanks=bool(free_rows))
    page.empty_lines(end, free_rows, 2 * LINE_POINTS)


def _column(header: str, name: str, style: str) -> Column:
    style = "date" if name in DATES else style
    return Column(header=header, width=WIDTHS.get(name, 18.0), style=style)


def _write_top(page: Page, report: Report) -> int:
    """The mark, what the titles said, the notes; gives the header's row."""
    labels = (
        ("อำเภอ", report.district),
        ("จังหวัด", report.province),
        ("ปีงบประมาณ", report.fiscal_year),
        ("หน่วยงาน", report.agency),
    )
    lines = [f"{MARK} {TITLE}"]
    lines += [f"{label}: {value}" for label, value in labels if value]
    lines += [part for note in report.notes for part in cell_parts(note.text)]
    for row, line in enumerate(lines):
        page.text(row, 0, first_part(line), "label_line" if row else "data_header")
    return len(lines) + 1


def _columns(report: Report) -> tuple[Field, ...]:
    """The days have columns of their own only where the words do not say them."""
    periods = {(m.period_text, m.start, m.end) for m in report.measures}
    said = all(_is_said(*period, report.fiscal_year) for period in periods)
    return (*BEFORE_PERIOD, *(() if said else DATES), *AFTER_PERIOD)


def _is_said(text: str, start: date | None, end: date | None, fiscal_year: int | None) -> bool:
    period = parse_period(text, fiscal_year)
    return (period.start, period.end) == (start, end)


def _rows(
    measure: Measure, columns: Sequence[Field], extras: Sequence[str], *, with_id: bool
) -> Iterator[Sequence[Value]]:
    """One row, and more where a text is longer than a cell; the number stands in each."""
    number, *cells = _values(measure, columns)
    cells += [_extra(measure, header) for header in extras]
    cells += [measure.id] if with_id else []
    if all(map(fits_a_cell, (cell for cell in cells if isinstance(cell, str)))):
        yield (number, *cells)
        return
    parts = [cell_parts(cell) if isinstance(cell, str) and cell else [cell] for cell in cells]
    yield from ((number, *rest) for rest in zip_longest(*parts, fillvalue=None))


def _extra(measure: Measure, header: str) -> Value:
    own = measure.extra.get(header, "")
    return measure.topic if header == TOPIC and not own else own


def _values(measure: Measure, columns: Sequence[Field]) -> list[Value]:
    values = list(attrgetter(*columns)(measure))
    values[columns.index("evidence")] = "\n".join(map(_evidence_words, measure.evidence))
    if BUDGET in measure.extra:
        values[columns.index("budget_thb")] = measure.extra[BUDGET]
    return values


def _evidence_words(evidence: Evidence) -> str:
    """Label and address of a link; of a file its name, as the two could not be told apart."""
    is_link = evidence.address.lower().startswith(("http://", "https://"))
    return f"{evidence.label} {evidence.address}".strip() if is_link else evidence.address
