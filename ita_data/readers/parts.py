"""A look at the parts of an office file before any library opens them.

calamine ends the whole process on a cell far away or on an absurd declared count, so what
a part claims is compared with the limits first. The scan is by patterns over the bytes:
shorter than a parse, and it builds no tree. The worker's memory limit is the real fence.
"""

import re

from ita_data.errors import UnreadableFile
from ita_data.readers.archive import Archive
from ita_data.readers.package import main_part
from ita_data.readers.refusals import refusal
from ita_data.readers.shared_text import check_text, lengths_of, longest_of_each
from ita_data.readers.sheet_extent import column_of, extent_of, is_sheet
from ita_data.settings import Limits

_ODD_ENCODING = re.compile(
    rb"""\A<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE
)
_SHEET = re.compile(rb"<(?:[^\s<>:]*:)?sheet\s")
# A ">" may stand inside quotation marks, a "+" before the number.
_COUNTED = re.compile(rb"""<(?:[^\s<>:]*:)?(sst|mergeCells)\s(?:[^>"']|"[^"]*"|'[^']*')*>""")
_COUNT = re.compile(rb"""[cC]ount\s*=\s*["']\s*\+?(\d+)""")
_MERGE = re.compile(
    rb"""<(?:[^\s<>:]*:)?mergeCell\s[^<>]*?\bref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)"""
)
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff", ".svg")


def check_parts(archive: Archive) -> None:
    """Every XML part: UTF-8, no document type, no entities. Raises UnreadableFile.

    Pictures are left out: their drawing may have a document type, and no reader opens them.
    """
    for name in archive.names:
        if not name.lower().endswith(_PICTURES):
            part = archive.part(name)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part or _is_odd(part):
                raise refusal("unsafe")


def check_workbook(archive: Archive, limits: Limits) -> None:
    """An xlsx: sheets, extent, merges and text within the limits. Raises UnreadableFile.

    Every part is looked at as if it were a sheet, since any part can be named as one, even
    a picture.
    """
    if len(_SHEET.findall(archive.part(main_part(archive)))) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    parts = [archive.part(name) for name in archive.names]
    if any(map(_is_odd, parts)):
        raise refusal("unsafe")
    shared = [part for part in parts if b"sst" in part]
    for part in shared:
        most = limits.strings
        _check_declared(b"sst", part, most, refusal("too-much-text", limit=f"{most:,} ข้อความ"))
    lengths = longest_of_each([lengths_of(part) for part in shared])
    for part in parts:
        _check_merges(part, limits)
        if is_sheet(part):
            check_extent(*extent_of(part), limits)
            check_text(part, lengths, limits)


def check_extent(bottom: int, right: int, limits: Limits) -> None:
    """The last filled row and column of a sheet, and the area they span."""
    if right > limits.columns:
        raise refusal("too-wide", limit=f"{limits.columns:,}")
    if bottom > limits.rows:
        raise refusal("too-tall", limit=f"{limits.rows:,}")
    if bottom * right > limits.cells:
        raise refusal("too-many-cells", limit=f"{limits.cells:,}")


def _is_odd(part: bytes) -> bool:
    """Whether a part is in another encoding than UTF-8, in which no pattern finds anything."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")):
        return True
    return bool(_ODD_ENCODING.match(part.removeprefix(b"\xef\xbb\xbf")))


def _check_declared(element: bytes, part: bytes, most: int, refused: UnreadableFile) -> None:
    """Declared counts, for which room may be taken before the first item is read."""
    if len(re.findall(rb"<(?:[^\s>:]*:)?" + element + rb"[\s/>]", part)) > 1:
        raise refusal("damaged")  # a part has one; many would be searched again and again
    for opening in _COUNTED.finditer(part):
        counts = (int(count[:20]) for count in _COUNT.findall(opening.group()))
        if opening.group(1) == element and max(counts, default=0) > most:
            raise refused


def _check_merges(part: bytes, limits: Limits) -> None:
    if b"mergeCell" not in part:  # a plain look is much faster than a pattern's search
        return
    too_many = refusal("too-many-merges", limit=f"{limits.merges:,} แห่ง")
    _check_declared(b"mergeCells", part, limits.merges, too_many)
    merges = _MERGE.findall(part)
    if len(merges) > limits.merges:
        raise too_many
    area = sum(
        (abs(int(bottom[:9]) - int(top[:9])) + 1) * (abs(column_of(right) - column_of(left)) + 1)
        for left, top, right, bottom in merges
    )
    if area > limits.merged_cells:
        raise refusal("too-many-merges", limit=f"{limits.merged_cells:,} เซลล์")
