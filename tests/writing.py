"""Tables written as the files that officers keep them in."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import docx
import xlsxwriter

Row = Sequence[Any]


def text_bytes(rows: Sequence[Row], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """csv or tsv."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return file.getvalue().encode(encoding)


def xlsx_bytes(sheets: dict[str, Sequence[Row]], merges: dict[str, Sequence[str]] | None = None,
               *, links: dict[str, dict[str, str]] | None = None) -> bytes:  # fmt: skip
    """A workbook; merges by sheet as "A1:C1", links by sheet as {"F4": address}."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False}) as book:
        days = book.add_format({"num_format": "[$-107041E]d mmm yyyy;@"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for merge in (merges or {}).get(name, ()):
                sheet.merge_range(merge, "")
            _write(sheet, rows, days)
            for cell, address in (links or {}).get(name, {}).items():
                sheet.write_url(cell, address, string="ภาพถ่าย")
    return file.getvalue()


def _write(sheet: Any, rows: Sequence[Row], days: Any) -> None:
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if hasattr(value, "year"):
                sheet.write_datetime(at, column, value, days)
            elif isinstance(value, str) and value:
                sheet.write_string(at, column, value)
            elif value not in (None, ""):
                sheet.write(at, column, value)


def docx_bytes(parts: Sequence[str | Sequence[Row]], merged_down: Sequence[int] = ()) -> bytes:
    """A document of paragraphs (str) and tables (rows).

    In columns `merged_down` an empty cell is merged into the one above it.
    """
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(len(part), max(map(len, part)))
        for cells, row in zip(table.rows, part, strict=True):
            for cell, value in zip(cells.cells, row, strict=False):
                cell.text = "" if value is None else str(value)
        for column in merged_down:
            for at in range(1, len(part)):
                if part[at][column] in (None, ""):
                    table.cell(at - 1, column).merge(table.cell(at, column))
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
