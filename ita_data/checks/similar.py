"""Texts that are nearly the same: which ones, and what they share.

Similarity is rapidfuzz's ratio (twice the longest common subsequence over both lengths) of
texts without white space, 0..1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from ita_data.thai import fold, squash

Span = tuple[int, int]
# Cells are pages at most; longer ones (a whole file in one cell) are compared by their beginning.
LONGEST = 4_000
# Shorter runs of common letters are chance, not copying: not worth marking.
SHORTEST_SHARED = 4
# rapidfuzz drops some that are as similar as its cutoff exactly, by rounding.
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Text `at` is as similar to the earlier text `of` as `similarity` says."""

    at: int
    of: int
    similarity: float


def comparable(text: str) -> str:
    """What is compared of a text."""
    return squash(text)[:LONGEST]


def similarity(a: str, b: str, at_least: float = 0.0) -> float:
    """Similarity of two comparable texts; 0 where it is below `at_least`."""
    found = Indel.normalized_similarity(a, b, score_cutoff=max(0.0, at_least - ROUNDING))
    return found if found >= at_least else 0.0


def shared_spans(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What two texts share: half-open spans in `a` and in `b`, as they stand in the originals.

    Spans are in order; runs of fewer than four letters are left out.
    """
    folded_a, folded_b = fold(a), fold(b)
    left, right = folded_a.text[:LONGEST], folded_b.text[:LONGEST]
    runs = [
        (block.a, block.b, block.size)
        for block in Indel.opcodes(left.lower(), right.lower()).as_matching_blocks()
        if block.size >= SHORTEST_SHARED
    ]
    return (
        tuple(folded_a.span(at, at + size) for at, _, size in runs),
        tuple(folded_b.span(at, at + size) for _, at, size in runs),
    )


def first_copies(texts: Sequence[str], owners: Sequence[int], at_least: float) -> Iterator[Copy]:
    """For each text the first earlier one of another owner that is at least that similar.

    `texts` are comparable texts and `owners` their owners, in ascending order. Gives
    exactly what comparing every pair would give.
    """
    from ita_data.checks.candidates import Candidates  # numpy: the command line starts without

    first_of: dict[str, int] = {}
    for at, text in enumerate(texts):
        first_of.setdefault(text, at)
    distinct, firsts = list(first_of), list(first_of.values())
    place = {text: at for at, text in enumerate(distinct)}
    candidates = Candidates(distinct, at_least)
    for at, text in enumerate(texts):
        for few in candidates.before(place[text]):
            others = [one for one in few.tolist() if owners[firsts[one]] != owners[at]]
            if found := candidates.first_alike(place[text], others):
                yield Copy(at=at, of=firsts[found[0]], similarity=found[1])
                break
        else:
            if owners[first_of[text]] != owners[at]:
                yield Copy(at=at, of=first_of[text], similarity=1.0)
