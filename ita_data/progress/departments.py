"""Indicators by the department that answers for them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ita_data.progress.frames import long_frame, rolled_columns
from ita_data.progress.keys import Ints, codes_of, first_rows, rows_in
from ita_data.progress.rollup import LATE, Found, roll_up
from ita_data.progress.standing import CODE
from ita_data.tables import Tables

NOBODY = ""


def department_frame(tables: Tables, found: Found) -> pd.DataFrame:
    """One row a report, department and basis, in the order the indicators name them."""
    members, names = _answerable(tables)
    ids = tables.indicators["report_id"].to_numpy(object)[members]
    groups = codes_of(ids, names)
    first = first_rows(groups)
    keys = {"report_id": ids[first], "department": names[first]}
    rolled = roll_up(found, members, groups, len(first))
    late = rolled.counts[..., [CODE[status] for status in LATE]].sum(axis=-1)
    columns = {"late": late, **rolled_columns(rolled)}
    return long_frame(pd.DataFrame(keys, dtype="str"), columns)


def _answerable(tables: Tables) -> tuple[Ints, NDArray[np.object_]]:
    """Pairs of indicator (row) and department: its own, else each of its measure's, else
    NOBODY, in the order of the indicators."""
    own = tables.indicators["department"].to_numpy(object)
    rows, shared = _of_measures(tables)
    lonely = np.setdiff1d(np.flatnonzero(pd.isna(own)), rows)
    alone = np.flatnonzero(pd.notna(own))
    members = np.concatenate([alone, rows, lonely])
    names = np.concatenate([own[alone], shared, np.full(len(lonely), NOBODY, dtype=object)])
    order = np.argsort(members, kind="stable")
    return members[order], names[order]


def _of_measures(tables: Tables) -> tuple[Ints, NDArray[np.object_]]:
    """Every indicator without a department of its own, with each of its measure's."""
    keys = ["report_id", "measure_id"]
    open_rows = np.flatnonzero(tables.indicators["department"].isna().to_numpy())
    measures = rows_in(tables.measures, tables.indicators, keys)[open_rows]
    answering = rows_in(tables.measures, tables.responsibles, keys)
    by_measure = np.argsort(answering, kind="stable")
    sorted_measures = answering[by_measure]
    begin = np.searchsorted(sorted_measures, measures, side="left")
    how_many = np.searchsorted(sorted_measures, measures, side="right") - begin
    how_many = np.where(measures >= 0, how_many, 0)
    within = np.arange(how_many.sum()) - np.repeat(np.cumsum(how_many) - how_many, how_many)
    chosen = by_measure[np.repeat(begin, how_many) + within]
    names = tables.responsibles["department"].to_numpy(object)[chosen]
    return np.repeat(open_rows, how_many), names
