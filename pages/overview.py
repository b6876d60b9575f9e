"""ภาพรวม: where the agency stands, what is late and whose, what comes next."""

import streamlit as st

from ita_data.figures import agenda, measure_lines, movement
from ita_data.figures import overview as figures
from ita_data.figures import readiness as checks
from ita_data.words import DECIDE_WORDS
from pages import widgets

# One piece of HTML: its parts change places on a narrow screen (style.css), and it is cheap.
SECTIONS = (
    ("late", DECIDE_WORDS, agenda.late_list),
    ("next", "ครบกำหนดต่อไป", agenda.due_list),
    ("departments", "ตามส่วนราชการ", figures.department_lines),
    ("gauges", "ความครบถ้วนของข้อมูล", figures.gauges),
)
CHECKING = '<p class="ita-quiet" role="status">กำลังตรวจข้อสังเกต …</p>'
EVERY = 2.0


def screen(opened: widgets.Opened) -> str:
    """The whole page under the header."""
    rest = widgets.looks_name(opened), widgets.is_being_checked(opened)
    return widgets.screen("overview", opened, lambda: _drawn(opened, checking=rest[1]), *rest)


@st.fragment(run_every=EVERY)
def waiting(opened: widgets.Opened) -> None:
    """Draws the page anew once the findings are there."""
    if not widgets.is_being_checked(opened):
        st.rerun()


def _drawn(opened: widgets.Opened, *, checking: bool) -> str:
    link = widgets.linker()
    shown = (opened.view, link)

    def findings() -> str:
        return CHECKING if checking else checks.open_counts(widgets.readiness(opened), link)

    def moved() -> str:
        before = widgets.view_before(opened)
        return movement.movement(before, opened.view, opened.number - 1, link) if before else ""

    sections = "".join(
        f'<section class="{name}"><h2>{title}</h2>{widgets.drawn(title, figure, *shown)}</section>'
        for name, title, figure in SECTIONS
    )
    table = widgets.drawn("รายการมาตรการ", measure_lines.measure_lines, *shown)
    return (
        '<div class="ita-overview">'
        f'<div class="top">{widgets.drawn("ภาพรวม", figures.summary, *shown)}'
        f"{widgets.drawn('การเปลี่ยนแปลง', moved)}</div>"
        f'<div class="measures">{table}'
        f'<div class="counts">{widgets.drawn("จำนวนตามสถานะ", figures.status_counts, *shown)}'
        f"{widgets.drawn('ข้อสังเกต', findings)}</div></div>{sections}</div>"
    )


widgets.open_page("overview")
opened = widgets.current()
checking = widgets.is_being_checked(opened)
widgets.header(opened, widgets.TITLES["overview"], screen)
if checking:
    waiting(opened)
