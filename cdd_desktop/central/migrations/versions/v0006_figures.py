"""What frozen lists come to: facts and figures of each office's list, sums of provinces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Lists that are there already are worked out with the next batch of their office, or by ``figures``."""
    op.add_column("submission", sa.Column("figured", sa.String(), nullable=False, server_default=""))
    op.create_index("ix_submission_period", "submission", ["period"])
    place = ("unit", "dataset", "period")
    op.create_table(
        "list_fact",
        *(sa.Column(name, sa.String(), nullable=False) for name in place),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("registered", "current", "explained", "compared", "copied")
        ),
        sa.PrimaryKeyConstraint(*place, name="pk_list_fact"),
    )
    op.create_table(
        "figure",
        *(sa.Column(name, sa.String(), nullable=False) for name in (*place, "indicator", "part")),
        sa.Column("total", sa.String(), nullable=True),
        sa.Column("per", sa.String(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*place, "indicator", "part", name="pk_figure"),
    )
    of_sum = ("dataset", "period", "province", "indicator", "part")
    op.create_table(
        "figure_sum",
        *(sa.Column(name, sa.String(), nullable=False) for name in of_sum),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("offices", "totals", "pers", "counted")),
        sa.Column("total", sa.String(), nullable=False),
        sa.Column("per", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint(*of_sum, name="pk_figure_sum"),
    )
