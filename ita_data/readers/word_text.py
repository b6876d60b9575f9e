"""The words of a Word paragraph or cell: what stands there now, changes accepted."""

from collections.abc import Iterator, Mapping

from ita_data.readers.characters import addresses
from ita_data.readers.markup import Element, attribute, local
from ita_data.readers.word_numbers import ListNumbers
from ita_data.readers.word_structure import row_cells, table_rows

_LEFT_OUT = frozenset(
    {
        "del",
        "moveFrom",
        "rPr",
        "pPr",
        "instrText",
        "delText",
        "delInstrText",
        "Fallback",
        "footnoteReference",
        "endnoteReference",
        "annotationRef",
        "tblPr",
        "tcPr",
        "trPr",
        "sdtPr",
    }
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


class Words:
    """Reads text and links of paragraphs and cells of one document."""

    def __init__(self, *, links: Mapping[str, str], numbering: bytes, styles: bytes) -> None:
        self._links = links
        self._numbers = ListNumbers(numbering, styles)

    def of_paragraph(self, paragraph: Element) -> tuple[str, str | None]:
        """The paragraph's text with its automatic number, and where its links lead."""
        return "".join(self._pieces(paragraph)).strip("\n").rstrip(), self._link(paragraph)

    def of_cell(self, cell: Element) -> tuple[str, str | None]:
        """The cell's paragraphs as lines; a nested table's rows too, its cells by tabs."""
        return "".join(self._pieces(cell)).strip("\n").rstrip(), self._link(cell)

    def _pieces(self, element: Element) -> Iterator[str]:
        kind = local(element)
        if kind == "p":
            yield self._numbers.before(element)
        for child in element:
            name = local(child)
            if name in _LEFT_OUT:
                continue
            if name == "t":
                yield child.text or ""
            elif name in _MARKS:
                yield _MARKS[name]
            elif name == "tbl":
                yield from self._nested(child)
            else:
                yield from self._pieces(child)
        if kind == "p":
            yield "\n"

    def _nested(self, table: Element) -> Iterator[str]:
        for row in table_rows(table):
            cells = ("".join(self._pieces(cell)).strip("\n") for cell in row_cells(row))
            yield "\t".join(cells) + "\n"

    def _link(self, element: Element) -> str | None:
        """The outside addresses in the element: hyperlinks and HYPERLINK fields."""
        found = element.iter("{*}hyperlink", "{*}instrText", "{*}fldSimple")
        return addresses(self._target(child) for child in found)

    def _target(self, child: Element) -> str | None:
        if local(child) == "hyperlink":
            return self._links.get(attribute(child, "id") or "")
        return _field_link(child.text or attribute(child, "instr") or "")


def _field_link(instruction: str) -> str | None:
    words = instruction.split('"')
    if words[0].strip().upper() == "HYPERLINK" and len(words) > 1:
        return words[1].strip() or None
    return None
