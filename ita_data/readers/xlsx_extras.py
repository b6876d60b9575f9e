"""Links and hidden rows of an xlsx."""

import html
import re
from collections.abc import Mapping

from ita_data.readers.archive import Archive
from ita_data.readers.characters import address
from ita_data.readers.markup import attribute, tree
from ita_data.readers.package import main_part, targets_of
from ita_data.readers.sheet_extent import is_sheet
from ita_data.readers.sheet_extras import SheetExtras

_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^<>]*\shidden="(?:1|true)")[^<>]*?\br="(\d{1,7})"')
_HIDDEN_FIRST = re.compile(rb'<(?:\w+:)?row\s(?=hidden="(?:1|true)")[^<>]*?\br="(\d{1,7})"')
_HYPERLINK = re.compile(rb"<(?:\w+:)?hyperlink\s[^<>]*>")
_FORMULA_LINK = re.compile(
    rb'<(?:\w+:)?c\s[^<>]*?\br="([A-Z]{1,3}\d{1,7})"[^<>]*>\s*<(?:\w+:)?f[^<>]*>'
    rb'\s*HYPERLINK\((?:"|&quot;)(.{1,2000}?)(?:"|&quot;)\s*[,)]'
)
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*["']([^"']*)["']""")
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def extras_of(archive: Archive) -> dict[str, SheetExtras]:
    """Extras by sheet name; sheets without any are left out."""
    if not any(_has_extras(archive.part(name)) for name in archive.names):
        return {}  # most files: nothing needs to be parsed
    workbook = main_part(archive)
    targets = targets_of(archive, workbook)
    found = {}
    for sheet in tree(archive.part(workbook)).iter("{*}sheet"):
        extras = _extras(archive, targets.get(attribute(sheet, "id") or "", ""))
        if extras.links or extras.hidden_rows:
            found[str(sheet.get("name"))] = extras
    return found


def _has_extras(part: bytes) -> bool:
    """Whether a part can be a sheet with hidden rows or links."""
    return is_sheet(part) and (b"hidden=" in part or b"HYPERLINK(" in part or b"hyperlink " in part)


def _extras(archive: Archive, name: str) -> SheetExtras:
    part = archive.part(name)
    hidden = _HIDDEN_ROW.findall(part) + _HIDDEN_FIRST.findall(part) if b"hidden=" in part else []
    links = _formula_links(part) if b"HYPERLINK(" in part else {}
    if b"hyperlink " in part:
        links |= _cell_links(part, targets_of(archive, name))
    return SheetExtras(links=links, hidden_rows=frozenset(map(int, hidden)))


def _cell_links(part: bytes, targets: Mapping[str, str]) -> dict[tuple[int, int], str]:
    """Links by cell; a link over a range belongs to its top left cell."""
    links = {}
    for element in _HYPERLINK.findall(part):
        words = {
            key.decode().rpartition(":")[2]: html.unescape(value.decode("utf-8", "replace"))
            for key, value in _ATTRIBUTE.findall(element)
        }
        cell = _cell(words.get("ref", ""))
        target = targets.get(words.get("id", ""), "")
        place = words.get("location")
        if place and "#" not in target:
            target = f"{target}#{place}"
        if cell and (link := address(target)):
            links[cell] = link
    return links


def _formula_links(part: bytes) -> dict[tuple[int, int], str]:
    links = {}
    for reference, target in _FORMULA_LINK.findall(part):
        cell = _cell(reference.decode())
        link = address(html.unescape(target.decode("utf-8", "replace")))
        if cell and link:
            links[cell] = link
    return links


def _cell(reference: str) -> tuple[int, int] | None:
    """F12 (or the first cell of F12:G13) → (12, 6)."""
    match = _CELL.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match.group(1):
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match.group(2)), column
