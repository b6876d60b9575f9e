"""Files made by the tests: honest ones, and ones that lie."""

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import openpyxl

from ita_data.errors import UnreadableFile
from ita_data.grid import Grid, Value
from ita_data.readers import read
from ita_data.settings import Limits

LIMITS = Limits()
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def grids(data: bytes, limits: Limits = LIMITS) -> tuple[Grid, ...]:
    return read("รายงาน", data, limits).grids


def rows(data: bytes) -> dict[int, dict[int, Value]]:
    """The rows of a file's only grid, as plain dicts."""
    (grid,) = grids(data)
    return {row: dict(cells) for row, cells in grid.rows.items()}


def code(data: bytes, limits: Limits = LIMITS) -> str:
    """The code of the refusal; "read" where the file was read after all."""
    try:
        read("รายงาน", data, limits)
    except UnreadableFile as refused:
        return refused.code
    return "read"


def reason(data: bytes, limits: Limits = LIMITS) -> str:
    try:
        read("รายงาน", data, limits)
    except UnreadableFile as refused:
        return refused.reason
    return ""


def workbook(fill: Callable[[Any], None] | None = None) -> bytes:
    """An xlsx; `fill` gets openpyxl's workbook with one sheet."""
    book = openpyxl.Workbook()
    if fill:
        fill(book)
    else:
        book.active.append(["ลำดับที่", "มาตรการ"])
        book.active.append([1, "จัดทำคู่มือ"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def document(fill: Callable[[Any], None]) -> bytes:
    """A docx; `fill` gets python-docx's document."""
    written = docx.Document()
    fill(written)
    out = io.BytesIO()
    written.save(out)
    return out.getvalue()


def word(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A docx with this XML as its body, prefix w for Word's names and r for relations."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = f'<w:document xmlns:w="{W}" xmlns:r="{relations}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": main, **(parts or {})})


def _main(kind: str, target: str) -> str:
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return (
        f'<Relationships xmlns="{package}">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def sheet(content: str, **parts: str) -> bytes:
    """An xlsx whose only sheet has this XML inside `worksheet`."""
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    shared = (
        f'<Relationship Id="rId2" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    strings = shared if "sharedStrings" in parts else ""
    files = {
        "_rels/.rels": _main(f"{relations}/officeDocument", "xl/workbook.xml"),
        "[Content_Types].xml": '<Types xmlns="x"/>',
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{relations}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/>'
        f"{strings}</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}">{content}</worksheet>',
    }
    return zipped(files | {f"xl/{name}.xml": part for name, part in parts.items()})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file whose directory names these streams."""
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\x00") + struct.pack("<H", 2 * len(name) + 2)
        + b"\x02" + b"\x00" * 61
        for name in ("Root Entry", *streams)
    )  # fmt: skip
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00") + entries
