"""Web pages (html, mhtml, also html named .xls): each table, and the lines between tables."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ita_data.grid import Grid, Value
from ita_data.readers.characters import addresses, tidy
from ita_data.readers.decoding import decode
from ita_data.readers.markup import Element
from ita_data.readers.refusals import refusal
from ita_data.readers.spans import SpannedTable
from ita_data.settings import Limits

_CHARSET = re.compile(rb"<meta[^>]*?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_THAI_CHARSETS = (b"windows-874", b"tis-620", b"iso-8859-11", b"cp874")
_LONG = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_MOST_WORDS = 2_000
_SPACES = re.compile(r"[ \t\r\n]+")
_AROUND_LINES = re.compile(r" *\n[ \n]*")
_UNSHOWN = frozenset({"script", "style", "head", "template", "noscript", "object", "iframe"})
_LISTS = frozenset({"ul", "ol", "li", "dl", "dt", "dd"})
_BLOCKS = frozenset({"p", "div", "section", "article", "center", "blockquote", "form", "caption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = _LISTS | _BLOCKS | _HEADINGS | {"table", "tr"}


def read(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """A grid a table ("ตารางที่ 1" …) and a prose grid for the lines before each.

    Nothing outside the file is fetched: pictures, styles and links stay unread. Raises
    UnreadableFile where the page is damaged or its tables are too large.
    """
    return tuple(_named(_page(data, limits)))


def read_archive(data: bytes, limits: Limits) -> tuple[Grid, ...]:
    """The pages inside a web archive (mhtml), one after the other: Excel writes one a sheet."""
    # Few files are archives: no other reading waits for what these modules bring.
    import email
    import email.policy

    if data.count(b"\n") > limits.tags:
        raise refusal("too-many-parts", limit=f"{limits.tags:,}")
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages = [
        content
        for part in message.walk()
        if part.get_content_type() == "text/html"
        and isinstance(content := part.get_payload(decode=True), bytes)
        and content.strip()
    ]
    if not pages:
        raise refusal("damaged")
    if len(pages) > limits.sheets:
        raise refusal("too-many-sheets", limit=f"{limits.sheets:,}")
    return tuple(_named(grid for page in pages for grid in _page(page, limits)))


def _named(grids: Iterator[Grid]) -> Iterator[Grid]:
    """Tables counted through all pages; the last prose is the document's end."""
    tables = 0
    found = list(grids)
    for position, grid in enumerate(found, start=1):
        tables += not grid.prose
        name = f"ตารางที่ {tables}"
        if grid.prose:
            last = position == len(found)
            name = "ข้อความท้ายเอกสาร" if last else f"ข้อความก่อนตารางที่ {tables + 1}"
        yield replace(grid, sheet=name)


def _page(data: bytes, limits: Limits) -> Iterator[Grid]:
    from lxml import html  # brings much that no other format needs

    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_bounded(tidy(_text(data)), limits), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise refusal("damaged") from error
    between: list[str] = []
    tables = 0
    for piece in _pieces(root, tables_apart=True):
        if isinstance(piece, str):
            between.append(piece)
            continue
        tables += 1
        if tables > limits.tables:
            raise refusal("too-many-tables", limit=f"{limits.tables:,}")
        yield from _prose(between)
        between = []
        yield _table(piece, limits)
    yield from _prose(between)


def _bounded(text: str, limits: Limits) -> str:
    """The text of a page that a parser is through with soon. Raises UnreadableFile."""
    if text.count("<") > limits.tags:
        raise refusal("too-many-parts", limit=f"{limits.tags:,}")
    # Each attribute is compared with all others of its tag.
    if any(
        max(len(tag[0].split()), tag[0].count("=")) > _MOST_WORDS for tag in _LONG.finditer(text)
    ):
        raise refusal("damaged")
    return text


def _text(data: bytes) -> str:
    """The page's text; a declared Thai charset is believed, any other is judged."""
    match = _CHARSET.search(data[:4096])
    if match and match.group(1).lower() in _THAI_CHARSETS:
        text = data.decode("cp874", errors="replace")
    else:
        text = decode(data)
    # A declaration inside a page already decoded would only confuse the parser.
    return re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)


def _prose(pieces: list[str]) -> Iterator[Grid]:
    rows: dict[int, dict[int, Value]] = {
        row: {1: line} for row, line in enumerate(_shown(pieces).split("\n"), start=1) if line
    }
    if rows:
        yield Grid(sheet="", rows=rows, prose=True)


def _table(element: Element, limits: Limits) -> Grid:
    rows = _own(element, "tr")
    table = SpannedTable(limits, height=len(rows))
    for number, row in enumerate(rows, start=1):
        for cell in (child for child in row if child.tag in ("td", "th")):
            column = table.add(
                number,
                text=_shown(_pieces(cell)),
                width=_span(cell, "colspan"),
                height=_span(cell, "rowspan") or len(rows),
            )
            if link := _link(cell):
                table.links[(number, column)] = link
    return table.grid("")


def _pieces(element: Element, *, tables_apart: bool = False) -> Iterator[str | Element]:
    """Text in reading order; each table as an element of its own where asked for."""
    if not isinstance(element.tag, str) or element.tag in _UNSHOWN:
        return
    if tables_apart and element.tag == "table" and not _is_layout(element):
        yield element
        return
    edge = "\n" if element.tag in _LINES or element.tag == "br" else ""
    yield edge + (_SPACES.sub(" ", element.text) if element.text else "")
    for child in element:
        yield from _pieces(child, tables_apart=tables_apart)
        if child.tail:
            yield _SPACES.sub(" ", child.tail)
    yield "\t" if element.tag in ("td", "th") else edge if element.tag != "br" else ""


def _shown(pieces: Iterator[str | Element] | list[str]) -> str:
    text = "".join(piece for piece in pieces if isinstance(piece, str))
    return _AROUND_LINES.sub("\n", text.replace("\t\n", "\n")).strip()


def _is_layout(table: Element) -> bool:
    """A table that only places others on the page: one inside is larger than itself."""
    own = sum(len(row) for row in _own(table, "tr"))
    inner = (sum(len(row) for row in _own(other, "tr")) for other in table.iter("table"))
    return any(cells > own for cells in inner)


def _own(table: Element, tag: str) -> list[Element]:
    """A table's own rows, not those of tables inside it."""
    rows = []
    for child in table:
        if child.tag == tag:
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in child if row.tag == tag)
    return rows


def _span(cell: Element, name: str) -> int:
    """A declared span; 0 means "to the end" for rows, and 1 stands for nonsense."""
    text = (cell.get(name) or "1").strip()
    return int(text) if text.isdecimal() and len(text) < 6 else 1


def _link(cell: Element) -> str | None:
    return addresses(anchor.get("href") for anchor in cell.iter("a"))
