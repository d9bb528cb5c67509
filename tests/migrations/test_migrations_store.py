"""Upgrading a store: nothing is lost, a copy is kept, and a program never touches what a newer one wrote."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from make_fixture import FIXTURES, KEY
from PySide6.QtCore import QObject, Slot
from shell_program import Start, sign_in_as
from sqlalchemy import Connection, inspect, select

from cdd_desktop.operations.backup import automatic_folder
from cdd_desktop.paths import profile
from cdd_desktop.store.columns import Base
from cdd_desktop.store.connection import make_engine
from cdd_desktop.store.engine import create_store, open_store
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import FORMAT, Identity, KeyFile, wrap, write_key_file
from cdd_desktop.store.rows import OutboxRow, RecordRow
from cdd_desktop.store.search import find_records
from cdd_desktop.store.submission_rows import CertifiedEntryRow
from cdd_desktop.store.upgrade import MIGRATIONS, upgrade
from cdd_desktop.ui.sign_in.screen import SignInScreen
from cdd_desktop.ui.widgets.labels import Label

REBUILDS_A_PARENT = '''
"""Rebuilds a table that others refer to, and adds a column."""
import sqlalchemy as sa
from alembic import op

revision = "test2"
down_revision = "@newest"


def upgrade() -> None:
    with op.batch_alter_table("certification", recreate="always") as table:
        table.add_column(sa.Column("note", sa.String(), nullable=False, server_default=""))
        table.alter_column("digest", existing_type=sa.String(), type_=sa.Text())
'''
FAILS_HALF_WAY = '''
"""Breaks after its first step."""
from alembic import op

revision = "test2"
down_revision = "@newest"


def upgrade() -> None:
    op.execute("ALTER TABLE record ADD COLUMN half TEXT")
    raise RuntimeError("half way")
'''
LOSES_ROWS = '''
"""Forgets records."""
from alembic import op

revision = "test2"
down_revision = "@newest"


def upgrade() -> None:
    op.execute("DELETE FROM certified_entry")
'''


VERSIONS = (1, 3, 4, 5, 6, 7, 8)
"""Those that machines had in use; each has a file."""
SEARCH = 4  # brought the index of the search
PASSWORD = "a-long-password"


class Watch(QObject):
    """What the sign-in screen shows at every step of an upgrade: whether nothing else can be done, and the words."""

    def __init__(self, screen: SignInScreen) -> None:
        super().__init__()
        self.seen: list[tuple[bool, str]] = []
        self._screen = screen
        screen.upgrading.connect(self.look)

    @Slot(float)
    def look(self, _far: float) -> None:
        screen = self._screen
        words = " ".join(label.full_text() for label in screen.bar.parentWidget().findChildren(Label))
        self.seen.append((screen.bar.isVisible() and not screen.enter.isVisible(), words))


def store_of(tmp_path: Path, number: int) -> Path:
    return Path(shutil.copy(FIXTURES / f"store-v{number}.db", tmp_path / "store.db"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return store_of(tmp_path, VERSIONS[0])


def scripts_with(tmp_path: Path, migration: str) -> Path:
    folder = tmp_path / "scripts"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    newest = ScriptDirectory(MIGRATIONS).get_current_head() or ""
    (folder / "versions" / "v_test2.py").write_text(migration.replace("@newest", newest), encoding="utf-8")
    return folder


def is_ours(_object: object, name: str | None, kind: str, *_rest: object) -> bool:
    """Not of the tables that the index of the search is made of."""
    return kind != "table" or not str(name).startswith("record_search")


def counts(path: Path) -> dict[str, int]:
    with make_engine(path, KEY, pooled=False).connect() as connection:
        names = [name for name in inspect(connection).get_table_names() if is_ours(None, name, "table")]
        names.remove("alembic_version")
        return {name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one() for name in names}


def version(path: Path) -> str | None:
    with make_engine(path, KEY, pooled=False).connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def differences(connection: Connection) -> list[object]:
    """Between the tables of a file and those the program uses, apart from the index of the search."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": is_ours})
    return list(compare_metadata(context, Base.metadata))


def test_the_migrations_make_exactly_the_tables_the_program_uses(tmp_path: Path) -> None:
    create_store(tmp_path / "store.db", KEY).close()
    with make_engine(tmp_path / "store.db", KEY, pooled=False).connect() as connection:
        assert differences(connection) == []


@pytest.mark.parametrize("number", VERSIONS)
def test_every_table_of_a_version_has_rows_and_keeps_them(tmp_path: Path, number: int) -> None:
    old = store_of(tmp_path, number)
    assert version(old) == f"{number:04}"
    before = counts(old)
    assert all(before.values()), before
    store = open_store(old, KEY)
    with store.read() as session:
        row = session.get(RecordRow, "r1")
        assert row is not None
        assert row.content == {"members_male": 11, ":reason:r6_x": "เหตุผล"}
        assert list(session.scalars(select(OutboxRow.n).order_by(OutboxRow.n))) == [1, 2, 3]
    assert store.verify() == ()
    store.close()
    after = counts(old)
    assert {name: after[name] for name in before} == before
    with make_engine(old, KEY, pooled=False).connect() as connection:
        assert differences(connection) == []


def test_an_office_s_store_of_today_opens_without_loading_alembic(tmp_path: Path) -> None:
    """Which takes 17 MB. And the files of versions are named after them: by that it is known that nothing is to do."""
    directory = ScriptDirectory(MIGRATIONS)
    for script in directory.walk_revisions():
        assert Path(script.path).name.startswith(f"v{script.revision}_")
    create_store(tmp_path / "store.db", KEY).close()
    assert version(tmp_path / "store.db") == directory.get_current_head()
    code = (
        "import sys; from pathlib import Path; from cdd_desktop.store.engine import open_store\n"
        "open_store(Path(sys.argv[1]), bytes(range(32))).close()\n"
        "assert not {'alembic', 'mako'} & set(sys.modules)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "store.db")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("number", [number for number in VERSIONS if number < SEARCH])
def test_records_from_before_the_search_are_found_after_the_upgrade(tmp_path: Path, number: int) -> None:
    old = store_of(tmp_path, number)
    with make_engine(old, KEY, pooled=False).begin() as connection:
        content = '{"chair_name": "นางสาวคำแก้ว  ใจดี", "chair_phone": "0812345678", "citizen_id": "1500099000011"}'
        connection.exec_driver_sql(
            "UPDATE record SET title = 'กลุ่มออมทรัพย์บ้านดอยใต้', tambon = '500701', period = '', content = ?"
            " WHERE id = 'r1'",
            (content,),
        )
    store = open_store(old, KEY)
    with store.read() as session:
        for words in (["ออมทรัพย"], ["ดอยใต", "คำแกวใจดี"], ["ริมใต"], ["0812345678"], ["ใจ"]):
            assert [row.id for row in find_records(session, words, 9)] == ["r1"], words
        assert not find_records(session, ["1500099000011"], 9)
        assert not find_records(session, ["50009"], 9)
    store.close()


def test_a_rebuilt_parent_keeps_its_children_and_a_backup_is_there(tmp_path: Path, old: Path) -> None:
    before, scripts = counts(old), scripts_with(tmp_path, REBUILDS_A_PARENT)
    upgrade(old, KEY, backups=tmp_path / "backups", scripts=scripts)
    assert version(old) == "test2"
    after = counts(old)
    assert {name: after[name] for name in before} == before
    (kept,) = (tmp_path / "backups").iterdir()
    assert version(kept) == "0001"
    assert counts(kept) == before
    with make_engine(old, KEY, pooled=False).connect() as connection:
        assert connection.exec_driver_sql("SELECT note FROM certification").scalars().all() == [""]
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []


def test_how_far_it_is_is_told_and_nothing_when_there_is_nothing_to_do(tmp_path: Path, old: Path) -> None:
    told: list[float] = []
    for _ in range(2):
        open_store(old, KEY, tell=told.append).close()
    assert told == sorted(told)
    assert told[-1] == 1
    assert told.count(1) == 1
    newest = ScriptDirectory(MIGRATIONS).get_current_head() or ""
    assert len({far for far in told if far >= 0.2}) > int(newest) - VERSIONS[0], "every version, and more of a long one"


def test_the_window_says_what_is_done_to_an_older_store_and_then_opens_it(tmp_path: Path, start: Start) -> None:
    place = profile("test", tmp_path)
    place.store.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(FIXTURES / "store-v1.db", place.store)
    with make_engine(place.store, KEY, pooled=False).begin() as connection:
        connection.exec_driver_sql("DELETE FROM published")  # the holidays in it are made up and cannot be read
    slot = wrap(KEY, Identity("p1", "สมศรี ใจดี", "officer"), PASSWORD, first_use=False)
    write_key_file(place.keys, KeyFile(format=FORMAT, slots=(slot,)))
    program = start(place)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    watch = Watch(screen)
    sign_in_as(program, PASSWORD)
    assert program.window.current == "home", screen.problem.full_text()
    assert all(alone for alone, _ in watch.seen)
    assert "อย่าปิดเครื่อง" in watch.seen[0][1]
    assert "100 %" in watch.seen[-1][1]
    assert len(list(automatic_folder(place).glob("before-*-from-0001.db"))) == 1


def test_an_upgrade_that_fails_changes_nothing(tmp_path: Path, old: Path) -> None:
    before = counts(old)
    with pytest.raises(RuntimeError, match="half way"):
        upgrade(old, KEY, backups=tmp_path / "backups", scripts=scripts_with(tmp_path, FAILS_HALF_WAY))
    assert version(old) == "0001"
    assert counts(old) == before
    store = open_store(old, KEY)
    assert store.verify() == ()
    store.close()


def test_an_upgrade_that_loses_rows_is_taken_back(tmp_path: Path, old: Path) -> None:
    with pytest.raises(StoreError) as refused:
        upgrade(old, KEY, backups=tmp_path / "backups", scripts=scripts_with(tmp_path, LOSES_ROWS))
    assert refused.value.code == "store-upgrade-lost-rows"
    assert version(old) == "0001"
    store = open_store(old, KEY)
    with store.read() as session:
        assert session.get(CertifiedEntryRow, ("c1", "r0")) is not None
    store.close()


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path, old: Path) -> None:
    upgrade(old, KEY, backups=tmp_path / "backups", scripts=scripts_with(tmp_path, REBUILDS_A_PARENT))
    before = old.read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store(old, KEY)
    assert refused.value.code == "store-newer"
    assert old.read_bytes() == before


def test_an_encrypted_file_without_our_tables_is_damaged(tmp_path: Path) -> None:
    with make_engine(tmp_path / "store.db", KEY, pooled=False).connect() as connection:
        connection.exec_driver_sql("CREATE TABLE other (a)")
        connection.commit()
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "store.db", KEY)
    assert refused.value.code == "store-damaged"
