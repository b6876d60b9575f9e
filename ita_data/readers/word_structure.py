"""How a Word document is built: blocks, rows and cells, through whatever wraps them."""

from collections.abc import Iterator

from ita_data.readers.markup import Element, local

# Content controls, accepted changes and custom markup: what they hold counts as unwrapped.
_WRAPPERS = ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")


def blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables of a body or cell, through content controls and insertions."""
    for element in parent:
        kind = local(element)
        if kind in ("p", "tbl"):
            yield element
        elif kind in _WRAPPERS:
            yield from blocks(element)


def table_rows(table: Element) -> Iterator[Element]:
    """Rows of a table, without those deleted as a tracked change."""
    for element in table:
        if local(element) == "tr" and not _deleted(element):
            yield element
        elif local(element) in _WRAPPERS:
            yield from table_rows(element)


def row_cells(row: Element) -> Iterator[Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in _WRAPPERS:
            yield from row_cells(element)


def _deleted(row: Element) -> bool:
    return any(local(mark) == "del" for part in row if local(part) == "trPr" for mark in part)
