"""What was typed becomes one version: how much waits, who saves it, and what came of it."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from ita_data.changes import Merged
from ita_data.errors import Refusal
from pages.widgets.desk import Desk, Work, same_report
from pages.widgets.fields import field_problem
from pages.widgets.keeping import not_saved_words
from pages.widgets.person import author_field
from pages.widgets.text import escape, plain
from pages.widgets.waiting import waiting_drafts

W = TypeVar("W", bound=Work)
Store = Callable[[W, tuple[str, str]], str]
UNDECIDED = "โปรดเลือกค่าที่จะใช้ในทุกรายการที่แก้ไขไม่ตรงกันก่อน (ด้านบนของหน้านี้)"


def waiting_work(here: Desk[W], words: Callable[[W], str]) -> None:
    """Work on this report that was left elsewhere or before; `words` "": nothing worth it."""
    drafts = here.drafts
    found = [
        one
        for one in drafts.waiting()
        if one.key != here.key and same_report(one.record, here.fresh) and words(one.record)
    ]
    waiting_drafts(drafts, found, words, drafts.drop)


def _undecided(merged: Merged | None) -> bool:
    """Whether a clash with a newer version waits for an answer; then it says so."""
    if merged is None or not merged.open:
        return False
    field_problem(UNDECIDED)
    return True


def save_bar(
    here: Desk[W],
    merged: Merged | None,
    *,
    ready: bool,
    words: str,
    wrong: Sequence[str],
    label: str,
    store: Store[W],
) -> None:
    """Stays in sight, wherever the page is scrolled to.

    `merged`: the work put together with a newer version, where there is one. `ready`: there
    is something to save. `words` is HTML that says what waits, `wrong` in words what keeps it
    from being saved; `store` makes a version of the work, spending its draft, and says so.
    """
    asked = _undecided(merged)
    with st.container(key="ita-save"):
        _told(here)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.html(f"{words}{_wrongs(wrong)}")
            author_field(here.work.author, here.sign, key=here.name("author"))
            st.button(
                label,
                type="primary",
                icon=":material/save:",
                key=here.name("save"),
                disabled=not ready or bool(wrong) or asked,
                on_click=lambda: _save(here, store),
            )


def _told(here: Desk[W]) -> None:
    """Once after the button: that it is saved, or why not."""
    if words := st.session_state.pop(_saved(here), None):
        st.success(words, icon=":material/check_circle:")
    if words := st.session_state.pop(_problem(here), None):
        st.error(plain(words), icon=":material/error:")


def _wrongs(wrong: Sequence[str]) -> str:
    if not wrong:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in wrong)
    return (
        '<div role="alert"><details class="ita-wrongs" open><summary class="ita-wrong">'
        f"โปรดแก้ {len(wrong)} จุดก่อนบันทึก</summary><ul>{items}</ul></details></div>"
    )


def ready_or_told(*, problems: bool, merged: Merged | None = None) -> None:
    """Raises Refusal where the button was pressed before the page could say what is wrong."""
    if problems:
        raise Refusal("not-yet", "ยังมีช่องที่ต้องแก้ไข จึงยังไม่ได้บันทึก สิ่งที่พิมพ์ยังอยู่ครบ โปรดแก้ไขแล้วบันทึกอีกครั้ง")
    if merged and merged.open:
        raise Refusal("undecided", f"ยังไม่ได้บันทึก สิ่งที่พิมพ์ยังอยู่ครบ {UNDECIDED}")


def _save(here: Desk[W], store: Store[W]) -> None:
    """Saves what the draft holds now: another tab may have typed in it since."""
    try:
        words = store(*here.drafts.spent())
    except Exception as error:
        st.session_state[_problem(here)] = not_saved_words(error)
    else:
        here.drafts.leave()
        here.drafts.fields_anew()
        st.session_state[_saved(here)] = words


def _saved(here: Desk[W]) -> str:
    return f"{here.drafts.kind}_saved"


def _problem(here: Desk[W]) -> str:
    return f"{here.drafts.kind}_problem"
