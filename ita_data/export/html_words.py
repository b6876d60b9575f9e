"""Text as html whose lines end between Thai words only.

Browsers break Thai by word lists of their own, at times inside a word, and `keep-all` does not
hold them back. Where white space keeps a line whole, a <wbr> with ordinary white space still
ends it (as in <nobr>): so lines end there and nowhere else. It adds no letter to what is copied.
"""

from functools import lru_cache
from html import escape

from ita_data.export.official import WIDTHS
from ita_data.export.pieces import SPACE, pieces

BREAK = "<wbr>"


def rooms(table_px: float, padding_px: float, font_px: float) -> tuple[float, ...]:
    """How wide a word may be in each column of the official table (em)."""
    return tuple((table_px * share / 100 - padding_px) / font_px for share in WIDTHS)


def by_word(text: str, room: float, names: tuple[str, ...] = ()) -> str:
    """Escaped text with a <wbr> where a line may end; line ends as they are.

    A word wider than `room` (em) may end a line inside; `names` are kept whole.
    """
    return "\n".join(_line(line, room, names) for line in text.split("\n"))


@lru_cache(maxsize=8_192)
def _line(line: str, room: float, names: tuple[str, ...]) -> str:
    shown = (piece if piece == SPACE else escape(piece) for piece in pieces(line, room, names))
    return BREAK.join(shown).replace(f"{BREAK}{SPACE}", SPACE)
