"""A worksheet whose table rows are written straight to XML.

XlsxWriter keeps every cell as an object until the file is closed; a table of a thousand
measures takes ten times as long that way. Titles, formats, charts and page set-up stay
with XlsxWriter; only rows below the header come through here, and only as text, number,
date or empty cell: there is no way to write a formula.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, repeat
from math import isfinite
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ita_data.export.excel.text import Value, cell_text, fits_a_cell
from ita_data.place import column_letters

# The number that a style has in the file: a column's, or one for each of its values.
Style = int | Mapping[Value, int]
# Day 0 of a worksheet's serial numbers.
SERIAL_ZERO = date(1899, 12, 30).toordinal()
# A cell that holds the number of its text in the file's list.
AS_TEXT = ' t="s"><v>'


class RowSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with `add_rows`; rows must come in order, below what is written otherwise."""

    dim_rowmax: Any  # XlsxWriter's: the last row, None before there is one

    def __init__(self) -> None:
        super().__init__()
        self._ready: list[str] = []
        self._first_ready = self.xls_rowmax

    def merge_across(self, row: int, columns: int) -> None:
        """The row's first cells as one. XlsxWriter also writes each cell that is covered, which
        only a border would show."""
        if columns > 1:
            self.merge.append([row, 0, row, columns - 1])

    def add_rows(
        self,
        first: int,
        columns: Sequence[Sequence[Value]],
        styles: Sequence[Style],
        points: Sequence[float],
        *,
        blanks: bool = True,
    ) -> None:
        """Rows from `first` (from 0) on, each as high as `points` says. They come as columns:
        what a value looks like is told once, and a table says the same words in many rows.

        `blanks`: empty cells have a style too (a border).
        """
        if not points:
            return
        self._first_ready = min(self._first_ready, first)
        self._check_dimensions(first, len(columns) - 1)
        self._check_dimensions(first + len(points) - 1, len(columns) - 1)
        numbers = [*map(str, range(first + 1, first + 1 + len(points)))]
        heads = (
            f'{n}" ht="{high:g}" customHeight="1">' for n, high in zip(numbers, points, strict=True)
        )
        pieces: list[Iterable[str]] = [repeat('<row r="'), heads]
        for at, (values, style) in enumerate(zip(columns, styles, strict=True), start=1):
            begin, ends = f'<c r="{column_letters(at)}', self._ends(values, style, blanks)
            of_values = map(ends.__getitem__, values)
            if all(ends.values()):
                pieces += [repeat(begin), numbers, of_values]
            else:
                cells = zip(numbers, of_values, strict=True)
                pieces.append([f"{begin}{n}{end}" if end else "" for n, end in cells])
        rows = zip(*pieces, repeat("</row>"), strict=False)  # what repeats has no end
        xml = "".join(chain.from_iterable(rows))
        self.str_table.count += xml.count(AS_TEXT)
        self._ready.append(xml)

    def _ends(self, values: Sequence[Value], style: Style, blanks: bool) -> dict[Value, str]:
        """Of each value in a column what its cell is after the row's number; "" is no cell."""
        known = self.str_table.string_table
        ends: dict[Value, str] = {}
        for value in dict.fromkeys(values):
            number = style if isinstance(style, int) else style[value]
            if isinstance(value, str) and value:
                at = known.get(value) or self._string(value)
                ends[value] = f'" s="{number}"{AS_TEXT}{at}</v></c>'
            elif value or value == 0:
                ends[value] = f'" s="{number}"><v>{_number(value)}</v></c>'
            else:
                ends[value] = f'" s="{number}"/>' if blanks else ""
        return ends

    def _string(self, text: str) -> int:
        """The number in the file's list of texts of one that may not be there yet."""
        text = cell_text(text)
        if not fits_a_cell(text):
            raise ValueError(f"a text of {len(text)} letters does not fit a cell")
        at = int(self.str_table._get_shared_string_index(text))
        self.str_table.count -= 1  # cells are counted when they are written
        return at

    def _write_formula_element(self, formula: str) -> None:
        """The comparison of a conditional format: plain, so there is no newer function of
        Excel to look for in it (which takes XlsxWriter a third of a small workbook)."""
        self._xml_data_element("formula", formula)

    def _write_rows(self) -> None:
        if any(cells and row >= self._first_ready for row, cells in self.table.items()):
            raise ValueError("a cell below the rows of a table would not be in the file")
        # XlsxWriter looks at every row down to the last; those below the header are ready.
        last = self.dim_rowmax
        self.dim_rowmax = min(last, self._first_ready - 1)
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.write("".join(self._ready))


def _number(value: Any) -> str:
    """A number as it stands in the file; of a day, or of a moment in it, the worksheet's."""
    if isinstance(value, int):
        return f"{value:d}"
    if isinstance(value, date):
        days = value.toordinal() - SERIAL_ZERO
        if not isinstance(value, datetime):
            return str(days)
        value = days + (value.hour * 3_600 + value.minute * 60 + value.second) / 86_400
    if not isfinite(value):
        raise ValueError(f"a cell holds no {value}")
    return float.__repr__(value)  # each digit that the number has, a subclass of it too
