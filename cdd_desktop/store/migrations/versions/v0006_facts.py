"""Version 6: what frozen lists come to, kept beside them, so that a dashboard adds up a few sums and reads no records.

They are worked out as the dashboard or the next sync asks for them: no list counts as figured yet.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.add_column("submission", sa.Column("figured", sa.String(), nullable=False, server_default=""))
    op.create_index(
        "ix_submission_unfigured", "submission", ["unit"], sqlite_where=sa.text("figured <> certification_id")
    )
    op.create_table(
        "list_fact",
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("dataset", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("registered", "current", "explained", "compared", "copied")
        ),
        sa.PrimaryKeyConstraint("unit", "dataset", "period", name=op.f("pk_list_fact")),
    )
    op.create_table(
        "figure",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("dataset", "indicator", "period", "unit", "part")),
        sa.Column("total", sa.String(length=40), nullable=True),
        sa.Column("per", sa.String(length=40), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("dataset", "indicator", "period", "unit", "part", name=op.f("pk_figure")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_figure_submission", "figure", ["unit", "dataset", "period"])
