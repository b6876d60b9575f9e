"""Measures, reports, departments, due dates and months; one agency and many at once."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from ita_data.model import Basis, Cadence, Indicator, Status, TrackedReport
from ita_data.progress import WORST_FIRST, Progress, assess, monthly
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

QUARTERLY = Cadence(every_months=3)
Q1, Q2, Q3 = date(2024, 12, 31), date(2025, 3, 31), date(2025, 6, 30)
FRAMES = ("indicators", "measures", "reports", "departments", "due")
PER_BASIS = FRAMES[:4]


def look(*records: Any, as_of: date, **report: Any) -> Progress:
    return assess(tables_of({"r": tracked(*records, **report)}), as_of)


def rows(frame: pd.DataFrame, basis: Basis = Basis.RECORDED) -> list[Any]:
    return list(frame[frame["basis"] == basis.value].itertuples())


def one(frame: pd.DataFrame, basis: Basis = Basis.RECORDED) -> Any:
    (row,) = rows(frame, basis)
    return row


@pytest.mark.parametrize("place", range(len(WORST_FIRST)))
def test_a_measure_has_the_worst_status_of_its_indicators(place: int) -> None:
    worst, *better = WORST_FIRST[place:]
    promises = [indicator(f"i{n}") for n in range(len(better) + 1)]
    words = [override(status, indicator_id=f"i{n}") for n, status in enumerate([*better, worst])]
    assert one(look(*promises, *words, as_of=Q1).measures).status == worst


def test_worst_first_names_every_status_once() -> None:
    assert sorted(WORST_FIRST) == sorted(Status)


def test_a_measure_counts_its_indicators_by_status() -> None:
    progress = look(
        indicator("i1", target=2),
        indicator("i2", cadence=QUARTERLY),
        indicator("i3", target=None),
        recorded(2, START, "i1"),
        as_of=Q1,
    )
    row = one(progress.measures)
    assert row.status == Status.NOT_REPORTED
    assert (row.indicators, row.with_target, row.reported) == (3, 2, 1)
    counts = {status: getattr(row, f"indicators_{status}") for status in Status}
    assert {status for status, count in counts.items() if count} == {
        Status.ACHIEVED,
        Status.NOT_REPORTED,
        Status.NO_TARGET,
    }
    assert sum(counts.values()) == 3
    assert (row.next_due.date(), row.overdue_since.date()) == (Q2, Q1)


@pytest.mark.parametrize(
    ("targets", "results", "percent", "reason"),
    [
        ([4, 4], {"i0": 4, "i1": 2}, 0.75, ""),
        ([4, 4], {"i0": 8}, 0.5, ""),  # more than all is all; not reported is nothing done
        ([4, None], {"i0": 1}, 0.25, ""),  # no target is not in the mean
        ([4, 4], {}, None, "ยังไม่มีการบันทึกผล"),
        ([4, None], {"i1": 7}, None, "ยังไม่มีการบันทึกผล"),
        ([None, None], {"i1": 7}, None, "ไม่มีเป้าหมายเชิงปริมาณ"),
        ([], {}, None, "ยังไม่มีตัวชี้วัด"),
    ],
)
def test_percent_of_a_measure_and_a_report(
    targets: list[int | None], results: dict[str, int], percent: float | None, reason: str
) -> None:
    promises = [indicator(f"i{n}", target=target) for n, target in enumerate(targets)]
    done = [recorded(amount, START, of) for of, amount in results.items()]
    progress = look(*promises, *done, as_of=END)
    for row in (one(progress.measures), one(progress.reports)):
        assert (None if row.percent != row.percent else row.percent) == percent
        assert row.reason == reason


def test_a_measure_without_indicators_has_no_target() -> None:
    progress = look(as_of=END)
    row = one(progress.measures)
    assert (row.status, row.indicators) == (Status.NO_TARGET, 0)
    assert row.next_due is pd.NaT
    assert len(progress.departments) == len(progress.due) == len(progress.indicators) == 0
    report = one(progress.reports)
    assert (report.measures, report.measures_no_target, report.gauge_recorded_of) == (1, 1, 0)


GAUGED = (
    indicator("i1", target=2),
    indicator("i2", cadence=QUARTERLY),
    indicator("i3", target=None),
    indicator("i4", target=5),
    indicator("i5", target=5),
    claimed(2, "i1"),
    recorded(2, START, "i1", PROOF),
    recorded(1, START, "i3"),
    recorded(1, START, "i4"),
)


def gauge(row: Any, name: str) -> tuple[int, int]:
    return getattr(row, f"gauge_{name}"), getattr(row, f"gauge_{name}_of")


def test_the_four_gauges() -> None:
    row = one(look(*GAUGED, as_of=Q1).reports)
    # i1 achieved, i4 on track, i2 not reported; i3 has no target, i5 is not due
    assert gauge(row, "on_track") == (2, 3)
    assert gauge(row, "with_target") == (4, 5)
    assert gauge(row, "recorded") == (3, 5)
    assert gauge(row, "evidence") == (1, 5)


def test_recorded_and_evidence_are_the_same_whatever_the_basis() -> None:
    progress = look(*GAUGED, as_of=Q1)
    for basis in Basis:
        row = one(progress.reports, basis)
        assert (gauge(row, "recorded"), gauge(row, "evidence")) == ((3, 5), (1, 5))
    assert gauge(one(progress.reports, Basis.EVIDENCED), "on_track") == (1, 2)


def test_measures_of_a_report_by_status() -> None:
    progress = look(
        measure("m1"),
        measure("m2"),
        indicator("i1", "m1"),
        indicator("i2", "m2"),
        recorded(4, START, "i1"),
        as_of=END,
    )
    row = one(progress.reports)
    assert (row.measures, row.measures_achieved, row.measures_not_reported) == (2, 1, 1)
    assert (row.indicators_achieved, row.indicators_not_reported) == (1, 1)


def test_recorded_is_the_basis_once_anything_is_recorded() -> None:
    reports = {
        "new": tracked(indicator(), claimed(4)),
        "begun": tracked(indicator(), claimed(4), recorded(1, Q3)),
    }
    progress = assess(tables_of(reports), Q1)
    shown = progress.reports.groupby("report_id")["default_basis"].unique()
    assert {key: list(value) for key, value in shown.items()} == {
        "new": [Basis.CLAIMED],
        "begun": [Basis.RECORDED],
    }
    assert progress.default_basis == Basis.RECORDED
    assert look(indicator(), claimed(4), as_of=END).default_basis == Basis.CLAIMED


def test_departments_answer_for_their_own_and_for_shared_indicators() -> None:
    progress = look(
        measure("m1", departments=("สำนักปลัด", "กองคลัง")),
        measure("m2"),
        indicator("i1", "m1"),
        indicator("i2", "m1", department="กองช่าง", target=2),
        indicator("i3", "m2"),
        recorded(1, START, "i1"),
        recorded(1, START, "i2"),
        as_of=END,
    )
    found = {row.department: row for row in rows(progress.departments)}
    assert list(found) == ["สำนักปลัด", "กองคลัง", "กองช่าง", ""]
    assert {name: (row.indicators, row.late) for name, row in found.items()} == {
        "สำนักปลัด": (1, 1),
        "กองคลัง": (1, 1),
        "กองช่าง": (1, 1),
        "": (1, 0),
    }
    assert (found["กองช่าง"].percent, found["กองคลัง"].percent) == (0.5, 0.25)
    assert found[""].indicators_not_reported == 1
    assert found[""].reason == "ยังไม่มีการบันทึกผล"


def due_rows(progress: Progress) -> list[tuple[str, float, str]]:
    due = progress.due
    days = due["due"].dt.strftime("%Y-%m-%d")
    return list(zip(days, due["cumulative_target"], due["recorded"], strict=True))


def test_due_dates_are_covered_late_or_waiting() -> None:
    progress = look(indicator(cadence=QUARTERLY), recorded(1, START), as_of=Q2)
    assert due_rows(progress) == [
        ("2024-12-31", 1.0, "covered"),
        ("2025-03-31", 2.0, "late"),
        ("2025-06-30", 3.0, "waiting"),
        ("2025-09-30", 4.0, "waiting"),
    ]
    assert list(progress.due["claimed"]) == ["late", "late", "waiting", "waiting"]
    assert list(progress.due["number"]) == [1, 2, 3, 4]


def test_work_done_ahead_covers_what_is_to_come() -> None:
    progress = look(indicator(cadence=QUARTERLY), recorded(3, START), as_of=Q1)
    assert list(progress.due["recorded"]) == ["covered", "covered", "covered", "waiting"]


@pytest.mark.parametrize(
    ("values", "amount", "states"),
    [
        ({"level": True, "target": 80}, 80, ["covered"] * 4),
        ({"level": True, "target": 80}, 79, ["late", "late", "waiting", "waiting"]),
        ({"comparison": "<="}, 4, ["covered", "covered", "waiting", "waiting"]),
        ({"comparison": "<="}, 5, ["late", "late", "waiting", "waiting"]),  # from the first day
    ],
)
def test_levels_and_ceilings_are_owed_whole(
    values: dict[str, Any], amount: int, states: list[str]
) -> None:
    promise = indicator(cadence=QUARTERLY, **values)
    progress = look(promise, recorded(amount, START), as_of=Q2)
    assert list(progress.due["recorded"]) == states
    assert set(progress.due["cumulative_target"]) == {promise.target}


MONTHLY = Cadence(every_months=1)
AT_MOST_FIVE = indicator(target=5, comparison="<=", cadence=MONTHLY)


@pytest.mark.parametrize(
    ("promise", "amounts", "as_of", "states", "since"),
    [
        # exceeded after the last due date that has passed
        (AT_MOST_FIVE, [(2, "10-15"), (4, "05-05")], "05-06", "ccccccc", None),
        # exceeded on a due date, and once more after it
        (AT_MOST_FIVE, [(2, "10-15"), (4, "01-31"), (1, "02-10")], "03-01", "cccll", "01-31"),
        # told for the first time when it no longer held; and when it still did
        (AT_MOST_FIVE, [(6, "12-15")], "12-31", "lll", "10-31"),
        (AT_MOST_FIVE, [(3, "12-15"), (3, "12-16")], "12-31", "ccl", "12-31"),
        # a level that came back: what stood on each day counts
        (
            replace(AT_MOST_FIVE, level=True),
            [(3, "10-15"), (8, "11-20"), (9, "12-01"), (4, "12-31")],
            "01-31",
            "clcc",
            "11-30",
        ),
        (
            replace(AT_MOST_FIVE, target=0, comparison="="),
            [(0, "10-15"), (1, "12-01")],
            "12-31",
            "ccl",
            "12-31",
        ),
    ],
)
def test_a_ceiling_keeps_the_due_dates_on_which_it_held(
    promise: Indicator,
    amounts: list[tuple[int, str]],
    as_of: str,
    states: str,
    since: str | None,
) -> None:
    results = [recorded(amount, of_the_year(day)) for amount, day in amounts]
    progress = look(promise, *results, as_of=of_the_year(as_of))
    told = "".join(state[0] for state in progress.due["recorded"] if state != "waiting")
    assert told == states
    for frame in (progress.indicators, progress.measures):
        found = one(frame).overdue_since
        assert (None if pd.isna(found) else found.date()) == (since and of_the_year(since))


def of_the_year(month_and_day: str) -> date:
    month, day = map(int, month_and_day.split("-"))
    return date(2024 if month >= 10 else 2025, month, day)


def months(*records: Any, as_of: date, **report: Any) -> dict[str, tuple[int, float | None, str]]:
    """Month → due, done, state; of months with anything in them."""
    tables = tables_of({"r": tracked(*records, **report)})
    frame = monthly(tables, assess(tables, as_of), Basis.RECORDED)
    assert len(frame) == 12 * len(tables.indicators)
    return {
        f"{row.month:%Y-%m}": (row.due, None if row.done != row.done else row.done, row.state)
        for row in frame[frame["state"] != "none"].itertuples()
    }


def test_months_show_what_was_due_and_what_was_done() -> None:
    results = [
        recorded(0.5, date(2024, 11, 1)),
        recorded(0.5, date(2024, 11, 30)),
        recorded(9, date(2025, 4, 1)),  # after the day looked at
        recorded(9, date(2024, 9, 30), evidence=PROOF),  # before the fiscal year
    ]
    found = months(indicator(target=40, cadence=QUARTERLY), *results, as_of=Q2)
    assert found == {
        "2024-11": (0, 1.0, "done"),
        "2024-12": (1, None, "covered"),
        "2025-03": (1, None, "late"),
        "2025-06": (1, None, "waiting"),
        "2025-09": (1, None, "waiting"),
    }


def test_of_a_level_the_month_shows_the_latest() -> None:
    results = [recorded(70, date(2025, 1, 20)), recorded(60, date(2025, 1, 10))]
    found = months(indicator(target=60, level=True), *results, as_of=Q2)
    assert found == {"2025-01": (0, 70.0, "done"), "2025-09": (1, None, "covered")}


def test_a_part_of_many_due_dates_in_a_month_is_late_or_waiting() -> None:
    weekly = indicator(target=52, cadence=Cadence(every_days=7))
    found = months(weekly, recorded(4, START), as_of=date(2024, 11, 6))
    assert found["2024-10"] == (4, 4.0, "covered")
    assert found["2024-11"] == (4, None, "late")
    ahead = months(weekly, recorded(5, START), as_of=date(2024, 11, 6))
    assert ahead["2024-11"] == (4, None, "waiting")


def test_months_without_a_fiscal_year_are_those_the_measure_starts_in() -> None:
    period = measure(start=date(2025, 1, 1), end=date(2025, 3, 31))
    found = months(period, indicator(), as_of=Q1, fiscal_year=None)
    assert found == {"2025-03": (1, None, "waiting")}
    unknown = tables_of(
        {"r": tracked(measure(start=None, end=None), indicator(), fiscal_year=None)}
    )
    assert len(monthly(unknown, assess(unknown, Q1), Basis.RECORDED)) == 0


def test_no_reports_give_the_same_columns() -> None:
    empty, filled = assess(tables_of({}), Q1), look(indicator(), recorded(1, START), as_of=Q1)
    for name in FRAMES:
        none, some = getattr(empty, name), getattr(filled, name)
        assert len(none) == 0
        assert dict(none.dtypes) == dict(some.dtypes), name
    assert empty.default_basis == Basis.CLAIMED
    assert len(monthly(tables_of({}), empty, Basis.RECORDED)) == 0


INDICATORS = st.builds(
    indicator,
    st.sampled_from(["i1", "i2", "i3"]),
    st.sampled_from(["m1", "m2"]),
    target=st.sampled_from([None, 0, 1, 4, 80]),
    comparison=st.sampled_from(["=", ">=", "<="]),
    level=st.booleans(),
    cadence=st.sampled_from([Cadence(), QUARTERLY, Cadence(per_year=7)]),
    department=st.sampled_from([None, "กองช่าง"]),
)
RESULTS = st.builds(
    recorded,
    st.integers(0, 90),
    st.sampled_from([START, Q1, Q2, Q3]),
    st.sampled_from(["i1", "i2", "i3"]),
    st.sampled_from([(), PROOF]),
)
MEASURES = st.builds(
    measure,
    st.just("m1"),
    start=st.sampled_from([START, Q2, None]),
    end=st.sampled_from([END, Q3, None]),
    departments=st.sampled_from([(), ("สำนักปลัด",), ("สำนักปลัด", "กองคลัง")]),
)


@st.composite
def reports(draw: st.DrawFn) -> TrackedReport:
    promises = draw(st.lists(INDICATORS, max_size=3, unique_by=lambda each: each.id))
    results = draw(st.lists(RESULTS, max_size=5))
    words = draw(st.lists(st.just(override(Status.WATCH)), max_size=1))
    return tracked(draw(MEASURES), measure("m2"), *promises, *results, *words)


@settings(max_examples=40)
@given(st.lists(reports(), min_size=1, max_size=4), st.integers(-30, 400))
def test_many_agencies_at_once_are_as_each_alone(all_of: list[TrackedReport], days: int) -> None:
    as_of = START + timedelta(days=days)
    named = {f"r{n}": report for n, report in enumerate(all_of)}
    tables = tables_of(named)
    together = assess(tables, as_of)
    alone_tables = [tables_of({key: report}) for key, report in named.items()]
    alone = [assess(each, as_of) for each in alone_tables]
    for name in FRAMES:
        one_by_one = pd.concat([getattr(each, name) for each in alone], ignore_index=True)
        assert_frame_equal(getattr(together, name), one_by_one)
    by_month = [
        monthly(each, progress, Basis.EVIDENCED)
        for each, progress in zip(alone_tables, alone, strict=True)
    ]
    assert_frame_equal(
        monthly(tables, together, Basis.EVIDENCED), pd.concat(by_month, ignore_index=True)
    )
