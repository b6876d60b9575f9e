"""Digits of both scripts, and text folded for comparison with the way back to the original.

Reports have white space inside words, two ways to type ำ, doubled dots and Thai digits beside
Arabic ones. Comparison happens on folded text; what is shown is always the original.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

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
_GAP = re.compile(r"(\s+)")
# Nearly every text has only white space to take out, which split() does many times faster
# than a walk. One of these says that there is more to it.
_ANY_UNSEEN = re.compile(rf"[{_UNSEEN}]")
_ANY_EARLY = re.compile(rf"[{_TONES}][{_UPPER_VOWELS}]")
_ANY_DOUBLE = re.compile(rf"([{_UPPER_VOWELS}{_TONES}])\1")
_ANY_PARTED = re.compile(r"\d[.,]?\s+\d")
_ANY_OTHER_DIGIT = re.compile("[๐-๙０-９]")
# Headers, numbers, labels and titles are folded again and again; whole cells are not.
_SHORT = 120


def to_arabic(text: str) -> str:
    """Thai (and full-width) digits as Arabic ones; everything else as it is."""
    if _ANY_OTHER_DIGIT.search(text):
        for other, arabic in _OTHER_DIGITS:  # faster than translate(): it looks up every letter
            text = text.replace(other, arabic)
    return text


def to_thai_digits(text: str) -> str:
    """Arabic digits as Thai ones; everything else as it is."""
    return text.translate(_TO_THAI)


@dataclass(frozen=True, kw_only=True)
class Folded:
    """A text for comparing, with the way back to the original.

    `text` has no white space, except one space where digits would run together ("๒ ๓" is
    not 23), and Arabic digits. `only_spaces`: nothing else was changed or left out.
    """

    text: str
    original: str
    only_spaces: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original half-open span of the folded one; empty where the folded one is."""
        if start < end:
            return self._letter(start)[0], self._letter(end - 1)[1]
        letters = len(self.text)
        at = self._letter(start)[0] if start < letters else self._letter(letters - 1)[1]
        return at, at

    def is_glued(self, at: int) -> bool:
        """Whether nothing stood between the folded text's letter and the one before it."""
        return self._letter(at)[0] == self._letter(at - 1)[1]

    def glued_until(self, at: int, most: int) -> int:
        """The first place after `at` before which something stood; `most` where none does."""
        if self.only_spaces and 0 <= at < len(self.text):  # quick: only words and gaps
            ends, _ = self._places
            return min(ends[bisect_right(ends, at)], most)
        return next((end for end in range(at + 1, most) if not self.is_glued(end)), max(at, most))

    def _letter(self, at: int) -> tuple[int, int]:
        """Original span of one letter of the folded text; (0, 0) where there is none."""
        if not 0 <= at < len(self.text):
            return 0, 0
        ends, spans = self._places
        piece = bisect_right(ends, at)
        start, end = spans[2 * piece], spans[2 * piece + 1]
        before = ends[piece - 1] if piece else 0
        if ends[piece] - before != end - start:  # several letters became others, as one
            return start, end
        return start + at - before, start + at - before + 1

    @cached_property
    def _places(self) -> tuple[list[int], list[int]]:
        """Where each piece ends in the folded text; where it starts and ends in the original.

        Found when asked for: most texts are only compared.
        """
        if self.only_spaces:
            lengths = list(map(len, _GAP.split(self.original)))  # of words and gaps in turn
            return list(accumulate(lengths[::2])), [0, *accumulate(lengths)]
        pieces = list(_pieces(self.original))
        ends = list(accumulate(len(piece) for piece, _, _ in pieces))
        return ends, [at for _, start, end in pieces for at in (start, end)]


def fold(text: str) -> Folded:
    """The text without white space, with one spelling for what is typed in several ways."""
    only_spaces = _has_only_spaces(text)
    return Folded(text=_folded(text, only_spaces), original=text, only_spaces=only_spaces)


def squash(text: str) -> str:
    """Folded text in lower case: two texts with the same squash say the same."""
    return _squashed_short(text) if len(text) <= _SHORT else _squashed(text)


def _squashed(text: str) -> str:
    return _folded(text, _has_only_spaces(text)).casefold()


_squashed_short = lru_cache(maxsize=4096)(_squashed)


def _folded(text: str, only_spaces: bool) -> str:
    if only_spaces:
        return to_arabic("".join(text.split()))
    return to_arabic("".join([piece for piece, _, _ in _pieces(text)]))


def _has_only_spaces(text: str) -> bool:
    """Whether white space is all that folding takes out."""
    return not (
        "\u0e4d" in text
        or "เเ" in text
        or ".." in text
        or _ANY_UNSEEN.search(text)
        or _ANY_EARLY.search(text)
        or _ANY_DOUBLE.search(text)
        or _ANY_PARTED.search(text)
    )


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
