"""The due dates of every indicator, as flat arrays of days."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.model import Cadence
from ita_data.progress.keys import Ints, codes_of, first_rows
from ita_data.schedule import due_dates

EPOCH = date(1970, 1, 1).toordinal()
NO_DAY = np.iinfo(np.int64).min


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dues:
    """Schedules of n indicators. Days count from 1 January 1970, NO_DAY where there is none.

    Due date `i` (from 0) of indicator `k` is `days[offset[k] + i]`, for `i < total[k]`;
    `passed[k]` of them are on or before the day looked at. An indicator without a target
    or a period has none.
    """

    days: Ints
    offset: Ints
    total: Ints
    passed: Ints

    def day(self, number: Ints) -> Ints:
        """Due date `number` (from 0) of each indicator (n, or n × bases)."""
        shape = (-1,) + (1,) * (number.ndim - 1)
        offset, total = self.offset.reshape(shape), self.total.reshape(shape)
        inside = (number >= 0) & (number < total)
        padded = np.append(self.days, NO_DAY)
        return padded[np.where(inside, offset + number, -1)]


def dues_of(indicators: pd.DataFrame, as_of: date) -> Dues:
    """The schedules of `Tables.indicators`; each kind of schedule is worked out once."""
    columns = [days_of(indicators["start"]), days_of(indicators["end"])]
    columns += [_whole(indicators[name]) for name in ("every_months", "every_days", "per_year")]
    codes = codes_of(*columns)
    kinds = np.stack(columns, axis=1)[first_rows(codes)].tolist()
    schedules = [_schedule(*kind) for kind in kinds]
    today = day_of(as_of)
    total = np.array([len(schedule) for schedule in schedules], dtype=np.int64)
    passed = np.array([bisect_right(schedule, today) for schedule in schedules], dtype=np.int64)
    known = indicators["target"].notna().to_numpy()
    return Dues(
        days=np.array([day for schedule in schedules for day in schedule], dtype=np.int64),
        offset=(np.cumsum(total) - total)[codes],
        total=np.where(known, total[codes], 0),
        passed=np.where(known, passed[codes], 0),
    )


def each_due(total: Ints) -> tuple[Ints, Ints]:
    """Of indicators with so many due dates: the indicator of each, and its number from 0."""
    rows = np.repeat(np.arange(len(total)), total)
    return rows, np.arange(len(rows)) - np.repeat(np.cumsum(total) - total, total)


def day_of(day: date) -> int:
    return day.toordinal() - EPOCH


def days_of(dates: pd.Series) -> Ints:
    """Days of a column of dates; NaT → NO_DAY."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def dates_of(days: Ints) -> NDArray[np.datetime64]:
    """The reverse of `days_of`."""
    return days.astype("datetime64[D]").astype("datetime64[s]")


def _whole(numbers: pd.Series) -> Ints:
    return numbers.to_numpy(dtype=np.int64, na_value=0)


def _schedule(start: int, end: int, *cadence: int) -> tuple[int, ...]:
    """No due dates where a period is unknown or reversed."""
    if NO_DAY in (start, end) or end < start:
        return ()
    first, last = (date.fromordinal(day + EPOCH) for day in (start, end))
    months, days, per_year = (number or None for number in cadence)
    rhythm = Cadence(every_months=months, every_days=days, per_year=per_year)
    return tuple(day_of(due) for due in due_dates(first, last, rhythm))
