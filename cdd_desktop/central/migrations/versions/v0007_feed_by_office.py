"""The feed by office, for the pages of districts; the lists whose figures are still to be worked out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_feed_office", "feed", ["unit", "province", "seq"])
    left = sa.text("figured != certification")
    op.create_index("ix_submission_unfigured", "submission", ["unit"], sqlite_where=left, postgresql_where=left)
