"""Text files: every value on its line, in the reading that is Thai."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.files import code, grids, rows

THAI = "ลำดับที่\tมาตรการ\n๑\tจัดทำคู่มือ\n"
CELLS = {1: {1: "ลำดับที่", 2: "มาตรการ"}, 2: {1: "๑", 2: "จัดทำคู่มือ"}}


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp874", "tis-620"],
)
def test_every_thai_encoding_reads_the_same(encoding: str) -> None:
    assert rows(THAI.encode(encoding)) == CELLS


def test_short_cp874_that_is_valid_utf8_reads_as_thai() -> None:
    data = "ยฒ".encode("cp874")  # the same bytes would be one accented letter
    assert data.decode("utf-8", errors="replace") != "ยฒ"
    assert rows("เทศบาล".encode("cp874")) == {1: {1: "เทศบาล"}}


def test_a_few_damaged_bytes_do_not_turn_thai_into_another_encoding() -> None:
    data = bytearray(("มาตรการป้องกันการทุจริต" * 20).encode())
    data[301] = 0xFF
    text = rows(bytes(data))[1][1]
    assert isinstance(text, str)
    assert text.startswith("มาตรการป้องกันการทุจริต")
    assert text.count("มาตรการป้องกันการทุจริต") == 19


def test_english_text_needs_no_thai() -> None:
    assert rows(b"No,Title,Result\n1,Manual,7\n")[2] == {1: "1", 2: "Manual", 3: "7"}


def test_the_only_grid_is_named_for_the_officer() -> None:
    (grid,) = grids(THAI.encode())
    assert (grid.sheet, grid.prose, grid.hidden) == ("ไฟล์ข้อความ", False, False)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("ก\tข\n1,5\tค; ง\n", {1: "1,5", 2: "ค; ง"}),
        ("ก,ข,ค\n1,เว็บไซต์; เพจ,3\n", {1: "1", 2: "เว็บไซต์; เพจ", 3: "3"}),
        ("ก;ข;ค\n1;ก, ข;3\n", {1: "1", 2: "ก, ข", 3: "3"}),
        ("รายงานผล\nWebsite, Facebook เป็นต้น\nจบ\n", {1: "Website, Facebook เป็นต้น"}),
        ("ก,ข\n1,\n2,ค\n", {1: "1"}),
        ("ก\tข\t\t\n\tข\t \t\n", {2: "ข"}),
    ],
    ids=["tab", "comma", "semicolon", "prose", "two columns", "empty cells"],
)
def test_delimiters(text: str, second: dict[int, str]) -> None:
    assert rows(text.encode())[2] == second


@pytest.mark.parametrize("cell", ['"ก\tข"', "ก\tข", '"ก\tข\tค\nง\tจ\tฉ\tช\tซ"'])
def test_a_tab_in_a_cell_of_a_comma_table_is_no_delimiter(cell: str) -> None:
    text = f"ลำดับ,มาตรการ,ผล\n1,{cell},3\n2,ง,จ\n"
    table = rows(text.encode())
    assert table[1] == {1: "ลำดับ", 2: "มาตรการ", 3: "ผล"}
    assert table[2] == {1: "1", 2: cell.strip('"'), 3: "3"}


def test_rows_of_unequal_width_stay_a_table_of_tabs_among_commas() -> None:
    text = "ก\tข\tค\n1\tก, ข, ค\n2\tก, ข, ค\tง\tจ\nหมายเหตุ: ก, ข, ค\n"
    assert rows(text.encode())[2] == {1: "1", 2: "ก, ข, ค"}


def test_a_record_stands_on_the_line_where_it_begins() -> None:
    text = 'หัวเรื่อง\r\n\r\nก,ข,ค\r\n1,"บรรทัดหนึ่ง\r\nบรรทัด ""สอง""\r\n",3\r\n2,ง,จ\r\n'
    assert rows(text.encode()) == {
        1: {1: "หัวเรื่อง"},
        3: {1: "ก", 2: "ข", 3: "ค"},
        4: {1: "1", 2: 'บรรทัดหนึ่ง\nบรรทัด "สอง"\n', 3: "3"},
        7: {1: "2", 2: "ง", 3: "จ"},
    }


def test_a_quotation_mark_in_a_sentence_swallows_nothing() -> None:
    text = '๑\t"สุจริต" คือหัวใจ\tค\n๒\t"ไม่ปิด\tง\n๓\tจ\tฉ\n'
    assert rows(text.encode()) == {
        1: {1: "๑", 2: '"สุจริต" คือหัวใจ', 3: "ค"},
        2: {1: "๒", 2: '"ไม่ปิด', 3: "ง"},
        3: {1: "๓", 2: "จ", 3: "ฉ"},
    }


def test_numbers_stay_what_was_typed() -> None:
    assert rows(b"a,b,c\n007,1.50,1/10/2567\n")[2] == {1: "007", 2: "1.50", 3: "1/10/2567"}


def test_html_inside_a_cell_does_not_make_the_file_a_page() -> None:
    text = "๑\t<p>ทบทวน&nbsp;คู่มือ</p><ol><li>ก</li></ol>\tข\n"
    assert rows(text.encode())[1][2] == "<p>ทบทวน&nbsp;คู่มือ</p><ol><li>ก</li></ol>"


def test_control_characters_are_dropped_and_old_line_ends_understood() -> None:
    text = "ก\x00\x07\tข\ufeff\rค\x0cง\tจ\x85ฉ\u2028ช"
    assert rows(text.encode()) == {
        1: {1: "ก", 2: "ข"},
        2: {1: "ค ง", 2: "จ"},
        3: {1: "ฉ"},
        4: {1: "ช"},
    }


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n ", b"\xef\xbb\xbf", b"\x00" * 50])
def test_nothing_in_the_file(data: bytes) -> None:
    assert code(data) == "empty"


def test_bytes_that_are_no_text() -> None:
    assert code(bytes(range(256)) * 40) == "foreign"


def test_the_real_document(seed_bytes: bytes) -> None:
    table = rows(seed_bytes)
    assert table[6] == {1: "ปีงบประมาณ พ.ศ.๒๕๖๘"}
    numbers = {row: cells[1] for row, cells in table.items() if len(cells) == 7}
    headers = dict.fromkeys((12, 18, 24, 29, 34), "ลำดับที่")
    assert numbers == headers | {
        13: "๑", 14: "๒", 19: "๓", 20: "๔", 25: "๕", 30: "๖", 35: "๗.",
    }  # fmt: skip


HEADER = [["หัว", "ข้อ", "ผล"], ["1", "2", "3"]]
_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=8
)


@given(st.lists(st.lists(_CELL, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_csv_writes_is_read_back(table: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([*HEADER, *table])
    expected = {
        row: cells
        for row, record in enumerate([*HEADER, *table], start=1)
        if (cells := {n: w for n, w in enumerate(record, 1) if w.strip()})
    }
    assert rows(out.getvalue().encode("utf-8-sig")) == _without_marks(expected)


def _without_marks(table: dict[int, dict[int, str]]) -> dict[int, dict[int, str]]:
    """As read: byte-order marks and non-characters are no text."""
    cleaned = {
        row: {n: w.translate(dict.fromkeys((0xFEFF, 0xFFFE, 0xFFFF))) for n, w in cells.items()}
        for row, cells in table.items()
    }
    filled = {row: {n: w for n, w in cells.items() if w.strip()} for row, cells in cleaned.items()}
    return {row: cells for row, cells in filled.items() if cells}
