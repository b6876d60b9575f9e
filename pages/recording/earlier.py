"""What was recorded before for an indicator: with its proof, or plainly without; to be added
to, or corrected or deleted with a reason."""

from dataclasses import replace

import streamlit as st

from ita_data.dates import thai_date
from ita_data.model import Actual, Basis, Evidence, Indicator
from ita_data.recording import (
    Entry,
    Round,
    amount_text,
    keep_result,
    link_problem,
    put_back,
    reason_problem,
    remove_result,
    withdraw,
)
from ita_data.words import number_words
from pages import widgets
from pages.recording.desk import Desk
from pages.recording.entering import fields, reason_fields, reasons
from pages.recording.proving import result_files
from pages.widgets.fields import text_field
from pages.widgets.keeping import kept
from pages.widgets.proofs import proof_files, proof_words

NO_PROOF = "ยังไม่มีหลักฐาน"
TO_BE_DELETED = (
    '<span class="ita-tag todo">จะลบเมื่อบันทึก</span><br>หลักฐานของผลนี้จะออกไปด้วย '
    "นำกลับมาได้จากรุ่นก่อนที่ประวัติ"
)


def earlier(here: Desk, indicator: Indicator) -> None:
    """The newest first."""
    st.subheader("ผลที่บันทึกไว้แล้ว")
    recorded = [
        a
        for a in here.opened.tracked.actuals
        if a.indicator_id == indicator.id and a.basis is not Basis.CLAIMED
    ]
    if not recorded:
        st.html('<p class="ita-quiet">ยังไม่มี</p>')
    for actual in sorted(recorded, key=lambda a: (a.on is None, a.on), reverse=True):
        with st.container(border=True, gap="xsmall"):
            _one(here, actual, indicator)


def _one(here: Desk, actual: Actual, indicator: Indicator) -> None:
    entry = here.work.corrections.get(actual.id)
    st.html(_words(actual, indicator))
    if entry and entry.removed:
        _to_be_deleted(here, actual, entry)
        return
    for at, proof in enumerate(actual.evidence):
        _proof(here, actual, proof, at)
    adding = actual.id in here.work.links or actual.id in here.work.files
    with st.expander("เพิ่มลิงก์หรือไฟล์หลักฐาน", expanded=adding):
        _link(here, actual)
        result_files(here, actual.id)
    with st.expander(
        "แก้ไขผลนี้",
        expanded=entry is not None,
        key=here.name("correct", actual.id),
        on_change="rerun",
    ) as box:
        if box.open:
            _correction(here, actual, entry or _as_recorded(actual), indicator)
    st.button("ลบผลนี้", icon=":material/delete:", key=here.name("remove", actual.id),
              type="tertiary", on_click=kept(here.change),
              args=(lambda work: remove_result(work, actual.id),))  # fmt: skip


def _to_be_deleted(here: Desk, actual: Actual, entry: Entry) -> None:
    """Why it goes, and the way back while nothing is saved."""
    st.html(f'<p class="ita-target">{TO_BE_DELETED}</p>')
    reasons(here, "corrections", actual.id, entry, reason_problem(entry))
    st.button("ไม่ลบแล้ว", icon=":material/undo:", key=here.name("stay", actual.id),
              on_click=kept(here.change),
              args=(lambda work: keep_result(work, actual.id),))  # fmt: skip


def _proof(here: Desk, actual: Actual, proof: Evidence, at: int) -> None:
    """One proof with its file, and the way to take it off or put it back."""
    gone = proof in here.work.withdrawn.get(actual.id, ())
    what, label = (put_back, "ใส่คืน") if gone else (withdraw, "เอาออก")
    with st.container(horizontal=True, vertical_alignment="center"):
        words = proof_words(proof)
        st.html(f'<p class="ita-target">{f"<s>{words}</s> จะเอาออก" if gone else words}</p>',
                width="content")  # fmt: skip
        proof_files((proof,), here.name(actual.id, at))
        st.button(label, key=here.name("withdraw", actual.id, at), type="tertiary",
                  help=widgets.plain(f"{label}: {proof.label or proof.address}"),
                  on_click=kept(here.change),
                  args=(lambda work: what(work, actual.id, proof),))  # fmt: skip


def _link(here: Desk, actual: Actual) -> None:
    def save(value: str) -> None:
        here.keep(lambda work: replace(work, links={**work.links, actual.id: value}))

    link = here.work.links.get(actual.id, "")
    text_field("ลิงก์หลักฐาน", link, save, key=here.name("proof", actual.id),
               placeholder="https://", check=link_problem)  # fmt: skip


def _correction(here: Desk, actual: Actual, entry: Entry, indicator: Indicator) -> None:
    fields(here, "corrections", actual.id, entry, indicator)
    reason_fields(here, actual, entry, indicator)
    if actual.id in here.work.corrections:
        st.button("ไม่แก้ไขแล้ว", key=here.name("keep", actual.id), on_click=kept(here.change),
                  args=(lambda work: _without(work, actual.id),))  # fmt: skip


def _without(work: Round, actual_id: str) -> Round:
    rest = {key: entry for key, entry in work.corrections.items() if key != actual_id}
    return replace(work, corrections=rest)


def _as_recorded(actual: Actual) -> Entry:
    day = thai_date(actual.on) if actual.on else ""
    return Entry(amount=amount_text(actual.amount), on=day, note=actual.note)


def _words(actual: Actual, indicator: Indicator) -> str:
    amount = f"{number_words(actual.amount)} {indicator.unit}"
    lines = [f"<b>{widgets.escape(amount)}</b> · {thai_date(actual.on)}"]
    if actual.note:
        lines.append(widgets.escape(actual.note))
    if not actual.evidence:
        lines.append(f'<span class="ita-tag todo">{NO_PROOF}</span>')
    if actual.recorded_by:
        lines.append(f'<span class="ita-quiet">โดย {widgets.escape(actual.recorded_by)}</span>')
    return f'<p class="ita-target">{"<br>".join(lines)}</p>'
