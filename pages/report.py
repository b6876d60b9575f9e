"""รายงาน: the official table as it will be printed, and its files."""

import streamlit as st

from ita_data.export.html import report_page, report_table
from ita_data.export.official import Signature
from ita_data.export.pdf import unknown_letters, unknown_words
from ita_data.export.standing import Standing
from pages import widgets
from pages.widgets.fields import field_problem

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROLES = ("ผู้รายงาน", "ผู้รับรองรายงาน")

widgets.open_page("report")
opened = widgets.current()
widgets.header(opened, widgets.TITLES["report"])
# The paper has its own titles.
st.html("<style>@media print{.st-key-ita-header{display:none}}</style>")
report = opened.tracked.report
version_words = widgets.version_words(opened)
name = f"รายงาน ITA {report.agency} {report.fiscal_year or ''}".strip()


def signature(role: str) -> Signature:
    """Who signs as what, as typed here; dots on the paper where nothing is."""
    name, post = st.columns(2)
    return Signature(
        role=role,
        name=name.text_input(f"ชื่อ{role}", key=f"sign-name-{role}", max_chars=100).strip(),
        post=post.text_input(f"ตำแหน่ง{role}", key=f"sign-post-{role}", max_chars=100).strip(),
    )


def pdf() -> bytes:
    """The official report as a PDF; typst and the word list are loaded on the first click."""
    from ita_data.export.pdf import official_pdf

    return official_pdf(report, digits=chosen, signatures=signatures, created=widgets.today())


def word() -> bytes:
    """The same as a Word file to edit."""
    from ita_data.export.word import official_docx

    return official_docx(report, digits=chosen, signatures=signatures, created=widgets.today())


def brief() -> bytes:
    """One page for the executive."""
    from ita_data.export.pdf.brief import brief_pdf

    return brief_pdf(standing(), version_words=version_words)


def memo() -> bytes:
    """The cover memo to the executive."""
    from ita_data.export.word import memo_docx

    return memo_docx(report, standing().facts(), signature=signatures[0])


def publish() -> bytes:
    """A page for the agency's own website."""
    from ita_data.export.publish import publish_page

    return publish_page(standing(), digits=chosen).encode()


def calendar() -> bytes:
    """What is still due, for the officer's own calendar."""
    from ita_data.export.calendar import calendar_ics

    return calendar_ics(standing())


def standing() -> Standing:
    """Where the report stands on the day and basis that the pages show."""
    return Standing(opened.tracked, opened.progress, opened.basis)


def excel() -> bytes:
    """The summary, built on the click; the library is loaded then too."""
    from ita_data.export.excel import summary_workbook

    return summary_workbook(
        opened.tracked,
        opened.progress,
        tuple(one.finding for one in widgets.readiness(opened).observed),
        basis=opened.basis,
        version_words=version_words,
    )


def workbook() -> bytes:
    """The tracking workbook of this report, to fill in results and import again."""
    from ita_data.export.template import tracking_workbook

    return tracking_workbook(opened.tracked)


def plan() -> bytes:
    """Next fiscal year's plan in a tracking workbook, from this report."""
    from ita_data.changes import next_year
    from ita_data.export.template import tracking_workbook

    return tracking_workbook(next_year(opened.tracked))


def html() -> bytes:
    """The official report as a page of its own."""
    return report_page(report, digits=chosen, signatures=signatures).encode()


with st.container(horizontal=True, vertical_alignment="bottom", key="ita-actions"):
    digits = widgets.filters.select(
        "ตัวเลขในรายงาน", "digits", {"thai": "เลขไทย ๑๒๓"}, "เลขอารบิก 123"
    )
    chosen = "thai" if digits == "thai" else "arabic"
    with st.popover("ผู้ลงนาม"):
        signatures = tuple(signature(role) for role in ROLES)
    widgets.print_button()
    unknown = unknown_letters(report, signatures)
    if not unknown:
        widgets.download(
            "ดาวน์โหลดรายงาน (PDF)", "report-pdf", f"{name}.pdf", "application/pdf", pdf
        )
    widgets.download("ดาวน์โหลดรายงาน (Word)", "report-docx", f"{name}.docx", DOCX, word)
    widgets.download("ดาวน์โหลดรายงาน (html)", "report-html", f"{name}.html", "text/html", html)
    widgets.download(
        "ดาวน์โหลดสรุป Excel",
        "report-xlsx",
        f"{name}.xlsx",
        XLSX,
        excel,
    )
    widgets.download(
        "ดาวน์โหลดแม่แบบติดตาม", "report-template", f"แม่แบบติดตาม {name}.xlsx", XLSX, workbook
    )
    widgets.download("ดาวน์โหลดแผนปีถัดไป", "report-plan", f"แผนปีถัดไป {name}.xlsx", XLSX, plan)
    with st.popover("ไฟล์อื่น"):
        if not unknown:
            widgets.download(
                "สรุปหนึ่งหน้า (PDF)", "brief", f"สรุปผู้บริหาร {name}.pdf", "application/pdf", brief
            )
        widgets.download("บันทึกข้อความนำส่ง (Word)", "memo", f"บันทึกข้อความ {name}.docx", DOCX, memo)
        widgets.download(
            "หน้าเว็บสำหรับเผยแพร่", "publish", f"เผยแพร่ {name}.html", "text/html", publish
        )
        widgets.download("ปฏิทินกำหนดการ (ics)", "calendar", f"{name}.ics", "text/calendar", calendar)
if unknown:
    field_problem(unknown_words(unknown))
if report.measures:
    with widgets.guard("รายงาน"):
        st.html(report_table(report, digits=chosen, signatures=signatures))
else:
    st.html('<p class="ita-empty">รายงานนี้ยังไม่มีมาตรการ จึงยังไม่มีตารางให้พิมพ์ โปรดนำเข้ารายงาน</p>')
