"""From tables and a day to every status and percent."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from ita_data.model import Basis
from ita_data.progress.departments import department_frame
from ita_data.progress.dues import NO_DAY, Dues, dates_of, dues_of
from ita_data.progress.frames import (
    INDICATOR_COLUMNS,
    STATUS,
    count_columns,
    due_frame,
    long_frame,
    reason_column,
    rolled_columns,
    status_column,
)
from ita_data.progress.gauges import default_basis, gauges
from ita_data.progress.keys import Ints, rows_in
from ita_data.progress.results import BASES, INDICATOR_KEYS, Results, results_of
from ita_data.progress.rollup import Found, RolledUp, count, reasons, roll_up, worst
from ita_data.progress.standing import Standing, standing_of
from ita_data.settings import Settings
from ita_data.tables import Tables

MEASURE_KEYS = ["report_id", "measure_id"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Progress:
    """Where everything stands at the close of `as_of`. Frames in the order of the tables.

    All but `due` have one row for each of the three bases (`basis`: claimed, recorded,
    evidenced, in this order). `percent`: 0..1, NaN unknown, and then `reason` says why in
    Thai ("" else). `status`: ordered category of the values of `Status`. Dates: NaT for none.

    `indicators`: report_id, measure_id, indicator_id, basis, target, expected, achieved,
      ratio, percent, reason, status, computed_status, override_reason, reported, next_due,
      last_due, overdue_since, dues_passed, dues_total.
      `target`, `expected` NaN without a target; `achieved` NaN with nothing reported;
      `ratio` achieved ÷ expected, NaN where nothing is expected yet and for "at most".
      `next_due` is the first due date after `as_of`, `last_due` the last on or before it,
      `overdue_since` the first on or before it that is late (see `due`).
      `status` is the officer's where `override_reason` is not "".
    `measures`: report_id, measure_id, basis, status, percent, reason, indicators,
      with_target, reported (counts), indicators_<status> (counts), next_due, overdue_since.
    `reports`: report_id, basis, percent … overdue_since as in `measures`, measures,
      measures_<status> (counts), gauge_on_track, gauge_with_target, gauge_recorded,
      gauge_evidence, each with its gauge_…_of, default_basis.
      On track: of the indicators that can be judged (a target, and due or reported). The
      other three: of all indicators, the same on each basis; recorded and evidence count
      what is there by `as_of`. `default_basis`: recorded once anything is recorded.
    `departments`: report_id, department ("" where none is named), basis, then as in
      `measures` without status, and late (count of overdue and behind).
    `due`: report_id, measure_id, indicator_id, due, number (from 1), cumulative_target
      (owed by then), claimed, recorded, evidenced: covered, late or waiting by `as_of`. A
      ceiling's is late where it was exceeded at that day's close.
    """

    as_of: date
    indicators: pd.DataFrame
    measures: pd.DataFrame
    reports: pd.DataFrame
    departments: pd.DataFrame
    due: pd.DataFrame

    @property
    def default_basis(self) -> Basis:
        """Recorded once any of these reports has a recorded result, claimed before."""
        recorded = bool((self.reports["default_basis"] == Basis.RECORDED.value).any())
        return Basis.RECORDED if recorded else Basis.CLAIMED


def assess(tables: Tables, as_of: date, settings: Settings | None = None) -> Progress:
    """Every status and percent of these tables at the close of a day."""
    thresholds = (settings or Settings()).thresholds
    dues = dues_of(tables.indicators, as_of)
    results = results_of(tables, as_of)
    standing = standing_of(tables.indicators, dues, results, as_of, thresholds)
    found = _found(tables, dues, results, standing)
    measures = _rolled(tables.measures, tables.indicators, MEASURE_KEYS, found)
    reports = _rolled(tables.agencies, tables.indicators, ["report_id"], found)
    return Progress(
        as_of=as_of,
        indicators=_indicators(tables, dues, results, standing, found),
        measures=_measures(tables, measures),
        reports=_reports(tables, reports, worst(measures.counts)),
        departments=department_frame(tables, found),
        due=due_frame(tables.indicators, dues, standing),
    )


def _found(tables: Tables, dues: Dues, results: Results, standing: Standing) -> Found:
    passed, covered = dues.passed[:, None], standing.covered
    return Found(
        status=_overridden(tables, standing.status),
        percent=standing.percent,
        reported=results.reported,
        with_target=~np.isnan(standing.target),
        next_due=dues.day(dues.passed),
        overdue_since=np.where(covered < passed, dues.day(covered), NO_DAY),
    )


def _overridden(tables: Tables, computed: Ints) -> Ints:
    """The officer's word on a status holds on every basis; of two, the later one."""
    rows = rows_in(tables.indicators, tables.overrides, INDICATOR_KEYS)
    codes = pd.Categorical(tables.overrides["status"], dtype=STATUS).codes
    valid = (rows >= 0) & (codes >= 0)
    status = computed.copy()
    status[rows[valid]] = codes[valid, None]
    return status


def _rolled(
    table: pd.DataFrame, indicators: pd.DataFrame, keys: list[str], found: Found
) -> RolledUp:
    rows = rows_in(table, indicators, keys)
    members = np.flatnonzero(rows >= 0)
    return roll_up(found, members, rows[members], len(table))


def _indicators(
    tables: Tables, dues: Dues, results: Results, standing: Standing, found: Found
) -> pd.DataFrame:
    target = found.with_target.astype(np.int64)[:, None]
    why = reasons(np.ones_like(target), target, results.reported & found.with_target[:, None])
    columns = {
        "target": standing.target,
        "expected": standing.expected,
        "achieved": results.achieved,
        "ratio": standing.ratio,
        "percent": standing.percent,
        "reason": reason_column(why),
        "status": status_column(found.status),
        "computed_status": status_column(standing.status),
        "override_reason": _override_reasons(tables),
        "reported": results.reported,
        "next_due": dates_of(found.next_due),
        "last_due": dates_of(dues.day(dues.passed - 1)),
        "overdue_since": dates_of(found.overdue_since),
        "dues_passed": dues.passed,
        "dues_total": dues.total,
    }
    return long_frame(tables.indicators[INDICATOR_COLUMNS], columns)


def _override_reasons(tables: Tables) -> Any:
    """A reason left empty is shown as a dash, so that the override stays visible."""
    rows = rows_in(tables.indicators, tables.overrides, INDICATOR_KEYS)
    known = rows >= 0
    words = np.full(len(tables.indicators), "", dtype=object)
    words[rows[known]] = tables.overrides["reason"].replace("", "–").to_numpy(object)[known]
    return pd.array(words, dtype="str").repeat(len(BASES))


def _measures(tables: Tables, rolled: RolledUp) -> pd.DataFrame:
    columns = {"status": status_column(worst(rolled.counts)), **rolled_columns(rolled)}
    return long_frame(tables.measures[MEASURE_KEYS], columns)


def _reports(tables: Tables, rolled: RolledUp, measure_status: Ints) -> pd.DataFrame:
    size = len(tables.agencies)
    rows = rows_in(tables.agencies, tables.measures, ["report_id"])
    known = rows >= 0
    columns = {
        **rolled_columns(rolled),
        "measures": np.bincount(rows[known], minlength=size),
        **count_columns("measures", count(rows[known], measure_status[known], size)),
        **gauges(rolled),
        "default_basis": default_basis(tables),
    }
    return long_frame(tables.agencies[["report_id"]], columns)
