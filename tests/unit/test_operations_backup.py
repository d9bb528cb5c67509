"""Backups: encrypted, whole, proved, and nothing is lost by putting one back."""

from __future__ import annotations

import resource
import shutil
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from entry_office import OFFICER, PASSWORD, Office, add_groups, enrolled_office
from sqlalchemy import func, select
from store_office import copied

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.errors import UserError
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.backup import make_backup
from cdd_desktop.operations.backup_file import BackupStep, read_backup
from cdd_desktop.operations.backup_state import BackupMade, read_backup_state
from cdd_desktop.operations.restore import NUMBERS_SKIPPED, Restorer, restore_backup
from cdd_desktop.operations.restored import confirm_restored, read_restored
from cdd_desktop.operations.save_entry import save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.paths import profile
from cdd_desktop.store.rows import ChangeRow, OutboxRow, RecordRow

NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)
WHO = Restorer(OFFICER, PASSWORD)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(NOW))
    desk = office.work_as()
    add_groups(desk)
    desk.close()
    return office


@pytest.fixture
def office(template: Office, tmp_path: Path) -> Office:
    return Office(copied(template, tmp_path).profile, FixedClock(NOW))


def numbers(work: Work) -> tuple[int, int, int]:
    """Records, the newest change, changes that wait."""
    session = work.session
    return (
        session.scalar(select(func.count()).select_from(RecordRow)) or 0,
        session.scalar(select(func.max(ChangeRow.n))) or 0,
        session.scalar(select(func.count()).select_from(OutboxRow)) or 0,
    )


def edit(desk: Workplace) -> None:
    def a_group(work: Work) -> RecordRow:
        return work.session.scalars(select(RecordRow)).all()[0]

    row = desk.read(a_group)
    desk.do(save_entry, EntryRef(EntityKey("group"), None, row.id), {"remark": desk.clock.now().isoformat()})  # type: ignore[arg-type]


def test_a_backup_brings_everything_back(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    make_backup(desk, tmp_path / "kept" / "office.cddbackup")
    before = desk.read(numbers)
    edit(desk)
    desk.close()
    info = read_backup(tmp_path / "kept" / "office.cddbackup")
    assert [person.name for person in info.people] == ["สมศรี ใจดี", "ประเสริฐ มั่นคง"]
    assert (info.unit.code, info.made_at, info.about.records, info.about.unsent) == ("5007", NOW, 3, 3)
    restore_backup(office.profile, tmp_path / "kept" / "office.cddbackup", WHO, clock=office.clock)
    desk = office.work_as()
    assert desk.read(numbers) == before
    edit(desk)
    assert desk.read(numbers)[1] == before[1] + NUMBERS_SKIPPED + 1  # no number of a lost change is used again
    assert desk.store.verify() == ()
    desk.close()
    aside = sorted(path.name.partition("-store")[2] for path in office.profile.backups.iterdir())
    assert {".db", ".keys.json"} <= set(aside)


def test_a_backup_works_on_a_new_machine(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    make_backup(desk, tmp_path / "office.cddbackup")
    before = desk.read(numbers)
    desk.close()
    elsewhere = Office(profile("fresh", tmp_path / "new"), office.clock)
    restore_backup(elsewhere.profile, tmp_path / "office.cddbackup", WHO, clock=office.clock)
    desk = elsewhere.work_as()
    assert desk.read(numbers) == before
    desk.close()


def test_nothing_in_a_backup_is_readable(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    make_backup(desk, tmp_path / "office.cddbackup")
    desk.close()
    with zipfile.ZipFile(tmp_path / "office.cddbackup") as archive:
        assert sorted(archive.namelist()) == ["about.json", "store.db", "store.keys.json"]
        assert all("ออมทรัพย์".encode() not in archive.read(name) for name in archive.namelist())
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


class StopPressedError(Exception):
    """Somebody presses Stop."""


def test_what_counts_is_read_back_and_told(office: Office, tmp_path: Path) -> None:
    desk, told = office.work_as(), []
    assert (desk.read(read_backup_state).last, desk.read(read_backup_state).changes) == (None, 3)
    made = make_backup(desk, tmp_path / "office.cddbackup", lambda step, far: told.append((step, far)))
    assert made == BackupMade(tmp_path / "office.cddbackup", NOW, 3, 3)
    assert [step for step, far in told if far == 0] == [BackupStep.WRITING, BackupStep.READING, BackupStep.CHECKING]
    assert [step for step, far in told if far == 1] == list(BackupStep)
    state = desk.read(read_backup_state)
    assert (state.last, state.changes, state.due(7, NOW + timedelta(days=30))) == (made, 0, False)
    edit(desk)
    state = desk.read(read_backup_state)
    dues = [state.due(days, NOW + timedelta(days=7)) for days in (7, 8, 0)]
    assert (state.changes, dues) == (1, [True, False, False])
    desk.close()


@pytest.mark.parametrize("step", list(BackupStep))
def test_a_backup_that_is_stopped_leaves_nothing(office: Office, tmp_path: Path, step: BackupStep) -> None:
    desk, folder = office.work_as(), tmp_path / "stick"

    def stop(now: BackupStep, _far: float) -> None:
        if now is step:
            raise StopPressedError

    with pytest.raises(StopPressedError):
        make_backup(desk, folder / "office.cddbackup", stop)
    assert list(folder.iterdir()) == []
    assert list(office.profile.folder.glob(".backup-*")) == []
    assert desk.read(read_backup_state).last is None
    desk.close()


@pytest.mark.parametrize(
    ("step", "trouble", "code"),
    [
        (BackupStep.READING, "bit", "backup-not-proved"),
        (BackupStep.READING, "pulled", "backup-folder-gone"),
        (BackupStep.WRITING, "full", "backup-no-room"),
        (BackupStep.WRITING, "pulled", "backup-folder-gone"),
    ],
)
def test_a_bad_medium_is_said_in_words(
    office: Office, tmp_path: Path, step: BackupStep, trouble: str, code: str
) -> None:
    desk, folder = office.work_as(), tmp_path / "stick"
    (folder / "old").mkdir(parents=True)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def spoil(now: BackupStep, far: float) -> None:
        if (now, far) != (step, 0.0):
            return
        (half,) = folder.glob("*.part")
        if trouble == "bit":
            data = bytearray(half.read_bytes())
            data[-9000] ^= 1
            half.write_bytes(bytes(data))
        elif trouble == "full":
            resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, limits[1]))
        else:
            shutil.rmtree(folder)

    try:
        with pytest.raises(UserError) as refused:
            make_backup(desk, folder / "office.cddbackup", spoil)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refused.value.code == code
    assert not list(tmp_path.glob("stick/*.*"))
    assert desk.read(read_backup_state).last is None
    assert make_backup(desk, folder / "office.cddbackup").records == 3
    desk.close()


def test_what_is_written_meanwhile_is_saved_and_counts_as_not_backed_up(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()

    def go_on(step: BackupStep, far: float) -> None:
        if (step, far) in ((BackupStep.COPYING, 1.0), (BackupStep.WRITING, 0.0)):
            office.clock.advance(timedelta(minutes=1))
            edit(desk)

    begun = office.clock.now()
    made = make_backup(desk, tmp_path / "office.cddbackup", go_on)
    assert (made.made_at, made.unsent) == (begun, 3)
    assert desk.read(read_backup_state).changes == 2
    desk.close()


def test_what_a_power_cut_left_goes_with_the_next_backup(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    (office.profile.folder / ".backup-left").mkdir()
    (tmp_path / "cdd-5007-x.cddbackup.part").write_text("half", encoding="utf-8")
    make_backup(desk, tmp_path / "office.cddbackup")
    assert list(office.profile.folder.glob(".backup-*")) == list(tmp_path.glob("*.part")) == []
    desk.close()


def test_a_restored_machine_asks_before_it_sends(office: Office, tmp_path: Path) -> None:
    desk = office.work_as()
    make_backup(desk, tmp_path / "office.cddbackup")
    assert desk.read(read_restored) is None
    desk.close()
    elsewhere = Office(profile("fresh", tmp_path / "new"), FixedClock(NOW + timedelta(days=2)))
    restore_backup(elsewhere.profile, tmp_path / "office.cddbackup", WHO, clock=elsewhere.clock)
    desk = elsewhere.work_as()
    restored = desk.read(read_restored)
    assert (restored.made_at, restored.at) == (NOW, NOW + timedelta(days=2))
    assert (desk.read(read_backup_state).since, desk.read(read_backup_state).changes) == (NOW, 0)
    edit(desk)
    assert desk.do(confirm_restored).outbox
    assert desk.read(read_restored) is None
    assert not desk.do(confirm_restored).outbox
    desk.close()


@pytest.mark.parametrize("step", [BackupStep.READING, BackupStep.CHECKING])
def test_a_restore_that_is_stopped_changes_nothing(office: Office, tmp_path: Path, step: BackupStep) -> None:
    desk = office.work_as()
    make_backup(desk, tmp_path / "office.cddbackup")
    edit(desk)
    before = desk.read(numbers)
    desk.close()

    def stop(now: BackupStep, _far: float) -> None:
        if now is step:
            raise StopPressedError

    with pytest.raises(StopPressedError):
        restore_backup(office.profile, tmp_path / "office.cddbackup", WHO, clock=office.clock, tell=stop)
    assert list(office.profile.folder.glob(".restore-*")) == []
    desk = office.work_as()
    assert desk.read(numbers) == before
    desk.close()


@pytest.mark.parametrize("damage", ["password", "no-zip", "half", "bit", "missing", "squeezed", "about"])
def test_a_backup_that_cannot_be_used_changes_nothing(office: Office, tmp_path: Path, damage: str) -> None:
    file = tmp_path / "office.cddbackup"
    desk = office.work_as()
    make_backup(desk, file)
    desk.close()
    before = office.profile.store.read_bytes(), office.profile.keys.read_bytes()
    data, who = bytearray(file.read_bytes()), WHO
    if damage == "password":
        who = Restorer(OFFICER, "guess")
    elif damage == "no-zip":
        data = bytearray(b"something else")
    elif damage == "half":
        data = data[: len(data) // 2]
    elif damage == "bit":
        data[5000] ^= 1
    file.write_bytes(bytes(data))
    if damage in ("squeezed", "about"):
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo("about.json"), b'{"unit": "99"' if damage == "about" else b"{}")
            archive.writestr("store.keys.json", before[1])
            archive.writestr("store.db", bytes(50_000_000))
    if damage == "missing":
        file.unlink()
    with pytest.raises(UserError) as refused:
        restore_backup(office.profile, file, who, clock=office.clock)
    assert refused.value.code in ("password-wrong", "backup-missing", "backup-unreadable", "backup-damaged")
    assert (office.profile.store.read_bytes(), office.profile.keys.read_bytes()) == before
    office.work_as().close()
