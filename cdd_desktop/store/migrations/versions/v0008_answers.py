"""Version 8: answers to a reviewer's comments wait with the submission until it is proposed again."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("submission", sa.Column("answers", sa.JSON(), nullable=True))
