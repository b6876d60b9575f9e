"""เป้าหมายและผล: a row an indicator, the months of the year, and the course of the whole."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from ita_data.figures import cumulative, lists, months, targets
from ita_data.figures.lines import DayStanding, IndicatorLine
from ita_data.figures.paging import Part
from ita_data.figures.view import day_standing
from ita_data.model import Basis
from ita_data.progress import assess, monthly
from pages import widgets
from pages.widgets.shelves import shelved

if TYPE_CHECKING:
    import plotly.graph_objects as go

EMPTY = "ไม่มีตัวชี้วัดตามที่เลือก ลองเลือก “ทั้งหมด”"
CHART = {"displayModeBar": False, "scrollZoom": False}
FILTERS = ("show", "department", "measure")
MOST_ROWS = 60_000

widgets.open_page("targets")
opened = widgets.current()
view = opened.view
widgets.header(opened, widgets.TITLES["targets"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The course of the whole in words, as a picture and as a table."""

    words: str
    figure: "go.Figure"
    table: str


@shelved(entries=200, heaviest=MOST_ROWS, weigh=len)
def by_month(which: widgets.Which, as_of: date, basis: Basis) -> dict[str, tuple[months.Cell, ...]]:
    """The months of one version, day and basis."""
    frame = monthly(widgets.tables_of_version(which), widgets.progress_on(which, as_of), basis)
    return months.cells(frame, which.key)


@shelved(entries=200, heaviest=200, weigh=lambda _: 1)
def course(which: widgets.Which, year: int, as_of: date) -> Drawn:
    """The course of one version up to a day. Its days are not kept: nobody opens them."""
    tables = widgets.tables_of_version(which)

    def standing_on(day: date) -> DayStanding:
        return day_standing(tables, assess(tables, day, widgets.settings()), which.key)

    found = cumulative.course_of(year, as_of, standing_on)
    return Drawn(
        words=cumulative.course_words(found, as_of),
        figure=cumulative.course_figure(found, as_of, year),
        table=cumulative.course_table(found),
    )


def chart() -> None:
    """Plan against result over the year, in words and as a picture."""
    drawn = course(opened.which, opened.year, opened.as_of)
    words = widgets.escape(drawn.words)
    st.html(f"<h2>แผนและผลสะสมของทุกตัวชี้วัด</h2><p>{words}</p>")
    st.plotly_chart(drawn.figure, config=CHART, theme=None, key="course")
    st.html(f"<details><summary>ดูเป็นตาราง</summary>{drawn.table}</details>")


def heat_map(lines: tuple[IndicatorLine, ...]) -> str:
    """The months of some indicators."""
    grid = by_month(opened.which, opened.as_of, opened.basis)
    return months.heat_map(lines, grid, opened.as_of)


def tables(part: Part[IndicatorLine]) -> str:
    """The indicators with their amounts, and with their months."""
    ways = widgets.filters.ways(part, "targets", "ตัวชี้วัด", *FILTERS)
    shown = part.items, view, widgets.linker()
    return (
        f"{ways}{widgets.drawn('ตารางตัวชี้วัด', targets.indicator_table, *shown)}{ways}"
        "<h2>กำหนดและผลรายเดือน</h2>"
        f"{widgets.drawn('กำหนดและผลรายเดือน', heat_map, part.items)}{ways}"
    )


if not view.indicators:
    where = widgets.escape(widgets.link("upload"))
    st.html(
        f'<p class="ita-empty">รายงานนี้ยังไม่มีตัวชี้วัด โปรดยืนยันตัวชี้วัดที่หน้า<a href="{where}">นำเข้า</a></p>'
    )
    st.stop()

with st.container(horizontal=True, key="ita-filters"):
    asked = (
        widgets.filters.select("แสดงตัวชี้วัด", "show", lists.LISTS),
        widgets.filters.select("ส่วนราชการ", "department", widgets.filters.departments(view)),
        widgets.filters.select("มาตรการ", "measure", widgets.filters.measures(view)),
    )
found = lists.indicators_of(view, *asked)
if not found:
    st.html(f'<p class="ita-empty">{EMPTY}</p>')
    st.stop()
part = widgets.filters.part(found)
st.html(widgets.screen("targets", opened, lambda: tables(part), asked, part.number))
with widgets.guard("แผนและผลสะสม"):
    chart()
