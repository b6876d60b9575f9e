"""Rules about when a measure runs."""

from collections.abc import Iterator
from datetime import date

from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.reading import FORM
from ita_data.checks.rule import Case, Rule, cell_of, named
from ita_data.dates import FISCAL_YEARS, fiscal_year_bounds, thai_date
from ita_data.findings import Finding
from ita_data.model import Measure

NO_YEAR = "ไม่ทราบปีงบประมาณของรายงาน"


class PeriodReversed(Rule):
    code = "period-reversed"
    family = "form"
    severity = "error"
    title = "วันสิ้นสุดอยู่ก่อนวันเริ่มต้น"
    why = "ระยะเวลาที่กลับกันใช้ติดตามไม่ได้ และมักเกิดจากพิมพ์ปีผิด"
    source = FORM
    advice = "ตรวจสอบวันเริ่มต้นและวันสิ้นสุด โดยเฉพาะปี พ.ศ."
    requires = ("no-measures",)
    replaces = ("period-assumed",)
    valid = (
        a_report(a_measure()),
        a_report(a_measure(start=date(2025, 3, 1), end=date(2025, 3, 1))),
    )
    invalid = (a_report(a_measure(start=date(2025, 9, 30), end=date(2024, 10, 1))),)

    def check(self, case: Case) -> Iterator[Finding]:
        for measure in case.measures:
            if _is_reversed(measure):
                message = (
                    f"{named(measure)} ({cell_of(measure, 'period_text')}) "
                    f"เริ่ม {thai_date(measure.start)} แต่สิ้นสุด {thai_date(measure.end)}"
                )
                yield self.finding(
                    message,
                    measure=measure,
                    place=cell_of(measure, "period_text"),
                    words=measure.period_text,
                )


class PeriodOutside(Rule):
    code = "period-outside"
    family = "form"
    severity = "warning"
    title = "ระยะเวลาอยู่นอกปีงบประมาณ"
    why = "รายงานเป็นของปีงบประมาณเดียว ระยะเวลาที่เกินออกไปมักเหลือมาจากรายงานของปีก่อน"
    source = "ปีงบประมาณ: 1 ตุลาคม ถึง 30 กันยายน (พ.ร.บ. วิธีการงบประมาณ พ.ศ. 2561 มาตรา 4)"
    advice = "แก้ระยะเวลาให้อยู่ในปีงบประมาณของรายงาน หรือตรวจสอบปีงบประมาณที่ระบุ"
    requires = ("no-measures", "fiscal-year-missing")
    valid = (
        a_report(a_measure()),
        a_report(a_measure(start=date(2025, 6, 1), end=date(2025, 9, 30))),
    )
    invalid = (
        a_report(a_measure(start=date(2023, 10, 1), end=date(2024, 9, 30))),
        a_report(a_measure(start=date(2024, 10, 1), end=date(2025, 12, 31))),
    )

    def unasked(self, case: Case) -> str:
        return super().unasked(case) if has_year(case) else NO_YEAR

    def check(self, case: Case) -> Iterator[Finding]:
        year = case.report.fiscal_year or 0
        first, last = fiscal_year_bounds(year)
        for measure in case.measures:
            days = [day for day in (measure.start, measure.end) if day]
            if not _is_reversed(measure) and any(not first <= day <= last for day in days):
                yield self._of(measure, year)

    def _of(self, measure: Measure, year: int) -> Finding:
        place = cell_of(measure, "period_text")
        read = " – ".join(thai_date(day) for day in (measure.start, measure.end) if day)
        message = f"{named(measure)} ({place}) มีระยะเวลา {read} ซึ่งอยู่นอกปีงบประมาณ {year}"
        return self.finding(message, measure=measure, place=place, words=measure.period_text)


def has_year(case: Case) -> bool:
    """Whether the report's fiscal year is known, and one that a report can be of."""
    return (case.report.fiscal_year or 0) in FISCAL_YEARS


def _is_reversed(measure: Measure) -> bool:
    return bool(measure.start and measure.end and measure.end < measure.start)
