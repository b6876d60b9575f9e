"""The parts of แผนปีถัดไป: the plan as it would be, one button, and a stored plan's last year."""

import streamlit as st

from ita_data.changes import next_year
from pages import widgets
from pages.planning.leftover import still_left
from pages.planning.making import made, making, table
from pages.widgets.keeping import editing_style

__all__ = ["show"]

ONLY_A_SAMPLE = "จึงยังทำแผนไม่ได้ โปรดนำเข้ารายงานของหน่วยงานก่อน แล้วกลับมาที่หน้านี้"


def show() -> None:
    """A plan without results shows the year before; any other report offers the year after."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["plan"], has_bases=False)
    if opened.is_sample:
        widgets.only_a_sample(ONLY_A_SAMPLE)
        return
    editing_style()
    made()
    if opened.tracked.last_year:
        st.html(f"<h2>ปีงบประมาณ {opened.fiscal_year} เทียบกับปีก่อน</h2>")
        still_left(opened)
        st.html(table("ตารางเทียบกับปีก่อน", opened.tracked))
    if opened.tracked.last_year and not opened.tracked.actuals:
        st.html('<p class="ita-quiet">แผนนี้ยังไม่มีผล เมื่อมีผลแล้วจึงทำแผนของปีถัดไปได้ที่หน้านี้</p>')
        return
    making(opened, next_year(opened.tracked))
