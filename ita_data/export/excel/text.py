"""Thai text in cells: what a cell may hold, how high it stands, where a long one is cut."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from ita_data.export.official import printable

Value = str | int | float | date | None
# A cell of an xlsx file holds no more; XlsxWriter would cut the rest off.
CELL_LIMIT = 32_767
# The tallest row that a worksheet may have is 409 points.
LINE_POINTS = 15
PADDING_POINTS = 4
MOST_LINES = int((409 - PADDING_POINTS) / LINE_POINTS)
# Sarabun 10 pt: a letter is on average 7.04 px wide, a unit of column width 7 px; a line
# that ends at the last whole word leaves about a tenth of it empty.
LETTERS_A_UNIT = 0.88

# Vowels and tones above and below a letter take no width.
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
_THAI = "cp874"
_MARK_BYTES = "".join(filter(_MARKS.match, map(chr, range(0x0E00, 0x0E7F)))).encode(_THAI, "ignore")


def lines_of(text: str, width: float) -> int:
    """How many lines the text takes in a column of that width (worksheet units)."""
    letters = max(1, int(width * LETTERS_A_UNIT))
    if len(text) <= letters:
        return text.count("\n") + 1
    return sum([-(-length // letters) or 1 for length in _lengths(text)])


@lru_cache(maxsize=4_096)  # a text stands on two sheets: its marks are counted once
def _lengths(text: str) -> tuple[int, ...]:
    """How many letters with a width of their own each line has."""
    # As bytes, of Windows' Thai letters: marks are dropped in a quarter of the time.
    letters = text.encode(_THAI, "replace").translate(None, _MARK_BYTES)
    return tuple(map(len, letters.split(b"\n")))


def row_points(cells: Iterable[tuple[object, float]]) -> float:
    """Height in points of a row of (value, column width), at most a worksheet's."""
    lines = (lines_of(value, width) for value, width in cells if isinstance(value, str))
    return _points(max(lines, default=1))


def rows_points(columns: Iterable[Sequence[Value]], widths: Iterable[float]) -> list[float]:
    """The height of each row of a table, which comes as columns of equal length."""
    high: list[list[int]] = []
    for values, width in zip(columns, widths, strict=True):
        lines = {v: lines_of(v, width) if isinstance(v, str) else 1 for v in set(values)}
        if not high or max(lines.values()) > 1:
            high.append([lines[value] for value in values])
    return [*map(_points, map(max, zip(*high, strict=True)))]


@lru_cache
def _points(lines: int) -> float:
    return min(lines, MOST_LINES) * LINE_POINTS + PADDING_POINTS


def _at_most(text: str, width: float) -> int:
    """As many lines as the text could take: told without looking at its marks."""
    return text.count("\n") + 1 + int(len(text) / (width * LETTERS_A_UNIT))


def cell_text(text: str) -> str:
    """What is written of a text: all that a document can hold."""
    text = printable(text)
    # XlsxWriter takes "<r>…</r>" for its own markup, and writes it as it is.
    return text + " " if text.endswith("</r>") else text


def first_part(text: str) -> str:
    """As much of the text as one cell holds: nearly always all of it."""
    return text if len(text) <= CELL_LIMIT // 2 else cell_parts(text)[0]


def cell_parts(text: str, limit: int = CELL_LIMIT) -> list[str]:
    """The text in parts that a cell can hold, cut at line breaks.

    Parts joined with a line break are the text again. Only a single line longer than
    `limit` is cut inside, at a space where it has one; joined it gains a line break there.
    """
    text = printable(text)
    if fits_a_cell(text, limit):
        return [text]
    return list(_filled(_short_lines(text, limit), limit))


def fits_a_cell(text: str, limit: int = CELL_LIMIT) -> bool:
    """Whether a cell holds the text whole."""
    return len(text) <= limit // 2 or _units(text) <= limit


def surely_seen_whole(text: str, width: float) -> bool:
    """Whether one row shows it whole, told without looking at its marks."""
    return len(text) < MOST_LINES or _at_most(text, width) < MOST_LINES


def display_parts(text: str, width: float) -> list[str]:
    """The text in parts that can be seen whole in one row each."""
    if surely_seen_whole(text, width) or lines_of(text, width) <= MOST_LINES:
        return cell_parts(text)
    letters = max(1, int(width * LETTERS_A_UNIT))
    return list(_filled(_short_lines(text, letters), CELL_LIMIT, most_lines=MOST_LINES))


def _units(text: str) -> int:
    """Length as Excel counts it: a letter beyond the basic plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _short_lines(text: str, limit: int) -> Iterator[tuple[str, bool]]:
    """The lines, long ones in pieces; with each whether it was cut off from what follows."""
    for line in text.split("\n"):
        while _units(line) > limit:
            at = _cut(line, limit)
            yield line[:at], True
            line = line[at:]
        yield line, False


def _cut(line: str, limit: int) -> int:
    """Where to cut: after the last space that fits, else before a letter with no mark."""
    at = limit if max(line) <= "\uffff" else limit // 2
    if (space := line.rfind(" ", at // 2, at)) > 0:
        return space + 1
    while at > 1 and _MARKS.match(line[at]):
        at -= 1
    return at


def _filled(
    lines: Iterator[tuple[str, bool]], limit: int, most_lines: int | None = None
) -> Iterator[str]:
    """Lines joined again into parts as full as may be. A part that need not be seen whole
    (`most_lines` None) ends where a line was cut, so that the cut adds no line break."""
    part: list[str] = []
    size, room = 0, limit
    ended = False
    for line, cut in lines:
        needed = _units(line) + 1
        if part and (ended or size + needed > room or len(part) == most_lines):
            yield "\n".join(part)
            # Every other part is shorter: a reader may drop a part that repeats the last one.
            part, size, room = [], 0, limit - limit // 16 if room == limit else limit
        part.append(line)
        size += needed
        ended = cut and most_lines is None
    yield "\n".join(part)
