"""Rules about the form: headings, cells, numbers, departments."""

from collections import Counter
from collections.abc import Iterator

from ita_data.checks.examples import HEADINGS, a_measure, a_report, observed
from ita_data.checks.reading import FORM
from ita_data.checks.rule import Case, Rule, cell_of, named
from ita_data.findings import Finding
from ita_data.model import Field, Measure
from ita_data.words import FIELD_WORDS

# Below this share of the form's headings a report is not arranged by them at all: some
# agencies set measures for one weak indicator only (our choice).
ARRANGED_FROM = 0.5


class HeadingMissing(Rule):
    """A measure whose title names no heading may be for the one that is missing where it stands."""

    code = "heading-missing"
    family = "form"
    severity = "warning"
    title = "ขาดมาตรการในหัวข้อของแบบ"
    why = "แบบรายงานกำหนดหัวข้อไว้ให้มีมาตรการครบทุกด้าน"
    source = FORM
    advice = "เพิ่มมาตรการของหัวข้อนี้ หรือตรวจสอบว่าชื่อมาตรการตรงกับหัวข้อของแบบ"
    requires = ("no-measures", "header-not-found")
    valid = (
        a_report(*(a_measure(n, topic=n) for n in HEADINGS), headings=HEADINGS),
        a_report(a_measure(1, topic=2), headings=HEADINGS),
        a_report(a_measure(1, topic=1), a_measure(2), a_measure(3, topic=3), headings=HEADINGS),
    )
    invalid = (
        a_report(a_measure(1, topic=1), a_measure(2, topic=3), headings=HEADINGS),
        a_report(a_measure(1), a_measure(2, topic=1), a_measure(3, topic=3), headings=HEADINGS),
    )

    def unasked(self, case: Case) -> str:
        topics = _topics(case)
        if not case.headings:
            return "ไม่ทราบหัวข้อของแบบรายงานนี้"
        if len(topics) < ARRANGED_FROM * len(case.headings):
            return "รายงานนี้ไม่ได้จัดตามหัวข้อของแบบ"
        return super().unasked(case)

    def check(self, case: Case) -> Iterator[Finding]:
        own = _topics(case)
        missing = [number for number in case.headings if number not in own]
        perhaps = _perhaps_there(case, missing) if missing else set()
        for number in missing:
            if number not in perhaps:
                yield self.finding(f"ไม่พบมาตรการในหัวข้อที่ {number} “{case.headings[number]}”")


def _topics(case: Case) -> set[int]:
    return {m.topic for m in case.measures if m.topic is not None and m.topic in case.headings}


def _perhaps_there(case: Case, missing: list[int]) -> set[int]:
    """Headings that a measure under a title of its own may be for: as many such measures stand
    between the neighbours of the headings as there are headings."""
    gaps: Counter[tuple[int, int]] = Counter()
    topics = [m.topic if m.topic in case.headings else None for m in case.measures]
    before, alone = 0, 0
    for topic in (*topics, max(case.headings) + 1):
        if topic is None:
            alone += 1
        else:
            gaps[before, topic] += alone
            before, alone = topic, 0
    between = {gap: [n for n in missing if gap[0] < n < gap[1]] for gap in gaps}
    return {n for gap, found in between.items() if len(found) <= gaps[gap] for n in found}


class CellEmpty(Rule):
    """One finding for a measure's empty cell; one for the report where a whole column is
    empty. A whole outcome column is not: some forms put it together with the output."""

    code = "cell-empty"
    family = "form"
    severity = "warning"
    title = "ช่องที่เว้นว่างไว้"
    why = "ผู้ประเมินถือว่าช่องว่างคือยังไม่ได้ดำเนินการหรือยังไม่ได้รายงาน"
    source = FORM
    advice = "กรอกข้อมูลให้ครบ หากยังไม่มีให้ระบุว่ายังไม่ได้ดำเนินการพร้อมเหตุผล"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure()),
        a_report(
            a_measure(steps=""),
            reading=[observed("column-missing", f"ไม่มีคอลัมน์ “{FIELD_WORDS['steps']}” ตามแบบรายงาน")],
        ),
    )
    invalid = (a_report(a_measure(1), a_measure(2, output="")), a_report(a_measure(1, steps="")))
    columns: tuple[Field, ...] = ("steps", "period_text", "output", "outcome")

    def check(self, case: Case) -> Iterator[Finding]:
        for column in self.columns:
            empty = [m for m in case.measures if _is_empty(m, column)]
            if len(empty) < len(case.measures):
                yield from (self._of(measure, column) for measure in empty)
            elif column != "outcome" and not _is_told(case, column):
                yield self.finding(f"ทุกมาตรการเว้นช่อง “{FIELD_WORDS[column]}” ว่างไว้")

    def _of(self, measure: Measure, column: Field) -> Finding:
        message = f"{named(measure)} ({measure.place}) เว้นช่อง “{FIELD_WORDS[column]}” ว่างไว้"
        return self.finding(message, measure=measure, place=cell_of(measure, column))


def _is_empty(measure: Measure, column: Field) -> bool:
    days = column == "period_text" and (measure.start or measure.end)
    return not measure.text_of(column).strip() and not days


def _is_told(case: Case, column: Field) -> bool:
    """Whether the reading has said that the form's column is not there at all."""
    label = f"“{FIELD_WORDS[column]}”"
    return any(f.code == "column-missing" and label in f.message for f in case.reading)


class DepartmentMissing(Rule):
    code = "department-missing"
    family = "form"
    severity = "warning"
    title = "ไม่มีผู้รับผิดชอบ"
    why = "มาตรการที่ไม่มีผู้รับผิดชอบติดตามผลไม่ได้ และไม่มีใครตอบคำถามของผู้ประเมิน"
    source = FORM
    advice = "ระบุสำนักหรือกองที่รับผิดชอบมาตรการนี้"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure()),
        a_report(a_measure(departments=(), departments_text="นักทรัพยากรบุคคล")),
        a_report(
            a_measure(departments=(), departments_text=""),
            reading=[
                observed("column-missing", f"ไม่มีคอลัมน์ “{FIELD_WORDS['departments_text']}” ตามแบบ")
            ],
        ),
    )
    invalid = (a_report(a_measure(departments=(), departments_text="")),)

    def check(self, case: Case) -> Iterator[Finding]:
        empty = [m for m in case.measures if not m.departments and not m.departments_text.strip()]
        if len(empty) == len(case.measures) and _is_told(case, "departments_text"):
            return
        for measure in empty:
            place = cell_of(measure, "departments_text")
            message = f"{named(measure)} ({measure.place}) ไม่ได้ระบุผู้รับผิดชอบ"
            yield self.finding(message, measure=measure, place=place)


class NumbersNotConsecutive(Rule):
    """Numbers may start again from 1 where a new part of the report begins. A measure without a
    number may or may not have been counted."""

    code = "numbers-not-consecutive"
    family = "form"
    severity = "warning"
    title = "ลำดับที่ไม่ต่อเนื่อง"
    why = "ลำดับที่ข้ามหรือซ้ำมักหมายถึงแถวที่หายไปหรือคัดลอกซ้ำ"
    source = FORM
    advice = "ตรวจสอบว่ามีมาตรการครบทุกแถว แล้วแก้ลำดับที่ให้ต่อเนื่องกัน"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(1), a_measure(2), a_measure(3)),
        a_report(a_measure(1), a_measure(2), a_measure(1, id="m3")),
        a_report(a_measure(None), a_measure(None, id="m2")),
        a_report(a_measure(1), a_measure(None, id="m2"), a_measure(2, id="m3")),
        a_report(a_measure(1), a_measure(None, id="m2"), a_measure(3, id="m3")),
    )
    invalid = (a_report(a_measure(1), a_measure(3)), a_report(a_measure(1), a_measure(1, id="m2")))

    def check(self, case: Case) -> Iterator[Finding]:
        before, unnumbered = 0, 0
        for measure in case.measures:
            number = measure.number
            if number is None:
                unnumbered += 1
                continue
            again = number == 1 and before + unnumbered > 1
            if not before < number <= before + unnumbered + 1 and not again:
                yield self._of(measure, before)
            before, unnumbered = number, 0

    def _of(self, measure: Measure, before: int) -> Finding:
        place = cell_of(measure, "number")
        after = f"ต่อจากลำดับที่ {before}" if before else "เป็นมาตรการแรก"
        message = f"{place} เป็นลำดับที่ {measure.number} {after} จึงไม่ต่อเนื่อง"
        return self.finding(message, measure=measure, place=place, words=str(measure.number))
