"""ยอมรับพร้อมเหตุผล: the findings of one card, each time a version of its own; and the way back."""

from datetime import datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ita_data.clock import BANGKOK
from ita_data.model import TrackedReport
from ita_data.readiness import Bundle, Observed, accept, withdraw
from pages import widgets
from pages.widgets.keeping import kept, not_saved_words, tell, told
from pages.widgets.person import asked_author, person

CHOSEN, DONE, FAR, PROBLEM = "accept_chosen", "accept_done", "accept_far", "accept_problem"
NO_REASON = "ยังไม่ได้บันทึก โปรดใส่เหตุผลที่ยอมรับข้อสังเกตนี้ แล้วกดบันทึกอีกครั้ง"
NONE_CHOSEN = "ยังไม่ได้บันทึก โปรดเลือกข้อที่จะยอมรับอย่างน้อยหนึ่งข้อ"


def outcome() -> DeltaGenerator:
    """What became of the last click; and the place for a problem that no card shows any more."""
    told(DONE)
    told(FAR)
    return st.empty()


def left_over(place: DeltaGenerator) -> None:
    """A problem whose card is gone is told at the top."""
    with place:
        _problem(st.session_state.get(PROBLEM, ""))


def offering(opened: widgets.Opened, bundle: Bundle) -> None:
    """A button under a card; once pressed, which, why and who. Nothing for the sample."""
    if opened.is_sample:
        return
    key = bundle[0].key
    if st.session_state.get(CHOSEN) != key:
        st.button("ยอมรับพร้อมเหตุผล", key=f"accept_{key}", type="tertiary",
                  on_click=kept(_choose), args=(key,))  # fmt: skip
        _problem(key)
        return
    with st.container(border=True):
        _which(bundle)
        st.text_area("เหตุผลที่ยอมรับข้อสังเกตนี้", key="accept_reason", max_chars=500, height=80,
                     placeholder="เช่น ดำเนินการร่วมกับมาตรการที่ 3 จึงใช้ผลเดียวกัน")  # fmt: skip
        asked_author("accept_author", "ผู้ยอมรับ")
        _problem(key)
        with st.container(horizontal=True):
            st.button("บันทึกการยอมรับเป็นรุ่นใหม่", key="accept_save", type="primary",
                      on_click=kept(_accept), args=(opened, bundle))  # fmt: skip
            st.button("ยกเลิก", key="accept_cancel", on_click=kept(_choose), args=(None,))


def withdrawing(opened: widgets.Opened, bundle: Bundle) -> None:
    """The way back, under an accepted card."""
    if not opened.is_sample:
        st.button("ยกเลิกการยอมรับ", key=f"withdraw_{bundle[0].key}", type="tertiary",
                  on_click=kept(_withdraw), args=(opened, bundle))  # fmt: skip
        _problem(bundle[0].key)


def _which(bundle: Bundle) -> None:
    """Of several, which ones: all of them unless one is unticked."""
    if len(bundle) > 1:
        st.html('<p class="ita-quiet">ข้อที่ยอมรับ</p>')
        for one in bundle:
            st.checkbox(widgets.inline(one.finding.message), value=True, key=_tick(one))


def _tick(observed: Observed) -> str:
    return f"accept_tick_{observed.key}"


def _problem(key: str) -> None:
    """What went wrong with a card is told at the card."""
    told(f"{PROBLEM}_{key}")


def _say_problem(key: str, words: str) -> None:
    st.session_state[PROBLEM] = key
    tell(f"{PROBLEM}_{key}", words, "problem")


def _choose(key: str | None) -> None:
    st.session_state[CHOSEN] = key


def _accept(opened: widgets.Opened, bundle: Bundle) -> None:
    reason = st.session_state["accept_reason"].strip()
    author = st.session_state["accept_author"].strip()
    ticked = tuple(one for one in bundle if st.session_state.get(_tick(one), True))
    if not reason or not ticked:
        words = NONE_CHOSEN if reason else NO_REASON
        _say_problem(bundle[0].key, words)
        return
    tracked, at = opened.tracked, datetime.now(BANGKOK)
    for one in ticked:
        tracked = accept(tracked, one, reason=reason, by=author, at=at)
    why = f"ยอมรับข้อสังเกต{_about(ticked)}: {reason}"
    if _saved(opened, tracked, author, why, bundle[0].key):
        _choose(None)


def _withdraw(opened: widgets.Opened, bundle: Bundle) -> None:
    tracked = opened.tracked
    for one in bundle:
        tracked = withdraw(tracked, one)
    why = f"ยกเลิกการยอมรับข้อสังเกต{_about(bundle)}"
    _saved(opened, tracked, person().author, why, bundle[0].key)


def _about(bundle: Bundle) -> str:
    rule = bundle[0].rule
    many = f" {len(bundle)} แห่ง" if len(bundle) > 1 else ""
    return f" “{rule.title}”{many}" if rule else many


def _saved(
    opened: widgets.Opened, tracked: TrackedReport, author: str, reason: str, key: str
) -> bool:
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
        _say_problem(key, not_saved_words(error))
        return False
    words = f"บันทึกเป็นรุ่นที่ {info.number} แล้ว"
    tell(DONE, words)
    tell(FAR, words, "passing")  # the card was far below the top
    return True
