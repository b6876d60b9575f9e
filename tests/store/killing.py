"""Children that work on a store until they are killed, and what must be true afterwards."""

import multiprocessing
import os
import random
import signal
import struct
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

import ita_data
from ita_data.cli_store import stored
from ita_data.codec import to_json
from ita_data.settings import Settings
from ita_data.store import Store
from ita_data.store.connecting import database_url, engine_of, writing
from ita_data.store.contents import keep
from ita_data.store.keys import agency_key, sha256
from ita_data.store.migrating import MIGRATIONS
from ita_data.store.rows import row_of
from ita_data.store.schema import reports, versions
from tests.store.made import AGENCY, YEAR, tracked
from tests.test_cli_store import sheet

FORK = multiprocessing.get_context("fork")
# Big enough that a save is many pages.
BULK = 50_000
Work = Callable[[Settings, Path], Iterator[int]]


def confirmed_before_kill(work: Work, settings: Settings, folder: Path, seconds: float) -> set[int]:
    """What the child's work confirmed, one number after another, in that many seconds."""
    ours, its = os.pipe()
    child = FORK.Process(target=_report, args=(work, settings, folder, its))
    child.start()
    os.close(its)
    with os.fdopen(ours, "rb") as stream:
        assert stream.read(1) == b"."
        time.sleep(seconds)
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        assert child.exitcode == -signal.SIGKILL
        return {number for (number,) in struct.iter_unpack("<I", stream.read())}


def _report(work: Work, settings: Settings, folder: Path, out: int) -> None:
    os.write(out, b".")
    for number in work(settings, folder):
        os.write(out, struct.pack("<I", number))
    signal.pause()


def saving(settings: Settings, folder: Path) -> Iterator[int]:
    """Versions with their files, drafts and proofs."""
    store = Store.open(settings)
    for turn in range(1_000):
        words = f"{os.getpid()}-{turn} " * (BULK // 10)
        source = words.encode() * 2
        yield store.save(
            tracked(words), author="", reason=words[:20], source_name="ก", source_bytes=source
        ).number
        store.save_draft("round", "ก", words.encode())
        store.keep_file(source[:BULK], "ก", "text/plain")


def backing_up(settings: Settings, folder: Path) -> Iterator[int]:
    """A version, then a backup of everything, over the one before."""
    store = Store.open(settings)
    for number in saving(settings, folder):
        yield number
        store.backup(folder / "running.ita")


def importing(settings: Settings, folder: Path) -> Iterator[int]:
    """A file is read and becomes the next version, as the import command does it."""
    store = Store.open(settings)
    chance = random.Random(os.getpid())
    for _ in range(1_000):
        data = sheet(chance.randrange(2, 10_000))
        loaded = ita_data.load("รายงาน.tsv", data)
        info, new = stored(store, loaded, data, author="สมใจ")
        if new:
            yield info.number


def opening(settings: Settings, folder: Path) -> Iterator[int]:
    """The store is opened, which makes it or brings it to this program's schema."""
    with Store.open(settings) as store:
        yield len(store.versions(AGENCY, YEAR))


def restoring(settings: Settings, folder: Path) -> Iterator[int]:
    """All is replaced by one backup, then by the other, and so on."""
    with Store.open(settings) as store:
        for _ in range(1_000):
            for source in sorted(folder.glob("*.ita")):
                store.restore(source)
    yield from ()


def of_the_first_schema(settings: Settings) -> None:
    """A store as the first schema had it: a version, its file, a draft."""
    url = database_url(settings)
    if url.get_backend_name() == "sqlite":
        Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
    engine = engine_of(url)
    payload, nothing, file = to_json(tracked("ก")), b"[]", b"the officer's file"
    said = {
        "kind": "upload", "author": "สมใจ", "reason": "นำเข้า", "source_name": "ก.xlsx",
        "created_at": "2025-01-15T02:30:01.000000+00:00", "source_sha256": sha256(file),
        "payload_sha256": sha256(payload), "findings_sha256": sha256(nothing),
    }  # fmt: skip
    with writing(engine) as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, "0001")
        keep(connection, payload, nothing, file)
        connection.execute(reports.insert().values(agency_key=agency_key(AGENCY), fiscal_year=YEAR))
        connection.execute(
            versions.insert().values(row_of(tracked().report, 1, said) | {"based_on": 0})
        )
        connection.execute(
            text("INSERT INTO drafts VALUES ('round', 'ก', :payload, 'สมใจ', :at)"),
            {"payload": b"typed", "at": said["created_at"]},
        )
    engine.dispose()


def assert_sound(store: Store) -> None:
    """What the database itself can tell."""
    with store._reading() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA quick_check")).scalar() == "ok"
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
