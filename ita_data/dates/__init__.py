"""Thai dates, periods and fiscal years, read from any wording and written in one.

Dates are CE dates, fiscal years Buddhist-era years. The way in for all that has to do with
dates: the files beside this one do part of the work.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from ita_data.dates.fiscal import (
    FISCAL_YEARS,
    be_year,
    fiscal_months,
    fiscal_year_bounds,
    fiscal_year_of,
    half_year_end,
    in_fiscal_year,
    month_ends,
    named_fiscal_years,
)
from ita_data.dates.mentions import Mention, deadlines_in, months_in, planned_days
from ita_data.dates.moments import (
    BE_OFFSET,
    ERA,
    MONTHS,
    MONTHS_SHORT,
    PARTED,
    TO,
    YEAR,
    moments_in,
)
from ita_data.dates.open_ends import OPEN_END, OPEN_START, Period
from ita_data.dates.periods import parse_period
from ita_data.dates.years import NamedYear, moved_out_of, years_moved, years_of
from ita_data.thai import fold, one_of, to_thai_digits

__all__ = [
    "BE_OFFSET", "FISCAL_YEARS", "MONTHS", "MONTHS_SHORT", "OPEN_END", "OPEN_START", "Digits",
    "Mention", "NamedYear", "Period",
    "deadlines_in", "fiscal_months", "fiscal_year_bounds", "fiscal_year_of", "half_year_end",
    "month_ends", "month_short", "month_spans", "months_between", "months_in", "moved_out_of",
    "parse_date", "parse_fiscal_year", "parse_period",
    "planned_days", "thai_date", "thai_date_long", "years_moved", "years_of",
]  # fmt: skip

# Numbers of telephones and papers. Years joined so are of plans and schools, and in
# "2568 - 30 ก.ย. 2569" the second number is a day.
_JOINED = re.compile(
    r"(?<!\d)0(?:[ -]?\d){8,9}(?!\d)"
    r"|(?<!\d)(?!2\d{3}(?:[-–—−](?:2\d{3}|[5-9]\d)|/2\d{3})(?![-–—−/\d]))\d+(?:[-–—−/]\d+)+"
    rf"(?!\d|{one_of((*MONTHS, *MONTHS_SHORT))})"
)
Digits = Literal["arabic", "thai"]
_OF_YEAR = re.compile(rf"ประจำ(?P<year>ปี{ERA}{YEAR})")
_ANY_YEAR = re.compile(
    rf"(?<![\d/.,])(?P<year>{ERA}(?:\d{{4}}|(?:(?<=ศ\.)|(?<=ศ)|(?<=ปี)){PARTED}))(?![\d,])"
)
_YEAR_ALONE = re.compile(rf"(?<![\-–—])(?<!ถึง){_ANY_YEAR.pattern}(?!{TO}{ERA}\d)")


def thai_date(day: date | None, digits: Digits = "arabic") -> str:
    """ "22 พ.ย. 2568"; "–" where there is no date."""
    return _written(day, MONTHS_SHORT, digits)


def thai_date_long(day: date | None, digits: Digits = "arabic") -> str:
    """ "22 พฤศจิกายน 2568"; "–" where there is no date."""
    return _written(day, MONTHS, digits)


def month_short(day: date, digits: Digits = "arabic") -> str:
    """ "พ.ย. 68": the month of a day, for narrow headings."""
    return _in_digits(f"{MONTHS_SHORT[day.month - 1]} {(day.year + BE_OFFSET) % 100:02d}", digits)


def month_spans(months: Sequence[date]) -> str:
    """ "ม.ค. 69, มี.ค.–มิ.ย. 69": months in order by their first days, three and more in a row
    as a span."""
    rows: list[list[date]] = []
    for month in months:
        if rows and months_between(rows[-1][-1], month) == 1:
            rows[-1].append(month)
        else:
            rows.append([month])
    return ", ".join(word for row in rows for word in _spanned(row))


def months_between(one: date, other: date) -> int:
    """From the month of one day to that of another."""
    return 12 * (other.year - one.year) + other.month - one.month


def _spanned(row: Sequence[date]) -> list[str]:
    if len(row) < 3:
        return [month_short(month) for month in row]
    first, last = row[0], row[-1]
    begin = MONTHS_SHORT[first.month - 1] if first.year == last.year else month_short(first)
    return [f"{begin}–{month_short(last)}"]


def _written(day: date | None, months: tuple[str, ...], digits: Digits) -> str:
    if day is None:
        return "–"
    return _in_digits(f"{day.day} {months[day.month - 1]} {day.year + BE_OFFSET}", digits)


def _in_digits(text: str, digits: Digits) -> str:
    return to_thai_digits(text) if digits == "thai" else text


def parse_fiscal_year(text: str) -> int | None:
    """The fiscal year (BE) that a title names; None where it names none.

    "ปีงบประมาณ" before a year wins over "ประจำปี", that over any other year in the text, and
    a year alone over those of a range ("แผน 5 ปี (พ.ศ. 2566 - 2570)").
    """
    folded = fold(text).text
    if (years := named_fiscal_years(folded)) and years[0] in FISCAL_YEARS:
        return years[0]
    alone = _JOINED.sub("|", folded)
    for wording, text in ((_OF_YEAR, folded), (_YEAR_ALONE, alone), (_ANY_YEAR, alone)):
        for match in wording.finditer(text):
            if (year := be_year(match["year"])) in FISCAL_YEARS:
                return year
    return None


def parse_date(text: str, fiscal_year: int | None = None) -> date | None:
    """The first day that the text names (a month's first day where it names no day).

    Without a year: in `fiscal_year` (BE) where given. None where no date can be read, or
    the month has no such day.
    """
    moments = moments_in(fold(text).text)
    if not moments or moments[0].overruns:
        return None
    moment = moments[0]
    if moment.year is None:
        if fiscal_year is None:
            return None
        moment = in_fiscal_year(moment, fiscal_year)
    return moment.first
