"""Word files: what stands on the page now, cell by cell."""

from typing import Any

import pytest

from ita_data.grid import Merge
from tests.readers.files import W, document, grids, word


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{_run(text)}</w:p></w:tc>"


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _text(paragraph: str, **parts: str) -> Any:
    """The text read from one paragraph's inner XML."""
    named = {f"word/{name}.xml": part for name, part in parts.items()}
    return grids(word(f"<w:p>{paragraph}</w:p>", named))[0].rows[1][1]


def test_tables_and_the_text_between_them_in_document_order() -> None:
    def fill(page: Any) -> None:
        page.add_paragraph("รายงานผล")
        page.add_paragraph("")
        page.add_paragraph("เทศบาลตำบลดอนแก้วใส")
        page.add_table(1, 2).cell(0, 1).text = "หนึ่ง"
        page.add_table(2, 1).cell(1, 0).text = "สอง"
        page.add_paragraph("ลงชื่อ")

    found = grids(document(fill))
    assert [(grid.sheet, grid.prose, grid.rows) for grid in found] == [
        ("ข้อความก่อนตารางที่ 1", True, {1: {1: "รายงานผล"}, 3: {1: "เทศบาลตำบลดอนแก้วใส"}}),
        ("ตารางที่ 1", False, {1: {2: "หนึ่ง"}}),
        ("ตารางที่ 2", False, {2: {1: "สอง"}}),
        ("ข้อความท้ายเอกสาร", True, {1: {1: "ลงชื่อ"}}),
    ]


def test_merged_cells_hold_their_text_once_at_the_top_left() -> None:
    def fill(page: Any) -> None:
        table = page.add_table(4, 4)
        table.cell(0, 1).merge(table.cell(0, 2)).text = "กว้าง"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "สูง"
        table.cell(2, 2).merge(table.cell(3, 3)).text = "ทั้งสอง"
        table.cell(3, 1).text = "ท้าย"

    (grid,) = grids(document(fill))
    assert grid.rows == {1: {2: "กว้าง"}, 2: {1: "สูง"}, 3: {3: "ทั้งสอง"}, 4: {2: "ท้าย"}}
    assert set(grid.merges) == {
        Merge(top=1, left=2, bottom=1, right=3),
        Merge(top=2, left=1, bottom=3, right=1),
        Merge(top=3, left=3, bottom=4, right=4),
    }


def test_a_row_that_begins_further_right() -> None:
    late = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{_cell("ค")}'
    (grid,) = grids(word(_table(_cell("ก") + _cell("ข") + _cell("ง"), late)))
    assert grid.rows[2] == {3: "ค"}


def test_a_continued_cell_without_a_beginning_is_a_cell() -> None:
    (grid,) = grids(
        word(_table(_cell("ก", "<w:vMerge/>"), _cell("ข", '<w:vMerge w:val="continue"/>')))
    )
    assert (grid.rows, grid.merges) == (
        {1: {1: "ก"}, 2: {1: "ข"}},
        (Merge(top=1, left=1, bottom=2, right=1),),
    )


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (f"{_run('ก')}<w:ins>{_run('เพิ่ม')}</w:ins><w:del><w:r><w:delText>ลบ</w:delText></w:r></w:del>",
         "กเพิ่ม"),
        (f"<w:moveFrom>{_run('เดิม')}</w:moveFrom><w:moveTo>{_run('ใหม่')}</w:moveTo>", "ใหม่"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('ช่อง')}</w:sdtContent></w:sdt>",
         "ช่อง"),
        ("<w:r><w:t>ก</w:t><w:br/><w:t>ข</w:t><w:tab/><w:t>ค</w:t><w:noBreakHyphen/><w:t>ง</w:t></w:r>",
         "ก\nข\tค-ง"),
        (f"<w:smartTag>{_run('เทศบาล')}</w:smartTag><w:r><w:softHyphen/><w:t>ตำบล</w:t></w:r>",
         "เทศบาลตำบล"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>1</w:t></w:r>", "1"),
        ("<w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr><w:r><w:t>ก</w:t></w:r>", "ก"),
    ],
    ids=["changes", "moves", "content control", "marks", "smart tag", "field", "tab stops"],
)  # fmt: skip
def test_the_words_of_a_paragraph(xml: str, text: str) -> None:
    assert _text(xml) == text


def test_paragraphs_of_a_cell_are_lines_and_nested_tables_are_kept() -> None:
    inner = _table(_cell("น1") + _cell("น2"), _cell("น3") + _cell("น4"))
    cell = f"<w:tc><w:p>{_run('ก')}</w:p><w:p>{_run('ข')}</w:p>{inner}<w:p/></w:tc>"
    (grid,) = grids(word(_table(cell)))
    assert grid.rows == {1: {1: "ก\nข\nน1\tน2\nน3\tน4"}}


def test_rows_and_cells_inside_content_controls_and_deleted_rows() -> None:
    wrapped = f"<w:sdt><w:sdtContent><w:tr>{_cell('ก')}</w:tr></w:sdtContent></w:sdt>"
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr>{_cell('ลบ')}</w:tr>"
    inside = f"<w:tr><w:sdt><w:sdtContent>{_cell('ข')}</w:sdtContent></w:sdt></w:tr>"
    (grid,) = grids(word(f"<w:tbl>{wrapped}{deleted}{inside}</w:tbl>"))
    assert grid.rows == {1: {1: "ก"}, 2: {1: "ข"}}


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent><w:p>{_run('กล่อง')}</w:p></w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice>'
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert _text(f"<w:r>{both}</w:r>") == "กล่อง"


def test_links_of_cells_by_relation_and_by_field() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="hyperlink" Target="https://dk.example.go.th/a" '
        'TargetMode="External"/></Relationships>'
    )
    first = f'<w:tc><w:p><w:hyperlink r:id="rId9">{_run("หลักฐาน")}</w:hyperlink></w:p></w:tc>'
    field = '<w:r><w:instrText> HYPERLINK "https://dk.example.go.th/b" </w:instrText></w:r>'
    second = f"<w:tc><w:p>{field}{_run('ภาพ')}</w:p></w:tc>"
    third = first.replace("</w:p></w:tc>", f"</w:p>{second[6:]}")
    (grid,) = grids(word(_table(first + second + third), {"word/_rels/document.xml.rels": rels}))
    assert grid.rows == {1: {1: "หลักฐาน", 2: "ภาพ", 3: "หลักฐาน\nภาพ"}}
    assert dict(grid.links) == {
        (1, 1): "https://dk.example.go.th/a",
        (1, 2): "https://dk.example.go.th/b",
        (1, 3): "https://dk.example.go.th/a\nhttps://dk.example.go.th/b",
    }


def test_automatic_numbers_are_part_of_the_text() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2)"/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="4">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )

    def item(level: int, text: str) -> str:
        mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>'
        return f"<w:p><w:pPr>{mark}</w:pPr>{_run(text)}</w:p>"

    items = [(0, "ก"), (1, "ข"), (1, "ค"), (0, "ง"), (1, "จ"), (2, "ฉ")]
    body = "".join(item(level, text) for level, text in items)
    (grid,) = grids(word(body, {"word/numbering.xml": numbering}))
    assert [cells[1] for cells in grid.rows.values()] == [
        "๑. ก", "๑.1) ข", "๑.2) ค", "๒. ง", "๒.1) จ", "- ฉ",
    ]  # fmt: skip


def test_an_empty_cell_with_an_automatic_number_shows_it() -> None:
    """The first column of many reports holds nothing but Word's own numbers."""

    def fill(page: Any) -> None:
        table = page.add_table(2, 2)
        for row in range(2):
            table.cell(row, 0).paragraphs[0].style = "List Number"
            table.cell(row, 1).text = "มาตรการ"

    (grid,) = grids(document(fill))
    assert grid.rows == {1: {1: "1.", 2: "มาตรการ"}, 2: {1: "2.", 2: "มาตรการ"}}
