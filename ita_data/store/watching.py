"""Whether anybody changed the database, in this process or another. Asked at every run of every
page, so it reads nothing."""

import sqlite3
import threading
from typing import Any

from sqlalchemy import Engine, text

# Which transactions a reader sees; two equal snapshots see the same.
_SNAPSHOT = text("SELECT pg_current_snapshot()::text")
Mark = tuple[int, object]


class Watch:
    """Gives a mark, which is another one after every change that anybody committed."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = threading.Lock()
        # SQLite's number counts what others than this very connection changed.
        self._connection: Any = None
        self._opened = 0

    def mark(self) -> Mark:
        """The mark of now; one that was read before a list is never newer than the list."""
        if self._engine.dialect.name == "sqlite":
            return self._sqlite_mark()
        with self._engine.connect() as connection:
            return 0, connection.execute(_SNAPSHOT).scalar()

    def close(self) -> None:
        """Let go of the connection; a later mark opens another."""
        with self._turn:
            self._forget()

    def _sqlite_mark(self) -> Mark:
        with self._turn:
            if self._connection is None:
                self._connection = self._engine.raw_connection()
                self._connection.detach()
                self._opened += 1
            try:
                cursor = self._connection.cursor()
                number = cursor.execute("PRAGMA data_version").fetchone()[0]
            except sqlite3.Error:
                self._forget()
                raise
            return self._opened, number

    def _forget(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
