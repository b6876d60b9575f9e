"""Old workbooks (xls): no checksum protects them, so their records are walked first."""

import random
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from ita_data.readers.ole import Ole
from ita_data.readers.xls_parts import records
from tests.readers.files import LIMITS, code

WHOLE = (Path(__file__).parent / "samples" / "written-by-libreoffice.xls").read_bytes()
EXTENT = WHOLE.index(b"\x00\x02\x0e\x00") + 4
STRINGS = WHOLE.index(b"\xfc\x00\xa3\x00") + 4


def _patched(at: int, words: bytes) -> bytes:
    return WHOLE[:at] + words + WHOLE[at + len(words) :]


def test_the_stream_is_found_and_its_records_end_where_they_should() -> None:
    stream = Ole(WHOLE).stream("Workbook")
    found = [number for number, _ in records(stream, 0)]
    assert (len(stream), found[0], found[-1], found.count(0x85)) == (2711, 0x809, 0x0A, 2)
    assert Ole(WHOLE).stream("Book") == b""


@pytest.mark.parametrize(
    "extent",
    [(0, 0xFFFFFFFF, 0, 4), (0xEF0000, 4, 0, 4), (0, 4, 0, 0xFFFF), (0, 4, 9, 4)],
    ids=["too tall", "begins after its end", "too wide", "reversed"],
)
def test_an_extent_that_cannot_be(extent: tuple[int, int, int, int]) -> None:
    assert code(_patched(EXTENT, struct.pack("<LLHH", *extent))) == "damaged"


def test_an_absurd_count_of_strings() -> None:
    assert code(_patched(STRINGS, struct.pack("<LL", 8, 0xFFFFFFFF))) == "too-much-text"


def test_a_password() -> None:
    protection = WHOLE.index(b"\xe1\x00\x02\x00")  # any record after the first will do
    assert code(_patched(protection, b"\x2f\x00")) == "encrypted"


def test_too_many_sheets() -> None:
    assert code(WHOLE, replace(LIMITS, sheets=1)) == "too-many-sheets"


@pytest.mark.parametrize("at", [44, 48, 60, 76])
def test_a_chain_that_leads_nowhere_or_in_a_circle(at: int) -> None:
    for sector in (0, 1, 5, 0x00FFFFFF):
        assert code(_patched(at, struct.pack("<L", sector))) in ("damaged", "read")


def test_bit_rot_anywhere() -> None:
    dice, codes = random.Random(2568), set()
    for _ in range(600):
        data = bytearray(WHOLE)
        for _ in range(dice.choice((1, 1, 3))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        codes.add(code(bytes(data)))
    assert {"read", "damaged"} <= codes
    known = {"foreign", "empty", "encrypted", "too-much-text", "too-wide", "too-tall"}
    assert codes - {"read", "damaged"} <= known | {"too-many-merges"}
