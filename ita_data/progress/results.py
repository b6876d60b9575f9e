"""What was achieved on each basis, by a day."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.model import Basis
from ita_data.progress.dues import day_of, days_of
from ita_data.progress.keys import Ints, rows_in
from ita_data.tables import Tables

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

BASES = tuple(Basis)
INDICATOR_KEYS = ["report_id", "indicator_id"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entries:
    """Single results: of which indicator, on which day (NO_DAY without one), how much. `chosen`:
    on each basis those up to a day, by their places, in order of time (of one day: as entered)."""

    rows: Ints
    days: Ints
    amounts: Floats
    chosen: tuple[Ints, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Results:
    """Of n indicators on each basis (n × 3, in the order of `BASES`): the amount achieved,
    NaN where nothing is reported, and whether anything is; and the results one by one."""

    achieved: Floats
    reported: Flags
    entries: Entries


def results_of(tables: Tables, as_of: date) -> Results:
    """Sums of the results up to a day, of levels the latest (of one day: entered last).

    A result without any date counts on every day.
    """
    entries = _entries(tables, as_of)
    rows, amounts = entries.rows, entries.amounts
    levels = tables.indicators["level"].to_numpy()
    columns = [amount_by(rows[each], amounts[each], levels) for each in entries.chosen]
    achieved = np.stack(columns, axis=1)
    return Results(achieved=achieved, reported=~np.isnan(achieved), entries=entries)


def _entries(tables: Tables, as_of: date) -> Entries:
    actuals = tables.actuals
    rows = rows_in(tables.indicators, actuals, INDICATOR_KEYS)
    days = days_of(actuals["on"])
    order = np.lexsort((actuals["position"].to_numpy(), days))
    order = order[((days <= day_of(as_of)) & (rows >= 0))[order]]
    return Entries(
        rows=rows,
        days=days,
        amounts=actuals["amount"].to_numpy(),
        chosen=tuple(order[flags[order]] for flags in flags_of(actuals)),
    )


def flags_of(actuals: pd.DataFrame) -> tuple[Flags, ...]:
    """Which results belong to each basis, in the order of `BASES`."""
    recorded = (actuals["basis"] == Basis.RECORDED.value).to_numpy(dtype=bool)
    claimed = (actuals["basis"] == Basis.CLAIMED.value).to_numpy(dtype=bool)
    return claimed, recorded, recorded & actuals["evidenced"].to_numpy(dtype=bool)


def amount_by(rows: Ints, amounts: Floats, levels: Flags) -> Floats:
    """The amount of each place 0..n-1 that `rows` names, given in order of time: the last
    where `levels` is true, else the sum; NaN where no row names it."""
    size = len(levels)
    sums = np.bincount(rows, weights=amounts, minlength=size)
    latest = np.zeros(size)
    latest[rows] = amounts
    named = np.bincount(rows, minlength=size) > 0
    return np.where(named, np.where(levels, latest, sums), np.nan)
