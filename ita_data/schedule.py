"""When a promise falls due: the last day of each window of its cadence, from the measure's start.

Source of the rules: the project's domain notes, "Progress"; choices are in docs/adr/0003.
"""

import calendar
from datetime import date, timedelta
from functools import lru_cache

from ita_data.model import Cadence

ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=4096)
def due_dates(start: date, end: date, cadence: Cadence) -> tuple[date, ...]:
    """The days, in order, by whose close the promise is owed; both ends are inclusive.

    At least one: what has no cadence, or a cadence longer than the period, is due on the
    last day. Raises ValueError where the period is reversed.
    """
    if end < start:
        raise ValueError(f"the period ends ({end}) before it starts ({start})")
    if cadence.per_year:
        return _even_windows(start, end, cadence.per_year)
    if cadence.every_months:
        dues = _every_months(start, end, cadence.every_months)
    elif cadence.every_days:
        dues = _every_days(start, end, cadence.every_days)
    else:
        dues = ()
    return dues or (end,)


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _every_months(start: date, end: date, months: int) -> tuple[date, ...]:
    dues: list[date] = []
    while (due := add_months(start, months * (len(dues) + 1)) - ONE_DAY) <= end:
        dues.append(due)
    return tuple(dues)


def _every_days(start: date, end: date, days: int) -> tuple[date, ...]:
    windows = ((end - start).days + 1) // days
    return tuple(start + timedelta(days=days * (i + 1) - 1) for i in range(windows))


def _even_windows(start: date, end: date, windows: int) -> tuple[date, ...]:
    """Windows of whole months where the period divides into them, else of days."""
    months = _whole_months(start, end)
    if months and months % windows == 0:
        return _every_months(start, end, months // windows)
    days = (end - start).days + 1
    return tuple(
        max(start, start + timedelta(days=round(days * (i + 1) / windows) - 1))
        for i in range(windows)
    )


def _whole_months(start: date, end: date) -> int | None:
    """How many months the period has, where they are whole; None otherwise."""
    after = end + ONE_DAY
    months = (after.year - start.year) * 12 + after.month - start.month
    return months if months and add_months(start, months) == after else None
