"""The cells of one sheet that findings are about: filled, and a sign put before their row."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from ita_data.export.marked.parts import Parts
from ita_data.export.marked.styles import Fills
from ita_data.findings import Finding
from ita_data.place import column_letters

CellMarks = list[Finding]
Cell = tuple[int, int]
SIGN = "●"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What is to be said at a cell (row, column, both from 1)."""

    cell: Cell
    findings: tuple[Finding, ...]


def mark_cells(package: Parts, part: str, findings: CellMarks, fills: Fills) -> list[Comment]:
    """Fills the findings' cells and signs their rows; gives the comments that belong there."""
    root = package.tree(part)
    sheet = _Cells(root)
    by_cell: dict[Cell, list[Finding]] = {}
    for finding in findings:
        by_cell.setdefault(sheet.cell_of(finding), []).append(finding)
    for (row, column), said in sorted(by_cell.items()):
        cell = sheet.at(row, column)
        cell.set("s", str(fills.filled(int(cell.get("s") or 0), said[0].severity)))
    for row in sorted({row for row, _ in by_cell}):
        sheet.sign(row)
    package.put(part, root)
    return [Comment(cell=cell, findings=tuple(by_cell[cell])) for cell in sorted(by_cell)]


class _Cells:
    """A worksheet's rows and cells by number, also where the file leaves the numbers out."""

    def __init__(self, root: Any) -> None:
        self._data = root.find("{*}sheetData")
        if self._data is None:
            raise ValueError("the part is no worksheet")
        self._space = self._data.tag.rpartition("}")[0] + "}"
        self._rows = dict(_numbered_rows(self._data))
        self._merges = [_range(each.get("ref", "")) for each in root.iter("{*}mergeCell")]
        self._columns: dict[int, dict[int, Any]] = {}

    def cell_of(self, finding: Finding) -> Cell:
        """Where a finding is shown: its cell (of a merged range the first), else the first
        filled cell of its row, or of the sheet."""
        place = finding.place
        row, column = (place.row, place.column) if place else (None, None)
        if row is None:
            row = next((n for n in sorted(self._rows) if self._first_filled(n)), 1)
        if column is None:
            column = self._first_filled(row) or 1
        merge = self._merge_of(row, column)
        return (merge[0], merge[1]) if merge else (row, column)

    def at(self, row: int, column: int) -> Any:
        """The cell, made in its place where the file has none."""
        cells = self._cells(row)
        if column not in cells:
            cell = etree.Element(f"{self._space}c", r=f"{column_letters(column)}{row}")
            if style := self._row(row).get("s"):
                cell.set("s", style)
            before = sum(other < column for other in cells)
            self._row(row).insert(before, cell)
            cells[column] = cell
        return cells[column]

    def sign(self, row: int) -> None:
        """The sign in the cell before the row's first filled one, where that one is free."""
        first = self._first_filled(row)
        if not first or first == 1 or self._merge_of(row, first - 1):
            return
        cell = self.at(row, first - 1)
        cell.set("t", "inlineStr")
        inline = etree.SubElement(cell, f"{self._space}is")
        etree.SubElement(inline, f"{self._space}t").text = SIGN

    def _first_filled(self, row: int) -> int | None:
        cells = self._cells(row) if row in self._rows else {}
        return next((column for column in sorted(cells) if _is_filled(cells[column])), None)

    def _row(self, number: int) -> Any:
        if number not in self._rows:
            row = etree.Element(f"{self._space}row", r=str(number))
            self._data.insert(sum(other < number for other in self._rows), row)
            self._rows[number] = row
        return self._rows[number]

    def _cells(self, row: int) -> dict[int, Any]:
        if row not in self._columns:
            self._columns[row] = dict(_numbered_cells(self._row(row), row))
        return self._columns[row]

    def _merge_of(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        inside = (m for m in self._merges if m and m[0] <= row <= m[2] and m[1] <= column <= m[3])
        return next(inside, None)


def _is_filled(cell: Any) -> bool:
    return any(child.tag.rpartition("}")[2] in ("v", "is", "f") for child in cell)


def _numbered_rows(data: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for row in data.iterchildren("{*}row"):
        number = int(row.get("r") or number + 1)
        row.set("r", str(number))
        yield number, row


def _numbered_cells(row: Any, number: int) -> Iterable[tuple[int, Any]]:
    column = 0
    for cell in row.iterchildren("{*}c"):
        found = _ADDRESS.fullmatch(cell.get("r") or "")
        column = _column(found[1]) if found else column + 1
        cell.set("r", f"{column_letters(column)}{number}")
        yield column, cell


def _range(reference: str) -> tuple[int, int, int, int] | None:
    """B4:D6 → (4, 2, 6, 4)."""
    ends = _ADDRESS.findall(reference.replace("$", ""))
    if len(ends) != 2:
        return None
    (left, top), (right, bottom) = ends
    return int(top), _column(left), int(bottom), _column(right)


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
