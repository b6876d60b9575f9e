"""The commands of the store: import, versions, backup, restore.

The store and what it needs are imported where they are used, so that the other commands
start without them.
"""

import argparse
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, replace
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_data.cli_console import OK, bytes_of, name_of, print_json, refuse, say
from ita_data.clock import time_words
from ita_data.dates import FISCAL_YEARS
from ita_data.errors import UnreadableFile
from ita_data.loaded import Choices, Loaded
from ita_data.settings import Settings
from ita_data.worker import ReadingService

if TYPE_CHECKING:
    from ita_data.model import Report, TrackedReport
    from ita_data.store import Store, Version, VersionInfo
    from ita_data.together import File, Load

# Others may save the same report while a file is being imported.
TRIES = 20
REASON = "นำเข้าจากไฟล์ {}"

Command = Callable[[argparse.Namespace, Settings], int]
Commands = Any


def add_store_commands(commands: Commands) -> None:
    """Add them to the parser of the command line."""
    _add_import(commands)
    _add(commands, "versions", _versions, "แสดงรุ่นข้อมูลทั้งหมดที่เก็บไว้").add_argument(
        "--format", choices=("text", "json"), default="text"
    )
    backup = _add(commands, "backup", _backup, "สำรองข้อมูลทั้งหมดไว้ในแฟ้มเดียว")
    backup.add_argument("--to", metavar="FILE", required=True)
    restore = _add(commands, "restore", _restore, "กู้คืนข้อมูลทั้งหมดจากแฟ้มสำรอง")
    restore.add_argument("file", metavar="FILE")


def _add_import(commands: Commands) -> None:
    command = _add(commands, "import", _import, "เก็บรายงานเป็นรุ่นข้อมูลใหม่")
    command.add_argument("files", metavar="FILE", nargs="+")
    command.add_argument("--author", default="", help="ชื่อผู้บันทึก")
    command.add_argument("--reason", default="", help="เหตุผลที่บันทึก")
    command.add_argument("--agency", help="ชื่อหน่วยงาน เมื่อในไฟล์ไม่มีหรือไม่ถูกต้อง")
    command.add_argument("--year", type=int, metavar="ปี พ.ศ.", help="ปีงบประมาณ เมื่อในไฟล์ไม่มี")


def _add(commands: Commands, name: str, command: Command, words: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words)
    parser.add_argument("--db", metavar="URL", help="ที่อยู่ฐานข้อมูล แทน ITA_DATABASE_URL")
    parser.set_defaults(command=_with_database(command))
    return parser


def with_store(options: argparse.Namespace, settings: Settings) -> Settings:
    """The settings with the store that `--db` names; the usual one without it."""
    return replace(settings, database_url=options.db or settings.database_url)


def _with_database(command: Command) -> Command:
    """The command with `--db` in its settings."""

    @wraps(command)
    def run(options: argparse.Namespace, settings: Settings) -> int:
        return command(options, with_store(options, settings))

    return run


def _import(options: argparse.Namespace, settings: Settings) -> int:
    """Every report that can be stored is; 2 where a file or report could not."""
    from ita_data.store import Store, StoreError
    from ita_data.together import in_reports

    if options.year is not None and options.year not in FISCAL_YEARS:
        raise StoreError("bad-year")
    with Store.open(settings) as store, closing(ReadingService(settings, spare=False)) as service:
        choices = Choices(
            columns=store.all_remembered_columns(),
            agency=options.agency,
            fiscal_year=options.year,
        )

        def load(name: str, data: bytes) -> Loaded:
            return service.load(name_of(Path(name)), data, choices)

        read, codes = _read_files(options.files, load, settings)
        reports = in_reports(read, load)
        return max([*codes, *(_store(store, *each, options, settings) for each in reports)])


def _read_files(
    files: list[str], load: "Load", settings: Settings
) -> "tuple[list[tuple[File, Loaded]], list[int]]":
    """The readings, and an exit code for each file."""
    read, codes = [], []
    for file in files:
        path = Path(file)
        try:
            data = bytes_of(path, settings)
            read.append(((file, data), load(path.name, data)))
            codes.append(OK)
        except UnreadableFile as error:
            codes.append(refuse(f"{file}: {error.reason}" if len(files) > 1 else error.reason))
    return read, codes


def _store(
    store: "Store", file: "File", loaded: Loaded, options: argparse.Namespace, settings: Settings
) -> int:
    from ita_data.store import StoreError

    name, data = file
    try:
        author = options.author or settings.author
        info, new = stored(store, loaded, data, author=author, reason=options.reason)
    except StoreError as error:
        return refuse(f"{name}: {error.reason}" if len(options.files) > 1 else error.reason)
    if not new:
        say(f"{name}: ไม่มีสิ่งใดเปลี่ยนจากรุ่นที่ {info.number} จึงไม่ได้เก็บรุ่นใหม่")
        return OK
    say(f"{name}: เก็บ {info.agency} ปีงบประมาณ {info.fiscal_year} เป็นรุ่นที่ {info.number} แล้ว")
    if kept := _kept(store, info):
        say(f"{name}: คงไว้ {kept} มาตรการที่ไม่มีในไฟล์นี้ เพราะมีผลที่บันทึกไว้ นำออกได้ที่หน้านำเข้า")
    return OK


def _kept(store: "Store", info: "VersionInfo") -> int:
    """How many measures stay in a version though its file lacks them."""
    version = store.latest(info.agency, info.fiscal_year)
    measures = version.tracked.report.measures if version else ()
    return sum(not measure.in_file for measure in measures)


def stored(
    store: "Store", loaded: Loaded, data: bytes, *, author: str, reason: str = ""
) -> "tuple[VersionInfo, bool]":
    """The file as the next version of its report; what was decided and recorded stays.

    Where the file changes nothing, the newest version stays the newest: then False.
    Raises StoreError where the report has no agency or year, or cannot be stored.
    """
    from ita_data.changes import unchanged
    from ita_data.readiness import on_lasting_ids
    from ita_data.store import Conflict

    for _ in range(TRIES):
        before = _newest(store, loaded.report)
        try:
            tracked = _tracked(loaded, before)
            if before and unchanged(before.tracked, tracked):
                return before.info, False
            info = store.save(
                tracked,
                author=author,
                reason=reason or REASON.format(loaded.name),
                kind="upload",
                source_name=loaded.name,
                source_bytes=data,
                findings=on_lasting_ids(loaded.findings, loaded.report, tracked.report),
                expected_version=before.info.number if before else 0,
            )
            return info, True
        except Conflict as conflict:
            told = conflict
    raise told


def _newest(store: "Store", report: "Report") -> "Version | None":
    year = report.fiscal_year
    return None if year is None else store.latest(report.agency, year)


def _tracked(loaded: Loaded, before: "Version | None") -> "TrackedReport":
    from ita_data.review import finish, stand_on, start, to_be_stored

    if before is None:
        return finish(start(loaded))
    review = stand_on(start(loaded), before.tracked, before.info.number)
    return to_be_stored(review, before.tracked, finish(review))


def _versions(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.store import Store

    with Store.open(settings) as store:
        infos = [info for r in store.reports() for info in store.versions(r.agency, r.fiscal_year)]
    if options.format == "json":
        print_json([asdict(i) | {"created_at": i.created_at.isoformat()} for i in infos])
    else:
        say("\n".join(map(_line, infos)) or "ยังไม่มีรุ่นข้อมูล")
    return OK


def _line(info: "VersionInfo") -> str:
    parts = (
        f"{info.agency} ปีงบประมาณ {info.fiscal_year} รุ่นที่ {info.number}",
        time_words(info.created_at),
        info.author,
        info.reason,
    )
    return " · ".join(part for part in parts if part)


def _backup(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.store import Store

    with Store.open(settings) as store:
        store.backup(Path(options.to))
    say(f"สำรองข้อมูลทั้งหมดไว้ที่ {options.to} แล้ว")
    return OK


def _restore(options: argparse.Namespace, settings: Settings) -> int:
    from ita_data.store import recover

    before = recover(settings, Path(options.file))
    say(f"กู้คืนข้อมูลจาก {options.file} แล้ว")
    if before is not None:
        say(f"ข้อมูลก่อนกู้คืนเก็บไว้ที่ {before}")
    return OK
