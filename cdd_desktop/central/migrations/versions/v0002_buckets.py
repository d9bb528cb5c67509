"""Sums of digests: what a record counts for, and the sum of each office's dataset and period."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Records that are there already are counted at the next contact of their office: that needs the key file."""
    op.add_column("record", sa.Column("digest", sa.String(), nullable=False, server_default=""))
    uncounted = sa.text("digest = ''")
    op.create_index("ix_record_uncounted", "record", ["unit"], sqlite_where=uncounted, postgresql_where=uncounted)
    op.create_table(
        "bucket",
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("dataset", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sum", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "dataset", "period", name="pk_bucket"),
    )
