"""What the sheets say, as plain lines, taken once from the frames.

The frames are those of one report (see progress.Progress); a line is a measure, an
indicator or a department, on one basis.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd

from ita_data.model import Actual, Basis, Indicator, Measure, Number, Status, TrackedReport
from ita_data.progress import Claims, Progress
from ita_data.words import responsible_words

BASES = tuple(Basis)
Record = dict[str, Any]
# A look-up is a third of what an enumeration takes to find its member.
_STATUSES = {status.value: status for status in Status}
INDICATOR_COLUMNS = (
    "indicator_id", "status", "target", "expected", "percent", "override_reason", "next_due",
    "overdue_since",
)  # fmt: skip
NOT_REPORTED = f"indicators_{Status.NOT_REPORTED.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureLine:
    """`percents` on each basis, None unknown; `status` and `reason` on the chosen one."""

    measure: Measure
    status: Status
    percents: Mapping[Basis, float | None]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorLine:
    """`achieved` on each basis, None where nothing is reported; the rest on the chosen one."""

    indicator: Indicator
    measure: Measure
    target: Number | None
    expected: float | None
    achieved: Mapping[Basis, float | None]
    percent: float | None
    status: Status
    override_reason: str
    next_due: date | None
    overdue_since: date | None

    @property
    def departments(self) -> tuple[str, ...]:
        """Who answers: its own department, else each of its measure's."""
        own = self.indicator.department
        return (own,) if own else self.measure.departments

    @property
    def department(self) -> str:
        return ", ".join(self.departments)

    @property
    def responsible(self) -> str:
        """Whose it is; the file's own words where no department was recognised."""
        named = [self.department] if self.department else []
        return responsible_words(named, self.measure.departments_text)


@dataclass(frozen=True, slots=True, kw_only=True)
class DepartmentLine:
    """A department's indicators on the chosen basis; `department` "" where none is named.
    `late`: behind or overdue."""

    department: str
    percent: float | None
    indicators: int
    late: int
    not_reported: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthCell:
    """Of an indicator's month: how many due dates, and late, waiting or covered; done where
    nothing is due but a result was entered."""

    state: str
    due: int


class Lines:
    """One report's progress on one basis, in lines."""

    def __init__(self, tracked: TrackedReport, progress: Progress, basis: Basis) -> None:
        self.tracked = tracked
        self.report = tracked.report
        self.progress = progress
        self.basis = basis
        self.as_of = progress.as_of

        self._of_basis = slice(BASES.index(basis), None, len(BASES))

    @cached_property
    def reports(self) -> dict[Basis, Record]:
        """The report's own row of each basis, as in `Progress.reports`, with the reasons that
        the screen gives."""
        frame = self.progress.reports
        names = frame.columns.tolist()
        rows = frame.to_numpy(dtype=object).tolist()  # at once: its columns are many and short
        records = [dict(zip(names, _known(row), strict=True)) for row in rows]
        for record in records:
            record["reason"] = self._why(record["reason"])
        return dict(zip(BASES, records, strict=True))

    @cached_property
    def _claims(self) -> Claims:
        return Claims(self.tracked, self.as_of)

    @cached_property
    def _indicator_ids(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for indicator in self.tracked.indicators:
            found.setdefault(indicator.measure_id, []).append(indicator.id)
        return found

    def _why(self, reason: str, measure_id: str | None = None) -> str:
        """Why a percent is unknown, in the screen's words; None: of the whole report."""
        if not reason:
            return ""
        ids = None if measure_id is None else self._indicator_ids.get(measure_id, [])
        return self._claims.reason(reason, ids)

    @cached_property
    def measures(self) -> list[MeasureLine]:
        frame, known = self.progress.measures, {m.id: m for m in self.report.measures}
        columns = (
            _by_basis(_column(frame, "percent")),
            *(_column(frame, name, self._of_basis) for name in ("measure_id", "status", "reason")),
        )
        return [
            MeasureLine(
                measure=known[measure_id],
                status=_STATUSES[status],
                percents=percents,
                reason=self._why(reason, measure_id),
            )
            for percents, measure_id, status, reason in zip(*columns, strict=True)
        ]

    @cached_property
    def indicators(self) -> list[IndicatorLine]:
        """In the order of the measures; those added later stand with their measure."""
        measures = {measure.id: measure for measure in self.report.measures}
        position = {measure_id: at for at, measure_id in enumerate(measures)}
        known = {indicator.id: indicator for indicator in self.tracked.indicators}
        frame = self.progress.indicators
        achieved = _by_basis(_column(frame, "achieved"))
        columns = [_column(frame, name, self._of_basis) for name in INDICATOR_COLUMNS]
        lines = [
            IndicatorLine(
                indicator=known[indicator_id],
                measure=measures[known[indicator_id].measure_id],
                achieved=on_each,
                status=_STATUSES[status],
                target=target,
                expected=expected,
                percent=percent,
                override_reason=reason,
                next_due=due,
                overdue_since=since,
            )
            for on_each, indicator_id, status, target, expected, percent, reason, due, since in zip(
                achieved, *columns, strict=True
            )
        ]
        return sorted(lines, key=lambda line: position[line.measure.id])

    @cached_property
    def departments(self) -> list[DepartmentLine]:
        """In the order of the frame."""
        names = ("department", "percent", "indicators", "late", NOT_REPORTED)
        columns = (_column(self.progress.departments, name, self._of_basis) for name in names)
        return [
            DepartmentLine(
                department=department or "",
                percent=percent,
                indicators=indicators,
                late=late,
                not_reported=not_reported,
            )
            for department, percent, indicators, late, not_reported in zip(*columns, strict=True)
        ]

    @cached_property
    def months(self) -> dict[str, dict[date, MonthCell]]:
        """By indicator and the first day of the month; months of which nothing is to say
        are left out. Due dates late in a month make it late, else those still to come."""
        states: dict[str, dict[date, list[str]]] = {}
        names = ("indicator_id", "due", self.basis.value)
        dues = [_column(self.progress.due, name) for name in names]
        for indicator_id, due, state in zip(*dues, strict=True):
            months = states.setdefault(indicator_id, {})
            months.setdefault(_first_day(due), []).append(state)
        for actual in self.tracked.actuals:
            if self._counts(actual) and actual.on and actual.on <= self.as_of:
                states.setdefault(actual.indicator_id, {}).setdefault(_first_day(actual.on), [])
        return {
            indicator_id: {month: _month_cell(tuple(found)) for month, found in months.items()}
            for indicator_id, months in states.items()
        }

    def _counts(self, actual: Actual) -> bool:
        """Whether a result counts on the chosen basis."""
        if self.basis == Basis.EVIDENCED:
            return actual.basis == Basis.RECORDED and bool(actual.evidence)
        return actual.basis == self.basis


@lru_cache(maxsize=1_024)  # the same days and states stand at many indicators
def _first_day(day: date) -> date:
    return day.replace(day=1)


@lru_cache(maxsize=1_024)
def _month_cell(states: tuple[str, ...]) -> MonthCell:
    worst = next((state for state in ("late", "waiting", "covered") if state in states), "done")
    return MonthCell(state=worst, due=len(states))


def _by_basis(values: list[Any]) -> list[dict[Basis, Any]]:
    """Of each thing the values on the bases; a frame has three rows of it, in their order."""
    first, second, third = BASES
    on_each = (values[at :: len(BASES)] for at in range(len(BASES)))
    return [{first: a, second: b, third: c} for a, b, c in zip(*on_each, strict=True)]


def _column(frame: pd.DataFrame, name: str, rows: slice = slice(None)) -> list[Any]:
    """Python values: dates as dates, and None for what is missing."""
    values = frame[name].array[rows]
    # Its own way to a list is many times slower, here and below.
    if isinstance(values, pd.Categorical):
        words = [*values.categories.tolist(), None]
        return [words[code] for code in values.codes.tolist()]
    if values.dtype.kind == "M":
        return list(values.to_numpy().astype("datetime64[D]").tolist())
    return _known(values.to_numpy().tolist())


def _known(values: list[Any]) -> list[Any]:
    return [None if value != value else value for value in values]
