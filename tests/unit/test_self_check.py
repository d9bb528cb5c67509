"""The program's own check: every part works here, and a part that is missing is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from cdd_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent.parent


def check(root: Path, home: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(root), "XDG_DATA_HOME": str(home), "LOCALAPPDATA": str(home)}
    command = [sys.executable, "-m", "cdd_desktop", "--self-check"]
    return subprocess.run(command, env=env, cwd=root, capture_output=True, encoding="utf-8", check=False)


def test_every_part_is_named_and_no_profile_is_touched(tmp_path: Path) -> None:
    done = check(ROOT, tmp_path)
    assert (done.returncode, done.stderr.replace("This plugin does not support propagateSizeHints()\n", "")) == (0, "")
    lines = done.stdout.splitlines()
    parts = [line.split()[1].rstrip(":") for line in lines if line.startswith("ok ")]
    assert parts == ["store", "password", "rules", "calendar", "zstd", "age", "form"]
    assert lines[-1] == f"CDD Desktop {__version__}"
    assert not list(tmp_path.iterdir())


def test_a_missing_font_fails_the_form(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "cdd_desktop", copy / "cdd_desktop")
    shutil.copytree(ROOT / "resources", copy / "resources")
    for font in (copy / "resources" / "fonts").glob("Sarabun*.ttf"):
        font.unlink()
    done = check(copy, tmp_path / "home")
    assert done.returncode == 1
    assert done.stderr.startswith("failed  form: RuntimeError: Sarabun lacks letters")
