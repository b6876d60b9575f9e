"""Everything typed and not yet saved, and the one button that makes a version of it."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from ita_data.dates import month_short
from ita_data.recording import Problem, Round, cell_of, problems, put_together, reason_of
from pages import widgets
from pages.recording.desk import ROUNDS, Desk, fields_anew, same_report
from pages.widgets.drafts import draft_row
from pages.widgets.fields import field_problem, text_field
from pages.widgets.keeping import not_saved_words

PROBLEM = "record_problem"
SAVED = "record_saved"
FIELD_NAMES = {
    "amount": "จำนวน", "on": "วันที่", "note": "หมายเหตุ", "link": "ลิงก์", "file": "ไฟล์",
    "reason": "เหตุผล",
}  # fmt: skip


def saving(here: Desk) -> None:
    """How much is waiting, what is wrong with it, who saves it."""
    st.divider()
    if words := st.session_state.pop(SAVED, None):
        st.success(words, icon=":material/check_circle:")
    if problem := st.session_state.pop(PROBLEM, None):
        st.error(widgets.plain(problem), icon=":material/error:")
    wrong = problems(here.work, here.opened.tracked, here.today)
    st.html(_waiting(here, wrong))
    undecided = bool((merged := here.merged) and merged.open)
    if undecided:
        field_problem("โปรดเลือกค่าที่จะใช้ในทุกรายการที่แก้ไขไม่ตรงกันก่อน (ด้านบนของหน้านี้)")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _author(here)
        st.button(
            f"บันทึก {here.work.size} รายการเป็นรุ่นใหม่" if here.work.size else "บันทึกเป็นรุ่นใหม่",
            type="primary",
            icon=":material/save:",
            key=here.name("save"),
            disabled=not here.work.size or bool(wrong) or undecided,
            on_click=_save,
            args=(here,),
        )


def waiting_rounds(here: Desk) -> None:
    """Rounds of this report that were typed elsewhere or before, and not saved."""
    for key, work, saved_at in ROUNDS.waiting():
        if key != here.key and same_report(work, here.work) and work.size:
            by = f" ของ {widgets.escape(work.author)}" if work.author else ""
            draft_row(
                f"ผลที่พิมพ์ไว้ยังไม่ได้บันทึก <b>{work.size} รายการ</b>{by}",
                saved_at,
                key,
                go_on=lambda key=key: _resume(key),
                drop=lambda key=key: ROUNDS.drop(key),
            )


def _resume(key: str) -> None:
    ROUNDS.open(key)
    fields_anew()


def _author(here: Desk) -> None:
    def save(value: str) -> None:
        here.change(lambda work: replace(work, author=value))

    text_field("ผู้บันทึก", here.work.author, save, key=here.name("author"), width=280)


def _waiting(here: Desk, wrong: tuple[Problem, ...]) -> str:
    if not here.work.size:
        return '<p class="ita-quiet">ยังไม่ได้พิมพ์ผลใหม่ สิ่งที่พิมพ์จะเก็บเป็นแบบร่างทันที</p>'
    known = f"<p>พิมพ์ไว้แล้ว <b>{here.work.size} รายการ</b> ยังไม่ได้บันทึก</p>"
    return known + "".join(_problem(here, one) for one in wrong)


def _problem(here: Desk, problem: Problem) -> str:
    words = f"{_subject(here, problem.subject)} · {FIELD_NAMES[problem.field]}: {problem.message}"
    return f'<p class="ita-problem">{widgets.escape(words)}</p>'


def _subject(here: Desk, subject: str) -> str:
    """The indicator that a problem is about, with the month where it is of the table."""
    month = ""
    if subject in here.work.cells:
        subject, first = cell_of(subject)
        month = f" · {month_short(first)}"
    results = {a.id: a.indicator_id for a in here.opened.tracked.actuals}
    indicator = here.indicators.get(results.get(subject, subject))
    return f"{indicator.name if indicator else ''}{month}"


def _save(here: Desk) -> None:
    """Saves what the draft holds now, if the version that was shown is still the newest."""
    work = (ROUNDS.read(here.key) if here.key else None) or here.work
    if not work.size or problems(work, here.opened.tracked, here.today):
        return
    try:
        version = _store(here, work)
    except Exception as error:
        st.session_state[PROBLEM] = not_saved_words(error)
    else:
        _done(here, f"บันทึก {work.size} รายการเป็นรุ่นที่ {version} แล้ว")


def _store(here: Desk, work: Round) -> int:
    opened, now = here.opened, datetime.now(widgets.BANGKOK)
    base = widgets.version_content(opened, work.version)
    merged = put_together(work, base, opened.tracked, now)
    if merged.open:
        raise ValueError("a clash is undecided: the button is disabled then")
    info = widgets.store().save(
        merged.tracked,
        author=work.author.strip(),
        reason=reason_of(work, opened.tracked),
        kind="results",
        findings=opened.findings,
        expected_version=opened.number,
    )
    return info.number


def _done(here: Desk, words: str) -> None:
    if here.key:
        ROUNDS.drop(here.key)
    ROUNDS.leave()
    fields_anew()
    st.session_state[SAVED] = words
