"""The words of a change: what each field is called, how its value is said, one sentence each."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from ita_data.dates import thai_date
from ita_data.model import Actual, Cadence, Evidence, Indicator
from ita_data.words import (
    COMPARISON_WORDS,
    DECISION_WORDS,
    FIELD_WORDS,
    STATUS_WORDS,
    number_words,
)

NOTHING = "(ว่าง)"
LONGEST = 60
AROUND = 12

NAMES: Mapping[str, Mapping[str, str]] = {
    "report": {
        "agency": "ชื่อหน่วยงาน",
        "district": "อำเภอ",
        "province": "จังหวัด",
        "fiscal_year": "ปีงบประมาณ",
        "reported_on": "วันที่รายงาน",
    },
    "measure": {
        **FIELD_WORDS,
        "extra": "คอลัมน์อื่น",
    },
    "indicator": {
        "name": "ชื่อตัวชี้วัด",
        "target": "เป้าหมาย",
        "unit": "หน่วยนับ",
        "comparison": "เงื่อนไขของเป้าหมาย",
        "cadence": "ความถี่",
        "level": "วิธีนับผล",
        "department": "ผู้รับผิดชอบ",
        "decision": "การพิจารณา",
    },
    "result": {
        "amount": "ผล",
        "on": "วันที่ของผล",
        "note": "หมายเหตุของผล",
        "evidence": "หลักฐานของผล",
    },
    "override": {"status": "สถานะที่กำหนดเอง", "reason": "เหตุผลที่กำหนดสถานะเอง"},
    "finding": {"reason": "เหตุผลที่ยอมรับข้อสังเกต"},
}
# Dates read from a text change with it: the text alone is told.
FOLLOWS = {"start": "period_text", "end": "period_text"}
CALLED = {
    "measure": "มาตรการ",
    "indicator": "ตัวชี้วัด",
    "result": "ผล",
    "override": "สถานะที่กำหนดเอง",
    "finding": "การยอมรับ",
}


def sentence_of(kind: str, subject: str, name: str, field: str | None, old: str, new: str) -> str:
    """One line for the history."""
    if field is not None:
        before, after = _shortened(old, new)
        return f"{name}: {NAMES[subject][field]} {before or NOTHING} → {after or NOTHING}"
    words = _cut(old or new)
    tail = f" {words}" if words and words not in name else ""
    if kind == "new":
        return f"{name}: เพิ่ม{CALLED[subject]}{tail}"
    if subject == "measure":
        return f"{name}: ไม่มีแล้ว{tail}"
    return f"{name}: นำ{CALLED[subject]}ออก{tail}"


def said(subject: str, record: Any) -> str:
    """A whole record in a few words."""
    if isinstance(record, Actual):
        return f"{number_words(record.amount)} วันที่ {thai_date(record.on)}"
    if isinstance(record, Indicator):
        return _target(record)
    if subject == "override":
        return STATUS_WORDS[record.status]
    if subject == "finding":
        return str(record.reason)
    return str(record.title)


def _target(indicator: Indicator) -> str:
    if indicator.target is None:
        return ""
    comparison = COMPARISON_WORDS[indicator.comparison]
    return f"{comparison} {number_words(indicator.target)} {indicator.unit}".strip()


def _value(field: str, value: Any) -> str:
    if value is None:
        return ""
    if field in SAID:
        return SAID[field](value)
    return str(value)


def _cadence(cadence: Cadence) -> str:
    if cadence.every_months:
        return f"ทุก {cadence.every_months} เดือน"
    if cadence.every_days:
        return f"ทุก {cadence.every_days} วัน"
    return f"ปีละ {cadence.per_year} ครั้ง" if cadence.per_year else ""


def _evidence(evidence: tuple[Evidence, ...]) -> str:
    return ", ".join(each.label or each.address for each in evidence)


# Values that do not say themselves.
SAID: Mapping[str, Callable[[Any], str]] = {
    "start": thai_date,
    "end": thai_date,
    "on": thai_date,
    "reported_on": thai_date,
    "target": lambda value: value if isinstance(value, str) else number_words(value),
    "amount": number_words,
    "budget_thb": number_words,
    "evidence": _evidence,
    "cadence": _cadence,
    "comparison": lambda value: COMPARISON_WORDS[value] or "เท่ากับ",
    "decision": DECISION_WORDS.__getitem__,
    "status": STATUS_WORDS.__getitem__,
    "level": lambda value: "นับค่าล่าสุด" if value else "นับรวมทุกครั้ง",
    "extra": lambda value: " · ".join(f"{name}: {text}" for name, text in value.items()),
}


def _shower(field: str) -> Callable[[Any], str]:
    return lambda record: _value(field, getattr(record, field))


# By subject: the fields that are compared, in the order shown, and how each is said.
SHOWN: Mapping[str, Mapping[str, Callable[[Any], str]]] = {
    subject: {field: _shower(field) for field in fields} for subject, fields in NAMES.items()
}


def _shortened(old: str, new: str) -> tuple[str, str]:
    """Both texts on one line; of long ones only what differs, with a little around it."""
    old, new = " ".join(old.split()), " ".join(new.split())
    if max(len(old), len(new)) <= LONGEST:
        return old, new
    start = _common(old, new)
    end = _common(old[:start:-1], new[:start:-1])
    start, end = max(0, start - AROUND), max(0, end - AROUND)
    return _cut(_part(old, start, end)), _cut(_part(new, start, end))


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _part(text: str, start: int, end: int) -> str:
    """Without `start` letters in front and `end` behind; a vowel stays with its letter."""
    while start and unicodedata.category(text[start : start + 1] or " ") == "Mn":
        start -= 1
    middle = text[start : len(text) - end]
    return f"{'…' if start else ''}{middle}{'…' if end else ''}"


def _cut(text: str) -> str:
    """At most two lines or so."""
    text = " ".join(text.split())
    return text if len(text) <= 2 * LONGEST else f"{text[: 2 * LONGEST]}…"
