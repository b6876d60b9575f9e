"""Rows told apart by their keys, as whole numbers that can be counted with."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]


def codes_of(*columns: NDArray[np.generic]) -> Ints:
    """A number from 0 for each row: equal where all columns are equal, in order of appearance."""
    codes: Ints = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        each, values = pd.factorize(column, use_na_sentinel=False)
        codes, _ = pd.factorize(codes * max(len(values), 1) + each)
    return codes.astype(np.int64)


def first_rows(codes: Ints) -> Ints:
    """Of each code, the row where it appears first."""
    first = np.zeros(_size(codes), dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    return first


def rows_in(table: pd.DataFrame, wanted: pd.DataFrame, keys: list[str]) -> Ints:
    """For each row of `wanted` the row of `table` with the same keys, from 0; -1 for none."""
    codes = codes_of(*(_joined(table[key], wanted[key]) for key in keys))
    rows = np.full(_size(codes), -1, dtype=np.int64)
    rows[codes[: len(table)]] = np.arange(len(table))
    return rows[codes[len(table) :]]


def _joined(above: pd.Series, below: pd.Series) -> NDArray[np.object_]:
    return np.concatenate([above.to_numpy(dtype=object), below.to_numpy(dtype=object)])


def _size(codes: Ints) -> int:
    return int(codes.max()) + 1 if len(codes) else 0
