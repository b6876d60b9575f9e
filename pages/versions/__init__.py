"""The parts of ประวัติ: one version and what it changed, all versions, their percents, a backup."""

import streamlit as st

from pages import widgets
from pages.versions.backing import backing
from pages.versions.chosen import Chosen
from pages.versions.comparing import comparing
from pages.versions.course import course
from pages.versions.restoring import files, restoring
from pages.versions.timeline import timeline
from pages.widgets.keeping import editing_style

__all__ = ["show"]

ONLY_A_SAMPLE = "จึงยังไม่มีประวัติ เมื่อนำเข้ารายงานของหน่วยงานแล้ว ทุกครั้งที่บันทึกจะเก็บเป็นรุ่นไว้ที่หน้านี้"


def show() -> None:
    """The chosen version first, also on a phone; beside it the list to choose from."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["history"], has_bases=False)
    if opened.is_sample:
        widgets.only_a_sample(ONLY_A_SAMPLE)
        return
    editing_style()
    left, right = st.columns([7, 4], gap="large")
    with left:
        here = Chosen.of(opened)
        with widgets.guard("สิ่งที่เปลี่ยน"):
            comparing(here)
        with widgets.guard("ไฟล์ต้นฉบับ"):
            files(here)
        restoring(here)
    with right:
        timeline(here)
    with widgets.guard("ร้อยละของแต่ละรุ่น"):
        course(here)
    if widgets.settings().pages.backup:
        backing()
