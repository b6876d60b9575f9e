"""Arrays → the frames that others use; every column name and dtype of `Progress` is made here."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from ita_data.progress.dues import Dues, dates_of, each_due
from ita_data.progress.keys import Ints
from ita_data.progress.results import BASES, Flags
from ita_data.progress.rollup import REASONS, RolledUp
from ita_data.progress.standing import STATUSES, Standing

Columns = Mapping[str, Any]

INDICATOR_COLUMNS = ["report_id", "measure_id", "indicator_id"]
BASIS = pd.CategoricalDtype([basis.value for basis in BASES], ordered=True)
STATUS = pd.CategoricalDtype([status.value for status in STATUSES], ordered=True)
REASON = pd.CategoricalDtype(list(REASONS))
# Whether an amount covers what was owed by a due date; "late" only once that date is there.
DUE_STATE = pd.CategoricalDtype(["covered", "late", "waiting"], ordered=True)


def long_frame(keys: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    """One row for each row of `keys` and basis, in this order. Values are arrays of rows × 3,
    of rows (the same on each basis), or ready columns."""
    size = len(keys)
    repeated: dict[str, Any] = {str(name): keys[name].array.repeat(len(BASES)) for name in keys}
    basis = pd.Categorical.from_codes(np.tile(np.arange(len(BASES)), size), dtype=BASIS)
    values = {name: _flat(value, size) for name, value in columns.items()}
    return pd.DataFrame({**repeated, "basis": basis, **values})


def _flat(values: Any, size: int) -> Any:
    if not isinstance(values, np.ndarray):
        return values
    column = values[:, None] if values.ndim == 1 else values
    return np.broadcast_to(column, (size, len(BASES))).reshape(-1)


def status_column(codes: Ints) -> pd.Categorical:
    return pd.Categorical.from_codes(codes.reshape(-1), dtype=STATUS)


def reason_column(codes: Ints) -> pd.Categorical:
    return pd.Categorical.from_codes(codes.reshape(-1), dtype=REASON)


def count_columns(prefix: str, counts: Ints) -> dict[str, Ints]:
    """`prefix_achieved`, `prefix_on_track` …: counts of rows × bases × statuses by status."""
    return {f"{prefix}_{status}": counts[..., code] for code, status in enumerate(STATUSES)}


def rolled_columns(rolled: RolledUp) -> dict[str, Any]:
    """What measures, reports and departments have in common."""
    return {
        "percent": rolled.percent,
        "reason": reason_column(rolled.reason),
        "indicators": rolled.indicators,
        "with_target": rolled.with_target,
        "reported": rolled.reported,
        **count_columns("indicators", rolled.counts),
        "next_due": dates_of(rolled.next_due),
        "overdue_since": dates_of(rolled.overdue_since),
    }


def due_frame(indicators: pd.DataFrame, dues: Dues, standing: Standing) -> pd.DataFrame:
    """One row an indicator and due date."""
    rows, number = each_due(dues.total)
    covered = number[:, None] < standing.covered[rows]
    held, first = standing.held, np.cumsum(dues.total) - dues.total
    covered[first[held.rows] + held.numbers] = held.held
    target, total = indicators["target"].to_numpy()[rows], dues.total[rows]
    keys = {name: indicators[name].array.take(rows) for name in INDICATOR_COLUMNS}
    return pd.DataFrame(
        {
            **keys,
            "due": dates_of(dues.days[dues.offset[rows] + number]),
            "number": number + 1,
            "cumulative_target": np.where(
                standing.stepped[rows], target * (number + 1) / total, target
            ),
            **_due_states(number < dues.passed[rows], covered),
        }
    )


def _due_states(passed: Flags, covered: Flags) -> dict[str, pd.Categorical]:
    states = np.where(passed, 1, 2)
    return {
        basis.value: pd.Categorical.from_codes(
            np.where(covered[:, column], 0, states), dtype=DUE_STATE
        )
        for column, basis in enumerate(BASES)
    }
