"""From settings to an engine: SQLite in the user's folder, or PostgreSQL."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from ita_data.settings import Settings
from ita_data.store.failures import StoreError, told_in_words
from ita_data.store.migrating import is_current, migrate

FILE_NAME = "ita.sqlite3"
BUSY_SECONDS = 15.0
SWITCH_SECONDS = 10.0
SWITCH_PAUSE_SECONDS = 0.05


def data_folder(settings: Settings) -> Path:
    """Where this user's data is: ITA_DATA_DIR, else the system's folder for it."""
    if settings.data_dir:
        return Path(settings.data_dir).expanduser()
    return platformdirs.user_data_path("ita-data", appauthor=False)


def database_url(settings: Settings) -> URL:
    """The database's address with its driver.

    Raises StoreError where it is none of ours, or a file in a folder that is not there: only
    the data folder is made by itself.
    """
    if not settings.database_url:
        return sqlite_url(data_folder(settings) / FILE_NAME)
    try:
        url = make_url(settings.database_url)
    except (ArgumentError, ValueError):  # from None: the address may hold a password
        raise StoreError("bad-address") from None
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database not in (None, "", ":memory:"):
        if not Path(url.database or "").parent.is_dir():
            raise StoreError("no-folder")
        return url.set(drivername="sqlite")
    raise StoreError("bad-address")


def sqlite_url(path: Path) -> URL:
    """The address of one SQLite file."""
    return URL.create("sqlite", database=str(path))


def engine_of(url: URL, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for many threads; waiting for another's write ends after `busy_seconds`."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, busy_seconds)
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    event.listen(engine, "connect", partial(_prepare_postgresql, busy_seconds))
    return engine


def _prepare_postgresql(busy_seconds: float, connection: Any, _record: Any) -> None:
    """Waiting for another's lock ends; set here, as the address may have options of its own."""
    connection.execute(f"SET lock_timeout = {int(busy_seconds * 1000)}")
    connection.commit()


def _sqlite_engine(url: URL, busy_seconds: float) -> Engine:
    # isolation_level None: the driver begins nothing by itself, the listener below does.
    arguments = {"timeout": busy_seconds, "isolation_level": None}
    engine = create_engine(url, connect_args=arguments)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Full durability, real foreign keys, and nothing left in the file of what was dropped, on
    each new connection."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA synchronous = FULL")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once; a late upgrade from reading to writing would fail."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def prepare(engine: Engine) -> None:
    """Make the database ready: folder, write-ahead log, schema. Raises StoreError."""
    with told_in_words():
        if engine.dialect.name == "sqlite":
            Path(engine.url.database or "").parent.mkdir(parents=True, exist_ok=True)
            _use_write_ahead_log(engine)
        with engine.connect() as connection:
            if is_current(connection):
                return
        with writing(engine) as connection:
            migrate(connection)


def _use_write_ahead_log(engine: Engine) -> None:
    """Kept in the file itself. The switch need not wait for others, so it is tried again."""
    stop = time.monotonic() + SWITCH_SECONDS
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > stop:
                    raise
                time.sleep(SWITCH_PAUSE_SECONDS)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A write transaction: all of it or nothing."""
    with engine.connect() as connection:
        writer = connection.execution_options(writing=True)
        with writer.begin():
            yield writer


class Connected:
    """An engine, its turns, and the words for its failures. Any number of threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # SQLite lets one write at a time and is not fair in a crowd: queue here first.
        self._turn: AbstractContextManager[object] = (
            threading.Lock() if engine.dialect.name == "sqlite" else nullcontext()
        )

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One consistent view."""
        with told_in_words(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_in_words(), self._turn, writing(self._engine) as connection:
            yield connection
