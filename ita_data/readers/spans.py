"""A table under construction whose cells span rows and columns, as in html."""

from ita_data.grid import Grid, Merge, Value
from ita_data.readers.characters import filled
from ita_data.readers.refusals import refusal
from ita_data.settings import Limits


class SpannedTable:
    """Places each next cell in the first column that no cell above still covers."""

    def __init__(self, limits: Limits, *, height: int) -> None:
        if height > limits.rows:
            raise refusal("too-tall", limit=f"{limits.rows:,}")
        self._limits, self._height = limits, height
        self._rows: dict[int, dict[int, Value]] = {}
        self._merges: list[Merge] = []
        self._covered: dict[int, int] = {}
        self._area = 0
        self.links: dict[tuple[int, int], str] = {}

    def add(self, row: int, *, text: str, width: int, height: int) -> int:
        """Adds a cell and gives its column. Raises UnreadableFile beyond the limits."""
        column = 1
        while self._covered.get(column, 0) >= row:
            column += 1
        width = max(1, min(width, self._limits.columns))
        bottom = min(row + max(1, height) - 1, self._height)
        if column > self._limits.columns:
            raise refusal("too-wide", limit=f"{self._limits.columns:,}")
        for covered in range(column, column + width):
            self._covered[covered] = bottom
        if filled(text):
            self._rows.setdefault(row, {})[column] = text
        if width > 1 or bottom > row:
            self._merge(Merge(top=row, left=column, bottom=bottom, right=column + width - 1))
        return column

    def grid(self, sheet: str) -> Grid:
        return Grid(sheet=sheet, rows=self._rows, merges=tuple(self._merges), links=self.links)

    def _merge(self, merge: Merge) -> None:
        self._merges.append(merge)
        self._area += (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1)
        if len(self._merges) > self._limits.merges:
            raise refusal("too-many-merges", limit=f"{self._limits.merges:,} แห่ง")
        if self._area > self._limits.merged_cells:
            raise refusal("too-many-merges", limit=f"{self._limits.merged_cells:,} เซลล์")
