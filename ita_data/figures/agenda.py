"""What needs a decision and what comes next: the two lists of the first screen."""

from collections import Counter
from collections.abc import Callable
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.lines import NEEDS_WORK, IndicatorLine, View
from ita_data.figures.lists import SOON_DAYS, due_within
from ita_data.figures.marks import (
    days_words,
    link_to,
    own_tag,
    status_badge,
)
from ita_data.progress import pressing
from ita_data.words import number_words, owed_words, waits_for

Address = Callable[..., str]


def whose(lines: tuple[IndicatorLine, ...]) -> str:
    """ "ของกองคลัง", "ของกองคลังและสำนักปลัด", "ของ 3 ส่วนราชการ"; "" where nobody is named."""
    counted = Counter(name for line in lines for name in line.departments)
    names = [name for name, _ in counted.most_common()]
    if len(names) > 2:
        return f"ของ {len(names)} ส่วนราชการ"
    return f"ของ{'และ'.join(names)}" if names else ""


def late_list(view: View, address: Address, most: int = 3) -> str:
    """What needs a decision: since when, whose, what it waits for; the most pressing first."""
    lines = sorted(
        view.of_status(*NEEDS_WORK),
        key=lambda line: pressing(line.status, line.late_since or view.as_of),
    )
    if not lines:
        return '<p class="ita-empty">ไม่มีเรื่องที่ล่าช้าหรือรอรายงานผล</p>'
    items = "".join(_late_item(line, view, address) for line in lines[:most])
    address_of_all = address("targets", show="work")
    return f'<ul class="ita-list">{items}</ul>{_rest(len(lines), most, address_of_all)}'


def _late_item(line: IndicatorLine, view: View, address: Address) -> str:
    since = days_words(line.late_since, view.as_of) if line.late_since else ""
    return (
        f"<li>{status_badge(line.status)}{own_tag(bool(line.override_reason))} "
        f"{_indicator_link(line, address)}"
        f"<small>{escape(line.responsible)} · {since} · "
        f"{escape(waits_for(line, view.basis))}</small></li>"
    )


def due_list(view: View, address: Address, most: int = 3) -> str:
    """What falls due next: day, what, whose."""
    lines = due_within(view, SOON_DAYS[1])
    if not lines:
        return f'<p class="ita-empty">ไม่มีเรื่องที่ครบกำหนดใน {SOON_DAYS[1]} วันข้างหน้า</p>'
    items = "".join(_due_item(line, view, address) for line in lines[:most])
    address_of_all = address("targets", show=f"due{SOON_DAYS[1]}")
    return f'<ul class="ita-list">{items}</ul>{_rest(len(lines), most, address_of_all)}'


def _due_item(line: IndicatorLine, view: View, address: Address) -> str:
    due = line.next_waiting
    if due is None:
        return ""
    days = (due.day - view.as_of).days
    return (
        f'<li><span class="day">{thai_date(due.day)} <em>อีก {days} วัน</em></span> '
        f"{_indicator_link(line, address)}<small>{escape(line.responsible)} · "
        f"ต้องได้รวม {escape(owed_words(due.owed, line.indicator))}</small></li>"
    )


def _indicator_link(line: IndicatorLine, address: Address) -> str:
    number = f"มาตรการ {line.measure.number}: " if line.measure.number is not None else ""
    words = f"{number}{line.indicator.name or 'ไม่มีชื่อตัวชี้วัด'}"
    return link_to(address("targets", measure=line.measure.id), escape(words))


def _rest(count: int, most: int, address: str) -> str:
    if count <= most:
        return ""
    return f'<p class="ita-more">{link_to(address, f"ดูทั้งหมด {number_words(count)} เรื่อง")}</p>'
