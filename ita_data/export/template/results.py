"""ผลรายเดือน: an indicator's results month by month; ผลและหลักฐาน: each result with its day
and its proofs."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from ita_data.dates import MONTHS_SHORT, fiscal_months, month_short
from ita_data.export.excel.book import Column, Page
from ita_data.export.excel.text import Value, first_part
from ita_data.export.official import printable
from ita_data.export.template.lists import only_numbers
from ita_data.export.template.rows import (
    FIRST_ROW,
    HEADER_ROW,
    SPARE_ROWS,
    fitting,
    hide,
    last_row,
)
from ita_data.forms import words
from ita_data.model import Actual, Basis, Indicator, Number, TrackedReport

MONTH_ORDER = (10, 11, 12, *range(1, 10))
BEFORE_MONTHS = ("id", "name", "target", "unit")
RESULT_COLUMNS: tuple[tuple[str, float, str], ...] = (
    ("id", 14, "centre"), ("on", 15, "date"), ("amount", 13, "amount"), ("note", 34, "text"),
    ("label", 30, "text"), ("address", 52, "text"), ("recorded_by", 20, "text"),
    ("recorded_at", 12, "text"), ("result", 12, "text"), ("sha256", 12, "text"),
)  # fmt: skip


def write_months(page: Page, tracked: TrackedReport, ids: Sequence[str]) -> None:
    """The name, target and unit follow the sheet of indicators, so that they are typed once."""
    page.text(0, 0, "จำนวนที่ทำได้ในแต่ละเดือน (เดือนที่ยังไม่มีผลให้เว้นว่าง)", "heading")
    page.header(HEADER_ROW, _month_columns(tracked), frozen_columns=2)
    rows = [(i.id, i) for i in tracked.indicators] + [(spare, None) for spare in ids]
    for row, (key, indicator) in enumerate(rows, start=FIRST_ROW):
        page.text(row, 0, key, "centre")
        _follow(page, row, indicator)
        for at, value in enumerate(_by_month(tracked, indicator), start=len(BEFORE_MONTHS)):
            page.put(row, at, value, "amount")
    first = len(BEFORE_MONTHS)
    only_numbers(page, range(first, first + 12), (FIRST_ROW, last_row(tracked, ids)))


def _month_columns(tracked: TrackedReport) -> list[Column]:
    headers, year = words()["tracking"]["columns"], tracked.report.fiscal_year
    names = [MONTHS_SHORT[month - 1] for month in MONTH_ORDER]
    if year:
        names = [month_short(day) for day in fiscal_months(year)]
    widths = (12.0, 38.0, 11.0, 12.0)
    before = zip((headers[name] for name in BEFORE_MONTHS), widths, strict=True)
    return [
        *(Column(header=header, width=width) for header, width in before),
        *(Column(header=name, width=8.5, style="amount") for name in names),
    ]


def _follow(page: Page, row: int, indicator: Indicator | None) -> None:
    """Name, target and unit as formulas of our own over the same row of the indicators."""
    sheet = words()["tracking"]["sheets"]["indicators"]
    shown = (
        ("C", indicator.name if indicator else "", "text"),
        ("E", indicator.target if indicator and indicator.target is not None else "", "amount"),
        ("F", indicator.unit if indicator else "", "centre"),
    )
    for at, (letter, value, style) in enumerate(shown, start=1):
        cell = f"'{sheet}'!{letter}{row + 1}"
        value = printable(first_part(value)) if isinstance(value, str) else value
        page.sheet.write_formula(
            row, at, f'=IF({cell}="","",{cell})', page.book.style(style), value
        )


def _by_month(tracked: TrackedReport, indicator: Indicator | None) -> Iterator[Value]:
    """The recorded amount of each month of the year: the sum, or the latest of a level."""
    year = tracked.report.fiscal_year
    if indicator is None or not year:
        yield from [None] * 12
        return
    for first in fiscal_months(year):
        amounts = [a.amount for a in _recorded(tracked, indicator) if _in_month(a.on, first)]
        yield _of_month(amounts, level=indicator.level)


def _recorded(tracked: TrackedReport, indicator: Indicator) -> list[Actual]:
    mine = (a for a in tracked.actuals if a.indicator_id == indicator.id)
    return sorted((a for a in mine if a.basis is not Basis.CLAIMED), key=lambda a: a.on or date.min)


def _in_month(day: date | None, first: date) -> bool:
    return day is not None and (day.year, day.month) == (first.year, first.month)


def _of_month(amounts: Sequence[Number], *, level: bool) -> Number | None:
    if not amounts:
        return None
    return amounts[-1] if level else sum(amounts)


def write_results(page: Page, tracked: TrackedReport) -> None:
    """A row a result, more rows for more proofs of it, and free rows."""
    headers = words()["tracking"]["columns"]
    page.text(0, 0, "วันที่ของผลและหลักฐาน", "heading")
    columns = [Column(header=headers[n], width=w, style=style) for n, w, style in RESULT_COLUMNS]
    page.header(HEADER_ROW, columns, frozen_columns=2)
    spare = [[None] * len(columns)] * SPARE_ROWS
    row = page.lines(FIRST_ROW, chain(_result_rows(tracked), spare))
    only_numbers(page, [2], (FIRST_ROW, row - 1))
    first, last = f"A{FIRST_ROW + 1}", f"A{last_row(tracked, ()) + SPARE_ROWS + 1}"
    months = words()["tracking"]["sheets"]["months"]
    source = f"='{months}'!${first[0]}${first[1:]}:${last[0]}${last[1:]}"
    page.sheet.data_validation(FIRST_ROW, 0, row - 1, 0, {"validate": "list", "source": source})
    hide(page, range(len(columns) - 3, len(columns)))


def _result_rows(tracked: TrackedReport) -> Iterator[list[Value]]:
    for actual in tracked.actuals:
        if actual.basis is Basis.CLAIMED:
            continue
        at = actual.recorded_at.isoformat() if actual.recorded_at else None
        own: list[Value] = [actual.amount, actual.note]
        for proof in actual.evidence or (None,):
            shown = (proof.label, proof.address) if proof else (None, None)
            row: list[Value] = [actual.indicator_id, actual.on, *own, *shown]
            row += [actual.recorded_by, at, actual.id, proof.sha256 if proof else None]
            yield [*map(fitting, row)]
            own = [None, None]
