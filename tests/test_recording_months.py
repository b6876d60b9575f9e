"""The table of months: a cell is the month's whole result, and nothing else moves."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.codec import from_json, to_json
from ita_data.dates import fiscal_months
from ita_data.model import Actual, Basis, Evidence, Indicator, Measure, Report, TrackedReport
from ita_data.place import Place
from ita_data.recording import (
    Cells,
    Entry,
    Round,
    amount_text,
    cell_key,
    cell_of,
    cell_problems,
    day_of,
    drop_cell,
    finish,
    parse_amount,
    problems,
    put_cell,
    put_together,
    reason_of,
    same_as_before,
    shown,
)

TODAY = date(2025, 6, 15)
NOW = datetime(2025, 6, 15, 9, 30)
COUNT = Indicator(id="m1-1", measure_id="m1", name="อบรม", target=12, unit="ครั้ง")
SHARE = Indicator(id="m1@2", measure_id="m1", name="พอใจ", target=80, unit="ร้อยละ", level=True)
YEAR = fiscal_months(2568)
MARCH, APRIL, MAY, JUNE = YEAR[5:9]


def recorded(id: str, indicator: Indicator, amount: float, on: date) -> Actual:
    return Actual(id=id, indicator_id=indicator.id, amount=amount, basis=Basis.RECORDED, on=on)


def with_results(*actuals: Actual) -> TrackedReport:
    measure = Measure(id="m1", number=1, title="อบรม", place=Place(sheet="ตาราง"))
    report = Report(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, measures=(measure,))
    return TrackedReport(report=report, indicators=(COUNT, SHARE), actuals=actuals)


TWICE = with_results(
    recorded("a", COUNT, 2, date(2025, 3, 5)),
    recorded("b", COUNT, 3, date(2025, 3, 20)),
    recorded("c", SHARE, 70, date(2025, 3, 5)),
    recorded("d", SHARE, 75.5, date(2025, 3, 20)),
)
EMPTY = Round(agency="เทศบาลตำบลดอนแก้วใส", fiscal_year=2568, author="สมหญิง")
HERE = cell_key(COUNT.id, MARCH)


def typed(tracked: TrackedReport, text: str, key: str = HERE, **others: str) -> Round:
    work = put_cell(EMPTY, Cells.of(tracked), key, text)
    if key not in work.cells:
        return work
    return replace(work, cells={key: replace(work.cells[key], **others)})


def test_a_cell_has_a_name_that_reads_back() -> None:
    assert cell_of(cell_key("m1@2", date(2025, 3, 20))) == ("m1@2", MARCH)


def test_a_month_is_the_sum_of_a_count_and_the_latest_of_a_level() -> None:
    cells = Cells.of(TWICE)
    assert (cells.amount(HERE), cells.text(cell_key("m1@2", MARCH))) == (5, "75.5")
    assert (cells.amount(cell_key("m1-1", APRIL)), cells.text(cell_key("m1-1", APRIL))) == (
        None,
        "",
    )


@pytest.mark.parametrize(("month", "day"), [(MARCH, date(2025, 3, 31)), (JUNE, TODAY)])
def test_a_month_stands_for_its_last_day_at_most_today(month: date, day: date) -> None:
    assert day_of(month, TODAY) == day


@pytest.mark.parametrize("text", ["", "  ", "5", "๕", "5.0"])
def test_what_says_the_same_is_no_entry(text: str) -> None:
    assert typed(TWICE, text).cells == {}


def test_an_empty_month_becomes_one_new_result() -> None:
    work = typed(TWICE, "4", cell_key("m1-1", APRIL), note="ครบ")
    assert problems(work, TWICE, TODAY) == ()
    new = finish(work, TWICE, NOW).actuals[-1]
    assert (new.id, new.amount, new.on, new.note) == ("m1-1-r1", 4, date(2025, 4, 30), "ครบ")
    assert reason_of(work, TWICE) == "บันทึกผล 1 รายการ: “1. อบรม” เม.ย. 68"


def test_a_recorded_month_is_corrected_at_its_latest_result() -> None:
    work = typed(TWICE, "9", reason="พิมพ์ผิด")
    assert problems(work, TWICE, TODAY) == ()
    done = finish(work, TWICE, NOW).actuals
    assert [(a.id, a.amount, a.on) for a in done[:2]] == [
        ("a", 2, date(2025, 3, 5)),
        ("b", 7, date(2025, 3, 20)),
    ]
    assert reason_of(work, TWICE) == "แก้ไขผลของ “1. อบรม” วันที่ 20 มี.ค. 2568 เพราะพิมพ์ผิด"


def test_an_emptied_month_of_one_result_deletes_it_for_a_reason() -> None:
    once = with_results(recorded("a", COUNT, 2, date(2025, 3, 5)))
    work = typed(once, " ")
    assert (work.cells[HERE].removed, shown(work, Cells.of(once), HERE), work.size) == (True, "", 1)
    assert wrong(work, once) == {"reason": "โปรดเลือกเหตุผลที่ลบ"}
    # What is emptied stays empty, and a number typed there again is a correction as before.
    assert same_as_before(work, Cells.of(TWICE), ["m1-1"], MARCH, MARCH) == work
    again = put_cell(work, Cells.of(once), HERE, "4")
    assert (again.cells[HERE].removed, wrong(again, once).keys()) == (False, {"reason"})
    work = typed(once, "", reason="ยังไม่ได้ทำจริง")
    assert problems(work, once, TODAY) == ()
    assert finish(work, once, NOW).actuals == ()
    assert put_together(work, once, once, NOW).tracked.actuals == ()
    assert reason_of(work, once) == "ลบผลของ “1. อบรม” วันที่ 5 มี.ค. 2568 เพราะยังไม่ได้ทำจริง"
    # A second result of the month came meanwhile: asked, not deleted with it.
    assert wrong(work, TWICE).keys() == {"amount"}
    alike = with_results(*once.actuals, recorded("b", COUNT, 0, date(2025, 3, 9)))
    assert wrong(work, alike)["amount"].startswith("เดือนนี้บันทึกไว้ 2 ครั้ง โปรดลบทีละผล")


def wrong(work: Round, tracked: TrackedReport, key: str = HERE) -> dict[str, str]:
    return dict(cell_problems(key, work, Cells.of(tracked), TODAY))


@pytest.mark.parametrize(
    ("key", "entry", "fields"),
    [
        (HERE, Entry(amount="9", was="5"), {"reason"}),
        (HERE, Entry(amount="1", was="5", reason="พิมพ์ผิด"), {"amount"}),
        (HERE, Entry(amount="9", was="4", reason="พิมพ์ผิด"), {"amount"}),
        (HERE, Entry(amount="เก้า", was="5", reason="พิมพ์ผิด"), {"amount"}),
        (cell_key("m1@2", APRIL), Entry(amount="100.1"), {"amount"}),
        (cell_key("m1@2", APRIL), Entry(amount="100", link="แฟ้ม"), {"link"}),
        (cell_key("m1-1", APRIL), Entry(note="ไม่มีจำนวน"), {"amount"}),
        (cell_key("m1-1", APRIL), Entry(amount="1", on="1 พ.ค. 2568"), {"on"}),
        (cell_key("m1-1", APRIL), Entry(amount="1", on="เมื่อวาน"), {"on"}),
        (cell_key("m1-1", YEAR[9]), Entry(amount="1"), {"on"}),
        (cell_key("m1-1", JUNE), Entry(amount="1", on="15 มิ.ย. 2568"), set()),
        (cell_key("m1-1", JUNE), Entry(amount="1", on="16 มิ.ย. 2568"), {"on"}),
    ],
)
def test_each_cell_tells_its_own_problem(key: str, entry: Entry, fields: set[str]) -> None:
    work = replace(EMPTY, cells={key: entry})
    assert wrong(work, TWICE, key).keys() == fields
    assert [(p.subject, p.field) for p in problems(work, TWICE, TODAY)] == [
        (key, f) for f in fields
    ]


def test_one_month_is_not_typed_in_two_ways() -> None:
    new = typed(TWICE, "4", cell_key("m1-1", APRIL))
    both = replace(new, entries={"m1-1": Entry(amount="1", on="3 เม.ย. 2568")})
    assert wrong(both, TWICE, cell_key("m1-1", APRIL)).keys() == {"amount"}
    change = typed(TWICE, "9", reason="พิมพ์ผิด")
    both = replace(change, corrections={"b": Entry(amount="4", on="20 มี.ค. 2568")})
    assert wrong(both, TWICE).keys() == {"amount"}


def test_what_was_recorded_meanwhile_is_never_overwritten_silently() -> None:
    before = with_results()
    work = typed(before, "4")
    assert wrong(work, before) == {}
    assert wrong(work, TWICE)["amount"].startswith("หลังจากที่ท่านพิมพ์ ผลที่บันทึกไว้ของเดือนนี้เปลี่ยนเป็น 5")


def test_on_a_newer_version_the_table_is_put_on_what_is_there_now() -> None:
    theirs = replace(TWICE, actuals=(*TWICE.actuals, recorded("e", COUNT, 1, date(2025, 5, 2))))
    work = typed(TWICE, "9", reason="พิมพ์ผิด")
    found = put_together(work, TWICE, theirs, NOW)
    assert found.open == ()
    amounts = {a.id: a.amount for a in found.tracked.actuals}
    assert amounts == {"a": 2, "b": 7, "c": 70, "d": 75.5, "e": 1}


def test_the_empty_months_are_filled_up_to_the_present() -> None:
    work = same_as_before(EMPTY, Cells.of(TWICE), ["m1-1"], MAY)
    assert {key: e.amount for key, e in work.cells.items()} == {
        cell_key("m1-1", APRIL): "5",
        cell_key("m1-1", MAY): "5",
    }
    assert same_as_before(EMPTY, Cells.of(TWICE), ["m1-1"], MAY, MAY).cells == {}


def test_files_go_with_their_result_and_are_kept_in_the_draft() -> None:
    file = Evidence(address="คำสั่ง.pdf", sha256="ab" * 32)
    work = replace(
        EMPTY,
        cells={cell_key("m1-1", APRIL): Entry(amount="1", files=(file,))},
        files={"a": (file,)},
    )
    assert from_json(Round, to_json(work)) == work
    done = finish(work, TWICE, NOW).actuals
    assert (done[0].evidence, done[1].evidence, done[-1].evidence) == ((file,), (), (file,))
    assert work.size == 2


AMOUNTS = st.one_of(
    st.integers(0, 10**9), st.decimals(0, 10**4, places=2, allow_nan=False).map(float)
)
RESULTS = st.lists(st.tuples(AMOUNTS, st.integers(0, 272)), max_size=8)


@pytest.mark.parametrize(
    ("amount", "words"),
    [(1250, "1,250"), (85.125, "85.125"), (0.004, "0.004"), (3.0, "3"), (0, "0"), (200, "200"),
     (1e14, "100,000,000,000,000")],
)  # fmt: skip
def test_an_amount_is_written_with_every_digit(amount: float, words: str) -> None:
    assert amount_text(amount) == words


@given(AMOUNTS)
def test_an_amount_in_words_reads_back(amount: float) -> None:
    assert parse_amount(amount_text(amount)) == amount


@given(RESULTS, st.sampled_from([COUNT, SHARE]), st.integers(0, 8), AMOUNTS)
def test_a_saved_month_shows_what_was_typed_and_no_other_month_moves(
    results: list[tuple[float, int]], indicator: Indicator, place: int, amount: float
) -> None:
    first = date(2024, 10, 1).toordinal()
    tracked = with_results(
        *(recorded(f"r{n}", indicator, value, date.fromordinal(first + day))
          for n, (value, day) in enumerate(results))
    )  # fmt: skip
    key, cells = cell_key(indicator.id, YEAR[place]), Cells.of(tracked)
    work = typed(tracked, amount_text(amount), key, reason="พิมพ์ผิด")
    if any(p.field == "amount" for p in problems(work, tracked, date(2025, 6, 30))):
        return
    after = Cells.of(finish(work, tracked, NOW))
    names = [cell_key(indicator.id, month) for month in YEAR]
    assert parse_amount(after.text(key)) == pytest.approx(amount)
    assert {n: after.text(n) for n in names if n != key} == {
        n: cells.text(n) for n in names if n != key
    }


@given(st.text(max_size=20), st.sampled_from(YEAR))
def test_whatever_is_typed_is_shown_again_or_is_what_was_recorded(text: str, month: date) -> None:
    key, cells = cell_key("m1-1", month), Cells.of(TWICE)
    work = put_cell(EMPTY, cells, key, text)
    assert shown(work, cells, key) in (text.strip(), cells.text(key))
    assert drop_cell(work, key) == EMPTY


@given(st.dictionaries(st.sampled_from(YEAR), st.text(max_size=3), max_size=12), AMOUNTS)
def test_filling_never_changes_what_is_there(texts: dict[date, str], amount: float) -> None:
    cells, work = Cells.of(TWICE), EMPTY
    for month, text in texts.items():
        work = put_cell(work, cells, cell_key("m1-1", month), text)
    filled = same_as_before(work, cells, ["m1-1"], YEAR[-1])
    for month in YEAR:
        key = cell_key("m1-1", month)
        if shown(work, cells, key).strip():
            assert shown(filled, cells, key) == shown(work, cells, key)
