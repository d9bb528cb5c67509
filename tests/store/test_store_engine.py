"""The encrypted file on a real disk: what it keeps, and what it says when it cannot be opened."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cdd_desktop.store.connection import connect_file, make_engine
from cdd_desktop.store.engine import PAGE_SIZE, Store, create_store, open_store
from cdd_desktop.store.errors import StoreError, driver_errors
from cdd_desktop.store.keys import new_key
from cdd_desktop.store.meta import Meta, next_change_number, read_meta, write_meta
from cdd_desktop.store.rows import ChangeRow, RecordRow

NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
SECRET = "นางสมศรี ใจดี 1009900001018"


@pytest.fixture
def key() -> bytes:
    return new_key()


@pytest.fixture
def store(tmp_path: Path, key: bytes) -> Iterator[Store]:
    made = create_store(tmp_path / "store.db", key)
    yield made
    made.close()


def record(record_id: str, content: dict[str, object]) -> RecordRow:
    return RecordRow(
        id=record_id,
        unit="5007",
        dataset="leader",
        entity="leader",
        form_version=1,
        content=content,
        created_at=NOW,
        updated_at=NOW,
    )


def test_what_was_written_is_there_after_closing(tmp_path: Path, key: bytes) -> None:
    first = create_store(tmp_path / "store.db", key)
    with first.write() as session:
        session.add(record("a", {"name": SECRET, "members": 12, "photos": ["x"]}))
        write_meta(session, Meta.UNIT, "5007")
    first.close()
    again = open_store(tmp_path / "store.db", key)
    with again.read() as session:
        row = session.get(RecordRow, "a")
        assert row is not None
        assert row.content == {"name": SECRET, "members": 12, "photos": ["x"]}
        assert row.created_at == NOW
        assert row.created_at.tzinfo is not None
        assert read_meta(session, Meta.UNIT) == "5007"
    again.close()


def test_nothing_is_readable_without_the_key(tmp_path: Path, store: Store) -> None:
    with store.write() as session:
        session.add(record("a", {"name": SECRET}))
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert SECRET.encode() not in data
        assert b"1009900001018" not in data
        assert not data.startswith(b"SQLite format 3")
    with pytest.raises(sqlite3.DatabaseError), sqlite3.connect(tmp_path / "store.db") as plain:
        plain.execute("SELECT count(*) FROM sqlite_master")


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    def fail_after_writing() -> None:
        with store.write() as session:
            session.add(record("a", {}))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_writing()
    with store.read() as session:
        assert session.get(RecordRow, "a") is None


def test_reading_keeps_nothing(store: Store) -> None:
    with store.read() as session:
        session.add(record("a", {}))
        session.flush()
    with store.read() as session:
        assert session.get(RecordRow, "a") is None


def test_change_numbers_count_up_over_openings(tmp_path: Path, key: bytes) -> None:
    numbers = []
    for _ in range(3):
        store = (open_store if (tmp_path / "store.db").exists() else create_store)(tmp_path / "store.db", key)
        with store.write() as session:
            numbers += [next_change_number(session), next_change_number(session)]
        store.close()
    assert numbers == [1, 2, 3, 4, 5, 6]


def test_wrong_key(tmp_path: Path, store: Store) -> None:
    store.close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "store.db", new_key())
    assert refused.value.code == "store-wrong-key"
    assert (tmp_path / "store.db").read_bytes() == before


def test_a_key_of_another_length_is_no_key(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        connect_file(tmp_path / "store.db", b"short")
    assert refused.value.code == "store-wrong-key"


@pytest.mark.parametrize("content", [b"", b"x" * 100, b"\0" * (PAGE_SIZE + 1)])
def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, key: bytes, content: bytes) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(content)
    with pytest.raises(StoreError) as refused:
        open_store(path, key)
    assert refused.value.code == "store-damaged"
    assert path.read_bytes() == content


def test_a_missing_file(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(tmp_path / "store.db", key)
    assert refused.value.code == "store-missing"
    assert not (tmp_path / "store.db").exists()


def test_an_existing_file_is_never_made_anew(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreError) as refused:
        create_store(tmp_path / "store.db", new_key())
    assert refused.value.code == "store-exists"


def what_is_said(path: Path, key: bytes) -> str:
    """The code with which opening or verifying is refused, or the findings."""
    try:
        store = open_store(path, key)
    except StoreError as refused:
        return refused.code
    try:
        return ", ".join(store.verify())
    except StoreError as refused:
        return refused.code
    finally:
        store.close()


def test_one_flipped_bit_is_found_wherever_it_is(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "store.db"
    store = create_store(path, key)
    with store.write() as session:
        session.add_all(record(str(number), {"text": "ก" * 300}) for number in range(200))
    assert store.verify() == ()
    store.close()
    whole = path.read_bytes()
    for page in range(1, len(whole) // PAGE_SIZE, 7):
        broken = bytearray(whole)
        broken[page * PAGE_SIZE + 1000] ^= 4
        path.write_bytes(bytes(broken))
        said = what_is_said(path, key)
        assert "store-damaged" in said or f"page {page + 1}" in said, said
    path.write_bytes(whole)
    mended = open_store(path, key)
    assert mended.verify() == ()
    mended.close()


def test_a_full_disk_refuses_and_keeps_what_was_there(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "store.db"
    store = create_store(path, key)
    with store.write() as session:
        session.add(record("kept", {"text": "here"}))

    def fill_up() -> None:
        with store.write() as session:
            pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
            session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            session.add_all(record(str(number), {"text": "ก" * 3000}) for number in range(50))

    with pytest.raises(StoreError) as refused:
        fill_up()
    assert refused.value.code == "disk-full"
    store.close()
    again = open_store(path, key)
    with again.read() as session:
        assert list(session.scalars(select(RecordRow.id))) == ["kept"]
    assert again.verify() == ()
    again.close()


def test_a_second_writer_is_told_that_the_store_is_busy(tmp_path: Path, key: bytes, store: Store) -> None:
    other = connect_file(tmp_path / "store.db", key)
    other.execute("PRAGMA busy_timeout = 0")
    with store.write() as session:
        next_change_number(session)
        with pytest.raises(StoreError) as refused, driver_errors():
            other.execute("BEGIN IMMEDIATE")
    assert refused.value.code == "store-busy"
    other.close()


def test_a_backup_is_whole_encrypted_and_opens_with_the_key(tmp_path: Path, key: bytes, store: Store) -> None:
    with store.write() as session:
        session.add_all(record(str(number), {"name": SECRET}) for number in range(100))
    store.backup(tmp_path / "backups" / "copy.db")
    assert SECRET.encode() not in (tmp_path / "backups" / "copy.db").read_bytes()
    copy = open_store(tmp_path / "backups" / "copy.db", key)
    with copy.read() as session:
        assert len(session.scalars(select(RecordRow.id)).all()) == 100
    assert copy.verify() == ()
    copy.close()
    assert sorted(path.name for path in (tmp_path / "backups").iterdir() if path.suffix != ".db") == []


def test_durable_settings_are_on(tmp_path: Path, key: bytes, store: Store) -> None:
    engine = make_engine(tmp_path / "store.db", key, pooled=False)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_references_hold(store: Store) -> None:
    from sqlalchemy.exc import IntegrityError

    from cdd_desktop.store.rows import OutboxRow

    with pytest.raises(IntegrityError), store.write() as session:
        session.add(OutboxRow(n=99))


@settings(max_examples=40)
@given(
    content=st.dictionaries(
        st.text(min_size=1, max_size=30).filter(lambda text: "\0" not in text),
        st.one_of(
            st.text(max_size=60).filter(lambda text: "\0" not in text),
            st.integers(-(10**17), 10**17),
            st.booleans(),
            st.lists(st.text(max_size=5).filter(lambda text: "\0" not in text), max_size=4),
        ),
        max_size=8,
    )
)
def test_any_content_comes_back_as_it_was(shared_store: Store, content: dict[str, object]) -> None:
    record_id = secrets.token_hex(8)
    with shared_store.write() as session:
        session.add(record(record_id, content))
        session.flush()
        session.add(ChangeRow(kind="edit", unit="5007", record_id=record_id, patch=content, was={}, at=NOW))
    with shared_store.read() as session:
        row = session.get(RecordRow, record_id)
        assert row is not None
        assert row.content == content
        change = session.scalar(select(ChangeRow).where(ChangeRow.record_id == record_id))
        assert change is not None
        assert change.patch == content


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = create_store(tmp_path_factory.mktemp("shared") / "store.db", new_key())
    yield made
    made.close()
