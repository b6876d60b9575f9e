"""A measure's own fields, behind "แก้ไข"."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from ita_data.model import Measure
from ita_data.review import Review, edit_measure, exclude_measure
from ita_data.words import FIELD_WORDS
from pages import widgets
from pages.importing.desk import Desk
from pages.widgets.fields import date_field, number_field, text_field
from pages.widgets.keeping import kept

# Prose with the lines its field is high, in the order of the official table.
PROSE = {"steps": 5, "target": 2, "output": 6, "outcome": 4, "declared_status": 1, "remarks": 2}
# Shown only where the file has them, or nothing would be missed.
RARE = {"target", "declared_status", "remarks"}


def editing(here: Desk, measure: Measure) -> None:
    """Every field of the measure; made only while it is open."""
    with st.expander("แก้ไขข้อความและรายละเอียดของมาตรการ", key=here.name("fields", measure.id),
                     on_change="rerun") as box:  # fmt: skip
        if not box.open:
            return
        _texts(here, measure)
        st.button(
            "แถวนี้ไม่ใช่มาตรการ นำออก",
            key=here.name("exclude", measure.id),
            on_click=kept(here.change),
            args=(exclude_measure, measure.id),
        )


def _texts(here: Desk, measure: Measure) -> None:
    def named(name: str) -> str:
        return here.name(name, measure.id)

    def save(name: str) -> Callable[[Any], None]:
        return here.saving(_edited, measure.id, name)

    year = here.review.report.fiscal_year
    text_field(FIELD_WORDS["title"], measure.title, save("title"), key=named("title"))
    for column, name in zip(st.columns(2), ("start", "end"), strict=True):
        with column:
            date_field(FIELD_WORDS[name], getattr(measure, name), save(name), key=named(name),
                       fiscal_year=year)  # fmt: skip
    if measure.period_text:
        st.html(f'<p class="ita-quiet">ในไฟล์: {widgets.escape(measure.period_text)}</p>')
    _departments(here, measure, save("departments"))
    text_field("ผู้รับผิดชอบ (ตามที่พิมพ์ในรายงาน)", measure.departments_text,
               save("departments_text"), key=named("departments_text"))  # fmt: skip
    for name, lines in PROSE.items():
        value = getattr(measure, name) or ""
        if value or name not in RARE:
            text_field(FIELD_WORDS[name], value, save(name), key=named(name), lines=lines)
    number_field(FIELD_WORDS["budget_thb"], measure.budget_thb, save("budget_thb"),
                 key=named("budget_thb"))  # fmt: skip


def _departments(here: Desk, measure: Measure, save: Callable[[Any], None]) -> None:
    key = here.name("departments", measure.id)

    def chosen() -> None:
        save(tuple(st.session_state[key]))

    known = {d for one in here.review.report.measures for d in one.departments}
    st.multiselect(
        "ส่วนราชการที่รับผิดชอบ",
        sorted(known),
        list(measure.departments),
        key=key,
        accept_new_options=True,
        placeholder="เลือก หรือพิมพ์ชื่อแล้วกด Enter",
        on_change=kept(chosen),
    )


def _edited(review: Review, measure_id: str, name: str, value: Any) -> Review:
    return edit_measure(review, measure_id, **{name: value})
