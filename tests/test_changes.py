"""What changed in words, which measure is which, and what a new file must not take away."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_data.changes import absent, carry_over, changes, counts, match_measures
from ita_data.model import (
    Actual,
    Basis,
    Decision,
    Evidence,
    Indicator,
    Measure,
    Override,
    Report,
    Source,
    Status,
    TrackedReport,
)
from ita_data.place import NOT_IN_FILE, Place

PLACE = Place(sheet="แผ่น1")
TITLES = (
    "การจัดทำคู่มือการปฏิบัติงาน",
    "การพัฒนาการให้บริการออนไลน์",
    "ช่องทางประชาสัมพันธ์ข้อมูลข่าวสาร",
    "การกำกับดูแลการใช้ทรัพย์สิน",
)


def measure(number: int, title: str = "", **fields: object) -> Measure:
    values = {"id": f"m{number}", "number": number, "title": title or TITLES[number - 1]}
    return Measure(**{**values, "place": PLACE, **fields})  # type: ignore[arg-type]


def report(*measures: Measure) -> Report:
    return Report(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, measures=measures)


def indicator(measure_id: str, words: str, n: int = 1, **fields: object) -> Indicator:
    values = {
        "id": f"{measure_id}-q{n}",
        "measure_id": measure_id,
        "name": words,
        "target": 3,
        "unit": "ครั้ง",
        "source": Source(column="steps", text=words, start=0, end=len(words)),
    }
    return Indicator(**{**values, **fields})  # type: ignore[arg-type]


def result(indicator_id: str, n: int = 1, **fields: object) -> Actual:
    values = {
        "id": f"{indicator_id}-r{n}",
        "indicator_id": indicator_id,
        "amount": n,
        "basis": Basis.RECORDED,
        "on": date(2024, 11, 30),
    }
    return Actual(**{**values, **fields})  # type: ignore[arg-type]


OLD = TrackedReport(
    report=report(measure(1), measure(4, departments_text="กองคลัง")),
    indicators=(
        indicator("m1", "จำนวน ๗ เล่ม", decision=Decision.ACCEPTED),
        indicator("m4", "ทุก ๓ เดือน", decision=Decision.CORRECTED, target=9),
    ),
    actuals=(result("m1-q1"), result("m4-q1", evidence=(Evidence(address="https://ก.example"),))),
)


def test_a_change_is_one_sentence() -> None:
    new = replace(OLD, report=report(measure(1), measure(4, departments_text="กองช่าง")))
    (only,) = changes(OLD, new)
    assert only.sentence == "มาตรการ 4: ผู้รับผิดชอบ กองคลัง → กองช่าง"
    assert (only.kind, only.measure_id, only.field) == ("changed", "m4", "departments_text")
    assert counts(OLD, new).changed == 1
    assert counts(OLD, new).same == 1


@pytest.mark.parametrize(
    ("new", "sentences"),
    [
        (OLD, []),
        (
            replace(OLD, report=replace(OLD.report, district="บ้านสมมติ")),
            ["รายงาน: อำเภอ (ว่าง) → บ้านสมมติ"],
        ),
        (
            replace(OLD, report=report(*OLD.report.measures, measure(2))),
            ["มาตรการ 2: เพิ่มมาตรการ การพัฒนาการให้บริการออนไลน์"],
        ),
        (
            replace(OLD, indicators=(replace(OLD.indicators[0], target=8), OLD.indicators[1])),
            ["มาตรการ 1 ตัวชี้วัด จำนวน ๗ เล่ม: เป้าหมาย 3 → 8"],
        ),
        (
            replace(OLD, actuals=(*OLD.actuals, result("m1-q1", 2))),
            ["มาตรการ 1 ตัวชี้วัด จำนวน ๗ เล่ม: เพิ่มผล 2 วันที่ 30 พ.ย. 2567"],
        ),
        (
            replace(OLD, actuals=OLD.actuals[1:]),
            ["มาตรการ 1 ตัวชี้วัด จำนวน ๗ เล่ม: นำผลออก 1 วันที่ 30 พ.ย. 2567"],
        ),
        (
            replace(
                OLD,
                actuals=(
                    replace(OLD.actuals[0], evidence=(Evidence(address="https://ข.example"),)),
                    OLD.actuals[1],
                ),
            ),
            ["มาตรการ 1 ตัวชี้วัด จำนวน ๗ เล่ม วันที่ 30 พ.ย. 2567: หลักฐานของผล (ว่าง) → https://ข.example"],
        ),
        (
            replace(
                OLD,
                overrides=(
                    Override(indicator_id="m1-q1", status=Status.ACHIEVED, reason="ตรวจแล้ว"),
                ),
            ),
            ["มาตรการ 1 ตัวชี้วัด จำนวน ๗ เล่ม: เพิ่มสถานะที่กำหนดเอง บรรลุเป้าหมาย"],
        ),
        (
            replace(
                OLD,
                report=report(
                    measure(1, period_text="ไตรมาส 1", start=date(2024, 10, 1)),
                    OLD.report.measures[1],
                ),
            ),
            ["มาตรการ 1: ระยะเวลาในการดำเนินการ (ว่าง) → ไตรมาส 1"],
        ),
    ],
)
def test_every_kind_of_change_has_its_words(new: TrackedReport, sentences: list[str]) -> None:
    assert [change.sentence for change in changes(OLD, new)] == sentences


def test_of_a_long_text_only_the_difference_is_told() -> None:
    steps = "ประชุมชี้แจงแนวทางแก่เจ้าหน้าที่ทุกคนและจัดทำบันทึกข้อความแจ้งเวียนให้ทราบทั่วกัน จำนวน {} ครั้ง ภายในปี"
    old = TrackedReport(report=report(measure(1, steps=steps.format(2))))
    new = TrackedReport(report=report(measure(1, steps=steps.format(4))))
    (only,) = changes(old, new)
    assert only.sentence == (
        "มาตรการ 1: ขั้นตอน/วิธีการปฏิบัติ …ทั่วกัน จำนวน 2 ครั้ง ภายใน… → …ทั่วกัน จำนวน 4 ครั้ง ภายใน…"
    )
    assert only.old == steps.format(2)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # Same titles, numbers moved: the title tells.
        (report(measure(1), measure(2)), report(measure(1, TITLES[1]), measure(2, TITLES[0])),
         {"m1": "m2", "m2": "m1"}),
        # A title touched up keeps its number's measure.
        (report(measure(1)), report(measure(1, "จัดทำคู่มือการปฏิบัติงานของทุกกอง")), {"m1": "m1"}),
        # The same number with another title is another measure.
        (report(measure(1)), report(measure(1, "ตรวจสอบพัสดุประจำปี")), {}),
        # White space inside words does not matter.
        (report(measure(1)), report(measure(3, "การ จัดทำ คู่มือการ ปฏิบัติงาน")), {"m3": "m1"}),
        # Two measures with one title: the number decides.
        (report(measure(1, "ประชุม"), measure(2, "ประชุม")),
         report(measure(2, "ประชุม"), measure(1, "ประชุม")), {"m1": "m1", "m2": "m2"}),
        (report(), report(measure(1)), {}),
    ],
)  # fmt: skip
def test_measures_are_matched_by_title_and_number(
    old: Report, new: Report, found: dict[str, str]
) -> None:
    assert dict(match_measures(old, new)) == found


def test_results_follow_their_measure_to_its_new_row() -> None:
    new = report(measure(1, TITLES[3], departments_text="กองช่าง"), measure(2, TITLES[0]))
    proposals = (indicator("m1", "ทุก ๓ เดือน"), indicator("m2", "จำนวน ๗ เล่ม"))
    carried = carry_over(OLD, new, (proposals, ()))
    assert [m.id for m in carried.report.measures] == ["m4", "m1"]
    by_id = {i.id: i for i in carried.indicators}
    assert by_id["m4-q1"].target == 9
    assert by_id["m4-q1"].decision is Decision.CORRECTED
    assert by_id["m1-q1"].decision is Decision.ACCEPTED
    assert carried.actuals == OLD.actuals
    assert carried.retired == ()


def test_a_measure_that_is_gone_keeps_its_results_and_comes_back_with_them() -> None:
    gone = carry_over(OLD, report(measure(1)), ((indicator("m1", "จำนวน ๗ เล่ม"),), ()))
    (retired,) = gone.retired
    assert retired.measure == OLD.report.measures[1]
    assert retired.actuals == (OLD.actuals[1],)
    assert gone.actuals == (OLD.actuals[0],)
    assert [c.sentence for c in changes(OLD, gone)] == ["มาตรการ 4: ไม่มีแล้ว การกำกับดูแลการใช้ทรัพย์สิน"]
    again = carry_over(gone, OLD.report, ((indicator("m4", "ทุก ๓ เดือน"),), ()))
    assert again.retired == ()
    assert set(again.actuals) == set(OLD.actuals)
    assert {i.id: i.target for i in again.indicators} == {"m1-q1": 3, "m4-q1": 9}


def test_a_measure_with_results_stays_until_the_officer_says_that_it_goes() -> None:
    proven = (Evidence(address="https://ก.example"), Evidence(address="ภาพ.jpg", sha256="ab"))
    claim = result("m2-q1", 7, basis=Basis.CLAIMED, on=None)
    old = TrackedReport(
        report=report(measure(1), measure(2, cells={"steps": (PLACE,)}), measure(3), measure(4)),
        indicators=(
            indicator("m1", "จำนวน ๗ เล่ม"),
            indicator("m2", "ทุก ๓ เดือน", decision=Decision.ACCEPTED),
            indicator("m2", "อีก ๒ ครั้ง", 2),
            indicator("m3", "ปีละครั้ง", decision=Decision.ACCEPTED),
        ),
        actuals=(result("m2-q1", 1, evidence=proven), result("m2-q1", 2), claim),
    )
    new = report(measure(1, TITLES[3]), measure(2, TITLES[0]))
    proposals = ((indicator("m2", "จำนวน ๗ เล่ม"),), ())

    kept = carry_over(old, new, proposals, stays={})
    assert [m.id for m in kept.report.measures] == ["m4", "m1", "m2"]
    assert kept.report.measures[2] == replace(old.report.measures[1], place=NOT_IN_FILE, cells={})
    assert {i.id for i in kept.indicators} == {"m1-q1", "m2-q1", "m2-q2"}
    assert set(kept.actuals) == set(old.actuals)
    assert [r.measure.id for r in kept.retired] == ["m3"]
    asked = [(a.measure.id, a.results, a.proofs, a.stays) for a in absent(old, kept)]
    assert asked == [("m2", 2, 2, True), ("m3", 0, 0, False)]
    gone = [c.sentence for c in changes(old, kept) if c.kind == "removed"]
    assert gone == [f"มาตรการ 3: ไม่มีแล้ว {TITLES[2]}"]

    said = carry_over(old, new, proposals, stays={"m2": False, "m3": True})
    assert [m.id for m in said.report.measures] == ["m4", "m1", "m3"]
    assert [(r.measure.id, r.actuals) for r in said.retired] == [("m2", old.actuals)]
    assert [(a.measure.id, a.stays) for a in absent(old, said)] == [("m2", False), ("m3", True)]

    # Asked again of the next file that lacks it; found again where a file has it.
    later = carry_over(kept, new, proposals, stays={})
    assert [(a.measure.id, a.results, a.stays) for a in absent(kept, later)] == [("m2", 2, True)]
    back = carry_over(kept, old.report, ((indicator("m2", "ทุก ๓ เดือน"),), ()), stays={})
    assert absent(kept, back) == ()
    assert back.report.measures[1] == old.report.measures[1]


def test_a_number_that_changed_is_the_same_indicator_with_another_target() -> None:
    words = "ตรวจสอบพัสดุประจำปี"
    old = TrackedReport(
        report=report(measure(1)),
        indicators=(
            indicator("m1", "ปีละ ๓ ครั้ง", name=words, decision=Decision.ACCEPTED),
            indicator("m1", "๓ เล่ม", 2, name="จัดทำคู่มือ", unit="เล่ม"),
        ),
        actuals=(result("m1-q1", 2, evidence=(Evidence(address="https://ก.example"),)),),
    )
    fresh = (
        indicator("m1", "๕ เล่ม", 1, name="จัดทำคู่มือ", unit="เล่ม", target=5),
        indicator("m1", "ปีละ ๔ ครั้ง", 2, name=words, target=4),
    )
    carried = carry_over(old, old.report, (fresh, ()))
    assert {i.id: (i.target, i.decision) for i in carried.indicators} == {
        "m1-q2": (5, Decision.PROPOSED),
        "m1-q1": (4, Decision.PROPOSED),
    }
    assert carried.actuals == old.actuals
    told = [change.sentence for change in changes(old, carried)]
    assert f"มาตรการ 1 ตัวชี้วัด {words}: เป้าหมาย 3 → 4" in told
    assert "มาตรการ 1 ตัวชี้วัด จัดทำคู่มือ: เป้าหมาย 3 → 5" in told


def test_a_corrected_target_stays_the_officers_where_the_files_number_changes() -> None:
    fresh = indicator("m4", "ทุก ๔ เดือน", target=3)
    carried = carry_over(OLD, OLD.report, ((fresh,), ()))
    (own,) = (i for i in carried.indicators if i.measure_id == "m4")
    assert (own.id, own.target, own.decision) == ("m4-q1", 9, Decision.CORRECTED)


@pytest.mark.parametrize(
    ("decision", "recorded", "stays"),
    [
        (Decision.PROPOSED, False, False),
        (Decision.ACCEPTED, False, False),
        (Decision.DROPPED, False, False),
        (Decision.ACCEPTED, True, True),
        (Decision.PROPOSED, True, True),
        (Decision.CORRECTED, False, True),
        (Decision.ADDED, False, True),
    ],
)
def test_what_the_file_no_longer_says_stays_only_with_results_or_own_work(
    decision: Decision, recorded: bool, stays: bool
) -> None:
    old = TrackedReport(
        report=report(measure(1)),
        indicators=(indicator("m1", "จำนวน ๗ เล่ม", decision=decision),),
        actuals=(result("m1-q1"),) if recorded else (),
    )
    fresh = indicator("m1", "อบรมบุคลากร ๒ รุ่น", unit="รุ่น", target=2)
    carried = carry_over(old, old.report, ((fresh,), ()))
    assert [i.id for i in carried.indicators] == ["m1-q2", "m1-q1"][: 1 + stays]


def test_where_two_are_as_near_neither_is_taken_for_the_other() -> None:
    old = TrackedReport(
        report=report(measure(1)),
        indicators=(indicator("m1", "ประชุม ๒ ครั้ง"), indicator("m1", "ประชุม ๓ ครั้ง", 2)),
        actuals=(result("m1-q1"),),
    )
    fresh = (indicator("m1", "ประชุม ๔ ครั้ง"), indicator("m1", "ประชุม ๕ ครั้ง", 2))
    carried = carry_over(old, old.report, (fresh, ()))
    assert [i.id for i in carried.indicators] == ["m1-q3", "m1-q4", "m1-q1"]


def test_the_same_words_twice_are_told_apart_by_what_they_count() -> None:
    first = indicator("m1", "จำนวน ๑ ครั้ง", name="ประชุม")
    second = indicator("m1", "จำนวน ๑ ครั้ง", 2, name="อบรม")
    old = TrackedReport(report=report(measure(1)), indicators=(first, second))
    carried = carry_over(old, old.report, ((replace(second, id="m1-q1"),), ()))
    assert [(i.id, i.name) for i in carried.indicators] == [("m1-q2", "อบรม")]


def test_known_ids_tell_which_indicator_is_which() -> None:
    renamed = replace(OLD.indicators[0], name="คู่มือทุกงาน", unit="เล่ม", source=None)
    carried = carry_over(OLD, OLD.report, ((renamed,), ()), {"m1-q1"})
    assert [(i.id, i.name) for i in carried.indicators if i.measure_id == "m1"] == [
        ("m1-q1", "คู่มือทุกงาน")
    ]


def test_claims_come_from_the_new_text_unless_the_officer_corrected_them() -> None:
    claim = {"basis": Basis.CLAIMED, "on": None}
    old = replace(
        OLD,
        actuals=(
            result("m1-q1", 5, id="m1-q1-claim", **claim),
            result("m4-q1", 6, id="m4-q1-claim", **claim),
        ),
    )
    proposals = (indicator("m1", "จำนวน ๗ เล่ม"), indicator("m4", "ทุก ๓ เดือน"))
    new_claims = tuple(result(f"{m}-q1", 7, id=f"{m}-q1-claim", **claim) for m in ("m1", "m4"))
    carried = carry_over(old, old.report, (proposals, new_claims))
    assert {a.id: a.amount for a in carried.actuals} == {"m4-q1-claim": 6, "m1-q1-claim": 7}


@pytest.mark.parametrize(
    ("was", "now", "counts_now"),
    [
        (Decision.ACCEPTED, Decision.PROPOSED, Decision.ACCEPTED),
        (Decision.DROPPED, Decision.PROPOSED, Decision.DROPPED),
        (Decision.CORRECTED, Decision.PROPOSED, Decision.CORRECTED),
        (Decision.CORRECTED, Decision.ACCEPTED, Decision.CORRECTED),
        (Decision.CORRECTED, Decision.DROPPED, Decision.DROPPED),
        (Decision.ACCEPTED, Decision.CORRECTED, Decision.CORRECTED),
        (Decision.ACCEPTED, Decision.DROPPED, Decision.DROPPED),
        (Decision.DROPPED, Decision.ACCEPTED, Decision.ACCEPTED),
        (Decision.PROPOSED, Decision.PROPOSED, Decision.PROPOSED),
    ],
)
def test_the_latest_decision_counts(was: Decision, now: Decision, counts_now: Decision) -> None:
    old = TrackedReport(
        report=report(measure(1)), indicators=(indicator("m1", "๗ เล่ม", decision=was),)
    )
    fresh = (indicator("m1", "๗ เล่ม", decision=now),)
    assert [i.decision for i in carry_over(old, old.report, (fresh, ())).indicators] == [counts_now]


def test_the_same_file_again_changes_nothing() -> None:
    fresh = (indicator("m1", "จำนวน ๗ เล่ม"), indicator("m4", "ทุก ๓ เดือน"))
    carried = carry_over(OLD, OLD.report, (fresh, ()))
    assert changes(OLD, carried) == ()
    assert counts(OLD, carried).same == 2


measures_of_any_kind = st.lists(
    st.tuples(st.integers(1, 6), st.sampled_from((*TITLES, "ประชุม", "")), st.booleans()),
    max_size=5,
).map(
    lambda rows: report(*(measure(n, t or " ", id=f"m{i}") for i, (n, t, _) in enumerate(rows, 1)))
)


@st.composite
def proposals_of(draw: st.DrawFn, new: Report) -> tuple[Indicator, ...]:
    words = st.lists(st.sampled_from(("๗ เล่ม", "ทุก ๓ เดือน", "ปีละ ๒ ครั้ง")), max_size=3)
    decisions = st.sampled_from(tuple(Decision))
    return tuple(
        indicator(m.id, text, n, decision=draw(decisions))
        for m in new.measures
        for n, text in enumerate(draw(words), 1)
    )


@given(st.data())
@settings(max_examples=150)
def test_nothing_recorded_is_ever_lost(data: st.DataObject) -> None:
    tracked = TrackedReport(report=report())
    recorded: dict[str, Actual] = {}
    for turn in range(3):
        new = data.draw(measures_of_any_kind)
        tracked = carry_over(tracked, new, (data.draw(proposals_of(new)), ()))
        everything = [*tracked.actuals, *(a for r in tracked.retired for a in r.actuals)]
        indicators = [*tracked.indicators, *(i for r in tracked.retired for i in r.indicators)]
        ids = [i.id for i in indicators]
        assert len(set(ids)) == len(ids)
        assert len({m.id for m in tracked.report.measures}) == len(new.measures)
        assert {a.id: a for a in everything} == recorded
        assert all(actual.indicator_id in ids for actual in everything)
        present = {m.id for m in tracked.report.measures}
        assert {i.measure_id for i in tracked.indicators} <= present
        more = [result(i.id, turn + 1) for i in tracked.indicators if data.draw(st.booleans())]
        recorded |= {actual.id: actual for actual in more}
        tracked = replace(tracked, actuals=(*tracked.actuals, *more))
