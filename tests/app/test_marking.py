"""A file's words on the page: every word there, none of it markup, the found ones marked."""

import html
import re

from hypothesis import given
from hypothesis import strategies as some

from pages.importing.marking import Mark, marked

SPANS = some.tuples(some.integers(0, 30), some.integers(0, 30), some.integers(1, 9))


def test_quantities_are_marked_with_the_number_of_their_proposal() -> None:
    words = "คู่มือ ๗ เล่ม <b>"
    marks = [Mark(start=7, end=13, number=2), Mark(start=0, end=6, number=1, used=False)]
    assert marked(words, marks) == (
        '<mark class="unused">คู่มือ<sup>1</sup></mark> <mark>๗ เล่ม<sup>2</sup></mark> &lt;b&gt;'
    )


def test_a_span_that_overlaps_or_lies_outside_is_not_marked() -> None:
    marks = [Mark(start=0, end=3, number=1), Mark(start=2, end=4, number=2)]
    assert (
        marked("abcd", [*marks, Mark(start=3, end=9, number=3)]) == "<mark>abc<sup>1</sup></mark>d"
    )


@given(some.text(max_size=30), some.lists(SPANS))
def test_no_word_is_lost_or_becomes_markup(text: str, spans: list[tuple[int, int, int]]) -> None:
    shown = marked(text, [Mark(start=a, end=b, number=n) for a, b, n in spans])
    bare = re.sub(r"<sup>\d</sup></mark>|<mark>", "", shown)
    assert html.unescape(bare) == text
    assert "<" not in bare
