"""How the tables were understood: for the officer to check, and as findings."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ita_data.extract import notices
from ita_data.extract.by_period import is_period, role_of
from ita_data.extract.columns import Column
from ita_data.extract.headers import EXACT
from ita_data.extract.rows import TableRows
from ita_data.extract.tables import Table
from ita_data.findings import Finding
from ita_data.loaded import MatchedColumn, MatchedTable
from ita_data.place import Place


def described(tables: Sequence[Table], rows: Mapping[int, TableRows]) -> tuple[MatchedTable, ...]:
    """Every table with its columns; `rows` has what was read of it, by the table's id()."""
    return tuple(
        MatchedTable(
            sheet=table.place.sheet,
            signature=table.signature,
            header_rows=table.header_rows,
            columns=tuple(_described(table, column) for column in table.columns),
            recognised=table.recognised,
            measures=len(rows[id(table)].measures) if id(table) in rows else 0,
        )
        for table in tables
    )


def _described(table: Table, column: Column) -> MatchedColumn:
    return MatchedColumn(
        column=column.column,
        header=column.header,
        field=column.field,
        certainty=column.certainty,
        sample=_sample(table, column.column),
    )


def _sample(table: Table, column: int) -> str:
    """The column's first value below the header, or below the first row where there is none."""
    skip = 0 if table.recognised or table.is_read else 1
    rows = islice(table.rows(), skip, None)
    return next((text for sheet, row in rows if (text := sheet.text(row, column))), "")


def table_findings(tables: Sequence[Table]) -> Iterator[Finding]:
    """Tables and columns that were not found, or only guessed."""
    any_read = any(table.is_read for table in tables)
    for table in tables:
        if table.recognised:
            yield from _column_findings(table)
        elif not table.is_read:
            notice = notices.table_not_read if any_read else notices.header_not_found
            yield notice(table.place)


def _column_findings(table: Table) -> Iterator[Finding]:
    fields = {column.field for column in table.columns}
    if fields & {"start", "end"}:
        fields.add("period_text")
    if any(is_period(c.header) and role_of(c.header) != "result" for c in table.columns):
        fields.add("period_text")
    if any(column.with_outcome for column in table.columns):
        fields.add("outcome")
    for column in table.form.columns:
        if column.required and column.field not in fields:
            is_title = column.field == "title"
            missing = notices.title_column_missing if is_title else notices.column_missing
            yield missing(table.place, column.label)
    for guess in table.columns:
        if guess.field and guess.certainty < EXACT:
            place = Place(sheet=table.place.sheet, row=table.header_rows[-1], column=guess.column)
            yield notices.column_guessed(place, guess.header, table.form.label_of(guess.field))
