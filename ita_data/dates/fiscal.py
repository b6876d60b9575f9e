"""Fiscal years: Buddhist-era year `y` runs from 1 October `y`-1 to 30 September `y`."""

import re
from datetime import date, timedelta

from ita_data.dates.moments import BE_OFFSET, ERA, TO, YEAR, Moment, ce_year

_YEARS = rf"(?P<first>{ERA}{YEAR})(?:{TO}(?P<last>{ERA}{YEAR}))?"
_FISCAL = re.compile(rf"(?:ปีงบประมาณ|ปีงบฯ|ปีงบ|ปีงป\.?ม?\.?|FY)(?:ของ|ประจำปี)?{_YEARS}")

# Those (BE) that a report can be of: 1957 to 2100, on which all dates can be reckoned.
FISCAL_YEARS = range(2500, 2644)


def fiscal_year_of(day: date) -> int:
    """The fiscal year (BE) a day falls in: 1 Oct 2024 → 2568."""
    return day.year + BE_OFFSET + (day.month >= 10)


def fiscal_year_bounds(fiscal_year: int) -> tuple[date, date]:
    """First and last day of a fiscal year (BE): 2568 → 1 Oct 2024, 30 Sep 2025."""
    year = fiscal_year - BE_OFFSET
    return date(year - 1, 10, 1), date(year, 9, 30)


def half_year_end(fiscal_year: int) -> date:
    """Last day of the first half of a fiscal year (BE): 2568 → 31 Mar 2025."""
    return date(fiscal_year - BE_OFFSET, 3, 31)


def fiscal_months(fiscal_year: int) -> tuple[date, ...]:
    """The first days of its twelve months, October to September."""
    year = fiscal_year - BE_OFFSET
    return tuple(date(year - (month >= 10), month, 1) for month in (10, 11, 12, *range(1, 10)))


def month_ends(fiscal_year: int) -> tuple[date, ...]:
    """The last days of its twelve months."""
    firsts = (*fiscal_months(fiscal_year), fiscal_months(fiscal_year + 1)[0])
    return tuple(first - timedelta(days=1) for first in firsts[1:])


def be_year(words: str) -> int | None:
    """BE year of "พ.ศ.2568", "ปี68", "2025"."""
    match = re.fullmatch(rf"(?P<era>{ERA})(?P<year>{YEAR})", words)
    year = ce_year(match["year"], match["era"]) if match else None
    return year + BE_OFFSET if year else None


def named_fiscal_years(folded: str) -> tuple[int, int] | None:
    """First and last year after "ปีงบประมาณ"; None where no year stands there."""
    match = _FISCAL.search(folded)
    first = be_year(match["first"]) if match else None
    if match is None or first is None:
        return None
    return first, (be_year(match["last"]) if match["last"] else None) or first


def in_fiscal_year(moment: Moment, fiscal_year: int) -> Moment:
    return moment.in_year(fiscal_year - BE_OFFSET - (moment.month >= 10))
