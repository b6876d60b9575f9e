"""The agency's emblem: a picture that someone gives, judged by its content before it is used.

Only PNG and JPEG: an SVG is a program of its own (it can hold scripts and outside addresses).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from ita_data.errors import Unprintable

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_BYTES = 1_000_000
# A picture of few bytes may still unpack to gigabytes: both sides are read before that.
LEAST_SIDE, MOST_SIDE = 16, 3_000
REFUSED = (
    "ตราหน่วยงานใช้ไม่ได้ โปรดใช้ภาพ PNG หรือ JPEG ที่เปิดดูได้ ขนาดไม่เกิน 1 MB และด้านละ "
    f"{LEAST_SIDE}–{MOST_SIDE:,} จุด"
)
# Markers that begin a JPEG's frame and say its sides; those between them are of other kinds.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True, kw_only=True)
class Emblem:
    """A picture that was looked at: its bytes, and its sides in points of the picture."""

    data: bytes
    width: int
    height: int


def emblem_of(data: bytes) -> Emblem:
    """The picture in these bytes. Raises Unprintable where they are none that may be used."""
    sides = _sides(data) if len(data) <= MOST_BYTES else None
    if sides is None or not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        raise Unprintable(REFUSED)
    return Emblem(data=data, width=sides[0], height=sides[1])


def _sides(data: bytes) -> tuple[int, int] | None:
    """Width and height; None where the bytes are no whole PNG or JPEG."""
    try:
        if data.startswith(PNG):
            return _png_sides(data)
        return _jpeg_sides(data) if data.startswith(JPEG) else None
    except (struct.error, IndexError):
        return None


def _png_sides(data: bytes) -> tuple[int, int] | None:
    kinds = [kind for kind, _ in _png_parts(data)]
    whole = kinds[:1] == [b"IHDR"] and b"IDAT" in kinds and kinds[-1:] == [b"IEND"]
    width, height = struct.unpack_from(">II", data, 16)
    return (width, height) if whole else None


def _png_parts(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Kind and place of every part, up to the last one."""
    at = len(PNG)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind, at
        if kind == b"IEND":
            return
        at += 12 + length


def _jpeg_sides(data: bytes) -> tuple[int, int] | None:
    """Of the first frame; the parts before it are passed over by their lengths."""
    at = 2
    while data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    return None
