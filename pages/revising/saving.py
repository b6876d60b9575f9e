"""Everything said and not yet saved, in words, and the one button that makes a version of it."""

from dataclasses import replace

import streamlit as st

from ita_data.changes import changes
from ita_data.revising import Revision, finish, problems, put_together, touched
from pages import widgets
from pages.revising.desk import REVISIONS, Desk, fields_anew, now, same_report
from pages.widgets.drafts import draft_row
from pages.widgets.fields import field_problem, text_field
from pages.widgets.keeping import not_saved_words
from pages.widgets.merging import change_list

PROBLEM, SAVED = "revise_problem", "revise_saved"


def saving(here: Desk) -> None:
    """What would change, who says so and why."""
    st.divider()
    if words := st.session_state.pop(SAVED, None):
        st.success(words, icon=":material/check_circle:")
    if words := st.session_state.pop(PROBLEM, None):
        st.error(widgets.plain(words), icon=":material/error:")
    if not here.touched:
        st.html('<p class="ita-quiet">ยังไม่ได้แก้ไขสิ่งใด สิ่งที่แก้ไขจะเก็บเป็นแบบร่างทันที</p>')
        return
    sentences = [one.sentence for one in changes(*here.outcome)]
    st.html(f"<h2>แก้ไขแล้วยังไม่ได้บันทึก {len(sentences)} รายการ</h2>{change_list(sentences)}")
    _who_and_why(here)
    _button(here)


def waiting_revisions(here: Desk) -> None:
    """Revisions of this report that were left elsewhere or before, and not saved."""
    for key, work, saved_at in REVISIONS.waiting():
        if key != here.key and same_report(work, here.work):
            by = f" ของ {widgets.escape(work.author)}" if work.author else ""
            draft_row(
                f"การแก้ไขตัวชี้วัดที่ยังไม่ได้บันทึก{by} เริ่มจากรุ่นที่ {work.version}",
                saved_at,
                key,
                go_on=lambda key=key: _resume(key),
                drop=lambda key=key: REVISIONS.drop(key),
            )


def _resume(key: str) -> None:
    REVISIONS.open(key)
    fields_anew()


def _who_and_why(here: Desk) -> None:
    def save(name: str, value: str) -> None:
        here.keep(lambda work: replace(work, **{name: value}))

    left, right = st.columns([1, 2])
    with left:
        text_field("ผู้บันทึก", here.work.author, lambda value: save("author", value),
                   key=here.name("author"))  # fmt: skip
    with right:
        text_field("เหตุผลที่แก้ไข", here.work.reason, lambda value: save("reason", value),
                   key=here.name("reason"), placeholder="เช่น ปรับเป้าหมายตามมติที่ประชุม")  # fmt: skip


def _button(here: Desk) -> None:
    found = problems(here.work, here.base)
    for problem in found:
        name = f"{here.work.indicator(problem.subject).name}: " if problem.subject else ""
        field_problem(f"{name}{problem.message}")
    undecided = bool(here.merged and here.merged.open)
    if undecided:
        field_problem("โปรดเลือกค่าที่จะใช้ในทุกรายการที่แก้ไขไม่ตรงกันก่อน (ด้านบนของหน้านี้)")
    st.button(
        "บันทึกเป็นรุ่นใหม่",
        type="primary",
        icon=":material/save:",
        key=here.name("save"),
        disabled=bool(found) or undecided,
        on_click=_save,
        args=(here,),
    )


def _save(here: Desk) -> None:
    """Saves what the draft holds now, if the version that was shown is still the newest."""
    work = (REVISIONS.read(here.key) if here.key else None) or here.work
    base = widgets.version_content(here.opened, work.version)
    if problems(work, base) or not touched(work, base):
        return
    try:
        number = _store(here, work)
    except Exception as error:
        st.session_state[PROBLEM] = not_saved_words(error)
    else:
        _done(here, f"บันทึกเป็นรุ่นที่ {number} แล้ว")


def _store(here: Desk, work: Revision) -> int:
    opened, base = here.opened, widgets.version_content(here.opened, work.version)
    if work.version == opened.number:
        tracked, also = finish(work, base, now()), ""
    else:
        merged = put_together(work, base, opened.tracked, now())
        if merged.open:
            raise ValueError("a clash is undecided: the button is disabled then")
        tracked, also = merged.tracked, f" (รวมกับรุ่นที่ {opened.number})"
    info = widgets.store().save(
        tracked,
        author=work.author.strip(),
        reason=work.reason.strip() + also,
        kind="edit",
        findings=opened.findings,
        expected_version=opened.number,
    )
    return info.number


def _done(here: Desk, words: str) -> None:
    if here.key:
        REVISIONS.drop(here.key)
    REVISIONS.leave()
    fields_anew()
    st.session_state[SAVED] = words
