"""The official report as a PDF on A4 landscape."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ita_data.dates import Digits
from ita_data.errors import Unprintable
from ita_data.export.emblem import REFUSED, emblem_of
from ita_data.export.letters import missing_letters
from ita_data.export.official import (
    COLUMNS,
    WIDTHS,
    OfficialReport,
    Signature,
    official_report,
    printable,
    signature_lines,
)
from ita_data.export.pdf.typesetting import typeset
from ita_data.export.pieces import pieces, place_names
from ita_data.model import Measure, Report
from ita_data.words import FIELD_WORDS

TABLE_MM, INSET_MM, SIZE_POINTS = 273, 1.6, 10.5
POINTS_PER_MM = 72 / 25.4
# Bold letters are wider than the regular ones that are measured.
BOLD = 0.93
THAI_DIGITS, ARABIC_DIGITS = tuple("๐๑๒๓๔๕๖๗๘๙"), tuple("0123456789")
# How many places of letters unknown to the font are named in one sentence.
SHOWN = 3
# A day for a document of which no day is said; it stands in no text.
NO_DAY = date(2000, 1, 1)

Line = list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownLetters:
    """Letters that the font cannot draw, and where they stand, in words for the officer."""

    letters: str
    where: str

    def __str__(self) -> str:
        return f"{self.where} มีอักขระที่ฟอนต์ของรายงานไม่มี ({' '.join(self.letters)})"


def official_pdf(
    report: Report,
    *,
    digits: Digits = "arabic",
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
    emblem: bytes | None = None,
    cover: bool = False,
    created: date | None = None,
) -> bytes:
    """The report as PDF/A-2a and PDF/UA-1: the same words as `html.report_page`.

    `half_year` as in `official_report`; `emblem` is a PNG or JPEG of the agency's, `cover` puts
    a page of titles before the table, `created` is the day the document names as its own.
    Raises Unprintable where the font lacks a letter or the emblem is no such picture.
    """
    paper = official_report(report, digits=digits, signatures=signatures, half_year=half_year)
    if found := unknown_letters(report, signatures):
        raise Unprintable(unknown_words(found))
    data = _data(paper, digits, place_names(report)) | {
        "author": printable(report.agency),
        "emblem": None if emblem is None else list(emblem_of(emblem).data),
        "cover": cover,
        "last_apart": False,
    }
    try:
        return typeset("report.typ", data, created=created or NO_DAY)
    except RuntimeError as error:  # typst's own: every letter is known, so it is the picture
        if emblem is None:
            raise
        raise Unprintable(REFUSED) from error


def unknown_words(found: tuple[UnknownLetters, ...]) -> str:
    """One sentence about letters that cannot be printed: the first places, and what to do."""
    more = f" และอีก {len(found) - SHOWN} แห่ง" if len(found) > SHOWN else ""
    places = "; ".join(map(str, found[:SHOWN]))
    return f"สร้าง PDF ไม่ได้ เพราะ{places}{more} โปรดแทนอักขระนั้นด้วยคำหรือเครื่องหมายอื่นแล้วลองอีกครั้ง"


def _data(paper: OfficialReport, digits: Digits, names: tuple[str, ...]) -> dict[str, Any]:
    wide = TABLE_MM * POINTS_PER_MM / SIZE_POINTS
    return {
        "title": " ".join(paper.titles),
        "digits": THAI_DIGITS if digits == "thai" else ARABIC_DIGITS,
        "size": SIZE_POINTS,
        "inset": INSET_MM,
        "widths": WIDTHS,
        "titles": [pieces(printable(line), wide, names) for line in paper.titles],
        "header": [_lines(text, share, (), BOLD) for text, share in _by_column(paper.header)],
        "cells": [_lines(*cell, names) for row in paper.rows for cell in _by_column(row)],
        "continued": [continued_words(row[0]) for row in paper.rows],
        "signatures": [
            [pieces(printable(line), wide) for line in signature_lines(signature)]
            for signature in paper.signatures
        ],
    }


def continued_words(number: str) -> str:
    """What a page says above the rest of a row that began before it."""
    return f"มาตรการที่ {number} (ต่อ)" if number else "ต่อจากหน้าก่อน"


def _by_column(texts: tuple[str, ...]) -> list[tuple[str, float]]:
    return list(zip(texts, WIDTHS, strict=True))


def _lines(text: str, share: float, names: tuple[str, ...], weight: float = 1) -> list[Line]:
    """The lines of a cell of a column that takes so many hundredths of the table."""
    room = (TABLE_MM * share / 100 - 2 * INSET_MM) * POINTS_PER_MM / SIZE_POINTS * weight
    return [pieces(line, room, names) for line in text.split("\n")]


def unknown_letters(
    report: Report, signatures: tuple[Signature, ...] = ()
) -> tuple[UnknownLetters, ...]:
    """Every place whose words the font cannot draw; empty where all can be printed."""
    return tuple(
        UnknownLetters(letters=letters, where=where)
        for where, text in _texts(report, signatures)
        if (letters := missing_letters(printable(text)))
    )


def _texts(report: Report, signatures: tuple[Signature, ...]) -> Iterator[tuple[str, str]]:
    """Every text on the paper with where it stands."""
    yield "ชื่อหน่วยงาน", f"{report.agency} {report.district} {report.province}"
    for measure in report.measures:
        for column in COLUMNS[1:]:
            yield _where(measure, column), measure.text_of(column)
    yield from (("ช่องลงนาม", "".join(signature_lines(one))) for one in signatures)


def _where(measure: Measure, column: str) -> str:
    name = f"มาตรการที่ {measure.number}" if measure.number is not None else "มาตรการที่ไม่มีลำดับ"
    cells = measure.cells.get(column, ())
    place = f" ({cells[0]})" if cells else ""
    return f"{name} ช่อง{FIELD_WORDS[column]}{place}"
