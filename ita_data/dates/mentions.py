"""Days that a sentence names, with where they stand: deadlines, and days that work is planned for.

What a day means is read by `parse_period`; here is told only which words are one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ita_data.dates.moments import BY, MOMENT, THE, TO, moments_in
from ita_data.dates.open_ends import last_day_by
from ita_data.dates.periods import parse_period
from ita_data.dates.quarters import OF_HALF, OF_QUARTER

_BY = rf"{BY}(?:ช่วง)?"
_TIME = rf"{THE}(?:{MOMENT})"
_DEADLINE = rf"{_BY}(?P<named>{_TIME}|(?:สิ้น)?(?:{OF_QUARTER}|{OF_HALF}))"
# Only such words plan: a day of an order or of a law is of any year.
_PLANNED = rf"(?:{_BY}|ระหว่าง|ใน(?=วันที่|เดือน|ช่วง)(?:ช่วง)?){_TIME}"
# What makes something else of the words before it: the first of a range, a year not named.
_FURTHER = rf"{TO}{THE}(?:{MOMENT})|(?:ของ)?ปี(?:ถัดไป|หน้า|ก่อน|ที่แล้ว)"


@lru_cache(maxsize=3)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Made when first asked for: it takes as long as ten imports, and no reading asks for it."""
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A day named at the half-open span `start`, `end` of a folded text."""

    start: int
    end: int
    day: date


def deadlines_in(folded: str, fiscal_year: int) -> tuple[Mention, ...]:
    """By which days something is to be done ("ภายในเดือนมกราคม": its last day), in order.

    A day or quarter without a year is of `fiscal_year` (BE). A time limit ("ภายใน 15 วัน",
    "ภายในวันที่ 10 ของเดือนถัดไป") is none.
    """
    return tuple(
        Mention(start=found.start(), end=found.end(), day=day)
        for found in _compiled(_DEADLINE).finditer(folded)
        if not _compiled(_FURTHER).match(folded, found.end())
        if (day := _last_day(found, fiscal_year))
    )


def planned_days(folded: str) -> tuple[Mention, ...]:
    """The days and months, each with its year, that something is planned for or owed by."""
    return tuple(
        Mention(start=found.start(), end=found.end(), day=day)
        for found in _compiled(_PLANNED).finditer(folded)
        for day in _with_year(found[0])
    )


def months_in(folded: str) -> frozenset[int]:
    """The months (1 to 12) that a text names, of any year."""
    return frozenset(moment.month for moment in moments_in(folded))


def _last_day(found: re.Match[str], fiscal_year: int) -> date | None:
    named = parse_period(found["named"], fiscal_year)
    return last_day_by(named, before=bool(found["before"]))


def _with_year(words: str) -> Iterator[date]:
    for moment in moments_in(words)[-1:]:
        if moment.year is not None and not moment.overruns:
            yield moment.last
