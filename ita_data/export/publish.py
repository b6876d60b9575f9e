"""The report and its charts as one page for the agency's own website: no script, no address.

Numbers stand as words beside each chart, so that the pictures add nothing that cannot be read;
on a phone the table's rows become cards. Colours are those of words.py (4.5:1 on white).
"""

from collections.abc import Callable
from html import escape

from ita_data.dates import Digits, thai_date_long
from ita_data.errors import Unprintable
from ita_data.export.fonts import font_face_css
from ita_data.export.html_words import by_word, rooms
from ita_data.export.lines import MeasureLine
from ita_data.export.official import (
    COLUMNS,
    OfficialReport,
    agency_line,
    in_digits,
    official_report,
    printable,
)
from ita_data.export.pieces import place_names
from ita_data.export.print_css import PAPER_CSS
from ita_data.export.publish_css import PUBLISH_CSS
from ita_data.export.recorded import Results, with_recorded
from ita_data.export.standing import Standing
from ita_data.model import Basis, Status
from ita_data.words import BASIS_WORDS, STATUS_COLOURS, STATUS_WORDS, percent_words

MOST_BYTES = 300_000
TOO_LONG = "รายงานยาวเกินกว่าจะเป็นหน้าเผยแพร่หน้าเดียว (300 กิโลไบต์) โปรดเผยแพร่รายงานเป็นไฟล์ PDF แทน"
# At its narrowest as a table (56rem less the edges), by publish_css. Bold letters are wider.
ROOMS = rooms(table_px=864 * 0.93, padding_px=17, font_px=14.4)
# Only what is inside the page may be used by it.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
PRIMARY, QUIET_FILL = "#1F3A5F", "#8FA3BD"
BASIS_FILLS = {Basis.CLAIMED: "url(#hatched)", Basis.RECORDED: QUIET_FILL, Basis.EVIDENCED: PRIMARY}
BASIS_NOTES = {
    Basis.CLAIMED: "ผลตามที่เขียนไว้ในรายงาน",
    Basis.RECORDED: "ผลที่เจ้าหน้าที่บันทึกพร้อมวันที่",
    Basis.EVIDENCED: "ผลที่มีเอกสารหรือลิงก์ยืนยัน",
}
PATTERNS = (
    '<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/>'
    f'<rect width="3" height="6" fill="{PRIMARY}"/></pattern></defs></svg>'
)


def publish_page(
    standing: Standing, *, digits: Digits = "arabic", results: Results = "file"
) -> str:
    """The whole page, at most 300 kB; where they would not fit, the font is left out, and then
    the marks that let no line end inside a word.

    `results`: what stands in the report's result column, as in `with_recorded`.

    Raises Unprintable where the report alone is longer.
    """
    lines = standing.lines
    report = with_recorded(lines.tracked, lines.progress, results)
    paper = official_report(report, digits=digits)
    names = place_names(report)
    for style, cell in (
        (font_face_css() + PUBLISH_CSS, _Cell(names)),
        (PUBLISH_CSS, _Cell(names)),
        (PUBLISH_CSS, _plain_cell),
    ):
        page = _page(standing, paper, digits, PAPER_CSS + style, cell)
        if len(page.encode()) <= MOST_BYTES:
            return page
    raise Unprintable(TOO_LONG)


class _Cell:
    """A cell's text by its column, its words whole."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __call__(self, column: int, text: str) -> str:
        shown = by_word(printable(text), ROOMS[column], self._names)
        return f'<div class="by-word">{shown}</div>'


def _plain_cell(_column: int, text: str) -> str:
    return f"<div>{_text(text)}</div>"


Cell = Callable[[int, str], str]


def _page(standing: Standing, paper: OfficialReport, digits: Digits, style: str, cell: Cell) -> str:
    report = standing.report
    name = " – ".join(filter(None, (" ".join(paper.titles[:2]), agency_line(report))))
    day = f"ข้อมูล ณ วันที่ {thai_date_long(standing.as_of, digits)}"
    titles = "<br>".join(map(_text, paper.titles[1:]))
    return (
        '<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{_text(in_digits(name, digits))}</title>\n<style>{style}</style>\n</head>\n"
        f'<body>\n<a class="skip" href="#report">ข้ามไปยังตารางรายงาน</a>\n{PATTERNS}\n'
        f"<header><h1>{_text(paper.titles[0])}</h1><p>{titles}</p>"
        f'<p class="quiet">{_text(day)}</p></header>\n'
        f"<main>\n{_summary(standing, digits)}\n{_table(paper, cell)}\n</main>\n"
        f"<footer><p>{_text(agency_line(report))}</p></footer>\n</body>\n</html>\n"
    )


def _summary(standing: Standing, digits: Digits) -> str:
    parts = (
        f'<p class="headline">{_text(in_digits(standing.headline(), digits))}</p>',
        *(f'<p class="caution">{_text(in_digits(one, digits))}</p>' for one in standing.cautions()),
        _section("bases", "ความก้าวหน้าเฉลี่ย", _bases(standing, digits)),
        _section("statuses", "จำนวนมาตรการตามสถานะ", _statuses(standing, digits)),
        _section("measures", "ความก้าวหน้ารายมาตรการ", _measures(standing, digits)),
    )
    return "\n".join(parts)


def _section(name: str, heading: str, inner: str) -> str:
    return f'<section aria-labelledby="h-{name}"><h2 id="h-{name}">{heading}</h2>{inner}</section>'


def _bar(share: float | None, fill: str, words: str) -> str:
    """A bar whose words say all that it shows."""
    width = f"{min(max(share or 0, 0), 1) * 100:.1f}%"
    return (
        f'<svg class="bar" width="100%" height="14" role="img" aria-label="{_text(words)}">'
        f'<rect width="100%" height="14" fill="#fff" stroke="{PRIMARY}" stroke-width="2"/>'
        f'<rect width="{width}" height="14" fill="{fill}"/></svg>'
    )


def _bases(standing: Standing, digits: Digits) -> str:
    items = []
    for basis, (words, share, why) in zip(Basis, standing.percents(), strict=True):
        shown = in_digits(percent_words(share), digits)
        bar = _bar(share, BASIS_FILLS[basis], f"{words} {shown}")
        items.append(
            f"<li><b>{words}</b> <strong>{shown}</strong>{bar}"
            f"<small>{_text(why or BASIS_NOTES[basis])}</small></li>"
        )
    return f'<ul class="tiles">{"".join(items)}</ul>'


def _statuses(standing: Standing, digits: Digits) -> str:
    """One bar cut by status, and what each part means."""
    found, at, parts = standing.statuses(), 0.0, []
    total = sum(count for _, count in found) or 1
    for status, count in found:
        width = count / total * 100
        parts.append(
            f'<rect x="{at:.2f}%" width="{width:.2f}%" height="28" fill="{STATUS_COLOURS[status]}" '
            'stroke="#fff" stroke-width="2"/>'
        )
        at += width
    counts = [(status, in_digits(f"{count} มาตรการ", digits)) for status, count in found]
    told = ", ".join(f"{STATUS_WORDS[status]} {words}" for status, words in counts)
    items = "".join(f"<li>{_badge(status)} {words}</li>" for status, words in counts)
    return (
        f'<svg class="whole" width="100%" height="28" role="img" aria-label="{_text(told)}">'
        f'{"".join(parts)}</svg><ul class="legend">{items}</ul>'
    )


def _badge(status: Status) -> str:
    colour = STATUS_COLOURS[status]
    square = f'<rect width="12" height="12" fill="{colour}"/>'
    return (
        f'<span class="status" style="color:{colour}"><svg width="12" height="12" '
        f'aria-hidden="true" focusable="false">{square}</svg> {STATUS_WORDS[status]}</span>'
    )


def _measures(standing: Standing, digits: Digits) -> str:
    items = "".join(_measure(line, standing.basis, digits) for line in standing.lines.measures)
    words = BASIS_WORDS[standing.basis]
    own = f"<br>{_text(in_digits(standing.own_words(), digits))}" if standing.own_words() else ""
    return f'<p class="quiet">ที่มาของผล: {words}{own}</p><ol class="measures">{items}</ol>'


def _measure(line: MeasureLine, basis: Basis, digits: Digits) -> str:
    measure, share = line.measure, line.percents[basis]
    number = f"{measure.number}. " if measure.number is not None else ""
    title = in_digits(f"{number}{measure.title or 'ไม่มีชื่อมาตรการ'}", digits)
    shown = in_digits(percent_words(share), digits)
    bar = _bar(share, STATUS_COLOURS[line.status], f"ความก้าวหน้า {shown}")
    why = f" <small>({_text(line.reason)})</small>" if share is None and line.reason else ""
    return (
        f"<li><span>{_text(title)}</span><span>{_badge(line.status)}</span>"
        f'{bar}<span class="share">{shown}{why}</span></li>'
    )


def _table(paper: OfficialReport, cell: Cell) -> str:
    """Roles are said, as the cards of a phone are no table to a browser any more."""
    head = "".join(
        f'<th scope="col" role="columnheader">{_text(label)}</th>' for label in paper.header
    )
    rows = "\n".join(_row(row, paper.header, cell) for row in paper.rows)
    return (
        f'<section aria-labelledby="report"><h2 id="report" tabindex="-1">รายงาน</h2>'
        f'<table role="table" aria-labelledby="report"><thead role="rowgroup">'
        f'<tr role="row">{head}</tr></thead>\n<tbody role="rowgroup">\n{rows}\n</tbody></table>'
        "</section>"
    )


def _row(row: tuple[str, ...], header: tuple[str, ...], cell: Cell) -> str:
    cells = []
    for at, (field, label, text) in enumerate(zip(COLUMNS, header, row, strict=True)):
        tag, more = ("th", ' scope="row" role="rowheader"') if field == "title" else (
            "td", ' role="cell"',
        )  # fmt: skip
        cells.append(
            f'<{tag}{more}><span class="label" aria-hidden="true">{_text(label)}</span>'
            f"{cell(at, text)}</{tag}>"
        )
    return f'<tr role="row">{"".join(cells)}</tr>'


def _text(text: str) -> str:
    """Text as text: nothing in it can become markup or an attribute's end."""
    return escape(printable(text), quote=True)
