"""Copies that time, a bad stick or a broken download changed: read or refused, nothing else."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_data.errors import UnreadableFile
from ita_data.settings import Limits, Settings
from ita_data.worker import ReadingService

CASES = Path(__file__).parent.parent / "cases"
# One file of each container; 400 copies of each were opened by hand.
FILES = (
    "half-years.xlsx", "city-dates-ods.ods", "hospital-dates-old.xls", "city-plain-docx.docx",
    "hospital-repeated-html.html", "hospital-plain-mhtml-as.xls", "city-sheets-xml2003.xml",
    "city-plain-cp874.csv", "city-moved-utf16.txt",
)  # fmt: skip
COPIES = 20
# What says that the reading went wrong, rather than the file.
OURS = {"crashed", "too-slow", "too-big", "failed", "not-started"}


@pytest.fixture(scope="module")
def service() -> Iterator[ReadingService]:
    reading = ReadingService(Settings(limits=Limits(workers=1)))
    yield reading
    reading.close()


def rotten(data: bytes, dice: random.Random) -> bytes:
    """The data with a few places flipped, zeroed, overwritten or lost, one in five cut short."""
    out = bytearray(data)
    for _ in range(dice.choice([1, 1, 2, 5, 20])):
        at, length = dice.randrange(len(out)), dice.choice([1, 4, 64, 512])
        length = min(length, len(out) - at - 1)
        kind = dice.choice(["flip", "zero", "noise", "lose"])
        if kind == "flip":
            out[at] ^= 1 << dice.randrange(8)
        elif kind == "lose":
            del out[at : at + length]
        else:
            out[at : at + length] = bytes(length) if kind == "zero" else dice.randbytes(length)
    return bytes(out[: dice.randrange(len(out)) if dice.random() < 0.2 else len(out)])


@pytest.mark.parametrize("name", FILES)
def test_rotten_copies_are_read_or_refused(service: ReadingService, name: str) -> None:
    whole = (CASES / name).read_bytes()
    reasons = set()
    for copy in range(COPIES):
        try:
            service.load(name, rotten(whole, random.Random(f"{name} {copy}")))
        except UnreadableFile as refused:
            reasons.add(refused.code)
    assert not reasons & OURS
    assert service.load(name, whole).report.measures
