"""Rules about what the percents of a report rest on."""

from collections.abc import Callable, Iterable, Iterator

from ita_data.cautions import Caution, from_result, unconfirmed
from ita_data.checks.examples import a_measure, a_report, an_indicator
from ita_data.checks.rule import Case, Rule
from ita_data.findings import Finding
from ita_data.model import Decision, Indicator

SOURCE = "ที่มาของเป้าหมายและการยืนยันของแต่ละตัวชี้วัด"
CONFIRMED = an_indicator(decision=Decision.ACCEPTED)


class _Footing(Rule):
    """One finding for the whole report, which counts; not asked of a file that was just read."""

    caution: Callable[[Iterable[Indicator]], Caution | None]

    def unasked(self, case: Case) -> str:
        return super().unasked(case) or ("" if case.reviewed else "ยังไม่ได้บันทึกเป็นรุ่นข้อมูล")

    def check(self, case: Case) -> Iterator[Finding]:
        if caution := type(self).caution(case.indicators):
            yield self.finding(str(caution))


class TargetFromResult(_Footing):
    code = "target-from-result"
    family = "numbers"
    severity = "warning"
    title = "เป้าหมายที่นำมาจากผลที่รายงานเอง"
    why = "เป้าหมายที่นำมาจากผลบรรลุทุกครั้ง ร้อยละจึงไม่ได้บอกว่าทำได้ตามแผนหรือไม่"
    source = SOURCE
    advice = "ใส่เป้าหมายตามแผนของแต่ละตัวชี้วัดที่หน้า “แก้ไขตัวชี้วัด”"
    requires = ("no-measures",)
    caution = staticmethod(from_result)
    valid = (a_report(a_measure(), indicators=[an_indicator()]),)
    invalid = (a_report(a_measure(), indicators=[an_indicator(target_from="result")]),)


class IndicatorUnconfirmed(_Footing):
    code = "indicator-unconfirmed"
    family = "numbers"
    severity = "warning"
    title = "ตัวชี้วัดที่ยังไม่มีผู้ยืนยัน"
    why = "ตัวชี้วัดที่อ่านจากข้อความอาจอ่านผิด ร้อยละและสถานะจึงอาจผิดด้วย"
    source = SOURCE
    advice = "เทียบกับข้อความในรายงาน แล้วยืนยันหรือแก้ไขที่หน้า “แก้ไขตัวชี้วัด”"
    requires = ("no-measures",)
    caution = staticmethod(unconfirmed)
    valid = (a_report(a_measure(), indicators=[CONFIRMED]),)
    invalid = (a_report(a_measure(), indicators=[CONFIRMED, an_indicator(2)]),)
