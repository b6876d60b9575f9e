"""Three steps for who comes for the first time; closed once, it stays closed."""

import streamlit as st

from pages.widgets.address import link
from pages.widgets.opened import Opened
from pages.widgets.resources import store
from pages.widgets.text import escape

CLOSED = "guide-closed"
# A page, the words that lead to it, and what is done there.
STEPS = (
    ("measures", "ดูตัวอย่าง", "กดที่ตัวเลขหรือชื่อมาตรการ จะเห็นรายการและที่มาในรายงาน"),
    ("upload", "นำเข้ารายงานของหน่วยงาน", "ใช้ไฟล์ที่มีอยู่ได้เลย หรือลองกับไฟล์ตัวอย่าง ตรวจทานแล้วบันทึก"),
    ("record", "บันทึกผลพร้อมหลักฐาน", "ทุกเดือนหรือเมื่อมีผลใหม่ ภาพรวมจะปรับให้เอง"),
)


def guide(opened: Opened) -> None:
    """Shown with the sample until someone closes it; the store remembers."""
    if not opened.is_sample or store().recall(CLOSED):
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="ita-guide"):
        items = "".join(map(_step, STEPS))
        st.html(f'<section aria-label="เริ่มใช้งาน"><ol class="ita-guide">{items}</ol></section>')
        st.button("ปิดคำแนะนำ", key="guide_close", on_click=lambda: store().remember(CLOSED, True))


def _step(step: tuple[str, str, str]) -> str:
    page, words, what = step
    where = escape(link(page))
    return f'<li><a href="{where}" target="_self">{words}</a><br>{what}</li>'
