"""The machine's key and token lie in the operating system's vault where it has one: none in the store, gone with the
vault, back with a new enrolment; a backup opens on another machine; without a vault all is as it was."""

from __future__ import annotations

import shutil

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError
from stick import central_takes, take, write
from sync_world import NOW, PASSWORD, World
from test_sync_enrol_again import enrolment_for
from test_sync_published import ORGANISATION

from cdd_desktop.clock import FixedClock
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.backup import back_up_now
from cdd_desktop.operations.device_secrets import read_secret
from cdd_desktop.operations.enrol_again import enrol_again
from cdd_desktop.operations.restore import Restorer, restore_backup
from cdd_desktop.operations.restored import confirm_restored
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.take_file import Became
from cdd_desktop.paths import Profile
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import MetaRow
from cdd_desktop.sync.protocol import Enrolment


class MemoryVault(KeyringBackend):
    """A vault of one account, as keyring's own interface has it."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.held.pop((service, username), None) is None:
            raise PasswordDeleteError(service)


class LockedVault(MemoryVault):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked(service)


class ForgetfulVault(MemoryVault):
    def set_password(self, service: str, username: str, password: str) -> None:
        return


@pytest.fixture
def vault():
    before, made = keyring.get_keyring(), MemoryVault()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def own(tmp_path, prepared, monkeypatch):
    """A world whose machines lie in the account's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = World(tmp_path / "data" / "CDD Desktop", prepared)
    yield made
    made.close()
    shutil.rmtree(tmp_path, ignore_errors=True)


def in_store(desk, name: Meta) -> str:
    return desk.workplace.read(lambda work: read_meta(work.session, name))


def everything(desk) -> str:
    with desk.workplace.store.read() as session:
        return "\n".join(row.value for row in session.query(MetaRow))


def test_key_and_token_are_in_the_vault_and_not_in_the_store(own, vault):
    desk = own.desk()
    [(entry, _)] = vault.held
    key = next(iter(vault.held.values()))
    assert entry.endswith("/device_key")
    desk.save(ORGANISATION)
    assert desk.sync().ok
    assert (len(vault.held), len(set(vault.held.values()))) == (2, 2)
    assert not any(secret in everything(desk) for secret in vault.held.values())
    assert desk.workplace.read(lambda work: read_secret(work.session, Meta.DEVICE_KEY)) == key
    desk.save({**ORGANISATION, "name_th": "กลุ่มที่ไปกับไฟล์"})
    answer = central_takes(own, write(desk).data)
    assert take(desk, answer).became is Became.APPLIED
    before = dict(vault.held)
    desk.as_person(1).as_person(0)  # signing in again moves nothing
    assert (desk.sync().ok, vault.held) == (True, before)


def test_a_vault_that_lost_the_key_is_told_and_a_new_enrolment_mends_it(own, vault):
    desk = own.desk()
    desk.save(ORGANISATION)
    assert desk.sync().ok
    desk.save({**ORGANISATION, "name_th": "กลุ่มที่ยังไม่ได้ส่ง"})
    vault.held.clear()
    outcome = desk.sync()
    assert (outcome.code, outcome.left) == ("device-key-missing", 1)
    with pytest.raises(RefusedError, match="device-key-missing"):
        write(desk)
    desk.as_person(1).as_person(0)  # people sign in and work all the same
    assert desk.sync().code == "device-key-missing"
    enrol_again(desk.workplace, enrolment_for(own), PASSWORD)
    assert (desk.sync().left, len(vault.held)) == (0, 2)
    assert not any(secret in everything(desk) for secret in vault.held.values())
    # Once more while the vault holds a key: the one before is not left behind.
    enrol_again(desk.workplace, enrolment_for(own), PASSWORD)
    assert (desk.sync().ok, len(vault.held)) == (True, 2)


def test_a_lost_token_alone_is_asked_for_again(own, vault):
    desk = own.desk()
    assert desk.sync().ok
    for entry in [entry for entry in vault.held if "/token/" in entry[0]]:
        del vault.held[entry]
    assert (desk.sync().ok, len(vault.held)) == (True, 2)


def test_a_backup_holds_them_and_begins_as_a_restored_machine_elsewhere(own, vault):
    desk = own.desk()
    record = desk.save(ORGANISATION)
    assert desk.sync().ok
    desk.save({"village_name": "บ้านตัวอย่าง"}, record)
    made = back_up_now(desk.workplace)
    assert in_store(desk, Meta.VAULT)  # the copy has them, not the store
    keyring.set_keyring(other := MemoryVault())
    profile = Profile("elsewhere", own.folder / "elsewhere")
    person = desk.enrolment.people[0].id
    restore_backup(profile, made.file, Restorer(person, PASSWORD), clock=own.clock)
    desk.workplace.close()
    desk.workplace = sign_in(profile, person, PASSWORD, clock=FixedClock(NOW))
    assert set(other.held.values()) == set(vault.held.values())
    assert desk.sync().code == "restore-unconfirmed"
    desk.workplace.do(confirm_restored)
    outcome = desk.sync()
    assert (outcome.code, outcome.left, outcome.checked, len(other.held)) == ("sync-done", 0, "same", 2)


def test_a_copied_folder_of_the_same_account_becomes_a_machine_of_its_own(own, vault):
    desk = own.desk()
    desk.save(ORGANISATION)
    assert desk.sync().ok
    copy = own.copy_of(desk)
    desk.save({**ORGANISATION, "name_th": "กลุ่มแรก"})
    copy.save({**ORGANISATION, "name_th": "กลุ่มที่สอง"})
    for one in (desk, copy, desk, copy):
        outcome = one.sync()
        assert (outcome.code, outcome.left) == ("sync-done", 0)
    assert len(vault.held) == 3  # one key, and a token for each
    assert outcome.checked == "same"


@pytest.mark.parametrize("kind", [LockedVault, ForgetfulVault])
def test_a_vault_that_does_not_keep_leaves_them_in_the_store(own, vault, kind):
    keyring.set_keyring(kind())
    desk = own.desk()
    assert desk.sync().ok
    assert in_store(desk, Meta.DEVICE_KEY)
    assert in_store(desk, Meta.TOKEN)
    assert not in_store(desk, Meta.VAULT)


def test_a_store_elsewhere_keeps_its_own(world, vault):
    """On a stick, or where another account put it: the vault of this account is none of its."""
    desk = world.desk()
    assert isinstance(desk.enrolment, Enrolment)
    assert (desk.sync().ok, vault.held) == (True, {})
    assert in_store(desk, Meta.TOKEN)
