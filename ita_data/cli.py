"""The command line: arguments in, text out. What it prints is an interface for scripts."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from ita_data.errors import UnreadableFile
from ita_data.findings import Finding, most_serious_first
from ita_data.inspection import findings_json, inspection
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import read_safely

OK, FOUND_ERRORS, UNREADABLE = 0, 1, 2
SEVERITY_WORDS = {"error": "ต้องแก้ไข", "warning": "ควรตรวจสอบ", "advice": "คำแนะนำ"}

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; never lets a traceback out for a bad file."""
    _speak_utf8(sys.stdout, sys.stderr)
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options, Settings.from_environ(os.environ))
    except UnreadableFile as refusal:
        return _refuse(refusal.reason)
    except BrokenPipeError:  # the reader of our output has gone (… | head)
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        return OK


def _speak_utf8(*streams: TextIO) -> None:
    """Thai text also on a console or pipe whose own encoding has no Thai letters."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8")


def _refuse(reason: str) -> int:
    sys.stderr.write(" ".join(reason.split()) + "\n")
    return UNREADABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m ita_data", description="อ่านและติดตามรายงานมาตรการ ITA ของหน่วยงาน"
    )
    commands = parser.add_subparsers(required=True, metavar="คำสั่ง")
    _add_inspect(commands)
    _add_check(commands)
    return parser


def _add_inspect(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("inspect", help="แสดงรายงานที่อ่านได้เป็น JSON")
    command.add_argument("file", metavar="FILE")
    command.set_defaults(command=_inspect)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    command = commands.add_parser("check", help="แสดงข้อสังเกตของรายงาน")
    command.add_argument("file", metavar="FILE")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(command=_check)


def _inspect(options: argparse.Namespace, settings: Settings) -> int:
    _print_json(inspection(load_file(options.file, settings)))
    return OK


def _check(options: argparse.Namespace, settings: Settings) -> int:
    findings = most_serious_first(load_file(options.file, settings).findings)
    if options.format == "json":
        _print_json(findings_json(findings))
    else:
        _say("\n".join(map(_line, findings)) or "ไม่พบข้อสังเกต")
    return FOUND_ERRORS if any(f.severity == "error" for f in findings) else OK


def _print_json(value: object) -> None:
    _say(json.dumps(value, ensure_ascii=False, indent=2))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _line(finding: Finding) -> str:
    words = SEVERITY_WORDS[finding.severity]
    return f"[{words}] {finding.message} — {finding.advice} ({finding.code})"


def load_file(file: str, settings: Settings) -> Loaded:
    """The reading of a file on disk; raises UnreadableFile also where it cannot be opened."""
    path = Path(file)
    return read_safely(path.name, _bytes_of(path, settings), settings, Choices())


def _bytes_of(path: Path, settings: Settings) -> bytes:
    """The file's content, at most one byte more than is let in (the reader then refuses it)."""
    try:
        with path.open("rb") as file:
            return file.read(settings.limits.file_bytes + 1)
    except FileNotFoundError:
        reason = f"ไม่พบไฟล์ {path} กรุณาตรวจสอบชื่อและที่อยู่ของไฟล์"
        raise UnreadableFile("not-found", reason) from None
    except IsADirectoryError:
        raise UnreadableFile("folder", f"{path} เป็นโฟลเดอร์ กรุณาระบุไฟล์รายงานในโฟลเดอร์นี้") from None
    except (OSError, ValueError):
        code = "folder" if path.is_dir() else "not-opened"
        reason = f"เปิดไฟล์ {path} ไม่ได้ กรุณาตรวจสอบสิทธิ์ในการอ่าน หรือปิดโปรแกรมที่ใช้ไฟล์นี้อยู่"
        raise UnreadableFile(code, reason) from None
