"""One indicator at a time, or the table of all; the address keeps which."""

import streamlit as st

from ita_data.recording import typed_for
from pages.recording.desk import Desk

VIEW, ONE, GRID = "view", "one", "grid"
VIEWS = {ONE: "ทีละตัวชี้วัด", GRID: "กรอกทั้งตาราง"}


def just_opened(here: Desk) -> bool:
    """Whether another draft is open than when the page was last drawn in this session."""
    known = f"record-opened-{here.opened.key}"
    before, now = st.session_state.get(known), here.key or ""
    st.session_state[known] = now
    return bool(now) and before not in (None, now)


def view(here: Desk, opening: bool) -> str:
    """The way that is chosen; a draft that is being opened shows where it was typed."""
    key = _key(here)
    if opening and here.work.cells and not typed_for(here.work, here.opened.tracked):
        st.session_state[key] = GRID
    st.session_state.setdefault(key, GRID if st.query_params.get(VIEW) == GRID else ONE)
    chosen = st.segmented_control(
        "วิธีกรอก", list(VIEWS), required=True, key=key, format_func=VIEWS.__getitem__
    )
    if chosen == GRID:
        st.query_params[VIEW] = GRID
    elif VIEW in st.query_params:
        del st.query_params[VIEW]
    return str(chosen)


def choose_view(here: Desk, chosen: str) -> None:
    """Before the page is drawn: the way it is to show."""
    st.session_state[_key(here)] = chosen


def _key(here: Desk) -> str:
    return f"record-view-{here.opened.key}"
