"""Reports → tidy frames."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from ita_data import tables as module
from ita_data.model import Basis, Cadence, Decision, Evidence, Status, TrackedReport
from ita_data.settings import Settings
from ita_data.tables import Tables, tables_of
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

FRAMES = ("agencies", "measures", "responsibles", "indicators", "actuals", "overrides")
WHOLE = tracked(
    measure("m1", departments=("สำนักปลัด", "กองคลัง"), departments_text="สำนักปลัด กองคลัง", topic=1),
    measure("m2", number=None, start=None, end=None, declared_status="แล้วเสร็จ"),
    indicator("i1", cadence=Cadence(every_months=3), decision=Decision.ACCEPTED),
    indicator("i2", "m2", target=None, unit="", department="กองช่าง", target_from="result"),
    claimed(3),
    recorded(1, date(2025, 1, 15), "i2", PROOF),
    override(Status.ACHIEVED),
)


def rows(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    """Values with one word for everything missing, dates as text."""
    text = frame.astype(object).where(frame.notna(), None)
    return [
        tuple(str(v.date()) if isinstance(v, pd.Timestamp) else v for v in row)
        for row in text.itertuples(index=False)
    ]


def days(*dates: date) -> tuple[str, ...]:
    return tuple(str(day) for day in dates)


@pytest.mark.parametrize("reports", [{}, {"r1": WHOLE}, {"r1": tracked()}], ids=len)
def test_columns_and_dtypes_are_the_same_whatever_is_in_them(
    reports: dict[str, TrackedReport],
) -> None:
    tables = tables_of(reports)
    for name in FRAMES:
        frame, columns = getattr(tables, name), getattr(module, name.upper())
        assert dict(frame.dtypes) == {
            key: pd.api.types.pandas_dtype(d) for key, d in columns.items()
        }
        assert list(frame.columns) == list(columns)


def test_every_record_is_one_row() -> None:
    tables = tables_of({"r1": WHOLE})
    year = days(START, END)
    assert rows(tables.agencies) == [("r1", "เทศบาลตำบลดอนแก้วใส", "บ้านสมมติ", "ตัวอย่าง", 2568, *year)]
    assert rows(tables.measures) == [
        ("r1", "m1", 1, "มาตรการโปร่งใส", 1, *year, "สำนักปลัด กองคลัง", None, 0),
        ("r1", "m2", None, "มาตรการโปร่งใส", None, *year, "", "แล้วเสร็จ", 1),
    ]
    assert rows(tables.responsibles) == [("r1", "m1", "สำนักปลัด"), ("r1", "m1", "กองคลัง")]
    assert rows(tables.indicators) == [
        ("r1", "m1", "i1", "จัดประชุม", 4.0, "ครั้ง", "=", 3, None, None, False, "typed",
         "accepted", None, *year),
        ("r1", "m2", "i2", "จัดประชุม", None, "", "=", None, None, None, False, "result",
         "proposed", "กองช่าง", *year),
    ]  # fmt: skip
    assert rows(tables.actuals) == [
        ("r1", "i1", "m1", "2025-09-30", 3.0, "claimed", False, "", 0),
        ("r1", "i2", "m2", "2025-01-15", 1.0, "recorded", True, "", 1),
    ]
    assert rows(tables.overrides) == [("r1", "i1", "achieved", "ตรวจแล้ว", "")]


def test_dropped_indicators_and_their_results_are_left_out() -> None:
    tables = tables_of(
        {
            "r1": tracked(
                indicator("i1", decision=Decision.DROPPED),
                indicator("i2", measure_id="gone"),
                indicator("i3"),
                claimed(1, "i1"),
                claimed(2, "i2"),
                claimed(3, "i3"),
                claimed(4, "never-there"),
                override(Status.ACHIEVED, indicator_id="i1"),
            )
        }
    )
    assert list(tables.indicators["indicator_id"]) == ["i3"]
    assert list(tables.actuals["amount"]) == [3.0]
    assert len(tables.overrides) == 0


@pytest.mark.parametrize(
    ("start", "end", "fiscal_year", "period"),
    [
        (date(2025, 1, 1), date(2025, 3, 31), 2568, ("2025-01-01", "2025-03-31")),
        (None, None, 2568, ("2024-10-01", "2025-09-30")),
        (None, date(2025, 3, 31), 2568, ("2024-10-01", "2025-03-31")),
        (date(2025, 4, 1), None, 2568, ("2025-04-01", "2025-09-30")),
        (date(2025, 4, 1), None, None, ("2025-04-01", "2025-09-30")),
        (date(2025, 9, 30), date(2024, 10, 1), 2568, ("2024-10-01", "2025-09-30")),
        (None, None, None, (None, None)),
        (None, None, 99_999, (None, None)),
    ],
)
def test_period_of_a_measure(
    start: date | None, end: date | None, fiscal_year: int | None, period: tuple[str | None, ...]
) -> None:
    report = tracked(measure(start=start, end=end), indicator(), fiscal_year=fiscal_year)
    tables = tables_of({"r1": report})
    for frame in (tables.measures, tables.indicators):
        assert rows(frame[["start", "end"]]) == [period]


@pytest.mark.parametrize(
    ("reported_on", "on"),
    [
        (None, "2025-06-30"),
        (date(2025, 4, 1), "2025-04-01"),
        (date(2025, 10, 9), "2025-06-30"),
        (date(2024, 12, 1), "2025-01-01"),
    ],
)
def test_claims_are_dated_by_the_report_and_the_measure(reported_on: date | None, on: str) -> None:
    period = measure(start=date(2025, 1, 1), end=date(2025, 6, 30))
    report = tracked(period, indicator(), claimed(2), reported_on=reported_on)
    assert rows(tables_of({"r1": report}).actuals[["on"]]) == [(on,)]


def test_a_date_that_the_claim_has_is_kept() -> None:
    report = tracked(indicator(), claimed(2, on=date(2025, 2, 2)), reported_on=date(2025, 1, 1))
    assert rows(tables_of({"r1": report}).actuals[["on"]]) == [("2025-02-02",)]


def test_proof_is_an_address_of_a_recorded_result() -> None:
    day = date(2025, 1, 1)
    report = tracked(
        indicator(),
        recorded(1, day),
        recorded(1, day, evidence=(Evidence(address="  "),)),
        recorded(1, day, evidence=PROOF),
    )
    assert list(tables_of({"r1": report}).actuals["evidenced"]) == [False, False, True]


def test_level_units_are_levels_whatever_was_typed() -> None:
    report = tracked(
        indicator("i1", unit="ร้อยละ"),
        indicator("i2", unit="ครั้ง"),
        indicator("i3", unit="คน", level=True),
        indicator("i4", unit="ช่องทาง"),
    )
    assert list(tables_of({"r": report}).indicators["level"]) == [True, False, True, True]
    none = Settings(level_units=frozenset())
    assert list(tables_of({"r": report}, none).indicators["level"]) == [False, False, True, False]


def test_reports_stand_one_after_another_under_their_ids() -> None:
    tables: Tables = tables_of({"b": tracked(indicator()), "a": tracked(indicator(), claimed(1))})
    assert list(tables.agencies["report_id"]) == ["b", "a"]
    assert rows(tables.indicators[["report_id", "indicator_id"]]) == [("b", "i1"), ("a", "i1")]
    assert rows(tables.actuals[["report_id", "basis"]]) == [("a", Basis.CLAIMED.value)]


@pytest.mark.parametrize("fiscal_year", [544, 99_999, None])
@pytest.mark.parametrize("known", [{"start": START, "end": None}, {"start": None, "end": END}])
def test_one_day_of_a_year_beyond_the_calendar_is_in_its_own_year(
    known: dict[str, date | None], fiscal_year: int | None
) -> None:
    tables = tables_of({"r": tracked(measure(**known), indicator(), fiscal_year=fiscal_year)})
    for frame in (tables.measures, tables.indicators):
        assert rows(frame[["start", "end"]]) == [days(START, END)]
