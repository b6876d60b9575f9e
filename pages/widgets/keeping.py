"""Keeping what an officer types or saves, and saying plainly where that did not happen."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from ita_data.clock import time_words
from ita_data.errors import Refusal
from ita_data.store import Conflict
from pages.widgets.resources import error_id
from pages.widgets.text import plain

_STYLE = (Path(__file__).parent / "editing.css").read_text(encoding="utf-8")
_NOT_KEPT = "not_kept"


def editing_style() -> None:
    """Once a page, before its fields: their style, and what could not be kept just now."""
    st.html(f"<style>{_STYLE}</style>")
    if words := st.session_state.pop(_NOT_KEPT, None):
        st.error(f"สิ่งที่พิมพ์ล่าสุดยังไม่ได้เก็บ {plain(words)}", icon=":material/error:")


def kept(keep: Callable[[], None]) -> None:
    """Runs what keeps a change; where that fails the page says so when it is drawn next."""
    try:
        keep()
    except Exception as error:
        st.session_state[_NOT_KEPT] = not_saved_words(error)


def not_saved_words(error: Exception) -> str:
    """Why nothing was saved, and what to do; an error that is ours gets an id and is logged."""
    if isinstance(error, Conflict) and error.newer:
        newer = error.newer.info
        by = f"โดย {newer.author} " if newer.author else ""
        return (
            f"ระหว่างนี้มีการบันทึกรุ่นที่ {newer.number} {by}เมื่อ {time_words(newer.created_at)} "
            "จึงยังไม่ได้บันทึก สิ่งที่ท่านพิมพ์ยังอยู่ครบ หน้านี้เทียบกับรุ่นล่าสุดแล้ว โปรดตรวจดูและกดบันทึกอีกครั้ง"
        )
    if isinstance(error, Refusal):
        return error.reason
    found = error_id("keeping", error)
    return (
        f"บันทึกไม่สำเร็จ ข้อมูลที่บันทึกไว้เดิมยังอยู่ครบ โปรดลองอีกครั้ง หากยังไม่ได้ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {found}"
    )
