"""Files that are huge in one way only: refused soon, or read, never worked on for minutes."""

from pathlib import Path

import pytest

from ita_data.errors import UnreadableFile
from ita_data.readers.decoding import decode
from ita_data.reading import load
from ita_data.settings import Limits, Settings
from ita_data.thai import clean, has_markup
from tests.readers.files import code, reason, rows, sheet, word, zipped
from tests.readers.test_guard import _ods, _parts
from tests.writing import text_bytes

CASES = Path(__file__).parent.parent / "cases"
ROW = ("1", "มาตรการ", "ขั้นตอน")


def test_more_fields_than_any_worksheet_has() -> None:
    fields = "ก\t" * 16_385
    assert code(f"{fields}\n{fields}".encode()) == "too-wide"
    assert rows("ก\tข{}\nค\tง".format("\t" * 9_000).encode()) == {
        1: {1: "ก", 2: "ข"}, 2: {1: "ค", 2: "ง"},
    }  # fmt: skip


def test_more_lines_than_any_table_has() -> None:
    limits = Limits(rows=3)
    assert code(b"a\nb\nc\n\n\n", limits) == "read"
    assert code(b"a\n\n\nd", limits) == "too-tall"


def test_commas_in_one_line_are_prose() -> None:
    assert rows(b"a," * 50_000) == {1: {1: "a," * 50_000}}


def test_letters_are_counted_in_runs_of_any_length() -> None:
    assert decode("ก".encode("cp874") * 50 + b"a" * 500) == "ก" * 50 + "a" * 500
    assert decode(b"caf\xe9 " * 20 + b"x") != "caf\ufffd " * 20 + "x"


@pytest.mark.parametrize(
    ("page", "refused"),
    [
        ("<div>" * 1_001, "too-many-parts"),
        ("<table><tr><td>ก</table>" * 11, "too-many-tables"),
        ("<p " + "a=1 " * 20_000 + ">ก", "damaged"),
        ('<img alt="' + "ก" * 20_000 + '"><p>ก', "read"),
    ],
)
def test_pages_of_too_much(page: str, refused: str) -> None:
    assert code(f"<html>{page}".encode(), Limits(tags=1_000, tables=10)) == refused


def test_a_document_of_too_many_tables() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ก</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    limits = Limits(tables=10)
    assert code(word(table * 10), limits) == "read"
    assert code(word(table * 11), limits) == "too-many-tables"
    assert reason(word(table * 11), limits).startswith("ไฟล์นี้มีตารางเกิน 10 ตาราง")


def test_a_document_of_too_many_paragraphs() -> None:
    paragraph = "<w:p><w:r><w:t>ก</w:t></w:r></w:p>"
    assert code(word(paragraph * 5), Limits(rows=5)) == "read"
    assert code(word(paragraph * 6), Limits(rows=5)) == "too-tall"


@pytest.mark.parametrize(
    ("limits", "refused"),
    [
        (Limits(rows=6, cells=6), "read"),
        (Limits(rows=5), "too-tall"),
        (Limits(cells=5), "too-many-cells"),
    ],
)
def test_sheets_together(limits: Limits, refused: str) -> None:
    """Three sheets that are one and the same part."""
    parts = _parts(
        sheet("<sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>")
    )
    one = b'<sheet name="A" sheetId="1" r:id="rId1"/>'
    more = b"".join(one.replace(b'"A"', b'"%d"' % number) for number in range(3))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(one, more)
    assert code(zipped(parts), limits) == refused


@pytest.mark.parametrize(
    ("down", "across", "text", "refused"),
    [
        ("3", "2", "ก", "read"),
        ("1000", "100", "ก", "too-many-cells"),
        ("+40", "+40", "ก" * 1_000, "too-much-text"),
    ],
)
def test_repeats_of_an_ods_that_a_look_would_miss(
    down: str, across: str, text: str, refused: str
) -> None:
    honest = _parts((CASES / "city-dates-ods.ods").read_bytes())
    table = (
        f"<table:table table:name='A'><table:table-row x='>' table:number-rows-repeated = '{down}'>"
        f"<table:table-cell x='>' table:number-columns-repeated = '{across}' "
        f"office:value-type='string'><text:p>{text}</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    content = _parts(_ods(table))["content.xml"]
    data = zipped({**honest, "content.xml": content})
    assert code(data, Limits(cells=10_000, text_bytes=1_000_000)) == refused


def test_strings_that_never_end() -> None:
    cells = "<sheetData><row><c><v>1</v></c></row></sheetData>"
    assert code(sheet(cells, sharedStrings=f"<sst>{'<si>' * 200_000}</sst>")) == "damaged"


@pytest.mark.parametrize(
    ("limits", "refused"),
    [
        (Limits(sheets=3), "read"),
        (Limits(sheets=2), "too-many-sheets"),
        (Limits(tags=9), "too-many-parts"),
    ],
)
def test_web_archives_of_too_much(limits: Limits, refused: str) -> None:
    page = b"--x\nContent-Type: text/html\n\n<p>a\n"
    head = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    assert code(head + page * 3 + b"--x--", limits) == refused


def test_more_rows_than_a_report_can_have() -> None:
    settings = Settings(limits=Limits(report_rows=5))
    assert len(load("a", text_bytes([ROW] * 5), settings=settings).tables) == 1
    with pytest.raises(UnreadableFile) as refused:
        load("a", text_bytes([ROW] * 6), settings=settings)
    assert refused.value.code == "too-many-rows"
    assert "5 แถว" in refused.value.reason


def test_brackets_are_no_tags() -> None:
    assert not has_markup("<" * 1_000)
    assert clean("<" * 1_000 + "<b>ก</b>") == "<" * 1_000 + "ก"
