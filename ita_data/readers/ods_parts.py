"""What an ods claims to hold: repeated rows and columns are one element each in the file."""

import re

from ita_data.readers.archive import Archive
from ita_data.readers.parts import check_extent
from ita_data.readers.refusals import refusal
from ita_data.settings import Limits

_TABLE = re.compile(rb"<table:table[\s>]")
_ROW = re.compile(rb"<table:table-row([^>]*)>")
_CELL = re.compile(rb"<table:(?:covered-)?table-cell([^>]*?)(/?)>")
_ROWS = re.compile(rb'number-rows-repeated="(\d+)"')
_COLUMNS = re.compile(rb'number-columns-repeated="(\d+)"')


def check_ods(archive: Archive, limits: Limits) -> None:
    """Sheets and the extent of filled cells within the limits. Raises UnreadableFile.

    Empty cells repeated to the sheet's edge are in every honest file and take no room.
    """
    content = archive.part("content.xml")
    tables = _TABLE.split(content)[1:]
    if len(tables) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    for table in tables:
        check_extent(*_extent(table), limits)


def _extent(table: bytes) -> tuple[int, int]:
    """(last filled row, last filled column), repeats counted."""
    row, bottom, right = 0, 0, 0
    pieces = _ROW.split(table)
    for attributes, cells in zip(pieces[1::2], pieces[2::2], strict=False):
        row += _repeated(_ROWS, attributes)
        if width := _width(cells):
            bottom, right = row, max(right, width)
    return bottom, right


def _width(cells: bytes) -> int:
    """Columns up to the last filled cell of a row; 0 for an empty row."""
    column = width = 0
    for attributes, closed in _CELL.findall(cells):
        column += _repeated(_COLUMNS, attributes)
        if not closed or b"value-type" in attributes:
            width = column
    return width


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match.group(1)[:9]) if match else 1
