"""Two readings side by side that say one thing: "จำนวน 4 ครั้ง (ไตรมาสละ 1 ครั้ง)" is one promise.

Where they contradict each other both stay, so that it can be seen.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ita_data.model import Number
from ita_data.quantities.found import NO_CADENCE, Found
from ita_data.quantities.units import EVENTS
from ita_data.quantities.wording import TOTAL, times_a_year

# What may stand between two wordings of one promise.
_BETWEEN = re.compile(rf"[,(]?(?:{TOTAL}|หรือ|คือ|ได้แก่|โดย|เป็นประจำ|แบ่งเป็น|=)?[(]?")


def merged(readings: Iterable[Found], folded: str) -> list[Found]:
    """The readings, neighbours that say one thing made one."""
    done: list[Found] = []
    for found in readings:
        one = _as_one(done[-1], found, folded) if done else None
        if one:
            done[-1] = one
        else:
            done.append(found)
    return done


def _as_one(first: Found, second: Found, folded: str) -> Found | None:
    gap = folded[first.end : second.start]
    if len(gap) > 12 or not _BETWEEN.fullmatch(gap):
        return None
    one = _same_thing(first, second, "(" in gap) or _each_time(first, second)
    if one is None:
        return None
    closes = "(" in gap and folded[second.end : second.end + 1] == ")"
    return replace(one, start=first.start, end=second.end + closes)


def _same_thing(first: Found, second: Found, bracketed: bool) -> Found | None:
    if first.unit != second.unit:
        return None
    if first.amount is None and first.cadence == second.cadence:  # "ทุกเดือน เดือนละ 2 ครั้ง"
        return second
    if first.annual != second.annual:
        return None
    plain = [f for f in (first, second) if f.cadence == NO_CADENCE]
    timed = [f for f in (first, second) if f.cadence != NO_CADENCE]
    if not timed:
        return first if bracketed else None
    comparison = first.comparison if first.comparison != "=" else second.comparison
    best = next((f for f in timed if f.amount is not None), timed[0])
    if plain and best.amount is None:
        best = replace(best, amount=_share(plain[0].amount, times_a_year(best.cadence)))
    return replace(best, comparison=comparison)


def _share(total: Number | None, times: int) -> Number | None:
    """How many a time: 4 in 4 times is 1."""
    return total // times if isinstance(total, int) and total % times == 0 else total


def _each_time(first: Found, second: Found) -> Found | None:
    """ "1 ครั้ง ทุก 3 เดือน", "ทุกเดือน 2 ครั้ง": so many each time."""
    counted, timed = (second, first) if first.amount is None else (first, second)
    if timed.amount is not None or counted.cadence != NO_CADENCE or counted.total:
        return None
    if counted.amount is None or counted.unit not in EVENTS:
        return None
    return replace(timed, amount=counted.amount, unit=counted.unit, comparison=counted.comparison)
