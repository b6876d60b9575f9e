"""Records ↔ JSON, both ways without loss. The one place that knows how records are written."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


def to_json(record: object) -> bytes:
    """UTF-8 JSON of any record of the model (dates ISO in CE, missing null)."""
    return msgspec.json.encode(record)


def from_json(kind: type[T], data: bytes) -> T:
    """The record that `to_json` wrote. Raises ValueError where the JSON is no such record."""
    return msgspec.json.decode(data, type=kind)
