"""What is kept for a browser is kept under the hash of its cookie: who reads the store, or a
backup of it, cannot come as that browser."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _hash_tokens("remembered", "key", "name-in-browser:")
    _hash_tokens("remembered", "key", "report-in-browser:")
    _hash_tokens("drafts", "owner", "browser:")


def _hash_tokens(table: str, column: str, prefix: str) -> None:
    """Each "prefix:token" of the column becomes "prefix:hash"."""
    cells: sa.ColumnClause[str] = sa.column(column)
    rows = sa.table(table, cells)
    found = sa.select(cells).distinct().where(cells.startswith(prefix))
    connection = op.get_bind()
    for named in connection.execute(found).scalars().all():
        hashed = prefix + sha256(named.removeprefix(prefix).encode()).hexdigest()
        connection.execute(sa.update(rows).where(cells == named).values({column: hashed}))


def downgrade() -> None:
    raise NotImplementedError("versions are never given up: restore a backup instead")
