"""Findings known from version to version, accepted with a reason, grouped, and their places."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ita_data.changes import carry_over, changes, merge
from ita_data.checks import RULES
from ita_data.codec import from_json, to_json
from ita_data.findings import Finding
from ita_data.model import Evidence, Measure, TrackedReport
from ita_data.place import Place
from ita_data.readiness import (
    REQUIREMENTS,
    Observed,
    Readiness,
    accept,
    bundles,
    by_measure,
    by_rule,
    on_lasting_ids,
    readiness_of,
    requirements_of,
    seen_in,
    since,
    withdraw,
)
from ita_data.settings import Settings
from tests.app.agency import measure, tracked

COPIED = (
    "ตรวจนับพัสดุคงเหลือร่วมกับคณะกรรมการทุกรายการ จัดทำทะเบียนคุมให้เป็นปัจจุบัน และรายงานผลให้นายกเทศมนตรีทราบแล้ว"
)
AT = datetime(2026, 6, 30, 3, 0, tzinfo=UTC)
PROOF = (Evidence(address="https://www.thungthotlong.example/proof"),)


def report(*measures: Measure) -> TrackedReport:
    return replace(tracked(measures=measures), indicators=(), actuals=())


def plain(number: int, **others: object) -> Measure:
    """A measure with nothing to find in it but what is given."""
    fields = {"steps": f"จัดงานที่ {number}", "output": f"จัดงานที่ {number} แล้ว", "evidence": PROOF}
    return measure(number, **(fields | others))


def checked(it: TrackedReport, *reading: Finding) -> Readiness:
    return readiness_of(it, reading, Settings())


def of(code: str, it: TrackedReport, *reading: Finding) -> Observed:
    (found,) = [one for one in checked(it, *reading).observed if one.finding.code == code]
    return found


TWO = report(plain(3, output=COPIED), plain(5, output=COPIED))


def markup(row: int, measure_id: str = "m5") -> Finding:
    place = Place(sheet="รายงาน", row=row, column=6)
    return Finding(
        code="markup", severity="warning", message=f"{place} มีรหัสของหน้าเว็บปนอยู่", advice="วางใหม่",
        place=place, measure_id=measure_id,
    )  # fmt: skip


def test_a_finding_has_the_same_name_when_its_row_and_number_move() -> None:
    moved = report(
        plain(3, output=COPIED),
        replace(plain(5, output=COPIED), number=6, place=Place(sheet="รายงาน", row=30)),
    )
    assert of("result-copied", TWO).key == of("result-copied", moved).key
    assert of("markup", TWO, markup(9)).key == of("markup", TWO, markup(12)).key


def test_other_words_are_another_finding() -> None:
    other = report(plain(3, output=COPIED + " ครบ"), plain(5, output=COPIED + " ครบ"))
    assert of("result-copied", TWO).key != of("result-copied", other).key


def test_two_findings_of_the_same_words_have_two_names() -> None:
    found = [o for o in checked(TWO, markup(9), markup(10)).observed if o.finding.code == "markup"]
    assert len({one.key for one in found}) == 2


def test_an_accepted_finding_stays_visible_and_is_no_longer_counted() -> None:
    one = of("result-copied", TWO)
    after = checked(accept(TWO, one, reason=" ทำร่วมกัน ", by="สมหญิง", at=AT))
    assert [o.finding.code for o in after.accepted] == ["result-copied"]
    accepted = after.accepted[0].accepted
    assert accepted is not None
    assert (accepted.reason, accepted.by, accepted.at) == ("ทำร่วมกัน", "สมหญิง", AT)
    assert after.counts["warning"] == checked(TWO).counts["warning"] - 1
    assert len(after.observed) == len(checked(TWO).observed)


def test_nothing_is_accepted_without_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        accept(TWO, of("result-copied", TWO), reason="  ", by="", at=AT)


def test_accepting_again_replaces_and_withdrawing_opens() -> None:
    one = of("result-copied", TWO)
    twice = accept(accept(TWO, one, reason="ก", by="", at=AT), one, reason="ข", by="", at=AT)
    assert [a.reason for a in twice.accepted] == ["ข"]
    assert withdraw(twice, one) == TWO


def accepted_two() -> TrackedReport:
    return accept(TWO, of("result-copied", TWO), reason="ทำร่วมกัน", by="สมหญิง", at=AT)


def test_an_acceptance_survives_storing_and_a_new_file() -> None:
    before = accepted_two()
    assert from_json(TrackedReport, to_json(before)) == before
    # the new file has a measure in front, so that its own ids are others
    new = replace(
        TWO.report,
        measures=(
            replace(plain(1), id="m1"),
            replace(plain(3, output=COPIED), id="m2"),
            replace(plain(5, output=COPIED), id="m3"),
        ),
    )
    after = carry_over(before, new, ((), ()))
    assert [o.finding.measure_id for o in checked(after).accepted] == ["m5"]


def test_an_acceptance_is_told_in_the_history() -> None:
    before = accepted_two()
    assert [c.sentence for c in changes(TWO, before)] == ["มาตรการ 5 ข้อสังเกต: เพิ่มการยอมรับ ทำร่วมกัน"]
    assert [c.kind for c in changes(before, TWO)] == ["removed"]


def test_two_people_may_accept_different_findings() -> None:
    mine = accept(TWO, of("markup", TWO, markup(9)), reason="แก้แล้ว", by="ก", at=AT)
    merged = merge(TWO, mine, accepted_two())
    assert merged.clashes == ()
    assert {one.code for one in merged.tracked.accepted} == {"markup", "result-copied"}
    assert merge(accepted_two(), TWO, accepted_two()).tracked.accepted == ()


def test_what_changed_since_the_version_before() -> None:
    mended = report(plain(3, output=COPIED), plain(5))
    found = since(checked(TWO, markup(9)), checked(mended, markup(9), markup(8, "m3")))
    assert [o.finding.code for o in found.resolved] == ["result-copied"]
    assert [(o.finding.code, o.finding.measure_id) for o in found.new] == [("markup", "m3")]
    accepted = since(checked(TWO), checked(accepted_two()))
    assert (accepted.new, accepted.resolved) == ((), ())


def proofless(*numbers: int) -> list[Finding]:
    return [
        Finding(code="x", severity="advice", message=f"ข้อ {n}", advice="แนบ", measure_id=f"m{n}")
        for n in numbers
    ]


def test_measures_stand_in_their_order_after_those_with_an_error() -> None:
    three = report(plain(3), plain(4), plain(5)).report
    error = replace(markup(8, "m5"), severity="error")
    found = checked(report(plain(3), plain(4), plain(5)), *proofless(3), markup(7, "m4"), error)
    groups = by_measure(found.observed, three)
    assert [g.measure.id for g in groups if g.measure] == ["m5", "m3", "m4"]


def test_what_is_alike_in_several_measures_is_one_group() -> None:
    three = report(plain(3), plain(4), plain(5))
    found = checked(three, *proofless(5, 3, 4), markup(7, "m4")).observed
    common = next(g for g in by_measure(found, three.report) if g.title == "พบในหลายมาตรการ")
    assert [one.finding.measure_id for one in common.observed] == ["m3", "m4", "m5"]
    assert [len(bundle) for bundle in bundles(common.observed)] == [3]
    groups = by_measure(found, three.report)
    assert sum(len(group.observed) for group in groups) == len(found)


def test_a_bundle_is_of_one_rule_and_one_advice_and_one_acceptance() -> None:
    three = report(plain(3), plain(4), plain(5))
    found = [o for o in checked(three, *proofless(3, 4, 5)).observed if o.finding.code == "x"]
    part = accept(three, found[0], reason="มีแล้ว", by="ก", at=AT)
    seen = [o for o in checked(part, *proofless(3, 4, 5)).observed if o.finding.code == "x"]
    assert [[o.finding.measure_id for o in bundle] for bundle in bundles(seen)] == [
        ["m3"],
        ["m4", "m5"],
    ]
    copied = [o for o in checked(TWO).observed if o.finding.code == "result-copied"]
    assert [len(bundle) for bundle in bundles((*copied, *copied[:0]))] == [1]


def test_groups_begin_with_the_most_serious() -> None:
    whole = Finding(code="agency-missing", severity="error", message="ไม่พบชื่อ", advice="")
    found = checked(report(plain(3), plain(5, output="")), markup(8, "m3"), whole).observed
    groups = by_measure(found, report(plain(3), plain(5)).report)
    assert groups[0].measure is None
    assert [g.measure.id for g in groups[1:] if g.measure] == ["m3", "m5"]
    assert sum(len(group.observed) for group in groups) == len(found)
    rules = by_rule(found)
    assert (rules[0].title, bool(rules[0].why)) == ("ไม่มีชื่อหน่วยงาน", True)
    assert sum(len(group.observed) for group in rules) == len(found)


def test_a_finding_of_no_rule_has_a_group() -> None:
    odd = Finding(code="sheet-ignored", severity="advice", message="ไม่ได้อ่านแผ่นงาน", advice="")
    groups = by_rule(checked(TWO, odd).observed)
    assert groups[-1].title == "ข้อสังเกตจากการอ่านไฟล์"


def test_every_rule_about_the_form_is_a_requirement() -> None:
    assert set(REQUIREMENTS) == {rule.code for rule in RULES if rule.family == "form"}


def test_requirements_are_a_list_with_their_state() -> None:
    missing = Finding(code="agency-missing", severity="error", message="ไม่พบชื่อ", advice="")
    found = {one.code: one for one in requirements_of(checked(TWO, missing))}
    assert found["agency-missing"].state == "open"
    assert found["agency-missing"].findings == 1
    assert found["agency-differs"].state == "unasked"
    assert "ไม่มีชื่อหน่วยงาน" in found["agency-differs"].because
    assert found["title-missing"].state == "met"
    accepted = accept(TWO, of("agency-missing", TWO, missing), reason="ก", by="", at=AT)
    again = {one.code: one.state for one in requirements_of(checked(accepted, missing))}
    assert again["agency-missing"] == "accepted"


def test_words_are_found_in_the_measure_by_passage_by_text_and_by_cell() -> None:
    fifth = TWO.report.measures[1]
    copied = seen_in(of("result-copied", TWO).finding, fifth)
    assert list(copied) == ["output"]
    start, end = copied["output"][0]
    assert fifth.output[start:end].startswith("ตรวจนับพัสดุ")
    words = replace(markup(99), words="จัดงานที่ ๕")
    assert seen_in(words, fifth) == {"steps": ((0, 11),)}
    cell = Place(sheet="รายงาน", row=9, column=3)
    assert seen_in(replace(markup(9), place=cell), fifth) == {"steps": ()}
    assert seen_in(markup(99), fifth) == {}


def test_findings_of_a_reading_go_with_their_measure_to_its_lasting_id() -> None:
    read = replace(TWO.report, measures=(replace(plain(1), id="m1"), replace(plain(2), id="m2")))
    kept = replace(TWO.report, measures=(replace(plain(1), id="m7"), replace(plain(2), id="m1")))
    found = on_lasting_ids((markup(9, "m1"), markup(9, "m2"), markup(9, "m9")), read, kept)
    assert [one.measure_id for one in found] == ["m7", "m1", "m9"]
