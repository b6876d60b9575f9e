"""Which texts can be similar at all: told from how often letters stand in them.

Take two texts of n letters together, and let D operations (deleting or inserting one
letter) turn one into the other; texts of similarity t have D <= (1 - t) n. Runs of q
letters that neither loses are common to both, and an operation spoils at most q of them in
one text and q - 1 in the other: so at least n/2 - (q - 1) - (q - 1/2) D runs are common,
whatever their order. Counting them takes a few sums for many texts at once, so that only few
pairs are compared letter by letter. Nothing is missed: tests compare every pair.

Texts lie in the order of their lengths, so that those of a length that fits lie together:
the first count goes over them in one stretch, in 16-bit numbers. What is left is looked at
in its own order a little at a time, as the caller mostly stops at the first one that is alike.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from ita_data.checks.similar import similarity

Ints = NDArray[np.int64]
Counts = NDArray[np.int16]
# Undoes 0.1 + 0.2 and the like, always towards comparing one pair more.
TINY = 1e-3
# Length of the runs that are counted, and into how many buckets; what shares a bucket by
# chance only adds candidates. First the one that is quick, then those that see more.
QUICK = (1, 32)
THOROUGH = ((1, 128), (2, 512))
# So many texts are counted at once that their counts stay in the processor's cache.
STRETCH = 1_500
# How many are looked at more thoroughly at once: few first, as one of them may do.
FIRST_FEW, MORE = 8, 8
# Odd multipliers that scatter pairs of letters over the buckets. Single letters are not
# scattered: Thai has 128 code points in a row.
FIRST, SECOND = np.uint32(40503), np.uint32(10007)


class Candidates:
    """Distinct texts, in their order, and one similarity (0..1) that is asked for."""

    def __init__(self, texts: Sequence[str], at_least: float) -> None:
        self.at_least = at_least
        self.texts = in_few_letters(texts)
        self.lengths = np.array([len(text) for text in texts], dtype=np.int64)
        owners = np.repeat(np.arange(len(texts)), self.lengths)
        codes = _codes("".join(texts))
        self.by_length = np.argsort(self.lengths, kind="stable")
        self.place = np.argsort(self.by_length)
        self.sorted_lengths = self.lengths[self.by_length].astype(np.float64)
        quick = _profiles(codes, owners, len(texts), *QUICK)
        self.quick = np.ascontiguousarray(quick[self.by_length].T)
        self.thorough = [_profiles(codes, owners, len(texts), *run) for run in THOROUGH]

    def before(self, at: int) -> Iterator[Ints]:
        """Earlier texts that may be similar enough to text `at`, in order, a few at a time."""
        near = self._near(at)
        start, size = 0, FIRST_FEW
        while start < len(near):
            yield self._sifted(near[start : start + size], at)
            start, size = start + size, size * MORE

    def first_alike(self, at: int, others: Sequence[int]) -> tuple[int, float] | None:
        """The first of the others that is similar enough to text `at`, and how similar it is."""
        for other in others:
            if found := similarity(self.texts[at], self.texts[other], self.at_least):
                return other, found
        return None

    def _near(self, at: int) -> Ints:
        """Earlier texts of a fitting length with enough letters in common."""
        first, last = self._fitting(float(self.lengths[at]))
        found = [
            self._in_stretch(at, start, min(start + STRETCH, last))
            for start in range(first, last, STRETCH)
        ]
        near = np.concatenate(found)
        return np.sort(near[near < at])

    def _in_stretch(self, at: int, start: int, end: int) -> Ints:
        own = self.quick[:, self.place[at], np.newaxis]
        shared = np.minimum(self.quick[:, start:end], own).sum(axis=0, dtype=np.int16)
        both = self.sorted_lengths[start:end] + self.lengths[at]
        near: Ints = self.by_length[start:end][shared >= self._needed(both, QUICK[0])]
        return near

    def _fitting(self, length: float) -> tuple[int, int]:
        """Where in the order of lengths those lie that can be similar enough."""
        shortest = (self.at_least * length - TINY) / (2 - self.at_least)
        longest = ((2 - self.at_least) * length + TINY) / max(self.at_least, TINY)
        first = np.searchsorted(self.sorted_lengths, shortest, side="left")
        last = np.searchsorted(self.sorted_lengths, longest, side="right")
        return int(first), int(last)

    def _sifted(self, near: Ints, at: int) -> Ints:
        for (run, _), profiles in zip(THOROUGH, self.thorough, strict=True):
            both = (self.lengths[near] + self.lengths[at]).astype(np.float64)
            shared = np.minimum(profiles[near], profiles[at]).sum(axis=1, dtype=np.int64)
            near = near[shared >= self._needed(both, run)]
        return near

    def _needed(self, both: NDArray[np.float64], run: int) -> NDArray[np.float64]:
        """How many runs two texts of so many letters together have in common at least: what the
        head of this file says, with one product."""
        spoilt = run - 0.5
        return both * (0.5 - spoilt * (1 - self.at_least)) - (run - 1 + spoilt * TINY)


def in_few_letters(texts: Sequence[str]) -> list[str]:
    """The same texts with each letter under a number below 256, of which texts of two scripts
    have far fewer: letters are then compared by a table. As they are where they have more."""
    codes = _codes("".join(texts))
    present = np.flatnonzero(np.bincount(codes, minlength=1))
    if len(present) > 256:
        return list(texts)
    number = np.zeros(int(codes.max(initial=0)) + 1, dtype=np.uint8)
    number[present] = np.arange(len(present), dtype=np.uint8)
    whole = number[codes].tobytes().decode("latin-1")
    ends = np.cumsum([len(text) for text in texts]).tolist()
    return [whole[end - len(text) : end] for text, end in zip(texts, ends, strict=True)]


def _codes(letters: str) -> NDArray[np.uint32]:
    return np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _profiles(
    codes: NDArray[np.uint32], owners: Ints, texts: int, run: int, buckets: int
) -> Counts:
    """Text × bucket: how often a run of that many letters falls into it."""
    starts = max(0, len(codes) - run + 1)
    inside = owners[:starts] == owners[run - 1 :]
    scattered = codes[:starts] if run == 1 else codes[:-1] * FIRST + codes[1:] * SECOND
    cells = owners[:starts][inside] * buckets + scattered[inside] % buckets
    counts = np.bincount(cells, minlength=texts * buckets)
    return counts.reshape(texts, buckets).astype(np.int16)
