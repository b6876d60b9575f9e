"""A round of results that an officer is entering: what was typed, what is wrong with it, and
the report it makes. What was typed stays text until it is saved, so that nothing is lost.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal

from ita_data.dates import fiscal_year_bounds, parse_date, thai_date
from ita_data.model import Actual, Basis, Evidence, Indicator, Number, TrackedReport
from ita_data.thai import to_arabic
from ita_data.words import number_words

EntryField = Literal["amount", "on", "note", "link", "reason"]

PERCENT_UNIT = "ร้อยละ"
OTHER_REASON = "อื่น ๆ (โปรดระบุ)"
CORRECTION_REASONS = ("พิมพ์ผิด", "ได้รับข้อมูลใหม่", "นับซ้ำหรือนับขาด", OTHER_REASON)
_AMOUNT = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_LINK = re.compile(r"https?://[^\s/?#.][^\s/?#]*(?:[/?#]\S*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What was typed of one result, as typed. `reason`, `reason_words`: of a correction."""

    amount: str = ""
    on: str = ""
    note: str = ""
    link: str = ""
    reason: str = ""
    reason_words: str = ""

    @property
    def empty(self) -> bool:
        """Nothing typed that would be missed: a date alone is the page's own proposal."""
        return not (self.amount.strip() or self.note.strip() or self.link.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Everything typed since the last save, for one agency and fiscal year.

    `entries`: new results by indicator id. `corrections`: by the id of the result they
    replace. `links`: evidence to be added, by result id. `version` is that of the report
    the round was begun on.
    """

    agency: str
    fiscal_year: int
    version: int | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    corrections: Mapping[str, Entry] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    author: str = ""

    @property
    def size(self) -> int:
        """How many results and links would be saved."""
        typed = sum(not entry.empty for entry in self.entries.values())
        return typed + len(self.corrections) + sum(bool(v.strip()) for v in self.links.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is wrong with one field, in a Thai sentence. `subject`: id of indicator or result."""

    subject: str
    field: EntryField
    message: str


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


def finish(work: Round, tracked: TrackedReport, now: datetime) -> TrackedReport:
    """The report with the round's results in it; the round must have no problems.

    Corrected results keep their id and their evidence; new ones get ids that are new.
    """
    actuals = [_corrected(actual, work, now) for actual in tracked.actuals]
    taken = {actual.id for actual in actuals}
    for indicator_id, entry in work.entries.items():
        if not entry.empty:
            new = _recorded(indicator_id, entry, work, now, taken)
            taken.add(new.id)
            actuals.append(new)
    return replace(tracked, actuals=tuple(actuals))


def reason_of(work: Round, tracked: TrackedReport) -> str:
    """The round in one line, for the history: how many results, and why any was corrected."""
    names = {i.id: i.name for i in tracked.indicators}
    subjects = {a.id: names.get(a.indicator_id, "") for a in tracked.actuals}
    new = sum(not entry.empty for entry in work.entries.values())
    linked = sum(bool(link.strip()) for link in work.links.values())
    parts = [f"บันทึกผล {new} รายการ"] if new else []
    parts += [f"เพิ่มหลักฐาน {linked} รายการ"] if linked else []
    for subject, entry in work.corrections.items():
        parts.append(f"แก้ไขผลของ “{subjects.get(subject, '')}” เพราะ{_reason_words(entry)}")
    return " · ".join(parts)


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


def _reason_words(entry: Entry) -> str:
    words = entry.reason_words.strip()
    return words if entry.reason == OTHER_REASON or not entry.reason else entry.reason


def _recorded(
    indicator_id: str, entry: Entry, work: Round, now: datetime, taken: set[str]
) -> Actual:
    number = 1
    while (key := f"{indicator_id}-r{number}") in taken:
        number += 1
    return Actual(
        id=key,
        indicator_id=indicator_id,
        amount=_amount(entry),
        basis=Basis.RECORDED,
        on=parse_date(entry.on, work.fiscal_year),
        note=entry.note.strip(),
        evidence=_proof(entry.link),
        recorded_by=work.author.strip(),
        recorded_at=now,
    )


def _corrected(actual: Actual, work: Round, now: datetime) -> Actual:
    if link := work.links.get(actual.id, "").strip():
        actual = replace(actual, evidence=(*actual.evidence, *_proof(link)))
    if (entry := work.corrections.get(actual.id)) is None:
        return actual
    return replace(
        actual,
        amount=_amount(entry),
        on=parse_date(entry.on, work.fiscal_year),
        note=entry.note.strip(),
        recorded_by=work.author.strip(),
        recorded_at=now,
    )


def _amount(entry: Entry) -> Number:
    amount = parse_amount(entry.amount)
    if amount is None:
        raise ValueError(f"{entry.amount!r} is no amount: ask problems() first")
    return amount


def _proof(link: str) -> tuple[Evidence, ...]:
    return (Evidence(address=link.strip()),) if link.strip() else ()
