"""One field of a result: a Thai sentence where what was typed cannot be taken, else None."""

from datetime import date

from ita_data.dates import fiscal_year_bounds, parse_date, thai_date
from ita_data.evidence import is_link
from ita_data.recording.amounts import parse_amount
from ita_data.recording.typed import OTHER_REASON, Entry
from ita_data.words import number_words

PERCENT_UNIT = "ร้อยละ"


def amount_problem(text: str, unit: str) -> str | None:
    """An amount is a number of zero or more; a percentage is at most 100."""
    if not text.strip():
        return "โปรดใส่จำนวนที่ทำได้"
    amount = parse_amount(text)
    if amount is None:
        return f"“{text.strip()}” อ่านเป็นจำนวนไม่ได้ โปรดใส่ตัวเลขตั้งแต่ 0 ขึ้นไป เช่น 12 หรือ 85.5"
    if unit == PERCENT_UNIT and amount > 100:
        return f"ร้อยละต้องไม่เกิน 100 (ใส่ไว้ {number_words(amount)})"
    return None


def day_problem(text: str, fiscal_year: int, today: date) -> str | None:
    """A day is one of the fiscal year, and not in the future."""
    if not text.strip():
        return "โปรดใส่วันที่ของผลนี้"
    day = parse_date(text, fiscal_year)
    if day is None:
        example = f"22 พ.ย. {fiscal_year - 1} หรือ 22/11/{fiscal_year - 1}"
        return f"อ่านวันที่ “{text.strip()}” ไม่ได้ โปรดพิมพ์เช่น {example}"
    first, last = fiscal_year_bounds(fiscal_year)
    if not first <= day <= last:
        return (
            f"{thai_date(day)} อยู่นอกปีงบประมาณ {fiscal_year} "
            f"(ใช้ได้ตั้งแต่ {thai_date(first)} ถึง {thai_date(last)})"
        )
    if day > today:
        return f"{thai_date(day)} ยังมาไม่ถึง โปรดใส่วันที่ที่ทำได้จริง"
    return None


def link_problem(text: str) -> str | None:
    """A link is an http or https address; none is needed."""
    if not text.strip() or is_link(text):
        return None
    whole = f"https://{text.strip()}"
    if text.strip().lower().startswith("www.") and is_link(whole):
        return f"ลิงก์หลักฐานยังไม่ครบ โปรดใส่เป็น {whole}"
    return "ลิงก์หลักฐานต้องขึ้นต้นด้วย http:// หรือ https:// และไม่มีช่องว่าง โปรดคัดลอกจากแถบที่อยู่ของเว็บ"


def reason_problem(entry: Entry) -> str | None:
    """A correction or deletion has one of the reasons, or words of its own."""
    what = "ลบ" if entry.removed else "แก้ไข"
    if not entry.reason:
        return f"โปรดเลือกเหตุผลที่{what}"
    if entry.reason == OTHER_REASON and not entry.reason_words.strip():
        return f"โปรดพิมพ์เหตุผลที่{what}"
    return None
