"""Digits of both scripts, and text folded for comparison with the way back to the original.

Reports have white space inside words, two ways to type ำ, doubled dots and Thai digits beside
Arabic ones. Comparison happens on folded text; what is shown is always the original.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_OTHER_DIGITS = tuple(zip("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 2, strict=True))
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
_WORD = re.compile(r"\S+")
# Nearly every text has only white space to take out, which split() does many times faster
# than a walk. One of these says that there is more to it.
_MORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"[{_UNSEEN}]",
        rf"[{_TONES}][{_UPPER_VOWELS}]",
        rf"([{_UPPER_VOWELS}{_TONES}])\1",
        r"\d[.,]?\s+\d",
    )
)


def to_arabic(text: str) -> str:
    """Thai (and full-width) digits as Arabic ones; everything else as it is."""
    for other, arabic in _OTHER_DIGITS:  # faster than translate(), which looks up each letter
        text = text.replace(other, arabic)
    return text


def to_thai_digits(text: str) -> str:
    """Arabic digits as Thai ones; everything else as it is."""
    return text.translate(_TO_THAI)


@dataclass(frozen=True, kw_only=True)
class Folded:
    """A text for comparing, with the way back to the original.

    `text` has no white space, except one space where digits would run together ("๒ ๓" is
    not 23), and Arabic digits. `starts[i]`, `ends[i]` is the original span of its letter i.
    """

    text: str
    original: str

    @property
    def starts(self) -> list[int]:
        return self._spans[0]

    @property
    def ends(self) -> list[int]:
        return self._spans[1]

    @cached_property
    def _spans(self) -> tuple[list[int], list[int]]:
        """Found when asked for: most texts are only compared."""
        starts: list[int] = []
        ends: list[int] = []
        for piece, start, end in _pieces(self.original):
            if len(piece) == end - start:
                starts.extend(range(start, end))
                ends.extend(range(start + 1, end + 1))
            else:
                starts.extend([start] * len(piece))
                ends.extend([end] * len(piece))
        return starts, ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original half-open span of the folded one; empty where the folded one is."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or (0,))[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text without white space, with one spelling for what is typed in several ways."""
    return Folded(text=_folded(text), original=text)


def squash(text: str) -> str:
    """Folded text in lower case: two texts with the same squash say the same."""
    return _folded(text).casefold()


def _folded(text: str) -> str:
    if _has_only_spaces(text):
        return to_arabic("".join(text.split()))
    return to_arabic("".join([piece for piece, _, _ in _pieces(text)]))


def _has_only_spaces(text: str) -> bool:
    """Whether white space is all that folding takes out."""
    if "\u0e4d" in text or "เเ" in text or ".." in text:
        return False
    return not any(pattern.search(text) for pattern in _MORE)


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Folded pieces in order, each with the original span it stands for."""
    if _has_only_spaces(text):
        yield from ((word[0], *word.span()) for word in _WORD.finditer(text))
        return
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
