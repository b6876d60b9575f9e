"""ภาพรวม: where the agency stands, what is late and whose, what comes next."""

import streamlit as st

from ita_data.figures import agenda
from ita_data.figures import overview as figures
from ita_data.figures import readiness as checks
from pages import widgets

widgets.open_page("overview")
opened = widgets.current()
widgets.header(opened, widgets.TITLES["overview"])
widgets.guide(opened)
shown = (opened.view, widgets.link)


def findings() -> str:
    """What is open to be put right, by severity."""
    return checks.open_counts(widgets.readiness(opened), widgets.link)


# One piece of HTML: its parts change places on a narrow screen (style.css), and it is cheap.
SECTIONS = (
    ("late", "ต้องตัดสินใจ", agenda.late_list),
    ("next", "ครบกำหนดต่อไป", agenda.due_list),
    ("departments", "ตามส่วนราชการ", figures.department_lines),
    ("gauges", "ความครบถ้วนของข้อมูล", figures.gauges),
)
st.html(
    '<div class="ita-overview">'
    f'<div class="top">{widgets.drawn("ภาพรวม", figures.summary, *shown)}</div>'
    f'<div class="measures">{widgets.drawn("รายการมาตรการ", figures.measure_lines, *shown)}'
    f'<div class="counts">{widgets.drawn("จำนวนตามสถานะ", figures.status_counts, *shown)}'
    f"{widgets.drawn('ข้อสังเกต', findings)}</div></div>"
    + "".join(
        f'<section class="{name}"><h2>{title}</h2>{widgets.drawn(title, figure, *shown)}</section>'
        for name, title, figure in SECTIONS
    )
    + "</div>"
)
