"""What the numbers of a report rest on, said beside them wherever they are shown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ita_data.model import Decision, Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """`words` counts the indicators that are meant, `note` says what that means for a reader."""

    words: str
    note: str

    def __str__(self) -> str:
        return f"{self.words} {self.note}"


def is_from_result(indicator: Indicator) -> bool:
    """Whether its target was taken from the reported result itself, which always reaches it."""
    return indicator.target is not None and indicator.target_from == "result"


def is_unconfirmed(indicator: Indicator) -> bool:
    """Whether it was read from the report's sentences and nobody has looked at it yet."""
    return indicator.decision is Decision.PROPOSED


def from_result(indicators: Iterable[Indicator]) -> Caution | None:
    """None where every target is a promise."""
    count = _count(is_from_result, indicators)
    words = f"{count} ตัวชี้วัดใช้เป้าหมายที่นำมาจากผลที่รายงานเอง"
    note = "ส่วนนี้จึงยังไม่ได้เทียบกับแผน โปรดดูผลที่บันทึกและหลักฐานประกอบ"
    return Caution(words=words, note=note) if count else None


def unconfirmed(indicators: Iterable[Indicator]) -> Caution | None:
    """None where somebody decided on each; `indicators` are those that count."""
    known = tuple(indicators)
    count = _count(is_unconfirmed, known)
    words = f"{count} จาก {len(known)} ตัวชี้วัดรอยืนยัน"
    note = "ตัวเลขส่วนนี้อ่านจากข้อความในรายงาน ยังไม่มีผู้ตรวจ"
    return Caution(words=words, note=note) if count else None


def cautions(indicators: Iterable[Indicator]) -> tuple[Caution, ...]:
    """What a paper that shows the percents of all bases says beneath them."""
    known = tuple(indicators)
    return tuple(filter(None, (from_result(known), unconfirmed(known))))


def _count(belongs: Callable[[Indicator], bool], indicators: Iterable[Indicator]) -> int:
    return sum(map(belongs, indicators))
