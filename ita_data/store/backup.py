"""One file with everything, the same for both databases; checked by hash before it counts.

A backup is a SQLite file with the store's tables and a `manifest`: by table, how many rows
and the SHA-256 over all of them. It is written beside its place and moved there when whole.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text

from ita_data.store.connecting import engine_of, sqlite_url, writing
from ita_data.store.failures import StoreError, told_in_words
from ita_data.store.migrating import migrate
from ita_data.store.schema import ALL, IMMUTABLE, contents
from ita_data.store.sealing import BIG_AT_ONCE, is_whole, manifest, seal

ROWS_AT_ONCE = 500


def write_backup(engine: Engine, to: Path) -> None:
    """Everything the store holds at this moment, into one file. Others may go on working.

    Raises StoreError where it cannot be written; a file that was there before then stays.
    """
    with told_in_words(unwritable="backup-unwritable"):
        to.parent.mkdir(parents=True, exist_ok=True)
        part = _new_file(to.parent)
        try:
            with _file_engine(part) as copy:
                _copy_out(engine, copy)
                seal(copy)
            check_backup(part)
            _flush(part)
            part.replace(to)
        finally:
            part.unlink(missing_ok=True)


def read_backup(engine: Engine, source: Path) -> None:
    """Replace everything in the store by the backup, in one transaction.

    Raises StoreError ("bad-backup", "newer", …) and changes nothing where it is not whole.
    """
    check_backup(source)
    with told_in_words(), _workspace() as folder:
        upgraded = folder / "upgraded"
        shutil.copyfile(source, upgraded)
        with _file_engine(upgraded) as copy:
            with writing(copy) as connection:
                manifest.drop(connection)
                migrate(connection)
            _copy_in(copy, engine)


def check_backup(source: Path) -> None:
    """Raises StoreError where the file is no whole backup: each row and content is hashed."""
    if not source.is_file():
        raise StoreError("no-file")
    try:
        with told_in_words(), _file_engine(source) as copy, copy.connect() as connection:
            whole = is_whole(connection)
    except StoreError as error:
        raise StoreError("bad-backup") from error
    if not whole:
        raise StoreError("bad-backup")


def _copy_out(engine: Engine, copy: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with closing(engine.raw_connection()) as ours, closing(copy.raw_connection()) as its:
            _sqlite(ours).backup(_sqlite(its))
            its.cursor().execute("PRAGMA journal_mode = DELETE")
        return
    with writing(copy) as its:
        migrate(its)
    with _one_moment(engine) as ours, writing(copy) as its:
        _copy_rows(ours, its)


def _copy_in(copy: Engine, engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with closing(copy.raw_connection()) as its, closing(engine.raw_connection()) as ours:
            _sqlite(its).backup(_sqlite(ours))
        return
    with copy.connect() as its, writing(engine) as ours:
        # The owner of the tables may lift the refusal inside this one transaction.
        for table in IMMUTABLE:
            ours.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
        ours.execute(text(f"TRUNCATE {', '.join(table.name for table in ALL)}"))
        _copy_rows(its, ours)
        for table in IMMUTABLE:
            ours.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))


@contextmanager
def _one_moment(engine: Engine) -> Iterator[Connection]:
    """All tables as they are at one moment, whatever others write meanwhile."""
    with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        yield connection


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in ALL:
        at_once = BIG_AT_ONCE if table is contents else ROWS_AT_ONCE
        rows = source.execution_options(yield_per=at_once).execute(select(table))
        for batch in rows.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in batch])


@contextmanager
def _file_engine(path: Path) -> Iterator[Engine]:
    engine = engine_of(sqlite_url(path))
    try:
        yield engine
    finally:
        engine.dispose()


def _sqlite(connection: Any) -> Any:
    """The driver's own connection under the pool's."""
    return connection.driver_connection


@contextmanager
def _workspace() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="ita-restore-") as folder:
        yield Path(folder)


def _new_file(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".ita-backup-", dir=folder)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    """On the disk before it takes its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
