"""Columns that only their neighbours explain.

Two under one header, merged over both: a number beside its title, the first day beside the
last. And "แล้วเสร็จ" right of "เริ่ม", which elsewhere is a status.
"""

from dataclasses import replace
from itertools import pairwise

from ita_data.extract.columns import Column
from ita_data.extract.headers import EXACT
from ita_data.extract.numbers import number_of
from ita_data.extract.tables import Table
from ita_data.loaded import Choices
from ita_data.model import Field

Fields = tuple[Field | None, Field | None]


def told_apart(table: Table, choices: Choices) -> Table:
    """The table with such columns told apart; the officer's own matching stays."""
    said = choices.columns.get(table.signature, {})
    columns = list(table.columns)
    for at, (first, second) in enumerate(pairwise(table.columns)):
        matched = said.keys() & {first.column, second.column}
        fields = None if matched else _fields_of(table, first, second)
        if fields:
            columns[at] = replace(first, field=fields[0], certainty=EXACT)
            columns[at + 1] = replace(second, field=fields[1], certainty=EXACT)
    table.columns = tuple(columns)
    return table


def _are_one(first: Column, second: Column) -> bool:
    beside = second.column == first.column + 1 and second.field is None
    return beside and bool(first.header) and first.header == second.header


def _fields_of(table: Table, first: Column, second: Column) -> Fields | None:
    named = {column.field for column in table.columns}
    if first.field == "start" and second.field == "declared_status" and "end" not in named:
        return "start", "end"
    if not _are_one(first, second):
        return None
    if first.field == "title" and "number" not in named and _holds_numbers(table, first):
        return "number", "title"
    if first.field == "period_text" and not named & {"start", "end"}:
        return "start", "end"
    return None


def _holds_numbers(table: Table, column: Column) -> bool:
    cells = table.texts_in(column.column)
    return bool(cells) and all(number_of(text) is not None for text in cells)
