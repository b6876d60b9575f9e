"""Proposals: what becomes a target, what is only a claim, and what has no number at all."""

from datetime import date
from typing import Any

import pytest

from ita_data.model import (
    Actual,
    Basis,
    Cadence,
    Decision,
    Indicator,
    Measure,
    Report,
    Source,
)
from ita_data.place import Place
from ita_data.proposals import propose
from ita_data.quantities import find_quantities

ROW = Place(sheet="รายงาน", row=5)
YEAR = (date(2024, 10, 1), date(2025, 9, 30))
COLUMNS = ("steps", "target", "output", "outcome")


def measure(
    period: tuple[date | None, date | None] = YEAR,
    cells: dict[str, Any] | None = None,
    **texts: str,
) -> Measure:
    """A measure of an invented report, its quantities found in its own words."""
    quantities = [q for c in COLUMNS for q in find_quantities(texts.get(c, ""), c)]  # type: ignore[arg-type]
    fields: dict[str, Any] = {"title": "ส่งเสริมความโปร่งใส", **texts}
    return Measure(
        id="m1",
        number=1,
        start=period[0],
        end=period[1],
        quantities=tuple(quantities),
        place=ROW,
        cells=cells or {},
        **fields,
    )


def proposed(one: Measure) -> tuple[tuple[Indicator, ...], tuple[Actual, ...]]:
    return propose(Report(fiscal_year=2568, measures=(one,)))


def brief(one: Measure) -> list[tuple[str, Any, str, Any]]:
    """Each indicator as (name, target, where the target is from, claimed amount)."""
    indicators, claims = proposed(one)
    amounts = {claim.indicator_id: claim.amount for claim in claims}
    return [(i.name, i.target, i.target_from, amounts.get(i.id)) for i in indicators]


def test_a_promise_of_the_steps_is_a_target_without_a_claim() -> None:
    place = Place(sheet="รายงาน", row=5, column=3)
    one = measure(steps="จัดอบรมคุณธรรม อย่างน้อย ๒ ครั้ง", cells={"steps": (place,)})
    assert proposed(one) == (
        (
            Indicator(
                id="m1-1",
                measure_id="m1",
                name="จัดอบรมคุณธรรม",
                target=2,
                unit="ครั้ง",
                comparison=">=",
                target_from="steps",
                source=Source(column="steps", text="อย่างน้อย ๒ ครั้ง", start=15, end=32, place=place),
                decision=Decision.PROPOSED,
            ),
        ),
        (),
    )


def test_a_number_of_a_result_alone_is_claim_and_target() -> None:
    indicators, claims = proposed(measure(output="จัดทำคู่มือ จำนวน ๓ เล่ม"))
    assert [(i.id, i.target, i.target_from) for i in indicators] == [("m1-1", 3, "result")]
    assert claims == (
        Actual(
            id="m1-1-claim",
            indicator_id="m1-1",
            amount=3,
            basis=Basis.CLAIMED,
            source=Source(column="output", text="จำนวน ๓ เล่ม", start=12, end=24, place=ROW),
        ),
    )


def test_the_claim_with_the_nearest_words_speaks_of_the_promise() -> None:
    one = measure(
        steps="จัดอบรมคุณธรรมจริยธรรม 4 ครั้ง",
        output="๑. ตรวจสอบพัสดุประจำปี 1 ครั้ง ๒. จัดอบรมคุณธรรม 3 ครั้ง ๓. จัดทำคู่มือ 2 เล่ม",
    )
    assert brief(one) == [
        ("จัดอบรมคุณธรรมจริยธรรม", 4, "steps", 3),
        ("ตรวจสอบพัสดุประจำปี", 1, "result", 1),
        ("จัดทำคู่มือ", 2, "result", 2),
    ]


def test_the_target_column_repeating_the_steps_is_one_promise() -> None:
    one = measure(steps="จัดอบรมคุณธรรม 2 ครั้ง", target="2 ครั้ง และ 45 คน", output="อบรมแล้ว 1 ครั้ง")
    assert [row[1:] for row in brief(one)] == [(2, "steps", 1), (45, "steps", None)]


@pytest.mark.parametrize(
    ("period", "words", "target"),
    [
        (YEAR, "ทุกๆ ๓ เดือน", 4),
        ((date(2025, 1, 1), date(2025, 6, 30)), "ทุกๆ ๓ เดือน", 2),
        ((date(2025, 1, 1), date(2025, 6, 30)), "เดือนละ 2 ครั้ง", 12),
        ((date(2025, 1, 1), date(2025, 6, 30)), "ปีละ 3 ครั้ง", 3),
        ((date(2025, 1, 1), date(2025, 6, 30)), "5 เล่ม", 5),
        ((date(2025, 1, 1), date(2025, 1, 31)), "ทุกๆ ๓ เดือน", 1),
        ((None, None), "ทุกสัปดาห์", 52),
        ((date(2025, 6, 30), date(2025, 1, 1)), "ทุกเดือน", 12),
    ],
)
def test_a_cadence_counts_its_due_dates_inside_the_period(
    period: tuple[date | None, date | None], words: str, target: int
) -> None:
    assert [i.target for i in proposed(measure(period, steps=words))[0]] == [target]


def test_a_claimed_cadence_claims_the_whole_target() -> None:
    half = (date(2025, 4, 1), date(2025, 9, 30))
    one = measure(half, output="แจ้งบุคลากรรับทราบ ทุกๆ ๓ เดือน")
    assert brief(one) == [("แจ้งบุคลากรรับทราบ", 2, "result", 2)]
    assert proposed(one)[0][0].cadence == Cadence(every_months=3)


def test_a_measure_without_numbers_is_seen_to_have_no_target() -> None:
    (indicator,), claims = proposed(measure(title="ปรับปรุง\nเว็บไซต์", steps="ปรับปรุงข้อมูล"))
    assert indicator == Indicator(
        id="m1-1", measure_id="m1", name="ปรับปรุง เว็บไซต์", target=None, unit=""
    )
    assert claims == ()


def test_nothing_bad_happened_is_at_most_zero() -> None:
    indicators, claims = proposed(measure(outcome="หน่วยงานไม่มี เรื่องร้องเรียน การทุจริต"))
    assert [(i.name, i.target, i.comparison, i.unit) for i in indicators] == [
        ("ไม่มี เรื่องร้องเรียน การทุจริต", 0, "<=", "เรื่อง")
    ]
    assert [(c.amount, c.source and c.source.text) for c in claims] == [
        (0, "ไม่มี เรื่องร้องเรียน การทุจริต")
    ]


def test_zero_said_in_words_and_digits_is_one_indicator() -> None:
    assert len(proposed(measure(outcome="ไม่มีเรื่องร้องเรียน (0 เรื่อง)"))[0]) == 1


def test_ids_are_unique_and_every_claim_has_its_indicator(seed_gold: dict[str, Any]) -> None:
    measures = tuple(
        Measure(
            id=f"m{m['number']}",
            number=m["number"],
            title=m["title"],
            steps=m["steps"],
            output=m["output"],
            outcome=m["outcome"],
            start=date.fromisoformat(m["start"]),
            end=date.fromisoformat(m["end"]),
            quantities=tuple(
                q
                for c in ("steps", "output", "outcome")
                for q in find_quantities(m[c], c)  # type: ignore[arg-type]
            ),
            place=ROW,
        )
        for m in seed_gold["measures"]
    )
    indicators, claims = propose(Report(measures=measures))
    ids = [i.id for i in indicators]
    assert len(set(ids)) == len(ids) == 25
    assert [i.target_from for i in indicators].count("steps") == 1
    assert {c.indicator_id for c in claims} == set(ids) - {"m5-1"}
    assert [i.target for i in indicators if i.measure_id == "m6"] == [1, 1, 4, 6, 4]


@pytest.mark.parametrize(
    ("steps", "cadence"),
    [
        ("ประชุมติดตาม ปีละ 2 ครั้ง", Cadence(per_year=2)),
        ("ออกจดหมายข่าว ปีละ 4 ฉบับ", Cadence(per_year=4)),
        ("อบรมผู้นำชุมชน ปีละ 45 คน", Cadence()),
        ("อบรมผู้บริหาร ปีละ 6 คน", Cadence()),
        ("แจกแผ่นพับ ปีละ 1,200 แผ่น", Cadence()),
    ],
)
def test_so_many_a_year_are_occasions_only_where_they_can_be(steps: str, cadence: Cadence) -> None:
    indicators, _ = proposed(measure(steps=steps))
    assert [i.cadence for i in indicators] == [cadence]


def test_rounds_side_by_side_are_one_indicator() -> None:
    steps = "รายงานรอบ 6 เดือน และรอบ 12 เดือน"
    quantities = find_quantities(steps, "steps")
    assert [q.annual_target for q in quantities] == [2, 1]
    measure = Measure(
        id="m1", number=1, title="ก", steps=steps, quantities=quantities,
        place=Place(sheet="ก", row=1),
    )  # fmt: skip
    [indicator], _ = propose(Report(measures=(measure,)))
    assert (indicator.target, indicator.cadence) == (2, Cadence(every_months=6))
    assert indicator.source is not None
    assert indicator.source.text == "รอบ 6 เดือน และรอบ 12 เดือน"


@pytest.mark.parametrize(
    ("title", "steps", "names"),
    [
        ("เปิดเผยข้อมูล", "เผยแพร่ ไตรมาสละ ๑ ครั้ง", ["เผยแพร่ (เปิดเผยข้อมูล)"]),
        ("เผยแพร่แผน", "เผยแพร่ ไตรมาสละ ๑ ครั้ง", ["เผยแพร่"]),
        ("เปิดเผยข้อมูล", "ตรวจประกาศบนเว็บไซต์ ๓ ครั้ง", ["ตรวจประกาศบนเว็บไซต์"]),
        ("ก" * 70, "เผยแพร่ ๑ ครั้ง", [f"เผยแพร่ ({'ก' * 60}…)"]),
    ],
)
def test_a_name_that_is_a_bare_verb_says_of_what(title: str, steps: str, names: list[str]) -> None:
    assert [name for name, *_ in brief(measure(title=title, steps=steps))] == names
