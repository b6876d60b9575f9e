"""What stands around a number and tells that it counts nothing: codes, years, ordinals, limits."""

import re

from ita_data.dates import MONTHS, MONTHS_SHORT
from ita_data.quantities.numbers import is_fraction
from ita_data.quantities.units import COUNTED, DURATIONS, NOUNS, PERCENT, VERBS, words
from ita_data.thai import Folded

WINDOW = 24  # folded letters before a number that can say what it is

_MONTH = "|".join(
    [*MONTHS, *(re.escape(m) for m in MONTHS_SHORT), *(re.escape(m[:-1]) for m in MONTHS_SHORT)]
)
# Words that make any number after them a name, not an amount, and what they may not follow.
_NAMES = {
    "ที่": "เจ้าหน้า สถาน พื้น หน้า แผน ทุก ทัน เต็ม เคลื่อน แทน ท้อง เนื้อ",
    "ข้อ": "หัว ทุก",
    "หน้า": "ก้าว ล่วง ซึ่ง",
    "ระดับ": "ทุก",
    "เลข": "รายงาน",
    "ชั้น": "ทุก ระดับ",
    "สูง": "ระดับ เสี่ยง",
    "ละ": "แ ปี เดือน มาส ดาห์ วัน อาทิตย์ เรียน ร้อย",
    "ม.": "[ก-๙]",
    "อายุ": "หมด",
    "หมวด": "[0-9] ทุก ราย เป็น ละ จำนวน",
} | dict.fromkeys(
    words(
        """
        มาตรา หมู่ ลำดับ อันดับ ขนาด โทร โทร. โทรศัพท์ โทรสาร แฟกซ์ ไตรมาส สขร. รหัส ที่ว หนังสือว /ว
        มอก. กว้าง ยาว หนัก ว. วรรค
        """
    ),
    "",
)
_NAMING = tuple(_NAMES)
_NAMED = {
    word: re.compile("".join(f"(?<!{other})" for other in unless.split()) + re.escape(word))
    for word, unless in _NAMES.items()
}
_TELEPHONE = re.compile(r"(?:โทร|โทรศัพท์|โทรสาร|แฟกซ์|สายด่วน)[\d .:\-]*$")
# "08 1234 5678": the groups before the last one.
_TELEPHONE_GROUPS = re.compile(r"(?<!\d)0\d{1,2}[ -]?\d{3,4}[ -]$")
_YEAR_BEFORE = re.compile(rf"(?:พ\.?ศ\.?|ค\.?ศ\.?|ปี|งบประมาณ|{_MONTH})$")
_CODE_WORD = re.compile(r"(?:ISO|MOIT|PMQA|(?<![A-Za-z])[Oo])[-.]?$")
_LIMIT = re.compile(
    r"ภายใน|ระยะเวลา|เวลา|ล่วงหน้า|อายุ|ใช้|ก่อน|หลัง|ภายหลัง|จัดเก็บ|เก็บ|ติดต่อกัน|ทำการ|ประกาศ"
)
_EACH_SPAN = re.compile(r"(?:สัปดาห์|อาทิตย์|เดือน)ๆ?ละ")
# Not "จัดเก็บภาษีได้ร้อยละ 95", which is a result.
HOURS = ("ชั่วโมง", "ชม.")
TRAINING_WINDOW = 80
_TRAINING = re.compile(r"อบรม|หลักสูตร|สัมมนา|ปฏิบัติการ|กิจกรรม|บรรยาย|เรียนรู้")
_SERVICE_HOURS = re.compile(
    r"ภายใน|ตลอด|ไม่เกิน|ล่วงหน้า|บริการ|ทุกวัน|เปิด|ก่อน|หลัง|เหลือ|ทุก|แจ้ง|ตอบ|ละ$|วันละ"
)
_TAX = re.compile(r"(?:(?<!เก็บ)ภาษี|ดอกเบี้ย|vat|VAT|ค่าปรับ|มูลค่าเพิ่ม|เงินได้|ณที่จ่าย)(?:ในอัตรา|อัตรา|\()?$")
# "หนึ่งตำบลหนึ่งผลิตภัณฑ์" is a slogan.
_THING = r"(?:(?!และ|หรือ|ครั้ง)[ก-๙]){2,12}?"
_SLOGAN_GOES_ON, _SLOGAN_BEFORE = (
    re.compile(rf"{_THING}หนึ่ง[ก-๙]"),
    re.compile(rf"หนึ่ง{_THING}$"),
)
_UNITS_LONGEST_FIRST = sorted(COUNTED, key=len, reverse=True)


def forbids(match: re.Match[str], folded: Folded) -> bool:
    """Whether the number is a name, a year, a code: whatever its unit may seem to be."""
    digits, before = match["n"], match["before"] or ""
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return True
    left = folded.text[max(0, match.start() - WINDOW) : match.start()]
    if not before and _is_name(match.start("n"), folded, left):
        return True
    return _is_year(match, left, bool(before)) or _is_slogan(match, left, folded.text)


def _is_slogan(match: re.Match[str], left: str, folded: str) -> bool:
    if match["n"] != "หนึ่ง" or match["before"]:
        return False
    return bool(_SLOGAN_GOES_ON.match(folded, match.end()) or _SLOGAN_BEFORE.search(left))


def _is_name(start: int, folded: Folded, left: str) -> bool:
    telephone = _TELEPHONE.search(left) or _TELEPHONE_GROUPS.search(left)
    return _is_named(left) or bool(telephone) or _is_code(start, folded, left)


def _is_named(left: str) -> bool:
    if not left.endswith(_NAMING):  # as nearly every number
        return False
    ends = (word for word in _NAMING if left.endswith(word))
    return any(_NAMED[word].match(left, len(left) - len(word)) for word in ends)


def _is_code(start: int, folded: Folded, left: str) -> bool:
    """O25, ISO 9001, A4: letters that belong to the number."""
    if not left or not left[-1].isascii() or not (left[-1].isalpha() or left[-1] in "-_#@"):
        return False
    if left[-1].isalpha() and folded.is_glued(start):
        return True
    return bool(_CODE_WORD.search(left))


def _is_year(match: re.Match[str], left: str, prefixed: bool) -> bool:
    digits = match["n"]
    if "," in digits or not digits.isdecimal():
        return False
    to = match["to"] or ""
    year = int(to) if len(digits) == 4 and to.isdecimal() else int(digits)
    if len(digits) == 4 and (2400 <= year <= 2643 or 1990 <= year <= 2049):
        return not prefixed or bool(_YEAR_BEFORE.search(left))
    two_digits = len(digits) == 2 and 40 <= year <= 80 and not prefixed
    return two_digits and bool(_YEAR_BEFORE.search(left))


def counts(
    match: re.Match[str], unit: str, end: int, asked: bool, text: str, folded: Folded
) -> bool:
    """Whether a known unit after a number makes it an amount here."""
    decimal = is_fraction(match["n"])
    if unit == PERCENT:
        return not is_tax(match, folded.text)
    if unit in HOURS and _is_training(match, folded.text):
        return True
    if unit == "วัน" and _EACH_SPAN.search(match["before"] or ""):
        return True  # "เปิดบริการสัปดาห์ละ 2 วัน" says how often
    if unit in DURATIONS:
        return asked and _is_duration_counted(match, unit, folded.text)
    if decimal and unit != "คะแนน":
        return False
    if match["before"]:
        return True
    if unit in VERBS:
        return not _goes_on(folded, end)
    return not (
        unit in NOUNS and starts_line(text, folded, match.start()) and _goes_on(folded, end)
    )


def is_tax(match: re.Match[str], folded: str) -> bool:
    """Whether the percentage is a rate of tax or interest."""
    return bool(_TAX.search(folded[max(0, match.start() - WINDOW) : match.start()]))


def _is_training(match: re.Match[str], folded: str) -> bool:
    """Hours of teaching are counted; those in which a service is open or owed are not."""
    start = match.start()
    taught = _TRAINING.search(folded[max(0, start - TRAINING_WINDOW) : start])
    return bool(taught) and not _SERVICE_HOURS.search(folded[max(0, start - WINDOW) : start])


def _is_duration_counted(match: re.Match[str], unit: str, folded: str) -> bool:
    left = folded[max(0, match.start() - WINDOW) : match.start()]
    if _LIMIT.search(left):
        return False
    return "จำนวน" in match["before"] or unit in HOURS


def starts_line(text: str, folded: Folded, at: int) -> bool:
    """Whether nothing but a dash or bullet stands before a place in its line."""
    start, _ = folded.span(at, at + 1)
    return not text[max(0, start - WINDOW) : start].rpartition("\n")[2].strip(" \t-•*")


def _goes_on(folded: Folded, at: int) -> bool:
    """Whether letters stand right after, in the original too."""
    return folded.text[at : at + 1].isalpha() and folded.is_glued(at)


def word_end(folded: Folded, at: int) -> int:
    """Where, in folded text, the first word of the original from `at` ends."""
    return folded.glued_until(at, min(len(folded.text), at + WINDOW))


def begins_item(folded: str, at: int) -> bool:
    """Whether the number ends as a list number does ("3." and "3)")."""
    return folded[at : at + 1] in ("(", "/", ":") or bool(re.match(r"[.,]\d", folded[at : at + 2]))


def unit_that_ends(folded: str, at: int) -> str:
    """The known unit whose word ends at a place; "" where none does."""
    left = folded[max(0, at - WINDOW) : at]
    return next((unit for unit in _UNITS_LONGEST_FIRST if left.endswith(unit)), "")
