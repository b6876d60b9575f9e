"""How far the cells of a worksheet's part reach, found by patterns over its bytes.

calamine makes room for all cells from the first to the last: what it would see must be
seen here first. The plain cells that programs write are read at a glance; any other is
taken apart attribute by attribute, and what cannot be taken apart is refused.
"""

import re

from ita_data.readers.refusals import refusal

# Where an element of this name can begin, whatever its prefix and attributes.
_ANY_CELL = re.compile(rb"<(?:[^\s>:]*:)?c[\s/>]")
_ANY_ROW = re.compile(rb"<(?:[^\s>:]*:)?row[\s/>]")
_BARE_CELL = re.compile(rb"<c[\s/>]")
_PLAIN_CELL = re.compile(rb'<c r="([A-Z]+)(\d+)"(?: s="\d+")?(?: t="\w+")?(/?)>')
_ATTRIBUTES = rb"""((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))*)\s*(/?)>"""
_CELL = re.compile(rb"<(?:[^\s<>:]*:)?c" + _ATTRIBUTES)
_ROW = re.compile(rb"<(?:[^\s<>:]*:)?row" + _ATTRIBUTES)
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d*)""")
_LONGEST_NUMBER = 9


def is_sheet(part: bytes) -> bool:
    """Whether cells can stand in a part: whatever else it may be called."""
    return b"sheetData" in part


def extent_of(part: bytes) -> tuple[int, int]:
    """(last row, last column) of the filled cells of a sheet, or more; (0, 0) for no cell.

    An empty formatted cell takes no room. Raises UnreadableFile("damaged").
    """
    plain = _PLAIN_CELL.findall(part)
    if len(plain) != _cells_begun(part):
        return _extent_of_any(part)
    filled = [(letters, row) for letters, row, closed in plain if not closed]
    return _reach({letters for letters, _ in filled}, {row for _, row in filled})


def _cells_begun(part: bytes) -> int:
    """How many cells begin in a part; without a prefix, as nearly always, found much faster."""
    return len((_ANY_CELL if b":c" in part else _BARE_CELL).findall(part))


def column_of(letters: bytes) -> int:
    """A → 1, ZZ → 702; letters beyond any sheet give a number beyond any limit."""
    column = 0
    for letter in letters.upper()[:6]:
        column = column * 26 + letter - ord("A") + 1
    return column


def _reach(letters: set[bytes], rows: set[bytes]) -> tuple[int, int]:
    bottom = max((int(row[:_LONGEST_NUMBER]) for row in rows if row), default=0)
    return bottom, max(map(column_of, letters), default=0)


def _extent_of_any(part: bytes) -> tuple[int, int]:
    cells = _taken_apart(_CELL, _ANY_CELL, part)
    filled = [address for address, closed in cells if not closed]
    bottom, right = _reach({letters for letters, _ in filled}, {row for _, row in filled})
    if all(row for _, row in filled):
        return bottom, right
    # Cells without an address stand one after the other in the row that is open.
    numbers = [number for (_, number), _ in _taken_apart(_ROW, _ANY_ROW, part)]
    last, _ = _reach(set(), set(numbers))
    widest = max(len(_ANY_CELL.findall(row)) for row in _ANY_ROW.split(part))
    return max(bottom, last) + numbers.count(b""), right + widest


def _taken_apart(
    whole: re.Pattern[bytes], beginning: re.Pattern[bytes], part: bytes
) -> list[tuple[tuple[bytes, bytes], bool]]:
    """((letters, digits) of the address, closed at once) of every element that begins."""
    found = [
        (_ADDRESS.findall(attributes) or [(b"", b"")], bool(closed))
        for attributes, closed in whole.findall(part)
    ]
    if len(found) != len(beginning.findall(part)) or any(len(one) > 1 for one, _ in found):
        raise refusal("damaged")
    return [(addresses[0], closed) for addresses, closed in found]
