"""Proof named in a measure's row: links behind cells, addresses and file names in the text."""

import re
from collections.abc import Iterator

from ita_data.extract.raw import Piece, RawMeasure
from ita_data.forms import words
from ita_data.model import Evidence
from ita_data.thai import clean

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[-–•▪]\s+")
# Longer labels are the cell's whole prose, not the name of a document.
LONGEST_LABEL = 120


def evidence_of(raw: RawMeasure) -> tuple[Evidence, ...]:
    """What the evidence column names, then links behind other cells; each address once."""
    found = [item for piece in raw.pieces.get("evidence", ()) for item in _named_in(piece)]
    for name, pieces in raw.pieces.items():
        if name != "evidence":
            found += [item for piece in pieces for item in _linked(piece) if _is_web(item)]
    by_address = {item.address: item for item in reversed(found)}
    return tuple(by_address[address] for address in dict.fromkeys(e.address for e in found))


def _named_in(piece: Piece) -> Iterator[Evidence]:
    text = clean(piece.text)
    yield from _linked(piece)
    for line in (_BULLET.sub("", line) for line in text.split("\n")):
        addresses = _ADDRESS.findall(line)
        if addresses:
            label = _ADDRESS.sub("", line).strip(" :-–,()")
            yield from (Evidence(address=a.rstrip(".,;)"), label=label) for a in addresses)
        elif line.strip() and not piece.link and line.strip() not in words()["around"]["nothing"]:
            yield Evidence(address=line.strip())


def _linked(piece: Piece) -> Iterator[Evidence]:
    """Where the cell's links lead; each by its own line of the text where there are as many."""
    if not piece.link:
        return
    addresses, text = piece.link.splitlines(), clean(piece.text)
    lines = text.split("\n")
    labels = lines if len(lines) == len(addresses) else [text] * len(addresses)
    for address, label in zip(addresses, labels, strict=True):
        yield Evidence(address=address, label=_label(label) if label != address else "")


def _is_web(item: Evidence) -> bool:
    return _ADDRESS.match(item.address) is not None


def _label(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else ""
