"""Web pages, web archives and Excel 2003 XML: what systems export under the name .xls."""

from datetime import date, datetime

import pytest

from ita_data.grid import Merge
from ita_data.readers import read
from tests.readers.files import LIMITS, grids, rows

PAGE = """<html><head><title>ไม่ใช่ข้อความ</title><style>p {}</style></head><body>
<h1>รายงานผล</h1><p>ปี ๒๕๖๘<br>เทศบาลตำบลดอนแก้วใส</p>
<table><thead><tr><th rowspan=2>ลำดับที่<th colspan=2>ผล<tr><th>output<th>outcome</thead>
<tbody><tr><td>๑<td>จัดทำ   คู่มือ
 <ul><li>ก<li>ข</ul><td><a href="#x">ในหน้า</a> <a href="https://dk.example.go.th/a">ดู&nbsp;ภาพ</a>
</tbody></table><script>alert("x")</script><div>ลงชื่อ</div></body></html>"""


def test_tables_with_spans_links_and_the_lines_around_them() -> None:
    before, table, after = grids(PAGE.encode())
    assert (before.sheet, before.prose) == ("ข้อความก่อนตารางที่ 1", True)
    assert before.rows == {1: {1: "รายงานผล"}, 2: {1: "ปี ๒๕๖๘"}, 3: {1: "เทศบาลตำบลดอนแก้วใส"}}
    assert table.sheet == "ตารางที่ 1"
    assert table.rows == {
        1: {1: "ลำดับที่", 2: "ผล"},
        2: {2: "output", 3: "outcome"},
        3: {1: "๑", 2: "จัดทำ คู่มือ\nก\nข", 3: "ในหน้า ดู\u00a0ภาพ"},
    }
    assert table.merges == (
        Merge(top=1, left=1, bottom=2, right=1),
        Merge(top=1, left=2, bottom=1, right=3),
    )
    assert dict(table.links) == {(3, 3): "https://dk.example.go.th/a"}
    assert (after.sheet, after.rows) == ("ข้อความท้ายเอกสาร", {1: {1: "ลงชื่อ"}})


def test_every_link_of_a_cell_is_kept_once() -> None:
    anchors = "".join(f'<a href="https://dk.example.go.th/{name}">ดู</a>' for name in "aba")
    (table,) = grids(f"<table><tr><td>ก<td>{anchors}</table>".encode())
    assert dict(table.links) == {(1, 2): "https://dk.example.go.th/a\nhttps://dk.example.go.th/b"}


@pytest.mark.parametrize(
    "begin",
    ["<!DOCTYPE html>", "\ufeff  \n<!-- มา -->\n<HTML>", '<?xml version="1.0"?><html>',
     '<meta charset="utf-8">', "<table border=1><tr><td>x</table>"],
)  # fmt: skip
def test_a_document_that_begins_as_a_page_is_one(begin: str) -> None:
    data = (begin + "<table><tr><td>ก<td>ข</table>").encode()
    found = read("รายงาน.xls", data, LIMITS)
    assert (found.format, found.grids[-1].rows) == ("html", {1: {1: "ก", 2: "ข"}})


def test_a_declared_thai_charset() -> None:
    head = '<meta http-equiv=Content-Type content="text/html; charset=windows-874">'
    assert rows((head + "<table><tr><td>ก").encode("cp874")) == {1: {1: "ก"}}


def test_a_table_that_only_places_others_is_looked_through() -> None:
    inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    page = f"<html><table><tr><td>หัวเรื่อง{inner}</td></tr></table>"
    title, table = grids(page.encode())
    assert title.rows == {1: {1: "หัวเรื่อง"}}
    assert table.rows == {1: {1: "1", 2: "2"}, 2: {1: "3", 2: "4"}}


def test_a_small_table_inside_a_cell_stays_in_the_cell() -> None:
    inner = "<table><tr><td>น1<td>น2</table>"
    page = f"<html><table><tr><td>ก<td>ข<td>ค<tr><td>ง<td>{inner}<td>จ</table>"
    assert rows(page.encode())[2] == {1: "ง", 2: "น1\tน2", 3: "จ"}


def test_the_pages_of_a_web_archive() -> None:
    archive = (
        "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b1\r\n\r\n"
        "--b1\r\nContent-Type: text/html; charset=utf-8\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        "<html><p>=E0=B8=81</p><table><tr><td>1</table></html>\r\n"
        "--b1\r\nContent-Type: image/png\r\n\r\npicture\r\n"
        "--b1\r\nContent-Type: text/html\r\n\r\n<table><tr><td>2</table>\r\n--b1--\r\n"
    )
    found = read("รายงาน.doc", archive.encode(), LIMITS)
    assert found.format == "mhtml"
    assert [(grid.sheet, grid.rows) for grid in found.grids] == [
        ("ข้อความก่อนตารางที่ 1", {1: {1: "ก"}}),
        ("ตารางที่ 1", {1: {1: "1"}}),
        ("ตารางที่ 2", {1: {1: "2"}}),
    ]


XML_2003 = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:x">
<Worksheet ss:Name="มาตรการ"><Table>
<Row ss:Index="3"><Cell ss:MergeAcross="2" ss:MergeDown="1"><Data ss:Type="String">หัว</Data></Cell>
<Cell><Data ss:Type="Number">4</Data></Cell><Cell><Data ss:Type="Error">#DIV/0!</Data></Cell></Row>
<Row ss:Index="6" ss:Hidden="1"><Cell ss:Index="2" ss:HRef="https://dk.example.go.th/a">
<ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>หนา</B> บาง</ss:Data></Cell>
<Cell><Data ss:Type="DateTime">2025-01-02T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="DateTime">2025-01-02T09:30:00.000</Data></Cell>
<Cell><Data ss:Type="Number">1.5</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="ซ่อน"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet></Workbook>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_excel_2003_xml(encoding: str) -> None:
    found = read("รายงาน.xls", XML_2003.encode(encoding), LIMITS)
    first, second = found.grids
    assert (found.format, first.sheet, first.hidden) == ("xml2003", "มาตรการ", False)
    assert first.rows == {
        3: {1: "หัว", 4: 4},
        6: {2: "หนา บาง", 3: date(2025, 1, 2), 4: datetime(2025, 1, 2, 9, 30), 5: 1.5, 6: True},
    }
    assert first.merges == (Merge(top=3, left=1, bottom=4, right=3),)
    assert (dict(first.links), first.hidden_rows) == ({(6, 2): "https://dk.example.go.th/a"}, {6})
    assert (second.sheet, second.hidden) == ("ซ่อน", True)
