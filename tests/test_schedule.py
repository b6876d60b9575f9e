"""When a promise falls due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.model import Cadence
from ita_data.schedule import add_months, due_dates

START, END = date(2024, 10, 1), date(2025, 9, 30)


@pytest.mark.parametrize(
    ("cadence", "dues"),
    [
        (Cadence(), ["2025-09-30"]),
        (Cadence(every_months=3), ["2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30"]),
        (Cadence(every_months=6), ["2025-03-31", "2025-09-30"]),
        (Cadence(every_months=12), ["2025-09-30"]),
        (Cadence(every_months=5), ["2025-02-28", "2025-07-31"]),
        (Cadence(per_year=1), ["2025-09-30"]),
        (Cadence(per_year=2), ["2025-03-31", "2025-09-30"]),
        (Cadence(per_year=3), ["2025-01-31", "2025-05-31", "2025-09-30"]),
        (
            Cadence(per_year=5),
            ["2024-12-12", "2025-02-23", "2025-05-07", "2025-07-19", "2025-09-30"],
        ),
        (Cadence(every_days=90), ["2024-12-29", "2025-03-29", "2025-06-27", "2025-09-25"]),
    ],
)
def test_due_dates_of_a_fiscal_year(cadence: Cadence, dues: list[str]) -> None:
    assert [str(due) for due in due_dates(START, END, cadence)] == dues


def test_every_week_is_fifty_two_sundays_from_a_monday() -> None:
    monday = date(2024, 9, 30)
    dues = due_dates(monday, monday + timedelta(days=364), Cadence(every_days=7))
    assert len(dues) == 52
    assert {due.isoweekday() for due in dues} == {7}


def test_every_month_ends_with_each_month_also_in_a_leap_year() -> None:
    dues = due_dates(date(2023, 10, 1), date(2024, 9, 30), Cadence(every_months=1))
    assert [due.day for due in dues] == [31, 30, 31, 31, 29, 31, 30, 31, 30, 31, 31, 30]


@pytest.mark.parametrize(
    ("start", "end", "cadence", "dues"),
    [
        # A window that the period cuts off is not owed.
        ("2025-01-01", "2025-08-31", Cadence(every_months=3), ["2025-03-31", "2025-06-30"]),
        ("2024-11-15", "2025-09-30", Cadence(every_months=6), ["2025-05-14"]),
        # A cadence longer than the period is owed once, by its end.
        ("2025-08-01", "2025-09-30", Cadence(every_months=3), ["2025-09-30"]),
        ("2025-06-01", "2025-06-05", Cadence(every_days=7), ["2025-06-05"]),
        ("2025-06-01", "2025-06-07", Cadence(every_days=7), ["2025-06-07"]),
        # Starting at the end of a long month.
        ("2025-01-31", "2025-03-30", Cadence(every_months=1), ["2025-02-27", "2025-03-30"]),
        ("2025-06-01", "2025-06-01", Cadence(), ["2025-06-01"]),
    ],
)  # fmt: skip
def test_due_dates_of_part_of_a_year(
    start: str, end: str, cadence: Cadence, dues: list[str]
) -> None:
    found = due_dates(date.fromisoformat(start), date.fromisoformat(end), cadence)
    assert [str(due) for due in found] == dues


@pytest.mark.parametrize(
    "cadence",
    [
        Cadence(every_months=10**9),
        Cadence(every_months=-3),
        Cadence(every_days=-1),
        Cadence(per_year=0),
    ],
)
def test_senseless_cadences_are_owed_once(cadence: Cadence) -> None:
    assert due_dates(START, END, cadence) == (END,)


def test_more_a_year_than_days_is_owed_day_by_day() -> None:
    dues = due_dates(START, END, Cadence(per_year=50_000))
    assert dues == tuple(START + timedelta(days=day) for day in range(365))


def test_reversed_period_is_refused() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        due_dates(END, START, Cadence())


def test_adding_months_stays_in_the_month() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2024, 10, 1), 12) == date(2025, 10, 1)
    assert add_months(date(2024, 12, 31), 2) == date(2025, 2, 28)


CADENCES = st.one_of(
    st.builds(Cadence, every_months=st.integers(1, 24)),
    st.builds(Cadence, every_days=st.integers(1, 400)),
    st.builds(Cadence, per_year=st.integers(1, 400)),
)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 800), CADENCES)
def test_dues_are_distinct_days_in_order_inside_the_period(
    start: date, days: int, cadence: Cadence
) -> None:
    end = start + timedelta(days=days)
    dues = due_dates(start, end, cadence)
    assert list(dues) == sorted(set(dues))
    assert start <= dues[0]
    assert dues[-1] <= end
    if cadence.per_year:
        assert len(dues) == min(cadence.per_year, days + 1)
        assert dues[-1] == end
