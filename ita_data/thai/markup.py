"""Leftover html in cells: seen, and turned into plain lines without losing a word."""

import html
import re

_INLINE = re.compile(
    r"a|abbr|b|big|code|del|em|font|i|img|ins|label|mark|o:p|s|small|span|strike|strong|sub|sup|u"
)
_NAMES = (
    r"a|abbr|address|article|b|big|blockquote|body|br|caption|center|code|col|colgroup|dd|del|div|dl|dt"
    r"|em|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|ins|label|li|link|main|mark|meta|o:p"
    r"|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead"
    r"|title|tr|u|ul|xml"
)
# Attributes have "=" or are plain Latin words: "<b และ c>" is no tag.
_TAG = re.compile(
    rf"<!--|-->|<(?=[/a-z])(?P<close>/?)(?P<name>{_NAMES})(?:\s[^<>=]*=[^<>]*|\s[a-z\s-]*|)/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
# What is never shown, and the tag it ends with.
_UNSHOWN = {"<!--": "-->", "<script": "</script", "<style": "</style"}


def has_markup(text: str) -> bool:
    """Whether html tags, comments or entities stand in the text."""
    if "<" not in text and "&" not in text:  # nearly every text
        return False
    return any(tag[0] != "-->" for tag in _TAG.finditer(text)) or any(
        html.unescape(entity[0]) != entity[0] for entity in _ENTITY.finditer(text)
    )


def clean(text: str) -> str:
    """The text without html: block tags become line breaks, entities their letters.

    Lines are trimmed and, where there was markup, empty ones are dropped. No word is lost
    or changed; text without markup only loses white space around its lines.
    """
    if _is_one_plain_line(text):  # most cells
        return text.strip()
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    marked = has_markup(text)
    for _ in range(2 if marked else 0):  # twice: "&lt;p&gt;" is a tag that was escaped
        text = html.unescape(_without_tags(text))
    lines = [line.strip() for line in text.replace("\u00a0", " ").split("\n")]
    return "\n".join(line for line in lines if line or not marked).strip()


def _is_one_plain_line(text: str) -> bool:
    """Whether nothing but white space around it can be in the text that is to be cleaned."""
    if "\n" in text or "<" in text or "&" in text or "_x000D_" in text:
        return False
    return text.isprintable()  # no carriage return, no no-break space


def _without_tags(text: str) -> str:
    tags = list(_TAG.finditer(text))
    last = {_mark(tag): n for n, tag in enumerate(tags)}
    kept: list[str] = []
    done = 0
    ends_with = ""  # the tag that ends the comment, script or style we are in
    for n, tag in enumerate(tags):
        if ends_with:
            if _mark(tag) != ends_with:
                continue
            ends_with = ""
        else:
            kept += text[done : tag.start()], _instead_of(tag)
            closing = _UNSHOWN.get(_mark(tag), "")
            ends_with = closing if last.get(closing, -1) > n else ""
        done = tag.end()
    kept.append(text[done:])
    return "".join(kept)


def _mark(tag: re.Match[str]) -> str:
    """The tag without its attributes: "<style", "</style", "<!--"."""
    return f"<{tag['close']}{tag['name'].lower()}" if tag["name"] else tag[0]


def _instead_of(tag: re.Match[str]) -> str:
    name = (tag["name"] or "").lower()
    if not name:
        return "" if tag[0] == "<!--" else tag[0]
    if name in ("td", "th"):
        return " "
    return "" if _INLINE.fullmatch(name) else "\n"
