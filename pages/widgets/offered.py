"""Which reports can be opened, and the ways to another one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import TYPE_CHECKING

import streamlit as st

from pages.widgets.address import choose
from pages.widgets.browser import keep_chosen
from pages.widgets.keeping import kept
from pages.widgets.resources import store

if TYPE_CHECKING:
    from ita_data.store import ReportInfo


@dataclass(slots=True)
class _Known:
    """The list as the store gave it last, and the same by key."""

    infos: "tuple[ReportInfo, ...] | None" = None
    by_key: "dict[str, ReportInfo]" = field(default_factory=dict)


@st.cache_resource(show_spinner=False)
def _known() -> _Known:
    return _Known()


def reports() -> "dict[str, ReportInfo]":
    """What is stored, by key, the newest first; empty until the first report is stored.

    Asked for at each run, and never older than what any process has stored.
    """
    infos, known = store().reports(), _known()
    if known.infos is infos:
        return known.by_key
    newest = sorted(infos, key=lambda info: info.created_at, reverse=True)
    by_key = {report_key(info.agency, info.fiscal_year): info for info in newest}
    known.by_key, known.infos = by_key, infos
    return by_key


def report_key(agency: str, fiscal_year: int | None) -> str:
    """A short name of a report for addresses; the same for all its versions."""
    return blake2s(f"{agency}|{fiscal_year}".encode(), digest_size=5).hexdigest()


def report_words(info: "ReportInfo") -> str:
    """ "เทศบาลตำบล… · 2569"."""
    return f"{info.agency} · {info.fiscal_year}"


def choose_report(key: str | None) -> None:
    """Opens another report, on its own day and basis; a bare address opens it again here."""
    choose(report=key, date=None, basis=None)
    if key:
        keep_chosen(key)


def offer_others(offered: "Mapping[str, ReportInfo]", unreadable: str) -> None:
    """The way out of a report that cannot be read."""
    words = {key: report_words(info) for key, info in offered.items() if key != unreadable}
    if words:
        st.selectbox(
            "เปิดรายงานอื่น",
            list(words),
            index=None,
            format_func=words.__getitem__,
            key="pick_other",
            filter_mode=None,
            placeholder="โปรดเลือก",
            on_change=kept(_choose_other),
        )


def _choose_other() -> None:
    choose_report(st.session_state["pick_other"])
