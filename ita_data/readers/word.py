"""Word files (docx): each table, and the paragraphs between tables, in document order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ita_data.grid import Grid, Merge, Value
from ita_data.readers.archive import Archive
from ita_data.readers.characters import filled, tidy
from ita_data.readers.markup import Element, attribute, local, tree
from ita_data.readers.package import main_part, targets_of
from ita_data.readers.refusals import megabytes, refusal
from ita_data.readers.word_structure import blocks, row_cells, table_rows
from ita_data.readers.word_text import Words
from ita_data.settings import Limits


def read(archive: Archive, limits: Limits) -> tuple[Grid, ...]:
    """A grid a table ("ตารางที่ 1" …) and a prose grid for the paragraphs before each.

    Rows and columns are the table's own, spanned columns counted; in prose the row is the
    paragraph's number since the last table. Merged cells hold their text once, top left.
    """
    name = main_part(archive)
    part = archive.part(name)
    if len(part) > limits.text_bytes:
        raise refusal("too-much-text", limit=megabytes(limits.text_bytes))
    folder = name.rpartition("/")[0]
    words = Words(
        links=targets_of(archive, name),
        numbering=archive.part(f"{folder}/numbering.xml"),
        styles=archive.part(f"{folder}/styles.xml"),
    )
    body = next((element for element in tree(part) if local(element) == "body"), None)
    if body is None:
        raise refusal("damaged")
    return tuple(_grids(body, words, limits))


def _grids(body: Element, words: Words, limits: Limits) -> Iterator[Grid]:
    tables, paragraphs = 0, []
    for block in blocks(body):
        if local(block) == "p":
            paragraphs.append(block)
            if len(paragraphs) > limits.rows:
                raise refusal("too-tall", limit=f"{limits.rows:,}")
            continue
        tables += 1
        if tables > limits.tables:
            raise refusal("too-many-tables", limit=f"{limits.tables:,}")
        if prose := _prose(paragraphs, f"ข้อความก่อนตารางที่ {tables}", words):
            yield prose
        paragraphs = []
        yield _table(block, f"ตารางที่ {tables}", words, limits)
    if prose := _prose(paragraphs, "ข้อความท้ายเอกสาร", words):
        yield prose


def _prose(paragraphs: list[Element], sheet: str, words: Words) -> Grid | None:
    rows: dict[int, dict[int, Value]] = {}
    links = {}
    for row, paragraph in enumerate(paragraphs, start=1):
        text, link = words.of_paragraph(paragraph)
        if filled(text):
            rows[row] = {1: tidy(text)}
        if link:
            links[(row, 1)] = link
    return Grid(sheet=sheet, rows=rows, links=links, prose=True) if rows else None


@dataclass(slots=True, kw_only=True)
class _Table:
    rows: dict[int, dict[int, Value]] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    # Column → the merge (top, left, right) that still runs downwards there.
    open: dict[int, tuple[int, int]] = field(default_factory=dict)


def _table(element: Element, sheet: str, words: Words, limits: Limits) -> Grid:
    table = _Table()
    last = 0
    for last, row in enumerate(table_rows(element), start=1):
        if last > limits.rows:
            raise refusal("too-tall", limit=f"{limits.rows:,}")
        _row(table, last, row, words, limits)
    for column in list(table.open):
        _close(table, column, last)
    if len(table.merges) > limits.merges:
        raise refusal("too-many-merges", limit=f"{limits.merges:,} แห่ง")
    return Grid(sheet=sheet, rows=table.rows, merges=tuple(table.merges), links=table.links)


def _row(table: _Table, number: int, row: Element, words: Words, limits: Limits) -> None:
    column = 1 + _count(row, "trPr", "gridBefore", 0)
    begun = set()
    for cell in row_cells(row):
        width = _count(cell, "tcPr", "gridSpan", 1)
        if column + width - 1 > limits.columns:
            raise refusal("too-wide", limit=f"{limits.columns:,}")
        begun.add(column)
        continues = _vertical(cell) == "continue" and column in table.open
        if not continues:
            _close(table, column, number - 1)
            table.open[column] = (number, column + width - 1)
        _fill(table, number, column, cell, words)
        if _vertical(cell) is None:
            _close(table, column, number)
        column += width
    for left in set(table.open) - begun:
        _close(table, left, number - 1)


def _fill(table: _Table, row: int, column: int, cell: Element, words: Words) -> None:
    text, link = words.of_cell(cell)
    if filled(text):
        table.rows.setdefault(row, {})[column] = tidy(text)
    if link:
        table.links[(row, column)] = link


def _close(table: _Table, column: int, bottom: int) -> None:
    """Ends what is open at a column; kept as a merge where it is more than one cell."""
    if column not in table.open:
        return
    top, right = table.open.pop(column)
    if bottom > top or right > column:
        table.merges.append(Merge(top=top, left=column, bottom=bottom, right=right))


def _vertical(cell: Element) -> str | None:
    """ "restart" or "continue" of a vertical merge; None for a cell of its own."""
    mark = _property(cell, "tcPr", "vMerge")
    return None if mark is None else attribute(mark, "val") or "continue"


def _count(element: Element, holder: str, name: str, default: int) -> int:
    mark = _property(element, holder, name)
    text = "" if mark is None else attribute(mark, "val") or ""
    return int(text) if text.isdecimal() and len(text) < 6 else default


def _property(element: Element, holder: str, name: str) -> Element | None:
    for part in element:
        if local(part) == holder:
            return next((mark for mark in part if local(mark) == name), None)
    return None
