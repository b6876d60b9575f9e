"""Everything said and not yet saved, in words, and the one button that makes a version of it."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from ita_data.changes import changes
from ita_data.revising import Problem, Revision, finish, problems, put_together, touched
from ita_data.words import told_apart
from pages import widgets
from pages.revising.choosing import CHOSEN
from pages.revising.desk import Desk
from pages.widgets.desk import now
from pages.widgets.fields import text_field
from pages.widgets.merging import change_list
from pages.widgets.saving import Wrong, ready_or_told, save_bar, waiting_work


def saving(here: Desk) -> None:
    """What would change, why, and who says so."""
    sentences = [one.sentence for one in changes(*here.outcome)] if here.touched else []
    words = '<p class="ita-quiet">ยังไม่ได้แก้ไขสิ่งใด สิ่งที่แก้ไขจะเก็บเป็นแบบร่างทันที</p>'
    names = told_apart(here.work.indicators, here.opened.tracked.report.measures)
    if here.touched:
        _what_and_why(here, sentences)
        words = f"<p>แก้ไขแล้ว <b>{len(sentences)} รายการ</b> ยังไม่ได้บันทึก</p>"
    save_bar(
        here,
        here.merged,
        ready=bool(here.touched),
        words=words,
        wrong=[_wrong(here, one, names) for one in problems(here.work, here.base)],
        label="บันทึกเป็นรุ่นใหม่",
        store=lambda work, draft: _store(here, work, draft),
    )


def waiting_revisions(here: Desk) -> None:
    """Revisions of this report that were left elsewhere or before, and not saved."""
    waiting_work(here, lambda about: f"การแก้ไขตัวชี้วัดที่ยังไม่ได้บันทึก เริ่มจากรุ่นที่ {about.version}")


def _what_and_why(here: Desk, sentences: list[str]) -> None:
    def save(reason: str) -> None:
        here.keep(lambda work: replace(work, reason=reason))

    st.divider()
    st.html(f"<h2>แก้ไขแล้วยังไม่ได้บันทึก {len(sentences)} รายการ</h2>{change_list(sentences)}")
    text_field("เหตุผลที่แก้ไข", here.work.reason, save, key=here.name("reason"),
               placeholder="เช่น ปรับเป้าหมายตามมติที่ประชุม")  # fmt: skip


def _wrong(here: Desk, one: Problem, names: Mapping[str, str]) -> Wrong:
    if not one.subject:
        return Wrong(words=one.message)
    measure_id = here.work.indicator(one.subject).measure_id

    def show() -> None:
        st.session_state[here.name(CHOSEN)] = measure_id

    return Wrong(words=f"{names[one.subject]}: {one.message}", show=show)


def _store(here: Desk, work: Revision, draft: tuple[str, str]) -> str:
    """A version of the revision, if the one that was shown is still the newest."""
    opened, base = here.opened, widgets.version_content(here.opened, work.version)
    ready_or_told(problems=bool(problems(work, base)) or not touched(work, base))
    if work.version == opened.number:
        tracked, also = finish(work, base, now()), ""
    else:
        merged = put_together(work, base, opened.tracked, now())
        ready_or_told(problems=False, merged=merged)
        tracked, also = merged.tracked, f" (รวมกับรุ่นที่ {opened.number})"
    info = widgets.store().save(
        tracked,
        author=work.author.strip(),
        reason=work.reason.strip() + also,
        kind="edit",
        findings=opened.findings,
        expected_version=opened.number,
        spends=[draft],
    )
    return f"บันทึกเป็นรุ่นที่ {info.number} แล้ว"
