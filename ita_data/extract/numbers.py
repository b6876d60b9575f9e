"""Numbers of measures: in a column of their own or in front of the title; rows of totals."""

import re
from dataclasses import dataclass

from ita_data.thai import remembered, squash, to_arabic

_NUMBER = re.compile(r"\(?(\d{1,3})(?:\.0)?[.)]?")
_GLUED = re.compile(r"\s*\(?(\d{1,3})\s?[.)]\s*(?![\d\s.)])")
_NAMED = re.compile(r"\s*(?:มาตรการ|โครงการ|กิจกรรม)ที่\s*(\d{1,3})(?!\d)")
_TOTAL = re.compile(
    r"(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งปี|งบประมาณ|เป็นเงิน|เงิน|จำนวน|สุทธิ)*"
    r"[\d,.:\-()=]*(?:บาท|มาตรการ|โครงการ|กิจกรรม|รายการ|เรื่อง)?(?:ทั้งสิ้น|ทั้งหมด)?[\d,.:()]*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glued:
    """A title and the number that stood in front of it; None where none did."""

    number: int | None
    title: str


@remembered
def number_of(text: str) -> int | None:
    """The number in a cell of its own: "๗.", "(3)", "1.0"; None where it is something else."""
    found = _NUMBER.fullmatch(squash(text))
    return int(found[1]) if found else None


def glued_number(title: str) -> Glued:
    """The number in front of a title ("๑. มาตรการ…"), and the title without it.

    "มาตรการที่ ๑ …" has a number too, but it is part of the title's words and stays.
    """
    digits = to_arabic(title)
    if found := _GLUED.match(digits):
        return Glued(number=int(found[1]), title=title[found.end() :])
    named = _NAMED.match(digits)
    return Glued(number=int(named[1]) if named else None, title=title)


def is_total(text: str) -> bool:
    """Whether a row that begins so is the table's total, not a measure."""
    return _TOTAL.fullmatch(squash(text)) is not None
