"""One proposal: use it or not, what it promises in words, where it was read, and its fields."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from ita_data.model import Cadence, Comparison, Decision, Indicator, Measure, Number
from ita_data.review import Review, correct_claim, correct_indicator, use_indicator
from ita_data.words import (
    COMPARISON_WORDS,
    DECISION_WORDS,
    FIELD_WORDS,
    TARGET_FROM_RESULT,
    cadence_words,
    number_words,
    rhythm_words,
    target_words,
)
from pages import widgets
from pages.importing.desk import Desk
from pages.widgets.fields import TARGET, TARGET_HELP, choice_field, number_field, text_field
from pages.widgets.keeping import kept

CADENCES = [
    Cadence(),
    *(Cadence(every_months=months) for months in (1, 2, 3, 4, 6)),
    *(Cadence(per_year=times) for times in (1, 2, 3, 4, 6, 12)),
    Cadence(every_days=7),
]
COMPARISONS: list[Comparison] = ["=", ">=", "<="]
EXACT = "เท่ากับ"
UNCOUNTED = "ผลที่บันทึกไว้ของตัวชี้วัดนี้จะไม่นับ"


def proposal(here: Desk, indicator: Indicator, number: int, measure: Measure) -> None:
    """A card; its fields are only made while it is open, which keeps the page quick."""
    used = indicator.decision is not Decision.DROPPED
    with st.container(border=True, gap="xsmall"):
        key = here.name("use", indicator.id)
        st.checkbox(
            f"{number} · {widgets.inline(indicator.name)}",
            used,
            key=key,
            on_change=kept(_use),
            args=(here, indicator.id, key),
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(_summary(here.review, indicator, measure))
            if indicator.decision is Decision.PROPOSED:
                st.button("ยืนยัน", icon=":material/check:", key=here.name("confirm", indicator.id),
                          help=widgets.plain(f"ยืนยัน: {indicator.name}"),
                          on_click=kept(_confirm), args=(here, indicator.id))  # fmt: skip
        if used:
            with st.expander(
                "แก้ไข", type="compact", key=here.name("edit", indicator.id), on_change="rerun"
            ) as box:
                if box.open:
                    _fields(here, indicator)


def _use(here: Desk, indicator_id: str, key: str) -> None:
    here.saving(_used, indicator_id)(st.session_state[key])


def _confirm(here: Desk, indicator_id: str) -> None:
    here.saving(_used, indicator_id)(True)


def _used(review: Review, indicator_id: str, used: bool) -> Review:
    return use_indicator(review, indicator_id, used=used)


def _fields(here: Desk, indicator: Indicator) -> None:
    def named(name: str) -> str:
        return here.name(name, indicator.id)

    def correct(name: str) -> Callable[[Any], None]:
        return here.saving(_corrected, indicator.id, name)

    text_field("ชื่อตัวชี้วัด", indicator.name, correct("name"), key=named("name"))
    first, second, third = st.columns([3, 4, 3])
    with first:
        choice_field("เทียบแบบ", COMPARISONS, indicator.comparison, correct("comparison"),
                     key=named("comparison"), words=_comparison_words)  # fmt: skip
    with second:
        number_field(TARGET, indicator.target, correct("target"), key=named("target"),
                     help=TARGET_HELP)  # fmt: skip
    with third:
        text_field("หน่วยนับ", indicator.unit, correct("unit"), key=named("unit"))
    choice_field("รอบเวลา", _cadences(indicator), indicator.cadence, correct("cadence"),
                 key=named("cadence"), words=cadence_words)  # fmt: skip
    choice_field("วิธีนับผล", [False, True], indicator.level, correct("level"),
                 key=named("level"), words=lambda level: LEVEL if level else SUM)  # fmt: skip
    claim = here.review.claim_of(indicator.id)
    number_field("ผลตามรายงาน", claim.amount if claim else None,
                 here.saving(correct_claim, indicator.id), key=named("claim"),
                 help="จำนวนที่รายงานบอกว่าทำแล้ว เว้นว่างไว้หากรายงานไม่ได้บอก")  # fmt: skip


SUM = "รวมทุกครั้งที่บันทึก"
LEVEL = "ใช้ค่าล่าสุด"


def _comparison_words(comparison: Comparison) -> str:
    return COMPARISON_WORDS[comparison] or EXACT


def _corrected(review: Review, indicator_id: str, name: str, value: Any) -> Review:
    return correct_indicator(review, indicator_id, **{name: value})


def _cadences(indicator: Indicator) -> list[Cadence]:
    known = indicator.cadence in CADENCES
    return CADENCES if known else [indicator.cadence, *CADENCES]


def _summary(review: Review, indicator: Indicator, measure: Measure) -> str:
    promise = f"<b>{widgets.escape(target_words(indicator))}</b>"
    rhythm = widgets.escape(rhythm_words(indicator))
    lines = [f"{promise} · {rhythm} {_tag(indicator.decision)}"]
    if claim := review.claim_of(indicator.id):
        lines.append(widgets.escape(_claim_words(indicator, claim.amount)))
    if indicator.target_from == "result":
        lines.append(f'<span class="ita-tag">{TARGET_FROM_RESULT}</span>')
    standing = review.standing
    if indicator.decision is Decision.DROPPED and standing and indicator.id in standing.recorded:
        lines.append(f'<span class="ita-tag todo">{UNCOUNTED}</span>')
    if source := indicator.source:
        cells = measure.cells.get(source.column, ())
        place = source.place or (cells[0] if cells else measure.place)
        words = " ".join(source.text.split())
        where = f"“{words}” จาก{FIELD_WORDS[source.column]} · {place}"
        lines.append(f'<span class="ita-quiet">{widgets.escape(where)}</span>')
    return f'<p class="ita-target">{"<br>".join(lines)}</p>'


def _claim_words(indicator: Indicator, amount: Number) -> str:
    """ "รายงานว่าทำแล้ว 3 ครั้ง"; of a ceiling "รายงานว่าไม่มี", "รายงานว่ามี 2 เรื่อง"."""
    said = "ทำแล้ว" if indicator.comparison != "<=" else "มี" if amount else "ไม่มี"
    counted = "" if said == "ไม่มี" else f" {number_words(amount)} {indicator.unit}"
    return f"รายงานว่า{said}{counted}"


def _tag(decision: Decision) -> str:
    kind = {Decision.PROPOSED: " todo", Decision.DROPPED: ""}.get(decision, " done")
    return f'<span class="ita-tag{kind}">{DECISION_WORDS[decision]}</span>'
