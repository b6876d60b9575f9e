"""The findings in groups. The address chooses: by measure or by rule, which severity, which
measure."""

from collections.abc import Iterable

import streamlit as st

from ita_data.figures import readiness as figures
from ita_data.readiness import Bundle, Group, Observed, Readiness, bundles, by_measure, by_rule
from ita_data.words import SEVERITY_WORDS
from pages import widgets
from pages.examining.accepting import offering, withdrawing

# More cards than this are not read at once; each has buttons of its own.
MOST = 60


def listing(opened: widgets.Opened, readiness: Readiness) -> None:
    """What is open."""
    found, rule = _chosen(opened, readiness.open)
    if not found:
        none = "ไม่มีข้อสังเกตตามที่เลือก ลองเลือก “ทั้งหมด”" if readiness.open else "ไม่มีข้อสังเกตค้างอยู่"
        st.html(f'<p class="ita-empty">{none}</p>')
        return
    report = opened.tracked.report
    part = widgets.filters.part(bundles(found), MOST)
    ways = widgets.filters.ways(part, "readiness", "รายการ", "group", "severity", "measure")
    if ways:
        st.html(ways)
    shown = [one for card in part.items for one in card]
    for group in by_rule(shown) if rule else by_measure(shown, report):
        _group(opened, group)
    if ways:
        st.html(ways)


def accepted(opened: widgets.Opened, readiness: Readiness) -> None:
    """What stands with a reason: never hidden."""
    if not readiness.accepted:
        return
    st.html(f"<h2>ยอมรับพร้อมเหตุผลแล้ว {len(readiness.accepted)} ข้อ</h2>")
    for bundle in bundles(readiness.accepted):
        _card(opened, bundle)
        withdrawing(opened, bundle)


def _chosen(
    opened: widgets.Opened, found: tuple[Observed, ...]
) -> tuple[tuple[Observed, ...], bool]:
    """What the filters leave, and whether it is wanted by rule."""
    with st.container(horizontal=True, key="ita-filters"):
        rule = widgets.filters.select("จัดกลุ่มตาม", "group", {"rule": "ข้อที่ตรวจ"}, "มาตรการ")
        severities = {str(one): words for one, words in SEVERITY_WORDS.items()}
        severity = widgets.filters.select("ความสำคัญ", "severity", severities)
        measure = widgets.filters.select("มาตรการ", "measure", _measures(opened, found))
    kept = (
        one
        for one in found
        if severity in ("", one.finding.severity) and measure in ("", one.finding.measure_id)
    )
    return tuple(kept), rule == "rule"


def _measures(opened: widgets.Opened, found: Iterable[Observed]) -> dict[str, str]:
    about = {one.finding.measure_id for one in found}
    words = widgets.filters.measures(opened.view)
    return {key: title for key, title in words.items() if key in about}


def _group(opened: widgets.Opened, group: Group) -> None:
    st.html(widgets.drawn("ข้อสังเกต", figures.group_title, group, widgets.link))
    for bundle in bundles(group.observed):
        _card(opened, bundle)
        offering(opened, bundle)


def _card(opened: widgets.Opened, bundle: Bundle) -> None:
    report = opened.tracked.report
    st.html(widgets.drawn("ข้อสังเกต", figures.bundle, bundle, report, widgets.link))
