"""What a PDF of ours says, asked of the file itself: its pieces of text and where they stand."""

import io
import re
from dataclasses import dataclass
from typing import Any

import pikepdf

SHOWN = re.compile(
    rb"(?:/(f\d+) [\d.]+ Tf)|\(((?:[^()\\]|\\.)*)\)|/ActualText<FEFF([0-9A-F]+)>>>BDC|\nEMC",
    re.DOTALL,
)
PIECE = re.compile(rb"q 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm((?:(?! cm[/\n]).)*?)\nET", re.DOTALL)
ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of text on a page; `x`, `y` in points from the page's lower left."""

    page: int
    x: float
    y: float
    text: str


def pieces_of(pdf: bytes) -> list[Piece]:
    """Every piece, in the order they were set."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            Piece(page=number, x=float(x), y=float(y), text=_text(shown, fonts))
            for number, page in enumerate(document.pages, start=1)
            for fonts in [_fonts(page)]
            for x, y, shown in PIECE.findall(page.Contents.read_bytes())
        ]


def _fonts(page: Any) -> dict[bytes, dict[int, str]]:
    return {
        str(name)[1:].encode(): {
            int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for glyph, text in ENTRY.findall(font.ToUnicode.read_bytes())
        }
        for name, font in page.Resources.Font.items()
    }


def _text(shown: bytes, fonts: dict[bytes, dict[int, str]]) -> str:
    """By ActualText where it is given, else by the meaning of each glyph."""
    letters: list[str] = []
    font, grouped = next(iter(fonts.values())), False
    for match in SHOWN.finditer(shown):
        name, glyphs, meaning = match.groups()
        if name:
            font = fonts[name]
        elif meaning:
            letters.append(bytes.fromhex(meaning.decode()).decode("utf-16-be"))
            grouped = True
        elif glyphs is None:
            grouped = False
        elif not grouped:
            raw = ESCAPED.sub(_unescaped, glyphs)
            letters += [font[int.from_bytes(raw[i : i + 2])] for i in range(0, len(raw), 2)]
    return "".join(letters)


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if code.isdigit() else CONTROLS.get(code, code)


def lines_of(pdf: bytes) -> list[str]:
    """The lines as they were set: pieces that follow each other at one height of one page
    and not to the left of the one before."""
    lines: list[list[Piece]] = []
    for piece in pieces_of(pdf):
        before = lines[-1][-1] if lines else None
        same = before and (before.page, before.y) == (piece.page, piece.y) and piece.x > before.x
        if same:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return ["".join(piece.text for piece in line) for line in lines]
