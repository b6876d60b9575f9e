"""What a measure's period is, and its other end where only one is said.

"ตั้งแต่ … เป็นต้นไป", "… ถึงสิ้นปี", "ภายใน …": the other end is the fiscal year's.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ita_data.dates.fiscal import fiscal_year_bounds, fiscal_year_of
from ita_data.dates.moments import BY, THE, TO

ONE_DAY = timedelta(days=1)
OPEN_END = "ไม่ได้ระบุวันสิ้นสุด จึงใช้วันสุดท้ายของปีงบประมาณ โปรดตรวจสอบ"
OPEN_START = "ไม่ได้ระบุวันเริ่มต้น จึงใช้วันแรกของปีงบประมาณ โปรดตรวจสอบ"

_TO_YEAR_END = re.compile(rf"{TO}(?:วันที่|วัน)?สิ้น(?:สุด)?ปี(?:งบ|$)")
_FROM = re.compile(r"^เริ่ม|ตั้งแต่(?!เวลา)")
_ONWARD = re.compile(rf"(?<!น\.)เป็นต้น(?:ไป|มา)|{TO}ปัจจุบัน")
_UNTIL = re.compile(rf"(?:{BY}|ถึง){THE}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a wording of time says. Both ends inclusive; None where it could not be read.

    `problem`: one Thai sentence for a finding where something had to be assumed, or could
    not be read; None where all was clear, and for an empty text (nothing to read).
    A reversed period keeps its ends as written, and `problem` says that it is reversed.
    """

    start: date | None = None
    end: date | None = None
    problem: str | None = None


def open_ended(period: Period, folded: str, lead: str) -> Period:
    """ "ตั้งแต่ … เป็นต้นไป", "… ถึงสิ้นปี", "ภายใน …": the other end is the fiscal year's.

    `lead`: what stands before the only day, month or quarter that is named.
    """
    if period.start is None or period.end is None:
        return period
    last = fiscal_year_bounds(fiscal_year_of(period.start))[1]
    if _TO_YEAR_END.search(folded):
        return Period(start=period.start, end=last, problem=period.problem)
    if until := _UNTIL.search(lead):
        end = last_day_by(period, before=bool(until["before"])) or period.end
        first = fiscal_year_bounds(fiscal_year_of(end))[0]
        return Period(start=first, end=end, problem=OPEN_START)
    if _ONWARD.search(folded) or _FROM.search(lead):
        return Period(start=period.start, end=last, problem=OPEN_END)
    return period


def last_day_by(named: Period, *, before: bool) -> date | None:
    """The last day of what is to be done by (before: only until) a day, month or quarter."""
    return named.start - ONE_DAY if before and named.start else named.end
