"""A period a year later: its days, and its words where they name years."""

import calendar
import re
from datetime import date

from ita_data.dates import MONTHS, MONTHS_SHORT, Period, parse_period, thai_date
from ita_data.thai import to_arabic, to_thai_digits

_DIGIT = "[0-9๐-๙]"
_SHORT = "|".join(r"\s*".join(rf"{part}\.?" for part in m[:-1].split(".")) for m in MONTHS_SHORT)
_TWO = rf"{_DIGIT}{{2}}(?!{_DIGIT})"
_DAY_OR_MONTH = rf"{_DIGIT}{{1,2}}\s*[/.-]\s*"
# A year: four digits anywhere, two where only a year can stand.
_YEAR = re.compile(
    rf"(?<!{_DIGIT})(?P<four>{_DIGIT}{{4}})(?!{_DIGIT})"
    rf"|(?P<before>(?:{'|'.join(MONTHS)}|{_SHORT})[\s,']*(?:พ\.?\s*ศ\.?\s*)?"
    rf"|(?:ปีงบประมาณ|ปี|พ\.?\s*ศ\.?)\s*|ไตรมาส\s*(?:ที่\s*)?{_DIGIT}\s*/\s*"
    rf"|(?<!{_DIGIT}){_DAY_OR_MONTH}{_DAY_OR_MONTH})(?P<two>{_TWO})"
)


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


def years_moved(text: str) -> str:
    """Every year that the text names, one more; each digit stays in its own script."""
    return _YEAR.sub(_moved, text)


def _moved(match: re.Match[str]) -> str:
    digits = match["four"] or match["two"]
    year = int(to_arabic(digits))
    if match["four"] and not (2400 <= year <= 2700 or 1900 <= year <= 2200):
        return match[0]
    new = f"{(year + 1) % 10 ** len(digits):0{len(digits)}d}"
    pairs = zip(new, digits, strict=True)
    written = (n if was.isascii() else to_thai_digits(n) for n, was in pairs)
    return (match["before"] or "") + "".join(written)


def _both(period: Period) -> tuple[date | None, date | None]:
    return period.start, period.end


def _near(some: tuple[date | None, ...], others: tuple[date | None, ...]) -> bool:
    """Same days; the last of February may be one off."""
    pairs = list(zip(some, others, strict=True))
    if any(one is None or other is None for one, other in pairs):
        return all(one is None and other is None for one, other in pairs)
    return all(abs((one - other).days) <= 1 for one, other in pairs if one and other)
