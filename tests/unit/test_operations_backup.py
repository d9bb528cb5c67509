"""Backups and the command line of the store: encrypted, whole, and nothing is lost by putting one back."""

from __future__ import annotations

import json
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from entry_office import OFFICER, PASSWORD, Office, add_groups, enrolled_office, key_of
from sqlalchemy import func, select
from store_office import copied

from cdd_desktop.cli import main
from cdd_desktop.cli.texts import TEXTS, sentence
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.errors import UserError
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.backup import NUMBERS_SKIPPED, Restorer, backup_people, make_backup, restore_backup
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
    return copied(template, tmp_path)


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
    assert [name for _, name in backup_people(tmp_path / "kept" / "office.cddbackup")] == ["สมศรี ใจดี", "ประเสริฐ มั่นคง"]
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
        assert sorted(archive.namelist()) == ["store.db", "store.keys.json"]
        assert "ออมทรัพย์".encode() not in archive.read("store.db")
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("damage", ["password", "no-zip", "half", "bit", "missing"])
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
    if damage == "missing":
        file.unlink()
    with pytest.raises(UserError) as refused:
        restore_backup(office.profile, file, who, clock=office.clock)
    assert refused.value.code in ("password-wrong", "backup-missing", "backup-unreadable", "backup-damaged")
    assert (office.profile.store.read_bytes(), office.profile.keys.read_bytes()) == before
    office.work_as().close()


# --- the command line -------------------------------------------------------------------------------------------------


@pytest.fixture
def console(template: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Office:
    """The office as the profile ``test`` of this user's data folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("CDD_PASSWORD", PASSWORD)
    base = profile("test").folder.parents[1]
    return copied(template, base)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    try:
        status = main([*words])
    except SystemExit as stopped:
        status = int(str(stopped.code))
    said = capsys.readouterr()
    return status, said.out, said.err


SOMSRI = ("--profile", "test", "--person", "สมศรี ใจดี")


def test_status_as_json(console: Office, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, *SOMSRI, "status", "--json")
    facts = json.loads(out)
    assert (status, facts["enrolled"], facts["unit"], facts["records"], facts["pending_changes"]) == (
        0,
        True,
        "5007",
        3,
        3,
    )


def test_status_in_words(console: Office, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, *SOMSRI, "status")
    assert status == 0
    assert "5007 สพอ." in out


def test_status_before_enrolment(console: Office, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "status", "--json")
    assert (status, json.loads(out)["enrolled"]) == (0, False)
    status, out, err = run(capsys, "--profile", "fresh", "status", "--json")
    assert (status, out) == (2, "")
    assert ".cddenrol" in err


def test_verify_backup_and_restore(console: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = str(tmp_path / "a.cddbackup")
    assert run(capsys, *SOMSRI, "verify")[0] == 0
    assert run(capsys, *SOMSRI, "backup", file)[0] == 0
    assert run(capsys, "--profile", "second", "--person", "สมศรี ใจดี", "restore", file)[0] == 0
    status, out, _ = run(capsys, "--profile", "second", "--person", "สมศรี ใจดี", "status", "--json")
    assert (status, json.loads(out)["records"]) == (0, 3)


def test_verify_tells_of_damage(console: Office, capsys: pytest.CaptureFixture[str]) -> None:
    data = bytearray(console.profile.store.read_bytes())
    data[-2000] ^= 1
    console.profile.store.write_bytes(bytes(data))
    status, _, err = run(capsys, *SOMSRI, "verify")
    assert status == 1
    assert "page" in err or "เสียหาย" in err


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("--profile", "test", "verify"), 2, "--person"),
        (("--profile", "test", "--person", "nobody", "verify"), 2, "ไม่พบบุคคล"),
        (("--profile", "fresh", "verify"), 2, ".cddenrol"),
        (("--profile", "../etc", "status"), 2, "a-z"),
        ((*SOMSRI, "restore", "nothing.cddbackup"), 2, "ไฟล์สำรอง"),
        (("--profile", "test", "nonsense"), 2, "nonsense"),
        (("--profile", "test", "status", "--frob"), 2, "--frob"),
        (("--profile", "test", "--person", "ประเสริฐ มั่นคง", "backup"), 2, "FILE"),
    ],
)
def test_what_makes_no_sense_is_one_line(
    console: Office, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], status: int, said: str
) -> None:
    found, out, err = run(capsys, *words)
    assert (found, out) == (status, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert "Traceback" not in err


def test_a_wrong_password_is_refused(
    console: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CDD_PASSWORD", "guess")
    assert run(capsys, *SOMSRI, "verify")[0] == 1
    monkeypatch.delenv("CDD_PASSWORD")
    (tmp_path / "word").write_text(PASSWORD + "\n", encoding="utf-8")
    monkeypatch.setenv("CDD_PASSWORD_FILE", str(tmp_path / "word"))
    assert run(capsys, *SOMSRI, "verify")[0] == 0
    monkeypatch.setenv("CDD_PASSWORD_FILE", str(tmp_path / "no-such-file"))
    assert run(capsys, *SOMSRI, "verify")[0] == 2


def test_something_unexpected_is_one_line_and_a_file(
    console: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    console.profile.store.unlink()
    console.profile.store.mkdir()
    console.profile.keys.unlink()
    console.profile.keys.mkdir()
    status, _, err = run(capsys, *SOMSRI, "verify")
    assert status not in (0, 2)
    assert len(err.strip().splitlines()) == 1


def test_every_sentence_fills_its_places() -> None:
    error = UserError("period-unknown", dataset="leader", period="2561-q9")
    assert "2561-q9" in sentence(error)
    assert "no-such-code" in sentence(UserError("no-such-code", a=1))
    assert key_of("leader", "2561-r1")


def test_the_console_says_what_the_documents_say() -> None:
    rows = {}
    for page in (Path(__file__).parents[2] / "docs" / "codes").glob("*.md"):
        for line in page.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if len(cells) == 4:
                rows[cells[0]] = (cells[2], cells[3])
    assert {code: texts for code, texts in TEXTS.items() if rows.get(code) != texts} == {}
