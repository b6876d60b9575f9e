"""What was typed becomes one version: how much waits, who saves it, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from ita_data.changes import Merged
from ita_data.errors import Refusal
from pages.widgets.about import About
from pages.widgets.desk import Desk, Work, same_report
from pages.widgets.fields import field_problem
from pages.widgets.keeping import kept, not_saved_words, tell, told
from pages.widgets.person import author_field
from pages.widgets.text import escape, inline
from pages.widgets.waiting import waiting_drafts

W = TypeVar("W", bound=Work)
Store = Callable[[W, tuple[str, str]], str]
NAMELESS = '<p class="ita-quiet">ยังไม่ได้ใส่ชื่อผู้บันทึก บันทึกได้ แต่ประวัติจะแสดงว่า “ไม่ระบุผู้บันทึก”</p>'
MOST_WRONG = 12
UNDECIDED = "โปรดเลือกค่าที่จะใช้ในทุกรายการที่แก้ไขไม่ตรงกันก่อน (ด้านบนของหน้านี้)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Something that keeps the work from being saved: in words, and what shows its field
    (None: it stands on the page anyway)."""

    words: str
    show: Callable[[], None] | None = None


def waiting_work(here: Desk[W], words: Callable[[About], str]) -> None:
    """Work on this report that was left elsewhere or before; `words` "": nothing worth it."""
    drafts = here.drafts
    found = [
        one
        for one in drafts.waiting()
        if one.key != here.key and same_report(one.about, here.fresh) and words(one.about)
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
    wrong: Sequence[Wrong],
    label: str,
    store: Store[W],
) -> None:
    """Stays in sight, wherever the page is scrolled to.

    `merged`: the work put together with a newer version, where there is one. `ready`: there
    is something to save. `words` is HTML that says what waits, `wrong` what keeps it from
    being saved; `store` makes a version of the work, spending its draft, and says so.
    """
    asked = _undecided(merged)
    with st.container(key="ita-save"):
        told(here.drafts.kind)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            with st.container(gap="xsmall"):
                nameless = ready and not wrong and not here.work.author.strip()
                st.html(f"{words}{NAMELESS if nameless else ''}")
                _wrongs(here, wrong)
            author_field(here.work.author, here.sign, key=here.name("author"))
            st.button(
                label,
                type="primary",
                icon=":material/save:",
                key=here.name("save"),
                disabled=not ready or bool(wrong) or asked,
                on_click=kept(_save),
                args=(here, store),
            )


def _wrongs(here: Desk[W], wrong: Sequence[Wrong]) -> None:
    """What keeps the work from being saved, each with the way to its field."""
    if not wrong:
        return
    st.html(
        '<div role="alert"><p class="ita-wrong">'
        f"โปรดแก้ {len(wrong)} จุดก่อนบันทึก กดที่รายการเพื่อไปที่ช่องนั้น</p></div>"
    )
    with st.container(key="ita-wrongs", gap=None):
        for at, one in enumerate(wrong[:MOST_WRONG]):
            if one.show is None:
                st.html(f"<p>{escape(one.words)}</p>")
            else:
                st.button(inline(one.words), key=here.name("wrong", at), type="tertiary",
                          on_click=kept(one.show))  # fmt: skip
        if (rest := len(wrong) - MOST_WRONG) > 0:
            st.html(f"<p>และอีก {rest} จุด</p>")


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
        tell(here.drafts.kind, not_saved_words(error), "problem")
    else:
        here.drafts.leave()
        tell(here.drafts.kind, words)
