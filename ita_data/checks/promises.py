"""Rules about promises that the result does not come back to."""

from collections.abc import Callable, Iterator, Sequence

from ita_data.checks.examples import a_measure, a_report
from ita_data.checks.promised import Promise, told_of, untold_cadences, untold_documents
from ita_data.checks.rule import Case, Rule, cell_of, named, passage
from ita_data.findings import Finding
from ita_data.model import Measure
from ita_data.thai import squash

SOURCE = "สิ่งที่ระบุว่าจะทำในช่องขั้นตอนและเป้าหมาย เทียบกับผลการดำเนินการและผลลัพธ์"
STEPS = "จัดทำแผนการจัดหาพัสดุ พร้อมรายงานความก้าวหน้าทุก 3 เดือนต่อผู้บริหาร"
SILENT = "เผยแพร่ประกาศรับสมัครงานบนเว็บไซต์และปิดประกาศที่ชุมชน ประชาชนรับทราบอย่างทั่วถึง"


class CadenceUntold(Rule):
    code = "promised-cadence-unreported"
    family = "text"
    severity = "warning"
    title = "ระบุว่าจะทำเป็นรอบ แต่ผลไม่ได้กล่าวถึง"
    why = "เมื่อขั้นตอนบอกว่าจะทำทุกกี่เดือนหรือกี่ครั้ง ผู้ประเมินจะหาผลของแต่ละรอบ"
    source = SOURCE
    advice = "ระบุในผลว่าทำไปแล้วกี่ครั้ง เมื่อใดบ้าง หากยังไม่ได้ทำให้ระบุเหตุผล"
    requires = ("no-measures",)
    valid = (
        a_report(
            a_measure(steps=STEPS, output="จัดทำแผนการจัดหาพัสดุ และรายงานผู้บริหารแล้ว 4 ครั้งตามกำหนด")
        ),
        a_report(
            a_measure(steps=STEPS, output="อยู่ระหว่างดำเนินการ เนื่องจากรอการอนุมัติงบประมาณจากสภาท้องถิ่น")
        ),
    )
    invalid = (a_report(a_measure(steps=STEPS, output=SILENT)),)

    def check(self, case: Case) -> Iterator[Finding]:
        def untold(measure: Measure) -> list[Promise]:
            return untold_cadences(measure, case.settings.promise_from)

        yield from _untold(self, case, untold, "ไม่ได้บอกว่าทำไปแล้วกี่ครั้งหรือเมื่อใด")


class DocumentUntold(Rule):
    code = "promised-document-unreported"
    family = "text"
    severity = "warning"
    title = "ระบุว่าจะจัดทำเอกสาร แต่ผลไม่ได้กล่าวถึง"
    why = "แผน รายงาน คู่มือ หรือประกาศที่ระบุว่าจะทำคือสิ่งที่ผู้ประเมินขอดูเป็นหลักฐาน"
    source = SOURCE
    advice = "ระบุในผลว่าจัดทำเอกสารนี้แล้วหรือไม่ และเผยแพร่ที่ใด หากยังไม่ได้ทำให้ระบุเหตุผล"
    requires = ("no-measures",)
    valid = (
        a_report(
            a_measure(steps=STEPS, output="มีแผนการจัดหาพัสดุประจำปี และรายงานความก้าวหน้าครบ 4 ครั้ง")
        ),
        a_report(
            a_measure(steps=STEPS, output="จัดทำแผนเรียบร้อยแล้ว และรายงานต่อผู้บริหาร 4 ครั้งตามที่กำหนดไว้")
        ),
    )
    invalid = (a_report(a_measure(steps=STEPS, output=SILENT)),)

    def check(self, case: Case) -> Iterator[Finding]:
        def untold(measure: Measure) -> list[Promise]:
            return untold_documents(measure, case.settings.promise_from)

        yield from _untold(self, case, untold, "ไม่ได้กล่าวถึง")


def _untold(
    rule: Rule, case: Case, untold: Callable[[Measure], list[Promise]], what: str
) -> Iterator[Finding]:
    """One finding a measure, with all its promises that the result leaves out. A result that
    is empty or a mere word is other rules' business."""
    for measure in case.measures:
        promises = untold(measure)
        if promises and len(squash(told_of(measure))) >= case.settings.shortest_text:
            yield _finding(rule, measure, promises, what)


def _finding(rule: Rule, measure: Measure, promises: Sequence[Promise], what: str) -> Finding:
    column = promises[0].column
    place = cell_of(measure, column)
    named_so = dict.fromkeys(f"{promise.about} {promise.words}".strip() for promise in promises)
    listed = " ".join(f"“{words}”" for words in named_so)
    spans = tuple((p.start, p.end) for p in promises if p.column == column)
    return rule.finding(
        f"{named(measure)} ({place}) ระบุว่าจะทำ {listed} แต่ผลการดำเนินการ{what}",
        measure=measure,
        place=place,
        words=promises[0].words,
        passages=(passage(measure, column, spans), passage(measure, "output")),
    )
