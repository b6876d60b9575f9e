"""The command line: arguments in, text out. What it prints is an interface for scripts."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from ita_data.cli_console import (
    OK,
    keep_log,
    load_file,
    print_json,
    refuse,
    say,
    spare_the_source,
    speak_utf8,
)
from ita_data.cli_export import add_export_commands
from ita_data.cli_links import add_link_commands
from ita_data.cli_parser import Parser
from ita_data.cli_store import add_store_commands
from ita_data.cli_workbook import add_workbook_commands
from ita_data.errors import Refusal
from ita_data.findings import Finding
from ita_data.inspection import findings_json, inspection
from ita_data.settings import Settings
from ita_data.words import SEVERITY_WORDS

FOUND_ERRORS = 1

Command = Callable[[argparse.Namespace, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; never lets a traceback out for a bad file."""
    speak_utf8(sys.stdout, sys.stderr)
    keep_log(os.environ.get("ITA_LOG"))
    # The list of Thai words is packaged: no folder for more of them in the user's home.
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        spare_the_source(options)
        return command(options, Settings.from_environ(os.environ))
    except Refusal as refusal:
        return refuse(refusal.reason)
    except BrokenPipeError:  # the reader of our output has gone (… | head)
        return OK


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="python -m ita_data", description="อ่านและติดตามรายงานมาตรการ ITA ของหน่วยงาน"
    )
    commands = parser.add_subparsers(required=True, metavar="คำสั่ง")
    _add_inspect(commands)
    _add_check(commands)
    add_export_commands(commands)
    add_link_commands(commands)
    add_store_commands(commands)
    add_workbook_commands(commands)
    return parser


def _add_inspect(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = commands.add_parser("inspect", help="แสดงรายงานที่อ่านได้เป็น JSON")
    command.add_argument("file", metavar="FILE")
    command.set_defaults(command=_inspect)


def _add_check(commands: "argparse._SubParsersAction[Parser]") -> None:
    command = commands.add_parser("check", help="แสดงข้อสังเกตของรายงาน")
    command.add_argument("file", metavar="FILE")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(command=_check)


def _inspect(options: argparse.Namespace, settings: Settings) -> int:
    print_json(inspection(load_file(options.file, settings)))
    return OK


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.checking import check  # as many rules as it needs, the others do not

    findings = check(load_file(options.file, settings), settings)
    if options.format == "json":
        print_json(findings_json(findings))
    else:
        say("\n".join(map(_line, findings)) or "ไม่พบข้อสังเกต")
    return FOUND_ERRORS if any(f.severity == "error" for f in findings) else OK


def _line(finding: Finding) -> str:
    words = SEVERITY_WORDS[finding.severity]
    return f"[{words}] {finding.message} — {finding.advice} ({finding.code})"
