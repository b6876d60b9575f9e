"""Where Thai words end: PyThaiNLP's newmm (maximal matching within character clusters) over its
own word list.

The package is imported, and the list loaded, at the first word (some 0.3 s), and kept.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any


def segment(text: str) -> list[str]:
    """The words of a text; joined they are the text again."""
    return list(_newmm()(text, known_words()))


def smaller_words(word: str) -> list[str]:
    """The words that a word of the list is made of (เทคโนโลยี, สารสนเทศ), the fewest; the word
    itself where it is made of none."""
    parts = list(_newmm()(word, known_words().without(word)))
    return parts if all(part in known_words() for part in parts) else [word]


class KnownWords:
    """The word list as newmm asks it. Its own trie is the same words in a third of a second
    and many megabytes; here they are found by how they begin."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._left_out = ""
        lengths: dict[str, list[int]] = {}
        for begin, length in sorted({(word[:2], len(word)) for word in self._words}):
            lengths.setdefault(begin, []).append(length)
        self._lengths = lengths

    def __contains__(self, word: str) -> bool:
        return word in self._words and word != self._left_out

    def without(self, word: str) -> "KnownWords":
        """The same list but for one word."""
        fewer = object.__new__(KnownWords)
        fewer._words, fewer._lengths, fewer._left_out = self._words, self._lengths, word
        return fewer

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that begin at `start`, shortest first."""
        begin = text[start : start + 2]
        lengths = (*self._lengths.get(begin[:1], ()), *self._lengths.get(begin, ()))
        room = len(text) - start
        found = (
            text[start : start + length] for length in dict.fromkeys(lengths) if length <= room
        )
        return [word for word in found if word in self]


def are_loaded() -> bool:
    """Whether words can be told without a wait."""
    return known_words.cache_info().currsize > 0


@cache
def known_words() -> KnownWords:
    _newmm()
    from pythainlp.corpus import thai_words

    return KnownWords(thai_words())


@cache
def _newmm() -> Any:
    from pythainlp.tokenize.newmm import segment

    return segment
