"""Promises without a number: that nothing bad happens; and money, which is kept apart."""

import re

from ita_data.model import Number
from ita_data.thai import fold

_BAD = (
    r"(?:ร้องเรียน|ร้องทุกข์|ทุจริต|ประพฤติมิชอบ|สินบน|ทักท้วง|ผลประโยชน์ทับซ้อน|ขัดกันแห่งผลประโยชน์"
    r"|กระทำผิด|กระทำความผิด|ผิดวินัย|ข้อบกพร่อง|ความผิดปกติ)"
)
# Only words that name a case: "ไม่มีแผนป้องกันการทุจริต" promises nothing.
_CASE = (
    r"(?:เรื่อง|ข้อ|การ|ผู้|กรณี|เหตุ|รายงาน|ประเด็น|ปัญหา|พฤติกรรม|พฤติการณ์|การรับ|เรียกรับ|รับ|ใด|ๆ|ถูก"
    r"|เกี่ยวกับ|เจ้าหน้าที่|บุคลากร|พนักงาน|ข้าราชการ|กระทำ|มี|ว่า|ความเสี่ยง|ด้าน|จาก|ของ)"
)
_MORE = r"(?:และ|หรือ|/|,|เรื่อง|ด้าน|เกี่ยวกับ|การ|ข้อ|ว่า|ใน)"
_ZERO = re.compile(
    rf"ไม่(?:มี|พบ|ปรากฏ|เกิด|ได้รับ){_CASE}{{0,6}}{_BAD}(?:{_MORE}{{0,4}}{_BAD}){{0,4}}"
    r"|(?:เรื่อง|ข้อ)ร้องเรียน(?:การทุจริต)?(?:เป็น|เท่ากับ)(?:ศูนย์|0)(?!\d)"
)
_CONDITION = re.compile(r"(?:กรณี|กรณีที่|หาก|ถ้า|เมื่อ)$")


def find_zero_promises(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of "ไม่มีเรื่องร้องเรียน" and its like: at most zero. Not in a condition ("กรณีไม่มี…")."""
    folded = fold(text)
    return tuple(
        folded.span(*match.span())
        for match in _ZERO.finditer(folded.text)
        if not _CONDITION.search(folded.text[max(0, match.start() - 8) : match.start()])
    )


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?"
_MONEY = re.compile(
    rf"(?<![\d.,])(?P<n>{_NUMBER})(?P<scale>หมื่น|แสน|ล้าน|พัน)?(?:\.-)?(?P<baht>บาท)|"
    rf"(?<![\d.,])(?P<n2>{_NUMBER})\.-"
)
_BUDGET = re.compile(r"(?:งบประมาณ|วงเงิน|งบ|เป็นเงิน|เงิน|รวมทั้งสิ้น|รวม|จำนวน|ทั้งสิ้น|:|ไม่เกิน)+$")
_NO_BUDGET = re.compile(r"ไม่(?:ได้)?(?:ใช้|มี|ตั้ง)งบ")
_SCALES = {"พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000}


def find_budget_thb(text: str) -> Number | None:
    """The budget in baht: the amount after "งบประมาณ", else the first amount of money.

    A cell that holds nothing but a number is that number; "ไม่ใช้งบประมาณ" is 0; None where
    no money is named.
    """
    folded = fold(text).text
    if re.fullmatch(_NUMBER, folded):
        return _number(folded)
    amounts = list(_MONEY.finditer(folded))
    if not amounts:
        return 0 if _NO_BUDGET.search(folded) else None
    named = (m for m in amounts if _BUDGET.search(folded[max(0, m.start() - 24) : m.start()]))
    match = next(named, amounts[0])
    return _number(match["n"] or match["n2"], _SCALES.get(match["scale"] or "", 1))


_NAMED_BUDGET = re.compile(
    r"(?:งบประมาณ|งบ)(?:จำนวน|ทั้งสิ้น|รวม|เป็นเงิน|เงินบำรุง|เงินรายได้|เงินอุดหนุน|วงเงิน|ประมาณ|ไม่เกิน|:)*$"
)


def budget_in_prose(text: str) -> tuple[Number, int, int] | None:
    """The baht that a sentence names as its budget ("ใช้งบประมาณ 35,000 บาท") and their span.

    None where it names none, or several: a sum or a choice would be a guess.
    """
    if "งบ" not in text:  # nearly every text
        return None
    folded = fold(text)
    named = [
        match
        for match in _MONEY.finditer(folded.text)
        if _NAMED_BUDGET.search(folded.text[max(0, match.start() - 32) : match.start()])
    ]
    if len(named) != 1:
        return None
    amount = _number(named[0]["n"] or named[0]["n2"], _SCALES.get(named[0]["scale"] or "", 1))
    return amount, *folded.span(*named[0].span())


def _number(digits: str, scale: int = 1) -> Number:
    value = round(float(digits.replace(",", "")) * scale, 2)
    return int(value) if value.is_integer() else value
