"""Excel 2003 XML ("XML Spreadsheet"), which older systems still write, often named .xls."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time

from ita_data.grid import Grid, Merge, Value
from ita_data.readers.characters import address, filled, tidy
from ita_data.readers.markup import Element, attribute, local, tree
from ita_data.readers.parts import check_extent
from ita_data.readers.refusals import refusal
from ita_data.settings import Limits


def read(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """One grid a worksheet, numbers and dates with their types. Raises UnreadableFile."""
    sheets = [element for element in tree(data) if local(element) == "Worksheet"]
    if len(sheets) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    return tuple(_Sheet(limits=limits).grid(sheet) for sheet in sheets)


@dataclass(slots=True, kw_only=True)
class _Sheet:
    limits: Limits
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)

    def grid(self, sheet: Element) -> Grid:
        for table in _children(sheet, "Table"):
            self._table(table)
        return Grid(
            sheet=tidy(attribute(sheet, "Name") or ""),
            rows=self.rows,
            merges=tuple(self.merges),
            links=self.links,
            hidden=any((mark.text or "").startswith("Sheet") for mark in sheet.iter("{*}Visible")),
            hidden_rows=frozenset(self.hidden_rows),
        )

    def _table(self, table: Element) -> None:
        number = 0
        for row in _children(table, "Row"):
            number = _whole(row, "Index") or number + 1
            if attribute(row, "Hidden") == "1":
                self.hidden_rows.add(number)
            self._row(number, row)
            # "Span" repeats a row's format, not its cells; the next row stands after it.
            number += _whole(row, "Span")

    def _row(self, number: int, row: Element) -> None:
        column = 0
        for cell in _children(row, "Cell"):
            column = _whole(cell, "Index") or column + 1
            check_extent(number, column, self.limits)
            self._cell(number, column, cell)
            column += _whole(cell, "MergeAcross")

    def _cell(self, row: int, column: int, cell: Element) -> None:
        for data in _children(cell, "Data"):
            if (value := _value(data)) is not None:
                self.rows.setdefault(row, {})[column] = value
        if link := address(attribute(cell, "HRef") or ""):
            self.links[(row, column)] = link
        right, bottom = column + _whole(cell, "MergeAcross"), row + _whole(cell, "MergeDown")
        if (bottom, right) != (row, column):
            check_extent(bottom, right, self.limits)
            self.merges.append(Merge(top=row, left=column, bottom=bottom, right=right))
        if len(self.merges) > self.limits.merges:
            raise refusal("too-many-merges", limit=f"{self.limits.merges:,} แห่ง")


def _value(data: Element) -> Value:
    """A cell's value by its declared type; None where it is empty or an error."""
    text = tidy("".join(data.itertext()))
    kind = attribute(data, "Type")
    if not filled(text) or kind == "Error":
        return None
    try:
        return _typed(text, kind)
    except ValueError:
        return text


def _typed(text: str, kind: str | None) -> Value:
    if kind == "Number":
        number = float(text)
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    if kind == "Boolean":
        return text.strip() == "1"
    if kind == "DateTime":
        return _moment(datetime.fromisoformat(text.strip()))
    return text


def _moment(moment: datetime) -> date | datetime:
    return moment.date() if moment.time() == time() else moment


def _children(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element if local(child) == name)


def _whole(element: Element, name: str) -> int:
    text = attribute(element, name) or ""
    return int(text) if text.isdecimal() and len(text) < 10 else 0
