"""The official report as a Word file that can be edited, and read back."""

from datetime import date

from ita_data.dates import Digits
from ita_data.export.official import (
    Signature,
    agency_line,
    official_report,
    signature_lines,
)
from ita_data.export.word.writing import cell, document, field, paragraph, row, run, table
from ita_data.model import Report

# Millimetres, in the order of official's COLUMNS: together A4 landscape less two margins.
WIDTHS_MM = (15, 35.5, 58.5, 30, 27.5, 60, 46.5)
TITLE_POINTS, TABLE_POINTS = 16, 14
SHADE = "F5F7FA"
Paper = tuple[str, ...]


def official_docx(
    report: Report,
    *,
    digits: Digits | None = None,
    signatures: tuple[Signature, ...] = (),
    created: date | None = None,
) -> bytes:
    """The same words as `html.report_page`; `ita_data.load` reads the seven columns back.

    `digits` None leaves every digit as it was typed. `created` is the day the document
    names as its own.
    """
    paper = official_report(report, digits=digits, signatures=signatures)
    titles = "".join(
        paragraph(run(line, TITLE_POINTS, bold=True), align="center", keep=True)
        for line in paper.titles
    )
    rows = [_header(paper.header), *map(_row, paper.rows)]
    body = titles + paragraph(after=0) + table(rows, WIDTHS_MM) + _signatures(signatures)
    return document(
        body,
        title=" ".join(paper.titles),
        author=agency_line(report),
        landscape=True,
        margins_mm=(12, 12, 15, 12),
        points=TABLE_POINTS,
        footer=_footer(digits or "arabic"),
        digits=digits or "arabic",
        created=created,
    )


def _header(labels: Paper) -> str:
    return row(
        (
            cell(
                paragraph(run(label, TABLE_POINTS, bold=True), align="center"),
                width,
                shade=SHADE,
                middle=True,
            )
            for label, width in zip(labels, WIDTHS_MM, strict=True)
        ),
        header=True,
    )


def _row(texts: Paper) -> str:
    number, *others = zip(texts, WIDTHS_MM, strict=True)
    first = cell(paragraph(run(number[0], TABLE_POINTS), align="center"), number[1])
    return row([first, *(cell(_lines(text), width) for text, width in others)])


def _lines(text: str) -> str:
    return "".join(paragraph(run(line, TABLE_POINTS)) for line in text.split("\n"))


def _signatures(signatures: tuple[Signature, ...]) -> str:
    """Side by side, and never on two pages; a Word file must not end with a table."""
    if not signatures:
        return paragraph()
    width = sum(WIDTHS_MM) / len(signatures)
    cells = [cell(_signature(one), width) for one in signatures]
    blocks = table([row(cells)], [width] * len(signatures), borders=False)
    return paragraph(keep=True) + blocks + paragraph()


def _signature(signature: Signature) -> str:
    return "".join(
        paragraph(run(line, TABLE_POINTS), align="center", before=6, keep=True)
        for line in signature_lines(signature)
    )


def _footer(digits: Digits) -> str:
    """Where digits are Thai the total is left out: LibreOffice would write it as a letter."""
    if digits == "thai":
        return paragraph(run("หน้า ", 12), field(" PAGE ", 12), align="right")
    page, pages = field(" PAGE ", 12), field(" NUMPAGES ", 12)
    return paragraph(run("หน้า ", 12), page, run(" จาก ", 12), pages, align="right")
