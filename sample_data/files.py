"""The sample report as Excel, csv and Word: the same rows, as untidy in each."""

import csv
import io
from collections.abc import Iterator, Sequence

import docx
import openpyxl
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from sample_data.story import DISTRICT, GROUPS, HEADER, MEASURES, PROVINCE, TITLE

Row = Sequence[str]
FONT = "TH Sarabun New"
SHEET = "รายงาน ITA 69"


def groups() -> Iterator[tuple[list[str], list[Row]]]:
    """The parts of the file: titles, then the rows below a header."""
    for agency, year, part in GROUPS:
        place = f"{agency} อำเภอ{DISTRICT} จังหวัด{PROVINCE}"
        yield [TITLE, f"ปีงบประมาณ {year}", place], list(MEASURES[part])


def as_csv() -> bytes:
    """Comma-separated UTF-8 with a byte order mark, as Excel saves it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for titles, rows in groups():
        writer.writerows([[title] for title in titles])
        writer.writerows([[], HEADER, *rows, []])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx() -> bytes:
    """One sheet, titles merged over the table, the header again in each part."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    for titles, rows in groups():
        _write_part(sheet, titles, rows)
    for letter, width in zip("ABCDEFG", (8, 26, 44, 18, 18, 44, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation = "landscape"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _write_part(sheet: Worksheet, titles: list[str], rows: list[Row]) -> None:
    at = sheet.max_row + 1 if sheet["A1"].value else 1
    for title in titles:
        sheet.cell(at, 1, title).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=len(HEADER))
        at += 1
    edge = Side(style="thin")
    for row in [HEADER, *rows]:
        at += 1
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column, text)
            cell.font = Font(name=FONT, size=14, bold=row is HEADER)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(left=edge, right=edge, top=edge, bottom=edge)


def as_docx() -> bytes:
    """A table a part, with its titles as paragraphs above it."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    document.styles["Normal"].font.name = FONT
    document.styles["Normal"].font.size = Pt(14)
    for titles, rows in groups():
        for title in titles:
            document.add_paragraph(title)
        table = document.add_table(rows=0, cols=len(HEADER), style="Table Grid")
        for row in [HEADER, *rows]:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
