"""What was seen at evidence links, by report and address."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "links",
        sa.Column("agency_key", sa.Text, primary_key=True),
        sa.Column("fiscal_year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("address_sha256", sa.String(64), primary_key=True),
        sa.Column("payload", sa.LargeBinary, nullable=False),
        sa.Column("checked_at", sa.String(32), nullable=False),
    )


def downgrade() -> None:
    raise NotImplementedError("versions are never given up: restore a backup instead")
