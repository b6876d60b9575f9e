"""A report's words as safe HTML, with the found quantities marked and numbered in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pages.widgets.text import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A half-open span of a text and the number of its proposal; `used` false: not counted."""

    start: int
    end: int
    number: int
    used: bool = True


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The whole text, escaped; overlapping spans keep the first, none is lost or doubled."""
    parts: list[str] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.number)):
        if not done <= mark.start < mark.end <= len(text):
            continue
        parts.append(escape(text[done : mark.start]))
        parts.append(_mark(text[mark.start : mark.end], mark))
        done = mark.end
    parts.append(escape(text[done:]))
    return "".join(parts)


def _mark(words: str, mark: Mark) -> str:
    kind = "" if mark.used else ' class="unused"'
    return f"<mark{kind}>{escape(words)}<sup>{mark.number}</sup></mark>"
