"""The review as a whole: from who reports to what will be stored."""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.model import Decision
from ita_data.review import Review, reread
from pages import widgets
from pages.importing.agency import agency
from pages.importing.columns import columns
from pages.importing.desk import DRAFTS, Desk, file_of
from pages.importing.measures import measures
from pages.importing.observed import observed
from pages.importing.reading import read, refusal
from pages.importing.storing import standing, storing, version_before
from pages.widgets.keeping import editing_style, kept

COUNTED = (
    "<b>จำนวนในข้อความ</b> คือตัวเลขพร้อมหน่วยที่พบในถ้อยคำของรายงาน เช่น “จำนวน 3 ครั้ง” "
    "<b>ตัวชี้วัด</b> คือสิ่งที่จะติดตาม ซึ่งเสนอจากจำนวนเหล่านั้น สองตัวเลขจึงไม่จำเป็นต้องเท่ากัน "
    "เช่น เป้าหมายกับผลของเรื่องเดียวกันเป็นสองจำนวน แต่เป็นตัวชี้วัดเดียว และ “ทุกเดือน” เป็นตัวชี้วัดได้แม้ไม่มีตัวเลข"
)


def reviewing(key: str) -> None:
    review = DRAFTS.read(key)
    if review is None:
        DRAFTS.leave()
        st.rerun()
    editing_style()
    here = Desk(key=key, review=_as_stored(key, _as_said(st.empty(), key, review)))
    _heading(here)
    refusal(once=True)
    agency(here)
    columns(here)
    measures(here)
    observed(here)
    storing(here)


def _as_said(line: DeltaGenerator, key: str, review: Review) -> Review:
    """Reads the file again where the officer said something of it that the reading lacks.

    Names of places change nothing else on the page; then its fields stay as they are, and
    with them the one that is being typed in.
    """
    if not review.stale:
        return review
    said, before = review.choices, review.read_with
    loaded = read(line, review.loaded.name, file_of(key), said)
    DRAFTS.change(key, lambda r: replace(reread(r, loaded or r.loaded), read_with=said))
    if (said.columns, said.fiscal_year) != (before.columns, before.fiscal_year):
        DRAFTS.fields_anew()
    return DRAFTS.read(key) or review


def _as_stored(key: str, review: Review) -> Review:
    """Goes on from the newest stored version of the same report, so that the page shows what
    storing will make; that version may be another one once agency or year were corrected."""
    before = version_before(review)
    if standing(review, before) is review:
        return review
    DRAFTS.change(key, lambda r: standing(r, before))
    DRAFTS.fields_anew()
    return DRAFTS.read(key) or review


def _heading(here: Desk) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.html(
            '<header class="ita-top"><h1>ตรวจทานก่อนบันทึก</h1>'
            f"<p><b>{widgets.escape(here.review.loaded.name)}</b> · {_counts(here.review)} "
            '<span class="ita-quiet">ทุกอย่างที่แก้ไขเก็บเป็นแบบร่างทันที ปิดหน้านี้แล้วกลับมาทำต่อได้</span>'
            "</p></header>"
        )
        with st.popover("จำนวนกับตัวชี้วัดต่างกันอย่างไร", type="tertiary"):
            st.html(f"<p>{COUNTED}</p>")
        st.button("เลือกไฟล์อื่น", icon=":material/arrow_back:", on_click=kept(DRAFTS.leave))


def _counts(review: Review) -> str:
    report = review.report
    found = sum(len(measure.quantities) for measure in report.measures)
    ids = {measure.id for measure in report.measures}
    used = [
        i for i in review.indicators if i.measure_id in ids and i.decision is not Decision.DROPPED
    ]
    waiting = sum(i.decision is Decision.PROPOSED for i in used)
    state = f" (รอยืนยัน {waiting} รายการ)" if waiting else " (ยืนยันครบแล้ว)" if used else ""
    return f"พบ {len(report.measures)} มาตรการ · {found} จำนวนในข้อความ · {len(used)} ตัวชี้วัด{state}"
