"""The fields of one result. What is wrong is said at the field; nothing typed goes away."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from ita_data.dates import thai_date
from ita_data.model import Actual, Indicator
from ita_data.recording import (
    CORRECTION_REASONS,
    OTHER_REASON,
    REMOVAL_REASONS,
    Entry,
    EntryField,
    entry_problems,
)
from ita_data.words import STATUS_WORDS, number_words, rhythm_words, target_words
from pages import widgets
from pages.recording.desk import Desk
from pages.recording.picking import measure_of
from pages.recording.proving import entry_files
from pages.widgets.fields import choice_field, field_doubt, field_problem, text_field

FIELDS: tuple[EntryField, ...] = ("amount", "on", "note", "link")
# By whether an amount is where things stand (a share), not what is added to those before.
AMOUNT_WORDS = {False: "จำนวนที่ทำได้ครั้งนี้", True: "จำนวนที่ทำได้ ณ วันนั้น"}
AMOUNT_HINTS = {False: "เฉพาะที่ทำเพิ่ม เช่น 1", True: "ค่าล่าสุดที่วัดได้ เช่น 85"}


def entering(here: Desk, indicator: Indicator) -> None:
    """The promise, where it stands, and the fields of a new result."""
    st.html(_promise(here, indicator))
    st.subheader("ผลครั้งใหม่")
    entry = here.entry(indicator.id)
    fields(here, "entries", indicator.id, entry, indicator)
    entry_files(here, "entries", indicator.id, entry)


def fields(here: Desk, what: str, subject: str, entry: Entry, indicator: Indicator) -> None:
    """The fields of a new result ("entries") or of a correction ("corrections")."""
    year = here.work.fiscal_year
    correction = what == "corrections"
    found = entry_problems(entry, indicator, year, here.today, correction=correction)
    if not correction and entry.empty:
        found.pop("amount", None)
    names = FIELDS[:3] if correction else FIELDS
    typed = not entry.empty and subject in getattr(here.work, what)
    doubt = here.doubts.get(indicator.id, "") if typed else ""
    some_fields(
        here, what, subject, entry, names, found, doubt,
        unit=indicator.unit, level=indicator.level,
    )  # fmt: skip


def some_fields(
    here: Desk,
    what: str,
    subject: str,
    entry: Entry,
    names: Sequence[EntryField],
    found: Mapping[EntryField, str],
    doubt: str = "",
    *,
    unit: str = "",
    level: bool = False,
) -> None:
    """Fields of one entry by their names, each with what is wrong in it. `level`: the amount
    is where things stand, not what is added. `doubt`: a question about the amount."""
    labels = {
        "amount": f"{AMOUNT_WORDS[level]} ({widgets.inline(unit)})",
        "on": "วันที่",
        "note": "หมายเหตุ",
        "link": "ลิงก์หลักฐาน",
    }
    hints = {
        "amount": AMOUNT_HINTS[level],
        "on": "เช่น 22 พ.ย. 2568",
        "link": "https://",
        "note": "",
    }
    short = dict(zip(("amount", "on"), st.columns(2), strict=True)) if "amount" in names else {}
    for name in names:
        with short.get(name) or st.container():
            text_field(
                labels[name],
                getattr(entry, name),
                here.saving(what, subject, entry, name),
                key=here.name(what, subject, name),
                placeholder=hints[name],
                lines=2 if name == "note" else 1,
                check=partial(_problem, found, name),
            )
            if name == "amount" and doubt:
                field_doubt(doubt)


def _problem(found: Mapping[EntryField, str], name: EntryField, _typed: str) -> str | None:
    return found.get(name)


def reason_fields(here: Desk, actual: Actual, entry: Entry, indicator: Indicator) -> None:
    """Why an earlier result is corrected: one of a few reasons, or one's own words."""
    found = entry_problems(entry, indicator, here.work.fiscal_year, here.today, correction=True)
    problem = found.get("reason") if actual.id in here.work.corrections else None
    reasons(here, "corrections", actual.id, entry, problem)


def reasons(here: Desk, what: str, subject: str, entry: Entry, problem: str | None) -> None:
    """Why what was recorded is changed or deleted, from the fixed list or in own words."""

    def save(name: str) -> Callable[[str], None]:
        return here.saving(what, subject, entry, name)

    label = "เหตุผลที่ลบ" if entry.removed else "เหตุผลที่แก้ไข"
    offered = list(REMOVAL_REASONS if entry.removed else CORRECTION_REASONS)
    choice_field(label, offered, entry.reason or None, save("reason"),
                 key=here.name("reason", subject), words=str, placeholder="โปรดเลือก")  # fmt: skip
    if entry.reason == OTHER_REASON:
        text_field("โปรดระบุเหตุผล", entry.reason_words, save("reason_words"),
                   key=here.name("reason_words", subject))  # fmt: skip
    if problem:
        field_problem(problem)


def _promise(here: Desk, indicator: Indicator) -> str:
    measure = measure_of(here, indicator)
    row = here.recorded[indicator.id]
    number = f"{measure.number}. " if measure.number is not None else ""
    lines = [
        f"<b>{widgets.escape(target_words(indicator))}</b> · "
        f"{widgets.escape(rhythm_words(indicator))}",
        widgets.escape(_standing(here, row, indicator)),
        f'<span class="ita-quiet">{widgets.escape(number + " ".join(measure.title.split()))} · '
        f"{widgets.escape(' '.join(measure.departments) or 'ยังไม่ทราบผู้รับผิดชอบ')}</span>",
    ]
    return f"<h2>{widgets.escape(indicator.name)}</h2><p>{'<br>'.join(lines)}</p>"


def _standing(here: Desk, row: Mapping[str, Any], indicator: Indicator) -> str:
    if pd.isna(row["achieved"]):
        parts = ["ยังไม่มีผลที่บันทึก"]
    else:
        parts = [f"บันทึกแล้ว {number_words(row['achieved'])} {indicator.unit}"]
    claimed = here.claimed.get(indicator.id, {}).get("achieved")
    if claimed is not None and not pd.isna(claimed):
        parts.append(f"ในรายงานแจ้งว่าทำแล้ว {number_words(claimed)} {indicator.unit}")
    if not pd.isna(row["expected"]):
        day = thai_date(here.opened.as_of)
        parts.append(f"ควรได้ {number_words(row['expected'])} {indicator.unit} ภายใน {day}")
    if not pd.isna(row["next_due"]):
        parts.append(f"กำหนดถัดไป {thai_date(row['next_due'].date())}")
    return f"{STATUS_WORDS[row['status']]}: {' · '.join(parts)}"
