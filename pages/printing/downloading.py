"""The buttons that make and hand over the files."""

from pages import widgets
from pages.printing.files import Files

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF, HTML, ICS = "application/pdf", "text/html", "text/calendar"


def downloads(files: Files) -> None:
    """The report in its forms, the summary, and what is filled in again."""
    name, paper = files.name, files.paper_name
    offered = (
        ("รายงาน (PDF)", "report-pdf", f"{paper}.pdf", PDF, files.pdf),
        ("รายงาน (Word)", "report-docx", f"{paper}.docx", DOCX, files.word),
        ("รายงาน (html)", "report-html", f"{paper}.html", HTML, files.html),
        ("สรุป Excel", "report-xlsx", f"{name}.xlsx", XLSX, files.excel),
        ("แม่แบบติดตาม", "report-template", f"แม่แบบติดตาม {name}.xlsx", XLSX, files.workbook),
        ("แผนปีถัดไป", "report-plan", f"แผนปีถัดไป {name}.xlsx", XLSX, files.plan),
    )
    for words, key, file_name, mime, build in offered:
        if mime != PDF or files.with_pdf:
            widgets.download(f"ดาวน์โหลด{words}", key, file_name, mime, build)


def more_downloads(files: Files) -> None:
    """What goes with the report: brief, memo, page to publish, calendar."""
    name = files.name
    offered = (
        ("สรุปหนึ่งหน้า (PDF)", "brief", f"สรุปผู้บริหาร {name}.pdf", PDF, files.brief),
        ("บันทึกข้อความนำส่ง (Word)", "memo", f"บันทึกข้อความ {name}.docx", DOCX, files.memo),
        ("หน้าเว็บสำหรับเผยแพร่", "publish", f"เผยแพร่ {name}.html", HTML, files.publish),
        ("ปฏิทินกำหนดการ (ics)", "calendar", f"{name}.ics", ICS, files.calendar),
    )
    for words, key, file_name, mime, build in offered:
        if mime != PDF or files.with_pdf:
            widgets.download(words, key, file_name, mime, build)
