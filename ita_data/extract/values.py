"""A cell's value as the officer sees it: text, number or date."""

import calendar
import re
from datetime import date, datetime, timedelta

from ita_data.dates import BE_OFFSET, thai_date
from ita_data.grid import Value
from ita_data.model import Number
from ita_data.thai import to_arabic

# Day 0 of a worksheet's serial numbers, and the serials that are days of our times
# (1954 to 2064) rather than counts. Source: the project's notes on reading.
SERIAL_ZERO = date(1899, 12, 30)
SERIALS = range(20_000, 60_001)
FIRST_BE_YEAR = 2400
_AMOUNT = re.compile(r"\d+(?:\.\d+)?|\.\d+")


def text_of(value: Value) -> str:
    """The value as text: whole numbers without ".0", days as Thai dates, "" for nothing."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ใช่" if value else "ไม่ใช่"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return thai_date(in_common_era(value))
    return str(value).strip()


def plain_date(value: date) -> date:
    """The day of a date or a moment."""
    return value.date() if isinstance(value, datetime) else value


def typed_in_be(value: Value) -> bool:
    """Whether a date cell holds a Buddhist-era year (2567 instead of 2024)."""
    return isinstance(value, date) and value.year >= FIRST_BE_YEAR


def in_common_era(value: date) -> date:
    """The day in CE, also where its year was typed in BE.

    29 February of a year that is a leap year in BE only becomes the 28th.
    """
    day = plain_date(value)
    if day.year < FIRST_BE_YEAR:
        return day
    year = day.year - BE_OFFSET
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def serial_date(value: Value) -> date | None:
    """The day that a worksheet's serial number stands for; None where it is no such number."""
    if isinstance(value, str):
        digits = value.strip()
        if len(digits) != 5:
            return None
        digits = to_arabic(digits)
        value = int(digits) if digits.isdecimal() else None
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value:
        return None
    if not SERIALS.start <= value < SERIALS.stop:
        return None
    return SERIAL_ZERO + timedelta(days=int(value))


def amount_of(value: Value) -> Number | None:
    """A number of zero or more, also typed as text in either script; None otherwise."""
    if isinstance(value, str):
        plain = re.sub(r"[,\s%]", "", to_arabic(value))
        value = float(plain) if _AMOUNT.fullmatch(plain) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e15:
        return None
    return int(value) if float(value).is_integer() else value
