"""The official report as html: a fragment for the report page, and a page that stands alone."""

import re
from html import escape
from unicodedata import category

from ita_data.dates import Digits
from ita_data.export.fonts import font_face_css
from ita_data.export.official import (
    OfficialReport,
    Signature,
    official_report,
    printable,
    signature_lines,
)
from ita_data.export.print_css import PAGE_CSS, REPORT_CSS
from ita_data.model import Report

# The order of official_report's columns.
_CLASSES = ("number", "title", "steps", "period", "departments", "output", "outcome")

_DEPARTMENTS = _CLASSES.index("departments") - 2
# The most letters, without marks above and below, that surely fit the narrow column in a line.
_FITTING = 12


def report_table(
    report: Report,
    *,
    digits: Digits = "arabic",
    signatures: tuple[Signature, ...] = (),
    half_year: bool = False,
) -> str:
    """Titles, table and signatures as a fragment with its own style; all text is escaped."""
    paper = official_report(report, digits=digits, signatures=signatures, half_year=half_year)
    return f"<style>{REPORT_CSS}</style>{_body(paper)}"


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
        f"<body>\n<main>\n{_body(paper)}\n</main>\n</body>\n</html>\n"
    )


def _body(paper: OfficialReport) -> str:
    return (
        f'<section class="ita-paper" lang="th">{_titles(paper)}\n{_table(paper)}\n'
        f"{_signatures(paper.signatures)}</section>"
    )


def _titles(paper: OfficialReport) -> str:
    first, *others = (_text(line) for line in paper.titles)
    return f'<h1 class="ita-title">{"<br>".join([first, *others])}</h1>'


def _table(paper: OfficialReport) -> str:
    columns = "".join(f'<col class="ita-{name}">' for name in _CLASSES)
    header = "".join(f'<th scope="col">{_text(label)}</th>' for label in paper.header)
    rows = "\n".join(_row(row) for row in paper.rows)
    return (
        f'<div class="ita-scroll" tabindex="0" role="region" aria-label="{_text(paper.titles[0])}">'
        f'<table class="ita-report"><caption>{_text(" ".join(paper.titles))}</caption>'
        f"<colgroup>{columns}</colgroup>\n<thead><tr>{header}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(row: tuple[str, ...]) -> str:
    number, title, *others = (_text(text) for text in row)
    others[_DEPARTMENTS] = unbroken(row[_DEPARTMENTS + 2])
    cells = "".join(f"<td>{text}</td>" for text in others)
    return f'<tr><td class="ita-number">{number}</td><th scope="row">{title}</th>{cells}</tr>'


def unbroken(text: str) -> str:
    """Escaped text whose short names stay in one line: browsers break กองคลัง after กอง."""
    return re.sub(r"\S+", lambda name: _whole(name.group()), printable(text))


def _whole(name: str) -> str:
    letters = sum(category(letter) != "Mn" for letter in name)
    shown = _text(name)
    return f'<span class="ita-whole">{shown}</span>' if letters <= _FITTING else shown


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
