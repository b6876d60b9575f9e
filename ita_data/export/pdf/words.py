"""Where Thai words end: maximal matching over PyThaiNLP's word list, as its newmm does it.

The rules are those of newmm and of its character clusters (PyThaiNLP, Apache 2.0; Theeramunkong
and others 2000, Korakot Chaovavanich). They stand here because importing the package takes four
times as long as a page: its word list is read from its folder, and looked up by bisection. A test
holds every cut against the package's own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from heapq import heappop, heappush
from importlib.util import find_spec
from itertools import groupby, pairwise
from pathlib import Path

_NOT_THAI = re.compile(r"[-a-zA-Z]+|\d+(?:[,\.]\d+)*|[ \t]+|\r?\n|[^\u0E00-\u0E7F \t\r\n]+")
_SHORT = re.compile("[ก-ฮ]{,2}")
# A cluster is never cut. c: a consonant, t: a tone, k: a silenced letter after it.
_CLUSTERS = """
เc็ck เcctาะk เccีtยะk เccีtย(?=[เ-ไก-ฮ]|$)k เcc็ck เcิc์ck เcิtck เcีtยะ?k เcืtอะ?k
เc[ิีุู]tย(?=[เ-ไก-ฮ]|$)k เctา?ะ?k cัtวะk c[ัื]tc[ุิะ]?k c[ิุู]์ c[ะ-ู]tk cรรc์ c็ ct[ะาำ]?k ck
แc็c แcc์ แctะ แcc็c แccc์ โctะ [เ-ไ]ct ก็ อึ หึ
"""
# So many ways through a text at once are too many: then it is cut where it stands.
_MOST_WAYS = 50
_BEYOND = "\U0010ffff"


def segment(text: str) -> list[str]:
    """The words of a text; joined they are the text again."""
    return list(_words(text))


def smaller_words(word: str) -> list[str]:
    """The words that a word of the list is made of (เทคโนโลยี, สารสนเทศ), the fewest; the word
    itself where it is made of none."""
    ends = _cluster_ends(word)
    ways = {
        at: [end for end in _word_ends(word, at) if ends[end] and end - at < len(word)]
        for at in range(len(word))
    }
    path = _shortest(ways, 0, len(word))
    return [word[at:end] for at, end in pairwise([0, *path])] or [word]


def _words(text: str) -> Iterator[str]:
    ends, length = _cluster_ends(text), len(text)
    ways: dict[int, list[int]] = {}
    found, open_ends, done = 0, [0], 0
    while open_ends[0] < length:
        begin = heappop(open_ends)
        for end in _word_ends(text, begin):
            if ends[end]:
                ways.setdefault(begin, []).append(end)
                found += 1
                if end not in open_ends:
                    heappush(open_ends, end)
                if found > _MOST_WAYS:
                    break
        if len(open_ends) == 1:
            for end in _shortest(ways, done, open_ends[0]):
                yield text[done:end]
                done = end
            ways, found = {}, 0
        elif not open_ends:
            done = _unknown_end(text, begin, ends)
            yield text[begin:done]
            ways, found = {}, 0
            heappush(open_ends, done)


def _shortest(ways: dict[int, list[int]], start: int, goal: int) -> list[int]:
    """The ends of the fewest words from `start` to `goal`; of equals the first that was found,
    and none where no way leads there."""
    seen = {start}
    paths: list[tuple[int, list[int]]] = [(start, [])]
    for place, path in paths:
        for end in ways.get(place, ()):
            if end == goal:
                return [*path, end]
            if end not in seen:
                seen.add(end)
                paths.append((end, [*path, end]))
    return []


def _unknown_end(text: str, begin: int, ends: bytearray) -> int:
    """Where what is no word ends: at the next word of more than two consonants, or not Thai."""
    if other := _NOT_THAI.match(text, begin):
        return other.end()
    for place in range(begin + 1, len(text)):
        if ends[place]:
            if _NOT_THAI.match(text, place):
                return place
            for end in _word_ends(text, place):
                if ends[end] and not _SHORT.fullmatch(text, place, end):
                    return place
    return len(text)


def _cluster_ends(text: str) -> bytearray:
    """1 at each place where a cluster ends, else 0; one place more than letters."""
    ends = bytearray(len(text) + 1)
    for cluster in _cluster().finditer(text):
        ends[cluster.end()] = 1
    return ends


def _word_ends(text: str, begin: int) -> Iterator[int]:
    """The ends of the words of the list that begin at a place, the shortest first."""
    if _is_word(text[begin]):
        yield begin + 1
    known = _beginning_with(text[begin : begin + 2])
    for length, words in known:
        if begin + length > len(text):
            return
        if text[begin : begin + length] in words:
            yield begin + length


@cache
def _cluster() -> re.Pattern[str]:
    after = _CLUSTERS.replace("k", "(?:cc?[ูุิ]?[์])?")
    after = after.replace("c", "[ก-ฮ]").replace("t", "[่-๋]?")
    return re.compile("|".join([*after.split(), "."]), re.DOTALL)


@lru_cache(maxsize=256)
def _is_word(letter: str) -> bool:
    words = _all_words()
    at = bisect_left(words, letter)
    return words[at : at + 1] == [letter]


@lru_cache(maxsize=4_096)
def _beginning_with(two: str) -> tuple[tuple[int, frozenset[str]], ...]:
    """The words of at least two letters that begin so, by their length, the shortest first."""
    if len(two) < 2:
        return ()
    words = _all_words()
    at = bisect_left(words, two)
    found = sorted(words[at : bisect_left(words, two + _BEYOND, at)], key=len)
    return tuple((length, frozenset(some)) for length, some in groupby(found, len))


@cache
def _all_words() -> list[str]:
    """The word list in order; it comes with the package, which is not run for it."""
    spec = find_spec("pythainlp")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("pythainlp", name="pythainlp")
    path = Path(spec.submodule_search_locations[0]) / "corpus" / "words_th.txt"
    return sorted(map(str.strip, path.read_text(encoding="utf-8-sig").splitlines()))
