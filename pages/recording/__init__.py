"""The parts of บันทึกผล: which indicator, what was done, what was recorded before, save."""

import streamlit as st

from pages import widgets
from pages.recording.desk import Desk
from pages.recording.earlier import earlier
from pages.recording.entering import entering
from pages.recording.grid import grid, taken
from pages.recording.picking import picking
from pages.recording.saving import saving, waiting_rounds
from pages.widgets.keeping import editing_style
from pages.widgets.merging import newer_version

__all__ = ["show"]

VIEW, ONE, GRID = "view", "one", "grid"
VIEWS = {ONE: "ทีละตัวชี้วัด", GRID: "กรอกทั้งตาราง"}


def show() -> None:
    """What is due first, the fields of one result, and everything typed so far."""
    opened = widgets.current()
    widgets.header(opened, widgets.TITLES["record"], has_bases=False)
    if opened.is_sample:
        _only_a_sample()
        return
    editing_style()
    here = taken(Desk.of(opened))
    waiting_rounds(here)
    if here.newer:
        newer_version(here.opened, here.base, here.merged, here.choose, key=here.name("clash"))
    if not here.indicators:
        st.info("รายงานนี้ยังไม่มีตัวชี้วัดให้บันทึกผล โปรดนำเข้ารายงานและยืนยันตัวชี้วัดก่อน")
        return
    if _view(here) == GRID:
        grid(here)
    else:
        _one_by_one(here)
    saving(here)


def _view(here: Desk) -> str:
    """One indicator at a time, or the table of all; the address keeps it."""
    asked = GRID if st.query_params.get(VIEW) == GRID else ONE
    chosen = st.segmented_control(
        "วิธีกรอก",
        list(VIEWS),
        default=asked,
        required=True,
        key=f"record-view-{here.opened.key}",
        format_func=VIEWS.__getitem__,
    )
    if chosen == GRID:
        st.query_params[VIEW] = GRID
    elif VIEW in st.query_params:
        del st.query_params[VIEW]
    return str(chosen)


def _one_by_one(here: Desk) -> None:
    indicator = picking(here)
    left, right = st.columns([1, 1], gap="large")
    with left:
        entering(here, indicator)
    with right:
        earlier(here, indicator)


def _only_a_sample() -> None:
    st.info(
        "ขณะนี้เปิดข้อมูลตัวอย่างอยู่ จึงบันทึกผลไม่ได้ โปรดนำเข้ารายงานของหน่วยงานก่อน แล้วกลับมาบันทึกผลที่หน้านี้",
        icon=":material/info:",
    )
    st.page_link("pages/upload.py", label="ไปหน้านำเข้า", icon=":material/upload_file:")
