"""What was typed in the table: changes of recorded months with their reason, and the day, note
and proof of a new result."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from ita_data.dates import month_short, thai_date
from ita_data.recording import (
    CORRECTION_REASONS,
    OTHER_REASON,
    Cells,
    Entry,
    EntryField,
    Round,
    amount_text,
    cell_of,
    cell_problems,
    day_of,
    drop_cell,
    parse_amount,
)
from pages import widgets
from pages.recording.desk import Desk
from pages.recording.entering import reasons, some_fields
from pages.recording.proving import entry_files
from pages.widgets.fields import choice_field, field_doubt, field_problem
from pages.widgets.keeping import kept


def typed_cells(here: Desk, cells: Cells) -> None:
    """Changes first: each needs its reason. Then whichever new result is chosen."""
    typed = {k: e for k, e in here.work.cells.items() if cell_of(k)[0] in here.indicators}
    for one in dict.fromkeys(cell_of(key)[0] for key in typed):
        if words := here.doubts.get(one):
            field_doubt(f"{here.names[one]}: {words}")
    changes = [key for key in typed if _over_record(typed[key], key, cells)]
    if changes:
        st.subheader(f"ผลที่บันทึกไว้แล้วและกำลังแก้หรือลบ {len(changes)} ช่อง")
        corrected = [key for key in changes if not typed[key].removed]
        if len(corrected) > 1:
            _one_reason(here, corrected)
    for key in changes:
        with st.container(border=True, gap="xsmall"):
            _change(here, cells, key)
    if new := [key for key in typed if key not in changes]:
        _details(here, cells, new)


def show_cell(here: Desk, key: str) -> None:
    """Before the page is drawn: the new result whose day, note and proof it is to show."""
    st.session_state[here.name("detail")] = key


def _over_record(entry: Entry, key: str, cells: Cells) -> bool:
    """Also where somebody recorded the month, or took it back, after it was typed."""
    return cells.amount(key) is not None or bool(entry.was)


def _one_reason(here: Desk, changes: list[str]) -> None:
    """One reason for all changes that have none yet."""

    def save(reason: str) -> None:
        here.change(lambda work: _with_reason(work, changes, reason))

    fixed = [reason for reason in CORRECTION_REASONS if reason != OTHER_REASON]
    choice_field("เหตุผลเดียวกันทุกช่องที่ยังไม่ได้เลือก", fixed, None, save,
                 key=here.name("reason-for-all"), words=str, placeholder="โปรดเลือก")  # fmt: skip


def _with_reason(work: Round, changes: list[str], reason: str) -> Round:
    cells = {
        key: replace(entry, reason=reason) if key in changes and not entry.reason else entry
        for key, entry in work.cells.items()
    }
    return replace(work, cells=cells)


def _change(here: Desk, cells: Cells, key: str) -> None:
    entry = here.work.cells[key]
    found = cell_problems(key, here.work, cells, here.today)
    st.html(f'<p class="ita-target">{_change_words(here, cells, key)}</p>')
    _problems(found, "amount", "on")
    reasons(here, "cells", key, entry, found.get("reason"))
    with st.container(horizontal=True):
        st.button(
            "ใช้ค่าที่บันทึกแล้ว", key=here.name("keep", key), on_click=kept(_drop), args=(here, key)
        )
        if entry.was != cells.text(key):
            st.button("ยืนยันค่าที่พิมพ์", key=here.name("confirm", key), on_click=kept(_confirm),
                      args=(here, key, cells.text(key)))  # fmt: skip


def _change_words(here: Desk, cells: Cells, key: str) -> str:
    indicator_id, month = cell_of(key)
    indicator, entry = here.indicators[indicator_id], here.work.cells[key]
    title = f"<b>{widgets.escape(here.names[indicator_id])}</b> · {month_short(month)}"
    unit = widgets.escape(indicator.unit)
    if entry.removed:
        return f"{title}<br>ลบผล {widgets.escape(entry.was)} {unit} พร้อมหลักฐานของผลนี้"
    lines = [title, f"จาก {cells.text(key) or '–'} เป็น {widgets.escape(entry.amount)} {unit}"]
    amount = parse_amount(entry.amount)
    found = cells.corrected(key, amount) if amount is not None else None
    if found and len(cells.results[key]) > 1:
        actual, new = found
        was = f"จาก {amount_text(actual.amount)} เป็น {amount_text(new)}"
        day = f"ผลวันที่ {thai_date(actual.on)}"
        lines.append(f'<span class="ita-quiet">แก้ที่{day} {was} ผลอื่นของเดือนนี้คงเดิม</span>')
    return "<br>".join(lines)


def _details(here: Desk, cells: Cells, new: list[str]) -> None:
    """The day, note and proof of one new result; the amount is in the table."""
    st.subheader("วันที่ หมายเหตุ และหลักฐานของผลใหม่")
    wrong = {key: cell_problems(key, here.work, cells, here.today) for key in new}
    for key in new:
        if wrong[key]:
            st.html(f'<p class="ita-target">{_new_words(here, key, wrong)}</p>')
            _problems(wrong[key], "amount", "on", "link")
    picked = here.name("detail")
    if st.session_state.get(picked) not in new:
        st.session_state.pop(picked, None)
    words = {one: _new_words(here, one, wrong, plainly=True) for one in new}
    key = st.selectbox("ช่องในตาราง", new, key=picked, format_func=words.__getitem__)
    entry, month = here.work.cells[key], cell_of(key)[1]
    day = thai_date(day_of(month, here.today))
    st.html(f'<p class="ita-quiet">ถ้าไม่ใส่วันที่ จะใช้ {day}</p>')
    some_fields(here, "cells", key, entry, ("on", "note", "link"), wrong[key])
    entry_files(here, "cells", key, entry)


def _new_words(
    here: Desk, key: str, wrong: Mapping[str, Mapping[EntryField, str]], plainly: bool = False
) -> str:
    indicator_id, month = cell_of(key)
    entry, indicator = here.work.cells[key], here.indicators[indicator_id]
    name = here.names[indicator_id]
    words = f"{month_short(month)} · {name} · {entry.amount} {indicator.unit}"
    if plainly:
        proven = " · มีหลักฐาน" if entry.link.strip() or entry.files else ""
        return f"{words}{proven}{' · โปรดแก้ไข' if wrong[key] else ''}"
    return f"<b>{widgets.escape(words)}</b>"


def _problems(found: Mapping[EntryField, str], *names: EntryField) -> None:
    for name in names:
        if name in found:
            field_problem(found[name])


def _drop(here: Desk, key: str) -> None:
    here.change(lambda work: drop_cell(work, key))


def _confirm(here: Desk, key: str, now: str) -> None:
    """What was recorded meanwhile was seen: what was typed stands."""

    def change(work: Round) -> Round:
        return replace(work, cells={**work.cells, key: replace(work.cells[key], was=now)})

    here.keep(change)
