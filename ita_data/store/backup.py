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
from ita_data.store.schema import ALL, IMMUTABLE, contents, reports
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


def read_backup(engine: Engine, source: Path, before: Path) -> bool:
    """Replace everything in the store by the backup, in one transaction.

    What is there is first backed up to `before`, while nobody else can write, so that no
    save falls between the two; False where nothing was there and so no file was made.
    Raises StoreError ("bad-backup", "newer", …) and changes nothing where it is not whole.
    """
    check_backup(source)
    with told_in_words(), _upgraded(source) as copy, writing(engine) as ours:
        _keep_others_from_writing(ours)
        kept = any(ours.execute(select(table).limit(1)).first() for table in ALL)
        if kept:
            write_backup(engine, before)
        with copy.connect() as its, _changes_allowed(ours):
            for table in reversed(ALL):
                ours.execute(table.delete())
            _copy_rows(its, ours)
    return kept


def check_backup(source: Path) -> None:
    """Raises StoreError where the file is no whole backup: each row and content is hashed."""
    if not source.is_file():
        raise StoreError("no-file")
    try:
        with told_in_words(), _file_engine(source) as copy, copy.connect() as connection:
            whole = is_whole(connection, source.stat().st_size)
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


@contextmanager
def _upgraded(source: Path) -> Iterator[Engine]:
    """A copy of the backup, brought to this program's schema."""
    with tempfile.TemporaryDirectory(prefix="ita-restore-") as folder:
        path = Path(folder) / "copy"
        shutil.copyfile(source, path)
        with _file_engine(path) as copy:
            with writing(copy) as connection:
                manifest.drop(connection)
                # Whatever they do, nothing of it is wanted here.
                _drop_triggers(connection)
                migrate(connection)
            yield copy


def _keep_others_from_writing(connection: Connection) -> None:
    """SQLite's write transaction does so by itself. In the order in which `save` takes them."""
    if connection.dialect.name == "postgresql":
        names = dict.fromkeys(table.name for table in (reports, *ALL))
        connection.execute(text(f"LOCK TABLE {', '.join(names)} IN EXCLUSIVE MODE"))


@contextmanager
def _changes_allowed(connection: Connection) -> Iterator[None]:
    """Lift the refusal to change what is kept, inside this one transaction."""
    if connection.dialect.name == "postgresql":
        for table in IMMUTABLE:
            connection.execute(text(f"ALTER TABLE {table.name} DISABLE TRIGGER USER"))
        yield
        for table in IMMUTABLE:
            connection.execute(text(f"ALTER TABLE {table.name} ENABLE TRIGGER USER"))
        return
    triggers = _drop_triggers(connection)
    yield
    for made_by in triggers:
        connection.exec_driver_sql(made_by)


def _drop_triggers(connection: Connection) -> list[str]:
    """What made them, to make them again."""
    query = text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    triggers = connection.execute(query).all()
    for name, _ in triggers:
        quoted = name.replace('"', '""')
        connection.exec_driver_sql(f'DROP TRIGGER "{quoted}"')
    return [made_by for _, made_by in triggers]


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


def _new_file(folder: Path) -> Path:
    handle, name = tempfile.mkstemp(prefix=".ita-backup-", dir=folder)
    os.close(handle)
    return Path(name)


def _flush(path: Path) -> None:
    """On the disk before it takes its name."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
