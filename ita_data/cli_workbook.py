"""The commands around the officer's workbook: mark (findings in it), template
(the workbook for tracking)."""

import argparse
from pathlib import Path
from typing import Any

from ita_data.cli_console import bytes_of, load_file, name_of, refuse, write_file
from ita_data.loaded import Choices
from ita_data.settings import Settings
from ita_data.worker import ReadingService


def add_workbook_commands(commands: Any) -> None:
    """Add them to the parser of the command line."""
    mark = commands.add_parser("mark", help="ทำเครื่องหมายข้อสังเกตไว้ในไฟล์ Excel ของหน่วยงาน")
    mark.add_argument("file", metavar="FILE")
    mark.add_argument("--to", metavar="X.xlsx", required=True)
    mark.set_defaults(command=_mark)
    template = commands.add_parser("template", help="เขียนแม่แบบติดตามมาตรการ เปล่าหรือจากรายงาน")
    template.add_argument("file", metavar="FILE", nargs="?")
    template.add_argument("--to", metavar="X.xlsx", required=True)
    template.add_argument(
        "--next-year", action="store_true", help="ทำเป็นแผนของปีงบประมาณถัดไปจากรายงานนี้"
    )
    template.set_defaults(command=_template)


def _mark(options: argparse.Namespace, settings: Settings) -> int:
    source = Path(options.file)
    # A workbook with macros under another ending is one that Excel will not open.
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    if Path(options.to).suffix.lower() != ending:
        return refuse(f"เขียนลงไฟล์ {options.to} ไม่ได้ โปรดใช้ชื่อที่ลงท้ายด้วย {ending}")
    from ita_data.checking import check

    data = bytes_of(source, settings)
    service = ReadingService(settings, spare=False)
    try:
        findings = check(service.load(name_of(source), data, Choices()), settings)
        marked = service.mark(data, findings)
    finally:
        service.close()
    return write_file(options.to, marked)


def _template(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.changes import next_year
    from ita_data.export.template import tracking_workbook
    from ita_data.review import finish, start

    if Path(options.to).suffix.lower() != ".xlsx":
        return refuse(f"เขียนแม่แบบลงไฟล์ {options.to} ไม่ได้ โปรดใช้ชื่อที่ลงท้ายด้วย .xlsx")
    if options.file is None:
        if options.next_year:
            return refuse("แผนปีถัดไปทำจากรายงานของปีนี้ โปรดระบุไฟล์รายงานด้วย")
        return write_file(options.to, tracking_workbook())
    tracked = finish(start(load_file(options.file, settings)))
    return write_file(
        options.to, tracking_workbook(next_year(tracked) if options.next_year else tracked)
    )
