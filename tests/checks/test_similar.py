"""Similar texts: the index gives what comparing every pair gives; shared words in the originals."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.checks.similar import Copy, comparable, first_copies, shared_spans, similarity

LETTERS = "กขคงจ ุำa1"


def every_pair(texts: list[str], owners: list[int], at_least: float) -> list[Copy]:
    found = []
    for at, text in enumerate(texts):
        for of in range(at):
            alike = similarity(texts[of], text)
            if owners[of] != owners[at] and alike >= at_least:
                found.append(Copy(at=at, of=of, similarity=alike))
                break
    return found


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[str], list[int]]:
    """Texts of which some are others with a few letters deleted, inserted or replaced."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    letters = LETTERS[: draw(st.integers(2, len(LETTERS)))]
    texts: list[str] = []
    for _ in range(draw(st.integers(0, 12))):
        if texts and rng.random() < 0.7:
            texts.append(spoilt(rng, rng.choice(texts), letters))
        else:
            texts.append("".join(rng.choices(letters, k=rng.randint(1, 90))))
    return texts, sorted(rng.randint(0, 8) for _ in texts)


def spoilt(rng: random.Random, text: str, letters: str) -> str:
    """With operations spread evenly, the worst case for common pieces, or at random."""
    kept = list(text)
    operations = rng.randint(0, max(1, round(len(text) * 0.25)))
    step = max(1, len(text) // max(1, operations))
    for n in reversed(range(operations)):
        at = min(len(kept), n * step if rng.random() < 0.8 else rng.randint(0, len(kept)))
        if rng.random() < 0.5:
            del kept[at : at + 1]
        else:
            kept.insert(at, rng.choice(letters))
    return "".join(kept) or text


@given(corpora(), st.sampled_from([0.9, 0.9, 0.9, 0.95, 0.85, 0.7, 0.5, 1.0]))
@settings(max_examples=400)
def test_the_index_misses_and_adds_nothing(
    corpus: tuple[list[str], list[int]], at_least: float
) -> None:
    texts, owners = corpus
    assert list(first_copies(texts, owners, at_least)) == every_pair(texts, owners, at_least)


def test_the_first_earlier_text_of_another_owner_is_named() -> None:
    texts = ["ก" * 50, "ข" * 50, "ข" * 50, "ข" * 49 + "ค", "ก" * 50]
    found = [(copy.at, copy.of) for copy in first_copies(texts, [0, 1, 1, 2, 2], 0.9)]
    assert found == [(3, 1), (4, 0)]


@pytest.mark.parametrize(
    ("a", "b", "shared_a", "shared_b"),
    [
        ("จัด อบรม พนักงาน", "จัดอบรมพนักงาน", ["จัด อบรม พนักงาน"], ["จัดอบรมพนักงาน"]),
        ("ทำคู่มือ ๗ เล่ม", "ได้คู่มือ 7เล่ม", ["คู่มือ ๗ เล่ม"], ["คู่มือ 7เล่ม"]),
        ("กขค", "กขค", [], []),
        ("", "จัดอบรม", [], []),
        ("ABCD หนึ่ง", "abcd สอง", ["ABCD"], ["abcd"]),
    ],
)
def test_shared_words_are_found_in_the_originals(
    a: str, b: str, shared_a: list[str], shared_b: list[str]
) -> None:
    spans_a, spans_b = shared_spans(a, b)
    assert [a[start:end] for start, end in spans_a] == shared_a
    assert [b[start:end] for start, end in spans_b] == shared_b


@given(st.text(alphabet=LETTERS + "\n๑", max_size=60), st.text(alphabet=LETTERS, max_size=60))
def test_shared_spans_hold_the_same_words_in_order(a: str, b: str) -> None:
    spans_a, spans_b = shared_spans(a, b)
    assert [comparable(a[s:e]) for s, e in spans_a] == [comparable(b[s:e]) for s, e in spans_b]
    assert list(spans_a) == sorted(spans_a)
    assert list(spans_b) == sorted(spans_b)
