"""The command line's own words in Thai: help, and what is wrong with a command in one line."""

import argparse
import re
import sys
from typing import Any, NoReturn

from ita_data.cli_console import UNREADABLE, refuse

# What argparse says in a help text, and our words for it.
WORDS = {
    "usage: ": "วิธีใช้: ",
    "positional arguments:": "สิ่งที่ต้องระบุ:",
    "options:": "ตัวเลือก:",
}
# What argparse says of a wrong command, and how we say it.
ERRORS = (
    (r"the following arguments are required: (.+)", r"ยังไม่ได้ระบุ \1"),
    (r"unrecognized arguments: (.+)", r"ไม่รู้จัก \1"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"ไม่รู้จัก \2 เลือก \1 ได้จาก \3"),
    (r"argument (.+?): expected .+", r"ยังไม่ได้ระบุค่าของ \1 หรือระบุไม่ครบ"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 ต้องเป็นจำนวนเต็ม แต่พบ \2"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 อาจหมายถึง \2 โปรดเขียนให้เต็ม"),
)


class Parser(argparse.ArgumentParser):
    """As argparse's, in Thai; its commands are of the same kind."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help="แสดงวิธีใช้")

    def format_help(self) -> str:
        text = super().format_help()
        for theirs, ours in WORDS.items():
            text = re.sub(f"^{theirs}", ours, text, flags=re.MULTILINE)
        return text

    def error(self, message: str) -> NoReturn:
        refuse(f"{_in_thai(message)} ดูวิธีใช้ได้ด้วย {self.prog} --help")
        sys.exit(UNREADABLE)


def _in_thai(message: str) -> str:
    for theirs, ours in ERRORS:
        if found := re.fullmatch(theirs, message, re.DOTALL):
            return found.expand(ours)
    return "คำสั่งไม่ถูกต้อง"
