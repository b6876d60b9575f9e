"""Thai lines cut into pieces that no line break may cut: words with what clings to them.

Typst breaks about one Thai line in a hundred inside a word (กัน|ยายน), browsers more (เตรี|ยม).
The words of PyThaiNLP's newmm, between which alone a line may end, leave them nothing to
get wrong.
"""

import re
from collections.abc import Callable
from functools import lru_cache, partial

from ita_data.export.letters import visible, width_of
from ita_data.export.thai_words import segment, smaller_words
from ita_data.forms import words as agency_words
from ita_data.model import Report

SPACE = " "
# What never begins a line, and what never ends one.
_CLINGS_BACK = re.compile(r"[ๆฯ)\]}”’»,.;:!?%/0-9๐-๙–\u0e30-\u0e3a\u0e45\u0e47-\u0e4e-]")
_CLINGS_ON = re.compile(r"[(\[{“‘«–-]$")
# "-", "1.", "๒)", "(3)" and "ก." stand with the word they number.
_MARKER = re.compile(r"[-–•*]|\(?[0-9๐-๙]{1,2}[.)]|[ก-ฮ][.)]")
_LATIN, _LATIN_BEGINS = re.compile(r"[A-Za-z]"), re.compile(r"[!-~]")
# A part of an abbreviation.
_SHORT = re.compile(r"[ก-ฮ]{1,2}\.?")
# Where a word that is too wide is cut before others: after a dash, a stroke, a dot.
_AFTER = tuple(re.compile(f"(?<={sign})") for sign in ("-", "/", r"\."))
# A mark above or below takes no room of its own and stays with its letter.
_CLUSTER = re.compile(r"[เ-ไ]?.[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0300-\u036f]*[ะาำๅ]?", re.DOTALL)


def place_names(report: Report) -> tuple[str, ...]:
    """Names of places and departments in the report's words, longest first: none is cut."""
    kinds = sorted(agency_words()["agency"]["local"], key=len, reverse=True)
    kind = next((kind for kind in kinds if report.agency.startswith(kind)), "")
    names = {report.agency.removeprefix(kind), report.district, report.province}
    names |= {name for measure in report.measures for name in measure.departments}
    whole = (name for name in names if name and SPACE not in name)
    return tuple(sorted(whole, key=lambda name: (-len(name), name)))


def pieces(line: str, widest: float, names: tuple[str, ...] = ()) -> list[str]:
    """The pieces of one line, SPACE between those that a space parts.

    `names` are kept whole, as far as they fit. A piece wider than `widest` (em)
    would stick out of its column, and is cut in parts.
    """
    found: list[str] = []
    for run in visible(line).split():
        words = _words(run, names)
        if found and _MARKER.fullmatch(found[-1]) and found[-2:-1] in ([], [SPACE]):
            words = (f"{found.pop()}{SPACE}{words[0]}", *words[1:])
        elif found:
            found.append(SPACE)
        for word in words:
            found += [word] if width_of(word) <= widest else _smaller(word, widest)
    return found


def _smaller(word: str, widest: float) -> list[str]:
    """A word that is too wide: first of all a name is made of words."""
    return [part for one in _words(word, ()) for part in _parts(one, widest)]


def _parts(word: str, widest: float) -> list[str]:
    """The word in parts that fit: after a dash, stroke or dot, between the words it is made of,
    and only where these are too wide themselves between letters; marks stay with theirs."""
    parts = [""]
    for piece in _breakable(word, widest):
        for some in [piece] if width_of(piece) <= widest else _CLUSTER.findall(piece):
            if parts[-1] and width_of(parts[-1] + some) > widest:
                parts.append("")
            parts[-1] += some
    return parts


def _breakable(word: str, widest: float) -> list[str]:
    """Pieces that fit as far as there are places to cut, the better places first."""
    cuts: tuple[Callable[[str], list[str]], ...]
    cuts = (*(partial(re.split, after) for after in _AFTER), smaller_words)
    pieces = [word]
    for cut in cuts:
        parts = ([piece] if width_of(piece) <= widest else cut(piece) for piece in pieces)
        pieces = [part for some in parts for part in some if part]
    return pieces


@lru_cache(maxsize=20_000)
def _words(run: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a text without spaces, each with what clings to it."""
    words: list[str] = []
    for word in _cut(run, names):
        if words and _cling(words[-1], word):
            words[-1] += word
        else:
            words.append(word)
    return tuple(words)


def _cut(run: str, names: tuple[str, ...]) -> list[str]:
    if not any(name in run for name in names):
        return segment(run)
    parts = re.split(f"({'|'.join(map(re.escape, names))})", run)
    return [
        word
        for part in filter(None, parts)
        for word in ([part] if part in names else segment(part))
    ]


def _cling(before: str, word: str) -> bool:
    """Also the parts of an address, of a Latin word and of an abbreviation (มี.ค.)."""
    latin = _LATIN.search(before) and _LATIN_BEGINS.match(word)
    short = before.endswith(".") and (_SHORT.fullmatch(word) or _MARKER.fullmatch(before))
    return bool(latin or short or _CLINGS_BACK.match(word) or _CLINGS_ON.search(before))
