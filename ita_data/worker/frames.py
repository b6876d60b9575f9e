"""Messages over a pipe: one letter for the kind, the length, the bytes."""

import struct
from typing import IO

_HEAD = struct.Struct(">cQ")
# What a pipe takes in one go; longer ones are not copied to be sent together.
_AT_ONCE = 64 * 1024

READY, DATA = b"R", b"D"
# What is asked: read a file, or mark a workbook; each answer has its own letter.
REQUEST, MARK = b"Q", b"M"
# On the way to an answer: the rows that were read, so that they may be given time.
ROWS = b"W"
LOADED, MARKED, UNREADABLE, FAILED = b"L", b"B", b"U", b"F"


class BrokenFrame(Exception):
    """The other side is gone, or what it sent is no frame."""


def write_frame(stream: IO[bytes], kind: bytes, payload: bytes = b"") -> None:
    """Sends one frame whole. Raises OSError where nobody reads."""
    write_frames(stream, (kind, payload))


def write_frames(stream: IO[bytes], *pairs: tuple[bytes, bytes]) -> None:
    """Sends some frames, each of a kind and a payload. Raises OSError where nobody reads."""
    parts = [part for kind, payload in pairs for part in (_HEAD.pack(kind, len(payload)), payload)]
    if sum(map(len, parts)) <= _AT_ONCE:
        parts = [b"".join(parts)]  # the other side wakes once, not for each part
    for part in parts:
        stream.write(part)
    stream.flush()


def read_frame(stream: IO[bytes], largest: int) -> tuple[bytes, bytes]:
    """(kind, payload) of the next frame. Raises BrokenFrame at the stream's end, within a
    frame, or where a frame claims more than `largest` bytes."""
    kind, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if length > largest:
        raise BrokenFrame(f"a frame of {length} bytes")
    return kind, _exactly(stream, length)


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) != length:
        raise BrokenFrame("the stream ended")
    return data
