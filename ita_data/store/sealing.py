"""The seal of a backup: by table, how many rows and the SHA-256 over all of them."""

import hashlib

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    insert,
    inspect,
    literal_column,
    select,
    text,
)
from sqlalchemy import table as named_table

from ita_data.store.connecting import writing
from ita_data.store.keys import sha256
from ita_data.store.schema import IMMUTABLE, contents

# Contents may have 20 MB each.
BIG_AT_ONCE = 4
manifest = Table(
    "manifest",
    MetaData(),
    Column("table_name", Text, primary_key=True),
    Column("row_count", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
)


def is_whole(connection: Connection, size: int) -> bool:
    """Whether the file, of `size` bytes, is what its seal says, and each content what its
    name says."""
    if not _is_plain(connection, size):
        return False
    sound = connection.execute(text("PRAGMA integrity_check(1)")).scalar() == "ok"
    rows = connection.execute(select(manifest))
    sealed = {name: (count, digest) for name, count, digest in rows}
    names = _table_names(connection) - {manifest.name}
    return (
        sound
        and names == set(sealed)
        and {table.name for table in IMMUTABLE} <= names
        and all(_sum(connection, name) == sealed[name] for name in names)
        and _contents_match(connection)
    )


def _is_plain(connection: Connection, size: int) -> bool:
    """Whether the file is its tables and no more: no view, which may go on for ever, and
    nothing behind its last page, which may be as long."""
    views = "SELECT count(*) FROM sqlite_master WHERE type = 'view'"
    asked = (views, "PRAGMA page_count", "PRAGMA page_size")
    count, pages, page = (int(connection.execute(text(one)).scalar_one()) for one in asked)
    return count == 0 and pages * page == size


def _contents_match(connection: Connection) -> bool:
    """Every content is what its name says."""
    query = select(contents.c.sha256, contents.c.content).execution_options(yield_per=BIG_AT_ONCE)
    return all(sha256(bytes(blob)) == name for name, blob in connection.execute(query))


def seal(copy: Engine) -> None:
    """Write the manifest of what the copy holds."""
    with writing(copy) as connection:
        # A backup that is used as the database brings its own seal.
        manifest.drop(connection, checkfirst=True)
        rows = [(name, *_sum(connection, name)) for name in sorted(_table_names(connection))]
        manifest.create(connection)
        names = [column.name for column in manifest.columns]
        connection.execute(insert(manifest), [dict(zip(names, row, strict=True)) for row in rows])


def _table_names(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def _sum(connection: Connection, table: str) -> tuple[int, str]:
    """Rows of a table as the file has them, and the hash over them; of any schema, ours or not."""
    digest, count = hashlib.sha256(), 0
    all_columns: ColumnElement[object] = literal_column("*")
    in_file: ColumnElement[int] = literal_column("rowid")
    query = select(all_columns).select_from(named_table(table)).order_by(in_file)
    for row in connection.execute(query.execution_options(yield_per=BIG_AT_ONCE)):
        values = [sha256(value) if isinstance(value, bytes) else value for value in row]
        digest.update(repr(values).encode())
        count += 1
    return count, digest.hexdigest()
