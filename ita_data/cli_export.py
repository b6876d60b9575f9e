"""The commands that write a file: the report, and what is made of it (Excel, brief, calendar …).

What they need is imported where it is used, so that the other commands start without it.
"""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ita_data.cli_console import bytes_of, load_measures, refuse, write_file
from ita_data.dates import fiscal_year_bounds
from ita_data.settings import Settings

if TYPE_CHECKING:
    from ita_data.dates import Digits
    from ita_data.export.official import Signature
    from ita_data.findings import Finding
    from ita_data.model import Report, TrackedReport
    from ita_data.progress import Progress

    Tracked = tuple[TrackedReport, Progress, tuple[Finding, ...]]

ARABIC: "Digits" = "arabic"
BANGKOK = ZoneInfo("Asia/Bangkok")
# The forms a report can leave in, by the ending of the file's name.
REPORT_FORMS = (".html", ".htm", ".pdf", ".docx")


def add_export_commands(commands: Any) -> None:
    """Add them to the parser of the command line."""
    report = _add(commands, "report", "เขียนรายงานตามแบบทางการ", "X.pdf|X.docx|X.html")
    report.add_argument("--digits", choices=("thai", "arabic"), help="docx: ตามต้นฉบับหากไม่ระบุ")
    report.add_argument(
        "--sign", nargs=3, action="append", default=[], metavar=("ฐานะ", "ชื่อ", "ตำแหน่ง"),
        help="ผู้ลงนามท้ายรายงาน ใส่ได้หลายครั้ง ใช้ \"\" แทนส่วนที่จะเขียนด้วยมือ",
    )  # fmt: skip
    report.add_argument("--emblem", metavar="IMAGE", help="ตราหน่วยงาน (PNG หรือ JPEG) สำหรับ .pdf")
    report.set_defaults(command=_report)
    for name, words, ending, written in MADE:
        made = _add(commands, name, words, f"X{ending}")
        made.set_defaults(command=_made, ending=ending, written=written)


def _add(commands: Any, name: str, words: str, target: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--to", metavar=target, required=True)
    return parser


def _report(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.export.official import Signature

    ending = Path(options.to).suffix.lower()
    if ending not in REPORT_FORMS:
        known = " หรือ ".join(form for form in REPORT_FORMS if form != ".htm")
        return refuse(f"ไม่รู้จักชนิดของไฟล์ {options.to} โปรดใช้ชื่อที่ลงท้ายด้วย {known}")
    report = load_measures(options.file, settings).report
    signatures = tuple(
        Signature(role=role, name=name, post=post) for role, name, post in options.sign
    )
    return write_file(options.to, _written(report, ending, signatures, options, settings))


def _written(
    report: "Report",
    ending: str,
    signatures: "tuple[Signature, ...]",
    options: argparse.Namespace,
    settings: Settings,
) -> bytes:
    digits: Digits | None = options.digits
    today = datetime.now(BANGKOK).date()
    if ending == ".docx":
        from ita_data.export.word import official_docx

        return official_docx(report, digits=digits, signatures=signatures, created=today)
    digits = digits or ARABIC
    if ending == ".pdf":
        from ita_data.export.pdf import official_pdf

        emblem = bytes_of(Path(options.emblem), settings) if options.emblem else None
        return official_pdf(
            report, digits=digits, signatures=signatures, emblem=emblem, created=today
        )
    from ita_data.export.html import report_page

    return report_page(report, digits=digits, signatures=signatures).encode()


def _made(options: argparse.Namespace, settings: Settings) -> int:
    """What the file says (recorded where it holds results), as of today or its year's end."""
    if Path(options.to).suffix.lower() != options.ending:
        return refuse(f"เขียนไฟล์ {options.to} ไม่ได้ โปรดใช้ชื่อที่ลงท้ายด้วย {options.ending}")
    return write_file(options.to, options.written(*_tracked(options.file, settings)))


def _tracked(file: str, settings: Settings) -> "Tracked":
    from ita_data.checking import check, tracked_of
    from ita_data.progress import assess
    from ita_data.tables import tables_of

    loaded = load_measures(file, settings)
    tracked = tracked_of(loaded)
    day = _day_of(loaded.report, datetime.now(BANGKOK).date())
    progress = assess(tables_of({"": tracked}, settings), day, settings)
    return tracked, progress, check(loaded, settings)


def _excel(
    tracked: "TrackedReport", progress: "Progress", findings: "tuple[Finding, ...]"
) -> bytes:
    from ita_data.export.excel import summary_workbook

    return summary_workbook(tracked, progress, findings)


def _memo(tracked: "TrackedReport", progress: "Progress", _: "tuple[Finding, ...]") -> bytes:
    from ita_data.export.standing import Standing
    from ita_data.export.word import memo_docx

    return memo_docx(tracked.report, Standing(tracked, progress).facts())


def _calendar(tracked: "TrackedReport", progress: "Progress", _: "tuple[Finding, ...]") -> bytes:
    from ita_data.export.calendar import calendar_ics
    from ita_data.export.standing import Standing

    return calendar_ics(Standing(tracked, progress))


def _brief(tracked: "TrackedReport", progress: "Progress", _: "tuple[Finding, ...]") -> bytes:
    from ita_data.export.pdf.brief import brief_pdf
    from ita_data.export.standing import Standing

    return brief_pdf(Standing(tracked, progress))


def _publish(tracked: "TrackedReport", progress: "Progress", _: "tuple[Finding, ...]") -> bytes:
    from ita_data.export.publish import publish_page
    from ita_data.export.standing import Standing

    return publish_page(Standing(tracked, progress)).encode()


Written = Callable[["TrackedReport", "Progress", "tuple[Finding, ...]"], bytes]
# Command, what it does, the ending of its file, and how it is written.
MADE: tuple[tuple[str, str, str, Written], ...] = (
    ("export", "เขียนสรุปเป็น Excel", ".xlsx", _excel),
    ("brief", "เขียนสรุปหนึ่งหน้าสำหรับผู้บริหาร", ".pdf", _brief),
    ("memo", "เขียนบันทึกข้อความนำส่งรายงาน", ".docx", _memo),
    ("publish", "เขียนหน้าเว็บหน้าเดียวสำหรับเผยแพร่", ".html", _publish),
    ("calendar", "เขียนกำหนดการเป็นไฟล์ปฏิทิน", ".ics", _calendar),
)


def _day_of(report: "Report", today: date) -> date:
    """Today, and not later than the report's year goes."""
    try:
        return (
            min(today, fiscal_year_bounds(report.fiscal_year)[1]) if report.fiscal_year else today
        )
    except ValueError:  # a year beyond the calendar, which a file may well name
        return today
