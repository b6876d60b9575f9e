"""On which due dates a ceiling held. Rules: docs/adr/0003."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ita_data.progress.dues import EPOCH, Dues, each_due
from ita_data.progress.keys import Ints
from ita_data.progress.results import Entries, Flags, Floats

# More days than dates have.
_DAYS = 1 << 22


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """The k due dates of ceilings that have passed: the indicator of each (`rows`), its number
    from 0, and on each basis (k × 3) whether the ceiling held at that day's close."""

    rows: Ints
    numbers: Ints
    held: Flags

    def unbroken(self, passed: Ints) -> Ints:
        """Of `passed` due dates (n × 1) how many from the first held, on each basis (n × 3)."""
        count = np.repeat(passed, self.held.shape[1], axis=1)
        rows, columns = np.nonzero(~self.held)
        np.minimum.at(count, (self.rows[rows], columns), self.numbers[rows])
        return count


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Course:
    """What stood at the close of each day with a result, in order of `keys`: row, then day."""

    keys: Ints
    amounts: Floats


def held_on_dues(
    dues: Dues, entries: Entries, ceiling: Flags, level: Flags, highest: Floats
) -> Held:
    """Of n indicators, which are ceilings, which are levels, and the highest amount allowed.

    A due date is held by the amount that stood at its close; with nothing reported by then, by
    the first amount reported later.
    """
    rows, numbers = each_due(np.where(ceiling, dues.passed, 0))
    keys = _keys(rows, dues.days[dues.offset[rows] + numbers])
    courses = (
        _course(entries, each[ceiling[entries.rows[each]]], level) for each in entries.chosen
    )
    amounts = np.stack([_standing(course, keys) for course in courses], axis=1)
    return Held(rows=rows, numbers=numbers, held=amounts <= highest[rows, None])


def _keys(rows: Ints, days: Ints) -> Ints:
    """One number for indicator and day, in this order; a result without a day comes first."""
    return rows * _DAYS + np.maximum(days + EPOCH, 0)


def _course(entries: Entries, chosen: Ints, level: Flags) -> _Course:
    chosen = chosen[np.argsort(entries.rows[chosen], kind="stable")]
    rows, amounts = entries.rows[chosen], entries.amounts[chosen]
    sums = pd.Series(amounts).groupby(rows).cumsum().to_numpy()
    keys = _keys(rows, entries.days[chosen])
    closes = np.append(keys[1:] != keys[:-1], True)[: len(keys)]
    return _Course(keys=keys[closes], amounts=np.where(level[rows], amounts, sums)[closes])


def _standing(course: _Course, keys: Ints) -> Floats:
    """The amount at each day; before the first its amount, NaN where the row has none at all."""
    own = np.append(course.keys // _DAYS, -1)
    last = np.searchsorted(course.keys, keys, side="right") - 1
    at = np.where(own[last] == keys // _DAYS, last, last + 1)
    amounts = np.append(course.amounts, np.nan)
    known = own[at] == keys // _DAYS
    return amounts[np.where(known, at, len(course.keys))]
