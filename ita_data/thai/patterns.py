"""Patterns of many words that are tried at every letter of a text."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """A pattern that matches one of the words, the longest that fits.

    Words with the same beginning share its check, so that most letters of a text are
    passed over at their first: several times faster than "word|word|…".
    """
    return f"(?:{'|'.join(_branches(sorted(set(words))))})"


def _branches(words: list[str]) -> list[str]:
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    return [re.escape(letter) + _rest(endings) for letter, endings in by_letter.items()]


def _rest(endings: list[str]) -> str:
    longer = [ending for ending in endings if ending]
    if not longer:
        return ""
    branches = _branches(longer)
    if len(longer) == len(endings) and len(branches) == 1:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if len(longer) < len(endings) else ''}"


def beginnings(words: Iterable[str]) -> str:
    """A pattern that matches the first letter of each word, also of one inside another, and digits.

    For patterns that would take long to be tried at every letter of a text.
    """
    known = set(words)
    shortest = (w for w in known if not any(w != v and w.startswith(v) for v in known))
    endings: dict[str, list[str]] = {}
    for word in sorted(shortest):
        endings.setdefault(word[0], []).append(word[1:])
    letters = [f"{re.escape(letter)}(?={_rest(rest)})" for letter, rest in endings.items()]
    return "|".join([*letters, r"\d"])
