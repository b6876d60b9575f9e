"""A sheet as it stands: every value with its place. All readers give this, nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ita_data.place import Place

Value = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merged range, 1-based and inclusive; its value stands in the top left cell."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One sheet, one table of a document, or the lines between two tables.

    `rows` maps 1-based row numbers to {1-based column: value}; empty cells are left out
    and the numbers are those the officer sees in the file, so a cell's address costs
    nothing. `links` maps (row, column) to where a cell's hyperlinks lead, an address a line.
    `hidden_rows` are hidden by the officer; their values are here all the same.
    `prose` is true where each row is a paragraph, not a table's row.
    """

    sheet: str
    rows: Mapping[int, Mapping[int, Value]]
    merges: tuple[Merge, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    prose: bool = False

    def place(self, row: int | None = None, column: int | None = None) -> Place:
        return Place(sheet=self.sheet, row=row, column=column)

    def cells(self) -> Iterator[tuple[Place, Value]]:
        """Every filled cell, in reading order."""
        for row in sorted(self.rows):
            for column in sorted(self.rows[row]):
                yield self.place(row, column), self.rows[row][column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A file's grids in reading order, with the format its content has (never its name's).

    `files` is how many files the grids come from: more than one for pages put together.
    """

    name: str
    format: str
    grids: tuple[Grid, ...]
    files: int = 1
