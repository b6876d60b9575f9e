"""A grid with its merged cells looked up: what stands where, and what covers what."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ita_data.extract.values import text_of
from ita_data.grid import Grid, Merge, Value
from ita_data.place import Place

_NO_TEXTS: Mapping[int, str] = {}


class Sheet:
    """Reads a Grid the way a person does. Rows and columns are 1-based, as in the file."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.name = grid.sheet
        texts = ((row, _texts_of(grid.rows[row])) for row in sorted(grid.rows))
        self._texts = {row: filled for row, filled in texts if filled}
        self.row_numbers = list(self._texts)

    def __len__(self) -> int:
        return len(self.row_numbers)

    def place(self, row: int, column: int | None = None) -> Place:
        return Place(sheet=self.name, row=row, column=column)

    def value(self, row: int, column: int) -> Value:
        """The cell's own value; None also where another cell covers it."""
        return self.grid.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """The cell's own text; "" also where another cell covers it."""
        return self._texts.get(row, _NO_TEXTS).get(column, "")

    def texts(self, row: int) -> Mapping[int, str]:
        """Own texts of a row by column, filled cells only, from left to right."""
        return self._texts.get(row, _NO_TEXTS)

    def shown(self, row: int) -> dict[int, str]:
        """Texts of a row as seen: a merged cell's text stands in each column it covers."""
        shown = dict(self.texts(row))
        for merge in self._merges_by_row.get(row, ()):
            if text := self.text(merge.top, merge.left):
                shown |= dict.fromkeys(range(merge.left, merge.right + 1), text)
        return dict(sorted(shown.items()))

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The merged range that the cell is part of."""
        merges = self._merges_by_row.get(row, ())
        return next((m for m in merges if m.left <= column <= m.right), None)

    def merges_in(self, row: int) -> Sequence[Merge]:
        """The merged ranges that a row is part of."""
        return self._merges_by_row.get(row, ())

    @cached_property
    def _merges_by_row(self) -> dict[int, list[Merge]]:
        by_row: dict[int, list[Merge]] = {}
        for merge in self.grid.merges:
            for row in range(merge.top, merge.bottom + 1):
                by_row.setdefault(row, []).append(merge)
        return by_row


def _texts_of(cells: Mapping[int, Value]) -> dict[int, str]:
    texts = ((column, text_of(cells[column])) for column in sorted(cells))
    return {column: text for column, text in texts if text}


def width_of(sheet: Sheet, rows: Iterable[int]) -> tuple[int, int]:
    """First and last filled column of some rows; (0, 0) where nothing is filled."""
    columns = [column for row in rows for column in sheet.texts(row)]
    return (min(columns), max(columns)) if columns else (0, 0)
