"""Links, merges and hidden rows of an ods."""

from dataclasses import dataclass, field

from ita_data.grid import Merge
from ita_data.readers.archive import Archive
from ita_data.readers.characters import addresses
from ita_data.readers.markup import Element, attribute, local, tree
from ita_data.readers.sheet_extras import SheetExtras

_CELLS = ("table-cell", "covered-table-cell")


def extras_of(archive: Archive) -> dict[str, SheetExtras]:
    """Extras by sheet name."""
    return {
        attribute(table, "name") or "": _Sheet().extras(table)
        for table in tree(archive.part("content.xml")).iter("{*}table")
    }


@dataclass(slots=True)
class _Sheet:
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def extras(self, table: Element) -> SheetExtras:
        number = 1
        for row in table.iter("{*}table-row"):
            if attribute(row, "visibility") in ("collapse", "filter"):
                # A repeated hidden row is filler below the report: its first number is enough.
                self.hidden_rows.add(number)
            self._row(number, row)
            number += _whole(row, "number-rows-repeated")
        return SheetExtras(
            links=self.links,
            hidden_rows=frozenset(self.hidden_rows),
            merges=tuple(self.merges),
        )

    def _row(self, number: int, row: Element) -> None:
        column = 1
        for cell in (child for child in row if local(child) in _CELLS):
            self._cell(number, column, cell)
            column += _whole(cell, "number-columns-repeated")

    def _cell(self, row: int, column: int, cell: Element) -> None:
        if link := addresses(attribute(link, "href") for link in cell.iter("{*}a")):
            self.links[(row, column)] = link
        bottom = row + _whole(cell, "number-rows-spanned") - 1
        right = column + _whole(cell, "number-columns-spanned") - 1
        if (bottom, right) != (row, column):
            self.merges.append(Merge(top=row, left=column, bottom=bottom, right=right))


def _whole(element: Element, name: str) -> int:
    text = attribute(element, name) or ""
    return int(text) if text.isdecimal() and len(text) < 8 else 1
