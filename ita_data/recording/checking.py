"""What may be typed of a result, and one Thai sentence a field for what may not."""

import re
from collections.abc import Iterator
from datetime import date

from ita_data.dates import fiscal_year_bounds, parse_date, thai_date
from ita_data.model import Indicator, Number, TrackedReport
from ita_data.recording.typed import OTHER_REASON, Entry, EntryField, Problem, Round
from ita_data.thai import to_arabic
from ita_data.words import number_words

PERCENT_UNIT = "ร้อยละ"
_AMOUNT = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_LINK = re.compile(r"https?://[^\s/?#.][^\s/?#]*(?:[/?#]\S*)?", re.IGNORECASE)


def parse_amount(text: str) -> Number | None:
    """ "๑,๒๕๐" → 1250, "2.5 %" → 2.5; None where it is no number of zero or more."""
    plain = re.sub(r"[,\s%]", "", to_arabic(text))
    if not _AMOUNT.fullmatch(plain):
        return None
    amount = float(plain)
    return int(amount) if amount.is_integer() else amount


def is_link(text: str) -> bool:
    """Whether the text is an http or https address."""
    return _LINK.fullmatch(text.strip()) is not None


def proposed_day(today: date, fiscal_year: int) -> date:
    """Today, or the nearest day of the fiscal year."""
    first, last = fiscal_year_bounds(fiscal_year)
    return min(max(today, first), last)


def problems(work: Round, tracked: TrackedReport, today: date) -> tuple[Problem, ...]:
    """Everything that keeps the round from being saved, field by field; () where nothing does."""
    return tuple(_problems(work, tracked, today))


def entry_problems(
    entry: Entry, indicator: Indicator, fiscal_year: int, today: date, *, correction: bool = False
) -> dict[EntryField, str]:
    """What is wrong with one result, by field."""
    found = {
        "amount": _amount_problem(entry.amount, indicator.unit),
        "on": _day_problem(entry.on, fiscal_year, today),
        "link": _link_problem(entry.link),
        "reason": _reason_problem(entry) if correction else None,
    }
    return {name: message for name, message in found.items() if message}  # type: ignore[misc]


def _problems(work: Round, tracked: TrackedReport, today: date) -> Iterator[Problem]:
    indicators = {i.id: i for i in tracked.indicators}
    actuals = {a.id: a for a in tracked.actuals}
    for key, entry in work.entries.items():
        if not entry.empty and key in indicators:
            yield from _of(key, entry, indicators[key], work, today)
    for key, entry in work.corrections.items():
        if key in actuals and actuals[key].indicator_id in indicators:
            indicator = indicators[actuals[key].indicator_id]
            yield from _of(key, entry, indicator, work, today, correction=True)
    for key, link in work.links.items():
        if message := _link_problem(link):
            yield Problem(subject=key, field="link", message=message)


def _of(
    key: str, entry: Entry, indicator: Indicator, work: Round, today: date, correction: bool = False
) -> Iterator[Problem]:
    found = entry_problems(entry, indicator, work.fiscal_year, today, correction=correction)
    for name, message in found.items():
        yield Problem(subject=key, field=name, message=message)


def _amount_problem(text: str, unit: str) -> str | None:
    if not text.strip():
        return "โปรดใส่จำนวนที่ทำได้"
    amount = parse_amount(text)
    if amount is None:
        return f"“{text.strip()}” อ่านเป็นจำนวนไม่ได้ โปรดใส่ตัวเลขตั้งแต่ 0 ขึ้นไป เช่น 12 หรือ 85.5"
    if unit == PERCENT_UNIT and amount > 100:
        return f"ร้อยละต้องไม่เกิน 100 (ใส่ไว้ {number_words(amount)})"
    return None


def _day_problem(text: str, fiscal_year: int, today: date) -> str | None:
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


def _link_problem(text: str) -> str | None:
    if not text.strip() or is_link(text):
        return None
    return "ลิงก์หลักฐานต้องขึ้นต้นด้วย http:// หรือ https:// และไม่มีช่องว่าง โปรดคัดลอกจากแถบที่อยู่ของเว็บ"


def _reason_problem(entry: Entry) -> str | None:
    if not entry.reason:
        return "โปรดเลือกเหตุผลที่แก้ไข"
    if entry.reason == OTHER_REASON and not entry.reason_words.strip():
        return "โปรดพิมพ์เหตุผลที่แก้ไข"
    return None
