"""What a file is, by its content; its name says nothing reliable."""

import json
import re

from ita_data.readers.archive import Archive
from ita_data.readers.package import main_part
from ita_data.readers.refusals import refusal

# The part that tells pages of one report, put together by this program (ita_data/together.py).
PAGES_MARK = "ita-data-pages"
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "ไฟล์ PDF"),
    (b"\x89PNG", "รูปภาพ"),
    (b"\xff\xd8\xff", "รูปภาพ"),
    (b"GIF8", "รูปภาพ"),
    (b"BM", "รูปภาพ"),
    (b"II*\x00", "รูปภาพ"),
    (b"MM\x00*", "รูปภาพ"),
    (b"RIFF", "รูปภาพ เสียง หรือวิดีโอ"),
    (b"MZ", "โปรแกรม"),
    (b"\x7fELF", "โปรแกรม"),
    (b"Rar!", "ไฟล์บีบอัด"),
    (b"7z\xbc\xaf", "ไฟล์บีบอัด"),
    (b"\x1f\x8b", "ไฟล์บีบอัด"),
    (b"{\\rtf", "เอกสาร RTF"),
    (b"SQLite format 3", "ฐานข้อมูล"),
    (b"\x00\x00\x00\x18ftyp", "วิดีโอ"),
    (b"\x00\x00\x00\x1cftyp", "วิดีโอ"),
    (b"\x00\x00\x00 ftyp", "วิดีโอ"),
    (b"ID3", "ไฟล์เสียง"),
)
_WORDS = (b"BM", b"MZ", b"ID3", b"GIF8", b"RIFF")
_LEADING = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<!--.*?-->|<\?[^>]*\?>)*", re.DOTALL)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|title|style|center)\b", re.I)
_MHTML = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?(?:mime-version|content-type):", re.I
)
_MAIN_ROOT = re.compile(rb"<(?:\w+:)?(workbook|document|presentation)[\s/>]")
_MAIN_KINDS = {b"workbook": "xlsx", b"document": "docx", b"presentation": "foreign:ไฟล์ PowerPoint"}
_XML2003 = b"urn:schemas-microsoft-com:office:spreadsheet"


def kind_of(data: bytes) -> str:
    """zip, ole, html, mhtml, xml2003 or text; or "foreign:" and what it is, in Thai."""
    if data.startswith(ZIP):
        return "zip"
    if data.startswith(OLE):
        return "ole"
    if what := _foreign(data):
        return f"foreign:{what}"
    return _marked_up(data) or "text"


def zip_kind(archive: Archive) -> str:
    """xlsx, docx or ods by the parts inside; or "foreign:" and what it is."""
    if PAGES_MARK in archive:
        return "pages"
    main = main_part(archive)
    if main.endswith(".bin"):
        return "foreign:ไฟล์ Excel แบบไบนารี (.xlsb)"
    if root := _MAIN_ROOT.search(archive.part(main)[:65_536]):
        return _MAIN_KINDS[root.group(1)]
    kind = archive.part("mimetype")
    if b"opendocument.spreadsheet" in kind:
        return "ods"
    if b"opendocument" in kind:
        return "foreign:เอกสาร LibreOffice ที่ไม่ใช่ตารางคำนวณ"
    if "[Content_Types].xml" in archive:
        raise refusal("damaged")
    return "foreign:ไฟล์บีบอัด"


def ole_kind(data: bytes) -> str:
    """xls, encrypted, or "foreign:" and what it is, by the names in the OLE directory."""
    if _has_stream(data, "EncryptedPackage"):
        return "encrypted"
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return "xls"
    if _has_stream(data, "WordDocument"):
        return "foreign:ไฟล์ Word รุ่นเก่า (.doc)"
    if _has_stream(data, "PowerPoint Document"):
        return "foreign:ไฟล์ PowerPoint"
    return "foreign:ไฟล์ Office รุ่นเก่าที่ไม่ใช่ Excel"


def _has_stream(data: bytes, name: str) -> bool:
    """Directory entries are 128 bytes each and begin with their name in UTF-16."""
    words = name.encode("utf-16-le") + b"\x00\x00"
    at = data.find(words)
    while at >= 0:
        if at % 128 == 0:
            return True
        at = data.find(words, at + 1)
    return False


def _foreign(data: bytes) -> str | None:
    for signature, what in _SIGNATURES:
        # A text may begin with these letters too ("BMA …"), but it holds no zero bytes.
        if data.startswith(signature) and (signature not in _WORDS or b"\x00" in data[:512]):
            return what
    if data[:64].lstrip()[:1] in (b"{", b"["):
        try:
            json.loads(data)
        except (ValueError, RecursionError):
            return None
        return "ไฟล์ข้อมูล JSON"
    return None


def _marked_up(data: bytes) -> str | None:
    begin = data[:65_536]
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        begin = begin[: len(begin) // 2 * 2].decode("utf-16", errors="replace").encode()
    lead = _LEADING.match(begin)
    rest = begin[lead.end() :] if lead else begin
    if _XML2003 in begin and rest.startswith((b"<Workbook", b"<ss:Workbook")):
        return "xml2003"
    if _HTML.match(rest):
        return "html"
    if _MHTML.match(rest) and b"mime-version:" in begin.lower():
        return "mhtml"
    return "foreign:ไฟล์ XML" if begin.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") else None
