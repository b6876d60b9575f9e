"""Frames → lines. Nothing is computed here that the frames do not say already."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import pandas as pd

from ita_data.figures.lines import (
    GAUGES,
    DayStanding,
    DepartmentLine,
    Due,
    IndicatorLine,
    MeasureLine,
    View,
    mean_expected,
)
from ita_data.model import Basis, Indicator, Measure, Number, Status, TrackedReport
from ita_data.progress import Claims, Progress
from ita_data.tables import Tables

_BASES = {basis.value: basis for basis in Basis}


def view_of(tracked: TrackedReport, progress: Progress, basis: Basis, report_id: str) -> View:
    """The lines of one report of the frames, on one basis."""
    reports = _rows(progress.reports, report_id)
    own = next((row for row in reports if row["basis"] == basis.value), {})
    claims = Claims(tracked, progress.as_of)
    lines = _indicator_lines(tracked, progress, basis, report_id, claims)
    return View(
        as_of=progress.as_of,
        basis=basis,
        percents={Basis(row["basis"]): _known(row["percent"]) for row in reports},
        reasons={Basis(row["basis"]): claims.reason(row["reason"]) for row in reports},
        gauges={name: (own[f"gauge_{name}"], own[f"gauge_{name}_of"]) for name in GAUGES},
        measures=_measure_lines(tracked, progress, basis, report_id, lines, claims),
        departments=tuple(
            _department(row) for row in _rows(progress.departments, report_id, basis)
        ),
    )


def day_standing(tables: Tables, progress: Progress, report_id: str) -> DayStanding:
    """Where the whole stands, out of the frames at once: a year's course asks for many days."""
    reports = _rows(progress.reports, report_id)
    return DayStanding(
        percents={Basis(row["basis"]): _known(row["percent"]) for row in reports},
        expected=_known(_expected_shares(tables, progress, report_id).mean()),
    )


def _expected_shares(tables: Tables, progress: Progress, report_id: str) -> "pd.Series[float]":
    """Of each indicator that something is expected of; as `_expected_percent` says."""
    frame = progress.indicators
    frame = frame[(frame["report_id"] == report_id) & (frame["basis"] == Basis.CLAIMED.value)]
    own = tables.indicators[tables.indicators["report_id"] == report_id]
    ceilings = own.loc[own["comparison"] == "<=", "indicator_id"]
    frame = frame[(frame["target"] != 0) & ~frame["indicator_id"].isin(ceilings)]
    return (frame["expected"] / frame["target"]).dropna().clip(upper=1)


def _rows(frame: pd.DataFrame, report_id: str, basis: Basis | None = None) -> list[dict[Any, Any]]:
    chosen = frame["report_id"] == report_id
    if basis is not None:
        chosen &= frame["basis"] == basis.value
    return frame[chosen].to_dict("records")


def _cells(frame: pd.DataFrame, report_id: str, *columns: str) -> Iterable[tuple[Any, ...]]:
    """Some columns of a long frame; whole rows as dictionaries take three times as long."""
    own = frame[frame["report_id"] == report_id]
    return zip(*(own[name].tolist() for name in columns), strict=True)


def _indicator_lines(
    tracked: TrackedReport, progress: Progress, basis: Basis, report_id: str, claims: Claims
) -> dict[str, list[IndicatorLine]]:
    """By measure id."""
    indicators = {indicator.id: indicator for indicator in tracked.indicators}
    measures = {measure.id: measure for measure in tracked.report.measures}
    amounts = _amounts(progress, report_id)
    dues = _dues(progress, basis, report_id)
    found: dict[str, list[IndicatorLine]] = {}
    for row in _rows(progress.indicators, report_id, basis):
        indicator, measure = indicators[row["indicator_id"]], measures[row["measure_id"]]
        line = _indicator(row, indicator, measure, amounts[indicator.id], dues, claims)
        found.setdefault(measure.id, []).append(line)
    return found


def _indicator(
    row: Mapping[Any, Any],
    indicator: Indicator,
    measure: Measure,
    achieved: Mapping[Basis, Number | None],
    dues: Mapping[str, tuple[Due, ...]],
    claims: Claims,
) -> IndicatorLine:
    target, expected = _known(row["target"]), _known(row["expected"])
    return IndicatorLine(
        indicator=indicator,
        measure=measure,
        departments=(indicator.department,) if indicator.department else measure.departments,
        status=Status(row["status"]),
        computed_status=Status(row["computed_status"]),
        override_reason=row["override_reason"],
        target=target,
        expected=expected,
        achieved=achieved,
        percent=_known(row["percent"]),
        expected_percent=_expected_percent(indicator, target, expected),
        reason=claims.reason(row["reason"], [indicator.id]),
        next_due=_day(row["next_due"]),
        late_since=_day(row["overdue_since"]),
        dues=dues.get(indicator.id, ()),
    )


def _expected_percent(
    indicator: Indicator, target: Number | None, expected: Number | None
) -> float | None:
    """None for a ceiling: nothing of it is expected, it is only not to be passed."""
    if not target or expected is None or indicator.comparison == "<=":
        return None
    return min(expected / target, 1)


def _amounts(progress: Progress, report_id: str) -> dict[str, dict[Basis, Number | None]]:
    found: dict[str, dict[Basis, Number | None]] = {}
    columns = ("indicator_id", "basis", "achieved")
    for key, basis, achieved in _cells(progress.indicators, report_id, *columns):
        found.setdefault(key, {})[_BASES[basis]] = _known(achieved)
    return found


def _dues(progress: Progress, basis: Basis, report_id: str) -> dict[str, tuple[Due, ...]]:
    found: dict[str, list[Due]] = {}
    columns = ("indicator_id", "due", "number", "cumulative_target", basis.value)
    for key, day, number, owed, state in _cells(progress.due, report_id, *columns):
        due = Due(day=day.date(), number=number, owed=owed, state=state)
        found.setdefault(key, []).append(due)
    return {key: tuple(dues) for key, dues in found.items()}


def _measure_lines(
    tracked: TrackedReport,
    progress: Progress,
    basis: Basis,
    report_id: str,
    indicators: Mapping[str, list[IndicatorLine]],
    claims: Claims,
) -> tuple[MeasureLine, ...]:
    measures = {measure.id: measure for measure in tracked.report.measures}
    return tuple(
        _measure(
            row, measures[row["measure_id"]], tuple(indicators.get(row["measure_id"], ())), claims
        )
        for row in _rows(progress.measures, report_id, basis)
    )


def _measure(
    row: Mapping[Any, Any], measure: Measure, indicators: tuple[IndicatorLine, ...], claims: Claims
) -> MeasureLine:
    return MeasureLine(
        measure=measure,
        status=Status(row["status"]),
        percent=_known(row["percent"]),
        expected_percent=mean_expected(indicators),
        reason=claims.reason(row["reason"], [one.indicator.id for one in indicators]),
        next_due=_day(row["next_due"]),
        late_since=_day(row["overdue_since"]),
        indicators=indicators,
    )


def _department(row: Mapping[Any, Any]) -> DepartmentLine:
    return DepartmentLine(
        department=row["department"],
        indicators=row["indicators"],
        late=row["late"],
        not_reported=row[f"indicators_{Status.NOT_REPORTED}"],
        percent=_known(row["percent"]),
        reason=row["reason"],
    )


def _known(value: float) -> float | None:
    return None if value is None or value != value else float(value)


def _day(value: datetime) -> date | None:
    return None if pd.isna(value) else value.date()
