"""Files of evidence: what they are is told by their content, and their name must agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ita_data.errors import UnreadableFile

LARGEST_MB = 20
LARGEST_BYTES = LARGEST_MB * 1024 * 1024
# Parts of an office file (our choice: slides have some parts each).
MOST_PARTS = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of file that can be a proof. `endings`: what its name may end with."""

    words: str
    media_type: str
    endings: tuple[str, ...]


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_OPEN = "application/vnd.oasis.opendocument"


def _kind(words: str, media_type: str, *endings: str) -> FileKind:
    return FileKind(words=words, media_type=media_type, endings=endings)


PDF = _kind("PDF", "application/pdf", ".pdf")
# By the first bytes.
_PICTURES: Mapping[bytes, FileKind] = {
    b"\x89PNG\r\n\x1a\n": _kind("ภาพ PNG", "image/png", ".png"),
    b"\xff\xd8\xff": _kind("ภาพ JPEG", "image/jpeg", ".jpg", ".jpeg"),
    b"GIF87a": _kind("ภาพ GIF", "image/gif", ".gif"),
    b"GIF89a": _kind("ภาพ GIF", "image/gif", ".gif"),
    b"II*\x00": _kind("ภาพ TIFF", "image/tiff", ".tif", ".tiff"),
    b"MM\x00*": _kind("ภาพ TIFF", "image/tiff", ".tif", ".tiff"),
}
WEBP = _kind("ภาพ WebP", "image/webp", ".webp")
HEIC = _kind("ภาพ HEIC", "image/heic", ".heic", ".heif")
_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc")
# By the main part inside a zip.
_OFFICE: Mapping[str, FileKind] = {
    "word/document.xml": _kind("Word", _WORD, ".docx"),
    "xl/workbook.xml": _kind("Excel", _EXCEL, ".xlsx"),
    "ppt/presentation.xml": _kind("PowerPoint", _SLIDES, ".pptx"),
}
# By what the part "mimetype" says.
_OPEN_DOCUMENTS: Mapping[bytes, FileKind] = {
    f"{_OPEN}.text".encode(): _kind("เอกสาร ODT", f"{_OPEN}.text", ".odt"),
    f"{_OPEN}.spreadsheet".encode(): _kind("ตารางคำนวณ ODS", f"{_OPEN}.spreadsheet", ".ods"),
    f"{_OPEN}.presentation".encode(): _kind("งานนำเสนอ ODP", f"{_OPEN}.presentation", ".odp"),
}
_LONGEST_KIND = 100
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# By the name of a stream inside an older office file.
_OLDER_OFFICE: Mapping[str, FileKind] = {
    "WordDocument": _kind("Word รุ่นเก่า", "application/msword", ".doc"),
    "Workbook": _kind("Excel รุ่นเก่า", "application/vnd.ms-excel", ".xls"),
    "Book": _kind("Excel รุ่นเก่า", "application/vnd.ms-excel", ".xls"),
    "PowerPoint Document": _kind("PowerPoint รุ่นเก่า", "application/vnd.ms-powerpoint", ".ppt"),
}
_KINDS = (
    PDF, WEBP, HEIC, *_PICTURES.values(), *_OFFICE.values(), *_OPEN_DOCUMENTS.values(),
    *_OLDER_OFFICE.values(),
)  # fmt: skip
ACCEPTED_WORDS = (
    "PDF ภาพ (PNG, JPEG, GIF, TIFF, WebP, HEIC) หรือไฟล์ Word, Excel, PowerPoint, LibreOffice"
)


def proof_kind(data: bytes) -> FileKind | None:
    """What a file is by its content; None where it can be no proof (also one with macros or
    behind a password)."""
    for begin, kind in _PICTURES.items():
        if data.startswith(begin):
            return kind
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return HEIC
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return _older_office(data) if data.startswith(_OLE) else None


def proof_problem(name: str, data: bytes) -> str | None:
    """Why a file cannot be kept as a proof, and what to do; None where it can."""
    if not data:
        return f"ไฟล์ “{name}” ว่างเปล่า โปรดตรวจสอบและเลือกใหม่"
    if len(data) > LARGEST_BYTES:
        return f"ไฟล์ “{name}” ใหญ่เกิน {LARGEST_MB} MB โปรดย่อขนาดหรือใส่เป็นลิงก์"
    kind = proof_kind(data)
    if kind is None:
        return f"ใช้ไฟล์ “{name}” เป็นหลักฐานไม่ได้ ใช้ได้เฉพาะ {ACCEPTED_WORDS} ที่ไม่มีมาโครและไม่มีรหัสผ่าน"
    if PurePath(name).suffix.lower() not in kind.endings:
        return (
            f"ชื่อไฟล์ “{name}” ไม่ตรงกับสิ่งที่อยู่ข้างใน ซึ่งเป็น {kind.words} "
            f"โปรดเปลี่ยนชื่อให้ลงท้ายด้วย {kind.endings[0]} หรือเลือกไฟล์ที่ถูกต้อง"
        )
    return None


def media_type_of(name: str) -> str:
    """The media type by the name of a kept proof, which agrees with its content."""
    ending = PurePath(name).suffix.lower()
    found = (kind.media_type for kind in _KINDS if ending in kind.endings)
    return next(found, "application/octet-stream")


def _zipped(data: bytes) -> FileKind | None:
    """Office files without macros; nothing is unpacked but a short name of the kind."""
    # Only such a file needs it, and all the readers that come with it.
    from ita_data.readers.archive import entries_of, unpack

    try:
        parts = {entry.filename: entry for entry in entries_of(data, MOST_PARTS)[0]}
        if any(name.endswith("vbaProject.bin") for name in parts):
            return None
        if said := parts.get("mimetype"):
            short = said.file_size <= _LONGEST_KIND
            return _OPEN_DOCUMENTS.get(unpack(data, said).strip()) if short else None
    except UnreadableFile:
        return None
    found = (kind for part, kind in _OFFICE.items() if part in parts)
    return next(found, None) if "[Content_Types].xml" in parts else None


def _older_office(data: bytes) -> FileKind | None:
    if any(_has_stream(data, name) for name in ("EncryptedPackage", "_VBA_PROJECT_CUR", "Macros")):
        return None
    return next((kind for name, kind in _OLDER_OFFICE.items() if _has_stream(data, name)), None)


def _has_stream(data: bytes, name: str) -> bool:
    """Directory entries are 128 bytes each and begin with their name in UTF-16."""
    words, at = name.encode("utf-16-le") + b"\x00\x00", -1
    while (at := data.find(words, at + 1)) >= 0:
        if at % 128 == 0:
            return True
    return False
