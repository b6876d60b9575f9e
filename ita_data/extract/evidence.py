"""Proof named in a measure's row: links behind cells, addresses and file names in the text."""

import re
from collections.abc import Iterator

from ita_data.extract.raw import Piece, RawMeasure
from ita_data.forms import words
from ita_data.model import Evidence
from ita_data.thai import clean

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
# Longer labels are the cell's whole prose, not the name of a document.
LONGEST_LABEL = 120


def evidence_of(raw: RawMeasure) -> tuple[Evidence, ...]:
    """What the evidence column names, then links behind other cells; each address once."""
    found = [item for piece in raw.pieces.get("evidence", ()) for item in _named_in(piece)]
    for name, pieces in raw.pieces.items():
        if name != "evidence":
            found += [item for piece in pieces if (item := _web_link(piece))]
    by_address = {item.address: item for item in reversed(found)}
    return tuple(by_address[address] for address in dict.fromkeys(e.address for e in found))


def _named_in(piece: Piece) -> Iterator[Evidence]:
    text = clean(piece.text)
    if piece.link:
        yield Evidence(address=piece.link, label=_label(text) if text != piece.link else "")
    for line in text.split("\n"):
        addresses = _ADDRESS.findall(line)
        if addresses:
            label = _ADDRESS.sub("", line).strip(" :-–,()")
            yield from (Evidence(address=a.rstrip(".,;)"), label=label) for a in addresses)
        elif line.strip() and not piece.link and line.strip() not in words()["around"]["nothing"]:
            yield Evidence(address=line.strip())


def _web_link(piece: Piece) -> Evidence | None:
    if not piece.link or not _ADDRESS.match(piece.link):
        return None
    return Evidence(address=piece.link, label=_label(clean(piece.text)))


def _label(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else ""
