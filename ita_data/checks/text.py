"""Rules that compare texts: results that say what was to be done, or what another result says."""

import re
from collections.abc import Iterator

from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.checks.similar import LONGEST, first_copies, shared_spans, similarity
from ita_data.findings import Finding, Passage
from ita_data.model import RESULT_COLUMNS, Field, Measure
from ita_data.words import FIELD_WORDS

COMPARED = "เทียบข้อความสองช่องหลังตัดช่องว่างออก เหมือนกันตั้งแต่ร้อยละ 90 ขึ้นไป (ตั้งค่าได้)"
# Said alike by several measures in good faith: no complaint, no fault found (folded, one sentence).
NOTHING_HAPPENED = re.compile(r"(?:\d+[.)])?(?:ไม่มี|ไม่พบ|ไม่ปรากฏ).{0,70}")
# Finding copies among more results than this would keep a user waiting, or take much memory.
MOST_RESULTS = 20_000
MOST_LETTERS = 10_000_000
NO_COMPLAINT = "ไม่มีเรื่องร้องเรียนเกี่ยวกับการปฏิบัติหน้าที่ของเจ้าหน้าที่"
TRAINED = (
    "ตรวจสอบพัสดุคงเหลือทุกรายการร่วมกับคณะกรรมการ จัดทำทะเบียนคุมครุภัณฑ์ให้เป็นปัจจุบัน และเสนอผลต่อผู้บริหารเพื่อพิจารณา"
)
CLINIC = "เปิดคลินิกให้คำปรึกษาด้านการขออนุญาตก่อสร้างทุกบ่ายวันพุธ มีผู้มาใช้บริการ 64 ราย และตอบข้อหารือครบทุกราย"


class ResultEchoesSteps(Rule):
    code = "result-echoes-steps"
    family = "text"
    severity = "warning"
    title = "ผลการดำเนินการซ้ำกับขั้นตอน"
    why = "ข้อความที่ยกขั้นตอนมาใส่เป็นผล ไม่ได้บอกว่าทำอะไรไปแล้วบ้าง ผู้ประเมินจึงเห็นว่ายังไม่ได้รายงานผล"
    source = COMPARED
    advice = "เขียนผลที่เกิดขึ้นจริง เช่น ทำอะไร เมื่อใด กี่ครั้ง มีผู้เกี่ยวข้องกี่คน"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(steps=TRAINED, output=CLINIC)),
        a_report(a_measure(steps="จัดประชุม", output="จัดประชุม")),
    )
    invalid = (a_report(a_measure(steps=TRAINED, output=TRAINED + " แล้ว")),)

    def check(self, case: Case) -> Iterator[Finding]:
        for measure in case.measures:
            for column in RESULT_COLUMNS:
                alike = _alike(measure, "steps", column, case, case.settings.echo_from)
                if alike:
                    yield self._of(measure, column, alike)

    def _of(self, measure: Measure, column: Field, alike: float) -> Finding:
        message = (
            f"{named(measure)} ({cell_of(measure, column)}) ช่อง “{FIELD_WORDS[column]}” "
            f"เหมือนกับช่อง “{FIELD_WORDS['steps']}” {_how(alike)}"
        )
        return self.finding(
            message,
            measure=measure,
            place=cell_of(measure, column),
            words=measure.text_of(column),
            passages=_both(measure, column, measure, "steps"),
        )


class OutcomeRepeatsOutput(Rule):
    code = "outcome-repeats-output"
    family = "text"
    severity = "warning"
    title = "ผลลัพธ์ซ้ำกับผลการดำเนินการ"
    why = (
        "ผลการดำเนินการบอกว่าทำอะไร ส่วนผลลัพธ์บอกว่าเกิดอะไรขึ้นเพราะสิ่งที่ทำ หากเหมือนกันถือว่ายังไม่ได้รายงานผลลัพธ์"
    )
    source = COMPARED
    advice = "เขียนผลลัพธ์ที่เกิดกับประชาชนหรือหน่วยงาน เช่น เวลาที่ลดลง ความพึงพอใจ หรือเรื่องร้องเรียนที่ลดลง"
    requires = ("no-measures",)
    valid = (a_report(a_measure(output=TRAINED, outcome=CLINIC)),)
    invalid = (a_report(a_measure(output=TRAINED, outcome=TRAINED)),)

    def check(self, case: Case) -> Iterator[Finding]:
        for measure in case.measures:
            alike = _alike(measure, "output", "outcome", case, case.settings.echo_from)
            if alike:
                message = (
                    f"{named(measure)} ({cell_of(measure, 'outcome')}) ผลลัพธ์เหมือนกับ"
                    f"ผลการดำเนินการ {_how(alike)}"
                )
                yield self.finding(
                    message,
                    measure=measure,
                    place=cell_of(measure, "outcome"),
                    words=measure.outcome,
                    passages=_both(measure, "outcome", measure, "output"),
                )


class ResultCopied(Rule):
    """Told once, at the later measure, with the first one that says the same."""

    code = "result-copied"
    family = "text"
    severity = "warning"
    title = "ผลคัดลอกมาจากมาตรการอื่น"
    why = "มาตรการต่างกันไม่น่ามีผลเหมือนกันเกือบทุกคำ มักเกิดจากคัดลอกแล้วลืมแก้ และเป็นจุดแรกที่ผู้ประเมินเห็น"
    source = COMPARED
    advice = "เขียนผลของมาตรการนี้เอง หากผลร่วมกันจริงให้ระบุว่าดำเนินการร่วมกับมาตรการใด"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(1, output=TRAINED), a_measure(2, output=CLINIC)),
        a_report(a_measure(1, output="ดำเนินการแล้ว"), a_measure(2, output="ดำเนินการแล้ว")),
        a_report(a_measure(1, output=NO_COMPLAINT), a_measure(2, output=NO_COMPLAINT)),
    )
    invalid = (a_report(a_measure(1, output=TRAINED), a_measure(2, output=TRAINED)),)

    def unasked(self, case: Case) -> str:
        lengths = [len(m.text_of(column)) for m in case.measures for column in RESULT_COLUMNS]
        letters = sum(min(length, LONGEST) for length in lengths)
        if len(lengths) > MOST_RESULTS or letters > MOST_LETTERS:
            return "รายงานมีมาตรการมากเกินกว่าจะเปรียบเทียบทุกคู่ได้"
        return super().unasked(case)

    def check(self, case: Case) -> Iterator[Finding]:
        results = [
            (owner, measure, column, text)
            for owner, measure in enumerate(case.measures)
            for column in RESULT_COLUMNS
            if len(text := case.folded(measure.text_of(column))) >= case.settings.shortest_text
            and not NOTHING_HAPPENED.fullmatch(text)
        ]
        texts, owners = [result[3] for result in results], [result[0] for result in results]
        for copy in first_copies(texts, owners, case.settings.copy_from):
            _, measure, column, _ = results[copy.at]
            _, original, original_column, _ = results[copy.of]
            passages = _both(measure, column, original, original_column)
            yield self._of(measure, original, passages, copy.similarity)

    def _of(
        self, measure: Measure, original: Measure, passages: tuple[Passage, ...], alike: float
    ) -> Finding:
        here, there = passages
        message = (
            f"{named(measure)} ({here.place}) ช่อง “{FIELD_WORDS[here.column]}” "
            f"เหมือนกับของ{named(original)} ({there.place}) {_how(alike)}"
        )
        return self.finding(
            message, measure=measure, place=here.place, words=here.text, passages=passages
        )


def _alike(measure: Measure, one: Field, other: Field, case: Case, at_least: float) -> float:
    """Similarity of two texts of a measure; 0 below the threshold or where one is too short."""
    texts = [case.folded(measure.text_of(column)) for column in (one, other)]
    if min(map(len, texts)) < case.settings.shortest_text:
        return 0.0
    return similarity(texts[0], texts[1], at_least)


def _both(
    measure: Measure, column: Field, other: Measure, other_column: Field
) -> tuple[Passage, ...]:
    """The two texts with what they share marked."""
    here, there = shared_spans(measure.text_of(column), other.text_of(other_column))
    return passage(measure, column, here), passage(other, other_column, there)


def _how(alike: float) -> str:
    """ "ถึงร้อยละ 98"; "ทุกคำ" where nothing but white space differs, never a false 100."""
    return "ทุกคำ" if alike >= 1 else f"ถึงร้อยละ {int(alike * 100)}"
