"""เป้าหมายและผล: a row an indicator, the months of the year, and the course of the whole."""

from datetime import date

import streamlit as st

from ita_data.figures import cumulative, lists, months, targets
from ita_data.figures.lines import DayStanding
from ita_data.figures.view import day_standing
from ita_data.model import Basis
from ita_data.progress import assess, monthly
from pages import widgets

EMPTY = "ไม่มีตัวชี้วัดตามที่เลือก ลองเลือก “ทั้งหมด”"
CHART = {"displayModeBar": False, "scrollZoom": False}

widgets.open_page("targets")
opened = widgets.current()
view = opened.view
widgets.header(opened, widgets.TITLES["targets"])


@st.cache_resource(show_spinner=False, max_entries=200)
def heat_map(which: widgets.Which, as_of: date, basis: Basis) -> dict[str, tuple[months.Cell, ...]]:
    """The months of one version, day and basis."""
    frame = monthly(widgets.tables_of_version(which), widgets.progress_on(which, as_of), basis)
    return months.cells(frame, which.key)


@st.cache_resource(show_spinner=False, max_entries=200)
def course(which: widgets.Which, year: int, as_of: date) -> cumulative.Course:
    """The course of one version up to a day. Its days are not kept: nobody opens them."""
    tables = widgets.tables_of_version(which)

    def standing_on(day: date) -> DayStanding:
        return day_standing(tables, assess(tables, day, widgets.settings()), which.key)

    return cumulative.course_of(year, as_of, standing_on)


def chart() -> None:
    """Plan against result over the year, in words and as a picture."""
    found = course(opened.which, opened.year, opened.as_of)
    words = cumulative.course_words(found, opened.as_of)
    st.html(f"<h2>แผนและผลสะสมของทุกตัวชี้วัด</h2><p>{widgets.escape(words)}</p>")
    figure = cumulative.course_figure(found, opened.as_of, opened.year)
    st.plotly_chart(figure, config=CHART, theme=None, key="course")
    table = cumulative.course_table(found)
    st.html(f"<details><summary>ดูเป็นตาราง</summary>{table}</details>")


if not view.indicators:
    where = widgets.escape(widgets.link("upload"))
    st.html(
        '<p class="ita-empty">รายงานนี้ยังไม่มีตัวชี้วัด '
        f'โปรดยืนยันตัวชี้วัดที่หน้า<a href="{where}" target="_self">นำเข้า</a></p>'
    )
    st.stop()

with st.container(horizontal=True, key="ita-filters"):
    found = lists.indicators_of(
        view,
        widgets.filters.select("แสดงตัวชี้วัด", "show", lists.LISTS),
        widgets.filters.select("ส่วนราชการ", "department", widgets.filters.departments(view)),
        widgets.filters.select("มาตรการ", "measure", widgets.filters.measures(view)),
    )
if not found:
    st.html(f'<p class="ita-empty">{EMPTY}</p>')
    st.stop()
part = widgets.filters.part(found)
ways = widgets.filters.ways(part, "targets", "ตัวชี้วัด", "show", "department", "measure")
st.html(
    ways
    + widgets.drawn("ตารางตัวชี้วัด", targets.indicator_table, part.items, view, widgets.linker())
    + ways
    + "<h2>กำหนดและผลรายเดือน</h2>"
)
with widgets.guard("กำหนดและผลรายเดือน"):
    grid = heat_map(opened.which, opened.as_of, opened.basis)
    st.html(months.heat_map(part.items, grid, opened.as_of) + ways)
with widgets.guard("แผนและผลสะสม"):
    chart()
