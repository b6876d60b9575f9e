"""Measures of the stored version that the file lacks: what was recorded for each, and whether it
stays in the report. Nothing goes unseen: what has results stays until the officer says otherwise.
"""

from collections.abc import Iterable

import streamlit as st

from ita_data.changes import Absent
from ita_data.review import let_stay
from pages import widgets
from pages.importing.desk import Desk
from pages.widgets.keeping import kept

STAY, GO = "คงไว้ในรายงาน", "นำออกจากรายงาน"


def absent_measures(here: Desk, found: Iterable[Absent], number: int) -> None:
    """Those with results in full, the others behind one line. `number`: of the stored version."""
    rows = list(found)
    if not rows:
        return
    st.html(f"<h3>มาตรการของรุ่นที่ {number} ที่ไม่มีในไฟล์นี้ {len(rows)} มาตรการ</h3>")
    for one in rows:
        if one.results or one.stays:
            _one(here, one, number)
    if rest := [one for one in rows if not (one.results or one.stays)]:
        with st.expander(f"ไม่มีผลที่บันทึกไว้ และจะไม่อยู่ในรายงาน {len(rest)} มาตรการ",
                         key=here.name("absent"), on_change="rerun") as box:  # fmt: skip
            for one in rest if box.open else ():
                _one(here, one, number)


def _one(here: Desk, one: Absent, number: int) -> None:
    key = here.name("stays", one.measure.id)

    def answer() -> None:
        here.saving(let_stay, one.measure.id)(st.session_state[key] == STAY)

    with st.container(border=True, gap="xsmall"):
        st.html(f'<p class="ita-target">{_words(one, number)}</p>')
        st.radio(
            widgets.inline(f"{widgets.measure_words(one.measure)} จะอยู่ในรายงานหรือไม่"),
            [STAY, GO],
            0 if one.stays else 1,
            key=key,
            horizontal=True,
            on_change=kept(answer),
            label_visibility="collapsed",
        )


def _words(one: Absent, number: int) -> str:
    lines = [f"<b>{widgets.escape(widgets.measure_words(one.measure))}</b>", _recorded(one)]
    if not one.stays and one.results:
        lines.append(
            f"ผลและหลักฐานนี้จะไม่อยู่ในรุ่นใหม่ ดูได้ที่ประวัติ รุ่นที่ {number} และจะกลับมาเองเมื่อไฟล์ต่อไปมีมาตรการนี้อีก"
        )
    return "<br>".join(lines)


def _recorded(one: Absent) -> str:
    if not one.results:
        return '<span class="ita-quiet">มาตรการนี้ไม่มีผลที่บันทึกไว้</span>'
    proofs = f" หลักฐาน {one.proofs} รายการ" if one.proofs else " ไม่มีหลักฐาน"
    return f"มาตรการนี้มีผลที่บันทึกไว้ {one.results} รายการ{proofs}"
