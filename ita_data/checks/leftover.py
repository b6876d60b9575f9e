"""A plan made from last year's report still names that year."""

from collections.abc import Iterator

from ita_data.checks.examples import YEAR, a_measure, a_report, an_indicator
from ita_data.checks.reading import FORM
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.dates import NamedYear, planned_days, years_of
from ita_data.findings import Finding
from ita_data.model import PLAN_COLUMNS, PROMISE_COLUMNS, Field, LastYear, Measure
from ita_data.thai import fold
from ita_data.words import FIELD_WORDS

FROM_LAST_YEAR = (LastYear(fiscal_year=YEAR - 1, measure_id="m1"),)


class DateOfLastYear(Rule):
    """Days that steps plan something for are `date-of-other-year`'s, and left out here."""

    code = "date-of-last-year"
    family = "text"
    severity = "warning"
    title = "แผนยังระบุวันเดือนปีของปีก่อน"
    why = "แผนที่ทำจากรายงานปีก่อนใช้ถ้อยคำเดิม วันเดือนปีในข้อความจึงอาจเป็นของปีที่ผ่านไปแล้ว"
    source = FORM
    advice = "แก้วันเดือนปีในข้อความให้เป็นของปีงบประมาณนี้ หรือยอมรับพร้อมเหตุผลหากตั้งใจอ้างถึงปีก่อน"
    requires = ("no-measures", "fiscal-year-missing")
    valid = (
        a_report(a_measure(steps="ประกาศภายในเดือนมกราคม 2568"), last_year=FROM_LAST_YEAR),
        a_report(a_measure(steps="ประกาศภายในเดือนตุลาคม 2567"), last_year=FROM_LAST_YEAR),
    )
    invalid = (
        a_report(a_measure(steps="ทำตามแผนปีงบประมาณ ๒๕๖๗"), last_year=FROM_LAST_YEAR),
        a_report(
            a_measure(),
            indicators=[an_indicator(name="ประกาศภายใน 31 ต.ค. 66")],
            last_year=FROM_LAST_YEAR,
        ),
    )

    def unasked(self, case: Case) -> str:
        if not case.tracked.last_year:
            return "ไม่ใช่แผนที่ทำจากรายงานปีก่อน"
        return super().unasked(case)

    def check(self, case: Case) -> Iterator[Finding]:
        year = (case.report.fiscal_year or 0) - 1
        for measure in case.measures:
            for column in PLAN_COLUMNS:
                yield from self._of_text(measure, column, year)
            for one in case.indicators_of(measure):
                yield from self._of_name(measure, one.name, year)

    def _of_text(self, measure: Measure, column: Field, year: int) -> Iterator[Finding]:
        if found := _unsaid(measure.text_of(column), column, year):
            words = ", ".join(f"“{one.words}”" for one in found)
            yield self.finding(
                f"{named(measure)} {FIELD_WORDS[column]}ยังระบุ {words} ของปีงบประมาณ {year}",
                measure=measure,
                place=cell_of(measure, column),
                words=measure.text_of(column),
                passages=(passage(measure, column, tuple((one.start, one.end) for one in found)),),
            )

    def _of_name(self, measure: Measure, name: str, year: int) -> Iterator[Finding]:
        if found := years_of(name, year):
            words = ", ".join(f"“{one.words}”" for one in found)
            yield self.finding(
                f"{named(measure)} ชื่อตัวชี้วัด “{name}” ยังระบุ {words} ของปีงบประมาณ {year}",
                measure=measure,
                words=name,
            )


def _unsaid(text: str, column: Field, year: int) -> tuple[NamedYear, ...]:
    folded = fold(text)
    days = planned_days(folded.text) if column in PROMISE_COLUMNS else ()
    planned = [folded.span(one.start, one.end) for one in days]
    return tuple(
        one
        for one in years_of(text, year)
        if not any(start < one.end and one.start < end for start, end in planned)
    )
