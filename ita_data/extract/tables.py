"""Tables of a workbook: under a header, continued without one, or not recognised."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ita_data.extract.columns import Column, choose
from ita_data.extract.header_rows import Header, headers_in
from ita_data.extract.headers import match_header, signature_of
from ita_data.extract.lines import Line, is_title_line, lines_of
from ita_data.extract.sheet import Sheet, width_of
from ita_data.forms import Form, forms
from ita_data.loaded import Choices
from ita_data.place import Place

# What is at least a table: fewer rows or columns are lines, such as signatures side by side.
FEWEST_ROWS, FEWEST_COLUMNS = 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Rows of one sheet, without header, that belong to one table."""

    sheet: Sheet
    rows: tuple[int, ...]


@dataclass(slots=True, kw_only=True)
class Table:
    """A table with all its stretches; the same header further on continues it.

    `header_rows` are those of the first stretch, empty where no header was recognised.
    `place` is where it begins.
    """

    form: Form
    signature: str
    columns: tuple[Column, ...]
    place: Place
    header_rows: tuple[int, ...] = ()
    recognised: bool = True
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def is_read(self) -> bool:
        """Whether enough is known of the columns to read measures."""
        return any(column.field == "title" for column in self.columns)

    def rows(self) -> Iterator[tuple[Sheet, int]]:
        """Every row below a header, with its sheet, in reading order."""
        return ((stretch.sheet, row) for stretch in self.stretches for row in stretch.rows)

    def texts_in(self, column: int) -> list[str]:
        """What stands in the filled cells of a column, from top to bottom."""
        return [text for sheet, row in self.rows() if (text := sheet.text(row, column))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables of a workbook, and the lines around them in reading order."""

    tables: tuple[Table, ...]
    lines: tuple[Line, ...]


def tables_in(sheets: Sequence[Sheet], choices: Choices) -> Tables:
    """Finds every table; each filled row ends in a table or in a line, none is lost."""
    finder = _Finder(choices)
    for sheet in sheets:
        finder.look_at(sheet)
    return Tables(tables=tuple(finder.tables), lines=tuple(finder.lines))


class _Finder:
    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.tables: list[Table] = []
        self.lines: list[Line] = []
        self.latest: Table | None = None

    def look_at(self, sheet: Sheet) -> None:
        if sheet.grid.prose:
            self.lines += lines_of(sheet, sheet.row_numbers, below=False)
        elif headers := headers_in(sheet, forms()):
            self._under_headers(sheet, headers)
        elif self.latest and _goes_on(sheet, self.latest):
            self.latest.stretches.append(Stretch(sheet=sheet, rows=tuple(sheet.row_numbers)))
        else:
            self._without_header(sheet)

    def _under_headers(self, sheet: Sheet, headers: Sequence[Header]) -> None:
        above = [row for row in sheet.row_numbers if row < headers[0].rows[0]]
        self.lines += lines_of(sheet, above, below=False)
        ends = [header.rows[0] for header in headers[1:]]
        for header, end in zip(headers, [*ends, None], strict=True):
            rows = [r for r in sheet.row_numbers if r > header.rows[-1] and (not end or r < end)]
            body = rows if end is None else _without_titles(sheet, rows)
            self.lines += lines_of(sheet, rows[len(body) :], below=False)
            table = self._table_of(sheet, header)
            table.stretches.append(Stretch(sheet=sheet, rows=tuple(body)))
            self.latest = table

    def _table_of(self, sheet: Sheet, header: Header) -> Table:
        signature = header.signature
        known = (t for t in self.tables if t.recognised and t.signature == signature)
        if table := next(known, None):
            return table
        table = Table(
            form=header.form,
            signature=signature,
            columns=choose(header.columns, self.choices.columns.get(signature)),
            place=sheet.place(header.rows[0]),
            header_rows=header.rows,
        )
        self.tables.append(table)
        return table

    def _without_header(self, sheet: Sheet) -> None:
        rows = _table_rows(sheet)
        if len(rows) < FEWEST_ROWS:
            self.lines += lines_of(sheet, sheet.row_numbers, below=self.latest is not None)
            return
        self.lines += lines_of(sheet, [r for r in sheet.row_numbers if r < rows[0]], below=False)
        table = unrecognised(sheet, rows, self.choices)
        body = [row for row in sheet.row_numbers if row >= rows[0]]
        skipped = 1 if table.is_read and _first_row_is_header(sheet, table, body) else 0
        table.stretches.append(Stretch(sheet=sheet, rows=tuple(body[skipped:])))
        self.tables.append(table)


def _table_rows(sheet: Sheet) -> list[int]:
    return [row for row in sheet.row_numbers if len(sheet.texts(row)) >= FEWEST_COLUMNS]


def unrecognised(sheet: Sheet, rows: Sequence[int], choices: Choices) -> Table:
    """A table whose header nobody knows; its columns are shown by their first row's words."""
    first, last = width_of(sheet, rows)
    texts = sheet.shown(rows[0])
    signature = signature_of([str(last), *(texts.get(at, "") for at in range(first, last + 1))])
    columns = tuple(
        Column(column=at, header=texts.get(at, ""), field=None, certainty=0)
        for at in range(first, last + 1)
    )
    return Table(
        form=forms()[0],
        signature=signature,
        columns=choose(columns, choices.columns.get(signature)),
        place=sheet.place(rows[0]),
        recognised=False,
    )


def _first_row_is_header(sheet: Sheet, table: Table, rows: Sequence[int]) -> bool:
    """Whether a table read by the officer's choice begins with header words, not a measure."""
    texts = sheet.texts(rows[0])
    numbers = [column.column for column in table.columns if column.field == "number"]
    if numbers:
        first = texts.get(numbers[0], "")
        return bool(first) and not any(letter.isdecimal() for letter in first)
    if any(match_header([text], table.form) for text in texts.values()):
        return True
    longest = max(len(t) for row in rows[1:] for t in sheet.texts(row).values()) if rows[1:] else 0
    return 3 * max(map(len, texts.values())) < longest


def _goes_on(sheet: Sheet, table: Table) -> bool:
    """Whether a sheet without header continues a table: as wide, numbered, with texts."""
    fields = {str(column.field): column.column for column in table.columns if column.field}
    wide = [row for row in sheet.row_numbers if len(sheet.texts(row)) >= FEWEST_COLUMNS]
    if not wide or "title" not in fields:
        return False
    if width_of(sheet, wide)[1] != max(column.column for column in table.columns):
        return False
    return all(_continues(sheet.texts(row), fields) for row in wide)


def _continues(texts: Mapping[int, str], fields: dict[str, int]) -> bool:
    number = texts.get(fields.get("number", 0), "")
    return not number or any(letter.isdecimal() for letter in number[:3])


def _without_titles(sheet: Sheet, rows: Sequence[int]) -> list[int]:
    """The rows without the title lines at their end, which belong to the next header."""
    body = list(rows)
    while body and is_title_line(sheet, body[-1]):
        body.pop()
    return body


def columns_by_field(columns: Iterable[Column]) -> dict[str, list[Column]]:
    """Columns of each field, in the table's order."""
    by_field: dict[str, list[Column]] = {}
    for column in columns:
        if column.field:
            by_field.setdefault(column.field, []).append(column)
    return by_field
