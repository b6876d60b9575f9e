"""XML parts → trees, with nothing fetched and nothing expanded."""

from typing import Any

from lxml import etree

from ita_data.readers.refusals import refusal

Element = Any
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
)


def tree(part: bytes) -> Element:
    """The root element. Raises UnreadableFile where the part is no well-formed XML."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise refusal("unsafe")
    try:
        root = etree.fromstring(part, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusal("damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refusal("unsafe")
    return root


def local(element: Element) -> str:
    """The tag without its namespace: strict and transitional files differ only there."""
    tag: str = element.tag
    return tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """The attribute of this local name, in whatever namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None
