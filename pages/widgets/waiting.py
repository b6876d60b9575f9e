"""Drafts that wait: one's own to go on with, another person's to take over."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import streamlit as st

from ita_data.clock import time_words
from pages.widgets.about import About
from pages.widgets.drafts import Drafts, Waiting
from pages.widgets.keeping import kept
from pages.widgets.resources import settings
from pages.widgets.text import escape, plain

T = TypeVar("T")
TAKING = (
    "เมื่อกด “รับมาทำต่อ” แบบร่างนั้นจะเป็นของท่าน ผู้ที่พิมพ์ไว้เดิมจะเห็นว่าท่านรับไป และสิ่งที่เขาพิมพ์หลังจากนั้น"
    "จะเก็บแยกเป็นแบบร่างใหม่ของเขา"
)

UNTOUCHED = "แบบร่างที่ไม่มีใครแก้ไขครบ {days} วันจะถูกลบโดยอัตโนมัติ"


def waiting_drafts(
    drafts: Drafts[T],
    found: Iterable[Waiting],
    words: Callable[[About], str],
    drop: Callable[[str], None],
) -> None:
    """One's own drafts, then the others' folded away. `words`: what a list says of one, as HTML."""
    _told(drafts)
    rows = list(found)
    if rows and (days := settings().pages.draft_days) > 0:
        st.html(f'<p class="ita-quiet">{UNTOUCHED.format(days=days)}</p>')
    for one in rows:
        if one.mine:
            _own(drafts, one, words, drop)
    if others := [one for one in rows if not one.mine]:
        with st.expander(f"แบบร่างของผู้อื่นที่ยังไม่ได้บันทึก {len(others)} ฉบับ", icon=":material/group:"):
            st.html(f'<p class="ita-quiet">{TAKING}</p>')
            for one in others:
                _others(drafts, one, words)


def _told(drafts: Drafts[T]) -> None:
    """The open draft became another person's, or an address named another's."""
    whose = drafts.lost_to
    if whose is None:
        return
    by = f" {whose}" if whose else "ผู้อื่น"
    st.warning(
        plain(f"แบบร่างที่เปิดไว้เป็นของ{by} สิ่งที่ท่านพิมพ์จะเก็บเป็นแบบร่างของท่านเอง ไม่ปนกัน"),
        icon=":material/group:",
    )


def _own(
    drafts: Drafts[T], one: Waiting, words: Callable[[About], str], drop: Callable[[str], None]
) -> None:
    """What it is, "ทำต่อ", and "ทิ้งแบบร่าง" behind a question."""
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.html(_words(one, words))
        st.button("ทำต่อ", key=f"resume_{one.key}", type="primary", on_click=kept(drafts.go_on),
                  args=(one.key,))  # fmt: skip
        with st.popover("ทิ้งแบบร่าง"):
            st.write("สิ่งที่พิมพ์ไว้ในแบบร่างนี้จะหายไปและนำกลับมาไม่ได้ ข้อมูลที่บันทึกเป็นรุ่นแล้วยังอยู่ครบ")
            st.button("ทิ้งแบบร่างนี้ถาวร", key=f"drop_{one.key}", on_click=kept(drop), args=(one.key,))


def _others(drafts: Drafts[T], one: Waiting, words: Callable[[About], str]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.html(_words(one, words))
        st.button("รับมาทำต่อ", key=f"take_{one.key}",
                  on_click=kept(drafts.take_over), args=(one.key,))  # fmt: skip


def _words(one: Waiting, words: Callable[[About], str]) -> str:
    by = f" โดย {escape(one.author)}" if one.author else ""
    return (
        f'<p class="ita-draft">{words(one.about)}<br><span class="ita-quiet">แก้ไขล่าสุด '
        f"{time_words(one.saved_at)}{by}</span></p>"
    )
