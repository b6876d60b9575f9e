"""Periods of measures, read from any wording.

Source of the wordings: the project's domain notes, "Dates and periods".
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ita_data.dates.fiscal import (
    be_year,
    fiscal_months,
    fiscal_year_bounds,
    fiscal_year_of,
    in_fiscal_year,
    named_fiscal_years,
)
from ita_data.dates.moments import (
    BY,
    ERA,
    THE,
    TO,
    YEAR,
    Moment,
    before_moments,
    moments_in,
    without_moments,
)
from ita_data.dates.quarters import Quarter, before_quarters, quarters_in
from ita_data.thai import fold, remembered


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


ONE_DAY = timedelta(days=1)
UNREADABLE = "อ่านระยะเวลาไม่ได้ โปรดระบุวันเริ่มต้นและวันสิ้นสุด"
NO_YEAR = "ไม่ได้ระบุปี และไม่ทราบปีงบประมาณของรายงาน โปรดระบุปี พ.ศ."
REVERSED = "วันสิ้นสุดอยู่ก่อนวันเริ่มต้น โปรดตรวจสอบลำดับวันที่"
NO_SUCH_DAY = "วันที่ที่ระบุไม่มีในเดือนนั้น จึงใช้วันสุดท้ายของเดือนแทน"

OPEN_END = "ไม่ได้ระบุวันสิ้นสุด จึงใช้วันสุดท้ายของปีงบประมาณ โปรดตรวจสอบ"
OPEN_START = "ไม่ได้ระบุวันเริ่มต้น จึงใช้วันแรกของปีงบประมาณ โปรดตรวจสอบ"

_BARE_YEARS = re.compile(rf"(?<!\d)(?P<first>{ERA}\d{{4}})(?:{TO}(?P<last>{ERA}{YEAR}))?(?!\d)")
# Years and terms of schools, whose days differ from school to school.
_SCHOOL_YEAR = re.compile(r"ปีการศึกษา|ภาคเรียน|ภาคการศึกษา|เทอม")
_TO_YEAR_END = re.compile(rf"{TO}(?:วันที่|วัน)?สิ้น(?:สุด)?ปี(?:งบ|$)")
_FROM = re.compile(r"^เริ่ม|ตั้งแต่(?!เวลา)")
_ONWARD = re.compile(rf"(?<!น\.)เป็นต้น(?:ไป|มา)|{TO}ปัจจุบัน")
_UNTIL = re.compile(rf"(?:{BY}|ถึง){THE}\Z")
_WHOLE_YEAR = re.compile(
    r"^(?:ระยะเวลา)?(?:1|หนึ่ง)ปี(?!\d|งบ)|ปีงบ|ตลอดปี|ตลอดทั้งปี|ทั้งปี|ตลอดระยะเวลา|ทุกเดือน|รายเดือน|ทุกไตรมาส|รายไตรมาส"
    r"|ทุกสัปดาห์|ทุกวัน|ประจำปี|ทุกปี|(?:รอบ|ระยะเวลา)?12เดือน|สม่ำเสมอ|ต่อเนื่อง"
    r"|^(?:อย่างน้อย)?(?:ปี|ไตรมาส|เดือน|สัปดาห์)ละ|^ทุกๆ?[1-6]เดือน"
)


@remembered
def parse_period(text: str, fiscal_year: int | None) -> Period:
    """The period that a wording of time names; `fiscal_year` (BE) is the report's.

    Months without a day run from the first to the last day; "ไตรมาส 2" and "ตลอดปีงบประมาณ"
    are of the year named in the text, else of the report's. A day its month does not have
    becomes the month's last. See Period for what is missing or assumed.
    """
    folded = fold(text).text
    if not folded:
        return Period()
    named_year = named_fiscal_years(folded)
    moments = moments_in(folded)
    if moments:
        said = _from_moments(moments, folded, named_year, fiscal_year)
        return said if len(moments) > 1 else _open_ended(said, folded, before_moments(folded))
    if _SCHOOL_YEAR.search(folded):
        return Period(problem=UNREADABLE)
    if quarters := quarters_in(folded, named_year[0] if named_year else fiscal_year):
        said = _quarters(quarters)
        return said if len(quarters) > 1 else _open_ended(said, folded, before_quarters(folded))
    if named_year:
        return _whole_years(*named_year)
    if _WHOLE_YEAR.search(folded) and not _BARE_YEARS.search(folded):
        return _whole_years(fiscal_year, fiscal_year) if fiscal_year else Period(problem=NO_YEAR)
    return _from_bare_years(folded)


def _open_ended(period: Period, folded: str, lead: str) -> Period:
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


def _whole_years(first: int, last: int) -> Period:
    start, end = fiscal_year_bounds(first)[0], fiscal_year_bounds(last)[1]
    return Period(start=start, end=end, problem=REVERSED if end < start else None)


def _from_moments(
    moments: tuple[Moment, ...],
    folded: str,
    named_year: tuple[int, int] | None,
    fiscal_year: int | None,
) -> Period:
    year = named_year[0] if named_year else fiscal_year
    problem = None
    if all(moment.year is None for moment in moments):
        if year is None:
            return Period(problem=NO_YEAR)
        moments = tuple(in_fiscal_year(moment, year) for moment in moments)
        if not (named_year or "ทุกปี" in folded or "แต่ละปี" in folded):
            problem = f"ไม่ได้ระบุปี จึงใช้ปีงบประมาณ พ.ศ. {year} ของรายงาน"
        if moments[-1].last < moments[0].first:  # ม.ค. – ธ.ค. of one calendar year
            moments = (*moments[:-1], _later(moments[-1], moments[0]))
    else:
        moments = _with_years(moments)
    if any(moment.overruns for moment in moments):
        problem = NO_SUCH_DAY
    return _between(moments, problem)


def _between(moments: tuple[Moment, ...], problem: str | None) -> Period:
    if len(moments) > 2:  # several dates: from the earliest to the latest
        starts, ends = [m.first for m in moments], [m.last for m in moments]
        return Period(start=min(starts), end=max(ends), problem=problem)
    start, end = moments[0].first, moments[-1].last
    return Period(start=start, end=end, problem=REVERSED if end < start else problem)


def _with_years(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Each missing year from its neighbour, so that the dates go forward."""
    done = list(moments)
    for i in reversed(range(len(done) - 1)):
        if done[i].year is None and done[i + 1].year is not None:
            done[i] = _earlier(done[i], done[i + 1])
    for i in range(1, len(done)):
        if done[i].year is None:
            done[i] = _later(done[i], done[i - 1])
    return tuple(done)


def _earlier(moment: Moment, other: Moment) -> Moment:
    year = other.year or 0
    same = moment.in_year(year)
    return same if same.first <= other.last else moment.in_year(year - 1)


def _later(moment: Moment, other: Moment) -> Moment:
    year = other.year or 0
    same = moment.in_year(year)
    return same if other.first <= same.last else moment.in_year(year + 1)


def _quarters(quarters: list[Quarter]) -> Period:
    """From the first of some quarters to the last."""
    known = [(year, quarter) for year, quarter in quarters if year]
    if not known:
        return Period(problem=NO_YEAR)
    months = [fiscal_months(year)[3 * quarter - 3 : 3 * quarter] for year, quarter in known]
    first, last = months[0][0], months[-1][-1]
    end = Moment(day=None, month=last.month, year=last.year).last
    return Period(start=first, end=end, problem=REVERSED if end < first else None)


def _from_bare_years(folded: str) -> Period:
    """ "ปี 2568", "๒๕61 – ๒๕๖4": read as fiscal years, and said so."""
    match = _BARE_YEARS.search(without_moments(folded))
    first = be_year(match["first"]) if match else None
    if match is None or first is None:
        return Period(problem=UNREADABLE)
    last = (be_year(match["last"]) if match["last"] else None) or first
    period = _whole_years(first, last)
    return Period(
        start=period.start,
        end=period.end,
        problem=period.problem or "ระบุเฉพาะปี จึงอ่านเป็นปีงบประมาณ โปรดตรวจสอบ",
    )
