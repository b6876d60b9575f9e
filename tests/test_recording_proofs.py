"""What a file of evidence is comes from its content; its name must agree."""

import struct
import tracemalloc
import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.recording import media_type_of, proof_kind, proof_problem
from ita_data.recording.proofs import LARGEST_BYTES


def zipped(**parts: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def spoilt(method: int) -> bytes:
    """An ODT whose packed kind is no longer what the method packs."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    data = bytearray(file.getvalue())
    at = 30 + len("mimetype")
    data[at : at + 6] = b"\xff" * 6
    return bytes(data)


def of_many_entries(count: int) -> bytes:
    """A zip that is hardly more than the end and a directory, which names a file so often."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, *[0] * 8, 1, *[0] * 6) + b"a"
    local = b"PK\x03\x04" + bytes(26)
    end = (b"PK\x05\x06", 0, 0, count & 0xFFFF, count & 0xFFFF, len(entry) * count, len(local), 0)
    return local + entry * count + struct.pack("<4s4H2LH", *end)


def office(main: str, *more: str) -> bytes:
    return zipped(**{"[Content_Types].xml": "", main: "", **dict.fromkeys(more, "")})


def ole(*streams: str) -> bytes:
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(entries)


DOCX, PDF, PNG = office("word/document.xml"), b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n0"
ODT = zipped(mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("คำสั่ง.pdf", PDF, "application/pdf"),
        ("คำสั่ง.PDF", b"\xef\xbb\xbf" + PDF, "application/pdf"),
        ("ภาพ.png", PNG, "image/png"),
        ("ภาพ.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("ภาพ.gif", b"GIF89a", "image/gif"),
        ("ภาพ.tif", b"II*\x00", "image/tiff"),
        ("ภาพ.webp", b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
        ("ภาพ.heic", b"\x00\x00\x00\x18ftypheic", "image/heic"),
        ("บันทึก.doc", ole("WordDocument"), "application/msword"),
        ("ตาราง.xls", ole("Workbook"), "application/vnd.ms-excel"),
        ("บันทึก.odt", ODT, "application/vnd.oasis.opendocument.text"),
    ],
)
def test_pictures_pdf_and_office_files_are_kept(name: str, data: bytes, media_type: str) -> None:
    kind = proof_kind(data)
    assert kind is not None
    assert (proof_problem(name, data), kind.media_type) == (None, media_type)
    assert media_type_of(name) == media_type


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"])
def test_office_files_are_told_apart_by_their_main_part(part: str) -> None:
    kind = proof_kind(office(part))
    assert kind is not None
    assert kind.endings == ({"w": ".docx", "x": ".xlsx", "p": ".pptx"}[part[0]],)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("ว่าง.pdf", b"", "ว่างเปล่า"),
        ("ใหญ่.pdf", PDF + bytes(LARGEST_BYTES), "ใหญ่เกิน 20 MB"),
        ("ภาพ.jpg", PNG, "ซึ่งเป็น ภาพ PNG โปรดเปลี่ยนชื่อให้ลงท้ายด้วย .png"),
        ("คำสั่ง.pdf", DOCX, "ซึ่งเป็น Word"),
        ("คำสั่ง", PDF, "ซึ่งเป็น PDF"),
        ("โปรแกรม.pdf", b"MZ\x90\x00", "เป็นหลักฐานไม่ได้"),
        ("หน้าเว็บ.pdf", b"<html><script>alert(1)</script>", "เป็นหลักฐานไม่ได้"),
        ("ภาพ.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "เป็นหลักฐานไม่ได้"),
        ("มาโคร.docx", office("word/document.xml", "word/vbaProject.bin"), "ไม่มีมาโคร"),
        ("มาโคร.xls", ole("Workbook", "_VBA_PROJECT_CUR"), "ไม่มีมาโคร"),
        ("ลับ.docx", ole("EncryptedPackage"), "ไม่มีรหัสผ่าน"),
        ("รวม.zip", zipped(a="b"), "เป็นหลักฐานไม่ได้"),
        ("ขาด.docx", DOCX[:40], "เป็นหลักฐานไม่ได้"),
        ("เสีย.odt", spoilt(zipfile.ZIP_DEFLATED), "เป็นหลักฐานไม่ได้"),
        ("เสีย.odt", spoilt(zipfile.ZIP_LZMA), "เป็นหลักฐานไม่ได้"),
        ("ยาว.odt", zipped(mimetype="application/" * 99), "เป็นหลักฐานไม่ได้"),
    ],
)
def test_what_cannot_be_a_proof_is_told(name: str, data: bytes, words: str) -> None:
    assert words in (proof_problem(name, data) or "")


def test_a_directory_without_end_is_not_read() -> None:
    data = of_many_entries(40_000)
    assert "เป็นหลักฐานไม่ได้" in (proof_problem("ก.docx", data) or "")  # what is needed is loaded
    tracemalloc.start()
    proof_problem("ก.docx", data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 3 * len(data)  # an object for each entry takes twelve times as much


@given(
    st.binary(max_size=400),
    st.sampled_from([b"", DOCX[:60], ole("Book")[:520], b"PK\x03\x04", ODT]),
)
def test_no_content_breaks_the_look_at_it(data: bytes, begin: bytes) -> None:
    problem = proof_problem("ก.pdf", begin + data)
    assert problem is None or "ก.pdf" in problem
