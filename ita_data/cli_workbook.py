"""The commands around the officer's workbook: mark (findings in it)."""

import argparse
from pathlib import Path
from typing import Any

from ita_data.checking import check
from ita_data.cli_console import bytes_of, refuse, write_file
from ita_data.loaded import Choices
from ita_data.settings import Settings
from ita_data.worker import ReadingService


def add_workbook_commands(commands: Any) -> None:
    """Add them to the parser of the command line."""
    mark = commands.add_parser("mark", help="ทำเครื่องหมายข้อสังเกตไว้ในไฟล์ Excel ของหน่วยงาน")
    mark.add_argument("file", metavar="FILE")
    mark.add_argument("--to", metavar="X.xlsx", required=True)
    mark.set_defaults(command=_mark)


def _mark(options: argparse.Namespace, settings: Settings) -> int:
    source = Path(options.file)
    # A workbook with macros under another ending is one that Excel will not open.
    ending = ".xlsm" if source.suffix.lower() == ".xlsm" else ".xlsx"
    if Path(options.to).suffix.lower() != ending:
        return refuse(f"เขียนลงไฟล์ {options.to} ไม่ได้ กรุณาใช้ชื่อที่ลงท้ายด้วย {ending}")
    data = bytes_of(source, settings)
    service = ReadingService(settings)
    try:
        findings = check(service.load(source.name, data, Choices()), settings)
        marked = service.mark(data, findings)
    finally:
        service.close()
    return write_file(options.to, marked)
