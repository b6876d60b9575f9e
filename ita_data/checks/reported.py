"""Rules about indicators of which nothing is reported."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ita_data.checks.examples import a_measure, a_report, a_result, an_indicator
from ita_data.checks.rule import Case, Rule, named
from ita_data.dates import thai_date
from ita_data.findings import Finding
from ita_data.model import Indicator, Measure
from ita_data.words import target_words

WHY = "ตัวชี้วัดที่ไม่มีผลจะแสดงเป็นยังไม่รายงานผล แม้งานจะทำไปแล้ว"
SINCE = date(2024, 12, 31)


class DueUnreported(Rule):
    """As many as the first screen counts as not reported, on the same day."""

    code = "due-unreported"
    family = "numbers"
    severity = "warning"
    title = "ตัวชี้วัดที่ถึงกำหนดแล้วแต่ยังไม่รายงานผล"
    why = WHY
    source = "กำหนดของแต่ละตัวชี้วัด เทียบกับผลที่มีถึงวันที่ดู"
    advice = "บันทึกผลพร้อมวันที่ หากยังไม่ได้ทำ โปรดเร่งดำเนินการ"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(), indicators=[an_indicator()], actuals=[a_result()], unreported={}),
        a_report(a_measure(), indicators=[an_indicator()]),
    )
    invalid = (a_report(a_measure(), indicators=[an_indicator()], unreported={"i1": SINCE}),)

    def unasked(self, case: Case) -> str:
        unknown = "" if case.unreported is not None else "ไม่ได้ดู ณ วันใด"
        return super().unasked(case) or unknown

    def check(self, case: Case) -> Iterator[Finding]:
        since = case.unreported or {}
        due = [one for one in _indicators(case) if one[0].id in since]
        for (indicator, measure), name in zip(due, _names(due), strict=True):
            message = f"{name} ถึงกำหนดตั้งแต่ {thai_date(since[indicator.id])} แต่ยังไม่รายงานผล"
            yield self.finding(message, measure=measure)


class ResultNotRecorded(Rule):
    """Only where something is recorded at all: before that, nobody has begun to."""

    code = "indicator-without-result"
    family = "numbers"
    severity = "advice"
    title = "ตัวชี้วัดที่ยังไม่มีผลบันทึกไว้"
    why = WHY
    source = "ผลที่บันทึกไว้ของแต่ละตัวชี้วัด"
    advice = "บันทึกผลพร้อมวันที่ หากยังไม่ถึงกำหนดไม่ต้องทำอะไร"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(), indicators=[an_indicator(1)], actuals=[a_result(1)]),
        a_report(a_measure(), indicators=[an_indicator(1)]),
        a_report(
            a_measure(),
            indicators=[an_indicator(1), an_indicator(2)],
            actuals=[a_result(1)],
            unreported={"i2": SINCE},
        ),
    )
    invalid = (
        a_report(a_measure(), indicators=[an_indicator(1), an_indicator(2)], actuals=[a_result(1)]),
    )

    def unasked(self, case: Case) -> str:
        return super().unasked(case) or ("" if case.recorded else "ยังไม่ได้เริ่มบันทึกผล")

    def check(self, case: Case) -> Iterator[Finding]:
        told = {actual.indicator_id for actual in case.recorded} | set(case.unreported or ())
        bare = [one for one in _indicators(case) if one[0].id not in told]
        for (_, measure), name in zip(bare, _names(bare), strict=True):
            yield self.finding(f"{name} ยังไม่มีผลบันทึกไว้", measure=measure)


def _indicators(case: Case) -> list[tuple[Indicator, Measure]]:
    measures = {measure.id: measure for measure in case.measures}
    return [
        (one, measures[one.measure_id]) for one in case.indicators if one.measure_id in measures
    ]


def _names(found: list[tuple[Indicator, Measure]]) -> Iterator[str]:
    """Each by its name and target; of those that are alike, which one it is: every one counts."""
    seen: Counter[str] = Counter()
    for indicator, measure in found:
        name = f"{named(measure)} ตัวชี้วัด “{indicator.name}” ({target_words(indicator)})"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} รายการที่ {seen[name]}"
