"""Cells, counts and texts written in ways that a look at the part might miss.

calamine ends the whole process on each of the far cells, so none may get as far as calamine.
"""

import pytest

from ita_data.settings import Limits
from tests.readers.files import LIMITS, code, document, rows, sheet, workbook, zipped
from tests.readers.test_guard import _parts

NEAR = '<row r="1"><c r="A1"><v>1</v></c></row>'
FAR = "XFD1048576"
LONG = "ก" * 2_000


def _sheet(cells: str) -> bytes:
    return sheet(f"<sheetData>{NEAR}{cells}</sheetData>")


def _named_as_a_picture(data: bytes) -> bytes:
    parts = _parts(data)
    relations = "xl/_rels/workbook.xml.rels"
    parts["xl/worksheets/sheet1.png"] = parts.pop("xl/worksheets/sheet1.xml")
    parts[relations] = parts[relations].replace(b"sheet1.xml", b"sheet1.png")
    return zipped(parts)


@pytest.mark.parametrize(
    ("cells", "refused"),
    [
        (f'<c r="{FAR}"><v>1</v></c>', "too-wide"),
        (f"<row><c\nx='>'\nr='{FAR}'><v>1</v></c></row>", "damaged"),
        (f"<row><c x='/>' r='{FAR}'><v>1</v></c></row>", "damaged"),
        (f"<row><c r='{FAR}' x='/>'><v>1</v></c></row>", "damaged"),
        (f"<row><c r='A2' r='{FAR}'><v>1</v></c></row>", "damaged"),
        (f"<row><c r = '{FAR.lower()}'><v>1</v></c></row>", "too-wide"),
        (f"<é:row><é:c r='{FAR}'><v>1</v></é:c></é:row>", "too-wide"),
        (f"<![CDATA[<row>]]><row><c r='{FAR}'><v>1</v></c></row>", "too-wide"),
        ("<row r='1048576'><c><v>1</v></c></row>", "too-tall"),
        ("<row x='>' r='1048576'><c><v>1</v></c></row>", "damaged"),
        (f"<row>{'<c><v>1</v></c>' * 703}</row>", "too-wide"),
    ],
)
def test_far_cells_in_disguise(cells: str, refused: str) -> None:
    assert code(_sheet(cells)) == refused


def test_a_sheet_named_as_a_picture() -> None:
    assert code(_named_as_a_picture(_sheet(f"<row><c r='{FAR}'><v>1</v></c></row>"))) == "too-wide"
    assert rows(_named_as_a_picture(_sheet(""))) == {1: {1: 1}}


def test_honest_cells_of_any_writing() -> None:
    cells = (
        "<row r='2'><c s='1' r='B2' t='inlineStr'><is><t>ก</t></is></c>"
        "<c r='C2' cm='1'><v>2</v></c></row>"
        "<row><c><v>3</v></c><c/><c><v>4</v></c></row>"
        f'<row r="4"><c r="{FAR[:2]}4"/><c r="A4"><v>5</v></c></row>'
    )
    assert rows(_sheet(cells)) == {1: {1: 1}, 2: {2: "ก", 3: 2}, 3: {1: 3, 3: 4}, 4: {1: 5}}


@pytest.mark.parametrize("words", ["x='>' uniqueCount='{}'", "count='+{}'", "uniqueCount = '{}'"])
def test_declared_counts_in_disguise(words: str) -> None:
    shared = f"<sst {words.format(4_294_967_295)}><si><t>ก</t></si></sst>"
    assert code(sheet(f"<sheetData>{NEAR}</sheetData>", sharedStrings=shared)) == "too-much-text"


@pytest.mark.parametrize(
    ("string", "cell"),
    [
        ("<si><t>{}</t></si>", "<c t='s'><v>0</v></c>"),
        ("<si ><t>{}</t></si>", "<c t='s'><v>0</v></c>"),
        ("<si><t><![CDATA[{}<si>]]></t></si>", "<c t='s'><v>0</v></c>"),
        ("<si><t>{}</t></si>", "<c t = 's'><v >0</v ></c>"),
    ],
)
def test_a_long_string_in_many_cells_in_disguise(string: str, cell: str) -> None:
    limits = Limits(text_bytes=1_000_000)
    cells = f"<sheetData><row r='1'>{cell * 300}</row></sheetData>"
    shared = f"<sst>{string.format(LONG)}</sst>"
    assert code(sheet(cells, sharedStrings=shared), limits) == "too-much-text"
    assert code(sheet(cells, sharedStrings=shared), LIMITS) == "read"


def test_merges_in_disguise() -> None:
    merges = f"<mergeCells><mergeCell x='>' ref='A1:{FAR}'/></mergeCells>"
    assert code(sheet(f"<sheetData>{NEAR}</sheetData>{merges}")) == "too-many-merges"


def test_a_drawing_with_a_document_type_is_no_danger() -> None:
    drawing = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>'
    files = (workbook(), document(lambda written: written.add_paragraph("ก")))
    for data, folder in zip(files, ("xl", "word"), strict=True):
        assert code(zipped({**_parts(data), f"{folder}/media/image1.svg": drawing})) == "read"
