"""Patterns of many words: what they match, and that asking first changes nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.quantities.wording import CADENCE, COUNT, WORDING
from ita_data.thai import beginnings, one_of

WORDS = ["รวม", "รวมทั้งสิ้น", "ราย", "a.b", "ก"]
PIECES = """
    อย่างน้อย ไม่เกินกว่า น้อยกว่า รวม ทั้งสิ้น ทั้ง จำนวน ปีงบประมาณละ เดือนละ ครั้ง ร้อยละ 1 34 1,250
    . , / ( ) – หนึ่ง สิบเอ็ด ยี่สิบ ทุก ๆ สิ้น เดือน ไตรมาส วันจันทร์ วันที่ ของเดือน รอบ ราย ครึ่งปี
    เป็นประจำ ประจำ แรก หลัง ต่อ มกราคม ५ ถึง และ สัปดาห์ วัน ใด ระยะเวลา
"""
ANYWHERE = re.compile(rf"(?P<timed>{CADENCE})|{COUNT}")
TEXTS = st.lists(st.sampled_from(PIECES.split()), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [("รวมทั้งสิ้น", "รวมทั้งสิ้น"), ("รวมทั้ง", "รวม"), ("รายรวม", "ราย"), ("a.b", "a.b"), ("axb", None)],
)
def test_the_longest_word_that_fits_is_matched(text: str, found: str | None) -> None:
    match = re.match(one_of(WORDS), text)
    assert (match[0] if match else None) == found


def test_beginnings_are_found_wherever_a_word_or_a_digit_stands() -> None:
    text = "xรวมทั้งสิ้น ๔ กa.b axb"
    assert [match.start() for match in re.finditer(beginnings(WORDS), text)] == [1, 13, 15, 16]
    assert [match[0] for match in re.finditer(beginnings(["กข", "ขค"]), "กขค")] == ["ก", "ข"]


@given(text=TEXTS, at=st.integers(0, 8))
def test_looking_only_where_it_can_begin_finds_what_a_plain_search_finds(
    text: str, at: int
) -> None:
    plain, found = ANYWHERE.search(text, at), WORDING.search(text, at)
    assert (plain and (plain.span(), plain.groups())) == (found and (found.span(), found.groups()))
