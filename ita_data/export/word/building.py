"""From markup to a Word file: the page, the fonts of its styles, page numbers, properties."""

import io
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from ita_data.dates import Digits
from ita_data.export.official import printable
from ita_data.export.word.writing import FONT, run_properties

if TYPE_CHECKING:
    from docx.document import Document

# Where a machine lacks the first font, the one that we carry.
FALLBACK = "Sarabun"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NO_DAY = date(2000, 1, 1)
PICTURE_MM = 20


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
    cover: bool = False,
    picture: bytes | None = None,
    created: date | None = None,
) -> bytes:
    """A document of these blocks on A4; margins are top, right, bottom and left.

    `cover`: the first page has no number. `picture` (a PNG or JPEG that was looked at) takes
    the place that `PICTURE` holds.
    """
    import docx

    made = _with_body(docx.Document(), body)
    if picture is not None:
        _put_picture(made, picture)
    _set_fonts(made, points)
    _set_page(made, landscape, margins_mm)
    _number_pages(made, digits, cover)
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


def _put_picture(made: "Document", picture: bytes) -> None:
    """The emblem, 20 mm high, where its place is held."""
    from docx.shared import Mm

    place = next(p for p in made.paragraphs if p._p.xpath("w:bookmarkStart"))
    run = place.add_run()
    shown = run.add_picture(io.BytesIO(picture), height=Mm(PICTURE_MM))
    shown._inline.docPr.set("descr", "ตราหน่วยงาน")
    holder = place._p.xpath("w:bookmarkStart")[0]
    holder.getparent().replace(holder, run._r)


def _set_page(made: "Document", landscape: bool, margins_mm: tuple[float, ...]) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    page = made.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = map(Mm, margins_mm)
    page.header_distance = page.footer_distance = Mm(7)


def _number_pages(made: "Document", digits: Digits, cover: bool) -> None:
    """Thai or other digits; the page after a cover is the first."""
    kinds = ' w:fmt="thaiNumbers"' if digits == "thai" else ""
    kinds += ' w:start="0"' if cover else ""
    if kinds:
        margins: Any = made.sections[0]._sectPr.find(f"{{{W}}}pgMar")
        margins.addnext(elements(f"<w:pgNumType{kinds}/>")[0])
    made.sections[0].different_first_page_header_footer = cover


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
