"""Numbers as digits, as words, and as both ("1.5 ล้าน"), on folded text.

NUMBER matches one; number_of says how much it is.
"""

import re

from ita_data.model import Number
from ita_data.thai import remembered

_ONES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_ONE = "|".join(_ONES)
_VALUES = {word: n for n, word in enumerate(_ONES, start=1)} | {"ยี่": 2, "เอ็ด": 1}
_SCALES = {
    "สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000,
}  # fmt: skip
# Not "พันธกิจ" and "ร้อยละ".
_LARGE = r"(?:ล้าน|แสน|หมื่น|พัน(?!ธ)|ร้อย(?!ละ))"
_TENS = rf"(?:ยี่|{_ONE})?สิบ(?:เอ็ด|{_ONE})?"
WORDS = rf"(?:(?:(?:{_ONE}){_LARGE}){{1,5}}(?:{_TENS}|{_ONE})?|{_TENS}|{_ONE})"
_FIGURES = r"\d{1,3}(?:, ?\d{3})+(?:\.\d{1,4})?(?![\d,])|\d{1,9}(?:\.\d{1,4})?(?!\d)"
DIGITS = rf"(?:{_FIGURES}){_LARGE}?"
NUMBER = rf"(?:{DIGITS}|{WORDS})"
# What a number in words begins with.
FIRST_WORDS = (*_ONES, "สิบ", "ยี่สิบ")
_PART = re.compile("|".join(sorted([*_VALUES, *_SCALES], key=len, reverse=True)))
_DIGITS_AND_SCALE = re.compile(r"([\d,. ]+)(\D*)")


@remembered
def number_of(words: str) -> Number:
    """1,250 → 1250, 2.50 → 2.5, "สามสิบห้า" → 35, "1.5ล้าน" → 1500000."""
    found = _DIGITS_AND_SCALE.fullmatch(words)
    if found is None:
        return _in_words(words)
    value = round(float(re.sub("[, ]", "", found[1])) * _SCALES.get(found[2], 1), 4)
    return int(value) if value.is_integer() else value


def _in_words(words: str) -> int:
    total, ones = 0, 0
    for part in _PART.findall(words):
        if part in _SCALES:
            total, ones = total + (ones or 1) * _SCALES[part], 0
        else:
            ones = _VALUES[part]
    return total + ones


@remembered
def lower_end(first: str, last: str) -> Number:
    """The lower end of a range, whose scale may stand only behind its upper: "3-5 พัน" → 3000."""
    scale = next((word for word in _SCALES if last.endswith(word)), "")
    return number_of(first if first[-1].isalpha() else f"{first}{scale}")


def is_fraction(words: str) -> bool:
    """Whether a number has a decimal point and no scale: "4.52", not "1.5ล้าน"."""
    return "." in words and words[-1].isdecimal()
