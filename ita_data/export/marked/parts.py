"""The parts of an office file: read, changed, told of each other, and zipped again."""

import io
import zipfile
from collections.abc import Mapping
from posixpath import basename, dirname, join, normpath, relpath
from typing import Any

from lxml import etree

Element = Any
TYPES = "[Content_Types].xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Parts:
    """Parts by name. A part that was not asked for as a tree to be changed stays as it is."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = dict(parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def bytes_of(self, name: str) -> bytes:
        return self._parts[name]

    def tree(self, name: str) -> Element:
        """The part's root. Raises ValueError where it is no well-formed XML."""
        return parsed(self._parts[name])

    def put(self, name: str, content: Element | bytes) -> None:
        if not isinstance(content, bytes):
            content = etree.tostring(
                content.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
        self._parts[name] = content

    def free_name(self, pattern: str) -> str:
        """The first name of the pattern ("xl/comments{}.xml") that no part has."""
        taken = {name.lower() for name in self._parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def related(self, source: str, kind: str) -> list[tuple[str, str]]:
        """(relation id, part) of everything of that kind ("comments") that a part leads to."""
        return [
            (str(each.get("Id")), normpath(join("/", dirname(source), each.get("Target")))[1:])
            for each in self._relations(source)
            if str(each.get("Type", "")).endswith("/" + kind) and each.get("TargetMode") is None
        ]

    def relate(self, source: str, kind: str, target: str) -> str:
        """A new relation from one part to another; gives its id."""
        root = self._relations(source)
        taken = {each.get("Id") for each in root}
        number = 1
        while (identifier := f"rIdItaData{number}") in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{_PACKAGE}}}Relationship",
            Id=identifier,
            Type=_RELATION + kind,
            Target=relpath(target, dirname(source) or "."),
        )
        self.put(_relations_name(source), root)
        return identifier

    def _relations(self, source: str) -> Element:
        name = _relations_name(source)
        if name in self._parts:
            return self.tree(name)
        return parsed(f'<Relationships xmlns="{_PACKAGE}"/>'.encode())

    def declare(self, *, part: str = "", extension: str = "", content_type: str) -> None:
        """Says what a part, or every part with an extension, holds."""
        root = self.tree(TYPES)
        space = root.tag.rpartition("}")[0] + "}"
        if part:
            etree.SubElement(
                root, f"{space}Override", PartName=f"/{part}", ContentType=content_type
            )
        elif extension.lower() not in {
            str(each.get("Extension", "")).lower() for each in root.iter(f"{space}Default")
        }:
            default = etree.Element(f"{space}Default", Extension=extension)
            default.set("ContentType", content_type)
            root.insert(0, default)
        self.put(TYPES, root)

    def zipped(self) -> bytes:
        """The file; the list of contents first, as programs that sniff it expect."""
        out = io.BytesIO()
        names = sorted(self._parts, key=lambda name: name != TYPES)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, self._parts[name])
        return out.getvalue()


def parsed(part: bytes) -> Element:
    """An XML part's root, with nothing fetched and nothing expanded."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("a part is no well-formed XML") from error


def _relations_name(source: str) -> str:
    return join(dirname(source), "_rels", f"{basename(source)}.rels")
