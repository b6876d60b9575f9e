"""What was observed while reading, most serious first, each with its cell and what to do."""

from pathlib import Path

import streamlit as st

from ita_data.findings import Finding, Severity, most_serious_first
from ita_data.review import open_findings
from pages import widgets
from pages.importing.desk import Desk, file_of

WORDS: dict[Severity, str] = {"error": "ต้องแก้ไข", "warning": "ควรตรวจสอบ", "advice": "ข้อแนะนำ"}
FIRST = 5


def observed(here: Desk) -> None:
    """The first few in full; the rest behind one line."""
    findings = most_serious_first(open_findings(here.review))
    st.subheader("๔ ข้อสังเกตจากการอ่าน")
    if not findings:
        st.html('<p class="ita-quiet">ไม่มีข้อสังเกต</p>')
        return
    st.html(_list(findings[:FIRST]))
    if rest := findings[FIRST:]:
        with st.expander(f"ข้อสังเกตอีก {len(rest)} ข้อ"):
            st.html(_list(rest))
    if here.review.loaded.format == "xlsx":
        _marked_workbook(here, findings)


def _marked_workbook(here: Desk, findings: tuple[Finding, ...]) -> None:
    """The officer's own workbook with these findings in it, made when it is asked for."""
    name = Path(here.review.loaded.name)
    widgets.download(
        "ดาวน์โหลดไฟล์เดิมพร้อมเครื่องหมายข้อสังเกต",
        here.name("marked"),
        f"{name.stem} (มีข้อสังเกต){'.xlsm' if name.suffix.lower() == '.xlsm' else '.xlsx'}",
        "application/octet-stream",
        lambda: widgets.reading_service().mark(file_of(here.key), findings),
    )


def _list(findings: tuple[Finding, ...]) -> str:
    return f'<ul class="ita-seen">{"".join(map(_item, findings))}</ul>'


def _item(finding: Finding) -> str:
    place = "" if finding.place is None or str(finding.place) in finding.message else finding.place
    where = f' <span class="ita-quiet">{widgets.escape(place)}</span>' if place else ""
    return (
        f'<li class="{finding.severity}"><b>{WORDS[finding.severity]}</b> '
        f"{widgets.escape(finding.message)}{where}<br>{widgets.escape(finding.advice)}</li>"
    )
