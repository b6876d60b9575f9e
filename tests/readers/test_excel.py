"""Workbooks: values with their types and places, links, hidden rows and sheets."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from ita_data.grid import Merge
from ita_data.readers import read
from tests.readers.files import LIMITS, grids, rows, sheet, workbook

SAMPLES = Path(__file__).parent / "samples"


def _fill(**cells: Any) -> bytes:
    def fill(book: Any) -> None:
        for address, value in cells.items():
            book.active[address] = value

    return workbook(fill)


def test_values_come_with_their_types_and_places() -> None:
    data = _fill(
        C5=7, D5=1.5, E5=date(2025, 1, 2), F5=datetime(2025, 1, 2, 9, 30), G5=True, H5="คู่มือ",
        I5=time(8, 30), J5=timedelta(hours=30), C7="  ", D7="007", E7=-3.0, F7=1e300,
    )  # fmt: skip
    assert rows(data) == {
        5: {
            3: 7, 4: 1.5, 5: date(2025, 1, 2), 6: datetime(2025, 1, 2, 9, 30), 7: True,
            8: "คู่มือ", 9: "08:30", 10: "30:00",
        },
        7: {4: "007", 5: -3, 6: 1e300},
    }  # fmt: skip
    assert [type(rows(data)[5][column]) for column in (3, 4, 5, 7)] == [int, float, date, bool]


def test_line_ends_in_a_cell_are_one_kind() -> None:
    assert rows(_fill(A1="ก\r\nข\nค"))[1][1] == "ก\nข\nค"


def test_an_error_value_is_an_empty_cell() -> None:
    cells = '<c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1"><v>2</v></c>'
    assert rows(sheet(f'<sheetData><row r="1">{cells}</row></sheetData>')) == {1: {2: 2}}


def test_a_formula_gives_its_last_result() -> None:
    cell = '<c r="B3" t="str"><f>CONCAT("ก","ข")</f><v>กข</v></c>'
    assert rows(sheet(f'<sheetData><row r="3">{cell}</row></sheetData>')) == {3: {2: "กข"}}


def test_dates_shown_in_the_buddhist_era_are_dates() -> None:
    def fill(book: Any) -> None:
        for row, shown in enumerate(
            ("[$-D07041E]d mmm yyyy", "[$-107041E]d/m/yyyy", "d mmm bbbb"), 1
        ):
            cell = book.active.cell(row, 1, date(2024, 10, 1))
            cell.number_format = shown

    assert [cells[1] for cells in rows(workbook(fill)).values()] == [date(2024, 10, 1)] * 3


def test_merges_links_and_hidden_rows() -> None:
    def fill(book: Any) -> None:
        page = book.active
        page["A1"] = "รายงาน"
        page.merge_cells("A1:D2")
        page["B3"] = "หลักฐาน"
        page["B3"].hyperlink = "https://dk.example.go.th/a?b=1&c=2"
        page["B4"] = "โทษ"
        page["B4"].hyperlink = "javascript:alert(1)"
        page["B5"] = '=HYPERLINK("https://dk.example.go.th/b","ดู")'
        page.row_dimensions[4].hidden = True

    (grid,) = grids(workbook(fill))
    assert grid.merges == (Merge(top=1, left=1, bottom=2, right=4),)
    assert dict(grid.links) == {
        (3, 2): "https://dk.example.go.th/a?b=1&c=2",
        (5, 2): "https://dk.example.go.th/b",
    }
    assert grid.hidden_rows == {4}
    assert grid.rows[4] == {2: "โทษ"}


def test_sheets_keep_their_order_and_names_and_hidden_ones_are_marked() -> None:
    def fill(book: Any) -> None:
        book.active.title = "มาตรการ 1"
        book.active["A1"] = 1
        book.create_sheet("ซ่อน").sheet_state = "hidden"
        book["ซ่อน"]["A1"] = 2
        book.create_sheet("ลับ").sheet_state = "veryHidden"
        book["ลับ"]["A1"] = 3

    assert [(grid.sheet, grid.hidden) for grid in grids(workbook(fill))] == [
        ("มาตรการ 1", False),
        ("ซ่อน", True),
        ("ลับ", True),
    ]


@pytest.mark.parametrize("kind", ["xls", "ods", "xlsx"])
def test_workbooks_of_libreoffice(kind: str) -> None:
    """The same workbook in three formats: a title over four columns, a date, a hidden sheet."""
    data = (SAMPLES / f"written-by-libreoffice.{kind}").read_bytes()
    found = read("รายงาน.pdf", data, LIMITS)
    assert (found.format, found.name) == (kind, "รายงาน.pdf")
    first, second = found.grids
    assert first.rows == {
        1: {1: "รายงานผลการดำเนินการ"},
        2: {1: "ลำดับที่", 2: "มาตรการ", 3: "วันที่", 4: "ผลลัพธ์"},
        3: {1: 1, 2: "จัดทำคู่มือ", 3: date(2025, 1, 2), 4: 1.5},
        4: {1: 2, 2: "ประชุม", 3: datetime(2025, 1, 2, 9, 30)},
    }
    assert (second.sheet, second.hidden, second.rows) == ("ซ่อน", True, {2: {2: "x"}})
    assert first.merges == (Merge(top=1, left=1, bottom=1, right=4),)


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_links_and_hidden_rows_of_libreoffice(kind: str) -> None:
    grid = grids((SAMPLES / f"written-by-libreoffice.{kind}").read_bytes())[0]
    assert dict(grid.links) == {(3, 2): "https://example.go.th/a?b=1&c=2"}
    assert grid.hidden_rows == {4}


def test_an_empty_formatted_cell_far_away_does_no_harm() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    data = sheet(f'<sheetData><row r="2"><c r="B2"><v>1</v></c></row>{far}</sheetData>')
    assert rows(data) == {2: {2: 1}}
