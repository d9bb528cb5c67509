"""``cdd-desktop report``: a scheduled task gets whole files in a folder, or a reason and a status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import PASSWORD, Office, add_groups, enrolled_office
from printed import fonts_in, read_text
from python_calamine import CalamineWorkbook
from store_office import copied

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import profile
from cdd_desktop.store.rows import AuditRow
from cdd_desktop.ui.views.request import read_period


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """In the folders of a user, as a scheduled task finds it."""
    made = enrolled_office(tmp_path / "made", FixedClock(DEMO_NOW))
    workplace = made.work_as()
    add_groups(workplace)
    workplace.close()
    copied(made, tmp_path / "copy")
    base = tmp_path / "user" / "CDD Desktop" / "profiles" / "test"
    base.parent.mkdir(parents=True)
    (tmp_path / "copy" / "profiles" / "test").rename(base)
    return made


def command(folder: Path, *words: str, person: str = "สมศรี ใจดี") -> subprocess.CompletedProcess[str]:
    """Without a display, without anybody there: the password lies in a file."""
    (folder / "password.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    user = str(folder / "user")
    surroundings = os.environ | {
        "CDD_PASSWORD_FILE": str(folder / "password.txt"),
        "XDG_DATA_HOME": user,
        "LOCALAPPDATA": user,
    }
    surroundings.pop("QT_QPA_PLATFORM", None)
    line = [sys.executable, "-m", "cdd_desktop", "--profile", "test", "--person", person, "report", *words]
    return subprocess.run(line, capture_output=True, text=True, check=False, env=surroundings, stdin=subprocess.DEVNULL)


def test_a_task_gets_whole_files_and_every_one_is_in_the_trail(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "ส่งออก"
    out.mkdir()
    done = command(tmp_path, "--view", "monthly", "--period", "2561-m3", "--to", str(out), "--format", "both", "--json")
    assert done.returncode == 0, done.stderr
    files = [Path(name) for name in json.loads(done.stdout)["files"]]
    assert sorted(out.iterdir()) == sorted(files), "nothing half written stays"
    assert {file.suffix for file in files} == {".pdf", ".xlsx"}
    assert all(file.name.startswith("monthly-2018-03-5007-") for file in files)
    paper, book = sorted(files)
    assert fonts_in(paper) <= {("Sarabun-Regular", True), ("Sarabun-Bold", True)}
    assert len(read_text(paper)) > 1
    assert "มีนาคม 2561" in CalamineWorkbook.from_path(str(book)).get_sheet_by_index(0).to_python()[0][0]
    again = command(tmp_path, "--view", "overview", "--to", str(out), "--thai-digits")
    assert again.returncode == 0, again.stderr
    assert Path(again.stdout.strip()).exists()
    trail = profile("test", tmp_path / "user" / "CDD Desktop")
    officer = next(each for each in people_on(trail) if each.name == "สมศรี ใจดี")
    workplace = sign_in(trail, officer.id, PASSWORD, clock=FixedClock(DEMO_NOW))
    assert workplace.read(noted) == [("monthly", "pdf"), ("monthly", "workbook"), ("overview", "pdf")]
    workplace.close()


def noted(work: Work) -> list[tuple[str, str]]:
    rows = work.session.query(AuditRow).filter(AuditRow.action == "exported-view").order_by(AuditRow.id)
    return [(row.detail["view"], row.detail["way"]) for row in rows]


def test_what_cannot_be_done_has_a_reason_a_status_and_no_file(office: Office, tmp_path: Path) -> None:
    out = tmp_path / "out"
    missing = command(tmp_path, "--view", "news", "--to", str(out))
    assert (missing.returncode, str(out) in missing.stderr, "--to" in missing.stdout) == (2, True, False)
    out.mkdir()
    for status, words in (
        (2, ("--view", "indicators")),
        (2, ("--view", "overview", "--period", "มีนาคม")),
        (1, ("--view", "overview", "--area", "5001")),
    ):
        done = command(tmp_path, *words, "--to", str(out))
        assert done.returncode == status, done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
        assert "Traceback" not in done.stderr
    stranger = command(tmp_path, "--view", "news", "--to", str(out), person="ไม่มีชื่อนี้")
    assert stranger.returncode == 2
    assert not list(out.iterdir())


def test_periods_as_typed() -> None:
    assert read_period("2561") == (2561, "year")
    assert read_period("2561-q4") == (2561, "q4")
    assert read_period(" 2562-m10 ") == (2562, "m10")
