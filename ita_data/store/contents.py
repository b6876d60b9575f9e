"""Bytes kept once per hash, in the same transaction as what points at them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, select

from ita_data.store.failures import StoreError
from ita_data.store.keys import sha256
from ita_data.store.schema import contents

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite


def keep(connection: Connection, *blobs: bytes) -> None:
    """Store each content unless it is there. In order of hash, so that writers never cross."""
    named = sorted({sha256(blob): blob for blob in blobs}.items())
    for name, blob in named:
        add_missing(connection, contents, {"sha256": name, "size": len(blob), "content": blob})


def content(connection: Connection, name: str) -> bytes:
    """The bytes of a hash. Raises StoreError: missing, or damaged where they do not match it."""
    return contents_of(connection, [name])[name]


def contents_of(connection: Connection, names: Iterable[str]) -> dict[str, bytes]:
    """The same for several at once."""
    wanted = set(names)
    query = select(contents.c.sha256, contents.c.content).where(contents.c.sha256.in_(wanted))
    found = {name: bytes(blob) for name, blob in connection.execute(query)}
    if len(found) < len(wanted):
        raise StoreError("missing")
    if any(sha256(blob) != name for name, blob in found.items()):
        raise StoreError("damaged")
    return found


def add_missing(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert; what is there stays as it is."""
    connection.execute(_insert(connection, table).values(row).on_conflict_do_nothing())


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> None:
    """Insert, or replace the row with the same key (of tables that may change)."""
    keys = [column.name for column in table.primary_key]
    rest = {name: value for name, value in row.items() if name not in keys}
    insert = _insert(connection, table).values(row)
    connection.execute(insert.on_conflict_do_update(index_elements=keys, set_=rest))


def _insert(connection: Connection, table: Table) -> "sqlite.Insert | postgresql.Insert":
    """Both databases know the same upsert, each by its own word for it. Only its own is loaded:
    PostgreSQL's is a tenth of the first page's wait."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
