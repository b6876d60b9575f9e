"""What keeps a cell of the months' table from being saved: one Thai sentence a field."""

from datetime import date

from ita_data.dates import month_short, parse_date
from ita_data.recording.amounts import parse_amount
from ita_data.recording.fields import amount_problem, day_problem, link_problem, reason_problem
from ita_data.recording.months import Cells, cell_of
from ita_data.recording.typed import Entry, EntryField, Round


def cell_problems(key: str, work: Round, cells: Cells, today: date) -> dict[EntryField, str]:
    """What is wrong with what was typed in one cell, by field.

    A cell over recorded results needs a reason; it has no day of its own.
    """
    entry = work.cells[key]
    recorded = cells.amount(key) is not None or entry.removed
    found: dict[EntryField, str | None] = {
        "amount": _amount(key, work, cells),
        "on": _day(entry, key, work.fiscal_year, today, recorded),
        "link": None if entry.removed else link_problem(entry.link),
        "reason": reason_problem(entry) if recorded else None,
    }
    return {name: message for name, message in found.items() if message}


def _amount(key: str, work: Round, cells: Cells) -> str | None:
    entry = work.cells[key]
    unit = cells.indicators[cell_of(key)[0]].unit
    return (
        (None if entry.removed else amount_problem(entry.amount, unit))
        or _recorded_meanwhile(entry, cells.text(key))
        or _not_one(entry, key, cells)
        or _too_little(entry, key, cells)
        or _typed_twice(key, work, cells)
    )


def _recorded_meanwhile(entry: Entry, now: str) -> str | None:
    if entry.was == now:
        return None
    before = f"เดิม {entry.was}" if entry.was else "เดิมยังไม่มี"
    return (
        f"หลังจากที่ท่านพิมพ์ ผลที่บันทึกไว้ของเดือนนี้เปลี่ยนเป็น {now or 'ไม่มี'} ({before}) "
        "โปรดเลือกใช้ค่าที่บันทึกแล้ว หรือยืนยันค่าที่ท่านพิมพ์"
    )


def _not_one(entry: Entry, key: str, cells: Cells) -> str | None:
    count = len(cells.results.get(key, ()))
    if not entry.removed or count == 1:
        return None
    if not count:
        return "เดือนนี้ไม่มีผลให้ลบแล้ว โปรดกด “ใช้ค่าที่บันทึกแล้ว”"
    return f"เดือนนี้บันทึกไว้ {count} ครั้ง โปรดลบทีละผลที่ “ทีละตัวชี้วัด”"


def _too_little(entry: Entry, key: str, cells: Cells) -> str | None:
    amount, results = parse_amount(entry.amount), cells.results.get(key, ())
    if amount is None or not results or cells.corrected(key, amount):
        return None
    return (
        f"เดือนนี้บันทึกไว้ {len(results)} ครั้ง รวม {cells.text(key)} "
        f"ลดลงเหลือ {entry.amount} ในตารางไม่ได้ โปรดแก้ทีละผลที่ “ทีละตัวชี้วัด”"
    )


def _typed_twice(key: str, work: Round, cells: Cells) -> str | None:
    """One month typed both in the table and in the fields of one result would count twice."""
    if any(actual.id in work.corrections for actual in cells.results.get(key, ())):
        return "ผลของเดือนนี้กำลังแก้ไขอยู่ที่ “ทีละตัวชี้วัด” ด้วย โปรดแก้ไขทางเดียว"
    indicator_id, month = cell_of(key)
    entry = work.entries.get(indicator_id)
    if entry and not entry.empty and _same_month(entry.on, month, work.fiscal_year):
        return "เดือนนี้มีผลครั้งใหม่ที่พิมพ์ไว้ที่ “ทีละตัวชี้วัด” ด้วย โปรดใส่ทางเดียว"
    return None


def _day(entry: Entry, key: str, fiscal_year: int, today: date, recorded: bool) -> str | None:
    month = cell_of(key)[1]
    if month > today:
        return f"{month_short(month)} ยังมาไม่ถึง โปรดใส่ผลเมื่อถึงเดือนนั้น"
    if recorded or not entry.on.strip():
        return None
    if problem := day_problem(entry.on, fiscal_year, today):
        return problem
    if not _same_month(entry.on, month, fiscal_year):
        return f"วันที่ต้องอยู่ในเดือน {month_short(month)} ของช่องนี้ (ใส่ไว้ {entry.on.strip()})"
    return None


def _same_month(text: str, month: date, fiscal_year: int) -> bool:
    day = parse_date(text, fiscal_year)
    return day is not None and (day.year, day.month) == (month.year, month.month)
