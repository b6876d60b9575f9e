"""Pictures for the tests of the emblem, made here: whole, broken and odd."""

import io
import struct
import zlib

from PIL import Image


def picture(kind: str = "PNG", width: int = 60, height: int = 40) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#1F3A5F").save(data, kind)
    return data.getvalue()


def png(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG by its parts: sides that need not be those of its picture."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", body),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
