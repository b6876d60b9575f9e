"""A worksheet whose table rows are written straight to XML.

XlsxWriter keeps every cell as an object until the file is closed; a table of a thousand
measures takes five times as long that way. Titles, formats, charts and page set-up stay
with XlsxWriter; only rows below the header come through here, and only as text, number,
date or empty cell: there is no way to write a formula.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ita_data.export.excel.text import CELL_LIMIT, fits_a_cell
from ita_data.place import column_letters

Value = str | int | float | date | None
# Day 0 of a worksheet's serial numbers.
SERIAL_ZERO = date(1899, 12, 30).toordinal()
# Stands in the XML of a row where its number goes; no XML has this character.
_ROW = "\0"


class RowSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with `add_row`; rows must come in order, below what is written otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._ready: list[str] = []

    def add_row(
        self,
        row: int,
        values: Sequence[Value],
        styles: tuple[int, ...],
        points: float,
        *,
        blanks: bool = True,
    ) -> None:
        """A row (from 0) of values with the numbers of their styles, `points` high.

        `blanks`: empty cells have a style too (a border).
        """
        self._check_dimensions(row, len(values) - 1)
        kinds = tuple([_KINDS[v.__class__] if v or v == 0 else None for v in values])
        form = _form(styles, kinds, blanks).replace(_ROW, str(row + 1))
        self._ready.append(form % (points, *self._written(values, kinds)))

    def _written(self, values: Sequence[Any], kinds: tuple[type | None, ...]) -> list[float]:
        """What stands in the cells that are not empty: numbers, of texts those in the list."""
        known = self.str_table.string_table
        self.str_table.count += kinds.count(str)
        return [
            value if kind in _PLAIN
            else (known.get(value) or self._string(value)) if kind is str
            else _serial(value)
            for value, kind in zip(values, kinds, strict=True) if kind
        ]  # fmt: skip

    def _string(self, text: str) -> int:
        """The number in the file's list of texts of one that may not be there yet."""
        if len(text) > CELL_LIMIT // 2 and not fits_a_cell(text):
            raise ValueError(f"a text of {len(text)} letters does not fit a cell")
        # XlsxWriter takes "<r>…</r>" for its own markup, and writes it as it is.
        whole = text + " " if text.endswith("</r>") else text
        self.str_table.count -= 1
        return int(self.str_table._get_shared_string_index(whole))

    def _write_formula_element(self, formula: str) -> None:
        """The comparison of a conditional format: plain, so there is no newer function of
        Excel to look for in it (which takes XlsxWriter a third of a small workbook)."""
        self._xml_data_element("formula", formula)

    def _write_rows(self) -> None:
        super()._write_rows()
        self.fh.write("".join(self._ready))


class _Kinds(dict[type, type]):
    """As what a value is written, by its class."""

    def __missing__(self, found: type) -> type:
        kinds = (str, date, int, float)
        self[found] = kind = next(kind for kind in kinds if issubclass(found, kind))
        return kind


_KINDS = _Kinds()
_PLAIN = (int, float)


@lru_cache(maxsize=2_048)  # a table has a row of styles for each percent
def _form(styles: tuple[int, ...], kinds: tuple[type | None, ...], blanks: bool) -> str:
    """A row's XML with _ROW for its number, and its height and values to be filled in."""
    cells = []
    for column, (style, kind) in enumerate(zip(styles, kinds, strict=True), start=1):
        cell = f'<c r="{column_letters(column)}{_ROW}" s="{style}"'
        if kind:
            value = {str: ' t="s"><v>%d', int: "><v>%d"}.get(kind, "><v>%.16G")
            cells.append(f"{cell}{value}</v></c>")
        elif blanks:
            cells.append(f"{cell}/>")
    return f'<row r="{_ROW}" ht="%g" customHeight="1">{"".join(cells)}</row>'


def _serial(value: date) -> float:
    """The worksheet's number of a day, or of a moment in it."""
    days = value.toordinal() - SERIAL_ZERO
    if not isinstance(value, datetime):
        return days
    return days + (value.hour * 3_600 + value.minute * 60 + value.second) / 86_400
