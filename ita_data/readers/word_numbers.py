"""Automatic list numbers of a Word document: "๑.", "1)", "-" that stand in no text."""

from collections import defaultdict
from dataclasses import dataclass

from ita_data.readers.markup import Element, attribute, local, tree

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list: its number format, its wording ("%1.") and its first number."""

    format: str
    wording: str
    start: int


class ListNumbers:
    """Counts through a document; ask once a paragraph, in document order."""

    def __init__(self, numbering: bytes, styles: bytes) -> None:
        self._levels: dict[str, dict[int, Level]] = _lists(numbering)
        self._styles = _style_lists(styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def before(self, paragraph: Element) -> str:
        """The number and a space that Word shows before the paragraph; "" for none.

        Bullets are shown as "- ", since their own characters belong to symbol fonts.
        """
        numbered = _list_of(paragraph) or self._styles.get(_style_of(paragraph))
        if numbered is None:
            return ""
        identifier, depth = numbered
        level = self._levels.get(identifier, {}).get(depth)
        if level is None or level.format == "none":
            return ""
        if level.format == "bullet":
            return "- "
        return self._worded(identifier, depth, level)

    def _worded(self, identifier: str, depth: int, level: Level) -> str:
        counts = self._counts[identifier]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        wording = level.wording
        for upper, shown in self._levels[identifier].items():
            number = counts.get(upper, shown.start)
            wording = wording.replace(f"%{upper + 1}", _written(number, shown.format))
        return f"{wording} " if wording else ""


def _written(number: int, format: str) -> str:
    if format in ("thaiNumbers", "thaiCounting"):
        return str(number).translate(_THAI_DIGITS)
    if format == "thaiLetters" and number <= len(_THAI_LETTERS):
        return _THAI_LETTERS[number - 1]
    if format in ("lowerLetter", "upperLetter") and 1 <= number <= 26:
        return chr(ord("a" if format == "lowerLetter" else "A") + number - 1)
    if format in ("lowerRoman", "upperRoman") and 1 <= number < 40:
        return _roman(number) if format == "lowerRoman" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    words = ""
    for worth, letters in _ROMAN:
        while number >= worth:
            words, number = words + letters, number - worth
    return words


def _lists(numbering: bytes) -> dict[str, dict[int, Level]]:
    """List id → its levels; empty where the document has no lists."""
    if not numbering:
        return {}
    root = tree(numbering)
    abstract = {
        attribute(element, "abstractNumId"): _abstract_levels(element)
        for element in root
        if local(element) == "abstractNum"
    }
    return {
        identifier: abstract.get(_child_value(element, "abstractNumId"), {})
        for element in root
        if local(element) == "num" and (identifier := attribute(element, "numId"))
    }


def _abstract_levels(element: Element) -> dict[int, Level]:
    return {
        _whole(attribute(level, "ilvl"), 0): Level(
            format=_child_value(level, "numFmt") or "decimal",
            wording=_child_value(level, "lvlText") or "",
            start=_whole(_child_value(level, "start"), 1),
        )
        for level in element
        if local(level) == "lvl"
    }


def _style_lists(styles: bytes) -> dict[str | None, tuple[str, int]]:
    """Paragraph style → the list it numbers by."""
    if b"numId" not in styles:
        return {}
    return {
        attribute(style, "styleId"): numbered
        for style in tree(styles)
        if local(style) == "style" and (numbered := _list_of(style))
    }


def _list_of(element: Element) -> tuple[str, int] | None:
    """(list id, level) of a paragraph or style; None where it names no list."""
    for properties in element:
        if local(properties) == "pPr":
            for numbered in properties:
                if local(numbered) == "numPr" and (identifier := _child_value(numbered, "numId")):
                    return identifier, _whole(_child_value(numbered, "ilvl"), 0)
    return None


def _style_of(paragraph: Element) -> str | None:
    for properties in paragraph:
        if local(properties) == "pPr":
            return _child_value(properties, "pStyle")
    return None


def _child_value(element: Element, name: str) -> str | None:
    for child in element:
        if local(child) == name:
            return attribute(child, "val")
    return None


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else default
