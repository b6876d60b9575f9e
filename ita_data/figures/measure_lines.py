"""A line a measure: the table of the first screen and of the page of measures."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from ita_data.dates import thai_date
from ita_data.figures.lines import MeasureLine, View
from ita_data.figures.marks import bullet, link_to, own_tag, status_badge
from ita_data.model import Status
from ita_data.progress import WORST_FIRST
from ita_data.words import number_words, responsible_words

Address = Callable[..., str]
# So many measures the first screen names; the page of measures has the rest.
URGENT = 40
# HTML. A status is the worst indicator's, a bar of all: it may pass the mark on a late line.
HEADINGS = (
    "มาตรการ", "สถานะ", "ผลเทียบเป้าหมาย <em>(ขีดดำ: ควรได้)</em>", "กำหนดถัดไป", "ผู้รับผิดชอบ",
)  # fmt: skip


def measure_lines(view: View, address: Address) -> str:
    """A line a measure; of a long report the most urgent ones, and the way to all."""
    if not view.measures:
        where = link_to(address("upload"), "นำเข้ารายงาน")
        return f'<p class="ita-empty">ยังไม่มีมาตรการ เริ่มได้โดย{where}</p>'
    count = len(view.measures)
    if count <= URGENT:
        return lines_table(view.measures, address)
    words = f"แสดง {URGENT} จาก {number_words(count)} มาตรการ เรียงตามความเร่งด่วน"
    everything = link_to(address("measures"), "ดูทั้งหมด")
    table = lines_table(sorted(view.measures, key=_urgency)[:URGENT], address)
    return f'{table}<p class="ita-more">{words} · {everything}</p>'


def _urgency(line: MeasureLine) -> tuple[int, date, date]:
    """The worst status first, of those the longest late, then what falls due next."""
    return (
        WORST_FIRST.index(line.status), line.late_since or date.max, line.next_due or date.max
    )  # fmt: skip


def lines_table(lines: Sequence[MeasureLine], address: Address) -> str:
    """Number, title, status, bullet, next due date, who: a line each."""
    head = "".join(f'<span role="columnheader">{word}</span>' for word in HEADINGS)
    rows = "".join(_measure_line(line, address) for line in lines)
    return (
        '<div class="ita-lines" role="table" aria-label="มาตรการ">'
        f'<div class="head" role="row">{head}</div>{rows}</div>'
    )


def _measure_line(line: MeasureLine, address: Address) -> str:
    measure = line.measure
    title = escape(measure.title or "ไม่มีชื่อมาตรการ")
    number = f"{measure.number}. " if measure.number is not None else ""
    cells = (
        link_to(address("measures", measure=measure.id), f"{number}{title}", "title"),
        status_badge(line.status) + own_tag(sum(bool(i.override_reason) for i in line.indicators)),
        bullet(line.percent, line.expected_percent, line.status, line.reason),
        thai_date(line.next_due) if line.next_due else _no_due(line),
        escape(responsible_words(measure.departments, measure.departments_text)),
    )
    names = ("what", "status", "done", "due", "who")
    inner = "".join(
        f'<span role="cell" class="{name}">{cell}</span>'
        for name, cell in zip(names, cells, strict=True)
    )
    return f'<div class="line" role="row">{inner}</div>'


def _no_due(line: MeasureLine) -> str:
    """Why no date is left: none ever was, what is left is late, or nothing is left to do."""
    dues = [due for one in line.indicators for due in one.dues]
    late = line.status is not Status.ACHIEVED and any(due.state == "late" for due in dues)
    words = "พ้นกำหนดแล้ว" if late else "ครบแล้ว" if dues else "ไม่มีกำหนด"
    return f'<span class="ita-quiet">{words}</span>'
