"""Version 5: which photos and files are at central, where they belong, and what is being fetched."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.drop_column("photo", "sent")  # nothing was ever sent
    op.add_column("photo", sa.Column("epoch", sa.String(), nullable=False, server_default=""))
    op.add_column("photo", sa.Column("code", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "photo_place",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "record_id", name=op.f("pk_photo_place")),
    )
    op.execute(
        "INSERT INTO photo_place (sha256, record_id)"
        " SELECT photo.sha256, record.id FROM photo JOIN record ON instr(record.content, photo.sha256) > 0"
    )
    op.create_table(
        "photo_part",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_photo_part")),
    )
