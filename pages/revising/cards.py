"""A measure's indicators, a card each: what is promised, where it stands, what can be done."""

import streamlit as st

from ita_data.figures.last_year import beside, last_of
from ita_data.figures.lines import IndicatorLine
from ita_data.figures.marks import status_badge
from ita_data.model import Decision, Indicator, Measure, Override
from ita_data.revising import add, as_it_was, use
from ita_data.words import (
    DECISION_WORDS,
    FIELD_WORDS,
    STATUS_WORDS,
    TARGET_FROM_RESULT,
    rhythm_words,
    target_words,
)
from pages import widgets
from pages.revising.desk import Desk
from pages.revising.editing import editing
from pages.widgets.keeping import kept

NEW = "ตัวชี้วัดใหม่"


def cards(here: Desk, measure: Measure) -> None:
    """Those in use, a way to add one, and those not used with the way back."""
    indicators = here.of_measure(measure.id)
    lines = {line.indicator.id: line for line in here.opened.view.indicators}
    dropped = [one for one in indicators if one.decision is Decision.DROPPED]
    for one in indicators:
        if one.decision is not Decision.DROPPED:
            _card(here, one, lines.get(one.id), measure)
    if len(dropped) == len(indicators):
        st.html('<p class="ita-empty">มาตรการนี้ยังไม่มีตัวชี้วัดที่ใช้ เพิ่มเองได้</p>')
    st.button("เพิ่มตัวชี้วัด", icon=":material/add:", key=here.name("add", measure.id),
              on_click=kept(_add), args=(here, measure.id))  # fmt: skip
    if dropped:
        with st.expander(f"ไม่ใช้ {len(dropped)} รายการ", key=here.name("dropped", measure.id)):
            for one in dropped:
                _dropped(here, one)


def _add(here: Desk, measure_id: str) -> None:
    """One more indicator, open to be filled in."""
    before = {one.id for one in here.work.indicators}
    here.says(add, measure_id, NEW)
    key = here.drafts.current()
    work = here.drafts.read(key) if key else None
    for one in work.indicators if work else ():
        if one.id not in before:
            st.session_state[here.name("edit", one.id)] = True


def _card(here: Desk, one: Indicator, line: IndicatorLine | None, measure: Measure) -> None:
    with st.container(border=True, gap="xsmall", key=here.name("card", one.id)):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(_summary(here, one, line))
            if one.decision is Decision.PROPOSED:
                st.button("ยืนยัน", icon=":material/check:", key=here.name("use", one.id),
                          on_click=kept(here.says), args=(use, one.id))  # fmt: skip
            st.button("ไม่ใช้", icon=":material/close:", key=here.name("drop", one.id),
                      on_click=kept(here.says), args=(use, one.id),
                      kwargs={"used": False})  # fmt: skip
            if one.id in here.touched:
                st.button("คืนค่าเดิม", icon=":material/undo:", key=here.name("undo", one.id),
                          on_click=kept(here.says),
                          args=(as_it_was, here.base, one.id))  # fmt: skip
        editing(here, one, measure)


def _summary(here: Desk, one: Indicator, line: IndicatorLine | None) -> str:
    unsaved = '<span class="ita-tag todo">ยังไม่บันทึก</span>' if one.id in here.touched else ""
    badge = status_badge(line.status) if line else ""
    kind = " todo" if one.decision is Decision.PROPOSED else " done"
    tag = f'<span class="ita-tag{kind}">{DECISION_WORDS[one.decision]}</span>'
    lines = [
        f"<b>{widgets.escape(one.name)}</b>&ensp;{badge}&ensp;{tag} {unsaved}",
        widgets.escape(f"{target_words(one)} · {rhythm_words(one)} · {_department(one)}"),
        *_notes(here.work.override_of(one.id), one, line),
    ]
    if last := last_of(here.opened.tracked, one.id):
        lines.append(f'<span class="ita-quiet">{widgets.escape(beside(last))}</span>')
    return f'<p class="ita-target">{"<br>".join(lines)}</p>'


def _department(one: Indicator) -> str:
    return one.department or "ผู้รับผิดชอบตามมาตรการ"


def _notes(override: Override | None, one: Indicator, line: IndicatorLine | None) -> list[str]:
    """The officer's own status stays in sight, beside the computed one."""
    found = []
    if override:
        computed = f" (ระบบคำนวณได้ “{STATUS_WORDS[line.computed_status]}”)" if line else ""
        by = f" โดย {override.by}" if override.by else ""
        words = (
            f"กำหนดสถานะเองเป็น “{STATUS_WORDS[override.status]}”{by}: {override.reason}{computed}"
        )
        found.append(f'<span class="ita-tag">กำหนดเอง</span> {widgets.escape(words)}')
    if one.target_from == "result":
        found.append(f'<span class="ita-tag">{TARGET_FROM_RESULT}</span>')
    if one.source:
        words = " ".join(one.source.text.split())
        where = f"นำมาจาก “{words}” ใน{FIELD_WORDS[one.source.column]}"
        found.append(f'<span class="ita-quiet">{widgets.escape(where)}</span>')
    return found


def _dropped(here: Desk, one: Indicator) -> None:
    into = here.work.joined.get(one.id)
    went = f" รวมเข้ากับ “{here.work.indicator(into).name}”" if into else ""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="ita-quiet">{widgets.escape(one.name + went)}</p>')
        st.button("แยกกลับ" if into else "นำกลับมาใช้", key=here.name("back", one.id),
                  on_click=kept(here.says), args=(use, one.id))  # fmt: skip
