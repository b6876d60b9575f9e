"""Someone saved a newer version meanwhile: what it changed, and whose value stands where both
changed one field."""

from collections.abc import Callable, Iterable

import streamlit as st

from ita_data.changes import Clash, Merged, Side, changes
from ita_data.model import TrackedReport
from pages.widgets.header import version_words
from pages.widgets.keeping import kept
from pages.widgets.opened import Opened
from pages.widgets.text import escape, inline, plain

SHOWN = 10


def newer_version(
    opened: Opened,
    base: TrackedReport,
    merged: Merged | None,
    choose: Callable[[str, Side], None],
    *,
    key: str,
) -> None:
    """Told before the fields. `choose` keeps an answer by the clash's key. `merged` None:
    what was typed cannot be put together yet, as something is wrong with it."""
    st.warning(
        plain(
            f"ระหว่างนี้มีการบันทึกใหม่: {version_words(opened)} สิ่งที่ท่านพิมพ์ยังอยู่ครบ และจะรวมเข้าด้วยกันเมื่อบันทึก"
        ),
        icon=":material/sync:",
    )
    sentences = [change.sentence for change in changes(base, opened.tracked)]
    same = '<p class="ita-quiet">ไม่มีสิ่งใดเปลี่ยนในรายงาน</p>'
    st.html(f"<h2>สิ่งที่ผู้อื่นเปลี่ยน {len(sentences)} รายการ</h2>" + (change_list(sentences) or same))
    clashes = merged.clashes if merged else ()
    if clashes:
        st.html(f"<h2>แก้ไขไม่ตรงกัน {len(clashes)} รายการ โปรดเลือกค่าที่จะใช้</h2>")
    for clash in clashes:
        _question(clash, choose, f"{key}-{clash.key}")


def change_list(sentences: Iterable[str]) -> str:
    """Sentences as a list; of many, the rest folded away. "" where there are none."""
    found = [f"<li>{escape(one)}</li>" for one in sentences]
    if not found:
        return ""
    first, rest = "".join(found[:SHOWN]), found[SHOWN:]
    more = (
        f"<details><summary>อีก {len(rest)} รายการ</summary>"
        f'<ul class="ita-changes">{"".join(rest)}</ul></details>'
    )
    return f'<ul class="ita-changes">{first}</ul>{more if rest else ""}'


def _question(clash: Clash, choose: Callable[[str, Side], None], key: str) -> None:
    words = {
        "mine": f"ของท่าน: {inline(clash.mine)}",
        "theirs": f"ที่บันทึกแล้ว: {inline(clash.theirs)}",
    }
    st.radio(
        inline(f"{clash.name} · {clash.label} (เดิม {clash.base})"),
        list(words),
        index=list(words).index(clash.chosen) if clash.chosen else None,
        format_func=words.__getitem__,
        key=key,
        horizontal=True,
        on_change=kept(lambda: choose(clash.key, st.session_state[key])),
    )
