"""Whatever the file: the process that serves stays up, and the next file is read."""

import hashlib
import io
import struct
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ita_data.errors import UnreadableFile
from ita_data.findings import Finding
from ita_data.reading import load
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService
from tests.readers.files import ole, sheet, workbook, zipped
from tests.writing import text_bytes, xlsx_bytes

CASE = Path(__file__).parent / "cases" / "two-row-header.xlsx"
HONEST = CASE.read_bytes()
LONGEST_SECONDS = 15.0
ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def lying() -> bytes:
    """A directory that says a part is larger than it is."""
    data = bytearray(HONEST)
    entry = data.find(b"PK\x01\x02")
    (size,) = struct.unpack_from("<L", data, entry + 24)
    struct.pack_into("<L", data, entry + 24, size + 5_000)
    return bytes(data)


def many_sheets() -> bytes:
    made = parts(sheet(f"<sheetData>{ROW}</sheetData>"))
    one = b'<sheet name="A" sheetId="1" r:id="rId1"/>'
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace(one, one * 10_000)
    return zipped(made)


def strings(count: str, text: str = "ก") -> bytes:
    return sheet(
        f"<sheetData>{ROW}</sheetData>", sharedStrings=f"<sst {count}><si><t>{text}</t></si></sst>"
    )


MERGES = '<mergeCells><mergeCell ref="A1:ZZ99999"/></mergeCells>'
ENTITIES = '<!DOCTYPE a [<!ENTITY x "ฮา"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
REFUSED = {
    "far cell": (sheet(f"<sheetData>{ROW.replace('A1', 'XFD1048576')}</sheetData>"), "too-wide"),
    "declared count": (strings('uniqueCount="4294967295"'), "too-much-text"),
    "merges": (sheet(f"<sheetData>{ROW}</sheetData>{MERGES}"), "too-many-merges"),
    "zip bomb": (zipped({"xl/media/a.xml": b"0" * 30_000_000}), "packed-too-tight"),
    "lying directory": (lying(), "damaged"),
    "entity bomb": (zipped({**parts(HONEST), "xl/styles.xml": ENTITIES}), "unsafe"),
    "path names": (zipped({**parts(HONEST), "../../etc/x": "x"}), "damaged"),
    "encrypted": (ole("EncryptionInfo", "EncryptedPackage"), "encrypted"),
    "truncated": (HONEST[: len(HONEST) // 2], "damaged"),
    "10,000 sheets": (many_sheets(), "too-many-sheets"),
    "nothing": (b"\x00" * 1000, "empty"),
}  # fmt: skip
HEADER = ("ที่", "มาตรการ", "ขั้นตอน", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ", "ผล")
SURROGATE = "ที่\tมาตรการ\tขั้นตอน\tผล\n1\tก\ud800\tข\tค\n"
NO_DIGITS = str.maketrans("0123456789", "ghijklmnop")
FORMULA = '=WEBSERVICE("http://a.example/x")'
READ = {
    "control characters": text_bytes([HEADER, (1, "ก\x00\x07\x1b", "ข", "ค", "", "", "ง")]),
    "lone surrogates": SURROGATE.encode("utf-16", "surrogatepass"),
    "duplicate headers": text_bytes([HEADER, (1, "ก", "หนึ่ง", "สอง", "", "กองคลัง", "ง")]),
    "formulas": workbook(lambda book: [book.active.append(row) for row in (
        HEADER, (1, "ก", FORMULA, "='[1]x'!A1", "", "กองคลัง", "=1/0"))]),
    "a very long cell": xlsx_bytes({"ก": [HEADER, (1, "ก", "ๆ" * 32_000, "", "", "", "ข")]}),
    "deep html": b"<html><table><tr><td>" + b"<div>" * 3000 + b"x</table>",
}  # fmt: skip


@pytest.fixture(scope="module")
def service() -> Iterator[ReadingService]:
    reading = ReadingService(Settings(limits=Limits(worker_seconds=10)))
    yield reading
    reading.close()


@pytest.mark.parametrize("kind", REFUSED)
def test_a_hostile_file_is_one_sentence_and_the_next_file_is_read(
    service: ReadingService, kind: str
) -> None:
    data, code = REFUSED[kind]
    begun = time.monotonic()
    with pytest.raises(UnreadableFile) as refused:
        service.load("x.xlsx", data)
    assert refused.value.code == code
    assert "\n" not in refused.value.reason
    assert service.load(CASE.name, HONEST) == load(CASE.name, HONEST)
    assert time.monotonic() - begun < LONGEST_SECONDS


@pytest.mark.parametrize("kind", READ)
def test_an_odd_file_is_read_or_refused_the_same_twice(service: ReadingService, kind: str) -> None:
    outcomes = []
    for _ in range(2):
        try:
            outcomes.append(str(service.load("x", READ[kind])))
        except UnreadableFile as refused:
            outcomes.append(refused.code)
    assert outcomes[0] == outcomes[1]
    assert service.load(CASE.name, HONEST).report.measures


def test_what_odd_files_say() -> None:
    said = {
        kind: load("x", data).report.measures for kind, data in READ.items() if "deep" not in kind
    }
    assert said["control characters"][0].title == "ก"
    assert said["lone surrogates"][0].title in ("ก", "ก\ufffd")
    assert said["duplicate headers"][0].steps == "หนึ่ง\nสอง"
    assert said["formulas"][0].title == "ก"
    assert said["formulas"][0].steps == ""  # never computed, never fetched
    assert len(said["a very long cell"][0].steps) == 32_000


@pytest.mark.parametrize("kind", ["far cell", "entity bomb", "truncated", "10,000 sheets"])
def test_marking_a_hostile_file_is_refused_too(service: ReadingService, kind: str) -> None:
    found = Finding(code="x", severity="advice", message="ก", advice="ข")
    data, code = REFUSED[kind]
    with pytest.raises(UnreadableFile) as refused:
        service.mark(data, [found])
    assert refused.value.code == code
    assert service.mark(HONEST, [found])


def _with_megabyte(where: str) -> list[list[str]]:
    """A table with a cell of a million letters; no two lines alike, so that it packs as prose."""
    text = "\n".join(f"ประชุมชี้แจงเจ้าหน้าที่ผู้รับผิดชอบ {hash_of(n)}" for n in range(22_000))
    rows = [["รายงานผล"], ["ที่", "มาตรการ", "ขั้นตอน", "ผลการดำเนินการ", "อื่น ๆ"]]
    rows.append(["1", "ก", "ข", "ค", "ง"])
    row, column = {"title": (0, 0), "header": (1, 4), "cell": (2, 2)}[where]
    rows[row][column] = text
    return rows


def hash_of(number: int) -> str:
    return hashlib.sha256(str(number).encode()).hexdigest()[:10].translate(NO_DIGITS)


@pytest.mark.parametrize("where", ["title", "header", "cell"])
def test_a_cell_of_a_million_letters_is_read_whole(service: ReadingService, where: str) -> None:
    rows = _with_megabyte(where)
    longest = max((text for row in rows for text in row), key=len)
    files = {"title": text_bytes(rows), "header": _page(rows), "cell": _inline(rows)}
    loaded = service.load("x", files[where])
    read = {
        "title": loaded.report.notes[0].text if loaded.report.notes else "",
        "header": next(iter(loaded.report.measures[0].extra), ""),
        "cell": loaded.report.measures[0].steps,
    }
    assert len(longest) > 1_000_000
    assert read[where].split() == longest.split()


def _page(rows: list[list[str]]) -> bytes:
    lines = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    return f"<html><table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>".encode()


def _inline(rows: list[list[str]]) -> bytes:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    lines = ("".join(map(cell.format, row)) for row in rows)
    return sheet(f"<sheetData>{''.join(f'<row>{line}</row>' for line in lines)}</sheetData>")


def test_others_go_on_working_while_hostile_files_come(service: ReadingService) -> None:
    hostile = [data for data, _ in REFUSED.values()]

    def opened(data: bytes) -> bool:
        try:
            return bool(service.load("x", data).report.measures)
        except UnreadableFile:
            return False

    mixed = [part for data in hostile for part in (data, HONEST)]
    with ThreadPoolExecutor(6) as threads:
        outcomes = list(threads.map(opened, mixed))
    assert outcomes == [False, True] * len(hostile)
