"""Everything said and not yet saved, in words, and the one button that makes a version of it."""

from dataclasses import replace

import streamlit as st

from ita_data.changes import changes
from ita_data.revising import Revision, finish, problems, put_together, touched
from pages import widgets
from pages.revising.desk import Desk
from pages.widgets.desk import now
from pages.widgets.fields import field_problem, text_field
from pages.widgets.merging import change_list
from pages.widgets.saving import (
    ready_or_told,
    save_button,
    signing,
    told,
    undecided,
    waiting_work,
)


def saving(here: Desk) -> None:
    """What would change, who says so and why."""
    st.divider()
    told(here)
    if not here.touched:
        st.html('<p class="ita-quiet">ยังไม่ได้แก้ไขสิ่งใด สิ่งที่แก้ไขจะเก็บเป็นแบบร่างทันที</p>')
        return
    sentences = [one.sentence for one in changes(*here.outcome)]
    st.html(f"<h2>แก้ไขแล้วยังไม่ได้บันทึก {len(sentences)} รายการ</h2>{change_list(sentences)}")
    _who_and_why(here)
    _button(here)


def waiting_revisions(here: Desk) -> None:
    """Revisions of this report that were left elsewhere or before, and not saved."""
    waiting_work(here, lambda w: f"การแก้ไขตัวชี้วัดที่ยังไม่ได้บันทึก เริ่มจากรุ่นที่ {w.version}")


def _who_and_why(here: Desk) -> None:
    def save(reason: str) -> None:
        here.keep(lambda work: replace(work, reason=reason))

    left, right = st.columns([1, 2])
    with left:
        signing(here)
    with right:
        text_field("เหตุผลที่แก้ไข", here.work.reason, save, key=here.name("reason"),
                   placeholder="เช่น ปรับเป้าหมายตามมติที่ประชุม")  # fmt: skip


def _button(here: Desk) -> None:
    found = problems(here.work, here.base)
    for problem in found:
        name = f"{here.work.indicator(problem.subject).name}: " if problem.subject else ""
        field_problem(f"{name}{problem.message}")
    asked = undecided(here.merged)
    save_button(
        here,
        "บันทึกเป็นรุ่นใหม่",
        ready=not found and not asked,
        store=lambda work, draft: _store(here, work, draft),
    )


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
