"""Streams of an OLE file (xls and other old Office files), by following its sector chains.

Written after [MS-CFB]; every chain is bounded by the file's own size, so a loop ends.
"""

import struct
from dataclasses import dataclass
from functools import cached_property

from ita_data.readers.refusals import refusal

_END = 0xFFFFFFFA  # From here on numbers are marks (end of chain, free), not sectors.
_ENTRY = 128
_MINI = 64


@dataclass(frozen=True)
class Ole:
    """An OLE file in memory. Raises UnreadableFile("damaged") where a chain leads nowhere."""

    data: bytes

    def stream(self, *names: str) -> bytes:
        """The first stream with one of these names, in any storage; b"" where there is none."""
        for name in names:
            for entry in self._entries:
                if entry[:64] == name.encode("utf-16-le").ljust(64, b"\x00"):
                    start, size = struct.unpack_from("<LL", entry, 116)
                    return self._content(start, size)
        return b""

    def _content(self, start: int, size: int) -> bytes:
        if size >= self._number(56):
            return self._chain(start)[:size]
        pieces, sector = [], start
        while sector < _END:
            pieces.append(self._mini_stream[sector * _MINI : (sector + 1) * _MINI])
            sector = self._next(self._mini_fat, sector, len(pieces))
        return b"".join(pieces)[:size]

    @cached_property
    def _entries(self) -> list[bytes]:
        directory = self._chain(self._number(48))
        return [directory[at : at + _ENTRY] for at in range(0, len(directory), _ENTRY)]

    @cached_property
    def _mini_stream(self) -> bytes:
        start = struct.unpack_from("<L", self._entries[0], 116)[0] if self._entries else _END
        return self._chain(start)

    @cached_property
    def _mini_fat(self) -> tuple[int, ...]:
        return _numbers(self._chain(self._number(60)))

    @cached_property
    def _fat(self) -> tuple[int, ...]:
        """Sector → the next one; its own sectors stand in the header and in a chain."""
        sectors = [number for number in _numbers(self.data[76:512]) if number < _END]
        more = self._number(68)
        while more < _END and len(sectors) * self._size <= len(self.data):
            numbers = _numbers(self._sector(more))
            sectors.extend(number for number in numbers[:-1] if number < _END)
            more = numbers[-1] if numbers else _END
        return _numbers(b"".join(map(self._sector, sectors)))

    def _chain(self, start: int) -> bytes:
        pieces, sector = [], start
        while sector < _END:
            pieces.append(self._sector(sector))
            sector = self._next(self._fat, sector, len(pieces))
        return b"".join(pieces)

    def _next(self, table: tuple[int, ...], sector: int, passed: int) -> int:
        if sector >= len(table) or passed > len(self.data) // _MINI:
            raise refusal("damaged")
        return table[sector]

    def _sector(self, number: int) -> bytes:
        return self.data[(number + 1) * self._size : (number + 2) * self._size]

    @cached_property
    def _size(self) -> int:
        shift = struct.unpack_from("<H", self.data, 30)[0] if len(self.data) >= 512 else 0
        if shift not in (9, 12):
            raise refusal("damaged")
        return 1 << int(shift)

    def _number(self, at: int) -> int:
        if len(self.data) < 512:
            raise refusal("damaged")
        return int(struct.unpack_from("<L", self.data, at)[0])


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}L", data[: len(data) // 4 * 4])
