"""The parts of ตรวจความพร้อม: the findings, what is accepted, the links, what is met, what
changed."""

from pathlib import Path

import streamlit as st

from ita_data.figures import readiness as figures
from ita_data.readiness import requirements_of, since
from pages import widgets
from pages.examining.accepting import left_over, outcome
from pages.examining.linking import links, way
from pages.examining.listing import accepted, listing
from pages.widgets.keeping import editing_style

__all__ = ["show"]
ONLY_LOOKING = "เมื่อนำเข้ารายงานของหน่วยงานแล้ว จะยอมรับข้อสังเกตพร้อมเหตุผลได้ที่หน้านี้ ตัวอย่างนี้ดูได้อย่างเดียว"
_STYLE = (Path(__file__).parent / "examining.css").read_text(encoding="utf-8")


def show() -> None:
    """The findings first; beside them what the form asks for, and the version before."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["readiness"], has_bases=False)
    editing_style()
    st.html(f"<style>{_STYLE}</style>")
    if not opened.tracked.report.measures:
        st.html('<p class="ita-empty">รายงานนี้ยังไม่มีมาตรการให้ตรวจ โปรดนำเข้ารายงาน</p>')
        return
    readiness = widgets.readiness(opened)
    st.html(widgets.drawn("สรุป", figures.summary, readiness, requirements_of(readiness)))
    problem = outcome()
    way(opened)
    if opened.is_sample:
        st.html(f'<p class="ita-quiet">{ONLY_LOOKING}</p>')
    left, right = st.columns([7, 4], gap="large")
    with left:
        listing(opened, readiness)
        accepted(opened, readiness)
    left_over(problem)
    with right:
        with widgets.guard("ลิงก์หลักฐาน"):
            links(opened)
        _since(opened)
        requirements = requirements_of(readiness)
        st.html("<h2>ข้อกำหนดของแบบรายงาน</h2>"
                + widgets.drawn("ข้อกำหนด", figures.requirement_list, requirements))  # fmt: skip


def _since(opened: widgets.Opened) -> None:
    if opened.is_sample:
        return
    st.html("<h2>เทียบกับรุ่นก่อนหน้า</h2>")
    with widgets.guard("ข้อสังเกตของรุ่นก่อนหน้า"):
        before = widgets.readiness_before(opened)
        if before is None:
            st.html('<p class="ita-quiet">เป็นรุ่นแรก จึงไม่มีรุ่นก่อนหน้าให้เทียบ</p>')
            return
        found = since(before, widgets.readiness(opened))
        st.html(figures.since_list(found, opened.number - 1))
