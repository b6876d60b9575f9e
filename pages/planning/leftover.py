"""What a plan still says of the year before: shown with its place, changed where the officer
accepts the proposal, never otherwise."""

import streamlit as st

from ita_data.changes import Leftover, leftovers, with_proposed
from ita_data.model import TrackedReport
from ita_data.words import FIELD_WORDS
from pages import widgets
from pages.widgets.keeping import kept, not_saved_words, tell, told
from pages.widgets.person import asked_author

NAME = "ชื่อตัวชี้วัด"
REASON = "เปลี่ยนวันเดือนปีของปีก่อนในถ้อยคำของแผน"
SAVED = "plan_words"


def accepted(plan: TrackedReport) -> tuple[Leftover, ...]:
    """The proposals with a tick; each is asked about here, one by one or all at once."""
    found = leftovers(plan)
    if not found:
        return ()
    year = (plan.report.fiscal_year or 0) - 1
    st.warning(
        f"{len(found)} ข้อความในแผนยังระบุวัน เดือน หรือปีของปีงบประมาณ {year} "
        "ถ้อยคำจะเปลี่ยนเฉพาะข้อที่ท่านทำเครื่องหมาย",
        icon=":material/warning:",
    )
    keys = [_key(plan, one) for one in found]
    if len(found) > 1:
        st.button("เปลี่ยนทุกข้อตามที่เสนอ", key="plan_move_all", on_click=kept(_tick), args=(keys,))
    ticked = [_asked(one, key) for one, key in zip(found, keys, strict=True)]
    return tuple(one for one, yes in zip(found, ticked, strict=True) if yes)


def still_left(opened: widgets.Opened) -> None:
    """The same of a stored plan: what is accepted becomes a new version."""
    told(SAVED)
    if not leftovers(opened.tracked):
        return
    ticked = accepted(opened.tracked)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        author = asked_author("plan_words_author")
        st.button(
            "บันทึกถ้อยคำที่เปลี่ยนเป็นรุ่นใหม่",
            icon=":material/save:",
            key="plan_words_save",
            disabled=not ticked,
            on_click=kept(_save),
            args=(opened, ticked, author),
        )


def _save(opened: widgets.Opened, ticked: tuple[Leftover, ...], author: str) -> None:
    try:
        info = widgets.store().save(
            with_proposed(opened.tracked, ticked),
            author=author,
            reason=REASON,
            kind="edit",
            findings=opened.findings,
            expected_version=opened.number,
        )
    except Exception as error:
        tell(SAVED, not_saved_words(error), "problem")
    else:
        tell(SAVED, f"เปลี่ยน {len(ticked)} ข้อความ บันทึกเป็นรุ่นที่ {info.number} แล้ว")


def _asked(one: Leftover, key: str) -> bool:
    st.html(f'<p class="ita-target">{_words(one)}</p>')
    moved = ", ".join(f"“{year.moved}”" for year in one.named)
    return st.checkbox(widgets.inline(f"เปลี่ยนเป็น {moved}"), key=key)


def _words(one: Leftover) -> str:
    """Where it stands, and the text with the words in it marked."""
    measure = one.measure
    number = "" if measure.number is None else f" {measure.number}"
    field = FIELD_WORDS.get(one.field, NAME)
    place = f' <span class="ita-quiet">{widgets.escape(measure.place)}</span>'
    return f"<b>มาตรการ{number} · {field}</b>{place}<br>{_marked(one)}"


def _marked(one: Leftover) -> str:
    parts, at = [], 0
    for year in one.named:
        parts += [
            widgets.escape(one.text[at : year.start]),
            f"<mark>{widgets.escape(year.words)}</mark>",
        ]
        at = year.end
    return "".join([*parts, widgets.escape(one.text[at:])])


def _key(plan: TrackedReport, one: Leftover) -> str:
    return f"plan_move_{plan.report.fiscal_year}_{one.subject}_{one.field}"


def _tick(keys: list[str]) -> None:
    for key in keys:
        st.session_state[key] = True
