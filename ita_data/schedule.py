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
    last day. Never more than one a day: "50,000 a year" is owed evenly, day by day.
    Raises ValueError where the period is reversed.
    """
    if end < start:
        raise ValueError(f"the period ends ({end}) before it starts ({start})")
    return _windows(start, end, cadence) or (end,)


def _windows(start: date, end: date, cadence: Cadence) -> tuple[date, ...]:
    """A cadence of zero or less is none."""
    if (cadence.every_months or 0) > 0:
        return _every_months(start, end, cadence.every_months or 0)
    if (cadence.every_days or 0) > 0:
        return _every_days(start, end, cadence.every_days or 0)
    if (cadence.per_year or 0) > 0:
        return _even_windows(start, end, cadence.per_year or 0)
    return ()


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _every_months(start: date, end: date, months: int) -> tuple[date, ...]:
    windows = (_months_between(start, end) + 1) // months
    dues = (add_months(start, months * (i + 1)) - ONE_DAY for i in range(windows))
    return tuple(due for due in dues if due <= end)


def _every_days(start: date, end: date, days: int) -> tuple[date, ...]:
    windows = ((end - start).days + 1) // days
    return tuple(start + timedelta(days=days * (i + 1) - 1) for i in range(windows))


def _even_windows(start: date, end: date, windows: int) -> tuple[date, ...]:
    """Windows of whole months where the period divides into them, else of days."""
    months = _whole_months(start, end)
    if months and months % windows == 0:
        return _every_months(start, end, months // windows)
    days = (end - start).days + 1
    windows = min(windows, days)
    return tuple(
        start + timedelta(days=round(days * (i + 1) / windows) - 1) for i in range(windows)
    )


def _whole_months(start: date, end: date) -> int | None:
    """How many months the period has, where they are whole; None otherwise."""
    after = end + ONE_DAY
    months = _months_between(start, after)
    return months if months and add_months(start, months) == after else None


def _months_between(start: date, end: date) -> int:
    """From the month of one day to that of another."""
    return (end.year - start.year) * 12 + end.month - start.month
