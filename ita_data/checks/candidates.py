"""Which texts can be similar at all: told from how often letters stand in them.

Take two texts of n letters together, and let D operations (deleting or inserting one
letter) turn one into the other; texts of similarity t have D <= (1 - t) n. Runs of q
letters that neither loses are common to both, and an operation spoils at most q of them in
one text and q - 1 in the other: so at least n/2 - (q - 1) - (q - 1/2) D runs are common,
whatever their order. Counting them takes a few sums for all texts at once, so that only few
pairs are compared letter by letter. Nothing is missed: tests compare every pair.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
# Undoes 0.1 + 0.2 and the like, always towards comparing one pair more.
TINY = 1e-3
# Length of the runs that are counted, and into how many buckets; what shares a bucket by
# chance only adds candidates. First the one that is quick, then those that see more.
RUNS = ((1, 32), (1, 128), (2, 512))
# Odd multipliers that scatter pairs of letters over the buckets. Single letters are not
# scattered: Thai has 128 code points in a row.
FIRST, SECOND = np.uint32(40503), np.uint32(10007)


class Candidates:
    """Distinct texts, in their order, and one similarity (0..1) that is asked for."""

    def __init__(self, texts: Sequence[str], at_least: float) -> None:
        self.at_least = at_least
        self.lengths = np.array([len(text) for text in texts], dtype=np.int64)
        owners = np.repeat(np.arange(len(texts)), self.lengths)
        codes = _codes("".join(texts))
        self.profiles = [_profiles(codes, owners, len(texts), *run) for run in RUNS]

    def before(self, at: int) -> Iterator[int]:
        """Earlier texts that may be similar enough to text `at`, in order."""
        both = self.lengths[:at] + self.lengths[at]
        operations = (1 - self.at_least) * both + TINY
        near = np.flatnonzero(np.abs(both - 2 * self.lengths[at]) <= operations)
        for (run, _), profiles in zip(RUNS, self.profiles, strict=True):
            needed = both[near] / 2 - (run - 1) - (run - 0.5) * operations[near]
            shared = np.minimum(profiles[near], profiles[at]) @ np.ones(
                profiles.shape[1], dtype=np.float32
            )
            near = near[shared >= needed]
        yield from (int(other) for other in near)


def _codes(letters: str) -> NDArray[np.uint32]:
    return np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _profiles(
    codes: NDArray[np.uint32], owners: Ints, texts: int, run: int, buckets: int
) -> NDArray[np.float32]:
    """Text × bucket: how often a run of that many letters falls into it. Whole numbers, kept
    as floats because these are the quickest to add up."""
    starts = max(0, len(codes) - run + 1)
    inside = owners[:starts] == owners[run - 1 :]
    scattered = codes[:starts] if run == 1 else codes[:-1] * FIRST + codes[1:] * SECOND
    cells = owners[:starts][inside] * buckets + scattered[inside] % buckets
    counts = np.bincount(cells, minlength=texts * buckets)
    return counts.reshape(texts, buckets).astype(np.float32)
