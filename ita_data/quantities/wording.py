"""The wordings of numbers and cadences, as patterns on folded text (see thai.py)."""

import re
from functools import lru_cache

from ita_data.dates import MONTHS
from ita_data.model import Cadence
from ita_data.quantities.numbers import DIGITS, FIRST_WORDS, NUMBER, WORDS
from ita_data.thai import beginnings

SPAN_OF_TIME = r"ปีงบประมาณ|ปี|ไตรมาส|เดือน|สัปดาห์|อาทิตย์|วัน|ภาคเรียน|ครึ่งปี"
_CADENCES: dict[str, Cadence] = {
    "ไตรมาส": Cadence(every_months=3),
    "เดือน": Cadence(every_months=1),
    "สัปดาห์": Cadence(every_days=7),
    "อาทิตย์": Cadence(every_days=7),
    "วัน": Cadence(every_days=1),
    "ภาคเรียน": Cadence(every_months=6),
    "ครึ่งปี": Cadence(every_months=6),
    "ปี": Cadence(every_months=12),
    "ปีงบประมาณ": Cadence(every_months=12),
}
WEEKS_A_YEAR = 52
DAYS_A_YEAR = 365
MONTHS_A_YEAR = 12

AT_LEAST = r"อย่างน้อย|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างต่ำ|ขั้นต่ำ|ตั้งแต่|เกินกว่า|มากกว่า|สูงกว่า|≥|>=|>"
AT_MOST = r"ไม่เกินกว่า|ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|อย่างมาก|น้อยกว่า|ต่ำกว่า|≤|<=|<"
TOTAL = r"รวมทั้งสิ้น|รวมทั้งหมด|รวม(?!ทั้ง)|ทั้งสิ้น|ทั้งหมด"
# "ปีละ 3 ครั้ง", "อย่างน้อยเดือนละ 2 ครั้ง", "จำนวนไม่น้อยกว่า 3": words before a number, in any order.
# "ทุกเดือน ๆ ละ 2 ครั้ง" is "เดือนละ 2 ครั้ง".
_EACH_TIME = rf"(?:ทุก)?(?:{SPAN_OF_TIME})ๆละ|(?:{SPAN_OF_TIME})ละ"
_BEFORE = rf"{AT_MOST}|{AT_LEAST}|{TOTAL}|ทั้ง|จำนวน|{_EACH_TIME}|ร้อยละ"
COUNT = (
    rf"(?P<score>คะแนน(?:เฉลี่ย|รวม)?)?(?P<before>(?:{_BEFORE}){{0,4}})"
    rf"(?<!\d)(?<!\d[.,/:\-–])(?P<n>{NUMBER})(?:\([^()\d]{{1,12}}\))?"
    rf"(?:(?:-|–|ถึง)(?P<to>{DIGITS}))?"
    # "เดือนละครั้ง" is once
    rf"|(?P<lead>(?:{AT_LEAST})?(?:{SPAN_OF_TIME})ละ)(?P<once>ครั้ง)"
)
RATE = re.compile(
    rf"(?:/|ต่อ|ในรอบ|ในหนึ่ง|ใน(?=1ปี))(?:รอบ)?(?P<n>\d{{1,2}}|หนึ่ง)?"
    # "5 คน/ปี งบประมาณ 25,000 บาท": the budget is another thing
    rf"(?P<span>ปี(?=งบประมาณ[\d,.]+บาท)|{SPAN_OF_TIME})"
)
UPWARD = re.compile(r"ขึ้นไป|เป็นอย่างน้อย|เป็นอย่างต่ำ")

_DAY = r"(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์)"
_WEEKDAY = rf"วัน{_DAY}(?!(?:-|–|ถึง|และ|,)(?:วัน)?{_DAY})"
_WEEK_OF_MONTH = (
    r"วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์)(?:(?:สัปดาห์)?(?:แรก|สุดท้าย|ที่[1-5])){1,2}(?:ของเดือน|ของทุกเดือน)"
)
_SMALL = rf"\d{{1,3}}(?!\d)|{WORDS}"
_ANY_MONTH = "|".join(MONTHS)
# "รอบ 6 เดือนแรก และรอบ 6 เดือนหลัง" is a cadence, one half alone a period.
_HALVES = r"(?P<half>แรก|หลัง)(?P<other>(?:และ|,|/|กับ)?(?:รอบ)?\d{1,2}เดือนหลัง)?"
_MORE_MONTHS = r"(?:(?:และ|,|/|กับ|ๆ)\d{1,2}เดือน){0,4}"
CADENCE = (
    rf"(?P<least>{AT_LEAST})?(?:"
    rf"(?:เป็นประจำ|ประจำ)?ทุกๆ?(?:(?:สิ้น|ต้น|รอบ|ระยะเวลา|ระยะ|ช่วง){{0,3}}"
    rf"(?:(?P<every>{_SMALL})(?P<span>ปี|ไตรมาส|เดือน|สัปดาห์|อาทิตย์|วัน)"
    rf"|(?P<each>ไตรมาส|เดือน(?!{_ANY_MONTH})|สัปดาห์|อาทิตย์|ภาคเรียน|ครึ่งปี)(?!ๆละ))"
    rf"|(?P<week_of_month>{_WEEK_OF_MONTH})|(?P<weekday>{_WEEKDAY})|(?P<day_of_month>วันที่\d{{1,2}}ของเดือน))"
    rf"|(?:รอบ(?:ระยะเวลา)?|ราย)(?P<round>{_SMALL})เดือน(?:{_HALVES}|{_MORE_MONTHS})"
    rf"|ราย(?P<per>ไตรมาส|เดือน|สัปดาห์|ครึ่งปี)"
    rf"|(?<!\d)(?P<months>{_SMALL})(?P<apart>เดือน|สัปดาห์|อาทิตย์)(?:/|ต่อ)?(?:1|หนึ่ง)?ครั้ง(?!ที่)"
    r")"
)
# Where COUNT or CADENCE can begin.
BEGINS = beginnings(
    [
        *AT_MOST.split("|"),
        *AT_LEAST.split("|"),
        *("รวม", "ทั้ง", "จำนวน", "ร้อยละ", "คะแนน"),
        *(f"{span}{each}" for span in SPAN_OF_TIME.split("|") for each in ("ละ", "ๆละ")),
        *FIRST_WORDS,
        *("เป็นประจำ", "ประจำ", "ทุก", "วัน", "รอบ", "ราย"),
    ]
)
# One number or cadence. It is tried only where it can begin: at every letter it would take most
# of the time that a whole report needs.
WORDING = re.compile(rf"(?={BEGINS})(?:(?P<timed>{CADENCE})|{COUNT})")


@lru_cache(maxsize=256)
def cadence_of(span: str, times: int = 1) -> Cadence:
    """Every `times` spans of time: (ไตรมาส, 2) is every 6 months."""
    one = _CADENCES[span]
    if one.every_days:
        return Cadence(every_days=one.every_days * times)
    return Cadence(every_months=(one.every_months or 0) * times)


def times_a_year(cadence: Cadence) -> int:
    """How often in a whole year; weeks count 52, half months 24."""
    if cadence.every_months:
        return MONTHS_A_YEAR // cadence.every_months
    if days := cadence.every_days:
        if days % 7 == 0:
            return WEEKS_A_YEAR // (days // 7)
        return 24 if days == 15 else 12 if days == 30 else DAYS_A_YEAR // days
    return 1
