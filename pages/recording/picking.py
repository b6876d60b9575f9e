"""Which indicator: what is late first, then what is due next, then the rest."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from ita_data.dates import thai_date
from ita_data.model import Indicator, Measure, Status
from ita_data.progress import LATE
from ita_data.recording import first_typed, typed_for
from ita_data.words import STATUS_WORDS
from pages.recording.desk import Desk

CHOSEN = "indicator"
PENDING = (*LATE, Status.NOT_REPORTED, Status.WATCH)
DUE, ALL = "ครบกำหนดหรือล่าช้า", "ทุกตัวชี้วัด"


def by_urgency(here: Desk) -> list[str]:
    """Every indicator: what is late first, then what is due next, then the rest."""
    rows = here.recorded
    return sorted(here.indicators, key=lambda one: _urgency(rows[one]))


def picking(here: Desk, opening: bool) -> Indicator:
    """The chosen indicator; there must be some. `opening`: a draft is being opened."""
    rows, order = here.recorded, by_urgency(here)
    due = [one for one in order if _status(rows[one]) in PENDING]
    key = here.name("pick")
    shown = st.segmented_control(
        "แสดง",
        [DUE, ALL],
        default=DUE if due else ALL,
        required=True,
        key=here.name("shown"),
        format_func=lambda one: f"{one} ({len(due if one == DUE else order)})",
        label_visibility="collapsed",
        wrap=True,
    )
    offered = due if shown == DUE and due else order
    asked = _asked(here, key, opening)
    if asked in order and asked not in offered:
        offered = [asked, *offered]
    st.session_state[key] = asked if asked in offered else offered[0]
    typed = typed_for(here.work, here.opened.tracked)
    chosen = st.selectbox(
        "ตัวชี้วัด",
        offered,
        key=key,
        format_func=lambda one: _words(here, one, rows[one], "✎ " if one in typed else ""),
    )
    st.query_params[CHOSEN] = chosen
    return here.indicators[chosen]


def show_indicator(here: Desk, indicator_id: str) -> None:
    """Before the page is drawn: the indicator it is to show."""
    st.session_state[here.name("pick")] = indicator_id


def _asked(here: Desk, key: str, opening: bool) -> str | None:
    """The one chosen last; in a draft that has just been opened, the one to look at first."""
    chosen: str | None = st.session_state.get(key) or st.query_params.get(CHOSEN)
    if here.key and (opening or chosen is None):
        return first_typed(here.work, here.opened.tracked, here.today) or chosen
    return chosen


def measure_of(here: Desk, indicator: Indicator) -> Measure:
    """The measure an indicator belongs to."""
    return here.measures[indicator.measure_id]


def _words(here: Desk, indicator_id: str, row: Mapping[str, Any], mark: str) -> str:
    return f"{mark}{STATUS_WORDS[_status(row)]} · {here.names[indicator_id]}{_due(row)}"


def _due(row: Mapping[str, Any]) -> str:
    since, following = row["overdue_since"], row["next_due"]
    if not pd.isna(since):
        return f" · ครบกำหนดเมื่อ {thai_date(since.date())}"
    return "" if pd.isna(following) else f" · ครบกำหนด {thai_date(following.date())}"


def _urgency(row: Mapping[str, Any]) -> tuple[bool, object, object]:
    """Late ones by how long, then the others by what comes next; what has no date last."""
    since, following = row["overdue_since"], row["next_due"]
    late = not pd.isna(since)
    return not late, since if late else pd.Timestamp.max, _or_last(following)


def _or_last(day: Any) -> Any:
    return pd.Timestamp.max if pd.isna(day) else day


def _status(row: Mapping[str, Any]) -> Status:
    return Status(row["status"])
