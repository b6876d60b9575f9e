"""What an officer may type as a result, what is said of the rest, and the report it makes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ita_data.changes import changes
from ita_data.codec import from_json, to_json
from ita_data.model import Actual, Basis, Evidence, Indicator, Measure, Report, TrackedReport
from ita_data.place import Place
from ita_data.recording import (
    OTHER_REASON,
    Entry,
    Problem,
    Round,
    doubts,
    entry_problems,
    finish,
    first_typed,
    indicator_of,
    keep_result,
    link_problem,
    parse_amount,
    problems,
    proposed_day,
    put_back,
    put_together,
    reason_of,
    remove_result,
    typed_for,
    withdraw,
)

TODAY = date(2025, 3, 15)
NOW = datetime(2025, 3, 15, 9, 30, tzinfo=UTC)
TRAINING = Indicator(id="m1-1", measure_id="m1", name="อบรม", target=6, unit="ครั้ง")
CONTENT = Indicator(id="m1-2", measure_id="m1", name="ความพึงพอใจ", target=85, unit="ร้อยละ")
OLD = Actual(
    id="m1-1-r1",
    indicator_id="m1-1",
    amount=2,
    basis=Basis.RECORDED,
    on=date(2024, 12, 31),
    evidence=(Evidence(address="https://donkaewsai.example/1"),),
    recorded_by="เดิม",
)
TRACKED = TrackedReport(
    report=Report(
        agency="เทศบาลตำบลดอนแก้วใส",
        fiscal_year=2568,
        measures=(Measure(id="m1", number=1, title="อบรมบุคลากร", place=Place(sheet="ตาราง")),),
    ),
    indicators=(TRAINING, CONTENT),
    actuals=(OLD,),
)
EMPTY = Round(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, author="สมหญิง")


def with_entry(**typed: str) -> Round:
    return Round(**_fields(EMPTY), entries={"m1-1": Entry(on="1 มี.ค. 2568", **typed)})


def _fields(work: Round) -> dict[str, object]:
    return {"agency": work.agency, "fiscal_year": work.fiscal_year, "author": work.author}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12", 12),
        (" ๑,๒๕๐ ", 1250),
        ("85.5", 85.5),
        ("85.5 %", 85.5),
        ("๐", 0),
        (".5", 0.5),
        ("2.0", 2),
        ("", None),
        ("สองครั้ง", None),
        ("-3", None),
        ("1e5", None),
        ("nan", None),
        ("3 ครั้ง", None),
        ("1.2.3", None),
    ],
)
def test_an_amount_is_a_plain_number_in_either_digits(text: str, amount: float | None) -> None:
    assert parse_amount(text) == amount


def test_a_link_without_its_beginning_is_told_as_it_should_be() -> None:
    assert link_problem(" www.donkaewsai.example/a ") == (
        "ลิงก์หลักฐานยังไม่ครบ โปรดใส่เป็น https://www.donkaewsai.example/a"
    )
    for text in ("donkaewsai", "www. donkaewsai.example", "ftp://www.donkaewsai.example"):
        assert (link_problem(text) or "").startswith("ลิงก์หลักฐานต้องขึ้นต้นด้วย http://")
    assert (link_problem(""), link_problem("https://donkaewsai.example")) == (None, None)


@pytest.mark.parametrize(
    ("today", "proposed"),
    [
        (date(2025, 3, 15), date(2025, 3, 15)),
        (date(2024, 9, 30), date(2024, 10, 1)),
        (date(2026, 1, 1), date(2025, 9, 30)),
    ],
)
def test_the_proposed_day_lies_in_the_fiscal_year(today: date, proposed: date) -> None:
    assert proposed_day(today, 2568) == proposed


@pytest.mark.parametrize(
    ("entry", "indicator", "wrong"),
    [
        (Entry(amount="1", on="1 ต.ค. 2567"), TRAINING, set()),
        (Entry(amount="1", on="15/3/2568", link="https://a.example/1"), TRAINING, set()),
        (Entry(amount="100", on="15/3/68"), CONTENT, set()),
        (Entry(amount="", on="1 มี.ค. 2568"), TRAINING, {"amount"}),
        (Entry(amount="มาก", on="1 มี.ค. 2568"), TRAINING, {"amount"}),
        (Entry(amount="100.5", on="1 มี.ค. 2568"), CONTENT, {"amount"}),
        (Entry(amount="1", on=""), TRAINING, {"on"}),
        (Entry(amount="1", on="เมื่อวาน"), TRAINING, {"on"}),
        (Entry(amount="1", on="30 ก.ย. 2567"), TRAINING, {"on"}),
        (Entry(amount="1", on="1 ต.ค. 2568"), TRAINING, {"on"}),
        (Entry(amount="1", on="16 มี.ค. 2568"), TRAINING, {"on"}),
        (Entry(amount="1", on="1 มี.ค. 2568", link="ในแฟ้ม"), TRAINING, {"link"}),
        (Entry(amount="x", on="y", link="z"), TRAINING, {"amount", "on", "link"}),
    ],
)
def test_each_field_tells_its_own_problem(
    entry: Entry, indicator: Indicator, wrong: set[str]
) -> None:
    assert entry_problems(entry, indicator, 2568, TODAY).keys() == wrong


def test_the_sentences_say_what_is_wrong_and_what_to_do() -> None:
    wrong = entry_problems(Entry(amount="120", on="1 ต.ค. 2568"), CONTENT, 2568, TODAY)
    assert wrong == {
        "amount": "ร้อยละต้องไม่เกิน 100 (ใส่ไว้ 120)",
        "on": "1 ต.ค. 2568 อยู่นอกปีงบประมาณ 2568 (ใช้ได้ตั้งแต่ 1 ต.ค. 2567 ถึง 30 ก.ย. 2568)",
    }


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        (Entry(amount="3", on="31 ธ.ค. 2567"), {"reason": "โปรดเลือกเหตุผลที่แก้ไข"}),
        (
            Entry(amount="3", on="31 ธ.ค. 2567", reason=OTHER_REASON),
            {"reason": "โปรดพิมพ์เหตุผลที่แก้ไข"},
        ),
        (Entry(amount="3", on="31 ธ.ค. 2567", reason=OTHER_REASON, reason_words="รวมผิดเดือน"), {}),
        (Entry(amount="3", on="31 ธ.ค. 2567", reason="พิมพ์ผิด"), {}),
    ],
)
def test_a_correction_needs_a_reason(entry: Entry, wrong: dict[str, str]) -> None:
    assert entry_problems(entry, TRAINING, 2568, TODAY, correction=True) == wrong


def test_a_round_tells_the_problems_of_every_part() -> None:
    work = Round(
        **_fields(EMPTY),
        entries={"m1-1": Entry(amount="สอง", on="1 มี.ค. 2568"), "m1-2": Entry(on="ไม่ทราบ")},
        corrections={"m1-1-r1": Entry(amount="3", on="31 ธ.ค. 2567")},
        links={"m1-1-r1": "แฟ้ม 3"},
    )
    found = [(p.subject, p.field) for p in problems(work, TRACKED, TODAY)]
    assert found == [("m1-1", "amount"), ("m1-1-r1", "reason"), ("m1-1-r1", "link")]
    assert isinstance(problems(work, TRACKED, TODAY)[0], Problem)


def test_nothing_typed_is_nothing_to_save() -> None:
    work = Round(**_fields(EMPTY), entries={"m1-1": Entry(on="1 มี.ค. 2568")}, links={"x": " "})
    assert (work.size, problems(work, TRACKED, TODAY)) == (0, ())
    assert finish(work, TRACKED, NOW) == TRACKED


def test_a_new_result_joins_the_report_under_a_new_id() -> None:
    work = with_entry(amount="๑", note=" รุ่นแรก ", link="https://donkaewsai.example/2")
    assert finish(work, TRACKED, NOW).actuals == (
        OLD,
        Actual(
            id="m1-1-r2",
            indicator_id="m1-1",
            amount=1,
            basis=Basis.RECORDED,
            on=date(2025, 3, 1),
            note="รุ่นแรก",
            evidence=(Evidence(address="https://donkaewsai.example/2"),),
            recorded_by="สมหญิง",
            recorded_at=NOW,
        ),
    )


def test_a_correction_keeps_id_and_evidence_and_a_link_is_added() -> None:
    work = Round(
        **_fields(EMPTY),
        corrections={"m1-1-r1": Entry(amount="3", on="30 ธ.ค. 2567", reason="พิมพ์ผิด")},
        links={"m1-1-r1": "https://donkaewsai.example/3"},
    )
    corrected = finish(work, TRACKED, NOW).actuals[0]
    assert (corrected.id, corrected.amount, corrected.on) == ("m1-1-r1", 3, date(2024, 12, 30))
    assert [e.address for e in corrected.evidence] == [
        "https://donkaewsai.example/1",
        "https://donkaewsai.example/3",
    ]
    assert (corrected.recorded_by, corrected.recorded_at) == ("สมหญิง", NOW)


def test_a_link_alone_leaves_who_recorded_the_result() -> None:
    work = Round(**_fields(EMPTY), links={"m1-1-r1": "https://donkaewsai.example/3"})
    assert finish(work, TRACKED, NOW).actuals[0].recorded_by == "เดิม"


def test_the_history_says_how_many_and_why() -> None:
    work = Round(
        **_fields(EMPTY),
        entries={"m1-1": Entry(amount="1", on="1 มี.ค. 2568")},
        corrections={
            "m1-1-r1": Entry(amount="3", on="x", reason=OTHER_REASON, reason_words="รวมผิดเดือน")
        },
        links={"m1-1-r1": "https://donkaewsai.example/3"},
    )
    assert reason_of(work, TRACKED) == (
        "บันทึกผล 1 รายการ: “1. อบรม” วันที่ 1 มี.ค. 2568 · เพิ่มหลักฐาน 1 รายการ · "
        "แก้ไขผลของ “1. อบรม” วันที่ 31 ธ.ค. 2567 เพราะรวมผิดเดือน"
    )


def test_a_deleted_result_is_gone_for_a_reason_and_its_id_is_not_given_again() -> None:
    work = remove_result(with_entry(amount="3"), "m1-1-r1")
    found = [(p.subject, p.message) for p in problems(work, TRACKED, TODAY)]
    assert found == [("m1-1-r1", "โปรดเลือกเหตุผลที่ลบ")]
    gone = replace(work.corrections["m1-1-r1"], reason="บันทึกซ้ำ")
    work = replace(work, corrections={"m1-1-r1": gone}, links={"m1-1-r1": "แฟ้ม 3"})
    assert problems(work, TRACKED, TODAY) == ()
    assert from_json(Round, to_json(work)) == work
    done = finish(work, TRACKED, NOW)
    assert [(a.id, a.amount) for a in done.actuals] == [("m1-1-r2", 3)]
    assert reason_of(work, TRACKED) == (
        "บันทึกผล 1 รายการ: “1. อบรม” วันที่ 1 มี.ค. 2568 · เพิ่มหลักฐาน 1 รายการ · "
        "ลบผลของ “1. อบรม” วันที่ 31 ธ.ค. 2567 เพราะบันทึกซ้ำ"
    )
    assert [c.sentence for c in changes(TRACKED, done)][1:] == [
        "มาตรการ 1 ตัวชี้วัด อบรม: นำผลออก 2 วันที่ 31 ธ.ค. 2567"
    ]


def test_a_deletion_is_taken_back_with_the_correction_before_it() -> None:
    assert keep_result(remove_result(EMPTY, "m1-1-r1"), "m1-1-r1") == EMPTY
    typed = replace(EMPTY, corrections={"m1-1-r1": Entry(amount="5", on="31 ธ.ค. 2567")})
    assert keep_result(remove_result(typed, "m1-1-r1"), "m1-1-r1") == typed


def test_a_withdrawn_proof_leaves_its_result_and_can_be_put_back() -> None:
    (wrong,) = OLD.evidence
    right = "https://donkaewsai.example/3"
    work = withdraw(replace(EMPTY, links={"m1-1-r1": right}), "m1-1-r1", wrong)
    assert (work.size, from_json(Round, to_json(work))) == (2, work)
    (only,) = finish(work, TRACKED, NOW).actuals
    assert (only.amount, [e.address for e in only.evidence]) == (2, [right])
    assert reason_of(work, TRACKED) == "เพิ่มหลักฐาน 1 รายการ · นำหลักฐานออก 1 รายการ"
    assert put_back(withdraw(EMPTY, "m1-1-r1", wrong), "m1-1-r1", wrong) == EMPTY


def test_what_another_changed_meanwhile_is_not_deleted_unasked() -> None:
    gone = Entry(removed=True, reason="บันทึกซ้ำ")
    work = replace(EMPTY, corrections={"m1-1-r1": gone})
    theirs = replace(TRACKED, actuals=(replace(OLD, amount=9),))
    (clash,) = put_together(work, TRACKED, theirs, NOW).open
    assert clash.label == "การนำออก"
    for side, left in (("mine", []), ("theirs", [9])):
        answered = replace(work, choices={clash.key: side})
        found = put_together(answered, TRACKED, theirs, NOW).tracked
        assert [a.amount for a in found.actuals] == left
    assert put_together(work, TRACKED, TRACKED, NOW).tracked.actuals == ()


def test_a_round_is_kept_and_found_again_as_it_was_typed() -> None:
    work = Round(
        **_fields(EMPTY),
        version=4,
        entries={"m1-1": Entry(amount="1 0", on="เมื่อวาน", note="<b>", link="x")},
        corrections={"m1-1-r1": Entry(reason=OTHER_REASON)},
        links={"m1-1-r1": ""},
    )
    assert from_json(Round, to_json(work)) == work


def test_on_the_version_it_was_begun_on_putting_together_is_finishing() -> None:
    work = with_entry(amount="3")
    merged = put_together(work, TRACKED, TRACKED, NOW)
    assert (merged.tracked, merged.clashes) == (finish(work, TRACKED, NOW), ())


def test_a_round_on_a_newer_version_keeps_both_results_and_reaches_the_new_ones() -> None:
    theirs = replace(TRACKED, actuals=(OLD, replace(OLD, id="m1-1-r2", amount=5, evidence=())))
    work = replace(
        with_entry(amount="3"),
        links={"m1-1-r2": "https://donkaewsai.example/2"},
        corrections={"m1-1-r1": Entry(amount="4", on="31 ธ.ค. 2567", reason="พิมพ์ผิด")},
    )
    found = put_together(work, TRACKED, theirs, NOW)
    assert found.clashes == ()
    results = {a.id: (a.amount, [e.address for e in a.evidence]) for a in found.tracked.actuals}
    assert results == {
        "m1-1-r1": (4, ["https://donkaewsai.example/1"]),
        "m1-1-r2": (5, ["https://donkaewsai.example/2"]),
        "m1-1-r3": (3, []),
    }


def test_one_result_corrected_by_two_is_asked_until_it_is_answered() -> None:
    theirs = replace(TRACKED, actuals=(replace(OLD, amount=9),))
    entry = Entry(amount="4", on="31 ธ.ค. 2567", reason="พิมพ์ผิด")
    work = replace(EMPTY, corrections={"m1-1-r1": entry})
    (clash,) = put_together(work, TRACKED, theirs, NOW).open
    assert (clash.mine, clash.theirs) == ("4", "9")
    answered = replace(work, choices={clash.key: "mine"})
    (only,) = put_together(answered, TRACKED, theirs, NOW).tracked.actuals
    assert (only.amount, only.recorded_by) == (4, "สมหญิง")


def test_a_round_is_opened_at_its_first_problem_else_at_what_was_typed_first() -> None:
    share = {"m1-2": Entry(amount="90", on="1 มี.ค. 2568")}
    right = replace(EMPTY, entries=share, links={"m1-1-r1": "https://donkaewsai.example/3"})
    assert typed_for(right, TRACKED) == ("m1-1", "m1-2")
    assert first_typed(right, TRACKED, TODAY) == "m1-1"
    wrong = replace(right, entries={"m1-2": Entry(amount="900", on="1 มี.ค. 2568")})
    assert first_typed(wrong, TRACKED, TODAY) == "m1-2"
    assert first_typed(EMPTY, TRACKED, TODAY) is None
    work = replace(EMPTY, cells={"m1-2@2025-03": Entry(amount="x")})
    subjects = ("m1-2@2025-03", "m1-1-r1", "m1-1")
    assert [indicator_of(s, work, TRACKED) for s in subjects] == ["m1-2", "m1-1", "m1-1"]
    assert typed_for(work, TRACKED) == ()


@pytest.mark.parametrize(
    ("target", "amount", "asked"),
    [(6, "500", True), (6, "14", True), (6, "13", False), (1, "8", False), (None, "500", False),
     (200, "399", True), (200, "398", False), (6, "ห้าร้อย", False)],
)  # fmt: skip
def test_an_amount_far_above_the_whole_target_is_asked_for_not_refused(
    target: int | None, amount: str, asked: bool
) -> None:
    tracked = replace(TRACKED, indicators=(replace(TRAINING, target=target), CONTENT))
    work = with_entry(amount=amount)
    assert set(doubts(work, tracked, TODAY)) == ({"m1-1"} if asked else set())


def test_a_doubt_is_about_what_the_round_comes_to() -> None:
    high = replace(TRACKED, actuals=(replace(OLD, amount=500),))
    assert doubts(EMPTY, high, TODAY) == {}
    fixed = replace(EMPTY, corrections={OLD.id: Entry(amount="5", on="31 ธ.ค. 2567")})
    assert doubts(fixed, high, TODAY) == {}
    assert doubts(remove_result(EMPTY, OLD.id), high, TODAY) == {}
    more = replace(EMPTY, cells={"m1-1@2025-03": Entry(amount="7")})
    assert doubts(more, high, TODAY) == {
        "m1-1": "ผลที่บันทึกจะเป็น 507 ครั้ง มากกว่าเป้าหมายทั้งปี (6 ครั้ง) มาก โปรดตรวจว่าพิมพ์ถูก"
    }
    ceiling = replace(TRAINING, comparison="<=", target=1)
    assert doubts(more, replace(high, indicators=(ceiling, CONTENT)), TODAY) == {}
