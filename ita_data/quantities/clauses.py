"""A short name for what a quantity counts, in the file's own words."""

import re

from ita_data.quantities.found import found_in
from ita_data.quantities.wording import TOTAL
from ita_data.thai import fold

LONGEST = 80
LOOK_BACK = 400
FEWEST_LETTERS = 5
FEWEST_JOINED = 3
# "๒.", "1)", "(3)", "-" and bullets where an item of a list begins.
_ITEM = re.compile(
    r"(?:(?<=\s)|^|(?<=[ก-๙]))(?:\(?[0-9๐-๙]{1,2}\)|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})?\.(?![0-9๐-๙])"
    r"|[0-9๐-๙]{1,2}\.[0-9๐-๙]{1,2}(?=\s))\s*|(?:^|(?<=\s))[-–•*▪➢✓]\s*"
)
# Where a new thought begins in running prose.
_LINK = re.compile(r"(?:และ|พร้อมทั้ง|พร้อม|รวมถึง|รวมทั้ง|ตลอดจน|โดย|ทั้งนี้|อีกทั้ง)\s*")
# After another quantity: a clause of its own follows, however short ("และอบรม", a line "ตรวจ").
_JOINED = re.compile(r"[^\S\n]*\n|\s*(?:และ|หรือ|พร้อมทั้ง|รวมถึง|รวมทั้ง|ตลอดจน)")
_LOOSE_END = re.compile(rf"(?:\s|[,(:;–-]|{TOTAL}|และ|หรือ|โดย|ให้|จึง|เช่น|คือ|ได้แก่|เป็นประจำ)+$")
_LOOSE_START = re.compile(r"^(?:\s|[,):;.–-]|และ|หรือ|พร้อมทั้ง|รวมถึง|รวมทั้ง|ตลอดจน|เพื่อ|โดย)+")


def clause_of(text: str, start: int, end: int) -> str:
    """What the quantity at a span counts: the words of its list item, or sentence, before it.

    Without list number and quantity, white space collapsed, at most 80 letters (the cut is
    shown by "…"). Where nothing stands before it, the words after it; "" where none do.
    """
    name, listed = _clause(text, start, end)
    if len(name) <= LONGEST:
        return name
    return _first_words(name) if listed else _last_thought(name)


def whole_clause_of(text: str, start: int, end: int) -> str:
    """The same uncut; as `clause_of` says it where it begins before what is looked at."""
    name, listed = _clause(text, start, end)
    looked_at = _tidy(text[max(0, start - LOOK_BACK) : start])
    begun_before = start > LOOK_BACK and not listed and looked_at.startswith(name)
    return clause_of(text, start, end) if begun_before else name


def _clause(text: str, start: int, end: int) -> tuple[str, bool]:
    """The words, and whether they begin where they should (else they are a long sentence's)."""
    head, listed = _before(text, start)
    name = _own(head) or _enough(_tidy(_up_to_first_quantity(head)))
    return (name, listed) if name else (_tidy(_after(text, end)), True)


def _before(text: str, start: int) -> tuple[str, bool]:
    """The words from the item's start to the quantity, and whether it is an item of a list."""
    head = text[max(0, start - LOOK_BACK) : start]
    items = list(_ITEM.finditer(head))
    return (head[items[-1].end() :], True) if items else (head, False)


def _after(text: str, end: int) -> str:
    tail = text[end : end + LOOK_BACK].lstrip(" )")
    item = _ITEM.search(tail)
    return _up_to_first_quantity(tail[: item.start()] if item else tail)


def _own(head: str) -> str:
    """The words after the last quantity; "" where they are too few to be a name."""
    words = _after_last_quantity(head)
    return _enough(_tidy(words), FEWEST_JOINED if _JOINED.match(words) else FEWEST_LETTERS)


def _enough(name: str, fewest: int = FEWEST_LETTERS) -> str:
    return name if _letters(name) >= fewest else ""


def _after_last_quantity(words: str) -> str:
    folded = fold(words)
    spans = [folded.span(f.start, f.end) for f in found_in(words, folded)]
    return words[spans[-1][1] :] if spans else words


def _up_to_first_quantity(words: str) -> str:
    folded = fold(words)
    first = next(found_in(words, folded), None)
    return words[: folded.span(first.start, first.end)[0]] if first else words


def _tidy(words: str) -> str:
    words = " ".join(words.split())
    return _LOOSE_END.sub("", _LOOSE_START.sub("", words))


def _letters(words: str) -> int:
    return sum(letter.isalpha() for letter in words)


def _first_words(name: str) -> str:
    """The name's beginning, cut at a space where one is near."""
    cut = name[: LONGEST - 1]
    space = cut.rfind(" ", LONGEST // 2)
    return _LOOSE_END.sub("", cut[:space] if space > 0 else cut) + "…"


def _last_thought(name: str) -> str:
    """The last part of a long sentence that begins like a thought, else at a space."""
    near = len(name) - LONGEST
    links = [m.end() for m in _LINK.finditer(name) if near <= m.end() < len(name) - 15]
    if links:
        return name[links[0] :]
    space = name.find(" ", near + 1)
    cut = name[space + 1 :] if 0 < space < len(name) - 15 else name[near + 1 :]
    return "…" + cut
