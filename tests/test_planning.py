"""This year's report as next year's plan: periods a year later, results kept beside."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.changes import carry_over, leftovers, next_year, with_proposed
from ita_data.changes.later import a_year_later, later
from ita_data.codec import from_json, to_json
from ita_data.dates import (
    MONTHS,
    MONTHS_SHORT,
    fiscal_year_bounds,
    parse_period,
    years_moved,
    years_of,
)
from ita_data.model import Basis, Decision, Evidence, LastYear, Quantity, TrackedReport
from ita_data.thai import to_thai_digits
from tests.invented import PROOF, YEAR, claimed, indicator, measure, recorded, tracked


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("๑ ตุลาคม ๒๕๖๗ ถึง ๓๐ กันยายน๒๕๖๘", "๑ ตุลาคม ๒๕๖๘ ถึง ๓๐ กันยายน๒๕๖๙"),
        ("1 ต.ค. 67 – 30 ก.ย. 68", "1 ต.ค. 68 – 30 ก.ย. 69"),
        ("ต.ค. 67 - ก.ย. 68", "ต.ค. 68 - ก.ย. 69"),
        ("ต.ค. - ธ.ค. 67", "ต.ค. - ธ.ค. 68"),
        ("ตุลาคม ๒๕61 – กันยายน ๒๕๖2", "ตุลาคม ๒๕62 – กันยายน ๒๕๖3"),
        ("1/10/2567 - 30/9/2568", "1/10/2568 - 30/9/2569"),
        ("1/10/67 - 30/9/68", "1/10/68 - 30/9/69"),
        ("2024-10-01 - 2025-09-30", "2025-10-01 - 2026-09-30"),
        ("ไตรมาส 2", "ไตรมาส 2"),
        ("ไตรมาส 1/68 - 4/2568", "ไตรมาส 1/69 - 4/2569"),
        ("ตลอดปีงบประมาณ พ.ศ. ๒๕๖๘", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๙"),
        ("ปีงบประมาณ 68", "ปีงบประมาณ 69"),
        ("มิ.ย. - ก.ย. ของทุกปี", "มิ.ย. - ก.ย. ของทุกปี"),
        ("ภายใน 31 มี.ค.68 (15 วัน)", "ภายใน 31 มี.ค.69 (15 วัน)"),
        ("คำสั่งที่ 1234 อบรม 30 คน", "คำสั่งที่ 1234 อบรม 30 คน"),
    ],
)
def test_years_in_words_move_and_nothing_else_does(text: str, moved: str) -> None:
    assert years_moved(text) == moved


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("ไตรมาส ๒", date(2025, 1, 1), date(2025, 3, 31), "ไตรมาส ๒"),
        ("ต.ค. 66 - ก.พ. 67", date(2023, 10, 1), date(2024, 2, 29), "ต.ค. 67 - ก.พ. 68"),
        ("ม.ค. - ก.พ. 70", date(2027, 1, 1), date(2027, 2, 28), "ม.ค. - ก.พ. 71"),
        ("ตลอดปี", *fiscal_year_bounds(2568), "ตลอดปี"),
    ],
)
def test_days_are_those_that_the_new_words_say(
    text: str, start: date, end: date, words: str
) -> None:
    found = a_year_later(text, start, end, 2568)
    period = parse_period(words, 2569)
    assert found == (words, period.start, period.end)


def test_words_that_do_not_say_it_are_written_anew() -> None:
    start, end = date(2024, 10, 1), date(2024, 12, 31)
    assert a_year_later("ปี ๖๘-๖๙ ช่วงแรก ๑-๓๐", start, end, 2568)[1:] == (
        date(2025, 10, 1),
        date(2025, 12, 31),
    )
    assert a_year_later("", start, end, 2568) == ("", date(2025, 10, 1), date(2025, 12, 31))
    assert a_year_later("ตามความเหมาะสม", None, None, 2568) == ("ตามความเหมาะสม", None, None)


def test_days_that_the_officer_corrected_move_by_the_calendar() -> None:
    found = a_year_later("ต.ค. 67 - ก.ย. 68", date(2024, 11, 5), date(2025, 8, 9), 2568)
    assert found == ("ต.ค. 68 - ก.ย. 69", date(2025, 11, 5), date(2026, 8, 9))


def test_the_29th_of_february_becomes_the_28th() -> None:
    assert later(date(2024, 2, 29)) == date(2025, 2, 28)
    assert later(None) is None


MONTH = st.sampled_from([*MONTHS, *MONTHS_SHORT])


@given(
    first=MONTH, last=MONTH, year=st.integers(2550, 2598), short=st.booleans(), thai=st.booleans(),
    dash=st.sampled_from([" - ", " ถึง ", "–"]), day=st.sampled_from(["", "1 ", "28 "]),
)  # fmt: skip
def test_any_wording_reads_as_a_year_later(
    first: str, last: str, year: int, short: bool, thai: bool, dash: str, day: str
) -> None:
    years = [(one % 100 if short else one) for one in (year, year + 1)]
    text = f"{day}{first} {years[0]}{dash}{day}{last} {years[1]}"
    text = to_thai_digits(text) if thai else text
    before = parse_period(text, 2568)
    words, start, end = a_year_later(text, before.start, before.end, 2568)
    after = parse_period(words, 2569)
    assert (start, end) == (after.start, after.end)
    for old, new in ((before.start, start), (before.end, end)):
        assert abs((later(old) - new).days) <= 1  # type: ignore[operator]


def quantity(column: str) -> Quantity:
    return Quantity(text="๔", column=column, amount=4, unit="ครั้ง", annual_target=4, start=0, end=1)  # type: ignore[arg-type]


DONE = measure(
    steps="๔ ครั้ง",
    output="ทำแล้ว ๓ ครั้ง",
    outcome="โปร่งใสขึ้น",
    period_text="ปีงบประมาณ ๒๕๖๘",
    declared_status="แล้วเสร็จ",
    budget_thb=5000,
    remarks="ดี",
    evidence=PROOF,
    extra={"ผู้ตรวจ": "ก"},
    quantities=(quantity("steps"), quantity("output")),
)
REPORT = tracked(
    DONE,
    indicator(decision=Decision.ACCEPTED),
    indicator("i2", unit="ร้อยละ", target=80, comparison=">=", target_from="result"),
    indicator("i3", decision=Decision.DROPPED),
    claimed(3),
    recorded(1, date(2024, 12, 1)),
    recorded(1, date(2025, 3, 1), evidence=(Evidence(address="https://donkaewsai.example/2"),)),
    recorded(70, date(2025, 3, 1), "i2"),
    recorded(85, date(2025, 6, 1), "i2"),
)


def test_what_is_promised_stays_and_what_was_done_goes() -> None:
    plan = next_year(REPORT)
    (first,) = plan.report.measures
    assert plan.report.fiscal_year == YEAR + 1
    assert (first.id, first.steps, first.period_text) == ("m1", "๔ ครั้ง", "ปีงบประมาณ ๒๕๖๙")
    assert (first.start, first.end) == fiscal_year_bounds(YEAR + 1)
    gone = (first.output, first.outcome, first.declared_status, first.budget_thb, first.remarks)
    assert gone == ("", "", None, None, "")
    assert (first.evidence, first.extra) == ((), {})
    assert [q.column for q in first.quantities] == ["steps"]
    assert (plan.actuals, plan.overrides) == ((), ())
    assert [(i.id, i.decision, i.target_from) for i in plan.indicators] == [
        ("i1", Decision.PROPOSED, "typed"),
        ("i2", Decision.PROPOSED, "typed"),
    ]


def test_last_years_promise_and_result_stand_beside_each_line() -> None:
    of_measure, first, second = next_year(REPORT).last_year
    assert of_measure == LastYear(
        fiscal_year=YEAR,
        measure_id="m1",
        promise="๔ ครั้ง",
        result="ทำแล้ว ๓ ครั้ง\nโปร่งใสขึ้น",
    )
    assert (first.indicator_id, first.promise, first.unit) == ("i1", "4 ครั้ง", "ครั้ง")
    assert first.done == {Basis.CLAIMED: 3, Basis.RECORDED: 2, Basis.EVIDENCED: 1}
    assert (second.promise, second.done) == ("อย่างน้อย ร้อยละ 80", {Basis.RECORDED: 85})


def test_it_is_stored_and_stays_when_the_new_years_file_comes() -> None:
    plan = next_year(REPORT)
    assert from_json(TrackedReport, to_json(plan)) == plan
    new = carry_over(plan, replace(plan.report, measures=(replace(DONE, id="x"),)), ((), ()))
    assert new.last_year == plan.last_year


def test_a_report_without_a_year_stays_without_one() -> None:
    nameless = replace(REPORT, report=replace(REPORT.report, fiscal_year=None))
    plan = next_year(nameless)
    assert plan.report.fiscal_year is None
    assert plan.report.measures[0].start == DONE.start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ประกาศภายในเดือนมกราคม ๒๕๖๘ และรายงาน", ["มกราคม ๒๕๖๘"]),
        ("ต.ค. 67 - ก.ย. 68", ["ต.ค. 67", "ก.ย. 68"]),
        ("ภายใน 31 ธันวาคม พ.ศ. 2567", ["31 ธันวาคม พ.ศ. 2567"]),
        ("ภายใน 31 มีนาคม 2025", ["31 มีนาคม 2025"]),
        ("ภายใน 31/03/68", ["31/03/68"]),
        ("ปีงบประมาณ พ.ศ. 2568", ["ปีงบประมาณ พ.ศ. 2568"]),
        ("ตุลาคม 2568", []),
        ("กันยายน 2567", []),
        ("พระราชบัญญัติ พ.ศ. 2560 จำนวน 2568 คน", ["2568"]),
        ("คำสั่งที่ 1234 อบรม 30 คน", []),
    ],
)
def test_words_of_one_fiscal_year_are_found_with_their_day_and_month(
    text: str, words: list[str]
) -> None:
    found = years_of(text, 2568)
    assert [one.words for one in found] == words
    assert [text[one.start : one.end] for one in found] == words


def test_a_plan_tells_what_it_still_says_of_last_year_and_changes_only_what_is_accepted() -> None:
    steps = "ประกาศภายในเดือนมกราคม ๒๕๖๘ ตาม พ.ร.บ. พ.ศ. ๒๕๖๑"
    plan = next_year(
        tracked(measure(steps=steps), indicator(name="ประกาศภายใน ม.ค. 68"), indicator("i2"))
    )
    first, second = leftovers(plan)
    assert (first.subject, first.field, first.text) == ("m1", "steps", steps)
    assert first.proposed == "ประกาศภายในเดือนมกราคม ๒๕๖๙ ตาม พ.ร.บ. พ.ศ. ๒๕๖๑"
    assert (second.subject, second.field, second.proposed) == ("i1", "name", "ประกาศภายใน ม.ค. 69")
    assert with_proposed(plan, ()) == plan
    moved = with_proposed(plan, (second,))
    assert [i.name for i in moved.indicators] == ["ประกาศภายใน ม.ค. 69", plan.indicators[1].name]
    assert moved.report == plan.report
    assert leftovers(with_proposed(plan, (first, second))) == ()


def test_only_a_plan_has_such_words() -> None:
    assert leftovers(tracked(measure(steps="มกราคม 2567"))) == ()
