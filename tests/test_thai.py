"""Thai text: digits, folding with the way back, html made lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_data.thai import clean, fold, has_markup, squash, to_arabic, to_thai_digits

LETTERS = st.text(alphabet="กขคดมาํำ่้ิีุเแๆ. ๒๓45\n\u200b\u00a0abc(),/", max_size=60)


def test_digits_of_both_scripts_inside_one_number() -> None:
    assert to_arabic("๒๕61 – ๒๕๖4") == "2561 – 2564"
    assert to_thai_digits("1,250 ราย") == "๑,๒๕๐ ราย"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("อย่าง น้อย ๓ ช่องทาง", "อย่างน้อย3ช่องทาง"),
        ("มาตรการใน การ\nแก้ไข", "มาตรการในการแก้ไข"),
        ("ด\u0e4d\u0e32เนินการ", "ดำเนินการ"),
        ("น\u0e4d\u0e49\u0e32 น\u0e49\u0e4d\u0e32", "น้ำน้ำ"),
        ("เเผน", "แผน"),
        ("พ.ศ.. 2568", "พ.ศ.2568"),
        ("ที\u200bมี\u00a0งาน\ufeff", "ทีมีงาน"),
        ("น\u0e49\u0e35", "น\u0e35\u0e49"),
        ("กา\u0e49\u0e49ว", "กา\u0e49ว"),
    ],
)
def test_what_is_typed_in_several_ways_has_one_spelling(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [("๒ ๓", "2 3"), ("2\n3", "2 3"), ("1. 5 แห่ง", "1. 5แห่ง"), ("2\u200b3", "23"), ("๒ก ๓", "2ก3")],
)
def test_two_numbers_never_become_one(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_the_way_back_gives_the_words_as_they_stand() -> None:
    text = "ผ่านเว็บ อย่าง น้อย ๓ ช่อง ทาง แล้ว"
    folded = fold(text)
    at = folded.text.index("อย่างน้อย3ช่องทาง")
    start, end = folded.span(at, at + len("อย่างน้อย3ช่องทาง"))
    assert text[start:end] == "อย่าง น้อย ๓ ช่อง ทาง"
    assert folded.span(0, 0) == (0, 0)
    assert fold("").span(0, 0) == (0, 0)


@given(LETTERS)
def test_folded_spans_go_forward_and_stay_inside(text: str) -> None:
    folded = fold(text)
    spans = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)


def test_what_stood_apart_is_known() -> None:
    folded = fold("อย่าง น้อย\n๓ ช่อง")
    assert [at for at in range(1, len(folded.text)) if not folded.is_glued(at)] == [5, 9, 10]


@given(LETTERS)
def test_folding_a_folded_text_of_words_changes_no_number(text: str) -> None:
    once = fold(text).text
    assert [c for c in once if c.isdigit()] == [c for c in to_arabic(text) if c.isdigit()]


def test_same_words_squash_alike() -> None:
    assert squash("ผลการดำเนินการ (Out put)") == squash("ผลการด\u0e4d\u0e32เนินการ(output)")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  ไม่มีอะไร \r\n ต้องแก้ ", "ไม่มีอะไร\nต้องแก้"),
        ('<p>มาตรการ</p> <ul style="a: b;"> - ข้อแรก </ul>', "มาตรการ\n- ข้อแรก"),
        ("<ol><li>หนึ่ง</li><li>สอง</li></ol>", "หนึ่ง\nสอง"),
        ("บรรทัด<br/>ใหม่<BR>อีก", "บรรทัด\nใหม่\nอีก"),
        ("<b>หนา</b>และ<span class='x'>บาง</span>", "หนาและบาง"),
        ("รายรับ&nbsp;&amp;&nbsp;รายจ่าย", "รายรับ & รายจ่าย"),
        ("&lt;p&gt;ซ้อน&lt;/p&gt;", "ซ้อน"),
        ("ก<!-- ไม่แสดง -->ข<style>p {x: y}</style>ค", "กข\nค"),
        ("<style>ไม่เคยปิด", "ไม่เคยปิด"),
        (
            "น้อยกว่า <5 วัน> --> <Facebook> a <b และ c> d",
            "น้อยกว่า <5 วัน> --> <Facebook> a <b และ c> d",
        ),
    ],
)
def test_html_becomes_lines_and_no_word_is_lost(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.mark.parametrize(
    ("text", "marked"),
    [("<p>ก", True), ("ก&nbsp;ข", True), ("A&B; <5 วัน>", False), ("ก --> ข", False)],
)
def test_markup_is_seen(text: str, marked: bool) -> None:
    assert has_markup(text) is marked


@given(LETTERS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_much_white_space_after_an_unclosed_tag_is_no_trap() -> None:
    assert clean("<a" + " " * 200_000 + "\nกข") == "<a\nกข"
