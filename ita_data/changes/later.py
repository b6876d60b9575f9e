"""A period a year later: its days, and its words where they name years."""

import calendar
from datetime import date

from ita_data.dates import Period, parse_period, thai_date, years_moved
from ita_data.thai import to_arabic, to_thai_digits


def a_year_later(
    text: str, start: date | None, end: date | None, fiscal_year: int
) -> tuple[str, date | None, date | None]:
    """Words, first and last day of a period of `fiscal_year` (BE), a year later.

    Words that still say it with their years moved stay as they are otherwise ("ไตรมาส 2",
    Thai digits); others are written anew from the days. Unknown days stay unknown.
    """
    words = years_moved(text)
    before, after = parse_period(text, fiscal_year), parse_period(words, fiscal_year + 1)
    moved = later(start), later(end)
    if _near((after.start, after.end), (later(before.start), later(before.end))):
        return words, *(_both(after) if (start, end) == _both(before) else moved)
    if start is None or end is None:
        return words, *moved
    digits = to_thai_digits if text != to_arabic(text) else str
    return digits(f"{thai_date(moved[0])} – {thai_date(moved[1])}"), *moved


def later(day: date | None) -> date | None:
    """The same day of the next year; 29 February becomes the 28th."""
    if day is None:
        return None
    last = calendar.monthrange(day.year + 1, day.month)[1]
    return day.replace(year=day.year + 1, day=min(day.day, last))


def _both(period: Period) -> tuple[date | None, date | None]:
    return period.start, period.end


def _near(some: tuple[date | None, ...], others: tuple[date | None, ...]) -> bool:
    """Same days; the last of February may be one off."""
    pairs = list(zip(some, others, strict=True))
    if any(one is None or other is None for one, other in pairs):
        return all(one is None and other is None for one, other in pairs)
    return all(abs((one - other).days) <= 1 for one, other in pairs if one and other)
