"""Rules about the proof of results."""

import re
from collections import Counter
from collections.abc import Iterator

from ita_data.checks.examples import (
    PROOF,
    a_look,
    a_measure,
    a_report,
    a_result,
    an_indicator,
)
from ita_data.checks.rule import Case, Rule, cell_of, named
from ita_data.evidence import checked_on, host_of, is_of_domain, names_link, plain_domain
from ita_data.findings import Finding
from ita_data.model import Evidence, LinkState, Measure
from ita_data.place import Place
from ita_data.settings import CheckSettings
from ita_data.thai import squash

OIT = "ตัวชี้วัดการเปิดเผยข้อมูลสาธารณะ (OIT) ซึ่งให้แสดงลิงก์ของข้อมูลบนเว็บไซต์หลักของหน่วยงาน"
# What is written where there is nothing to tell (folded).
_NOTHING = re.compile(r"(?:[-–—−_.,;:/()]|ไม่มี|n/?a)*", re.I)
DONKAEW = CheckSettings(domain="donkaewsai.example")


class ResultWithoutEvidence(Rule):
    """One finding for the whole report where it has no evidence at all."""

    code = "result-without-evidence"
    family = "numbers"
    severity = "warning"
    title = "ผลที่ไม่มีหลักฐาน"
    why = "ผู้ประเมินให้คะแนนจากสิ่งที่เปิดดูได้ ผลที่ไม่มีหลักฐานจึงเหมือนยังไม่ได้ทำ"
    source = OIT
    advice = "แนบลิงก์ของเอกสาร ภาพ หรือประกาศที่แสดงว่าได้ดำเนินการแล้ว"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure()),
        a_report(a_measure(output="-", outcome=" – ", evidence=())),
        a_report(a_measure(1), a_measure(2, output="ไม่มี", outcome="N/A", evidence=())),
        a_report(
            a_measure(evidence=()),
            indicators=[an_indicator()],
            actuals=[a_result(evidence=(PROOF,))],
        ),
        a_report(a_measure(output="เผยแพร่แล้วที่ https://donkaewsai.example/plan", evidence=())),
    )
    invalid = (
        a_report(a_measure(1, evidence=()), a_measure(2, evidence=())),
        a_report(a_measure(1), a_measure(2, evidence=())),
        a_report(a_measure(1), indicators=[an_indicator()], actuals=[a_result()]),
    )

    def unasked(self, case: Case) -> str:
        told = any(map(_claims, case.measures)) or case.recorded
        return super().unasked(case) or ("" if told else "ยังไม่มีผลที่รายงานหรือบันทึกไว้")

    def check(self, case: Case) -> Iterator[Finding]:
        proved = _proved(case)
        if not proved and not any(map(_is_shown, case.measures)):
            claims = sum(map(_claims, case.measures))
            yield self.finding(f"รายงานทั้งฉบับไม่มีหลักฐานประกอบผล ({claims} มาตรการรายงานผลไว้)")
            return
        yield from self._claimed(case, proved)
        yield from self._recorded(case)

    def _claimed(self, case: Case, proved: set[str]) -> Iterator[Finding]:
        for measure in case.measures:
            if _claims(measure) and not _is_shown(measure) and measure.id not in proved:
                place = cell_of(measure, "output" if _tells(measure.output) else "outcome")
                message = f"{named(measure)} ({place}) รายงานผลไว้ แต่ไม่มีหลักฐาน"
                yield self.finding(message, measure=measure, place=place)

    def _recorded(self, case: Case) -> Iterator[Finding]:
        owners = {indicator.id: indicator.measure_id for indicator in case.indicators}
        bare = Counter(owners.get(a.indicator_id) for a in case.recorded if not a.evidence)
        for measure in case.measures:
            if count := bare[measure.id]:
                message = f"{named(measure)} มีผลที่บันทึกไว้โดยไม่มีหลักฐาน {count} รายการ"
                yield self.finding(message, measure=measure)


class EvidenceNoLink(Rule):
    code = "evidence-no-link"
    family = "numbers"
    severity = "warning"
    title = "หลักฐานที่ไม่ใช่ลิงก์"
    why = "ชื่อเอกสารอย่างเดียวเปิดดูไม่ได้ ผู้ประเมินต้องเปิดหลักฐานได้จากอินเทอร์เน็ต"
    source = OIT
    advice = "เผยแพร่เอกสารบนเว็บไซต์ของหน่วยงาน แล้วใส่ที่อยู่ที่ขึ้นต้นด้วย https://"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure()),
        a_report(a_measure(evidence=(Evidence(address="ภาพกิจกรรม.pdf", sha256="ab" * 32),))),
    )
    invalid = (a_report(a_measure(evidence=(Evidence(address="แฟ้มภาพกิจกรรมหน้า 3"),))),)

    def unasked(self, case: Case) -> str:
        return super().unasked(case) or ("" if all_evidence(case) else "ไม่มีหลักฐานให้ตรวจ")

    def check(self, case: Case) -> Iterator[Finding]:
        for measure, evidence, place in all_evidence(case):
            if host_of(evidence.address) is None and evidence.sha256 is None:
                message = f"{named(measure)} ({place}) หลักฐาน “{evidence.address}” ไม่ใช่ลิงก์ที่เปิดได้"
                yield self.finding(message, measure=measure, place=place, words=evidence.address)


class EvidenceElsewhere(Rule):
    code = "evidence-elsewhere"
    family = "numbers"
    severity = "warning"
    title = "หลักฐานอยู่นอกเว็บไซต์ของหน่วยงาน"
    why = "การเปิดเผยข้อมูลนับจากเว็บไซต์หลักของหน่วยงาน ลิงก์ภายนอกอาจหายไปหรือไม่เปิดเป็นสาธารณะ"
    source = OIT
    advice = "เผยแพร่หลักฐานบนเว็บไซต์ของหน่วยงาน แล้วใช้ลิงก์นั้น"
    requires = ("no-measures",)
    valid = (
        a_report(a_measure(), settings=DONKAEW),
        a_report(a_measure(evidence=(Evidence(address="https://drive.example/f/1"),))),
    )
    invalid = (
        a_report(
            a_measure(evidence=(Evidence(address="https://drive.example/f/1"),)), settings=DONKAEW
        ),
        a_report(
            a_measure(evidence=(Evidence(address="https://donkaewsai.example.org/1"),)),
            settings=DONKAEW,
        ),
        a_report(
            a_measure(),
            settings=DONKAEW,
            links=[a_look(landed="https://elsewhere.example/1", status=200)],
        ),
    )

    def unasked(self, case: Case) -> str:
        if not plain_domain(case.settings.domain):
            return "ผู้ดูแลระบบยังไม่ได้กำหนดโดเมนของหน่วยงาน"
        return super().unasked(case) or ("" if all_evidence(case) else "ไม่มีหลักฐานให้ตรวจ")

    def check(self, case: Case) -> Iterator[Finding]:
        domain = plain_domain(case.settings.domain)
        for measure, evidence, place in all_evidence(case):
            if message := self._elsewhere(evidence, case, domain):
                told = f"{named(measure)} ({place}) {message}"
                yield self.finding(told, measure=measure, place=place, words=evidence.address)

    def _elsewhere(self, evidence: Evidence, case: Case, domain: str) -> str:
        host = host_of(evidence.address)
        if host and not is_of_domain(host, domain):
            return f"หลักฐานอยู่ที่ {host} ไม่ใช่เว็บไซต์ {domain}"
        check = case.links.get(evidence.address.strip())
        landed = host_of(check.landed) if check and check.state is LinkState.PUBLIC else None
        if check and landed and not is_of_domain(landed, domain):
            return f"หลักฐานส่งต่อไปที่ {landed} ไม่ใช่เว็บไซต์ {domain} ({checked_on(check)})"
        return ""


def _claims(measure: Measure) -> bool:
    return _tells(measure.output) or _tells(measure.outcome)


def _is_shown(measure: Measure) -> bool:
    """Whether the report itself names something to look at, also in the middle of its result."""
    texts = (measure.output, measure.outcome, measure.remarks)
    return bool(measure.evidence) or any(text and names_link(text) for text in texts)


def _tells(text: str) -> bool:
    """Whether a cell reports a result: a dash, "ไม่มี" or "N/A" does not."""
    return not _NOTHING.fullmatch(squash(text))


def _proved(case: Case) -> set[str]:
    """Measures of which some result has evidence of its own."""
    owners = {indicator.id: indicator.measure_id for indicator in case.indicators}
    return {owners.get(a.indicator_id, "") for a in case.tracked.actuals if a.evidence}


def all_evidence(case: Case) -> list[tuple[Measure, Evidence, Place]]:
    """Every piece of evidence once a measure, with where it stands."""
    found = {}
    owners = {indicator.id: indicator.measure_id for indicator in case.indicators}
    for measure in case.measures:
        for evidence in measure.evidence:
            found[measure.id, evidence.address] = measure, evidence, cell_of(measure, "evidence")
    measures = {measure.id: measure for measure in case.measures}
    for actual in case.tracked.actuals:
        if owner := measures.get(owners.get(actual.indicator_id, "")):
            for evidence in actual.evidence:
                found.setdefault((owner.id, evidence.address), (owner, evidence, owner.place))
    return list(found.values())
