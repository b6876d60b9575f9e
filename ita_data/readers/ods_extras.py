"""Links, merges and hidden rows of an ods."""

from dataclasses import dataclass, field

from ita_data.grid import Merge
from ita_data.readers.archive import Archive
from ita_data.readers.characters import addresses
from ita_data.readers.markup import Element, attribute, local, tree
from ita_data.readers.refusals import megabytes, refusal
from ita_data.readers.sheet_extras import SheetExtras
from ita_data.settings import Limits

_CELLS = ("table-cell", "covered-table-cell")


def extras_of(archive: Archive, limits: Limits) -> dict[str, SheetExtras]:
    """Extras by sheet name. Raises UnreadableFile where few elements stand for too many
    cells or too much text: calamine would write them all out."""
    repeats = _Repeats(limits)
    return {
        attribute(table, "name") or "": _Sheet(repeats=repeats).extras(table)
        for table in tree(archive.part("content.xml")).iter("{*}table")
    }


@dataclass(slots=True)
class _Repeats:
    """What the repeated cells of all sheets come to."""

    limits: Limits
    cells: int = 0
    letters: int = 0

    def add(self, cell: Element, times: int) -> None:
        if times > 1 and (len(cell) or attribute(cell, "value-type")):
            self.cells += times
            self.letters += times * sum(map(len, cell.itertext()))
        if self.cells > self.limits.cells:
            raise refusal("too-many-cells", limit=f"{self.limits.cells:,}")
        if self.letters > self.limits.text_bytes:
            raise refusal("too-much-text", limit=megabytes(self.limits.text_bytes))


@dataclass(slots=True)
class _Sheet:
    repeats: _Repeats
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)

    def extras(self, table: Element) -> SheetExtras:
        number = 1
        for row in table.iter("{*}table-row"):
            if attribute(row, "visibility") in ("collapse", "filter"):
                # A repeated hidden row is filler below the report: its first number is enough.
                self.hidden_rows.add(number)
            times = _whole(row, "number-rows-repeated")
            self._row(number, row, times)
            number += times
        return SheetExtras(
            links=self.links,
            hidden_rows=frozenset(self.hidden_rows),
            merges=tuple(self.merges),
        )

    def _row(self, number: int, row: Element, times: int) -> None:
        column = 1
        for cell in (child for child in row if local(child) in _CELLS):
            self._cell(number, column, cell)
            repeated = _whole(cell, "number-columns-repeated")
            self.repeats.add(cell, times * repeated)
            column += repeated

    def _cell(self, row: int, column: int, cell: Element) -> None:
        if link := addresses(attribute(link, "href") for link in cell.iter("{*}a")):
            self.links[(row, column)] = link
        bottom = row + _whole(cell, "number-rows-spanned") - 1
        right = column + _whole(cell, "number-columns-spanned") - 1
        if (bottom, right) != (row, column):
            self.merges.append(Merge(top=row, left=column, bottom=bottom, right=right))


def _whole(element: Element, name: str) -> int:
    text = (attribute(element, name) or "").removeprefix("+")
    return int(text) if text.isdecimal() and len(text) < 8 else 1
