"""Rows of any values read back as they were written, and stand as high as each needs."""

import io
import re
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.export.excel.book import Book, Column, Page
from ita_data.export.excel.text import CELL_LIMIT, Value, row_points, rows_points

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))
# Whole seconds: a cell holds no more of a moment.
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0)
)
TEXTS = st.text(alphabet="กขำ้ัิab 12๓\n<>&'\"_x=+-@", max_size=30)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15)
VALUES = st.none() | TEXTS | NUMBERS | DAYS | MOMENTS
ROWS = st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(VALUES, min_size=n, max_size=n)))


def written(rows: list[list[Value]], style: str, *, blanks: bool) -> bytes:
    book = Book(title="", subject="", company="", created=datetime(2026, 1, 1))
    page = book.page("ตาราง")
    table(page, len(rows[0]) if rows else 1, style)
    assert page.lines(1, rows, blanks=blanks) == 1 + len(rows)
    return book.bytes()


def table(page: Page, columns: int, style: str = "plain") -> None:
    page.header(0, [Column(header=f"ช่อง {at}", width=8, style=style) for at in range(columns)])


def values_of(data: bytes) -> list[list[Any]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]


def same(found: Any, given: Value) -> bool:
    if given is None or given == "":
        return found is None
    if isinstance(given, date):  # openpyxl sees a day only where the style is one
        return found == given if isinstance(given, datetime) else found.date() == given
    return bool(found == given)


@pytest.mark.parametrize("blanks", [True, False])
@settings(max_examples=40)
@given(rows=ROWS)
def test_any_values_read_back(rows: list[list[Value]], blanks: bool) -> None:
    numbers = [[v if not isinstance(v, date) else None for v in row] for row in rows]
    found = values_of(written(numbers, "plain", blanks=blanks))
    filled = [row for row in found if any(value is not None for value in row)]
    expected = [row for row in numbers if any(value not in (None, "") for value in row)]
    assert len(filled) == len(expected)
    for got, given_row in zip(filled, expected, strict=True):
        wide = [*got, *[None] * (len(given_row) - len(got))]
        assert all(map(same, wide, given_row)), (got, given_row)


@settings(max_examples=20)
@given(st.lists(DAYS | MOMENTS, min_size=1, max_size=8))
def test_days_and_moments_read_back(days: list[date]) -> None:
    found = values_of(written([[day] for day in days], "moment", blanks=True))
    assert all(same(row[0], day) for row, day in zip(found, days, strict=True)), found


@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS)))
def test_each_row_is_as_high_as_alone(rows: list[tuple[str, ...]]) -> None:
    widths = (3.0, 8.0, 20.0)
    alone = [row_points(zip(row, widths, strict=True)) for row in rows]
    assert rows_points(zip(*rows, strict=True), widths if rows else ()) == alone


def test_a_text_in_many_cells_stands_once_in_the_file_and_is_counted_in_each() -> None:
    data = written([["ซ้ำ", "ซ้ำ"], ["ซ้ำ", None]], "plain", blanks=True)
    texts = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml").decode()
    assert texts.count("<t>ซ้ำ</t>") == 1
    assert re.findall(r'(?:uniqueC|\bc)ount="(\d+)"', texts) == ["5", "3"]  # two are headers


def test_a_share_stands_in_the_style_that_shows_it() -> None:
    data = written([[0.625], [0.5], [None]], "percent", blanks=True)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    formats = [sheet.cell(row, 1).number_format for row in (2, 3, 4)]
    assert formats == ['"62%"', "0%", "0%"]


def test_a_text_that_no_cell_holds_is_refused_not_cut() -> None:
    with pytest.raises(ValueError, match="does not fit a cell"):
        written([["ก" * (CELL_LIMIT + 1)]], "plain", blanks=True)


def test_no_rows_leave_the_header_alone() -> None:
    assert values_of(written([], "plain", blanks=True)) == []


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_that_no_file_can_hold_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="a cell holds no"):
        written([[number]], "plain", blanks=True)


def test_a_cell_below_the_rows_is_refused_not_lost() -> None:
    book = Book(title="", subject="", company="", created=datetime(2026, 1, 1))
    page = book.page("ตาราง")
    table(page, 1)
    page.text(page.lines(1, [["ก"]]), 0, "ข", "plain")
    with pytest.raises(ValueError, match="below the rows"):
        book.bytes()


def test_names_of_the_file_hold_what_a_file_can_hold() -> None:
    odd = "เทศบาล\ud800\x01" + "ก" * 300
    book = Book(title=odd, subject=odd, company=odd, created=datetime(2026, 1, 1))
    book.page("ตาราง")
    said = openpyxl.load_workbook(io.BytesIO(book.bytes())).properties
    assert (said.title, said.subject) == ((("เทศบาล" + "ก" * 300)[:255],) * 2)
