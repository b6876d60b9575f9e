"""Rules about numbers: that there are some to follow, and that what is recorded can be."""

import re
from collections.abc import Iterator

from ita_data.checks.amounts import AROUND, COLUMNS, PERCENT, flat
from ita_data.checks.examples import a_measure, a_report, a_result, an_indicator
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.findings import Finding
from ita_data.model import Actual, Basis, Field, Indicator, Measure, Number, Quantity
from ita_data.quantities import find_zero_promises
from ita_data.thai import squash
from ita_data.totals import far_above, total
from ita_data.words import in_unit

GROWTH = re.compile(r"ประมาณการ|ของแผน|ของปี|เพิ่ม|สูงขึ้น|มากขึ้น|ขยายตัว|โต|เกินเป้า|ของเป้าหมาย|เทียบกับ|กว่า")
# A number before a word: no year, no list number, no number of a paper.
NUMBER = re.compile(r"(?<![\d./่])(?!25\d\d)\d{1,6}(?=[ก-ฮเแโใไ])")


class NoQuantity(Rule):
    """One finding for the report where no measure has any."""

    code = "measure-without-quantity"
    family = "numbers"
    severity = "advice"
    title = "มาตรการที่ไม่มีจำนวนให้ติดตาม"
    why = "ถ้าไม่มีจำนวน จำนวนครั้ง หรือร้อยละ จะบอกไม่ได้ว่าทำสำเร็จไปแล้วเท่าใด"
    source = "จำนวนที่อ่านได้จากขั้นตอน เป้าหมาย ผลการดำเนินการ และผลลัพธ์"
    advice = "ระบุเป้าหมายเป็นจำนวน เช่น กี่ครั้ง กี่คน กี่เรื่อง หรือร้อยละเท่าใด"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure()),
        a_report(a_measure(output="ไม่มีเรื่องร้องเรียนเจ้าหน้าที่", outcome="")),
        a_report(a_measure(output="ประชุมแล้ว"), indicators=[an_indicator(target=4)]),
    )
    invalid = (
        a_report(a_measure(1), a_measure(2, output="ประชุมชี้แจงพนักงานแล้ว")),
        a_report(a_measure(output="ประชุมชี้แจงพนักงานแล้ว")),
    )

    def check(self, case: Case) -> Iterator[Finding]:
        followed = {i.measure_id for i in case.indicators if i.target is not None}
        without = [m for m in case.measures if m.id not in followed and not _counts(m)]
        if len(case.measures) > 1 and len(without) == len(case.measures):
            yield self.finding("ทุกมาตรการในรายงานไม่มีจำนวนให้ติดตาม")
            return
        for measure in without:
            message = f"{named(measure)} ({measure.place}) ไม่มีจำนวนหรือจำนวนครั้งให้ติดตาม"
            yield self.finding(message, measure=measure)


def _counts(measure: Measure) -> bool:
    """Whether the measure names a quantity (also of a unit we do not know), or promises that
    something will not happen."""
    texts = [measure.text_of(column) for column in COLUMNS]
    return bool(measure.quantities) or any(
        find_zero_promises(text) or _has_number(text) for text in texts
    )


def _has_number(text: str) -> bool:
    return any(map(str.isdecimal, text)) and bool(NUMBER.search(squash(text)))


class PercentOverHundred(Rule):
    code = "percent-over-100"
    family = "numbers"
    severity = "error"
    title = "ร้อยละเกิน 100"
    why = "ร้อยละของทั้งหมดเกิน 100 ไม่ได้ มักเกิดจากพิมพ์ผิดหรือใส่จำนวนลงในช่องร้อยละ"
    source = "นิยามของร้อยละ ยกเว้นการเพิ่มขึ้นหรือการเทียบกับเป้าหมาย"
    advice = "ตรวจสอบตัวเลข หากเป็นจำนวนให้ใช้หน่วยนับ หากเทียบกับเป้าหมายให้เขียนว่าร้อยละของเป้าหมาย"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(output="ผู้รับบริการพึงพอใจร้อยละ 100")),
        a_report(a_measure(output="รายได้เพิ่มขึ้นร้อยละ 120 จากปีก่อน")),
    )
    invalid = (
        a_report(a_measure(output="ผู้รับบริการพึงพอใจร้อยละ 850")),
        a_report(
            a_measure(),
            indicators=[an_indicator(unit="ร้อยละ", target=80)],
            actuals=[a_result(amount=101)],
        ),
    )

    def check(self, case: Case) -> Iterator[Finding]:
        for measure in case.measures:
            for column in COLUMNS:
                wrong = [q for q in measure.quantities if q.column == column]
                if wrong := [q for q in wrong if _is_too_much(measure, q)]:
                    yield self._said(measure, column, wrong)
        yield from self._all_recorded(case)

    def _all_recorded(self, case: Case) -> Iterator[Finding]:
        percents = {i.id: i for i in case.indicators if i.unit == PERCENT}
        measures = {measure.id: measure for measure in case.measures}
        for actual in case.tracked.actuals:
            indicator = percents.get(actual.indicator_id)
            if indicator and actual.basis is not Basis.CLAIMED and actual.amount > 100:
                measure = measures.get(indicator.measure_id)
                yield self._recorded(measure, indicator, actual.amount)

    def _said(self, measure: Measure, column: Field, wrong: list[Quantity]) -> Finding:
        place, first = cell_of(measure, column), wrong[0]
        spans = tuple((quantity.start, quantity.end) for quantity in wrong)
        return self.finding(
            f"{named(measure)} ({place}) ระบุ “{flat(first.text)}” ซึ่งเกินร้อยละ 100",
            measure=measure,
            place=place,
            words=first.text,
            passages=(passage(measure, column, spans),),
        )

    def _recorded(self, measure: Measure | None, indicator: Indicator, amount: Number) -> Finding:
        of = f"{named(measure)} " if measure else ""
        message = f"{of}ตัวชี้วัด “{indicator.name}” บันทึกผลไว้ร้อยละ {amount:g} ซึ่งเกินร้อยละ 100"
        return self.finding(message, measure=measure)


class ResultFarAboveTarget(Rule):
    """More than twice the target and at least ten more (ita_data/totals.py): a question, as a
    year may go that well. A ceiling that was passed is late by itself."""

    code = "result-far-above-target"
    family = "numbers"
    severity = "warning"
    title = "ผลที่บันทึกไว้มากกว่าเป้าหมายมาก"
    why = "ผลที่มากกว่าเป้าหมายหลายเท่ามักเกิดจากพิมพ์เกินหลัก หรือบันทึกผลของเรื่องอื่น และจะแสดงว่าบรรลุเป้าหมาย"
    source = "ผลที่บันทึกไว้รวมกัน เทียบกับเป้าหมายรวมของตัวชี้วัด"
    advice = "ตรวจจำนวนที่บันทึกไว้ หากพิมพ์ผิดให้แก้หรือลบที่บันทึกผล หากทำได้จริงให้ยอมรับพร้อมเหตุผล"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(), indicators=[an_indicator(target=12)], actuals=[a_result(amount=24)]),
        a_report(a_measure(), indicators=[an_indicator(target=1)], actuals=[a_result(amount=10)]),
        a_report(
            a_measure(),
            indicators=[an_indicator(target=0, comparison="<=")],
            actuals=[a_result(amount=500)],
        ),
    )
    invalid = (
        a_report(a_measure(), indicators=[an_indicator(target=12)], actuals=[a_result(amount=500)]),
    )

    def unasked(self, case: Case) -> str:
        recorded = any(a.basis is not Basis.CLAIMED for a in case.tracked.actuals)
        return super().unasked(case) or ("" if recorded else "ยังไม่ได้เริ่มบันทึกผล")

    def check(self, case: Case) -> Iterator[Finding]:
        results: dict[str, list[Actual]] = {}
        for actual in case.tracked.actuals:
            if actual.basis is not Basis.CLAIMED:
                results.setdefault(actual.indicator_id, []).append(actual)
        for measure in case.measures:
            for one in case.indicators_of(measure):
                found = results.get(one.id)
                amount = total(found, level=one.level) if found else 0
                if far_above(one, amount):
                    yield self._of(measure, one, amount)

    def _of(self, measure: Measure, one: Indicator, amount: Number) -> Finding:
        message = (
            f"{named(measure)} ตัวชี้วัด “{one.name}” บันทึกผลไว้ {in_unit(amount, one.unit)} "
            f"มากกว่าเป้าหมายรวม {in_unit(one.target, one.unit)} มาก"
        )
        return self.finding(message, measure=measure)


def _is_too_much(measure: Measure, quantity: Quantity) -> bool:
    if quantity.unit != PERCENT or quantity.amount is None or quantity.amount <= 100:
        return False
    text = measure.text_of(quantity.column)
    around = text[max(0, quantity.start - AROUND) : quantity.end + AROUND]
    return not GROWTH.search(squash(around))
