"""Every version, the newest first: number, what, when, who, why, and its file."""

from itertools import chain

import streamlit as st

from ita_data.clock import time_words
from ita_data.store import VersionInfo
from pages import widgets
from pages.versions.chosen import KINDS, Chosen

SHOWN = 12


def timeline(here: Chosen) -> None:
    """The newest ones open, the others folded away; a click looks at a version."""
    infos = here.infos[::-1]
    recent, older = infos[:SHOWN], infos[SHOWN:]
    folded = ""
    if older:
        is_open = " open" if here.version in older else ""
        folded = (
            f"<details{is_open}><summary>อีก {len(older)} รุ่น</summary>{_list(here, older)}</details>"
        )
    st.html(f"<h2>ทุกรุ่น ({len(infos)})</h2>{_list(here, recent)}{folded}")


def _list(here: Chosen, infos: tuple[VersionInfo, ...]) -> str:
    return f'<ol class="ita-versions">{"".join(_line(here, info) for info in infos)}</ol>'


def _line(here: Chosen, info: VersionInfo) -> str:
    current = ' class="chosen" aria-current="true"' if info == here.version else ""
    address = widgets.escape(widgets.link("history", version=info.number))
    facts = [
        f"{time_words(info.created_at)}",
        widgets.escape(info.author),
        f"ไฟล์ {widgets.escape(info.source_name)}" if info.source_name else "",
    ]
    small = " · ".join(filter(None, facts))
    reason = widgets.escape(_short(info.reason))
    lines = chain([f"<small>{small}</small>"], [f"<small>{reason}</small>"] if reason else [])
    return (
        f'<li{current}><a href="{address}"><b>รุ่นที่ {info.number}</b></a> '
        f"{KINDS[info.kind]}{''.join(lines)}</li>"
    )


def _short(reason: str) -> str:
    words = " ".join(reason.split())
    return words if len(words) <= 120 else f"{words[:120]}…"
