"""Version 4: the index of the search over records, kept by the database itself with every write."""

import json

import sqlalchemy as sa
from alembic import context, op

from cdd_desktop.forms.sought import sought_text
from cdd_desktop.geography import geography

revision = "0004"
down_revision = "0003"

# Register entries first, then the newest fiscal year: the index is read from its highest number down.
_FIRST_OF = "((CASE {row}.period WHEN '' THEN 9999 ELSE CAST(substr({row}.period, 1, 4) AS INTEGER) END) << 32)"
_NEXT = (
    f"(SELECT coalesce(max(number), {_FIRST_OF}) + 1 FROM record"
    f" WHERE number > {_FIRST_OF} AND number < {_FIRST_OF} + (1 << 32))"
).format(row="new")
_NUMBERED, _FILLED = 0.35, 0.7  # of the time this takes


def upgrade() -> None:
    with op.batch_alter_table("record", recreate="never") as table:
        table.add_column(sa.Column("sought", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("number", sa.Integer(), nullable=True))
    op.create_index("ix_record_number", "record", ["number"], unique=True)
    op.execute(
        "CREATE VIRTUAL TABLE record_search USING fts5(sought, content='record', content_rowid='number',"
        " detail=none, columnsize=0, tokenize='trigram case_sensitive 1')"
    )
    _fill()
    op.execute("INSERT INTO record_search(record_search) VALUES ('rebuild')")
    op.execute(
        "CREATE TRIGGER record_number AFTER INSERT ON record WHEN new.number IS NULL BEGIN"
        f" UPDATE record SET number = {_NEXT} WHERE id = new.id;"
        " INSERT INTO record_search(rowid, sought) SELECT number, sought FROM record WHERE id = new.id;"
        " END"
    )
    op.execute(
        "CREATE TRIGGER record_sought AFTER UPDATE OF sought ON record WHEN old.sought <> new.sought BEGIN"
        " INSERT INTO record_search(record_search, rowid, sought) VALUES ('delete', old.number, old.sought);"
        " INSERT INTO record_search(rowid, sought) VALUES (new.number, new.sought);"
        " END"
    )
    op.execute(
        "CREATE TRIGGER record_forgotten AFTER DELETE ON record BEGIN"
        " INSERT INTO record_search(record_search, rowid, sought) VALUES ('delete', old.number, old.sought);"
        " END"
    )


def _fill() -> None:
    """Numbers and texts of the records that are there already."""
    connection = op.get_bind()
    order = "PARTITION BY substr(period, 1, 4) ORDER BY id"
    connection.exec_driver_sql(
        f"UPDATE record SET number = {_FIRST_OF.format(row='record')} + place FROM"
        f" (SELECT id AS this, row_number() OVER ({order}) AS place FROM record) WHERE record.id = this"
    )
    tell = context.config.attributes["within"]
    tell(_NUMBERED)
    total, done = connection.exec_driver_sql("SELECT count(*) FROM record").scalar_one(), 0
    rows = connection.exec_driver_sql("SELECT id, title, code, tambon, content FROM record")
    places = {
        tambon.code: tambon.name_th for unit in geography().provinces() for tambon in geography().tambons(unit.code)
    }
    while part := rows.fetchmany(2000):
        texts = [
            (sought_text(title, code, places.get(tambon, ""), json.loads(content)), record_id)
            for record_id, title, code, tambon, content in part
        ]
        connection.exec_driver_sql("UPDATE record SET sought = ? WHERE id = ?", texts)
        done += len(part)
        tell(_NUMBERED + (_FILLED - _NUMBERED) * done / total)
