"""Digits of both scripts, and text folded for comparison with the way back to the original.

Reports have white space inside words, two ways to type ำ, doubled dots and Thai digits beside
Arabic ones. Comparison happens on folded text; what is shown is always the original.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TO_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 2)
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_UPPER_VOWELS = "\u0e31\u0e34-\u0e3a"
_TONES = "\u0e47-\u0e4c\u0e4e"

# Whatever folding changes; all between two matches is kept letter by letter.
_ODD = re.compile(
    rf"(?P<gap>[\s{_UNSEEN}]+)"
    rf"|\u0e4d(?P<tone>[{_TONES}]?)\u0e32"  # nikhahit + sara aa, a tone between them or before
    rf"|(?P<early>[{_TONES}][{_UPPER_VOWELS}])"  # tone typed before the vowel
    rf"|(?P<double>[{_UPPER_VOWELS}{_TONES}])(?P=double)+"
    r"|(?P<ae>เเ)"
    r"|(?P<dots>\.{2,})"
)


def to_arabic(text: str) -> str:
    """Thai (and full-width) digits as Arabic ones; everything else as it is."""
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    """Arabic digits as Thai ones; everything else as it is."""
    return text.translate(_TO_THAI)


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """A text for comparing, with the way back to the original.

    `text` has no white space, except one space where digits would run together ("๒ ๓" is
    not 23), and Arabic digits. `starts[i]`, `ends[i]` is the original span of its letter i.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original half-open span of the folded one; empty where the folded one is."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text without white space, with one spelling for what is typed in several ways."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in _pieces(text):
        letters.append(piece)
        if len(piece) == end - start:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    return Folded(
        text="".join(letters).translate(_TO_ARABIC), starts=tuple(starts), ends=tuple(ends)
    )


def squash(text: str) -> str:
    """Folded text in lower case: two texts with the same squash say the same."""
    return "".join(piece for piece, _, _ in _pieces(text)).translate(_TO_ARABIC).casefold()


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Folded pieces in order, each with the original span it stands for."""
    done = 0
    for odd in _ODD.finditer(text):
        start, end = odd.span()
        if done < start:
            yield text[done:start], done, start
        if piece := _folded_piece(odd, text):
            yield piece, start, end
        done = end
    if done < len(text):
        yield text[done:], done, len(text)


def _folded_piece(odd: re.Match[str], text: str) -> str:
    kind = odd.lastgroup
    if kind == "gap":
        return " " if _parts_numbers(text, *odd.span()) else ""
    if kind == "tone":
        return f"{odd['tone']}ำ"
    if kind == "early":
        return odd["early"][::-1]
    if kind == "double":
        return odd["double"]
    return "แ" if kind == "ae" else "."


def _parts_numbers(text: str, start: int, end: int) -> bool:
    """Whether removing the gap would join two numbers ("2 3", "1. 5")."""
    if not start or not text[end : end + 1].isdecimal():
        return False
    left = start - 2 if text[start - 1] in ".," else start - 1
    return left >= 0 and text[left].isdecimal() and any(map(str.isspace, text[start:end]))
