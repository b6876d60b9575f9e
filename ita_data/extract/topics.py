"""Which of the form's headings a measure stands under, by its title."""

from functools import lru_cache

from rapidfuzz import fuzz

from ita_data.forms import Form, words
from ita_data.thai import remembered, squash

# Likeness (percent) of a title to a heading; a heading may be part of a longer title.
LIKENESS = 85


def topic_of(title: str, form: Form) -> int | None:
    """The heading (from 1) that a title names, whole or in part; None where it names none."""
    return _topic_of(title, form.topics) if title else None


@remembered
def _topic_of(title: str, headings: tuple[str, ...]) -> int | None:
    folded, topics = squash(title), _folded(headings)
    for number, topic in enumerate(topics, start=1):
        if topic in folded:  # likeness 100; the usual case, found without measuring
            return number
    likeness = [_likeness(folded, topic) for topic in topics]
    best = max(likeness, default=0)
    return likeness.index(best) + 1 if best >= LIKENESS else None


@lru_cache(maxsize=64)
def _folded(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(squash, texts))


def _likeness(title: str, topic: str) -> float:
    """Percent; 0 below LIKENESS, of which nobody asks how far."""
    if len(title) < 0.85 * len(topic):
        return fuzz.ratio(title, topic, score_cutoff=LIKENESS)
    return fuzz.partial_ratio(topic, title, score_cutoff=LIKENESS)


def is_section(text: str, form: Form) -> bool:
    """Whether a line is a heading over measures: one of the form's, or "ด้านที่ ๒ …"."""
    folded = squash(text)
    if folded.startswith(_folded(tuple(words()["around"]["section"]))):
        return True
    return any(fuzz.ratio(folded, topic) >= LIKENESS for topic in _folded(form.topics))
