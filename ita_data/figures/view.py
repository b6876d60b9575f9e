"""One report on one day and one basis, as plain lines in the report's order: what every
figure and page of it is drawn from. Nothing is computed here that the frames already say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pandas as pd

from ita_data.model import Basis, Indicator, Measure, Number, Status, TrackedReport
from ita_data.progress import Progress

LATE = (Status.OVERDUE, Status.BEHIND)
NEEDS_WORK = (*LATE, Status.NOT_REPORTED)
ON_PLAN = (Status.ACHIEVED, Status.ON_TRACK)
GAUGES = ("on_track", "with_target", "recorded", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One due date of an indicator; `owed` is the amount owed by then in all, `state` covered,
    late or waiting on the view's basis."""

    day: date
    number: int
    owed: Number
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """An indicator and where it stands. Amounts and percents None: unknown, see `reason`.

    `achieved` holds the amount on each basis; the rest is of the view's basis. `percent` and
    `expected_percent` are 0..1 of the target.
    """

    indicator: Indicator
    measure: Measure
    departments: tuple[str, ...]
    status: Status
    computed_status: Status
    override_reason: str
    target: Number | None
    expected: Number | None
    achieved: Mapping[Basis, Number | None]
    percent: float | None
    expected_percent: float | None
    reason: str
    next_due: date | None
    late_since: date | None
    dues: tuple[Due, ...]

    @property
    def next_waiting(self) -> Due | None:
        """The next due date that what is done does not cover yet; None where there is none."""
        return next((due for due in self.dues if due.state == "waiting"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """A measure, where it stands, and its indicators."""

    measure: Measure
    status: Status
    percent: float | None
    expected_percent: float | None
    reason: str
    next_due: date | None
    late_since: date | None
    indicators: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentLine:
    """A department ("" where none is named): its indicators, those late, its percent."""

    department: str
    indicators: int
    late: int
    not_reported: int
    percent: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown of one report. `percents` has all three bases, `gauges` (count, of how
    many) by the names of GAUGES."""

    as_of: date
    basis: Basis
    percents: Mapping[Basis, float | None]
    reasons: Mapping[Basis, str]
    gauges: Mapping[str, tuple[int, int]]
    measures: tuple[MeasureLine, ...]
    departments: tuple[DepartmentLine, ...]

    @property
    def indicators(self) -> tuple[IndicatorLine, ...]:
        """Of all measures, in the report's order."""
        return tuple(line for measure in self.measures for line in measure.indicators)

    def of_status(self, *wanted: Status) -> tuple[IndicatorLine, ...]:
        """The indicators of these statuses."""
        return tuple(line for line in self.indicators if line.status in wanted)


def view_of(tracked: TrackedReport, progress: Progress, basis: Basis, report_id: str) -> View:
    """The lines of one report of the frames, on one basis."""
    reports = _rows(progress.reports, report_id)
    own = next((row for row in reports if row["basis"] == basis.value), {})
    lines = _indicator_lines(tracked, progress, basis, report_id)
    return View(
        as_of=progress.as_of,
        basis=basis,
        percents={Basis(row["basis"]): _known(row["percent"]) for row in reports},
        reasons={Basis(row["basis"]): row["reason"] for row in reports},
        gauges={name: (own[f"gauge_{name}"], own[f"gauge_{name}_of"]) for name in GAUGES},
        measures=_measure_lines(tracked, progress, basis, report_id, lines),
        departments=tuple(
            _department(row) for row in _rows(progress.departments, report_id, basis)
        ),
    )


def _rows(frame: pd.DataFrame, report_id: str, basis: Basis | None = None) -> list[dict[Any, Any]]:
    chosen = frame["report_id"] == report_id
    if basis is not None:
        chosen &= frame["basis"] == basis.value
    return frame[chosen].to_dict("records")


def _indicator_lines(
    tracked: TrackedReport, progress: Progress, basis: Basis, report_id: str
) -> dict[str, list[IndicatorLine]]:
    """By measure id."""
    indicators = {indicator.id: indicator for indicator in tracked.indicators}
    measures = {measure.id: measure for measure in tracked.report.measures}
    amounts = _amounts(progress, report_id)
    dues = _dues(progress, basis, report_id)
    found: dict[str, list[IndicatorLine]] = {}
    for row in _rows(progress.indicators, report_id, basis):
        indicator, measure = indicators[row["indicator_id"]], measures[row["measure_id"]]
        line = _indicator(row, indicator, measure, amounts[indicator.id], dues)
        found.setdefault(measure.id, []).append(line)
    return found


def _indicator(
    row: Mapping[Any, Any],
    indicator: Indicator,
    measure: Measure,
    achieved: Mapping[Basis, Number | None],
    dues: Mapping[str, tuple[Due, ...]],
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
        reason=row["reason"],
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
    for row in _rows(progress.indicators, report_id):
        found.setdefault(row["indicator_id"], {})[Basis(row["basis"])] = _known(row["achieved"])
    return found


def _dues(progress: Progress, basis: Basis, report_id: str) -> dict[str, tuple[Due, ...]]:
    found: dict[str, tuple[Due, ...]] = {}
    for row in _rows(progress.due, report_id):
        due = Due(
            day=row["due"].date(),
            number=row["number"],
            owed=row["cumulative_target"],
            state=row[basis.value],
        )
        found[row["indicator_id"]] = (*found.get(row["indicator_id"], ()), due)
    return found


def _measure_lines(
    tracked: TrackedReport,
    progress: Progress,
    basis: Basis,
    report_id: str,
    indicators: Mapping[str, list[IndicatorLine]],
) -> tuple[MeasureLine, ...]:
    measures = {measure.id: measure for measure in tracked.report.measures}
    return tuple(
        _measure(row, measures[row["measure_id"]], tuple(indicators.get(row["measure_id"], ())))
        for row in _rows(progress.measures, report_id, basis)
    )


def _measure(
    row: Mapping[Any, Any], measure: Measure, indicators: tuple[IndicatorLine, ...]
) -> MeasureLine:
    return MeasureLine(
        measure=measure,
        status=Status(row["status"]),
        percent=_known(row["percent"]),
        expected_percent=mean_expected(indicators),
        reason=row["reason"],
        next_due=_day(row["next_due"]),
        late_since=_day(row["overdue_since"]),
        indicators=indicators,
    )


def mean_expected(lines: tuple[IndicatorLine, ...]) -> float | None:
    """How much of their targets should be reached by now: the mark beside a percent."""
    known = [line.expected_percent for line in lines if line.expected_percent is not None]
    return sum(known) / len(known) if known else None


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
