"""Indicators revised after the import: every change, what is wrong with it, what it leaves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from ita_data.changes import changes
from ita_data.model import Actual, Basis, Cadence, Decision, Override, Status, TrackedReport
from ita_data.revising import (
    Revision,
    accept_all,
    add,
    as_it_was,
    correct,
    finish,
    join,
    may_join,
    problems,
    put_together,
    set_status,
    start,
    touched,
    use,
)
from tests.invented import indicator, measure, tracked

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)


def result(key: str, indicator_id: str, amount: int, **fields: Any) -> Actual:
    said = {"basis": Basis.RECORDED, "on": date(2025, 1, 31)}
    return Actual(id=key, indicator_id=indicator_id, amount=amount, **(said | fields))


REPORT = tracked(
    measure(),
    measure("m2", number=2),
    indicator("i1"),
    indicator("i2", name="ประชุมชี้แจง"),
    indicator("i3", unit="เล่ม"),
    indicator("i4", measure_id="m2", decision=Decision.ACCEPTED),
    result("r1", "i1", 1),
    result("r2", "i2", 2),
    result("c2", "i2", 4, basis=Basis.CLAIMED, on=None),
)


def begun() -> Revision:
    return replace(start(REPORT, 3, "สมหญิง"), reason="ตามมติที่ประชุม")


def decisions(revision: Revision) -> dict[str, str]:
    return {i.id: i.decision.value for i in revision.indicators}


def sentences(revision: Revision) -> list[str]:
    return [change.sentence for change in changes(REPORT, finish(revision, REPORT, NOW))]


def test_nothing_said_changes_nothing() -> None:
    assert finish(begun(), REPORT, NOW) == REPORT
    assert touched(begun(), REPORT) == frozenset()


def test_a_proposal_is_accepted_dropped_and_taken_back() -> None:
    revision = use(begun(), "i1")
    revision = use(revision, "i2", used=False)
    assert decisions(revision) == {
        "i1": "accepted", "i2": "dropped", "i3": "proposed", "i4": "accepted",
    }  # fmt: skip
    assert decisions(use(revision, "i2"))["i2"] == "accepted"
    assert touched(revision, REPORT) == {"i1", "i2"}


def test_all_waiting_proposals_of_a_measure_are_accepted_at_once() -> None:
    dropped = use(begun(), "i3", used=False)
    assert decisions(accept_all(dropped, "m1")) == {
        "i1": "accepted", "i2": "accepted", "i3": "dropped", "i4": "accepted",
    }  # fmt: skip
    assert decisions(accept_all(begun()))["i3"] == "accepted"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"target": 6}, "มาตรการ 1 ตัวชี้วัด จัดประชุม: เป้าหมาย 4 → 6"),
        ({"unit": "เรื่อง"}, "มาตรการ 1 ตัวชี้วัด จัดประชุม: หน่วยนับ ครั้ง → เรื่อง"),
        ({"comparison": "<="}, "มาตรการ 1 ตัวชี้วัด จัดประชุม: เงื่อนไขของเป้าหมาย เท่ากับ → ไม่เกิน"),
        ({"department": "กองช่าง"}, "มาตรการ 1 ตัวชี้วัด จัดประชุม: ผู้รับผิดชอบ (ว่าง) → กองช่าง"),
    ],
)
def test_a_correction_is_told_in_words(values: dict[str, Any], sentence: str) -> None:
    revision = correct(begun(), "i1", **values)
    assert sentences(revision) == [
        sentence,
        "มาตรการ 1 ตัวชี้วัด จัดประชุม: การพิจารณา รอยืนยัน → แก้ไขแล้ว",
    ]


def test_a_typed_target_says_that_it_was_typed() -> None:
    taken = replace(REPORT, indicators=(indicator("i1", target_from="result"),))
    revision = start(taken, 1)
    assert correct(revision, "i1", target=5).indicator("i1").target_from == "typed"
    kept = correct(revision, "i1", cadence=Cadence(per_year=2)).indicator("i1")
    assert (kept.target_from, kept.decision) == ("result", Decision.CORRECTED)
    assert correct(revision, "i1", target=4) == revision


def test_an_indicator_added_by_hand_has_a_new_id_and_can_be_taken_out_again() -> None:
    revision = add(add(begun(), "m1", "ตัวที่หนึ่ง"), "m1", "ตัวที่สอง")
    assert [i.id for i in revision.indicators[-2:]] == ["m1-x1", "m1-x2"]
    left = use(correct(revision, "m1-x1", target=2), "m1-x2", used=False)
    found = finish(left, REPORT, NOW).indicators
    assert [(i.id, i.target, i.decision) for i in found[4:]] == [("m1-x1", 2, Decision.ADDED)]


def test_merging_moves_results_and_the_claim_and_drops_the_other() -> None:
    assert [i.id for i in may_join(begun(), "i2")] == ["i1"]
    revision = join(begun(), "i2", "i1")
    found = finish(revision, REPORT, NOW)
    assert {a.id: a.indicator_id for a in found.actuals} == {"r1": "i1", "r2": "i1", "c2": "i1"}
    assert decisions(revision)["i2"] == "dropped"
    assert use(revision, "i2").joined == {}


def test_of_two_claims_the_one_that_stays_counts() -> None:
    both = replace(
        REPORT, actuals=(*REPORT.actuals, result("c1", "i1", 3, basis=Basis.CLAIMED, on=None))
    )
    found = finish(join(begun(), "i2", "i1"), both, NOW)
    claims = [(a.id, a.amount) for a in found.actuals if a.basis is Basis.CLAIMED]
    assert claims == [("c1", 3)]


def test_a_merged_one_merged_on_goes_the_whole_way() -> None:
    three = replace(REPORT, indicators=(*REPORT.indicators[:2], indicator("i5")))
    revision = join(join(start(three, 1), "i2", "i1"), "i1", "i5")
    found = finish(revision, three, NOW)
    assert {a.indicator_id for a in found.actuals} == {"i5"}


@pytest.mark.parametrize("into", ["i2", "i3", "i4", "i9"])
def test_only_the_same_measure_and_unit_can_be_merged_into(into: str) -> None:
    with pytest.raises(ValueError, match="cannot be merged"):
        join(begun(), "i2", into)


def test_an_override_needs_a_reason_and_says_who_and_when() -> None:
    revision = set_status(begun(), "i1", status=Status.ACHIEVED)
    assert [p.message for p in problems(revision, REPORT)] == ["โปรดใส่เหตุผลที่กำหนดสถานะเอง"]
    revision = set_status(revision, "i1", status=Status.ACHIEVED, reason="มีคำสั่งแล้ว")
    assert problems(revision, REPORT) == ()
    override = Override(
        indicator_id="i1", status=Status.ACHIEVED, reason="มีคำสั่งแล้ว", by="สมหญิง", at=NOW
    )
    stored = finish(revision, REPORT, NOW)
    assert stored.overrides == (override,)
    later = set_status(start(stored, 4), "i1", status=Status.ACHIEVED, reason="มีคำสั่งแล้ว")
    assert touched(later, stored) == frozenset()
    assert finish(set_status(later, "i1", status=None), stored, NOW).overrides == ()


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"name": " "}, "โปรดใส่ชื่อตัวชี้วัด"),
        ({"unit": ""}, "โปรดใส่หน่วยนับของเป้าหมาย"),
        ({"unit": "ร้อยละ", "target": 120}, "เป้าหมายร้อยละต้องไม่เกิน 100"),
    ],
)
def test_what_cannot_be_saved_is_said(values: dict[str, Any], message: str) -> None:
    revision = correct(begun(), "i1", **values)
    assert [(p.subject, p.message) for p in problems(revision, REPORT)] == [("i1", message)]


def test_a_reason_is_asked_for_once_something_was_said() -> None:
    assert problems(start(REPORT, 3), REPORT) == ()
    silent = use(start(REPORT, 3), "i1")
    assert [(p.subject, p.message) for p in problems(silent, REPORT)] == [("", "โปรดใส่เหตุผลที่แก้ไข")]


def test_one_indicator_goes_back_to_what_it_was() -> None:
    revision = set_status(correct(begun(), "i1", target=9), "i1", status=Status.WATCH, reason="ก")
    revision = join(revision, "i2", "i1")
    assert as_it_was(as_it_was(revision, REPORT, "i1"), REPORT, "i2") == begun()
    added = add(begun(), "m1", "ใหม่")
    assert as_it_was(added, REPORT, "m1-x1") == begun()


def with_result(version: TrackedReport, *more: Actual) -> TrackedReport:
    return replace(version, actuals=(*version.actuals, *more))


def test_results_saved_meanwhile_for_a_merged_indicator_go_with_it() -> None:
    theirs = with_result(REPORT, result("r3", "i2", 7))
    merged = put_together(join(begun(), "i2", "i1"), REPORT, theirs, NOW)
    assert merged.clashes == ()
    assert {a.id: a.indicator_id for a in merged.tracked.actuals}["r3"] == "i1"


def test_a_target_changed_by_both_is_asked_and_the_answer_counts() -> None:
    theirs = finish(correct(start(REPORT, 3), "i1", target=8), REPORT, NOW)
    mine = correct(begun(), "i1", target=6)
    (clash,) = put_together(mine, REPORT, theirs, NOW).open
    answered = replace(mine, choices={clash.key: "mine"})
    settled = put_together(answered, REPORT, theirs, NOW)
    assert settled.open == ()
    assert settled.tracked.indicators[0].target == 6
