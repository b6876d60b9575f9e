"""The commands that write a file: report (official report) and export (Excel summary)."""

import argparse
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ita_data.cli_console import OK, load_file, refuse, say
from ita_data.dates import fiscal_year_bounds
from ita_data.settings import Settings

if TYPE_CHECKING:
    from ita_data.model import Report

BANGKOK = ZoneInfo("Asia/Bangkok")
# The forms a report can leave in, by the ending of the file's name.
REPORT_FORMS = (".html", ".htm")
LATER_FORMS = (".pdf", ".docx")


def add_export_commands(commands: Any) -> None:
    """Add them to the parser of the command line."""
    report = _add(commands, "report", "เขียนรายงานตามแบบทางการ", "X.html")
    report.add_argument("--digits", choices=("thai", "arabic"), default="arabic")
    report.set_defaults(command=_report)
    export = _add(commands, "export", "เขียนสรุปเป็น Excel", "X.xlsx")
    export.set_defaults(command=_export)


def _add(commands: Any, name: str, words: str, target: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--to", metavar=target, required=True)
    return parser


def _report(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.export.html import report_page

    ending = Path(options.to).suffix.lower()
    if ending in LATER_FORMS:
        return refuse(f"ยังเขียนรายงานเป็น {ending} ไม่ได้ กรุณาใช้ --to ชื่อไฟล์.html แล้วพิมพ์จากเบราว์เซอร์")
    if ending not in REPORT_FORMS:
        return refuse(f"ไม่รู้จักชนิดของไฟล์ {options.to} กรุณาใช้ชื่อที่ลงท้ายด้วย .html")
    report = load_file(options.file, settings).report
    return _write(options.to, report_page(report, digits=options.digits).encode())


def _export(options: argparse.Namespace, settings: Settings) -> int:
    """What the file says, on the claimed basis, as of today or the end of its year."""
    from ita_data.export.excel import summary_workbook
    from ita_data.model import TrackedReport
    from ita_data.progress import assess
    from ita_data.proposals import propose
    from ita_data.tables import tables_of

    if Path(options.to).suffix.lower() != ".xlsx":
        return refuse(f"เขียนสรุปลงไฟล์ {options.to} ไม่ได้ กรุณาใช้ชื่อที่ลงท้ายด้วย .xlsx")
    loaded = load_file(options.file, settings)
    indicators, claims = propose(loaded.report)
    tracked = TrackedReport(report=loaded.report, indicators=indicators, actuals=claims)
    day = _day_of(loaded.report, datetime.now(BANGKOK).date())
    progress = assess(tables_of({"": tracked}, settings), day, settings)
    return _write(options.to, summary_workbook(tracked, progress, loaded.findings))


def _day_of(report: "Report", today: date) -> date:
    """Today, and not later than the report's year goes."""
    try:
        return (
            min(today, fiscal_year_bounds(report.fiscal_year)[1]) if report.fiscal_year else today
        )
    except ValueError:  # a year beyond the calendar, which a file may well name
        return today


def _write(target: str, data: bytes) -> int:
    try:
        Path(target).write_bytes(data)
    except OSError:
        return refuse(f"เขียนไฟล์ {target} ไม่ได้ กรุณาตรวจสอบโฟลเดอร์ปลายทาง หรือปิดโปรแกรมที่เปิดไฟล์นี้อยู่")
    say(f"เขียน {target} แล้ว")
    return OK
