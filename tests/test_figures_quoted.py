"""Words of a source are marked where they stand, never where they stood in an older file."""

from dataclasses import replace

import pytest

from ita_data.figures import measure
from ita_data.figures.lines import MeasureLine
from ita_data.figures.quoted import quoted
from ita_data.model import Source
from tests.test_figures import address, view

GONE = "ถ้อยคำเดิม “จำนวน ๔ ครั้ง” ไม่อยู่ในรายงานรุ่นนี้แล้ว"


def line(steps: str) -> MeasureLine:
    """A measure whose indicator was taken from “จำนวน ๔ ครั้ง”, with other steps."""
    own = view().measures[2]
    changed = replace(own.measure, steps=steps)
    indicators = tuple(replace(one, measure=changed) for one in own.indicators)
    return replace(own, measure=changed, indicators=indicators)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("จัดประชุม ๔ ครั้ง", (9, 17)),
        ("ให้จัดประชุม ๔ ครั้ง", (12, 20)),
        ("จัดประชุม ๕ ครั้ง", None),
        ("อบรม ๔ ครั้ง ประชุม ๔ ครั้ง", None),
        ("", None),
    ],
)
def test_a_quote_stands_where_it_was_or_in_one_other_place(
    text: str, span: tuple[int, int] | None
) -> None:
    own = replace(view().measures[2].measure, steps=text)
    source = Source(column="steps", text=" ๔ ครั้ง", start=9, end=17)
    assert quoted(own, source) == span


def test_words_that_moved_are_marked_where_they_stand_now() -> None:
    moved = line("ก่อนอื่นให้จัดประชุม จำนวน ๔ ครั้ง")
    assert measure.fields(moved).count("<mark>จำนวน ๔ ครั้ง</mark>") == 1
    assert "นำมาจาก “จำนวน ๔ ครั้ง” ใน" in measure.indicator_lines(moved, address)


def test_words_that_are_gone_are_not_marked_and_said_to_be_gone() -> None:
    gone = line("จัดทำจดหมายข่าวและแจ้งเวียนทุกส่วนราชการ ปีละ ๕ ครั้ง")
    assert "<mark>" not in measure.fields(gone)
    shown = measure.indicator_lines(gone, address)
    assert GONE in shown
    assert "นำมาจาก" not in shown
