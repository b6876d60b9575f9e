"""Periods of measures, read from any wording.

Source of the wordings: the project's domain notes, "Dates and periods".
"""

import re

from ita_data.dates.fiscal import (
    be_year,
    fiscal_months,
    fiscal_year_bounds,
    in_fiscal_year,
    named_fiscal_years,
)
from ita_data.dates.moments import (
    ERA,
    PARTED,
    TO,
    YEAR,
    Moment,
    before_moments,
    moments_in,
    without_moments,
)
from ita_data.dates.open_ends import Period, open_ended
from ita_data.dates.quarters import Quarter, before_quarters, quarters_in
from ita_data.thai import fold, remembered

UNREADABLE = "อ่านระยะเวลาไม่ได้ โปรดระบุวันเริ่มต้นและวันสิ้นสุด"
NO_YEAR = "ไม่ได้ระบุปี และไม่ทราบปีงบประมาณของรายงาน โปรดระบุปี พ.ศ."
REVERSED = "วันสิ้นสุดอยู่ก่อนวันเริ่มต้น โปรดตรวจสอบลำดับวันที่"
NO_DAY_ZERO = "ไม่มีวันที่ 0 จึงถือว่าระบุเฉพาะเดือน โปรดตรวจสอบ"
NO_SUCH_DAY = "วันที่ที่ระบุไม่มีในเดือนนั้น จึงใช้วันสุดท้ายของเดือนแทน"

_BARE_YEARS = re.compile(
    rf"(?<!\d)(?P<first>{ERA}(?:\d{{4}}|{PARTED}))(?:{TO}(?P<last>{ERA}{YEAR}))?(?!\d)"
)
# Years and terms of schools, whose days differ from school to school.
_SCHOOL_YEAR = re.compile(r"ปีการศึกษา|ภาคเรียน|ภาคการศึกษา|เทอม")
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
        return said if len(moments) > 1 else open_ended(said, folded, before_moments(folded))
    if _SCHOOL_YEAR.search(folded):
        return Period(problem=UNREADABLE)
    if quarters := quarters_in(folded, named_year[0] if named_year else fiscal_year):
        said = _quarters(quarters)
        return said if len(quarters) > 1 else open_ended(said, folded, before_quarters(folded))
    if named_year:
        return _whole_years(*named_year)
    if _WHOLE_YEAR.search(folded) and not _BARE_YEARS.search(folded):
        return _whole_years(fiscal_year, fiscal_year) if fiscal_year else Period(problem=NO_YEAR)
    return _from_bare_years(folded)


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
        problem = NO_DAY_ZERO if any(moment.day == 0 for moment in moments) else NO_SUCH_DAY
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
