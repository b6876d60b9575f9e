"""Text as it may stand in a cell: no control characters, no half characters, one line end."""

import re
from collections.abc import Iterable

# Control characters, lone surrogates, byte-order marks and non-characters: none has a meaning
# in a report, and JSON, XML and databases refuse them.
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x0b|\x85|\u2028|\u2029")


def tidy(text: str) -> str:
    """The text without what cannot be written, line ends as \\n; a form feed is a space."""
    # Nearly every text: the same answer, found many times faster.
    if text.replace("\n", "").isprintable():
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text)).replace("\x0c", " ")


def filled(text: str) -> bool:
    """Whether a cell with this text counts as filled (more than white space)."""
    return bool(text) and not text.isspace()


def address(text: str) -> str | None:
    """Where a link leads; None where it leads nowhere outside, or would run something."""
    target = "".join(tidy(text).split())
    scheme = target.partition(":")[0].lower()
    if not target or target.startswith("#") or scheme in ("javascript", "vbscript", "data"):
        return None
    return target


def addresses(targets: Iterable[str | None]) -> str | None:
    """Where the links of a cell lead: each address once, a line each; None where none does."""
    found = filter(None, (address(target or "") for target in targets))
    return "\n".join(dict.fromkeys(found)) or None
