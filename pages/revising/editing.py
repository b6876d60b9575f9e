"""An indicator's fields, behind "แก้ไข"; made only while it is open."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from ita_data.model import Indicator, Measure, Status
from ita_data.revising import correct, join, may_join, problems, set_status
from ita_data.words import COMPARISON_WORDS, STATUS_WORDS, cadence_words
from pages.importing.proposals import CADENCES, COMPARISONS, EXACT, LEVEL, SUM
from pages.revising.desk import Desk
from pages.widgets.fields import (
    TARGET,
    TARGET_HELP,
    choice_field,
    field_problem,
    number_field,
    text_field,
)
from pages.widgets.keeping import kept

OF_THE_MEASURE = "ตามมาตรการ"
COMPUTED = "ใช้สถานะที่ระบบคำนวณ"
STATUSES = [None, *(status for status in Status if status is not Status.NO_TARGET)]


def editing(here: Desk, one: Indicator, measure: Measure) -> None:
    """The fields, what is wrong with them, and the officer's own status."""
    with st.expander(
        "แก้ไข", type="compact", key=here.name("edit", one.id), on_change="rerun"
    ) as box:
        if box.open:
            _promise(here, one)
            _schedule(here, one, measure)
            _status(here, one)
            _merging(here, one)
    for problem in problems(here.work, here.base):
        if problem.subject == one.id:
            field_problem(problem.message)


def _saving(here: Desk, one: Indicator) -> Callable[[str], Callable[[Any], None]]:
    return lambda name: here.saving(correct, one.id, name=name)


def _promise(here: Desk, one: Indicator) -> None:
    save = _saving(here, one)
    text_field("ชื่อตัวชี้วัด", one.name, save("name"), key=here.name("name", one.id))
    first, second, third = st.columns([3, 4, 3])
    with first:
        choice_field("เทียบแบบ", COMPARISONS, one.comparison, save("comparison"),
                     key=here.name("comparison", one.id),
                     words=lambda value: COMPARISON_WORDS[value] or EXACT)  # fmt: skip
    with second:
        number_field(TARGET, one.target, save("target"), key=here.name("target", one.id),
                     help=TARGET_HELP)  # fmt: skip
    with third:
        text_field("หน่วยนับ", one.unit, save("unit"), key=here.name("unit", one.id))


def _schedule(here: Desk, one: Indicator, measure: Measure) -> None:
    save = _saving(here, one)
    known = CADENCES if one.cadence in CADENCES else [one.cadence, *CADENCES]
    first, second, third = st.columns(3)
    with first:
        choice_field("รอบเวลา", known, one.cadence, save("cadence"),
                     key=here.name("cadence", one.id), words=cadence_words)  # fmt: skip
    with second:
        choice_field("วิธีนับผล", [False, True], one.level, save("level"),
                     key=here.name("level", one.id),
                     words=lambda level: LEVEL if level else SUM)  # fmt: skip
    with third:
        choice_field("ส่วนราชการ", _departments(here, one, measure), one.department,
                     save("department"), key=here.name("department", one.id),
                     words=lambda name: name or OF_THE_MEASURE)  # fmt: skip


def _departments(here: Desk, one: Indicator, measure: Measure) -> list[str | None]:
    """The measure's own first, then every other of the report."""
    report = here.opened.tracked.report
    names = [*measure.departments, *(d for m in report.measures for d in m.departments)]
    own = [one.department] if one.department else []
    return [None, *dict.fromkeys([*names, *own])]


def _status(here: Desk, one: Indicator) -> None:
    override = here.work.override_of(one.id)
    left, right = st.columns([1, 2])
    with left:
        choice_field("สถานะ", STATUSES, override.status if override else None,
                     here.saving(set_status, one.id, name="status"),
                     key=here.name("status", one.id),
                     words=lambda status: STATUS_WORDS[status] if status else COMPUTED)  # fmt: skip
    if override:
        with right:
            text_field("เหตุผลที่กำหนดสถานะเอง", override.reason,
                       lambda reason: here.keep(lambda work: set_status(
                           work, one.id, status=override.status, reason=reason)),
                       key=here.name("status-reason", one.id))  # fmt: skip


def _merging(here: Desk, one: Indicator) -> None:
    """Offered where the measure has another one of the same unit."""
    others = {other.id: other.name for other in may_join(here.work, one.id)}
    if not others:
        return
    key = here.name("join", one.id)

    def chosen() -> None:
        here.says(join, one.id, st.session_state[key])

    st.selectbox(
        "รวมเข้ากับตัวชี้วัดอื่นของมาตรการนี้",
        list(others),
        None,
        format_func=others.__getitem__,
        key=key,
        placeholder="ไม่รวม",
        help="ผลที่บันทึกไว้จะไปนับที่ตัวชี้วัดนั้น และตัวชี้วัดนี้จะไม่ใช้อีก",
        on_change=kept(chosen),
    )
