"""Text that copies right also in readers which look at single glyphs only.

Typst says what a group of glyphs means beside the group (ActualText), which Acrobat, Chrome
and poppler read. Others ask each glyph, and there typst gives the first glyph of a group the
whole group, so that ขั้น came out as ขั้ขั้น. Here each glyph gets its own letter.
"""

import io
import re
from typing import Any

# A group: what it means, the font, and the glyphs that are shown for it.
_GROUP = re.compile(rb"/ActualText<FEFF([0-9A-F]+)>>>BDC[^/]*/(f\d+) (.*?)\nEMC", re.DOTALL)
_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# ํ and a tone above it are one glyph.
_UNIT = re.compile("\u0e4d[\u0e48-\u0e4b]|.", re.DOTALL)
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
_ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{8,})>")

# The letters of each glyph, by its number.
Meanings = dict[int, str]


def with_glyph_letters(pdf: bytes) -> bytes:
    """The same document of typst, with each glyph's own letter as its meaning.

    ำ is drawn as two glyphs, ํ and า, and so reads there; ActualText still says ำ.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        learnt: dict[tuple[int, int], tuple[Any, Meanings]] = {}
        for page in document.pages:
            content = page.Contents.read_bytes()
            fonts: Any = page.Resources.get("/Font", {})
            for meaning, font, shown in dict.fromkeys(_GROUP.findall(content)):
                found = fonts[f"/{font.decode('ascii')}"]
                _, letters = learnt.setdefault(found.objgen, (found, {}))
                letters.update(_letters(meaning, shown))
        for font, letters in learnt.values():
            _correct(font.ToUnicode, letters)
        result = io.BytesIO()
        # What typst says of the document (its metadata) stays as it is.
        document.save(result, deterministic_id=True, fix_metadata_version=False)
    return result.getvalue()


def _letters(meaning: bytes, shown: bytes) -> Meanings:
    """Each glyph of a group with its letter; nothing where they do not pair off."""
    text = bytes.fromhex(meaning.decode("ascii")).decode("utf-16-be")
    letters = _UNIT.findall(_SARA_AM.sub("\u0e4d\\1\u0e32", text))
    raw = b"".join(_ESCAPED.sub(_unescaped, part) for part in _SHOWN.findall(shown))
    glyphs = [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]
    return dict(zip(glyphs, letters, strict=True)) if len(glyphs) == len(letters) else {}


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8)]) if code.isdigit() else _CONTROLS.get(code, code)


def _correct(to_unicode: Any, letters: Meanings) -> None:
    def entry(match: re.Match[bytes]) -> bytes:
        letter = letters.get(int(match[1], 16))
        return b"<%s> <%s>" % (match[1], _hex(letter)) if letter else match[0]

    to_unicode.write(_ENTRY.sub(entry, to_unicode.read_bytes()))


def _hex(letter: str) -> bytes:
    return letter.encode("utf-16-be").hex().upper().encode("ascii")
