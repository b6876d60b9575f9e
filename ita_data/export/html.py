"""The official report as html: a fragment for the report page, and a page that stands alone."""

import re
from html import escape
from unicodedata import category

from ita_data.dates import Digits
from ita_data.export.fonts import font_face_css
from ita_data.export.html_words import by_word, rooms
from ita_data.export.official import (
    OfficialReport,
    Signature,
    official_report,
    printable,
    signature_lines,
)
from ita_data.export.pieces import place_names
from ita_data.export.print_css import PAGE_CSS, REPORT_CSS
from ita_data.model import Report

# The order of official_report's columns.
_CLASSES = ("number", "title", "steps", "period", "departments", "output", "outcome")

_DEPARTMENTS = _CLASSES.index("departments")
# The most letters, without marks above and below, that surely fit the narrow column in a line.
_FITTING = 12
# At its narrowest (64rem), by print_css; as good as the same on paper. Bold letters are wider.
ROOMS = rooms(table_px=1024 * 0.93, padding_px=15.4, font_px=14)


def report_table(
    report: Report,
    *,
    digits: Digits = "arabic",
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
    whole_words: bool = True,
) -> str:
    """Titles, table and signatures as a fragment with its own style; all text is escaped.

    `whole_words`: no line ends inside a Thai word; the words are loaded where they are not yet.
    """
    paper = official_report(report, digits=digits, signatures=signatures, half_year=half_year)
    cells = _Cells(place_names(report)) if whole_words else None
    return f"<style>{REPORT_CSS}</style>{_body(paper, cells)}"


def report_page(
    report: Report,
    *,
    digits: Digits = "arabic",
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
    embed_font: bool = True,
) -> str:
    """A whole page without script or outside address, ready to print on A4 landscape.

    Its font is carried inside, so that it looks the same on a machine without Thai fonts.
    """
    paper = official_report(report, digits=digits, signatures=signatures, half_year=half_year)
    style = (font_face_css() if embed_font else "") + PAGE_CSS + REPORT_CSS
    return (
        '<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(' – '.join(paper.titles))}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<main>\n{_body(paper, _Cells(place_names(report)))}\n</main>\n</body>\n</html>\n"
    )


class _Cells:
    """The cells' words, between which alone a line ends."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __call__(self, column: int, text: str) -> str:
        short = filter(_is_short, text.split()) if column == _DEPARTMENTS else ()
        return by_word(printable(text), ROOMS[column], (*self._names, *short))


def _body(paper: OfficialReport, cells: _Cells | None) -> str:
    return (
        f'<section class="ita-paper" lang="th">{_titles(paper)}\n{_table(paper, cells)}\n'
        f"{_signatures(paper.signatures)}</section>"
    )


def _titles(paper: OfficialReport) -> str:
    first, *others = (_text(line) for line in paper.titles)
    return f'<h1 class="ita-title">{"<br>".join([first, *others])}</h1>'


def _table(paper: OfficialReport, cells: _Cells | None) -> str:
    columns = "".join(f'<col class="ita-{name}">' for name in _CLASSES)
    shown = cells or _unsegmented
    header = "".join(
        f'<th scope="col">{shown(at, label)}</th>' for at, label in enumerate(paper.header)
    )
    rows = "\n".join(_row([shown(at, text) for at, text in enumerate(row)]) for row in paper.rows)
    by = " ita-by-word" if cells else ""
    return (
        f'<div class="ita-scroll" tabindex="0" role="region" aria-label="{_text(paper.titles[0])}">'
        f'<table class="ita-report{by}"><caption>{_text(" ".join(paper.titles))}</caption>'
        f"<colgroup>{columns}</colgroup>\n<thead><tr>{header}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(cells: list[str]) -> str:
    number, title, *others = cells
    rest = "".join(f"<td>{text}</td>" for text in others)
    return f'<tr><td class="ita-number">{number}</td><th scope="row">{title}</th>{rest}</tr>'


def _unsegmented(column: int, text: str) -> str:
    return unbroken(text) if column == _DEPARTMENTS else _text(text)


def unbroken(text: str) -> str:
    """Escaped text whose short names stay in one line: browsers break กองคลัง after กอง."""
    return re.sub(r"\S+", lambda name: _whole(name.group()), printable(text))


def _whole(name: str) -> str:
    shown = _text(name)
    return f'<span class="ita-whole">{shown}</span>' if _is_short(name) else shown


def _is_short(name: str) -> bool:
    return sum(category(letter) != "Mn" for letter in name) <= _FITTING


def _signatures(signatures: tuple[Signature, ...]) -> str:
    if not signatures:
        return ""
    return f'<div class="ita-signatures">{"".join(_signature(one) for one in signatures)}</div>'


def _signature(signature: Signature) -> str:
    lines = "<br>".join(map(_text, signature_lines(signature)))
    return f'<div class="ita-signature">{lines}</div>'


def _text(text: str) -> str:
    """Text as text: nothing in it can become markup or an attribute's end."""
    return escape(printable(text), quote=True)
