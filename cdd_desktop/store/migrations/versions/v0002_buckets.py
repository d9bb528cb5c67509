"""Version 2: sums of digests, so that what this device holds is compared with central without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("record", sa.Column("digest", sa.String(), nullable=False, server_default=""))
    op.add_column("record", sa.Column("digested", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("ix_record_undigested", "record", ["unit"], sqlite_where=sa.text("digested <> version"))
    op.create_table(
        "bucket",
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("dataset", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sum", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("unit", "dataset", "period", name=op.f("pk_bucket")),
    )
