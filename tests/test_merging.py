"""Two people's work put together field by field: nothing lost, only real conflicts asked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.changes import carry_over, merge
from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Evidence,
    Indicator,
    Measure,
    Override,
    Quantity,
    Report,
    Retired,
    Status,
    TrackedReport,
)
from ita_data.place import Place

PLACE = Place(sheet="แผ่น1")
ONE, TWO = (Evidence(address=f"https://donkaewsai.example/{n}") for n in (1, 2))


def measure(number: int, **fields: Any) -> Measure:
    said = {"id": f"m{number}", "number": number, "title": f"มาตรการที่ {number}", "place": PLACE}
    return Measure(**(said | fields))


def indicator(key: str = "m1-1", **fields: Any) -> Indicator:
    said = {"measure_id": key.split("-")[0], "name": "จัดประชุม", "target": 4, "unit": "ครั้ง"}
    return Indicator(id=key, **(said | fields))


def result(key: str = "m1-1-r1", amount: int = 1, **fields: Any) -> Actual:
    said = {"indicator_id": "-".join(key.split("-")[:2]), "basis": Basis.RECORDED}
    return Actual(id=key, amount=amount, on=date(2025, 1, 31), **(said | fields))


def tracked(*records: Any, **more: Any) -> TrackedReport:
    def of(kind: type) -> tuple[Any, ...]:
        return tuple(record for record in records if isinstance(record, kind))

    report = Report(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, measures=of(Measure))
    return TrackedReport(
        report=report, indicators=of(Indicator), actuals=of(Actual), overrides=of(Override), **more
    )


BASE = tracked(measure(1), measure(2), indicator(), indicator("m2-1"), result())


def with_indicator(version: TrackedReport, key: str = "m1-1", **fields: Any) -> TrackedReport:
    changed = tuple(replace(i, **fields) if i.id == key else i for i in version.indicators)
    return replace(version, indicators=changed)


def with_results(version: TrackedReport, *results: Actual) -> TrackedReport:
    return replace(version, actuals=results)


def test_different_fields_of_one_indicator_both_stand() -> None:
    mine, theirs = with_indicator(BASE, target=6), with_indicator(BASE, department="กองช่าง")
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.tracked == with_indicator(mine, department="กองช่าง")


def test_one_field_changed_to_two_values_is_asked_in_words() -> None:
    mine, theirs = with_indicator(BASE, target=6), with_indicator(BASE, target=8)
    (clash,) = merge(BASE, mine, theirs).clashes
    assert (clash.name, clash.label) == ("มาตรการ 1 ตัวชี้วัด จัดประชุม", "เป้าหมาย")
    assert (clash.base, clash.mine, clash.theirs) == ("4", "6", "8")
    assert (clash.key, clash.measure_id, clash.field) == ("indicator/m1-1/target", "m1", "target")
    assert merge(BASE, mine, theirs, {clash.key: "mine"}).tracked == mine
    chosen = merge(BASE, mine, theirs, {clash.key: "theirs"})
    assert (chosen.tracked, chosen.open) == (theirs, ())


def test_the_same_change_by_both_is_no_conflict() -> None:
    mine = with_indicator(BASE, target=6)
    assert merge(BASE, mine, mine) == replace(merge(BASE, BASE, mine))


def test_two_results_under_one_new_id_are_two_results() -> None:
    mine = with_results(BASE, result(), result("m1-1-r2", 5))
    theirs = with_results(BASE, result(), result("m1-1-r2", 7))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert [(a.id, a.amount) for a in merged.tracked.actuals] == [
        ("m1-1-r1", 1),
        ("m1-1-r3", 5),
        ("m1-1-r2", 7),
    ]


def test_the_same_result_typed_by_both_is_one() -> None:
    mine = with_results(BASE, result(), result("m1-1-r2", 5, recorded_by="สมชาย"))
    theirs = with_results(BASE, result(), result("m1-1-r2", 5, recorded_by="สมหญิง"))
    assert merge(BASE, mine, theirs).tracked == theirs


def test_two_new_indicators_under_one_id_keep_their_own_results() -> None:
    mine = replace(
        BASE,
        indicators=(*BASE.indicators, indicator("m1-x1", name="ของฉัน")),
        actuals=(*BASE.actuals, result("m1-x1-r1", 3)),
        overrides=(Override(indicator_id="m1-x1", status=Status.ACHIEVED, reason="ตรวจแล้ว"),),
    )
    theirs = replace(BASE, indicators=(*BASE.indicators, indicator("m1-x1", name="ของเขา")))
    found = merge(BASE, mine, theirs).tracked
    assert {i.id: i.name for i in found.indicators}["m1-x2"] == "ของฉัน"
    assert {a.id: a.indicator_id for a in found.actuals}["m1-x1-r1"] == "m1-x2"
    assert [o.indicator_id for o in found.overrides] == ["m1-x2"]


def test_proofs_added_by_both_are_all_there() -> None:
    mine = with_results(BASE, result(evidence=(ONE,)))
    theirs = with_results(BASE, result(evidence=(TWO,)))
    merged = merge(BASE, mine, theirs)
    assert merged.clashes == ()
    assert merged.tracked.actuals[0].evidence == (TWO, ONE)


def test_taking_out_what_the_other_changed_is_asked() -> None:
    gone = with_results(BASE)
    changed = with_results(BASE, result(amount=9))
    (clash,) = merge(BASE, gone, changed).clashes
    assert (clash.label, clash.mine, clash.theirs) == ("การนำออก", "(นำออก)", "9 วันที่ 31 ม.ค. 2568")
    assert merge(BASE, gone, changed, {clash.key: "mine"}).tracked == gone
    assert merge(BASE, gone, changed, {clash.key: "theirs"}).tracked == changed
    (clash,) = merge(BASE, changed, gone).clashes
    assert merge(BASE, changed, gone, {clash.key: "mine"}).tracked == changed


@pytest.mark.parametrize(
    ("mine", "theirs", "stands"),
    [
        (Decision.ACCEPTED, Decision.CORRECTED, Decision.CORRECTED),
        (Decision.CORRECTED, Decision.ACCEPTED, Decision.CORRECTED),
        (Decision.DROPPED, Decision.ACCEPTED, None),
    ],
)
def test_of_two_decisions_the_one_with_more_work_stands(
    mine: Decision, theirs: Decision, stands: Decision | None
) -> None:
    merged = merge(BASE, with_indicator(BASE, decision=mine), with_indicator(BASE, decision=theirs))
    if stands is None:
        assert [clash.field for clash in merged.clashes] == ["decision"]
    else:
        assert merged.tracked.indicators[0].decision is stands


def test_a_result_for_a_measure_that_a_new_file_dropped_is_kept_with_it() -> None:
    mine = with_results(BASE, result(), result("m2-1-r1", 2))
    theirs = carry_over(
        BASE, replace(BASE.report, measures=(measure(1),)), (BASE.indicators[:1], ())
    )
    assert theirs.retired == ()
    found = merge(BASE, mine, theirs)
    assert found.clashes == ()
    assert found.tracked.retired == (
        Retired(
            measure=measure(2), indicators=(indicator("m2-1"),), actuals=(result("m2-1-r1", 2),)
        ),
    )
    assert [m.id for m in found.tracked.report.measures] == ["m1"]


def test_quantities_come_from_the_side_whose_text_stands() -> None:
    def text(**fields: Any) -> TrackedReport:
        return tracked(measure(1, **fields))

    def found(column: Any, text: str) -> Quantity:
        return Quantity(
            text=text, column=column, amount=1, unit="", annual_target=1, start=0, end=1
        )

    base = text(steps="เดิม", output="เดิม")
    mine = text(steps="ของฉัน", output="เดิม", quantities=(found("steps", "ฉ"),))
    theirs = text(steps="เดิม", output="ของเขา", quantities=(found("output", "ข"),))
    (merged,) = merge(base, mine, theirs).tracked.report.measures
    assert (merged.steps, merged.output) == ("ของฉัน", "ของเขา")
    assert [q.column for q in merged.quantities] == ["steps", "output"]


def test_fields_of_the_report_are_asked_too() -> None:
    def named(name: str, day: int) -> TrackedReport:
        return replace(
            BASE,
            report=replace(BASE.report, district=name),
            reported_on=date(2025, 9, day),
        )

    merged = merge(BASE, named("ก", 1), named("ข", 2))
    assert [(c.name, c.label, c.mine) for c in merged.clashes] == [
        ("รายงาน", "อำเภอ", "ก"),
        ("รายงาน", "วันที่รายงาน", "1 ก.ย. 2568"),
    ]
    chosen = dict.fromkeys((c.key for c in merged.clashes), "mine")
    assert merge(BASE, named("ก", 1), named("ข", 2), chosen).tracked == named("ก", 1)  # type: ignore[arg-type]


# Versions made from BASE by any edits, for the properties.
VALUES = st.integers(1, 3)


@st.composite
def edited(draw: st.DrawFn) -> TrackedReport:
    """BASE with any of its fields changed, results added and taken out, a measure retired."""
    measures = [
        replace(m, steps=draw(st.sampled_from(["", "ก", "ข"]))) for m in BASE.report.measures
    ]
    indicators = [
        replace(
            i,
            target=draw(st.sampled_from([i.target, 5, 6])),
            cadence=draw(st.sampled_from([i.cadence, Cadence(per_year=2)])),
            decision=draw(st.sampled_from(Decision)),
        )
        for i in BASE.indicators
    ]
    names = draw(st.lists(st.sampled_from(["m1-x1", "m2-x1"]), unique=True))
    indicators += [indicator(key, name=f"ใหม่ {draw(VALUES)}") for key in names]
    first = result(amount=draw(VALUES), evidence=draw(st.sampled_from([(), (ONE,), (TWO, ONE)])))
    results = [first] if draw(st.booleans()) else []
    results += [
        result(f"{i.id}-r{n}", draw(VALUES))
        for i in indicators
        for n in range(2, 2 + draw(st.integers(0, 1)))
    ]
    if draw(st.booleans()):
        measures.reverse()
    whole = tracked(*measures, *draw(st.permutations(indicators)), *results)
    return _without_second(whole) if draw(st.booleans()) else whole


def _without_second(version: TrackedReport) -> TrackedReport:
    """The second measure retired with all that hangs on it."""

    def of(ids: set[str]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
        indicators = tuple(i for i in version.indicators if i.measure_id in ids)
        own = {i.id for i in indicators}
        return indicators, tuple(a for a in version.actuals if a.indicator_id in own)

    (stays, its), (gone, lost) = of({"m1"}), of({"m2"})
    second = next(m for m in version.report.measures if m.id == "m2")
    first = tuple(m for m in version.report.measures if m.id == "m1")
    return replace(
        version,
        report=replace(version.report, measures=first),
        indicators=stays,
        actuals=its,
        retired=(Retired(measure=second, indicators=gone, actuals=lost),),
    )


@given(edited())
def test_with_one_person_at_work_the_result_is_that_persons_version(version: TrackedReport) -> None:
    for sides in ((version, BASE), (BASE, version), (version, version)):
        merged = merge(BASE, *sides)
        assert (merged.tracked, merged.clashes) == (version, ())


def every(version: TrackedReport, name: str) -> list[Any]:
    return [*getattr(version, name), *(x for each in version.retired for x in getattr(each, name))]


@given(edited(), edited())
def test_nothing_is_lost_and_nothing_is_invented(
    mine: TrackedReport, theirs: TrackedReport
) -> None:
    merged = merge(BASE, mine, theirs)
    found = merged.tracked
    known = {i.id for i in every(found, "indicators")}
    actuals = every(found, "actuals")
    assert {a.indicator_id for a in actuals} <= known
    assert len({a.id for a in actuals}) == len(actuals)
    old = {a.id for a in BASE.actuals}
    for version in (mine, theirs):
        new = [a for a in every(version, "actuals") if a.id not in old]
        there = [(a.amount, a.on) for a in actuals]
        assert [a for a in new if (a.amount, a.on) not in there] == []


@given(edited(), edited())
def test_a_field_that_one_side_changed_has_that_value(
    mine: TrackedReport, theirs: TrackedReport
) -> None:
    merged = merge(BASE, mine, theirs)
    sides = [
        {i.id: i for i in every(v, "indicators")} for v in (BASE, mine, theirs, merged.tracked)
    ]
    asked = {clash.key for clash in merged.clashes}
    for key, base in sides[0].items():
        for name in ("target", "cadence", "name", "unit"):
            was, our, its, now = (
                getattr(side[key], name) for side in sides if side[key] is not None
            )
            if our == was:
                assert now == its
            elif its == was:
                assert now == our
            else:
                assert (now == our == its) != (f"indicator/{base.id}/{name}" in asked)


@given(edited(), edited(), st.sampled_from(["mine", "theirs"]))
def test_every_answer_settles_its_question(
    mine: TrackedReport, theirs: TrackedReport, side: Any
) -> None:
    merged = merge(BASE, mine, theirs)
    settled = merge(BASE, mine, theirs, {clash.key: side for clash in merged.clashes})
    assert settled.open == ()
    assert len(settled.clashes) == len(merged.clashes)
    if side == "theirs":
        assert settled.tracked == merged.tracked
