"""The buttons that make and hand over the files."""

import streamlit as st

from ita_data.export.calendar import NO_DUES
from pages import widgets
from pages.printing.files import Files

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF, HTML, ICS = "application/pdf", "text/html", "text/calendar"


def downloads(files: Files) -> None:
    """The report to hand in, and what goes to the executive with it."""
    name, paper = files.name, files.paper_name
    offered = (
        ("ดาวน์โหลด PDF", "report-pdf", f"{paper}.pdf", PDF, files.pdf),
        ("ดาวน์โหลด Word", "report-docx", f"{paper}.docx", DOCX, files.word),
        ("สรุป Excel", "report-xlsx", f"{name}.xlsx", XLSX, files.excel),
        ("สรุปหนึ่งหน้า (PDF)", "brief", f"สรุปผู้บริหาร {name}.pdf", PDF, files.brief),
        ("บันทึกข้อความนำส่ง (Word)", "memo", f"บันทึกข้อความ {paper}.docx", DOCX, files.memo),
    )
    _offer(offered, files)


def more_downloads(files: Files) -> None:
    """The report as a page, what is filled in again, what is published or goes elsewhere; no
    calendar where nothing is due any more."""
    name, paper = files.name, files.paper_name
    calendar = ("ปฏิทินกำหนดการ (ics)", "calendar", f"{name}.ics", ICS, files.calendar)
    offered = (
        ("รายงาน (html)", "report-html", f"{paper}.html", HTML, files.html),
        ("แม่แบบติดตาม (Excel)", "report-template", f"แม่แบบติดตาม {name}.xlsx", XLSX, files.workbook),
        ("แผนปีถัดไป (Excel)", "report-plan", f"แผนปีถัดไป {name}.xlsx", XLSX, files.plan),
        ("หน้าเว็บสำหรับเผยแพร่", "publish", f"เผยแพร่ {name}.html", HTML, files.publish),
        *([calendar] if files.has_dues else []),
    )
    _offer(offered, files)
    if not files.has_dues:
        st.html(f'<p class="ita-quiet">{NO_DUES} จึงไม่มีปฏิทินกำหนดการ</p>')


def _offer(offered: tuple[widgets.Offered, ...], files: Files) -> None:
    widgets.downloads(*(one for one in offered if one[3] != PDF or files.with_pdf))
