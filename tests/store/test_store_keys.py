"""Who can open the store's key, and who cannot."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.store.errors import StoreError
from cdd_desktop.store.keys import (
    FORMAT,
    Cost,
    Identity,
    KeyFile,
    find_slot,
    new_key,
    open_slot,
    read_key_file,
    seal_for_recovery,
    typed,
    unwrap,
    wait_left,
    with_slot,
    without_slot,
    wrap,
    write_key_file,
)

CHEAP = Cost(passes=1, memory=64, lanes=1)
NOW = datetime(2018, 3, 18, 1, 40, tzinfo=timezone.utc)
SOMSRI, WICHAI = Identity("1", "สมศรี ใจดี", "officer"), Identity("2", "วิชัย แก้วมณี", "head")


@settings(max_examples=60)
@given(password=st.text(min_size=1, max_size=40), other=st.text(min_size=1, max_size=40))
def test_only_the_own_password_opens(password: str, other: str) -> None:
    key = new_key()
    slot = wrap(key, SOMSRI, password, first_use=False, cost=CHEAP)
    assert unwrap(slot, password) == key
    assert key not in msgspec.json.encode(slot)
    if typed(other) != typed(password):
        with pytest.raises(RefusedError) as refused:
            unwrap(slot, other)
        assert refused.value.code == "password-wrong"


def test_thai_and_arabic_digits_are_the_same_key_strokes() -> None:
    key = new_key()
    slot = wrap(key, SOMSRI, "๔๘๒๑-๗๗๓๐ รหัส", first_use=True, cost=CHEAP)
    assert unwrap(slot, "4821-7730 รหัส") == key


def test_slots_cannot_be_exchanged_between_people() -> None:
    mine = wrap(new_key(), SOMSRI, "one-password", first_use=False, cost=CHEAP)
    stolen = msgspec.structs.replace(mine, id=WICHAI.id)
    with pytest.raises(RefusedError):
        unwrap(stolen, "one-password")


def test_central_can_recover_the_key_and_nobody_else() -> None:
    key, central = new_key(), pyrage.x25519.Identity.generate()
    sealed = seal_for_recovery(key, str(central.to_public()))
    assert pyrage.decrypt(sealed, [central]) == key
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(sealed, [pyrage.x25519.Identity.generate()])


def test_a_recipient_that_is_none_is_refused() -> None:
    with pytest.raises(BadRequestError) as refused:
        seal_for_recovery(new_key(), "age1nonsense")
    assert refused.value.code == "enrolment-unreadable"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    slots = tuple(
        wrap(b"k" * 32, who, password, first_use=False, cost=CHEAP)
        for who, password in ((SOMSRI, "somsri-word"), (WICHAI, "wichai-word"))
    )
    write_key_file(tmp_path / "store.keys.json", KeyFile(format=FORMAT, recovery=b"sealed", slots=slots))
    return tmp_path / "store.keys.json"


def test_several_people_open_the_same_key(path: Path) -> None:
    assert open_slot(path, "1", "somsri-word", now=NOW)[2] == open_slot(path, "2", "wichai-word", now=NOW)[2]
    with pytest.raises(RefusedError):
        open_slot(path, "1", "wichai-word", now=NOW)
    with pytest.raises(BadRequestError) as refused:
        open_slot(path, "3", "somsri-word", now=NOW)
    assert refused.value.code == "person-unknown"


def test_a_new_password_replaces_the_old_one(path: Path) -> None:
    file, _, key = open_slot(path, "1", "somsri-word", now=NOW)
    write_key_file(path, with_slot(file, wrap(key, SOMSRI, "another-word", first_use=False, cost=CHEAP)))
    assert [slot.id for slot in read_key_file(path).slots] == ["1", "2"]
    assert open_slot(path, "1", "another-word", now=NOW)[2] == key
    with pytest.raises(RefusedError):
        open_slot(path, "1", "somsri-word", now=NOW)


def test_a_slot_taken_away_opens_nothing(path: Path) -> None:
    write_key_file(path, without_slot(read_key_file(path), "1"))
    with pytest.raises(BadRequestError):
        find_slot(read_key_file(path), "1")
    assert open_slot(path, "2", "wichai-word", now=NOW)[2] == b"k" * 32


def test_the_wait_after_wrong_passwords_grows_and_ends(path: Path) -> None:
    now, waits = NOW, []
    for _ in range(14):
        with pytest.raises(RefusedError) as refused:
            open_slot(path, "1", "guess", now=now)
        assert refused.value.code == "password-wrong"
        left = wait_left(find_slot(read_key_file(path), "1"), now)
        waits.append(left.total_seconds())
        if left:
            with pytest.raises(RefusedError) as refused:
                open_slot(path, "1", "somsri-word", now=now)
            assert refused.value.code == "password-wait"
            assert refused.value.params == {"seconds": int(left.total_seconds())}
        now += left
    assert waits[:6] == [0, 0, 0, 5, 10, 20]
    assert waits == sorted(waits)
    assert waits[-1] == 300
    open_slot(path, "2", "wichai-word", now=NOW)  # the others do not wait
    open_slot(path, "1", "somsri-word", now=now)
    assert find_slot(read_key_file(path), "1").failures == 0


def test_a_clock_set_back_locks_nobody_out(path: Path) -> None:
    for step in range(4):
        with pytest.raises(RefusedError):
            open_slot(path, "1", "guess", now=NOW + timedelta(minutes=6 * step))
    open_slot(path, "1", "somsri-word", now=NOW - timedelta(days=400))


def test_a_torn_write_leaves_the_old_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = path.read_bytes()

    def torn(_descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", torn)
    with pytest.raises(OSError, match="no space"):
        write_key_file(path, KeyFile(format=FORMAT))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "keys-damaged"),
        (b"{", "keys-damaged"),
        (b'{"format":1,"slots":[3]}', "keys-damaged"),
        (b'{"format":9}', "store-newer"),
    ],
)
def test_a_key_file_that_cannot_be_read(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "keys").write_bytes(content)
    with pytest.raises(StoreError) as refused:
        read_key_file(tmp_path / "keys")
    assert refused.value.code == code


def test_a_missing_key_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        read_key_file(tmp_path / "keys")
    assert refused.value.code == "keys-missing"
