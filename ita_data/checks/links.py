"""Rules about what was seen at evidence links when they were last opened, on request."""

from collections.abc import Iterator
from typing import ClassVar

from ita_data.checks.evidence import OIT, all_evidence
from ita_data.checks.examples import a_look, a_measure, a_report
from ita_data.checks.rule import Case, Rule, named
from ita_data.evidence import checked_on, link_words, year_hint, year_words
from ita_data.findings import Finding
from ita_data.model import Evidence, LinkCheck, LinkState, Measure
from ita_data.place import Place

UNASKED = "ยังไม่ได้ตรวจลิงก์หลักฐาน (กดตรวจได้ที่หน้าตรวจความพร้อม)"
Seen = tuple[Measure, Evidence, Place, LinkCheck]


class OfLinks(Rule):
    """A rule of links in some states; a link that was not opened yet is nobody's fault."""

    family = "numbers"
    requires = ("no-measures",)
    states: ClassVar[tuple[LinkState, ...]]

    def unasked(self, case: Case) -> str:
        return super().unasked(case) or ("" if _seen(case) else UNASKED)

    def check(self, case: Case) -> Iterator[Finding]:
        for measure, evidence, place, look in _seen(case):
            if look.state in self.states and (words := self.words(look, case)):
                message = f"{named(measure)} ({place}) {words} ({checked_on(look)})"
                yield self.finding(message, measure=measure, place=place, words=evidence.address)

    def words(self, look: LinkCheck, case: Case) -> str:  # noqa: ARG002 - for those that need it
        """What is said of the link; "" for nothing."""
        return f"ลิงก์หลักฐาน {shortened(look.address)} {link_words(look)}"


class EvidenceUnopened(OfLinks):
    code = "evidence-unopened"
    severity = "warning"
    title = "ลิงก์หลักฐานที่เปิดไม่ได้"
    why = "ผู้ประเมินให้คะแนนจากสิ่งที่เปิดดูได้ในวันที่ตรวจ ลิงก์ที่เปิดไม่ได้จึงเหมือนไม่มีหลักฐาน"
    source = OIT
    advice = "เปิดลิงก์นี้ด้วยเบราว์เซอร์อีกครั้ง หากเปิดไม่ได้ให้แก้ลิงก์หรือเผยแพร่เอกสารใหม่ แล้วตรวจลิงก์ซ้ำ"
    states = (
        LinkState.MISSING,
        LinkState.FAULT,
        LinkState.SILENT,
        LinkState.NO_NAME,
        LinkState.CERTIFICATE,
        LinkState.ASTRAY,
    )
    valid = (
        a_report(a_measure(), links=[a_look(status=200)]),
        a_report(a_measure()),
        a_report(a_measure(), links=[a_look(LinkState.LOGIN, status=403)]),
    )
    invalid = (
        a_report(a_measure(), links=[a_look(LinkState.MISSING, status=404)]),
        a_report(a_measure(), links=[a_look(LinkState.SILENT, why="slow")]),
        a_report(a_measure(), links=[a_look(LinkState.CERTIFICATE, why="expired")]),
    )


class EvidenceNotPublic(OfLinks):
    code = "evidence-not-public"
    severity = "warning"
    title = "ลิงก์หลักฐานที่คนทั่วไปเปิดไม่ได้"
    why = "ผู้ประเมินไม่มีบัญชีของหน่วยงาน ลิงก์ที่ต้องเข้าสู่ระบบหรืออยู่ในเครือข่ายภายในจึงเปิดไม่ได้"
    source = OIT
    advice = "ตั้งค่าการแชร์ให้ทุกคนที่มีลิงก์เปิดดูได้ หรือเผยแพร่เอกสารบนเว็บไซต์ของหน่วยงาน"
    states = (LinkState.LOGIN, LinkState.REFUSED)
    valid = (
        a_report(a_measure(), links=[a_look(status=200)]),
        a_report(a_measure(), links=[a_look(LinkState.REFUSED, why="port")]),
    )
    invalid = (
        a_report(a_measure(), links=[a_look(LinkState.LOGIN, status=403)]),
        a_report(a_measure(), links=[a_look(LinkState.REFUSED, why="private")]),
    )

    def words(self, look: LinkCheck, case: Case) -> str:
        """Of the links that are not opened, only those that nobody outside could open."""
        closed = look.state is LinkState.LOGIN or look.why in ("private", "credentials")
        return super().words(look, case) if closed else ""


class EvidenceOfOtherYear(OfLinks):
    """A hint: years in an address or a title may mean something else."""

    code = "evidence-of-other-year"
    severity = "advice"
    title = "ลิงก์หลักฐานที่อาจเป็นของปีอื่น"
    why = "หลักฐานของปีก่อนที่ติดมาจากรายงานเดิมใช้ยืนยันผลของปีนี้ไม่ได้"
    source = "ปีที่พบในลิงก์ ชื่อหน้า และข้อความตอนต้นของหน้า เทียบกับปีงบประมาณของรายงาน (เป็นเพียงข้อสังเกต)"
    advice = "เปิดดูว่าเป็นหลักฐานของปีงบประมาณนี้หรือไม่ หากใช่ไม่ต้องแก้ไข"
    states = (LinkState.PUBLIC,)
    valid = (
        a_report(a_measure(), links=[a_look(years=(2568,))]),
        a_report(a_measure(), links=[a_look(years=(2567,))]),
        a_report(a_measure(), links=[a_look(years=(2565,), text_years=(2540, 2568))]),
        a_report(a_measure(), links=[a_look()]),
    )
    invalid = (a_report(a_measure(), links=[a_look(years=(2565,))]),)

    def words(self, look: LinkCheck, case: Case) -> str:
        """The hint, where the link names other years only."""
        year = case.report.fiscal_year
        if year_hint(look, year) != "other":
            return ""
        return f"ลิงก์หลักฐาน {shortened(look.address)} {year_words(look, year)}"


def shortened(address: str) -> str:
    """An address as it is told in a sentence."""
    return address if len(address) <= 80 else f"{address[:60]}…{address[-18:]}"


def _seen(case: Case) -> list[Seen]:
    """Evidence that was opened, with what was seen."""
    if not case.links:
        return []
    looked = ((*each, case.links.get(each[1].address.strip())) for each in all_evidence(case))
    return [(m, e, p, look) for m, e, p, look in looked if look is not None]
