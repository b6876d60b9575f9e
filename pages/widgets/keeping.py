"""Keeping what an officer types or saves, and saying once what came of it, or plainly why not."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Literal, ParamSpec

import streamlit as st

from ita_data.clock import time_words
from ita_data.errors import Refusal
from pages.widgets.resources import error_id
from pages.widgets.text import plain

P = ParamSpec("P")
Kind = Literal["done", "problem", "note", "passing"]
# Told at the top of any page; under the header of the one that opens next.
NOT_KEPT, NEXT_PAGE = "not_kept", "next_page"
_STYLE = (Path(__file__).parent / "editing.css").read_text(encoding="utf-8")


def editing_style() -> None:
    """Once a page, before its fields: their style."""
    st.html(f"<style>{_STYLE}</style>")


def tell(name: str, words: str, kind: Kind = "done") -> None:
    """What came of a click, for `told` of that name when it is drawn next."""
    st.session_state[f"said_{name}"] = words, kind


def told(name: str) -> str:
    """Says here what waits under that name, once; "": nothing does."""
    words, kind = st.session_state.pop(f"said_{name}", ("", "done"))
    if words:
        _show(plain(words), kind)
    return str(words)


def _show(words: str, kind: Kind) -> None:
    match kind:
        case "done":
            st.success(words, icon=":material/check_circle:")
        case "problem":
            st.error(words, icon=":material/error:")
        case "note":
            st.warning(words, icon=":material/info:")
        case "passing":
            st.toast(words)


def kept(keep: Callable[P, object]) -> Callable[P, None]:
    """The same for `on_click` and `on_change`: where it fails, the next page drawn says so.

    Those run outside every `guard`: what fails there ends the run, in the framework's English.
    """

    @wraps(keep)
    def keeping(*args: P.args, **named: P.kwargs) -> None:
        try:
            keep(*args, **named)
        except Exception as error:
            tell(NOT_KEPT, f"สิ่งที่ทำล่าสุดยังไม่ได้เก็บ {_failure_words(error)}", "problem")

    return keeping


def _failure_words(error: Exception) -> str:
    words = not_saved_words(error)
    return f"{words} (รหัส {error_id('keeping', error)})" if isinstance(error, Refusal) else words


def not_saved_words(error: Exception) -> str:
    """Why nothing was saved, and what to do; an error that is ours gets an id and is logged."""
    from ita_data.store import Conflict

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
