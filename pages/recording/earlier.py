"""What was recorded before for an indicator: with its proof, or plainly without; to be added
to, or corrected with a reason."""

from dataclasses import replace

import streamlit as st

from ita_data.dates import thai_date
from ita_data.model import Actual, Basis, Indicator
from ita_data.recording import Entry, Round, amount_text, link_problem
from ita_data.words import number_words
from pages import widgets
from pages.recording.desk import Desk
from pages.recording.entering import fields, reason_fields
from pages.recording.proving import result_files
from pages.widgets.fields import text_field
from pages.widgets.proofs import proof_files, proof_words

NO_PROOF = "ยังไม่มีหลักฐาน"


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
    st.html(_words(actual, indicator))
    proof_files(actual.evidence, here.name(actual.id))
    adding = actual.id in here.work.links or actual.id in here.work.files
    with st.expander("เพิ่มลิงก์หรือไฟล์หลักฐาน", expanded=adding):
        _link(here, actual)
        result_files(here, actual.id)
    typed = here.work.corrections.get(actual.id)
    with st.expander(
        "แก้ไขผลนี้",
        expanded=typed is not None,
        key=here.name("correct", actual.id),
        on_change="rerun",
    ) as box:
        if box.open:
            _correction(here, actual, typed or _as_recorded(actual), indicator)


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
        st.button("ไม่แก้ไขแล้ว", key=here.name("keep", actual.id), on_click=here.change,
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
    lines += [proof_words(one) for one in actual.evidence] or [
        f'<span class="ita-tag todo">{NO_PROOF}</span>'
    ]
    if actual.recorded_by:
        lines.append(f'<span class="ita-quiet">โดย {widgets.escape(actual.recorded_by)}</span>')
    return f'<p class="ita-target">{"<br>".join(lines)}</p>'
