"""What every command shares: the console, the exit codes, files from the disk."""

import argparse
import json
import logging
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from ita_data.errors import Refusal, UnreadableFile
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import read_safely

OK, UNREADABLE = 0, 2
# The findings that say why a file gives no measure; the last one always does.
WHY_NO_MEASURES = ("header-not-found", "no-measures")
ONTO_ITSELF = "ไม่ได้เขียนทับ {} เพราะเป็นไฟล์ที่กำลังอ่าน โปรดใช้ชื่ออื่นกับ --to ไฟล์เดิมยังอยู่ครบ"
UNSAID = "เขียนผลลัพธ์ออกไม่ได้ โปรดตรวจสอบเนื้อที่ว่างของที่ที่จะเก็บผลลัพธ์"


def speak_utf8(*streams: TextIO) -> None:
    """Thai text also on a console or pipe whose own encoding has no Thai letters. A file's
    name may hold bytes that are no text at all: they are spelt out (\\udcff)."""
    for stream in streams:
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")


def keep_log(file: str | None) -> None:
    """The program's log goes to this file, and without one nowhere: the error stream is for
    the one sentence that a person needs."""
    handler: logging.Handler = logging.NullHandler()
    if file:
        with suppress(OSError):  # a log that cannot be written stops no command
            handler = logging.FileHandler(file, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger("ita_data").handlers = [handler]


def refuse(reason: str) -> int:
    """One line on the error stream; the exit code of a command that could not do its work."""
    if sys.stderr is not None:  # closed by who called us (2>&-)
        sys.stderr.write(" ".join(reason.split()) + "\n")
    return UNREADABLE


def spare_the_source(options: argparse.Namespace) -> None:
    """Raises Refusal where a command would write over the file that it reads."""
    target = getattr(options, "to", None)
    for source in (getattr(options, "file", None), getattr(options, "emblem", None)):
        if target and source and _is_same(target, source):
            raise Refusal("onto-itself", ONTO_ITSELF.format(target))


def _is_same(one: str, other: str) -> bool:
    """Whether both lead to one file, under whatever name; a file that is not there is none."""
    with suppress(OSError, ValueError):
        return Path(one).samefile(other)
    return False


def print_json(value: object) -> None:
    """The value as JSON that people can read too."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say(text: str) -> None:
    """Lines on the output, at once. Raises Refusal where it takes no more (a full disk),
    BrokenPipeError where its reader has gone."""
    if sys.stdout is None:  # closed by who called us (>&-)
        return
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as error:
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115 - what is left goes nowhere
        if isinstance(error, BrokenPipeError):
            raise
        raise Refusal("unsaid", UNSAID) from None


def load_file(file: str, settings: Settings) -> Loaded:
    """The reading of a file on disk; raises UnreadableFile also where it cannot be opened."""
    path = Path(file)
    return read_safely(name_of(path), bytes_of(path, settings), settings, Choices())


def name_of(path: Path) -> str:
    """The file's name as text; what is none in it becomes "�"."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def load_measures(file: str, settings: Settings) -> Loaded:
    """`load_file`, for what cannot be made of no measure; raises Refusal with the finding."""
    loaded = load_file(file, settings)
    if loaded.report.measures:
        return loaded
    told = {finding.code: finding for finding in reversed(loaded.findings)}
    finding = next(told[code] for code in WHY_NO_MEASURES if code in told)
    raise Refusal(finding.code, f"{finding.message} {finding.advice}")


def bytes_of(path: Path, settings: Settings) -> bytes:
    """The file's content, at most one byte more than is let in (the reader then refuses it)."""
    try:
        with path.open("rb") as file:
            return file.read(settings.limits.file_bytes + 1)
    except FileNotFoundError:
        reason = f"ไม่พบไฟล์ {path} โปรดตรวจสอบชื่อและที่อยู่ของไฟล์"
        raise UnreadableFile("not-found", reason) from None
    except IsADirectoryError:
        raise UnreadableFile("folder", f"{path} เป็นโฟลเดอร์ โปรดระบุไฟล์รายงานในโฟลเดอร์นี้") from None
    except (OSError, ValueError):
        code = "folder" if path.is_dir() else "not-opened"
        reason = f"เปิดไฟล์ {path} ไม่ได้ โปรดตรวจสอบสิทธิ์ในการอ่าน หรือปิดโปรแกรมที่ใช้ไฟล์นี้อยู่"
        raise UnreadableFile(code, reason) from None


def write_file(target: str, data: bytes) -> int:
    """The file that was asked for, and one line about it; gives the exit code."""
    try:
        Path(target).write_bytes(data)
    except OSError:
        return refuse(f"เขียนไฟล์ {target} ไม่ได้ โปรดตรวจสอบโฟลเดอร์ปลายทาง หรือปิดโปรแกรมที่เปิดไฟล์นี้อยู่")
    say(f"เขียน {target} แล้ว")
    return OK
