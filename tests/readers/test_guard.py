"""What is not let in: each refusal has its code and one sentence with the limit and a way out."""

import io
import random
import struct
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ita_data.settings import MEGABYTE, Limits
from tests.readers.files import (
    LIMITS,
    code,
    document,
    grids,
    ole,
    reason,
    rows,
    sheet,
    word,
    workbook,
    zipped,
)

SAMPLES = Path(__file__).parent / "samples"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _ods(table: str) -> bytes:
    names = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    content = (
        f"<office:document-content {names}><office:body><office:spreadsheet>{table}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    )


# --- foreign and protected files ---------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "ไฟล์ PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, "รูปภาพ"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "รูปภาพ"),
        (b"MZ\x90\x00\x03\x00", "โปรแกรม"),
        (b'{"agency": "x"}', "ไฟล์ข้อมูล JSON"),
        (b"{\\rtf1\\ansi x}", "เอกสาร RTF"),
        (b"Rar!\x1a\x07", "ไฟล์บีบอัด"),
        (b'<?xml version="1.0"?><feed/>', "ไฟล์ XML"),
        (zipped({"a.txt": "x"}), "ไฟล์บีบอัด"),
        (zipped({"xl/workbook.bin": "x"}), "ไฟล์ Excel แบบไบนารี (.xlsb)"),
        (zipped({"ppt/presentation.xml": "<p:presentation/>"}), "ไฟล์ PowerPoint"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
         "เอกสาร LibreOffice ที่ไม่ใช่ตารางคำนวณ"),
        (ole("WordDocument"), "ไฟล์ Word รุ่นเก่า (.doc)"),
        (ole("PowerPoint Document"), "ไฟล์ PowerPoint"),
        (ole("Contents"), "ไฟล์ Office รุ่นเก่าที่ไม่ใช่ Excel"),
    ],
)  # fmt: skip
def test_a_foreign_file_is_called_what_it_is(data: bytes, words: str) -> None:
    assert code(data) == "foreign"
    assert reason(data) == (
        f"ไฟล์นี้เป็น{words} ซึ่งยังอ่านเป็นรายงานไม่ได้ โปรดบันทึกรายงานเป็น Excel (.xlsx .xls), "
        "LibreOffice (.ods), Word (.docx), CSV, ข้อความ (.txt) หรือ HTML แล้วนำเข้าอีกครั้ง"
    )


def test_text_that_begins_with_a_bracket_is_no_json() -> None:
    assert rows("[ร่าง] รายงาน\n".encode()) == {1: {1: "[ร่าง] รายงาน"}}


@pytest.mark.parametrize("word", ["BMA", "MZ", "ID3", "RIFF"])
def test_text_that_begins_like_a_picture_or_a_program_is_text(word: str) -> None:
    assert rows(f"{word}\tผล\n".encode()) == {1: {1: word, 2: "ผล"}}


def test_an_encrypted_workbook() -> None:
    data = ole("EncryptionInfo", "EncryptedPackage")
    assert reason(data) == ("ไฟล์นี้ตั้งรหัสผ่านไว้ โปรดเปิดใน Excel ยกเลิกรหัสผ่าน บันทึกใหม่ แล้วนำเข้าอีกครั้ง")
    assert code(data) == "encrypted"


def test_an_encrypted_zip() -> None:
    data = bytearray(workbook())
    entry = data.find(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert code(bytes(data)) == "encrypted"


# --- size ---------------------------------------------------------------------------------


def test_a_file_over_the_limit() -> None:
    small = replace(LIMITS, file_bytes=MEGABYTE)
    assert code(b"x" * (MEGABYTE + 1), small) == "too-large"
    assert "ใหญ่เกิน 1 MB" in reason(b"x" * (MEGABYTE + 1), small)
    assert code(b"x" * 100, replace(LIMITS, text_bytes=50)) == "too-much-text"


def test_a_zip_bomb() -> None:
    bomb = {"xl/media/a.xml": b"0" * (30 * MEGABYTE)}
    assert code(zipped(bomb)) == "packed-too-tight"
    assert code(zipped(bomb), replace(LIMITS, entry_bytes=20 * MEGABYTE)) == "unpacks-too-large"
    assert code(zipped(bomb), replace(LIMITS, unpacked_bytes=20 * MEGABYTE)) == "unpacks-too-large"


def test_too_many_parts() -> None:
    assert code(zipped({f"xl/{number}.xml": "<a/>" for number in range(1_001)})) == "too-many-parts"


# --- a lying zip directory ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["../a.xml", "xl/../../a.xml", "/a.xml", "C:/a.xml", "..\\a.xml"])
def test_names_that_point_outside(name: str) -> None:
    assert code(zipped({**_parts(workbook()), name: "<a/>"})) == "damaged"


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("second", ["xl/workbook.xml", "XL/Workbook.xml"])
def test_a_name_that_stands_twice(second: str) -> None:
    out = io.BytesIO(workbook())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(second, "<workbook/>")
    assert code(out.getvalue()) == "damaged"


@pytest.mark.parametrize("field", [20, 24], ids=["packed size", "unpacked size"])
@pytest.mark.parametrize("change", [-1, 1, 5_000])
def test_a_directory_that_lies_about_a_size(field: int, change: int) -> None:
    data = bytearray(workbook())
    for entry in _directory_entries(data):
        (size,) = struct.unpack_from("<L", data, entry + field)
        struct.pack_into("<L", data, entry + field, max(0, size + change))
    assert code(bytes(data)) == "damaged"


def test_parts_that_overlap() -> None:
    data = bytearray(workbook())
    first, second, *_ = _directory_entries(data)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert code(bytes(data)) == "damaged"


def _directory_entries(data: bytearray) -> list[int]:
    found, at = [], data.find(b"PK\x01\x02")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\x01\x02", at + 1)
    return found


# --- documents that expand ----------------------------------------------------------------

ENTITIES = '<!DOCTYPE a [<!ENTITY x "ฮา"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("bomb", [ENTITIES, OUTSIDE])
def test_document_types_and_entities(bomb: str) -> None:
    parts = _parts(workbook())
    parts["xl/worksheets/sheet1.xml"] = bomb.encode() + parts["xl/worksheets/sheet1.xml"]
    assert code(zipped(parts)) == "unsafe"
    assert code(zipped(_parts(word("<w:p/>")) | {"word/styles.xml": bomb.encode()})) == "unsafe"
    spreadsheet = "urn:schemas-microsoft-com:office:spreadsheet"
    xml = f'<?xml version="1.0"?>{bomb}<Workbook xmlns="{spreadsheet}"/>'
    assert code(xml.encode()) in ("unsafe", "foreign")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_part_in_an_encoding_that_hides_its_content(encoding: str) -> None:
    parts = _parts(sheet(f"<sheetData>{CELL}</sheetData>"))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].decode().encode(encoding)
    assert code(zipped(parts)) == "unsafe"
    parts[name] = b'<?xml version="1.0" encoding="utf-7"?><worksheet/>'
    assert code(zipped(parts)) == "unsafe"


# --- extent -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        ('<row r="1"><c r="XFD1048576"><v>1</v></c></row>', "too-wide"),
        ('<row r="1"><x:c xmlns:x="x" s=\'1\' r = \'AAA1\'><v>1</v></x:c></row>', "too-wide"),
        ('<row r="1"><c r="A200001"><v>1</v></c></row>', "too-tall"),
        ('<row r="1048576"><c><v>1</v></c></row>', "too-tall"),
        (f'<row r="1">{"<c><v>1</v></c>" * 703}</row>', "too-wide"),
        (f'{CELL}<row r="200000"><c r="ZZ200000"><v>1</v></c></row>', "too-many-cells"),
        (f'{CELL}<row r="200000"><c r="A200000"><v>1</v></c></row>', "read"),
        ('<row r="1"><c r="ZZ1"><v>1</v></c></row>', "read"),
    ],
)  # fmt: skip
def test_cells_far_away(content: str, refused: str) -> None:
    assert code(sheet(f"<sheetData>{content}</sheetData>")) == refused


def test_the_sentence_names_the_limit() -> None:
    data = sheet('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>')
    assert reason(data) == (
        "ตารางในไฟล์นี้กว้างเกิน 702 คอลัมน์ โปรดลบคอลัมน์ที่ไม่ใช้ทางขวาออก บันทึกใหม่ แล้วนำเข้าอีกครั้ง"
    )


@pytest.mark.parametrize("count", ["uniqueCount", "count"])
def test_an_absurd_count_of_strings(count: str) -> None:
    strings = f'<sst {count}="4294967295"><si><t>ก</t></si></sst>'
    data = sheet(f"<sheetData>{CELL}</sheetData>", sharedStrings=strings)
    assert code(data) == "too-much-text"


def test_one_long_string_in_very_many_cells() -> None:
    strings = f'<sst count="1"><si><t>{"ก" * 10_000}</t></si></sst>'
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5_000)
    )
    data = sheet(f"<sheetData>{cells}</sheetData>", sharedStrings=strings)
    assert code(data) == "too-much-text"


@pytest.mark.parametrize(
    ("merges", "refused"),
    [
        ('<mergeCell ref="A1:ZZ1000"/>', "too-many-merges"),
        ('<mergeCell ref="A1:B1"/>' * 20_001, "too-many-merges"),
        ('<mergeCell ref="A1:T10000"/>', "read"),
    ],
)
def test_merges(merges: str, refused: str) -> None:
    data = sheet(f"<sheetData>{CELL}</sheetData><mergeCells>{merges}</mergeCells>")
    assert code(data) == refused


def test_an_absurd_count_of_merges() -> None:
    data = sheet(f'<sheetData>{CELL}</sheetData><mergeCells count="4294967295"/>')
    assert code(data) == "too-many-merges"


def test_ten_thousand_sheets() -> None:
    parts = _parts(sheet(f"<sheetData>{CELL}</sheetData>"))
    one = b'<sheet name="A" sheetId="1" r:id="rId1"/>'
    assert one in parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(one, one * 10_000)
    assert code(zipped(parts)) == "too-many-sheets"
    assert code(_ods('<table:table table:name="A"/>' * 61)) == "too-many-sheets"


FULL = "<table:table-cell{}><text:p>x</text:p></table:table-cell>"


@pytest.mark.parametrize(
    ("row", "refused"),
    [
        ("<table:table-row>" + FULL.format(' table:number-columns-repeated="16384"'), "too-wide"),
        ('<table:table-row table:number-rows-repeated="1048576">' + FULL.format(""), "too-tall"),
        ('<table:table-row table:number-rows-repeated="100000">'
         + FULL.format(' table:number-columns-repeated="700"'), "too-many-cells"),
    ],
)  # fmt: skip
def test_repeats_in_an_ods(row: str, refused: str) -> None:
    data = _ods(f'<table:table table:name="A">{row}</table:table-row></table:table>')
    assert code(data) == refused


def test_an_html_table_of_absurd_spans() -> None:
    page = "<html><table>" + "<tr>" + '<td colspan="99999" rowspan="99999">x' * 3 + "</table>"
    assert code(page.encode()) == "too-wide"
    tall = "<html><table>" + '<tr><td colspan="700" rowspan="9999">x' + "<tr><td>y" * 400
    assert code(tall.encode()) == "too-many-merges"


def test_word_tables_too_wide_and_pages_too_deep() -> None:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr></w:tc>'
    assert code(word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")) == "too-wide"
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000
    assert code(word(deep)) == "damaged"
    assert code(b"<html>" + b"<div>" * 100_000) in ("damaged", "empty")


def test_a_text_file_too_wide_or_too_tall() -> None:
    assert code(b"a\t" * 703 + b"b\n") == "too-wide"
    assert code(b"a\n" * 200_001) == "too-tall"


# --- damage -------------------------------------------------------------------------------


def _report(page: Any) -> None:
    page.add_paragraph("รายงานผล เทศบาลตำบลดอนแก้วใส")
    table = page.add_table(3, 4)
    for row in range(3):
        for column in range(4):
            table.cell(row, column).text = f"ข้อความ {row}{column}"


WHOLE = {"xlsx": workbook(), "docx": document(_report)}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_file_cut_short(kind: str) -> None:
    whole = WHOLE[kind]
    codes = {code(whole[:length]) for length in range(4, len(whole) - 1, 97)}
    assert codes == {"damaged"}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_bit_rot_anywhere(kind: str) -> None:
    whole, dice = WHOLE[kind], random.Random(2568)
    codes = set()
    for _ in range(400):
        data = bytearray(whole)
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        codes.add(code(bytes(data)))
    sizes = {"unpacks-too-large", "packed-too-tight"}
    assert codes <= {"read", "damaged", "encrypted", "foreign"} | sizes
    assert "damaged" in codes


@pytest.mark.parametrize("kind", ["xlsx", "docx", "ods"])
def test_nonsense_inside_sound_parts(kind: str) -> None:
    """As bit rot, but packed again: the directory and the checksums are right."""
    whole = (SAMPLES / "written-by-libreoffice.ods").read_bytes()
    parts, dice = _parts(WHOLE.get(kind, whole)), random.Random(2568)
    names = sorted(name for name, part in parts.items() if part)
    known = {"read", "damaged", "unsafe", "foreign", "too-wide", "too-tall", "empty"}
    for _ in range(100):
        name = dice.choice(names)
        part = bytearray(parts[name])
        start = dice.randrange(len(part))
        part[start : start + dice.randrange(1, 9)] = dice.randbytes(dice.randrange(6))
        assert code(zipped({**parts, name: bytes(part)})) in known


def test_an_xls_cut_short() -> None:
    whole = (SAMPLES / "written-by-libreoffice.xls").read_bytes()
    for length in (8, 600, 2_000, 5_000):
        assert code(whole[:length]) in ("damaged", "foreign")


def test_a_workbook_with_nothing_in_it() -> None:
    assert code(workbook(lambda book: None)) == "empty"
    assert code(sheet("<sheetData/>")) == "empty"


def test_an_honest_file_passes_every_measure() -> None:
    def fill(book: Any) -> None:
        for row in range(1, 500):
            book.active.append([row, "มาตรการ", "ขั้นตอน " * 30, None, "สำนักปลัด"])

    assert len(grids(workbook(fill))[0].rows) == 499


def test_limits_are_settings() -> None:
    assert code(workbook(), replace(LIMITS, columns=1)) == "too-wide"
    assert code(workbook(), Limits(rows=1)) == "too-tall"
