"""A draft is somebody's: whose it is stands beside it. Those of before are nobody's."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("owner", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    raise NotImplementedError("versions are never given up: restore a backup instead")
