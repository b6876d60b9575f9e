"""Tables of the tracking workbook: by the words of their headers, in any order of columns."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ita_data.dates import parse_date
from ita_data.extract.sheet import Sheet
from ita_data.extract.values import amount_of, in_common_era, serial_date, text_of
from ita_data.forms import words
from ita_data.grid import Grid, Value
from ita_data.model import Number
from ita_data.place import Place
from ita_data.thai import squash

_FEWEST_HEADERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingRow:
    """A row by the names of its columns (words.toml); names that the sheet lacks are absent."""

    sheet: Sheet
    number: int
    columns: Mapping[str, int]

    def value(self, name: str) -> Value:
        return self.sheet.value(self.number, self.columns.get(name, 0))

    def text(self, name: str) -> str:
        """The cell's own words; a number without ".0"."""
        value = self.value(name)
        return value if isinstance(value, str) else text_of(value)

    def amount(self, name: str) -> Number | None:
        return amount_of(self.value(name))

    def day(self, name: str, fiscal_year: int | None) -> date | None:
        return day_of(self.value(name), fiscal_year)

    def moment(self, name: str) -> datetime | None:
        try:
            return datetime.fromisoformat(self.text(name))
        except ValueError:
            return None

    def place(self, name: str) -> Place:
        return self.sheet.place(self.number, self.columns.get(name))


def rows_of_table(sheet: Sheet) -> tuple[list[TrackingRow], dict[int, str]]:
    """The rows below the header, and the header's words that are no column of words.toml."""
    known = {squash(text): name for name, text in words()["tracking"]["columns"].items()}
    for row in sheet.row_numbers:
        headers = {at: known.get(squash(text)) for at, text in sheet.texts(row).items()}
        columns = {name: at for at, name in headers.items() if name}
        if "id" in columns and len(columns) >= _FEWEST_HEADERS:
            others = {at: sheet.text(row, at) for at, name in headers.items() if not name}
            below = [number for number in sheet.row_numbers if number > row]
            return [TrackingRow(sheet=sheet, number=n, columns=columns) for n in below], others
    return [], {}


def sheet_named(grids: tuple[Grid, ...], name: str) -> Grid | None:
    """The sheet that this program calls so."""
    wanted = squash(words()["tracking"]["sheets"][name])
    return next((grid for grid in grids if squash(grid.sheet) == wanted), None)


def labelled(sheet: Sheet, name: str) -> Iterator[tuple[int, int]]:
    """The cells beside a label of the agency's sheet."""
    wanted = squash(words()["tracking"]["agency"][name])
    for row in sheet.row_numbers:
        for column, text in sheet.texts(row).items():
            if squash(text) == wanted:
                yield row, column + 1
                break


def day_of(value: Value, fiscal_year: int | None) -> date | None:
    """A day as a true date, a serial number or words."""
    if isinstance(value, date):
        return in_common_era(value)
    if day := serial_date(value):
        return day
    return parse_date(text_of(value), fiscal_year)
