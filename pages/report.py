"""รายงาน: the official table as it will be printed, and its files."""

import streamlit as st

from ita_data.export.html import report_page, report_table
from ita_data.export.official import Signature
from pages import widgets

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SIGNATURES = (Signature(role="ผู้รายงาน"), Signature(role="ผู้รับรองรายงาน"))

widgets.open_page("report")
opened = widgets.current()
widgets.header(opened, widgets.TITLES["report"])
# The paper has its own titles.
st.html("<style>@media print{.st-key-ita-header{display:none}}</style>")
report = opened.tracked.report
version_words = widgets.version_words(opened)
name = f"รายงาน ITA {report.agency} {report.fiscal_year or ''}".strip()


def excel() -> bytes:
    """The summary, built on the click; the library is loaded then too."""
    from ita_data.export.excel import summary_workbook

    return summary_workbook(
        opened.tracked,
        opened.progress,
        opened.findings,
        basis=opened.basis,
        version_words=version_words,
    )


def html() -> bytes:
    """The official report as a page of its own."""
    return report_page(report, digits=chosen, signatures=SIGNATURES).encode()


with st.container(horizontal=True, vertical_alignment="bottom", key="ita-actions"):
    digits = widgets.filters.select(
        "ตัวเลขในรายงาน", "digits", {"thai": "เลขไทย ๑๒๓"}, "เลขอารบิก 123"
    )
    chosen = "thai" if digits == "thai" else "arabic"
    widgets.print_button()
    widgets.download("ดาวน์โหลดรายงาน (html)", "report-html", f"{name}.html", "text/html", html)
    widgets.download(
        "ดาวน์โหลดสรุป Excel",
        "report-xlsx",
        f"{name}.xlsx",
        XLSX,
        excel,
    )
if report.measures:
    with widgets.guard("รายงาน"):
        st.html(report_table(report, digits=chosen, signatures=SIGNATURES))
else:
    st.html('<p class="ita-empty">รายงานนี้ยังไม่มีมาตรการ จึงยังไม่มีตารางให้พิมพ์ โปรดนำเข้ารายงาน</p>')
