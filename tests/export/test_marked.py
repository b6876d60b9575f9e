"""The officer's own workbook comes back with its findings marked and nothing else changed."""

import io
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

import ita_data
from ita_data.errors import UnreadableFile
from ita_data.findings import Finding, Severity
from ita_data.marking import mark
from ita_data.place import Place
from ita_data.settings import Settings
from ita_data.worker import ReadingService
from tests.readers.files import sheet, workbook, zipped

ROWS = (
    (None, "ลำดับที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ผล"),
    (None, 1, "จัดทำคู่มือ", "จัดทำ ๓ เล่ม", "กองคลัง", "=1+2"),
    (None, 2, "อบรม", "อบรม ๑ ครั้ง", None, "แล้วเสร็จ"),
)

pytestmark = pytest.mark.filterwarnings("ignore:.*xtension is not supported:UserWarning")


def finding(
    row: int | None = 2,
    column: int | None = 4,
    severity: Severity = "warning",
    name: str = "รายงาน",
) -> Finding:
    return Finding(
        code="x",
        severity=severity,
        message="อ่านระยะเวลาไม่ได้",
        advice="โปรดระบุวันที่",
        place=Place(sheet=name, row=row, column=column),
    )


def rich() -> bytes:
    """A workbook with all that could be lost: pictures, charts, shapes, formats, macros' names."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page = book.add_worksheet("รายงาน")
    for at, row in enumerate(ROWS):
        page.write_row(at, 0, row, book.add_format({"bold": at == 0, "border": 1}))
    page.write_rich_string(5, 1, "ตัว", book.add_format({"bold": True}), "หนา")
    page.merge_range("B8:D9", "ลงชื่อ ผู้รายงาน")
    page.set_column(2, 2, 33)
    page.data_validation("E2:E9", {"validate": "list", "source": ["กองคลัง", "กองช่าง"]})
    page.conditional_format("B2:B9", {"type": "data_bar", "data_bar_2010": True})
    page.insert_textbox("H2", "ข้อความในกรอบ")
    page.add_sparkline("H8", {"range": "รายงาน!B2:B3"})
    page.write_comment("B2", "ความเห็นของผู้จัดทำ")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=รายงาน!$B$2:$B$3"})
    page.insert_chart("H12", chart)
    book.add_worksheet("อื่น").write(0, 0, "คงเดิม")
    book.define_name("ช่วง", "=รายงาน!$B$2:$B$3")
    book.close()
    return out.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def simple(fill: Callable[[Any], None] | None = None) -> bytes:
    def filled(book: Any) -> None:
        book.active.title = "รายงาน"
        for row in ROWS:
            book.active.append(row)
        if fill:
            fill(book)

    return workbook(filled)


def test_a_cell_gets_its_fill_its_comment_and_its_row_a_sign() -> None:
    page = opened(mark(simple(), [finding()]))["รายงาน"]
    assert page["D2"].fill.fgColor.rgb == "FFFFE8B3"
    assert page["D2"].comment.text == "ควรตรวจสอบ: อ่านระยะเวลาไม่ได้\nโปรดระบุวันที่"
    assert page["A2"].value == "●"
    assert page["A3"].value is None


def test_everything_else_stays_as_it_is() -> None:
    before = rich()
    after = mark(before, [finding()])
    old, new = parts(before), parts(after)
    touched = {name for name in old if old[name] != new[name]}
    assert touched == {
        "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert set(new) == set(old)
    one, other = opened(before)["รายงาน"], opened(after)["รายงาน"]
    for row in one.iter_rows():
        for cell in row:
            same = other[cell.coordinate]
            if cell.coordinate != "A2":
                assert same.value == cell.value
            assert same.number_format == cell.number_format
            assert (repr(same.font), repr(same.border)) == (repr(cell.font), repr(cell.border))
            assert cell.coordinate == "D2" or repr(same.fill) == repr(cell.fill)
    assert other.merged_cells.ranges == one.merged_cells.ranges
    assert other["F2"].value == "=1+2"
    assert other["B2"].comment.text == "ความเห็นของผู้จัดทำ"


def test_a_cell_with_the_officers_own_comment_keeps_it_above_ours() -> None:
    page = opened(mark(rich(), [finding(2, 2)]))["รายงาน"]
    assert page["B2"].comment.text == ("ความเห็นของผู้จัดทำ\n\nควรตรวจสอบ: อ่านระยะเวลาไม่ได้\nโปรดระบุวันที่")


def test_the_officers_comment_in_plain_words_is_kept_too() -> None:
    def comment(book: Any) -> None:
        book.active["D2"].comment = Comment("เดิม", "ผู้จัดทำ")

    page = opened(mark(simple(comment), [finding()]))["รายงาน"]
    assert page["D2"].comment.text.startswith("เดิม\n\nควรตรวจสอบ")


@pytest.mark.parametrize(
    ("row", "column", "cell"),
    [(3, None, "B3"), (None, None, "B1"), (3, 5, "E3"), (12, 3, "C12"), (9, 4, "B8")],
    ids=["row", "sheet", "empty cell", "no row there", "inside a merge"],
)
def test_where_a_finding_stands(row: int | None, column: int | None, cell: str) -> None:
    page = opened(mark(rich(), [finding(row, column)]))["รายงาน"]
    assert page[cell].comment is not None
    assert page[cell].fill.fgColor.rgb == "FFFFE8B3"


def test_a_finding_without_a_place_stands_on_the_first_sheet() -> None:
    found = Finding(code="x", severity="error", message="ไม่พบปี", advice="ระบุปี")
    page = opened(mark(simple(), [found]))["รายงาน"]
    assert page["B1"].comment.text == "ต้องแก้ไข: ไม่พบปี\nระบุปี"
    assert page["B1"].fill.fgColor.rgb == "FFF8CFCF"


def test_several_findings_at_a_cell_the_most_serious_first() -> None:
    marked = mark(simple(), [finding(severity="advice"), finding(severity="error")])
    page = opened(marked)["รายงาน"]
    assert [line[:9] for line in page["D2"].comment.text.split("\n\n")] == ["ต้องแก้ไข", "คำแนะนำ: "]
    assert page["D2"].fill.fgColor.rgb == "FFF8CFCF"


def test_no_sign_where_the_cell_in_front_is_not_free() -> None:
    def shifted(book: Any) -> None:
        book.active.delete_cols(1)

    page = opened(mark(simple(shifted), [finding(2, 3)]))["รายงาน"]
    assert [cell.value for cell in page[2]] == [1, "จัดทำคู่มือ", "จัดทำ ๓ เล่ม", "กองคลัง", "=1+2"]


def test_a_workbook_without_styles_or_cell_numbers() -> None:
    cells = '<row><c t="inlineStr"><is><t>ก</t></is></c><c><v>1</v></c></row>'
    marked = mark(sheet(f"<sheetData>{cells}</sheetData>"), [finding(1, 2, name="A")])
    assert '<c r="B1" s="1">' in parts(marked)["xl/worksheets/sheet1.xml"].decode()


def test_no_findings_change_nothing() -> None:
    data = simple()
    assert parts(mark(data, [])) == parts(data)


def test_what_is_read_stays_the_same() -> None:
    case = Path(__file__).parent.parent / "cases" / "shuffled-columns.xlsx"
    before = ita_data.load(case.name, case.read_bytes())
    after = ita_data.load(case.name, mark(case.read_bytes(), before.findings))
    assert after.report.measures == before.report.measures


def test_through_the_worker() -> None:
    data = simple()
    with closing(ReadingService(Settings(), spare=False)) as service:
        assert service.mark(data, [finding()]) == mark(data, [finding()])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("ก,ข,ค".encode(), "not-a-workbook"),
        (b"%PDF-1.7", "foreign"),
        (sheet("<sheetData></sheet"), "not-marked"),
        (simple()[:500], "damaged"),
        (sheet('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'), "too-wide"),
    ],
    ids=["csv", "pdf", "bad xml", "cut short", "far cell"],
)
def test_what_is_not_let_in_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        mark(data, [finding(name="A")])
    assert refused.value.code == code


def test_a_signed_workbook_is_refused_with_its_reason() -> None:
    signed = zipped(parts(simple()) | {"_xmlsignatures/sig1.xml": b"<Signature/>"})
    with pytest.raises(UnreadableFile, match="ลายมือชื่อดิจิทัล"):
        mark(signed, [finding()])
