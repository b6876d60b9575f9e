"""A worksheet whose table rows are written straight to XML.

XlsxWriter keeps every cell as an object until the file is closed; a table of a thousand
measures takes five times as long that way. Titles, formats, charts and page set-up stay
with XlsxWriter; only rows below the header come through here, and only as text, number,
date or empty cell: there is no way to write a formula.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache

from xlsxwriter.worksheet import Worksheet

from ita_data.export.excel.text import CELL_LIMIT, fits_a_cell
from ita_data.place import column_letters

Value = str | int | float | date | None
# Day 0 of a worksheet's serial numbers.
SERIAL_ZERO = date(1899, 12, 30).toordinal()


class RowSheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet with `add_row`; rows must come in order, below what is written otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._ready: list[str] = []

    def add_row(
        self,
        row: int,
        values: Sequence[Value],
        styles: Sequence[int],
        points: float,
        *,
        blanks: bool = True,
    ) -> None:
        """A row (from 0) of values with the numbers of their styles, `points` high.

        `blanks`: empty cells have a style too (a border).
        """
        self._check_dimensions(row, len(values) - 1)
        number = str(row + 1)
        write, text_number = self._ready.append, self._string
        write(f'<row r="{number}" ht="{points:g}" customHeight="1">')
        for value, (cell, empty, string, amount) in zip(values, _cells(tuple(styles)), strict=True):
            if value is None or value == "":
                if blanks:
                    write(f"{cell}{number}{empty}")
            elif isinstance(value, str):
                write(f"{cell}{number}{string}{text_number(value)}</v></c>")
            else:
                write(f"{cell}{number}{amount}{_number(value)}</v></c>")
        write("</row>")

    def _string(self, text: str) -> int:
        """The text's number in the file's list of texts."""
        if len(text) > CELL_LIMIT // 2 and not fits_a_cell(text):
            raise ValueError(f"a text of {len(text)} letters does not fit a cell")
        # XlsxWriter takes "<r>…</r>" for its own markup, and writes it as it is.
        whole = text + " " if text.endswith("</r>") else text
        return int(self.str_table._get_shared_string_index(whole))

    def _write_formula_element(self, formula: str) -> None:
        """The comparison of a conditional format: plain, so there is no newer function of
        Excel to look for in it (which takes XlsxWriter a third of a small workbook)."""
        self._xml_data_element("formula", formula)

    def _write_rows(self) -> None:
        super()._write_rows()
        self.fh.write("".join(self._ready))


@lru_cache(maxsize=512)  # a table has a row of styles for each percent
def _cells(styles: tuple[int, ...]) -> tuple[tuple[str, str, str, str], ...]:
    """Of each column the XML before the row's number, and after it for an empty cell, a
    text and a number."""
    return tuple(
        (
            f'<c r="{column_letters(column)}',
            f'" s="{style}"/>',
            f'" s="{style}" t="s"><v>',
            f'" s="{style}"><v>',
        )
        for column, style in enumerate(styles, start=1)
    )


def _number(value: float | date) -> str:
    if isinstance(value, datetime):
        seconds = value.hour * 3_600 + value.minute * 60 + value.second
        return f"{value.toordinal() - SERIAL_ZERO + seconds / 86_400:.16G}"
    if isinstance(value, date):
        return str(value.toordinal() - SERIAL_ZERO)
    return str(value) if isinstance(value, int) else f"{value:.16G}"
