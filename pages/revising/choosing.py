"""Which measure; and all waiting proposals accepted at once."""

import streamlit as st

from ita_data.model import Decision, Measure
from ita_data.revising import accept_all
from pages import widgets
from pages.revising.desk import Desk
from pages.widgets.keeping import kept

CHOSEN = "measure"


def choosing(here: Desk) -> Measure | None:
    """The chosen measure; the first with something waiting where none is; None without any."""
    found = {measure.id: measure for measure in here.opened.tracked.report.measures}
    if not found:
        return None
    waiting = {key: _waiting(here, key) for key in found}
    key = here.name(CHOSEN)
    asked = st.session_state.get(key) or st.query_params.get(CHOSEN)
    first = next((one for one, count in waiting.items() if count), next(iter(found)))
    st.session_state[key] = asked if asked in found else first
    chosen = st.selectbox(
        "มาตรการ",
        list(found),
        key=key,
        format_func=lambda one: _words(found[one], waiting[one]),
        filter_mode=None,
    )
    if total := sum(waiting.values()):
        st.button(
            f"ยืนยันทั้งรายงาน {total} รายการ",
            icon=":material/done_all:",
            key=here.name("accept-all"),
            on_click=kept(here.says),
            args=(accept_all,),
        )
    st.query_params[CHOSEN] = chosen
    return found[chosen]


def _waiting(here: Desk, measure_id: str) -> int:
    return sum(i.decision is Decision.PROPOSED for i in here.of_measure(measure_id))


def _words(measure: Measure, waiting: int) -> str:
    words = widgets.measure_words(measure)
    return f"{words} · รอยืนยัน {waiting}" if waiting else words
