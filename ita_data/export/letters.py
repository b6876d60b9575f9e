"""What the packaged font can draw, and how wide: read from the font file itself."""

import struct
from collections.abc import Iterator
from functools import lru_cache

from ita_data.export.fonts import FOLDER

# Drawn as nothing, by the rules of Unicode: no font needs a picture of them.
INVISIBLE = dict.fromkeys([0x00AD, 0x034F, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
                           *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)])  # fmt: skip


def visible(text: str) -> str:
    """The text without the marks that nobody sees (zero-width spaces, joiners)."""
    return text.translate(INVISIBLE)


def missing_letters(text: str) -> str:
    """The letters of a text that the font cannot draw, each once, in order."""
    known = advances()
    return "".join(dict.fromkeys(c for c in visible(text) if c not in known and not c.isspace()))


def width_of(text: str) -> float:
    """How wide the text is, in sizes of the font (em); unknown letters count as one em."""
    known = advances()
    return sum(known.get(letter, 1.0) for letter in text)


@lru_cache(maxsize=1)
def advances() -> dict[str, float]:
    """The width of every letter of the regular font, in em."""
    data = (FOLDER / "Sarabun-Regular.ttf").read_bytes()
    tables = dict(_tables(data))
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    widths = struct.unpack_from(">" + "Hh" * count, data, tables["hmtx"])[::2]
    glyphs = _characters(data, tables["cmap"])
    return {letter: widths[min(glyph, count - 1)] / units for letter, glyph in glyphs}


def _tables(data: bytes) -> Iterator[tuple[str, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, at)
        yield tag.decode("ascii"), offset


def _characters(data: bytes, cmap: int) -> Iterator[tuple[str, int]]:
    """Every letter with its glyph, of the subtable for the basic plane (format 4)."""
    at = _subtable(data, cmap)
    (twice,) = struct.unpack_from(">H", data, at + 6)
    number = twice // 2
    ends = struct.unpack_from(f">{number}H", data, at + 14)
    starts = struct.unpack_from(f">{number}H", data, at + 16 + twice)
    deltas = struct.unpack_from(f">{number}H", data, at + 16 + 2 * twice)
    offsets_at = at + 16 + 3 * twice
    offsets = struct.unpack_from(f">{number}H", data, offsets_at)
    for i, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", data, offsets_at + 2 * i + offset + 2 * (code - start)
                )
            if glyph:
                yield chr(code), (glyph + delta) & 0xFFFF


def _subtable(data: bytes, cmap: int) -> int:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for at in range(cmap + 4, cmap + 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", data, at)
        if (platform, encoding) == (3, 1):
            return cmap + int(offset)
    raise ValueError("the font has no Unicode table")
