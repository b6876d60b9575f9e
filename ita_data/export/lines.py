"""What the sheets say, as plain lines, taken once from the frames.

The frames are those of one report (see progress.Progress); a line is a measure, an
indicator or a department, on one basis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from ita_data.model import Actual, Basis, Indicator, Measure, Number, Status, TrackedReport
from ita_data.progress import Progress
from ita_data.words import responsible_words

BASES = tuple(Basis)
Record = dict[str, Any]
# A look-up is a third of what an enumeration takes to find its member.
_BASES = {basis.value: basis for basis in Basis}
_STATUSES = {status.value: status for status in Status}
MEASURE_COLUMNS = ("measure_id", "basis", "status", "percent", "reason")
INDICATOR_COLUMNS = (
    "indicator_id", "basis", "target", "expected", "achieved", "percent", "status",
    "override_reason", "next_due", "overdue_since",
)  # fmt: skip
NOT_REPORTED = f"indicators_{Status.NOT_REPORTED.value}"
DEPARTMENT_COLUMNS = ("department", "basis", "percent", "indicators", "late", NOT_REPORTED)


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

    @cached_property
    def reports(self) -> dict[Basis, Record]:
        """The report's own row of each basis, as in `Progress.reports`."""
        return _by_basis(
            _records(self.progress.reports, [str(name) for name in self.progress.reports])
        )

    @cached_property
    def measures(self) -> list[MeasureLine]:
        records = _records(self.progress.measures, MEASURE_COLUMNS)
        known = {measure.id: measure for measure in self.report.measures}
        return [
            self._measure_line(known[group[0]["measure_id"]], _by_basis(group))
            for group in _groups(records)
        ]

    def _measure_line(self, measure: Measure, found: dict[Basis, Record]) -> MeasureLine:
        chosen = found[self.basis]
        return MeasureLine(
            measure=measure,
            status=_STATUSES[chosen["status"]],
            percents={basis: found[basis]["percent"] for basis in BASES},
            reason=chosen["reason"],
        )

    @cached_property
    def indicators(self) -> list[IndicatorLine]:
        """In the order of the measures; those added later stand with their measure."""
        measures = {measure.id: measure for measure in self.report.measures}
        position = {measure_id: at for at, measure_id in enumerate(measures)}
        known = {indicator.id: indicator for indicator in self.tracked.indicators}
        lines = [
            self._indicator_line(known[group[0]["indicator_id"]], measures, _by_basis(group))
            for group in _groups(_records(self.progress.indicators, INDICATOR_COLUMNS))
        ]
        return sorted(lines, key=lambda line: position[line.measure.id])

    def _indicator_line(
        self, indicator: Indicator, measures: dict[str, Measure], found: dict[Basis, Record]
    ) -> IndicatorLine:
        chosen = found[self.basis]
        return IndicatorLine(
            indicator=indicator,
            measure=measures[indicator.measure_id],
            target=chosen["target"],
            expected=chosen["expected"],
            achieved={basis: found[basis]["achieved"] for basis in BASES},
            percent=chosen["percent"],
            status=_STATUSES[chosen["status"]],
            override_reason=chosen["override_reason"],
            next_due=chosen["next_due"],
            overdue_since=chosen["overdue_since"],
        )

    @cached_property
    def departments(self) -> list[DepartmentLine]:
        """In the order of the frame."""
        return [
            DepartmentLine(
                department=record["department"] or "",
                percent=record["percent"],
                indicators=record["indicators"],
                late=record["late"],
                not_reported=record[NOT_REPORTED],
            )
            for record in _records(self.progress.departments, DEPARTMENT_COLUMNS)
            if record["basis"] == self.basis.value
        ]

    @cached_property
    def months(self) -> dict[str, dict[date, MonthCell]]:
        """By indicator and the first day of the month; months of which nothing is to say
        are left out. Due dates late in a month make it late, else those still to come."""
        states: dict[str, dict[date, list[str]]] = {}
        names = ("indicator_id", "due", self.basis.value)
        for indicator_id, due, state in zip(*_columns(self.progress.due, names), strict=True):
            month = states.setdefault(indicator_id, {}).setdefault(due.replace(day=1), [])
            month.append(state)
        for actual in self.tracked.actuals:
            if self._counts(actual) and actual.on and actual.on <= self.as_of:
                states.setdefault(actual.indicator_id, {}).setdefault(actual.on.replace(day=1), [])
        return {
            indicator_id: {month: _month_cell(found) for month, found in months.items()}
            for indicator_id, months in states.items()
        }

    def _counts(self, actual: Actual) -> bool:
        """Whether a result counts on the chosen basis."""
        if self.basis == Basis.EVIDENCED:
            return actual.basis == Basis.RECORDED and bool(actual.evidence)
        return actual.basis == self.basis


def _month_cell(states: list[str]) -> MonthCell:
    worst = next((state for state in ("late", "waiting", "covered") if state in states), "done")
    return MonthCell(state=worst, due=len(states))


def _by_basis(records: list[Record]) -> dict[Basis, Record]:
    return {_BASES[record["basis"]]: record for record in records}


def _groups(records: list[Record]) -> list[list[Record]]:
    """Three rows, one a basis, for each thing."""
    size = len(BASES)
    return [records[at : at + size] for at in range(0, len(records), size)]


def _records(frame: pd.DataFrame, names: Sequence[str]) -> list[Record]:
    columns = _columns(frame, names)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _columns(frame: pd.DataFrame, names: Sequence[str]) -> list[list[Any]]:
    return [_plain(frame[name]) for name in names]


def _plain(column: pd.Series) -> list[Any]:
    """Python values: dates as dates, and None for what is missing."""
    if column.dtype.kind == "M":
        return list(column.to_numpy().astype("datetime64[D]").tolist())
    values: list[Any] = column.tolist()
    return [None if value != value else value for value in values]
