"""Where the frozen programs begin: the newest proved version runs, central's words lead to central, and a version that
cannot begin gives way without a word only to the one that started it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cdd_desktop import __version__
from cdd_desktop.updates.start import BEGUN_BY, Current, write_current

ROOT = Path(__file__).resolve().parents[2]
NEWER = "999.0.0"


def begin(root: Path, home: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """The frozen programs' first file run by a plain Python, with the package below ``root``."""
    places = {"PYTHONPATH": str(root), "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}
    env = {name: text for name, text in os.environ.items() if name != BEGUN_BY} | places | settings
    line = [sys.executable, ROOT / "packaging" / "frozen.py", *words]
    return subprocess.run(line, env=env, capture_output=True, encoding="utf-8", check=False)


def machine(home: Path, current: Current) -> Path:
    """The machine's folder of the program, with a state of updates."""
    folder = home / "CDD Desktop"
    folder.mkdir(parents=True)
    write_current(folder, current)
    return folder


def test_words_lead_to_the_program_or_to_central(tmp_path: Path) -> None:
    assert begin(ROOT, tmp_path, "--version").stdout.strip() == f"CDD Desktop {__version__}"
    central = begin(ROOT, tmp_path, "-m", "cdd_desktop.central", "--help")
    assert central.returncode == 0
    assert "serve" in central.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for the newer program")
def test_the_newest_version_runs_in_its_place_and_its_status_is_handed_on(tmp_path: Path) -> None:
    folder = machine(tmp_path, Current(version=NEWER, confirmed=True))
    program = folder / "versions" / NEWER / Path(sys.executable).name
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "newer $*"\nexit 7\n')
    program.chmod(0o755)
    done = begin(ROOT, tmp_path, "status", "--json")
    assert (done.returncode, done.stdout) == (7, "newer status --json\n")


@pytest.mark.parametrize(
    ("begun_by", "confirmed", "silent"),
    [("the installed one", False, True), ("the installed one", True, False), ("", False, False)],
    ids=["new", "in use", "installed"],
)
def test_only_a_new_version_that_cannot_begin_says_nothing(
    tmp_path: Path, begun_by: str, confirmed: bool, silent: bool
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "cdd_desktop", copy / "cdd_desktop", ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "cdd_desktop" / "cli" / "__init__.py").write_text('raise ImportError("a library is missing")\n')
    machine(tmp_path, Current(version=__version__, confirmed=confirmed))
    done = begin(copy, tmp_path, "status", **({BEGUN_BY: begun_by} if begun_by else {}))
    assert done.returncode == 1
    assert done.stderr == "" if silent else "a library is missing" in done.stderr
