"""Long lists in parts: so many lines at once, with the way on and back as links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from ita_data.figures.marks import link_to
from ita_data.words import number_words

# More lines than this are not looked through at once, and cost every browser its time.
MOST = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """`items` of a list of `total`; `number` of `parts`, from 1; `first`: the place of the
    first item in the list, from 1 (0 in an empty list)."""

    items: tuple[T, ...]
    number: int
    parts: int
    first: int
    total: int


def part_of(items: Sequence[T], number: int, size: int = MOST) -> Part[T]:
    """The part of that number; the nearest where there is none (any more)."""
    parts = max(-(-len(items) // size), 1)
    number = min(max(number, 1), parts)
    begin = (number - 1) * size
    return Part(
        items=tuple(items[begin : begin + size]),
        number=number,
        parts=parts,
        first=begin + 1 if items else 0,
        total=len(items),
    )


def turning(part: Part[T], address: Callable[[int], str], noun: str) -> str:
    """ "แสดง 101–200 จาก 5,000 มาตรการ · ย้อนกลับ · แสดงต่อ" as HTML; "" where all is shown."""
    if part.parts == 1:
        return ""
    last = number_words(part.first + len(part.items) - 1)
    words = f"แสดง {number_words(part.first)}–{last} จาก {number_words(part.total)} {noun}"
    ways = [
        link_to(address(number), label)
        for number, label in (
            (part.number - 1, "← ย้อนกลับ"),
            (part.number + 1, "แสดงต่อ →"),
        )
        if 1 <= number <= part.parts
    ]
    shown = " · ".join([words, *ways])
    return f'<nav class="ita-more" aria-label="ส่วนของรายการ">{shown}</nav>'
