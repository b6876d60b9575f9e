"""Rules about days that the steps name: deadlines nobody is reminded of, days of another year."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ita_data.checks.examples import a_measure, a_report, an_indicator
from ita_data.checks.periods import NO_YEAR, has_year
from ita_data.checks.promised import told_of
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.dates import (
    Mention,
    deadlines_in,
    fiscal_year_bounds,
    months_in,
    planned_days,
    thai_date,
)
from ita_data.findings import Finding
from ita_data.model import PROMISE_COLUMNS, Cadence, Field, Indicator, Measure
from ita_data.schedule import due_dates
from ita_data.thai import fold

POLICY = "ประกาศนโยบายไม่รับของขวัญ ภายในเดือนมกราคม พ.ศ. 2568 และชี้แจงพนักงานทุกคน"
IN_JANUARY = Cadence(every_months=4)
LAW = "ปฏิบัติตามระเบียบที่ประกาศเมื่อวันที่ 5 มกราคม 2560 และหนังสือลงวันที่ 3 ต.ค. 2566"
# Until this month of the calendar year that a fiscal year ends in, its results may be made public.
AFTER_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A day that a column names: the half-open span of the words, the words, the day."""

    start: int
    end: int
    words: str
    day: date


class DeadlineUntracked(Rule):
    """One finding a measure and column, with each such deadline. One at the measure's own end,
    and one whose month the result names, are left out."""

    code = "deadline-untracked"
    family = "text"
    severity = "advice"
    title = "กำหนดเวลาในข้อความที่ยังไม่มีตัวชี้วัดติดตาม"
    why = "โปรแกรมเตือนตามวันครบกำหนดของตัวชี้วัด กำหนดเวลาที่อยู่ในข้อความอย่างเดียวจึงไม่ถูกเตือน"
    source = "กำหนดเวลาที่เขียนไว้ในช่องขั้นตอนและเป้าหมาย เทียบกับวันครบกำหนดของตัวชี้วัดและระยะเวลาของมาตรการ"
    advice = (
        "เพิ่มตัวชี้วัดที่หน้าแก้ไขตัวชี้วัด โดยเลือกรอบเวลาที่ครบกำหนดในเดือนนั้น หรือให้ระยะเวลาของมาตรการสิ้นสุดตามกำหนดนี้"
    )
    requires = ("no-measures", "fiscal-year-missing")
    valid = (
        a_report(a_measure(steps="ออกใบอนุญาตภายใน 15 วัน และสรุปผลภายในวันที่ 10 ของเดือนถัดไป")),
        a_report(a_measure(steps="สรุปผลเสนอผู้บริหารภายในเดือนกันยายน 2568")),
        a_report(a_measure(steps=POLICY), indicators=[an_indicator(cadence=IN_JANUARY)]),
        a_report(a_measure(steps=POLICY, output="ประกาศนโยบายแล้วเมื่อวันที่ 9 ม.ค. 68")),
        a_report(a_measure(output="จะประกาศผลภายในเดือนมกราคม 2568")),
    )
    invalid = (
        a_report(a_measure(steps=POLICY)),
        a_report(a_measure(steps="จัดทำแผนภายในไตรมาสที่ 2"), indicators=[an_indicator()]),
    )

    def unasked(self, case: Case) -> str:
        return super().unasked(case) if has_year(case) else NO_YEAR

    def check(self, case: Case) -> Iterator[Finding]:
        year = case.report.fiscal_year or 0
        for measure, column, days in _days(case, lambda text: deadlines_in(text, year)):
            own = case.indicators_of(measure)
            if left := [one for one in days if _is_untracked(one.day, measure, own, year)]:
                yield _finding(self, measure, column, left, "แต่ไม่มีตัวชี้วัดที่ครบกำหนดในเดือนนั้น")


class DayOfOtherYear(Rule):
    """Only of days that something is planned for: laws and orders are of any year. What stands
    inside the measure's own period is another rule's business."""

    code = "date-of-other-year"
    family = "text"
    severity = "warning"
    title = "วันที่ในขั้นตอนอยู่นอกปีงบประมาณ"
    why = "วันของปีอื่นในขั้นตอนมักเหลือมาจากรายงานหรือแผนของปีก่อน และทำให้สงสัยว่าคัดลอกทั้งมาตรการมา"
    source = (
        "วันและเดือนที่เขียนพร้อมปีในช่องขั้นตอนและเป้าหมาย เทียบกับปีงบประมาณของรายงาน "
        "ไม่นับเดือนตุลาคมถึงธันวาคมหลังสิ้นปีงบประมาณ ซึ่งมักเป็นการเผยแพร่ผล"
    )
    advice = "แก้ปีให้เป็นของปีงบประมาณนี้ หรือตรวจสอบว่าหมายถึงปีนั้นจริง"
    requires = ("no-measures", "fiscal-year-missing")
    valid = (
        a_report(a_measure(steps=POLICY)),
        a_report(a_measure(steps=LAW)),
        a_report(a_measure(steps="เผยแพร่รายงานประจำปีภายในวันที่ 31 ตุลาคม 2568")),
    )
    invalid = (
        a_report(a_measure(steps="ประกาศนโยบายภายในเดือนมกราคม 2567")),
        a_report(a_measure(steps="ทบทวนคู่มือระหว่างวันที่ 1 - 15 มีนาคม 2570")),
    )

    def unasked(self, case: Case) -> str:
        return super().unasked(case) if has_year(case) else NO_YEAR

    def check(self, case: Case) -> Iterator[Finding]:
        year = case.report.fiscal_year or 0
        for measure, column, days in _days(case, planned_days):
            if left := [one for one in days if _is_of_other_year(one.day, measure, year)]:
                yield _finding(self, measure, column, left, f"ซึ่งอยู่นอกปีงบประมาณ {year}")


def _days(
    case: Case, read: Callable[[str], Iterable[Mention]]
) -> Iterator[tuple[Measure, Field, list[Named]]]:
    """What each promise column of each measure names, where it names any day."""
    for measure in case.measures:
        for column in PROMISE_COLUMNS:
            text = measure.text_of(column)
            folded = fold(text)
            spans = [(folded.span(one.start, one.end), one.day) for one in read(folded.text)]
            if spans:
                yield measure, column, [_named(text, *span, day) for span, day in spans]


def _named(text: str, start: int, end: int, day: date) -> Named:
    return Named(start=start, end=end, words=" ".join(text[start:end].split()), day=day)


def _is_untracked(day: date, measure: Measure, own: Sequence[Indicator], year: int) -> bool:
    """A measure without a period has other findings, and no due dates to compare with."""
    first, last = fiscal_year_bounds(year)
    start, end = measure.start, measure.end
    if start is None or end is None or end < start or not first <= day <= last:
        return False
    dues = [
        due for one in own if one.target is not None for due in due_dates(start, end, one.cadence)
    ]
    if day >= end or any(_month(due) == _month(day) for due in (*dues, end)):
        return False
    return day.month not in months_in(fold(told_of(measure)).text)


def _is_of_other_year(day: date, measure: Measure, year: int) -> bool:
    first, last = fiscal_year_bounds(year)
    if measure.start and measure.end and measure.start <= day <= measure.end:
        return False
    return not first <= day <= date(last.year, AFTER_MONTH, 31)


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _finding(
    rule: Rule, measure: Measure, column: Field, days: Sequence[Named], what: str
) -> Finding:
    place = cell_of(measure, column)
    listed = " ".join(dict.fromkeys(f"“{one.words}” ({thai_date(one.day)})" for one in days))
    return rule.finding(
        f"{named(measure)} ({place}) ระบุ {listed} {what}",
        measure=measure,
        place=place,
        words=" ".join(one.words for one in days),
        passages=(passage(measure, column, tuple((one.start, one.end) for one in days)),),
    )
