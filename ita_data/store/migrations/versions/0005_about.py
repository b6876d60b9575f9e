"""What a list says of a draft stands beside it, and before its payload: a list then reads no
payload (SQLite reads a row from its beginning)."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drafts_with_about",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("saved_at", sa.String(32), nullable=False),
        sa.Column("owner", sa.Text, nullable=False, server_default=""),
        sa.Column("about", sa.LargeBinary),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    columns = "kind, key, author, saved_at, owner, payload"
    op.execute(f"INSERT INTO drafts_with_about ({columns}) SELECT {columns} FROM drafts")
    op.drop_table("drafts")
    op.rename_table("drafts_with_about", "drafts")


def downgrade() -> None:
    raise NotImplementedError("versions are never given up: restore a backup instead")
