"""Comments at cells: the words in one part, the box they are shown in another.

What the officer's own comments say stays; ours is added below.
"""

import re
from typing import Any

from lxml import etree

from ita_data.export.marked.cells import Comment
from ita_data.export.marked.parts import Parts
from ita_data.export.official import printable
from ita_data.findings import Finding
from ita_data.place import column_letters
from ita_data.words import SEVERITY_WORDS

AUTHOR = "ข้อสังเกตจากการตรวจอ่าน"
# What Excel shows of a comment at most.
LONGEST = 32_000
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What may follow the boxes of comments in a sheet; the schema fixes the order.
_AFTER = {
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
}  # fmt: skip
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>'
)
_SHAPE_TYPE = (
    '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600"'
    ' o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{number}" type="#_x0000_t202"'
    ' style="position:absolute;width:288pt;height:120pt;z-index:{number};visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{left}, 15, {top}, 2, {right}, 31, {bottom}, 4</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)


def add_comments(package: Parts, sheet: str, comments: list[Comment]) -> None:
    """Puts comments at cells of a sheet, below what already stands there."""
    part = _comments_part(package, sheet)
    root = package.tree(part)
    author = _author(root)
    existing = {each.get("ref"): each for each in root.iter("{*}comment")}
    new = []
    for comment in comments:
        address = f"{column_letters(comment.cell[1])}{comment.cell[0]}"
        words = "\n\n".join(map(_words, comment.findings))[:LONGEST]
        if address in existing:
            _say_below(existing[address], words)
        else:
            _say(root, address, author, words)
            new.append(comment)
    package.put(part, root)
    if new:
        _add_boxes(package, sheet, new)


def _words(finding: Finding) -> str:
    return printable(
        f"{SEVERITY_WORDS[finding.severity]}: {finding.message}\n{finding.advice}"
    ).strip()


def _comments_part(package: Parts, sheet: str) -> str:
    if found := [part for _, part in package.related(sheet, "comments") if part in package]:
        return found[0]
    part = package.free_name("xl/comments{}.xml")
    space = package.tree(sheet).tag.rpartition("}")[0].lstrip("{")
    package.put(part, f'<comments xmlns="{space}"><authors/><commentList/></comments>'.encode())
    package.relate(sheet, "comments", part)
    package.declare(part=part, content_type=_CONTENT)
    return part


def _author(root: Any) -> int:
    """The number of our own name in the list of who commented."""
    authors = _child(root, "authors")
    names = [each.text for each in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{_space(root)}author").text = AUTHOR
    return len(names) if AUTHOR not in names else names.index(AUTHOR)


def _say(root: Any, address: str, author: int, words: str) -> None:
    space = _space(root)
    comments = _child(root, "commentList")
    comment = etree.SubElement(comments, f"{space}comment", ref=address, authorId=str(author))
    _run(etree.SubElement(comment, f"{space}text"), words)


def _say_below(comment: Any, words: str) -> None:
    text = _child(comment, "text")
    plain = text.find(f"{_space(text)}t")
    if plain is not None:  # a text is either plain or in runs
        text.remove(plain)
        _run(text, plain.text or "")
    _run(text, "\n\n" + words)


def _run(text: Any, words: str) -> None:
    space = _space(text)
    run = etree.Element(f"{space}r")
    line = etree.SubElement(run, f"{space}t")
    line.text = words
    line.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.insert(len(text.findall(f"{space}r")), run)


def _add_boxes(package: Parts, sheet: str, comments: list[Comment]) -> None:
    part = _drawing_part(package, sheet)
    vml = package.bytes_of(part).decode("utf-8", errors="surrogateescape")
    taken = [int(number) for number in re.findall(r'id="_x0000_s(\d{1,9})"', vml)]
    first = max([1024, *taken]) + 1
    boxes = [_box(each.cell, first + at) for at, each in enumerate(comments)]
    if 'id="_x0000_t202"' not in vml:
        boxes.insert(0, _SHAPE_TYPE)
    end = vml.rfind("</xml>")
    if end < 0:
        raise ValueError("the sheet's drawing has no end")
    vml = vml[:end] + "".join(boxes) + vml[end:]
    package.put(part, vml.encode("utf-8", errors="surrogateescape"))


def _box(cell: tuple[int, int], number: int) -> str:
    row, column = cell[0] - 1, cell[1] - 1
    return _SHAPE.format(
        number=number, row=row, column=column,
        left=column + 1, right=column + 4, top=max(0, row - 1), bottom=row + 6,
    )  # fmt: skip


def _drawing_part(package: Parts, sheet: str) -> str:
    """The part with the sheet's boxes, named in the sheet where it was not before."""
    root = package.tree(sheet)
    named = root.find("{*}legacyDrawing")
    if named is not None:
        targets = dict(package.related(sheet, "vmlDrawing"))
        part = targets.get(next((v for k, v in named.attrib.items() if k.endswith("}id")), ""), "")
        if part not in package:
            raise ValueError("the sheet's drawing is missing")
        return part
    part = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(part, _VML.encode())
    identifier = package.relate(sheet, "vmlDrawing", part)
    package.declare(extension="vml", content_type=_DRAWING)
    drawing = etree.Element(f"{_space(root)}legacyDrawing", nsmap={"r": _RELATIONS})
    drawing.set(f"{{{_RELATIONS}}}id", identifier)
    root.insert(_place_in(root), drawing)
    package.put(sheet, root)
    return part


def _place_in(root: Any) -> int:
    """Where the schema wants the sheet's boxes to be named."""
    for at, child in enumerate(root):
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] in _AFTER:
            return at
    return len(root)


def _space(element: Any) -> str:
    return str(element.tag.rpartition("}")[0]) + "}"


def _child(element: Any, name: str) -> Any:
    found = element.find(f"{{*}}{name}")
    if found is None:
        raise ValueError(f"a comment has no {name}")
    return found
