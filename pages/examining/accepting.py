"""ยอมรับพร้อมเหตุผล: one finding at a time, each a version of its own; and the way back."""

from datetime import datetime

import streamlit as st

from ita_data.model import TrackedReport
from ita_data.readiness import Observed, accept, withdraw
from pages import widgets
from pages.widgets.keeping import not_saved_words
from pages.widgets.person import asked_author, person

CHOSEN, DONE, PROBLEM = "accept_chosen", "accept_done", "accept_problem"


def told() -> None:
    """What became of the last click."""
    if words := st.session_state.pop(DONE, None):
        st.success(words, icon=":material/check_circle:")
    if words := st.session_state.pop(PROBLEM, None):
        st.error(widgets.plain(words), icon=":material/error:")


def offering(opened: widgets.Opened, observed: Observed) -> None:
    """A button under a finding; once pressed, who and why. Nothing for the sample."""
    if opened.is_sample:
        return
    if st.session_state.get(CHOSEN) != observed.key:
        st.button("ยอมรับพร้อมเหตุผล", key=f"accept_{observed.key}", type="tertiary",
                  on_click=_choose, args=(observed.key,))  # fmt: skip
        return
    with st.container(border=True):
        st.text_area("เหตุผลที่ยอมรับข้อสังเกตนี้", key="accept_reason", max_chars=500, height=80,
                     placeholder="เช่น ดำเนินการร่วมกับมาตรการที่ 3 จึงใช้ผลเดียวกัน")  # fmt: skip
        asked_author("accept_author", "ผู้ยอมรับ")
        with st.container(horizontal=True):
            st.button("บันทึกการยอมรับเป็นรุ่นใหม่", key="accept_save", type="primary",
                      on_click=_accept, args=(opened, observed))  # fmt: skip
            st.button("ยกเลิก", key="accept_cancel", on_click=_choose, args=(None,))


def withdrawing(opened: widgets.Opened, observed: Observed) -> None:
    """The way back, under an accepted finding."""
    if not opened.is_sample:
        st.button("ยกเลิกการยอมรับ", key=f"withdraw_{observed.key}", type="tertiary",
                  on_click=_withdraw, args=(opened, observed))  # fmt: skip


def _choose(key: str | None) -> None:
    st.session_state[CHOSEN] = key


def _accept(opened: widgets.Opened, observed: Observed) -> None:
    reason = st.session_state["accept_reason"].strip()
    author = st.session_state["accept_author"].strip()
    if not reason:
        st.session_state[PROBLEM] = "ยังไม่ได้บันทึก โปรดใส่เหตุผลที่ยอมรับข้อสังเกตนี้ แล้วกดบันทึกอีกครั้ง"
        return
    tracked = accept(
        opened.tracked, observed, reason=reason, by=author, at=datetime.now(widgets.BANGKOK)
    )
    if _saved(opened, tracked, author, f"ยอมรับข้อสังเกต{_about(observed)}: {reason}"):
        _choose(None)


def _withdraw(opened: widgets.Opened, observed: Observed) -> None:
    tracked = withdraw(opened.tracked, observed)
    author = person().author
    _saved(opened, tracked, author, f"ยกเลิกการยอมรับข้อสังเกต{_about(observed)}")


def _about(observed: Observed) -> str:
    return f" “{observed.rule.title}”" if observed.rule else ""


def _saved(opened: widgets.Opened, tracked: TrackedReport, author: str, reason: str) -> bool:
    """Whether a version was made of it; what happened is told when the page is drawn next."""
    try:
        info = widgets.store().save(
            tracked,
            author=author,
            reason=reason,
            kind="edit",
            findings=opened.findings,
            expected_version=opened.number,
        )
    except Exception as error:
        st.session_state[PROBLEM] = not_saved_words(error)
        return False
    st.session_state[DONE] = f"บันทึกเป็นรุ่นที่ {info.number} แล้ว"
    return True
