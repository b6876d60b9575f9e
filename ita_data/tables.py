"""Reports → tidy frames: one row an agency, measure, indicator, result; the same for thousands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from ita_data.dates import fiscal_year_bounds, fiscal_year_of
from ita_data.model import Actual, Basis, Decision, Indicator, Measure, Report, TrackedReport
from ita_data.settings import Settings

Row = tuple[Any, ...]
Period = tuple[date | None, date | None]
NO_PERIOD: Period = (None, None)

# Columns and dtypes of each frame; the same where a frame is empty.
AGENCIES = {
    "report_id": "str",
    "agency": "str",
    "district": "str",
    "province": "str",
    "fiscal_year": "Int64",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
}
MEASURES = {
    "report_id": "str",
    "measure_id": "str",
    "number": "Int64",
    "title": "str",
    "topic": "Int64",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "departments_text": "str",
    "declared_status": "str",
    "position": "int64",
}
RESPONSIBLES = {"report_id": "str", "measure_id": "str", "department": "str"}
INDICATORS = {
    "report_id": "str",
    "measure_id": "str",
    "indicator_id": "str",
    "name": "str",
    "target": "float64",
    "unit": "str",
    "comparison": "str",
    "every_months": "Int64",
    "every_days": "Int64",
    "per_year": "Int64",
    "level": "bool",
    "target_from": "str",
    "decision": "str",
    "department": "str",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
}
ACTUALS = {
    "report_id": "str",
    "indicator_id": "str",
    "measure_id": "str",
    "on": "datetime64[s]",
    "amount": "float64",
    "basis": "str",
    "evidenced": "bool",
    "note": "str",
    "position": "int64",
}
OVERRIDES = {
    "report_id": "str",
    "indicator_id": "str",
    "status": "str",
    "reason": "str",
    "by": "str",
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tables:
    """Tidy frames of many reports; columns and dtypes are the constants of this module.

    Keys: `report_id`; with it `measure_id`; with it `indicator_id`. Rows stand in the order
    of the reports given and, within one, in the report's own order (`position`, from 0).
    Missing: NaN in text and `target`, NA in whole numbers, NaT in dates. Text that the
    record holds as "" stays "".

    `agencies.start`, `.end`: the fiscal year's first and last day. A measure's (and so its
    indicators') `start`, `end` are never reversed and never half known: what the report
    does not say is the fiscal year's, and NaT only where that too is unknown.
    `indicators`: dropped ones and those of a measure no longer in the report are left out,
    and with them their `actuals` and `overrides`. `target` is NaN where there is none,
    `department` NaN where the measure's departments answer.
    `actuals.on`: claims are dated as docs/adr/0002 says; NaT where no period is known.
    `actuals.basis`: "claimed" or "recorded"; `evidenced` is true of recorded results only.
    """

    agencies: pd.DataFrame
    measures: pd.DataFrame
    responsibles: pd.DataFrame
    indicators: pd.DataFrame
    actuals: pd.DataFrame
    overrides: pd.DataFrame


def tables_of(reports: Mapping[str, TrackedReport], settings: Settings | None = None) -> Tables:
    """The frames of reports by their ids.

    `settings.level_units` are levels whatever the indicator says: adding up percentages or
    channels would report what nobody did.
    """
    levels = (settings or Settings()).level_units
    rows = [_Rows(report_id, tracked, levels) for report_id, tracked in reports.items()]
    return Tables(
        agencies=_frame(AGENCIES, (row.agency() for row in rows)),
        measures=_frame(MEASURES, (row for each in rows for row in each.measures())),
        responsibles=_frame(RESPONSIBLES, (row for each in rows for row in each.responsibles())),
        indicators=_frame(INDICATORS, (row for each in rows for row in each.indicators())),
        actuals=_frame(ACTUALS, (row for each in rows for row in each.actuals())),
        overrides=_frame(OVERRIDES, (row for each in rows for row in each.overrides())),
    )


class _Rows:
    """The rows of one report."""

    def __init__(self, report_id: str, tracked: TrackedReport, levels: frozenset[str]) -> None:
        self.id = report_id
        self.tracked = tracked
        self.levels = levels
        self.periods = {m.id: period_of(m, tracked.report) for m in tracked.report.measures}
        self.kept = {i.id: i for i in tracked.indicators if self._is_kept(i)}

    def _is_kept(self, indicator: Indicator) -> bool:
        return indicator.decision != Decision.DROPPED and indicator.measure_id in self.periods

    def agency(self) -> Row:
        report = self.tracked.report
        period = _bounds(report.fiscal_year)
        place = (report.agency, report.district, report.province)
        return (self.id, *place, report.fiscal_year, *period)

    def measures(self) -> Iterator[Row]:
        for position, m in enumerate(self.tracked.report.measures):
            period = self.periods[m.id]
            said = (m.departments_text, m.declared_status, position)
            yield (self.id, m.id, m.number, m.title, m.topic, *period, *said)

    def responsibles(self) -> Iterator[Row]:
        for measure in self.tracked.report.measures:
            yield from ((self.id, measure.id, each) for each in dict.fromkeys(measure.departments))

    def indicators(self) -> Iterator[Row]:
        for i in self.kept.values():
            promise = (i.name, i.target, i.unit, i.comparison)
            cadence = (i.cadence.every_months, i.cadence.every_days, i.cadence.per_year)
            level = i.level or i.unit in self.levels
            origin = (i.target_from, i.decision.value, i.department or None)
            keys = (self.id, i.measure_id, i.id)
            yield (*keys, *promise, *cadence, level, *origin, *self.periods[i.measure_id])

    def actuals(self) -> Iterator[Row]:
        for position, actual in enumerate(self.tracked.actuals):
            if indicator := self.kept.get(actual.indicator_id):
                keys = (self.id, indicator.id, indicator.measure_id)
                result = (self._day(actual, indicator), actual.amount, actual.basis.value)
                yield (*keys, *result, _is_proven(actual), actual.note, position)

    def overrides(self) -> Iterator[Row]:
        for o in self.tracked.overrides:
            if o.indicator_id in self.kept:
                yield (self.id, o.indicator_id, o.status.value, o.reason, o.by)

    def _day(self, actual: Actual, indicator: Indicator) -> date | None:
        return result_day(actual, self.periods[indicator.measure_id], self.tracked.reported_on)


def result_day(actual: Actual, period: Period, reported_on: date | None) -> date | None:
    """A result without a date stands for the day the report was handed in, within the period
    of its measure; else for the period's last day. None: no day is known."""
    start, end = period
    if actual.on or start is None or end is None:
        return actual.on or reported_on
    return max(start, min(end, reported_on)) if reported_on else end


def period_of(measure: Measure, report: Report) -> Period:
    """First and last day of a measure; what is missing or reversed is the fiscal year's.

    Where the report names no year, or one beyond the calendar, the year in which the day that
    is known falls. Both days or none.
    """
    known = measure.start or measure.end
    bounds = _bounds(report.fiscal_year)
    if known and bounds == NO_PERIOD:
        bounds = _bounds(fiscal_year_of(known))
    start, end = measure.start or bounds[0], measure.end or bounds[1]
    return bounds if start is None or end is None or end < start else (start, end)


def _bounds(fiscal_year: int | None) -> Period:
    """NO_PERIOD also for a year beyond the calendar, which a file may well name."""
    try:
        return fiscal_year_bounds(fiscal_year) if fiscal_year else NO_PERIOD
    except ValueError:
        return NO_PERIOD


def _is_proven(actual: Actual) -> bool:
    proofs = any(evidence.address.strip() for evidence in actual.evidence)
    return actual.basis == Basis.RECORDED and proofs


def _frame(columns: Mapping[str, str], rows: Iterable[Row]) -> pd.DataFrame:
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    named = zip(columns.items(), values, strict=True)
    return pd.DataFrame({name: _column(each, dtype) for (name, dtype), each in named})


def _column(values: tuple[Any, ...], dtype: Any) -> Any:
    if dtype in {"str", "Int64"}:
        return pd.array(list(values), dtype=dtype)
    return np.array(values, dtype=dtype)
