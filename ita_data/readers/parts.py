"""A look at the parts of an office file before any library opens them.

calamine ends the whole process on a cell far away or on an absurd declared count, so what
a part claims is compared with the limits first. The scan is by patterns over the bytes:
shorter than a parse, and it builds no tree. The worker's memory limit is the real fence.
"""

import re

from ita_data.readers.archive import Archive
from ita_data.readers.package import main_part
from ita_data.readers.refusals import megabytes, refusal
from ita_data.settings import Limits

_ODD_ENCODING = re.compile(
    rb"""\A<\?xml[^>]*?encoding\s*=\s*["'](?!utf-?8["']|us-ascii["'])""", re.IGNORECASE
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s")
_COUNTED = re.compile(rb"<(?:\w+:)?(sst|mergeCells)\s[^>]*>")
_COUNT = re.compile(rb"""[cC]ount\s*=\s*["'](\d+)""")
_MERGE = re.compile(rb"""mergeCell\s[^>]*?\bref\s*=\s*["']([A-Za-z]+)(\d+):([A-Za-z]+)(\d+)""")
# A cell with an address that is not closed at once: an empty formatted one takes no room.
_FILLED = re.compile(
    rb"""<(?:\w+:)?c\s+(?:[^>]*?\s)??r\s*=\s*["']([A-Za-z]+)(\d+)["'](?![^>]*/>)"""
)
_UNPLACED = re.compile(rb"<(?:\w+:)?c(?:>|\s(?!\s*r\s*=)(?![^>]*\br\s*=))")
_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".bmp", ".tif", ".tiff")
_STRING = re.compile(rb"<(?:\w+:)?si>(.*?)</(?:\w+:)?si>", re.DOTALL)
_STRING_USE = re.compile(rb"""\bt=["']s["'][^>]*>\s*(?:<[^v][^<]*<[^<]*>\s*)?<(?:\w+:)?v>(\d+)""")


def check_parts(archive: Archive) -> None:
    """Every XML part: UTF-8, no document type, no entities. Raises UnreadableFile."""
    for part in _xml_parts(archive):
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
            raise refusal("unsafe")
        odd = part.startswith((b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<"))
        if odd or _ODD_ENCODING.match(part.removeprefix(b"\xef\xbb\xbf")):
            raise refusal("unsafe")


def check_workbook(archive: Archive, limits: Limits) -> None:
    """An xlsx: sheets, extent, merges and text within the limits. Raises UnreadableFile.

    Every part is looked at as if it were a sheet, since any part can be named as one.
    """
    if len(_SHEET.findall(archive.part(main_part(archive)))) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    longest, strings = 0, []
    for part in _xml_parts(archive):
        _check_counts(part, limits)
        if b"<sst" in part or b":sst" in part:
            strings = [len(words) for words in _STRING.findall(part)]
            longest = max([longest, *strings])
    for part in _xml_parts(archive):
        _check_merges(part, limits)
        check_extent(*_extent(part), limits)
        _check_text(part, strings, longest, limits)


def check_extent(bottom: int, right: int, limits: Limits) -> None:
    """The last filled row and column of a sheet, and the area they span."""
    if right > limits.columns:
        raise refusal("too-wide", limit=f"{limits.columns:,}")
    if bottom > limits.rows:
        raise refusal("too-tall", limit=f"{limits.rows:,}")
    if bottom * right > limits.cells:
        raise refusal("too-many-cells", limit=f"{limits.cells:,}")


def _xml_parts(archive: Archive) -> list[bytes]:
    """All parts but pictures: any other name can be given to a sheet."""
    names = (name for name in archive.names if not name.lower().endswith(_PICTURES))
    return [archive.part(name) for name in names]


def _check_counts(part: bytes, limits: Limits) -> None:
    """Declared counts, for which room may be taken before the first item is read."""
    if b"sst" not in part and b"mergeCells" not in part:  # a plain look is much faster
        return
    for opening in _COUNTED.finditer(part):
        most = max((int(count[:20]) for count in _COUNT.findall(opening.group())), default=0)
        if opening.group(1) == b"sst" and most > limits.strings:
            raise refusal("too-much-text", limit=f"{limits.strings:,} ข้อความ")
        if opening.group(1) == b"mergeCells" and most > limits.merges:
            raise refusal("too-many-merges", limit=f"{limits.merges:,} แห่ง")


def _check_merges(part: bytes, limits: Limits) -> None:
    merges = _MERGE.findall(part)
    if len(merges) > limits.merges:
        raise refusal("too-many-merges", limit=f"{limits.merges:,} แห่ง")
    area = sum(
        (abs(int(bottom[:9]) - int(top[:9])) + 1) * (abs(_column(right) - _column(left)) + 1)
        for left, top, right, bottom in merges
    )
    if area > limits.merged_cells:
        raise refusal("too-many-merges", limit=f"{limits.merged_cells:,} เซลล์")


def _extent(part: bytes) -> tuple[int, int]:
    """(last row, last column) of the filled cells; (0, 0) for a part that is no sheet."""
    if b"row" not in part:
        return 0, 0
    filled = _FILLED.findall(part)
    bottom = max((int(row[:9]) for _, row in filled), default=0)
    right = max((_column(letters) for letters in {letters for letters, _ in filled}), default=0)
    if _UNPLACED.search(part):
        # Cells without an address stand one after the other in the row that is open.
        bottom = max([bottom, *(int(row[:9]) for row in _ROW_NUMBER.findall(part))])
        right = max([right, *(len(_CELL.findall(row)) for row in part.split(b"row "))])
    return bottom, right


def _column(letters: bytes) -> int:
    """A → 1, ZZ → 702; letters beyond any sheet give a number beyond any limit."""
    column = 0
    for letter in letters.upper()[:6]:
        column = column * 26 + letter - ord("A") + 1
    return column


def _check_text(part: bytes, strings: list[int], longest: int, limits: Limits) -> None:
    """One long text used by very many cells is short in the file and huge once read."""
    if not longest or part.count(b"<c ") * longest <= limits.text_bytes:
        return
    uses = (int(index[:9]) for index in _STRING_USE.findall(part))
    if sum(strings[index] for index in uses if index < len(strings)) > limits.text_bytes:
        raise refusal("too-much-text", limit=megabytes(limits.text_bytes))
