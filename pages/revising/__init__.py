"""The parts of แก้ไขตัวชี้วัด: a measure's indicators, what was said of them, and the save."""

import streamlit as st

from pages import widgets
from pages.revising.cards import cards
from pages.revising.choosing import choosing
from pages.revising.desk import Desk
from pages.revising.saving import saving, waiting_revisions
from pages.widgets.keeping import editing_style
from pages.widgets.merging import newer_version

__all__ = ["show"]

ONLY_A_SAMPLE = "จึงแก้ไขตัวชี้วัดไม่ได้ โปรดนำเข้ารายงานของหน่วยงานก่อน แล้วกลับมาที่หน้านี้"


def show() -> None:
    """One measure at a time, as in the review of an import; the save is below."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["indicators"])
    if opened.is_sample:
        widgets.only_a_sample(ONLY_A_SAMPLE)
        return
    editing_style()
    here = Desk.of(opened)
    waiting_revisions(here)
    if here.merged:
        newer_version(here.opened, here.base, here.merged, here.choose, key=here.name("clash"))
    measure = choosing(here)
    if measure is None:
        st.info("รายงานนี้ยังไม่มีมาตรการ โปรดนำเข้ารายงานก่อน")
        return
    cards(here, measure)
    saving(here)
