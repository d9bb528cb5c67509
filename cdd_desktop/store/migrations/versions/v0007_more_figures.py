"""Version 7: forms tell more figures (villages covered, grades that moved, rankings): what lists come to is worked out
anew, as the dashboard or the next sync asks for it."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("UPDATE submission SET figured = ''")
