"""Killed at every step, out of room at every size: a program starts, the data are there, and the update goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).parent / "dying_updates.py"


@pytest.mark.parametrize(("how", "least"), [("kill", 50), ("full", 20_000)])
def test_an_interruption_anywhere_leaves_a_program_that_starts(tmp_path: Path, how: str, least: int) -> None:
    done = subprocess.run(
        [sys.executable, str(CHILD), str(tmp_path / "world"), how], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["started"] == ["0.1.1", "0.1.2"], "the version before or the new one, never the installed one or none"
    assert said["last"] == "0.1.2"
    assert said["ends"] > least
