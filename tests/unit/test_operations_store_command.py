"""The command line of the store: status, verify, backup and restore; one line for whatever makes no sense."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from entry_office import PASSWORD, Office, add_groups, enrolled_office, key_of
from store_office import copied

from cdd_desktop.cli import main
from cdd_desktop.cli.texts import TEXTS, sentence
from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.errors import UserError
from cdd_desktop.paths import profile

NOW = datetime(2018, 3, 18, 8, 40, tzinfo=BANGKOK)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = enrolled_office(tmp_path_factory.mktemp("template"), FixedClock(NOW))
    desk = office.work_as()
    add_groups(desk)
    desk.close()
    return office


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
    status, out, _ = run(capsys, *SOMSRI, "backup", file)
    assert status == 0
    assert "ยังไม่ได้ส่ง / not sent yet: 3" in out
    assert run(capsys, "--profile", "second", "--person", "สมศรี ใจดี", "restore", file)[0] == 0
    second = ("--profile", "second", "--person", "สมศรี ใจดี")
    status, out, _ = run(capsys, *second, "sync")
    assert status == 1
    assert "--old-machine-retired" in out
    status, out, _ = run(capsys, *second, "sync", "--old-machine-retired")
    assert "--old-machine-retired" not in out  # and nobody answers at this address
    status, out, _ = run(capsys, *second, "status", "--json")
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
