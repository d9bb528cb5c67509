"""Both command lines as a stranger meets them: whatever makes no sense is one line that says what is wrong and what
to do, status 2 (or 1 when refused), no traceback, and nothing half written.

Real processes: the first case of a group alone, the others together.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest
from demo_day import DEMO_NOW
from entry_office import OFFICER, PASSWORD, enrolled_office

from cdd_desktop.clock import FixedClock

ROOT = Path(__file__).resolve().parents[2]
THAI = re.compile(r"[\u0e00-\u0e7f]")


@dataclass(frozen=True)
class Case:
    """Words of a command line, what its one line has to name, its status, and what the surroundings add."""

    words: tuple[str, ...]
    says: str
    status: int = 2
    more: Mapping[str, str] | None = None
    central: bool = False


def desktop(line: str, says: str, status: int = 2, **more: str) -> Case:
    return Case(_words(line), says, status, more)


def central(line: str, says: str, status: int = 2, **more: str) -> Case:
    return Case(_words(line), says, status, more, central=True)


def _words(line: str) -> tuple[str, ...]:
    meaning = {"''": "", "OFFICER": OFFICER}
    return tuple(meaning.get(word, word) for word in line.split())


CASES = {
    "usage of the desktop": [
        desktop("nonsense", "nonsense"),
        desktop("--bogus", "--bogus"),
        desktop("--profile", "--profile"),
        desktop("calendar --format xml", "xml"),
        desktop("calendar --dataset leader", "--dataset"),
        desktop("backup", "FILE"),
    ],
    "calendar": [
        desktop("calendar --fiscal-year 2018", "2018"),
        desktop("calendar --fiscal-year ''", "2560"),
        desktop("calendar --fiscal-year ๒๕๖๑x", "๒๕๖๑x"),
        desktop("calendar --unit 9999", "9999"),
        desktop("calendar --unit ''", '""'),
        desktop("calendar --unit 1001", "กรุงเทพ"),
    ],
    "profiles and people": [
        desktop("--profile ../etc status", "../etc"),
        desktop("--profile nosuch status", ".cddenrol"),
        desktop("--profile nosuch status --json", ".cddenrol"),
        desktop("--profile nosuch sync", ".cddenrol"),
        desktop("--profile nosuch verify", ".cddenrol"),
        desktop("--profile nosuch backup b.cddbackup", ".cddenrol"),
        desktop("--profile test status", "--person", CDD_PASSWORD=PASSWORD),
        desktop("--profile test --person nobody sync", "ไม่พบบุคคล", CDD_PASSWORD=PASSWORD),
        desktop("--profile test --person ประเสริฐ verify", "ไม่พบบุคคล", CDD_PASSWORD=PASSWORD),
    ],
    "passwords": [
        desktop("--profile test --person OFFICER verify", "CDD_PASSWORD"),
        desktop("--profile test --person OFFICER verify", "รหัสผ่าน", 1, CDD_PASSWORD="guess"),
        desktop("--profile test --person OFFICER backup b", "CDD_PASSWORD_FILE", CDD_PASSWORD_FILE="nosuch"),
    ],
    "files": [
        desktop("restore nosuch.cddbackup", "nosuch.cddbackup"),
        desktop("restore wrong", ".cddbackup"),
        desktop("restore .", ".cddbackup"),
        desktop("--profile half verify", "store.keys.json", 1, CDD_PASSWORD=PASSWORD),
        desktop("--profile half sync", "settings.json", CDD_PASSWORD=PASSWORD),
        desktop("--profile test --person OFFICER backup wrong/b", "เขียนไฟล์สำรองไม่ได้", 1, CDD_PASSWORD=PASSWORD),
    ],
    "demo and window": [
        desktop("", "จอ"),
        desktop("demo", "จอ"),
        desktop("demo --now yesterday", "yesterday"),
        desktop("demo --now 1990-01-01", "2533"),
        desktop("demo --central nonsense", "nonsense"),
        desktop("demo --central http://central.example", "https", 1),
        desktop("demo --folder wrong", "wrong", QT_QPA_PLATFORM="offscreen"),
        desktop("demo --folder .", "--folder", QT_QPA_PLATFORM="offscreen"),
        desktop("demo --folder new --central https://127.0.0.1:9", "--enrolments", QT_QPA_PLATFORM="offscreen"),
        desktop("tour", "DIR"),
        desktop("tour wrong", "wrong"),
    ],
    "usage of central": [
        central("", "COMMAND"),
        central("nonsense", "nonsense"),
        central("enrol", "--out"),
        central("serve --port abc", "abc"),
        central("demo-data --seed x", "seed"),
        central("--language fr people", "fr"),
    ],
    "central's database": [
        central("people --database nosuch.db", "init", 1),
        central("migrate --database nosuch.db", "init", 1),
        central("enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database nosuch.db", "init", 1),
        central("people --database wrong", "The database", 1, LANGUAGE="en"),
        central("init --database wrong", "เปิดฐานข้อมูลไม่ได้", 1),
        central("init --database .", "เปิดฐานข้อมูลไม่ได้", 1),
        central("init --database nosuch/a.db", "เปิดฐานข้อมูลไม่ได้", 1),
        central("init --database mysql://x/y", "postgresql"),
        central("init --database postgresql://127.0.0.1:1/none", "--keys"),
        central("enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --keys nosuch", "nosuch"),
        central("enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --keys wrong", "--keys"),
    ],
    "enrolments": [
        central("enrol 5007 --out x.cddenrol --database good.db", "--address"),
        central("enrol 9999 --out x.cddenrol --address http://127.0.0.1:9 --database good.db", "9999"),
        central("enrol 1001 --out x.cddenrol --address http://127.0.0.1:9 --database good.db", "กรุงเทพ"),
        central("enrol '' --out x.cddenrol --address http://127.0.0.1:9 --database good.db", '""'),
        central(
            "enrol 5007 --out nosuch/x.cddenrol --address http://127.0.0.1:9 --database good.db", "nosuch/x.cddenrol", 1
        ),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --person nobody", "officer"
        ),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --person A:department",
            "department",
        ),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --reports-from 1/10/2560",
            "2017-10-01",
        ),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --reports-from 1999-01-01",
            "2560",
        ),
        central("enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --now never", "never"),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --address nonsense", "https"
        ),
        central(
            "enrol 5007 --out x.cddenrol --address http://127.0.0.1:9 --database good.db --address http://central.example",
            "https",
            1,
        ),
    ],
    "serving and samples": [
        central("serve --database good.db --port 99999", "--port", 1),
        central("serve --database good.db --port -1", "--port", 1),
        central("serve --database good.db --now never", "never"),
        central("demo-data --database new.db --province 99", "99"),
        central("demo-data --database new.db --province 5007", "2 หลัก"),
        central("demo-data --database new.db --at x", "x"),
        central("demo-data --database new.db --at 1990-01-01", "2560"),
        central("demo-data --database new.db --address nonsense", "nonsense"),
        central("demo-data --database new.db --enrolments wrong", "wrong", 1),
    ],
}


Outcome = tuple[int, str, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an enrolled office, half an office, a central, and a file that is none of all that."""
    folder = tmp_path_factory.mktemp("stranger")
    (folder / "wrong").write_text("hello", encoding="utf-8")
    office = enrolled_office(folder / "data" / "CDD Desktop", FixedClock(DEMO_NOW))
    half = office.profile.folder.with_name("half")
    half.mkdir()
    for name in ("store.keys.json", "settings.json"):
        (half / name).write_text("{", encoding="utf-8")
    status, _, errors = run_alone(Case(("init", "--database", "good.db"), "", 0, central=True), folder)
    assert status == 0, errors
    return folder


def run_alone(case: Case, folder: Path) -> Outcome:
    """A case in a process of its own."""
    module = "cdd_desktop.central" if case.central else "cdd_desktop"
    done = start(["-m", module, *case.words], folder, case.more or {})
    return done.returncode, done.stdout, done.stderr


def run_together(cases: Sequence[Case], folder: Path) -> list[Outcome]:
    """Cases one after the other in one child process."""
    wanted = [["cdd-central" if case.central else "cdd-desktop", case.words, dict(case.more or {})] for case in cases]
    done = start([str(ROOT / "tests" / "many_commands.py")], folder, {}, json.dumps(wanted))
    assert done.returncode == 0, done.stderr
    return [(status, output, errors) for status, output, errors in json.loads(done.stdout)]


def start(words: Sequence[str], folder: Path, more: Mapping[str, str], said: str = "") -> CompletedProcess[str]:
    """Python in the folder, with no display and no password but what ``more`` says."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "CDD_"))}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    environment |= {"PYTHONPATH": str(ROOT), "LANGUAGE": "th", "XDG_DATA_HOME": str(folder / "data"), **more}
    command = [sys.executable, *words]
    return run(command, cwd=folder, env=environment, input=said, capture_output=True, encoding="utf-8", check=False)


def files(folder: Path) -> dict[str, bytes]:
    """What lies in the folder; signing in is written down in the store, and wrong passwords in the key file."""
    own = ("store.keys.json", "store.db")
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): b"" if path.name in own else path.read_bytes() for path in paths}


@pytest.mark.parametrize("group", CASES)
def test_one_line_a_status_and_nothing_written(place: Path, group: str) -> None:
    before = files(place)
    first, *others = CASES[group]
    outcomes = [run_alone(first, place), *run_together(others, place)]
    for case, (status, output, errors) in zip(CASES[group], outcomes, strict=True):
        said = f"{' '.join(case.words)}: {output}{errors}"
        assert (status, output) == (case.status, ""), said
        assert len(errors.strip().splitlines()) == 1, said
        assert case.says in errors, said
        assert "Traceback" not in errors, said
        if case.more is None or "LANGUAGE" not in case.more:
            assert THAI.search(errors), said
    assert files(place) == before
