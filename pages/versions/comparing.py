"""What changed between two versions, measure by measure, in words."""

import streamlit as st

from ita_data.changes import ChangedMeasure, by_measure, changes
from ita_data.clock import time_words
from ita_data.store import VersionInfo
from pages import widgets
from pages.versions.chosen import KINDS, Chosen

SHOWN = 8


def comparing(here: Chosen) -> None:
    """Who made the chosen version, when and why; then what is different."""
    st.html(_who(here.version))
    if here.against is None:
        st.html(_first(here))
        return
    old, new = sorted((here.against, here.version), key=lambda info: info.number)
    before, after = here.tracked(old), here.tracked(new)
    found = changes(before, after)
    title = f"จากรุ่นที่ {old.number} เป็นรุ่นที่ {new.number} · เปลี่ยน {len(found)} รายการ"
    groups = by_measure(found, before, after)
    same = '<p class="ita-empty">ไม่มีสิ่งใดต่างกัน</p>'
    st.html(f"<h2>{title}</h2>" + ("".join(map(_group, groups)) or same))


def _who(info: VersionInfo) -> str:
    by = f" · {widgets.escape(info.author)}" if info.author else ""
    why = f"<p>{widgets.escape(info.reason)}</p>" if info.reason.strip() else ""
    return (
        f"<h2>รุ่นที่ {info.number} · {KINDS[info.kind]}</h2>{why}"
        f'<p class="ita-quiet">{time_words(info.created_at)}{by}</p>'
    )


def _first(here: Chosen) -> str:
    from ita_data.change_log import size_words

    return (
        f'<p class="ita-empty">เป็นรุ่นแรก มี {size_words(here.tracked(here.version))} '
        "จึงไม่มีรุ่นก่อนหน้าให้เทียบ</p>"
    )


def _group(group: ChangedMeasure) -> str:
    sentences = list(group.sentences)
    first, rest = _items(sentences[:SHOWN]), sentences[SHOWN:]
    more = f"<details><summary>อีก {len(rest)} รายการ</summary>{_items(rest)}</details>"
    return f"<h3>{widgets.escape(group.title)}</h3>{first}{more if rest else ''}"


def _items(sentences: list[str]) -> str:
    items = "".join(f"<li>{widgets.escape(one)}</li>" for one in sentences)
    return f'<ul class="ita-changes">{items}</ul>'
