"""Due and done by month of the fiscal year: the heat map."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.model import Basis
from ita_data.progress.assessment import Progress
from ita_data.progress.dues import day_of, days_of
from ita_data.progress.frames import INDICATOR_COLUMNS
from ita_data.progress.keys import Ints, rows_in
from ita_data.progress.results import BASES, INDICATOR_KEYS, Floats, amount_by, flags_of
from ita_data.tables import Tables

MONTHS = 12
OCTOBER = 9
NO_MONTH = np.iinfo(np.int64).min // 2
MONTH_STATE = pd.CategoricalDtype(["covered", "late", "waiting", "done", "none"], ordered=True)


def monthly(tables: Tables, progress: Progress, basis: Basis) -> pd.DataFrame:
    """One row an indicator and month, October to September of the report's fiscal year.

    Columns: report_id, measure_id, indicator_id, month (its first day), due (due dates in
    it), done (amount of the month's results by `as_of`, of a level the latest; NaN for no
    result), state. `state`: late (a due date of the month passed uncovered), waiting (one
    is still to come), covered (all are), done (nothing due, but a result), none.
    Due dates and results outside the fiscal year have no month here; indicators whose
    fiscal year is unknown have no rows.
    """
    october = _octobers(tables)
    size = len(october) * MONTHS
    due, states = _dues(tables, progress, basis, october, size)
    done = _done(tables, progress, basis, october)
    rows = np.arange(len(october)).repeat(MONTHS)
    months = october.repeat(MONTHS) + np.tile(np.arange(MONTHS), len(october))
    columns = {
        "month": months.astype("datetime64[M]").astype("datetime64[s]"),
        "due": due,
        "done": done,
        "state": _state(states, ~np.isnan(done)),
    }
    keys = {name: tables.indicators[name].array.take(rows) for name in INDICATOR_COLUMNS}
    known = (october != NO_MONTH).repeat(MONTHS)
    frame = pd.DataFrame({**keys, **columns})
    return frame.take(np.flatnonzero(known)).reset_index(drop=True)


def _octobers(tables: Tables) -> Ints:
    """Of each indicator the first month of its report's fiscal year, in months from 1970; of
    a report without one, of the fiscal year that its measure starts in."""
    rows = rows_in(tables.agencies, tables.indicators, ["report_id"])
    year = tables.agencies["start"].to_numpy()[rows]
    year = np.where((rows < 0) | np.isnat(year), tables.indicators["start"].to_numpy(), year)
    month = _month(year)
    return np.where(np.isnat(year), NO_MONTH, month - (month - OCTOBER) % MONTHS)


def _month(dates: NDArray[np.datetime64]) -> Ints:
    return dates.astype("datetime64[M]").astype(np.int64)


def _cells(rows: Ints, dates: pd.Series, october: Ints) -> Ints:
    """Place of each date in indicators × months; -1 outside."""
    month = _month(dates.to_numpy()) - october[rows]
    return np.where((month >= 0) & (month < MONTHS), rows * MONTHS + month, -1)


def _dues(
    tables: Tables, progress: Progress, basis: Basis, october: Ints, size: int
) -> tuple[Ints, Ints]:
    """Count of due dates in each cell, and of those by state (cells × states)."""
    due = progress.due
    cells = _cells(rows_in(tables.indicators, due, INDICATOR_KEYS), due["due"], october)
    inside, kinds = cells >= 0, due[basis.value].cat.categories.size
    places = cells[inside] * kinds + due[basis.value].cat.codes.to_numpy()[inside]
    states = np.bincount(places, minlength=size * kinds).reshape(size, kinds)
    return states.sum(axis=1), states


def _done(tables: Tables, progress: Progress, basis: Basis, october: Ints) -> Floats:
    actuals = tables.actuals
    rows, days = rows_in(tables.indicators, actuals, INDICATOR_KEYS), days_of(actuals["on"])
    counts = flags_of(actuals)[BASES.index(basis)] & (rows >= 0) & (days <= day_of(progress.as_of))
    cells = _cells(rows, actuals["on"], october)
    order = np.lexsort((actuals["position"].to_numpy(), days))
    order = order[(counts & (cells >= 0) & actuals["on"].notna().to_numpy())[order]]
    levels = tables.indicators["level"].to_numpy().repeat(MONTHS)
    return amount_by(cells[order], actuals["amount"].to_numpy()[order], levels)


def _state(states: Ints, done: NDArray[np.bool_]) -> pd.Categorical:
    covered, late, waiting = states.T > 0
    codes = np.select([late, waiting, covered, done], [1, 2, 0, 3], default=4)
    return pd.Categorical.from_codes(codes, dtype=MONTH_STATE)
