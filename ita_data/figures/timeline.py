"""A measure on its fiscal year: its period, its due dates, and the day looked at."""

from datetime import date
from html import escape

from ita_data.dates import fiscal_months, fiscal_year_bounds, fiscal_year_of, month_short, thai_date
from ita_data.figures.lines import Due, MeasureLine
from ita_data.model import Measure


def timeline(line: MeasureLine, as_of: date, fiscal_year: int | None) -> str:
    """The measure's period on the fiscal year, its due dates, and the day looked at."""
    measure = line.measure
    year = fiscal_year or fiscal_year_of(measure.start or as_of)
    start, end = fiscal_year_bounds(year)
    months = "".join(f"<span>{month_short(month)[:-3]}</span>" for month in fiscal_months(year))
    period = _period_bar(measure, start, end)
    marks = "".join(
        f'<i class="due {due.state}" style="left:{_at(due.day, start, end)}" '
        f'title="{thai_date(due.day)}"></i>'
        for due in _one_a_day(line)
    )
    today = f'<i class="today" style="left:{_at(as_of, start, end)}"></i>'
    rail = period + marks + (today if start <= as_of <= end else "")
    return (
        f'<figure class="ita-timeline" aria-label="{escape(timeline_words(line))}">'
        f'<div class="months">{months}</div><div class="rail">{rail}</div>'
        f"<figcaption>{escape(timeline_words(line))} · ขีดแนวตั้งคือวันที่ {thai_date(as_of)}"
        '<span class="key"><i class="due covered"></i>ทำครบ <i class="due late"></i>ค้าง '
        '<i class="due waiting"></i>ยังไม่ถึงกำหนด</span></figcaption></figure>'
    )


def timeline_words(line: MeasureLine) -> str:
    """What the timeline shows, in words."""
    measure, dues = line.measure, [due for one in line.indicators for due in one.dues]
    period = f"{thai_date(measure.start)} ถึง {thai_date(measure.end)}"
    done = sum(due.state == "covered" for due in dues)
    late = sum(due.state == "late" for due in dues)
    return f"{period} · ครบกำหนด {len(dues)} ครั้ง ทำครบ {done} ค้าง {late}"


def _period_bar(measure: Measure, start: date, end: date) -> str:
    first, last = max(measure.start or start, start), min(measure.end or end, end)
    if last < first:
        return ""
    left, right = _at(first, start, end), _at(last, start, end)
    return f'<i class="period" style="left:{left};right:calc(100% - {right})"></i>'


def _one_a_day(line: MeasureLine) -> list[Due]:
    """One mark a day: late before waiting before covered."""
    order = {"covered": 0, "waiting": 1, "late": 2}
    dues = sorted(
        (due for one in line.indicators for due in one.dues), key=lambda due: order[due.state]
    )
    return list({due.day: due for due in dues}.values())


def _at(day: date, start: date, end: date) -> str:
    share = (day - start).days / max((end - start).days, 1)
    return f"{min(max(share, 0), 1) * 100:.2f}%"
