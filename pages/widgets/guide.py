"""The line above the sample: that nothing here is real, and three steps for who is new here,
folded so that the figures stand first."""

import streamlit as st

from pages.widgets.address import link
from pages.widgets.opened import Opened
from pages.widgets.text import escape

SAMPLE_WORDS = "ข้อมูลตัวอย่าง – หน่วยงานสมมติ"
# A page, the words that lead to it, and what is done there.
STEPS = (
    ("measures", "ดูตัวอย่าง", "กดที่ตัวเลขหรือชื่อมาตรการ จะเห็นรายการและที่มาในรายงาน"),
    ("upload", "นำเข้ารายงานของหน่วยงาน", "ใช้ไฟล์ที่มีอยู่ได้เลย หรือลองกับไฟล์ตัวอย่าง ตรวจทานแล้วบันทึก"),
    ("record", "บันทึกผลพร้อมหลักฐาน", "ทุกเดือนหรือเมื่อมีผลใหม่ ภาพรวมจะปรับให้เอง"),
)


def sample_banner(opened: Opened) -> None:
    """Nothing where a stored report is open."""
    if opened.is_sample:
        steps = "".join(map(_step, STEPS))
        st.html(
            f'<div class="ita-sample"><p><b>{SAMPLE_WORDS}</b> ใช้ลองดูวิธีทำงานเท่านั้น</p>'
            "<details><summary>เริ่มใช้งานใน 3 ขั้นตอน</summary>"
            f'<ol class="ita-guide">{steps}</ol></details></div>'
        )


def only_a_sample(words: str) -> None:
    """On a page that has nothing to do until a report is stored: why, and the way there."""
    st.info(f"ขณะนี้เปิดข้อมูลตัวอย่างอยู่ {words}", icon=":material/info:")
    st.page_link("pages/upload.py", label="ไปหน้านำเข้า", icon=":material/upload_file:")


def _step(step: tuple[str, str, str]) -> str:
    page, words, what = step
    where = escape(link(page))
    return f'<li><a href="{where}">{words}</a><br>{what}</li>'
