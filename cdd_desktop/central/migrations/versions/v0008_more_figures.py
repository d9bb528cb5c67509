"""Forms tell more figures: what lists come to is worked out anew, forty lists with an office's next batch."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("UPDATE submission SET figured = ''")
