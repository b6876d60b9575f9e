"""One number or cadence found in folded text: what its own words say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ita_data.model import Cadence, Comparison, Number
from ita_data.quantities import context
from ita_data.quantities.counted import counted_unit
from ita_data.quantities.numbers import lower_end, number_of
from ita_data.quantities.units import DURATIONS, PEOPLE, PERCENT, TIMES
from ita_data.quantities.wording import (
    AT_LEAST,
    AT_MOST,
    MONTHS_A_YEAR,
    RATE,
    SPAN_OF_TIME,
    TOTAL,
    UPWARD,
    WORDING,
    cadence_of,
    times_a_year,
)
from ita_data.thai import Folded

NO_CADENCE = Cadence()
_BOUND = re.compile(rf"(?P<most>{AT_MOST})|(?P<least>{AT_LEAST})")
_TOTAL = re.compile(TOTAL)
_LEAD = re.compile(rf"({SPAN_OF_TIME})ๆ?ละ")
# What makes an amount per head, or one of a row ("ครั้งที่ 2"), of what stands before it.
_PER_HEAD_OR_ORDINAL = re.compile(
    r"(?:/|ต่อ)(?:1|หนึ่ง)?(?:คน|ราย|ท่าน|หน่วยงาน|กอง|แห่ง|ตำบล|หมู่บ้าน|ครั้ง)|ที่\d"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A reading, its half-open span in the folded text. `total`: the words say "in all"."""

    start: int
    end: int
    amount: Number | None
    unit: str
    comparison: Comparison = "="
    cadence: Cadence = NO_CADENCE
    total: bool = False

    @property
    def annual(self) -> Number | None:
        """What it comes to in a whole year."""
        if self.cadence.every_months or self.cadence.every_days:
            return times_a_year(self.cadence) * (1 if self.amount is None else self.amount)
        return self.amount


def found_in(text: str, folded: Folded) -> Iterator[Found]:
    """Every reading, in order; none overlaps the one before."""
    words, at = folded.text, 0
    while match := WORDING.search(words, at):
        found = _cadence(match) if match["timed"] else _count(match, text, folded)
        at = match.end()
        if found:
            at = max(at, found.end)
            yield found


def _cadence(match: re.Match[str]) -> Found | None:
    cadence = _cadence_said(match)
    if cadence is None or times_a_year(cadence) < 1:
        return None
    if match["half"] and not match["other"]:
        return None  # "รอบ 6 เดือนแรก" is a period
    return Found(
        start=match.start(),
        end=match.end(),
        amount=None,
        unit=TIMES,
        comparison=">=" if match["least"] else "=",
        cadence=cadence,
    )


def _cadence_said(match: re.Match[str]) -> Cadence | None:
    if number := match["round"] or match["months"]:
        times = int(number_of(number))
        return cadence_of(match["apart"] or "เดือน", times) if times else None
    if match["every"]:
        times = int(number_of(match["every"]))
        return cadence_of(match["span"], times) if times else None
    if match["weekday"]:
        return cadence_of("สัปดาห์")
    monthly = match["day_of_month"] or match["week_of_month"]
    return cadence_of("เดือน" if monthly else match["each"] or match["per"])


def _count(match: re.Match[str], text: str, folded: Folded) -> Found | None:
    before = match["before"] or match["lead"] or ""
    if match["once"]:
        unit, end = TIMES, match.end()
        amount: Number = 1
    else:
        counted = counted_unit(match, before, text, folded)
        if counted is None or context.forbids(match, folded):
            return None
        unit, end = counted
        amount = lower_end(match["n"], match["to"] or "")
    # "คะแนนเฉลี่ย 4.52" is a whole; of "คะแนนรวม 80 ข้อ" only the end counts.
    is_score = match["score"] and end == match.end() and "ร้อยละ" not in before
    start = match.start() if is_score or not match["score"] else match.end("score")
    if in_all := _TOTAL.match(before):
        start += in_all.end()  # "รวม 14 คู่มือ" counts 14; "จำนวนทั้งสิ้น 14" is one phrase
    comparison = _comparison(before, amount, bool(match["to"]))
    if upward := UPWARD.match(folded.text, end):
        comparison, end = ">=", upward.end()
    rated = _rated(unit, amount, before, folded.text, end)
    if rated is None:
        return None
    cadence, end = rated
    return Found(
        start=start,
        end=end,
        amount=amount,
        unit=unit,
        comparison=comparison,
        cadence=cadence,
        total=bool(_TOTAL.search(before)),
    )


def _comparison(before: str, amount: Number, ranged: bool) -> Comparison:
    """ "<=" also for none at all; the lower end of a range is "at least"."""
    if bound := _BOUND.search(before):
        return "<=" if bound["most"] or amount == 0 else ">="
    if amount == 0:
        return "<="
    return ">=" if ranged else "="


def _rated(
    unit: str, amount: Number, before: str, folded: str, end: int
) -> tuple[Cadence, int] | None:
    """The cadence that stands before ("เดือนละ") or after ("/ปี") an amount that ends there,
    and where that ends; None: per head."""
    if _PER_HEAD_OR_ORDINAL.match(folded, end):
        return None
    lead = _LEAD.search(before)
    rate = RATE.match(folded, end)
    if rate and rate["span"] == "วัน" and unit in DURATIONS:
        return None
    if rate and rate["span"] == "วัน" and unit in PEOPLE:
        rate = None  # "กรรมการอย่างน้อย 3 คนต่อวัน" are no 1,095 people a year
    if rate and not (lead and lead[1] != rate["span"]):
        times = int(number_of(rate["n"])) if rate["n"] else 1
        return _each(unit, amount, rate["span"], max(times, 1)), rate.end()
    return (_each(unit, amount, lead[1], 1) if lead else NO_CADENCE), end


def _each(unit: str, amount: Number, span: str, times: int) -> Cadence:
    """The count so many a span; a percentage or share stays what it is."""
    if unit == PERCENT or not isinstance(amount, int):
        return NO_CADENCE
    cadence = cadence_of(span, times)
    if cadence.every_months == MONTHS_A_YEAR:
        return Cadence(per_year=amount or None)
    return cadence if times_a_year(cadence) else NO_CADENCE
