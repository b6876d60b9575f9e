"""The parts of บันทึกผล: which indicator, what was done, what was recorded before, save."""

import streamlit as st

from pages import widgets
from pages.recording.desk import Desk
from pages.recording.earlier import earlier
from pages.recording.entering import entering
from pages.recording.grid import grid, taken
from pages.recording.picking import picking
from pages.recording.saving import saving, waiting_rounds
from pages.recording.viewing import GRID, just_opened, view
from pages.widgets.keeping import editing_style
from pages.widgets.merging import newer_version

__all__ = ["show"]

ONLY_A_SAMPLE = "จึงบันทึกผลไม่ได้ โปรดนำเข้ารายงานของหน่วยงานก่อน แล้วกลับมาบันทึกผลที่หน้านี้"


def show() -> None:
    """What is due first, the fields of one result, and everything typed so far."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["record"], has_bases=False)
    if opened.is_sample:
        widgets.only_a_sample(ONLY_A_SAMPLE)
        return
    editing_style()
    here = taken(Desk.of(opened))
    waiting_rounds(here)
    if here.newer:
        newer_version(here.opened, here.base, here.merged, here.choose, key=here.name("clash"))
    if not here.indicators:
        st.info("รายงานนี้ยังไม่มีตัวชี้วัดให้บันทึกผล โปรดนำเข้ารายงานและยืนยันตัวชี้วัดก่อน")
        return
    opening = just_opened(here)
    if view(here, opening) == GRID:
        grid(here)
    else:
        _one_by_one(here, opening)
    saving(here)


def _one_by_one(here: Desk, opening: bool) -> None:
    indicator = picking(here, opening)
    left, right = st.columns([1, 1], gap="large")
    with left:
        entering(here, indicator)
    with right:
        earlier(here, indicator)
