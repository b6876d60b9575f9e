"""เป้าหมายและผล: a row an indicator, the months of the year, and the course of the whole."""

from datetime import date

import streamlit as st

from ita_data.figures import cumulative, lists, months, targets
from ita_data.figures.view import View, view_of
from ita_data.progress import assess, monthly
from pages import widgets

EMPTY = "ไม่มีตัวชี้วัดตามที่เลือก ลองเลือก “ทั้งหมด”"
CHART = {"displayModeBar": False, "scrollZoom": False}

widgets.open_page("targets")
opened = widgets.current()
view = opened.view
widgets.header(opened, widgets.TITLES["targets"])


@st.cache_resource(show_spinner=False, max_entries=200)
def heat_map(key: str, number: int, as_of: date, basis: str) -> dict[str, tuple[months.Cell, ...]]:
    """The months of one version, day and basis."""
    frame = monthly(opened.tables, opened.progress, opened.basis)
    return months.cells(frame, opened.key)


@st.cache_resource(show_spinner=False, max_entries=200)
def course(key: str, number: int, as_of: date) -> cumulative.Course:
    """The course of one version up to a day."""

    def view_on(day: date) -> View:
        progress = assess(opened.tables, day, widgets.settings())
        return view_of(opened.tracked, progress, opened.basis, opened.key)

    return cumulative.course_of(opened.year, as_of, view_on)


def chart() -> None:
    found = course(opened.key, opened.number, opened.as_of)
    st.html(f"<h2>แผนและผลสะสม</h2><p>{cumulative.course_words(found, opened.as_of)}</p>")
    figure = cumulative.course_figure(found, opened.as_of, opened.year)
    st.plotly_chart(figure, config=CHART, theme=None, key="course")


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
st.html(
    widgets.drawn("ตารางตัวชี้วัด", targets.indicator_table, found, view, widgets.link)
    + "<h2>กำหนดและผลรายเดือน</h2>"
)
with widgets.guard("กำหนดและผลรายเดือน"):
    grid = heat_map(opened.key, opened.number, opened.as_of, opened.basis.value)
    st.html(months.heat_map(found, grid, opened.as_of))
with widgets.guard("แผนและผลสะสม"):
    chart()
