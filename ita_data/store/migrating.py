"""Brings a database to this program's schema, once, whoever comes first."""

import threading
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from ita_data.store.failures import StoreError

MIGRATIONS = Path(__file__).parent / "migrations"
# Each migration's file is named by its revision: 0001_first.py, 0002_….py
KNOWN = tuple(sorted(path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")))
HEAD = KNOWN[-1]
# Any number will do, as long as every program of ours takes the same one.
LOCK_NUMBER = 4_568_2568
# Alembic keeps the migration under way in module globals: one thread at a time.
_one_at_a_time = threading.Lock()


def revision_of(connection: Connection) -> str | None:
    """The database's schema revision; None: an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def is_current(connection: Connection) -> bool:
    """Whether nothing is to be done. Raises StoreError where the schema is newer than ours."""
    revision = revision_of(connection)
    if revision is not None and revision not in KNOWN:
        raise StoreError("newer")
    return revision == HEAD


def migrate(connection: Connection) -> None:
    """Upgrade inside the caller's write transaction, unless another process did so before us."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": LOCK_NUMBER})
    if not is_current(connection):
        _upgrade(connection)


def _upgrade(connection: Connection) -> None:
    # Imported here: an up-to-date store opens without Alembic.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with _one_at_a_time:
        command.upgrade(config, "head")
