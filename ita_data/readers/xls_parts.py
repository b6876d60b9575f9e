"""What an xls claims to hold: its records are walked before calamine makes room for them."""

import struct
from collections.abc import Iterator

from ita_data.readers.ole import Ole
from ita_data.readers.refusals import refusal
from ita_data.settings import Limits

# Record numbers and layouts of [MS-XLS].
_SHEET, _STRINGS, _EXTENT, _PASSWORD, _END = 0x0085, 0x00FC, 0x0200, 0x002F, 0x000A
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256


def check_xls(data: bytes, limits: Limits) -> None:
    """Password, sheets, declared strings and extents. Raises UnreadableFile."""
    stream = Ole(data).stream("Workbook", "Book")
    sheets: list[int] = []
    for number, record in records(stream, 0):
        if number == _PASSWORD:
            raise refusal("encrypted", program="Excel")
        if number == _STRINGS and max(_longs(record, 2), default=0) > limits.strings:
            raise refusal("too-much-text", limit=f"{limits.strings:,} ข้อความ")
        if number == _SHEET:
            sheets.extend(_longs(record, 1))
    if len(sheets) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    for start in sheets:
        for number, record in records(stream, start):
            if number == _EXTENT:
                _check_extent(record)


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(number, content) of each record from here to the end of its sheet (or the workbook's
    own part). Raises UnreadableFile where one is cut short."""
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        if at + 4 + length > len(stream):
            raise refusal("damaged")
        yield number, stream[at + 4 : at + 4 + length]
        if number == _END:
            return
        at += 4 + length
    raise refusal("damaged")


def _check_extent(record: bytes) -> None:
    """The format itself ends at row 65,536 and column IV: more is damage."""
    layout = {14: "<LLHH", 10: "<HHHH"}.get(len(record))
    if layout is None:
        raise refusal("damaged")
    top, bottom, left, right = struct.unpack_from(layout, record)
    if not (top <= bottom <= _MOST_ROWS and left <= right <= _MOST_COLUMNS):
        raise refusal("damaged")


def _longs(record: bytes, count: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{count}L", record) if len(record) >= 4 * count else ()
