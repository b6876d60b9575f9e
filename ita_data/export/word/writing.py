"""The parts of a Word document in Thai: its fonts set for every script, paragraphs, tables.

Word draws Thai as complex script: without the cs font, cs size and cs bold on the run, on
the style and on the defaults, Thai falls back to another font and loses its bold.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Literal
from xml.sax.saxutils import escape, quoteattr

from ita_data.dates import Digits
from ita_data.export.official import printable

if TYPE_CHECKING:
    from docx.document import Document

# The font that official papers ask for; where a machine lacks it, the one that we carry.
FONT, FALLBACK = "TH SarabunPSK", "Sarabun"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NO_DAY = date(2000, 1, 1)
TWIPS_PER_MM = 1440 / 25.4
Align = Literal["left", "center", "right", "thaiDistribute"]


def twips(mm: float) -> int:
    """Millimetres as Word's twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def run_properties(points: float, bold: bool = False) -> str:
    """Font, size and language of a run for Latin and for Thai letters."""
    size = round(points * 2)
    weight = "<w:b/><w:bCs/>" if bold else ""
    return (
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'{weight}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="en-US" w:eastAsia="th-TH" w:bidi="th-TH"/></w:rPr>'
    )


def run(text: str, points: float, bold: bool = False) -> str:
    """Text as text: nothing in it can become markup. Tabs stay tabs."""
    parts = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in printable(text).split("\t")
    )
    return f"<w:r>{run_properties(points, bold)}{parts}</w:r>"


def field(instruction: str, points: float) -> str:
    """A value that Word works out, such as the number of the page."""
    return f"<w:fldSimple w:instr={quoteattr(instruction)}>{run('1', points)}</w:fldSimple>"


def paragraph(
    *runs: str,
    align: Align = "left",
    after: float = 0,
    before: float = 0,
    first: float = 0,
    keep: bool = False,
    tabs: Iterable[float] = (),
) -> str:
    """Runs as a paragraph; room before and after in points, indent and tab stops in mm.

    `keep`: stays on the page of the paragraph that follows.
    """
    stops = "".join(f'<w:tab w:val="left" w:pos="{twips(mm)}"/>' for mm in tabs)
    return (
        f"<w:p><w:pPr>{'<w:keepNext/><w:keepLines/>' if keep else ''}"
        f"{f'<w:tabs>{stops}</w:tabs>' if stops else ''}"
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" '
        f'w:line="240" w:lineRule="auto"/><w:ind w:firstLine="{twips(first)}"/>'
        f'<w:jc w:val="{align}"/></w:pPr>{"".join(runs)}</w:p>'
    )


def cell(paragraphs: str, width_mm: float, shade: str = "", middle: bool = False) -> str:
    """Paragraphs as a cell of a table."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    centre = '<w:vAlign w:val="center"/>' if middle else ""
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{fill}{centre}</w:tcPr>{paragraphs}</w:tc>"


def row(cells: Iterable[str], header: bool = False) -> str:
    """Cells as a row. Only a header may not break over two pages; it stands on each."""
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if header else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths_mm: Sequence[float], borders: bool = True) -> str:
    """Rows as a table of fixed column widths."""
    kind = "single" if borders else "nil"
    edges = "".join(
        f'<w:{side} w:val="{kind}" w:sz="4" w:space="0" w:color="1A2433"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    margins = "".join(
        f'<w:{side} w:w="{room}" w:type="dxa"/>'
        for side, room in (("top", 28), ("left", 85), ("bottom", 28), ("right", 85))
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/>'
        f"<w:tblBorders>{edges}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def elements(markup: str) -> list[Any]:
    """The blocks of our own markup, parsed at once."""
    from docx.oxml import parse_xml

    return list(parse_xml(f'<w:body xmlns:w="{W}">{markup}</w:body>'))


def document(
    body: str,
    *,
    title: str,
    author: str,
    landscape: bool,
    margins_mm: tuple[float, float, float, float],
    points: float,
    footer: str = "",
    digits: Digits = "arabic",
    created: date | None = None,
) -> bytes:
    """A document of these blocks on A4; margins are top, right, bottom and left."""
    import docx

    made = _with_body(docx.Document(), body)
    _set_fonts(made, points)
    _set_page(made, landscape, margins_mm)
    if digits == "thai":
        margins: Any = made.sections[0]._sectPr.find(f"{{{W}}}pgMar")
        margins.addnext(elements('<w:pgNumType w:fmt="thaiNumbers"/>')[0])
    _set_properties(made, title, author, created or NO_DAY)
    if footer:
        below = made.sections[0].footer
        below.is_linked_to_previous = False
        for old in list(below._element):
            below._element.remove(old)
        below._element.extend(elements(footer))
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def _with_body(made: "Document", body: str) -> "Document":
    """The document parsed anew with these blocks; moving many blocks into it takes seconds."""
    from docx.oxml import parse_xml

    before, section, after = made.element.xml.rpartition("<w:sectPr")
    made.part._element = parse_xml(before + body + section + after)
    whole: Document = made.part.document
    return whole


def _set_page(made: "Document", landscape: bool, margins_mm: tuple[float, ...]) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = map(Mm, margins_mm)
    page.header_distance = page.footer_distance = Mm(7)


def _set_fonts(made: "Document", points: float) -> None:
    """The same properties on the defaults and on Normal, in place of the theme's fonts."""
    styles = made.styles.element
    for path in ("w:docDefaults/w:rPrDefault", "w:style[@w:styleId='Normal']"):
        for holder in styles.xpath(path):
            for old in holder.findall(f"{{{W}}}rPr"):
                holder.remove(old)
            holder.append(elements(run_properties(points))[0])
    _name_fallback(made)


def _name_fallback(made: "Document") -> None:
    """The font table tells Word what to take where the first font is missing."""
    font = (
        f'<w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
        '<w:charset w:val="DE"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
    )
    for part in made.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = part.blob.replace(b"</w:fonts>", f"{font}</w:fonts>".encode())


def _set_properties(made: "Document", title: str, author: str, created: date) -> None:
    moment = datetime.combine(created, time())
    about = made.core_properties
    about.title, about.author = printable(title)[:255], printable(author)[:255]
    about.language, about.comments, about.keywords = "th-TH", "", ""
    about.created = about.modified = moment
    about.last_modified_by = about.author
