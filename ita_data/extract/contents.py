"""Columns under a header that resembles nothing, known by what stands in every cell.

A guess, and told as one (the finding "column-guessed"): the officer can change it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ita_data.dates import parse_period
from ita_data.extract.by_period import is_period
from ita_data.extract.columns import Column, ticked_status
from ita_data.extract.departments import names_departments
from ita_data.extract.header_guesses import TELLING
from ita_data.extract.tables import Table
from ita_data.loaded import Choices
from ita_data.model import Field

FEWEST_CELLS = 2
# A longer cell is prose that happens to begin like one.
LONGEST_CELL = 120


def known_by_content(table: Table, choices: Choices) -> Table:
    """The table with unknown columns matched by their cells; the officer's own matching stays."""
    said = choices.columns.get(table.signature, {})
    for column in table.columns:
        if column.field or column.certainty or column.column in said or is_period(column.header):
            continue
        if field := _field_of(table, column):
            guess = replace(column, field=field, certainty=TELLING)
            table.columns = tuple(guess if one is column else one for one in table.columns)
    return table


def _field_of(table: Table, column: Column) -> Field | None:
    """The first field that the table lacks and every cell of the column fits."""
    cells = _cells(table, column)
    if len(cells) < FEWEST_CELLS or max(map(len, cells)) > LONGEST_CELL:
        return None
    return next((field for field in _missing(table) if all(map(_FITS[field], cells))), None)


def _cells(table: Table, column: Column) -> Sequence[str]:
    """The column's cells in rows with a title: not those of signatures and notes."""
    titles = [one.column for one in table.columns if one.field == "title"]
    return [
        text
        for sheet, row in table.rows()
        if (text := sheet.text(row, column.column)) and any(sheet.text(row, at) for at in titles)
    ]


def _missing(table: Table) -> Iterator[Field]:
    had = {column.field for column in table.columns}
    for field in _FITS:
        if field not in had and not (field == "period_text" and had & {"start", "end"}):
            yield field


def _is_status(text: str) -> bool:
    return 0 < len(text) <= 2 * len(ticked_status(text))


def _is_period(text: str) -> bool:
    read = parse_period(text, None)
    return read.start is not None and read.end is not None


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://"))


_FITS: dict[Field, Callable[[str], bool]] = {
    "declared_status": _is_status,
    "evidence": _is_address,
    "departments_text": names_departments,
    "period_text": _is_period,
}
