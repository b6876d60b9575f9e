"""The official report as a Word file that can be edited, and read back."""

from datetime import date

from ita_data.dates import Digits
from ita_data.export.emblem import emblem_of
from ita_data.export.official import (
    Signature,
    agency_line,
    official_report,
    signature_lines,
)
from ita_data.export.word.building import document
from ita_data.export.word.writing import (
    PAGE_BREAK,
    PICTURE,
    cell,
    field,
    paragraph,
    row,
    run,
    table,
)
from ita_data.model import Report

# Millimetres, in the order of official's COLUMNS: together A4 landscape less two margins.
WIDTHS_MM = (15, 35.5, 56, 30, 33, 57, 46.5)
TITLE_POINTS, TABLE_POINTS = 16, 14
COVER_POINTS, COVER_ABOVE = 22, 110
SHADE = "F5F7FA"
Paper = tuple[str, ...]


def official_docx(
    report: Report,
    *,
    digits: Digits | None = None,
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
    emblem: bytes | None = None,
    cover: bool = False,
    created: date | None = None,
) -> bytes:
    """The same words as `html.report_page`; `ita_data.load` reads the seven columns back.

    `digits` None leaves every digit as it was typed; the rest is as in `official_pdf`.
    """
    picture = None if emblem is None else emblem_of(emblem).data
    paper = official_report(report, digits=digits, signatures=signatures, half_year=half_year)
    rows = [_header(paper.header), *map(_row, paper.rows)]
    above = paragraph(PICTURE, align="center") if picture else ""
    return document(
        (_cover(paper.titles, above) if cover else above)
        + _titles(paper.titles, TITLE_POINTS)
        + paragraph(after=0)
        + table(rows, WIDTHS_MM)
        + _signatures(signatures),
        title=" ".join(paper.titles),
        author=agency_line(report),
        landscape=True,
        margins_mm=(12, 12, 15, 12),
        points=TABLE_POINTS,
        footer=_footer(digits or "arabic", cover),
        digits=digits or "arabic",
        cover=cover,
        picture=picture,
        created=created,
    )


def _titles(lines: Paper, points: float, before: float = 0) -> str:
    return "".join(
        paragraph(run(line, points, bold=True), align="center", before=before, keep=True)
        for line in lines
    )


def _cover(titles: Paper, above: str) -> str:
    """The titles on a page of their own, a third of it from above."""
    return paragraph(before=COVER_ABOVE) + above + _titles(titles, COVER_POINTS, 8) + PAGE_BREAK


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


def _footer(digits: Digits, cover: bool) -> str:
    """The total is left out where digits are Thai (LibreOffice would write it as a letter) and
    where there is a cover (Word would count it)."""
    if digits == "thai" or cover:
        return paragraph(run("หน้า ", 12), field(" PAGE ", 12), align="right")
    page, pages = field(" PAGE ", 12), field(" NUMPAGES ", 12)
    return paragraph(run("หน้า ", 12), page, run(" จาก ", 12), pages, align="right")
