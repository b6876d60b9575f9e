"""A zip in memory whose directory was checked: what it declares is what it holds."""

import io
import struct
import zipfile
import zlib
from functools import cached_property
from posixpath import normpath

from ita_data.readers.refusals import megabytes, refusal
from ita_data.settings import Limits

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_STORED, _DEFLATED = 0, 8


# Of an entry in the directory: 46 bytes, a name, and a few more (our choice; office programs
# write about 130). A program that reads a zip's end asks for its longest comment at once.
_ENTRY_BYTES = 256
_END_BYTES = 22 + 0xFFFF


class _Bounded(io.BytesIO):
    """A zip whose directory is read only while it is no longer than honest ones are: zipfile
    makes an object of each entry before anybody can count them."""

    def __init__(self, data: bytes, most: int) -> None:
        super().__init__(data)
        self._most = most

    def read(self, size: int | None = -1, /) -> bytes:
        if size and size > max(self._most * _ENTRY_BYTES, _END_BYTES):
            raise refusal("too-many-parts", limit=f"{self._most:,}")
        return super().read(size)


class Archive:
    """The parts of an office file. Raises UnreadableFile for whatever is not honest."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.data = data
        self._parts: dict[str, bytes] = {}
        self._entries = _directory(data, limits)

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(self._entries)

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def part(self, name: str) -> bytes:
        """The part's bytes, unpacked once; b"" where there is none of that name."""
        if name not in self._entries:
            return b""
        if name not in self._parts:
            self._parts[name] = unpack(self.data, self._entries[name])
        return self._parts[name]


def _directory(data: bytes, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    entries, directory_at = entries_of(data, limits.entries)
    _check_sizes(entries, limits)
    _check_names(entries)
    _check_ranges(entries, directory_at)
    return {entry.filename: entry for entry in entries if not entry.is_dir()}


def entries_of(data: bytes, most: int) -> tuple[list[zipfile.ZipInfo], int]:
    """What a zip's directory names, at most so many entries, and where it begins.

    Raises UnreadableFile, and takes no longer, where there are more or it is damaged.
    """
    try:
        with zipfile.ZipFile(_Bounded(data, most)) as archive:
            entries, directory_at = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, struct.error, OSError) as error:
        raise refusal("damaged") from error
    except (NotImplementedError, UnicodeDecodeError, OverflowError) as error:
        raise refusal("damaged") from error
    if len(entries) > most:
        raise refusal("too-many-parts", limit=f"{most:,}")
    return entries, directory_at


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise refusal("encrypted", program="โปรแกรมที่ใช้สร้างไฟล์")
    if any(entry.file_size > limits.entry_bytes for entry in entries):
        raise refusal("unpacks-too-large", limit=megabytes(limits.entry_bytes))
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise refusal("unpacks-too-large", limit=megabytes(limits.unpacked_bytes))
    for entry in entries:
        large = entry.file_size > limits.ratio_from_bytes
        if large and entry.file_size > limits.ratio * entry.compress_size:
            raise refusal("packed-too-tight", limit=f"{limits.ratio:,}")


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    """No part may stand twice (programs disagree on which counts) or point outside."""
    names = [entry.filename.replace("\\", "/") for entry in entries]
    if len({name.lower() for name in names}) != len(names):
        raise refusal("damaged")
    for name in names:
        if name.startswith("/") or ":" in name or ".." in normpath(name).split("/"):
            raise refusal("damaged")


def _check_ranges(entries: list[zipfile.ZipInfo], directory_at: int) -> None:
    """Entries follow each other, none inside another, all before the directory."""
    free_from = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < free_from:
            raise refusal("damaged")
        free_from = entry.header_offset + _LOCAL_HEADER.size + entry.compress_size
    if free_from > directory_at:
        raise refusal("damaged")


def unpack(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Exactly the declared bytes, which the caller has looked at: a stream that goes on or
    stops short is refused with UnreadableFile."""
    head = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER.size]
    if len(head) < _LOCAL_HEADER.size or not head.startswith(b"PK\x03\x04"):
        raise refusal("damaged")
    *_, name_length, extra_length = _LOCAL_HEADER.unpack(head)
    start = entry.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    packed = data[start : start + entry.compress_size]
    content = _inflate(packed, entry) if entry.compress_type != _STORED else packed
    if len(content) != entry.file_size or zlib.crc32(content) != entry.CRC:
        raise refusal("damaged")
    return content


def _inflate(packed: bytes, entry: zipfile.ZipInfo) -> bytes:
    if entry.compress_type != _DEFLATED:
        raise refusal("damaged")
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = stream.decompress(packed, entry.file_size + 1)
    except zlib.error as error:
        raise refusal("damaged") from error
    if not stream.eof or stream.unused_data:
        raise refusal("damaged")
    return content
