"""One indicator at a time: expected, achieved, percent, status, on each basis."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model import Basis, Cadence, Number, Status
from ita_data.progress import assess
from ita_data.settings import Settings, Thresholds
from ita_data.tables import tables_of
from tests.invented import (
    END,
    PROOF,
    START,
    claimed,
    indicator,
    measure,
    override,
    recorded,
    tracked,
)

ONE_DAY = timedelta(days=1)
QUARTERLY = Cadence(every_months=3)
Q1, Q2, Q3 = date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30)
RECORDED, CLAIMED, EVIDENCED = Basis.RECORDED, Basis.CLAIMED, Basis.EVIDENCED


def look(
    *records: Any,
    as_of: date,
    basis: Basis = RECORDED,
    settings: Settings | None = None,
    **report: Any,
) -> Any:
    """The row of the first indicator on one basis."""
    progress = assess(tables_of({"r": tracked(*records, **report)}), as_of, settings)
    frame = progress.indicators
    return next(frame[frame["basis"] == basis.value].itertuples())


@pytest.mark.parametrize(
    ("amount", "as_of", "status"),
    [
        # four a year, by quarters: what is owed by the last due date
        (None, Q1 - ONE_DAY, Status.NOT_DUE),
        (None, Q1, Status.NOT_REPORTED),
        (None, END, Status.NOT_REPORTED),
        (0, Q1 - ONE_DAY, Status.ON_TRACK),
        (0, Q1, Status.BEHIND),
        (1, Q1, Status.ON_TRACK),
        (1, Q2 - ONE_DAY, Status.ON_TRACK),
        (1, Q2, Status.BEHIND),
        (3, END - ONE_DAY, Status.ON_TRACK),
        (3, END, Status.OVERDUE),
        (3, END + ONE_DAY, Status.OVERDUE),
        (4, Q1 - ONE_DAY, Status.ACHIEVED),
        (4, END, Status.ACHIEVED),
        (5, END, Status.ACHIEVED),
    ],
)
def test_status_of_a_count_by_quarters(amount: Number | None, as_of: date, status: Status) -> None:
    results = [] if amount is None else [recorded(amount, START)]
    assert look(indicator(cadence=QUARTERLY), *results, as_of=as_of).status == status


@pytest.mark.parametrize(
    ("target", "amount", "status"),
    [
        (20, 8.49, Status.BEHIND),
        (20, 8.5, Status.WATCH),  # 0.85 itself
        (20, 9.49, Status.WATCH),
        (20, 9.5, Status.ON_TRACK),  # 0.95 itself
        (40, 17, Status.WATCH),  # 17 / 20 < 0.85 in floating point on some paths
        (0.6, 0.1 + 0.2, Status.ON_TRACK),
    ],
)
def test_status_at_the_thresholds(target: Number, amount: Number, status: Status) -> None:
    promise = indicator(target=target, cadence=Cadence(per_year=2))
    assert look(promise, recorded(amount, START), as_of=Q2).status == status


def test_thresholds_are_settings() -> None:
    strict = Settings(thresholds=Thresholds(behind_below=0.5, watch_below=1.0))
    promise = indicator(target=20, cadence=Cadence(per_year=2))
    assert look(promise, recorded(5, START), as_of=Q2, settings=strict).status == Status.WATCH
    assert look(promise, recorded(4, START), as_of=Q2, settings=strict).status == Status.BEHIND


def test_tenths_add_up_to_the_target() -> None:
    tenths = [recorded(0.1, START)] * 10
    row = look(indicator(target=1), *tenths, as_of=END)
    assert (row.status, row.percent) == (Status.ACHIEVED, 1.0)


def test_a_due_date_counts_on_its_own_day() -> None:
    promise = indicator(cadence=QUARTERLY)
    before, on = look(promise, as_of=Q2 - ONE_DAY), look(promise, as_of=Q2)
    assert (before.expected, before.dues_passed, before.next_due.date()) == (1, 1, Q2)
    assert (on.expected, on.dues_passed, on.next_due.date()) == (2, 2, Q3)
    assert (before.last_due.date(), on.last_due.date()) == (Q1, Q2)
    assert on.dues_total == 4


def test_nothing_is_owed_before_the_measure_starts() -> None:
    part = measure(start=date(2025, 4, 1), end=END)
    row = look(part, indicator(target=2, cadence=QUARTERLY), as_of=date(2025, 3, 31))
    assert (row.status, row.expected, row.dues_passed) == (Status.NOT_DUE, 0, 0)
    assert row.next_due.date() == Q3


def test_part_of_a_year_is_owed_inside_its_period() -> None:
    part = measure(start=date(2025, 4, 1), end=END)
    promise = indicator(target=2, cadence=QUARTERLY)
    row = look(part, promise, recorded(1, date(2025, 5, 1)), as_of=Q3)
    assert (row.status, row.expected, row.percent) == (Status.ON_TRACK, 1, 0.5)


def test_a_result_counts_from_its_day() -> None:
    promise, result = indicator(target=1), recorded(1, Q2)
    assert look(promise, result, as_of=Q2 - ONE_DAY).status == Status.NOT_DUE
    assert look(promise, result, as_of=Q2).status == Status.ACHIEVED


def test_a_late_result_ends_the_lateness() -> None:
    late = [indicator(), recorded(3, Q1), recorded(1, date(2025, 11, 3))]
    assert look(*late, as_of=date(2025, 11, 2)).status == Status.OVERDUE
    assert look(*late, as_of=date(2025, 11, 3)).status == Status.ACHIEVED


@pytest.mark.parametrize(
    ("amount", "since"),
    [(None, Q1), (0, Q1), (0.99, Q1), (1, Q2), (1.5, Q2), (2, Q3), (3, None), (9, None)],
)
def test_late_since_the_first_due_date_that_is_not_covered(
    amount: Number | None, since: date | None
) -> None:
    results = [] if amount is None else [recorded(amount, START)]
    row = look(indicator(cadence=QUARTERLY), *results, as_of=Q3)
    assert (None if row.overdue_since != row.overdue_since else row.overdue_since.date()) == since


@pytest.mark.parametrize(
    ("amount", "as_of", "status", "percent"),
    [
        (None, END - ONE_DAY, Status.NOT_DUE, None),
        (None, END, Status.NOT_REPORTED, None),
        (0, END - ONE_DAY, Status.ON_TRACK, 1.0),
        (3, END - ONE_DAY, Status.ON_TRACK, 1.0),
        (3, END, Status.ACHIEVED, 1.0),
        (4, END - ONE_DAY, Status.BEHIND, 0.0),
        (4, END, Status.OVERDUE, 0.0),
    ],
)
def test_at_most_is_achieved_when_it_held_to_the_end(
    amount: Number | None, as_of: date, status: Status, percent: float | None
) -> None:
    results = [] if amount is None else [recorded(amount, START)]
    row = look(indicator(target=3, comparison="<="), *results, as_of=as_of)
    assert row.status == status
    assert (None if row.percent != row.percent else row.percent) == percent
    assert row.ratio != row.ratio
    assert row.expected == 3


@pytest.mark.parametrize("comparison", ["<=", "="])
@pytest.mark.parametrize(
    ("amount", "as_of", "status", "percent"),
    [
        (0, Q2, Status.ON_TRACK, 1.0),
        (0, END, Status.ACHIEVED, 1.0),
        (1, Q2, Status.BEHIND, 0.0),
        (5, END, Status.OVERDUE, 0.0),
    ],
)
def test_a_promise_of_none_holds_or_does_not(
    comparison: Any, amount: Number, as_of: date, status: Status, percent: float
) -> None:
    row = look(indicator(target=0, comparison=comparison), recorded(amount, START), as_of=as_of)
    assert (row.status, row.percent) == (status, percent)


def test_at_least_none_is_reached_by_reporting() -> None:
    promise = indicator(target=0, comparison=">=")
    assert look(promise, as_of=END).status == Status.NOT_REPORTED
    row = look(promise, recorded(0, START), as_of=Q1)
    assert (row.status, row.percent) == (Status.ACHIEVED, 1.0)


@pytest.mark.parametrize(
    ("amounts", "as_of", "achieved", "status"),
    [
        ([(60, Q1)], Q2, 60, Status.ON_TRACK),  # not due before the end
        ([(60, Q1), (85, Q2)], Q2, 85, Status.ACHIEVED),
        ([(85, Q1), (60, Q2)], Q2, 60, Status.ON_TRACK),
        ([(85, Q1), (60, Q2)], Q1, 85, Status.ACHIEVED),
        ([(85, Q2), (60, Q1)], Q2, 85, Status.ACHIEVED),  # by date, not by order
        ([(60, Q2), (85, Q2)], Q2, 85, Status.ACHIEVED),  # of one day: entered last
        ([(40, Q1), (40, Q2)], END, 40, Status.OVERDUE),  # never the sum
    ],
)
def test_of_a_percentage_the_latest_counts(
    amounts: list[tuple[Number, date]], as_of: date, achieved: float, status: Status
) -> None:
    results = [recorded(amount, on) for amount, on in amounts]
    row = look(indicator(target=80, unit="ร้อยละ", level=True), *results, as_of=as_of)
    assert (row.achieved, row.status) == (achieved, status)
    assert row.percent == min(achieved / 80, 1)


def test_a_level_is_owed_whole_at_its_first_due_date() -> None:
    promise = indicator(target=80, level=True, cadence=QUARTERLY)
    assert look(promise, recorded(40, START), as_of=Q1 - ONE_DAY).expected == 0
    row = look(promise, recorded(72, START), as_of=Q1)
    assert (row.expected, row.ratio, row.status) == (80, 0.9, Status.WATCH)


def test_nothing_reported_is_unknown_never_nought() -> None:
    reasons = {}
    for basis in Basis:
        row = look(indicator(cadence=QUARTERLY), as_of=Q2, basis=basis)
        assert (row.achieved, row.percent, row.ratio) != (0, 0, 0)
        assert (row.achieved == row.achieved, row.percent == row.percent) == (False, False)
        assert (row.status, row.reported) == (Status.NOT_REPORTED, False)
        reasons[basis] = row.reason
    assert reasons == {
        CLAIMED: "รายงานยังไม่ระบุผลเป็นจำนวน",
        RECORDED: "ยังไม่มีการบันทึกผล",
        EVIDENCED: "ยังไม่มีผลที่มีหลักฐาน",
    }


def test_without_a_target_nothing_is_due_and_the_percent_is_unknown() -> None:
    promise = indicator(target=None, cadence=QUARTERLY)
    row = look(promise, recorded(3, START), as_of=END)
    assert (row.status, row.reason, row.achieved) == (
        Status.NO_TARGET,
        "ไม่มีเป้าหมายเชิงปริมาณ",
        3,
    )
    assert [row.percent == row.percent, row.expected == row.expected] == [False, False]
    assert (row.dues_total, row.reported) == (0, True)


def test_the_three_bases_are_never_mixed() -> None:
    records = [
        indicator(target=10),
        claimed(10),
        recorded(4, Q1),
        recorded(2, Q2, evidence=PROOF),
    ]
    found = {basis: look(*records, as_of=END, basis=basis) for basis in Basis}
    assert {basis: row.achieved for basis, row in found.items()} == {
        CLAIMED: 10,
        RECORDED: 6,
        EVIDENCED: 2,
    }
    assert found[CLAIMED].status == Status.ACHIEVED
    assert found[RECORDED].status == found[EVIDENCED].status == Status.OVERDUE


def test_a_later_value_without_proof_leaves_the_proven_one_standing() -> None:
    records = [
        indicator(target=80, level=True),
        recorded(82, Q1, evidence=PROOF),
        recorded(70, Q2),
    ]
    assert look(*records, as_of=Q3).achieved == 70
    assert look(*records, as_of=Q3, basis=EVIDENCED).achieved == 82


def test_withdrawn_proof_makes_a_result_recorded_only() -> None:
    proven = recorded(4, Q1, evidence=PROOF)
    withdrawn = replace(proven, evidence=())
    assert look(indicator(), proven, as_of=Q2, basis=EVIDENCED).status == Status.ACHIEVED
    assert look(indicator(), withdrawn, as_of=Q2, basis=EVIDENCED).status == Status.NOT_DUE
    assert look(indicator(), withdrawn, as_of=Q2).status == Status.ACHIEVED


def test_a_claim_says_nothing_before_its_day() -> None:
    records = [indicator(cadence=QUARTERLY), claimed(4)]
    half_year = {"reported_on": Q2, "basis": CLAIMED}
    assert look(*records, as_of=Q2 - ONE_DAY, **half_year).status == Status.NOT_REPORTED
    assert look(*records, as_of=Q2, **half_year).status == Status.ACHIEVED
    assert look(*records, as_of=END - ONE_DAY, basis=CLAIMED).status == Status.NOT_REPORTED
    assert look(*records, as_of=END, basis=CLAIMED).status == Status.ACHIEVED


def test_an_override_replaces_the_status_and_stays_visible() -> None:
    promise = indicator(cadence=QUARTERLY)
    for basis in Basis:
        row = look(promise, override(Status.ON_TRACK, "เลื่อนตามคำสั่ง"), as_of=Q2, basis=basis)
        assert row.status == Status.ON_TRACK
        assert row.computed_status == Status.NOT_REPORTED
        assert row.override_reason == "เลื่อนตามคำสั่ง"
        assert row.percent != row.percent


def test_of_two_overrides_the_later_holds_and_no_reason_is_still_seen() -> None:
    both = [override(Status.ON_TRACK, "ก่อน"), override(Status.ACHIEVED, "")]
    row = look(indicator(), *both, as_of=Q2)
    assert (row.status, row.override_reason) == (Status.ACHIEVED, "–")
    assert look(indicator(), as_of=Q2).override_reason == ""


@pytest.mark.parametrize(
    ("start", "end", "fiscal_year"), [(None, None, None), (END, START, None), (None, None, 99_999)]
)
def test_without_any_period_nothing_is_due_and_results_still_count(
    start: date | None, end: date | None, fiscal_year: int | None
) -> None:
    period = measure(start=start, end=end)
    if start is None:
        bare = look(period, indicator(), as_of=END, fiscal_year=fiscal_year)
        assert (bare.status, bare.dues_total) == (Status.NOT_DUE, 0)
    row = look(period, indicator(), claimed(4), as_of=END, basis=CLAIMED, fiscal_year=fiscal_year)
    assert (row.status, row.percent) == (Status.ACHIEVED, 1.0)


AMOUNTS = st.one_of(st.integers(-5, 200), st.floats(-5, 200).map(lambda x: round(x, 3)))
DAYS = st.integers(-40, 420).map(lambda days: START + timedelta(days=days))
PROMISES = st.builds(
    indicator,
    target=st.one_of(st.none(), st.just(0), AMOUNTS),
    comparison=st.sampled_from(["=", ">=", "<="]),
    level=st.booleans(),
    cadence=st.sampled_from([Cadence(), QUARTERLY, Cadence(every_days=7), Cadence(per_year=5)]),
)
RESULTS = st.builds(recorded, AMOUNTS, DAYS, evidence=st.sampled_from([(), PROOF]))


@given(PROMISES, st.lists(RESULTS, max_size=4), DAYS)
def test_percent_is_a_share_or_unknown_with_its_reason(
    promise: Any, results: Any, as_of: date
) -> None:
    frame = assess(tables_of({"r": tracked(promise, *results)}), as_of).indicators
    known = frame["percent"].notna()
    assert frame.loc[known, "percent"].between(0, 1).all()
    assert ((frame["reason"] == "") == known).all()
    achieved = (frame["status"] == Status.ACHIEVED) & known
    assert (frame.loc[achieved, "percent"] == 1).all()


@given(PROMISES, DAYS, st.integers(0, 200))
def test_what_is_expected_never_falls(promise: Any, day: date, later: int) -> None:
    if promise.target is not None and promise.target >= 0:
        expected = [look(promise, as_of=day + timedelta(days=n)).expected for n in (0, later)]
        assert 0 <= expected[0] <= expected[1] <= promise.target
