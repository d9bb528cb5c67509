"""A file system of a few megabytes that really is full, in a mount namespace of this test's own."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

INSIDE = Path(__file__).with_name("small_disk_inside.py")
ROOT = Path(__file__).parents[2]


def in_a_small_disk(folder: Path, command: str, size: str = "24m") -> subprocess.CompletedProcess[str]:
    """Runs a command while ``folder`` is such a file system, for that command alone."""
    place = shlex.quote(str(folder))
    script = f"mount -t tmpfs -o size={size} small {place} && {command}"
    inside = ["unshare", "--mount", "--propagation", "private", "sh", "-c", script]
    return subprocess.run(inside, capture_output=True, text=True, cwd=ROOT, check=False)


def may_mount() -> bool:
    """Whether this account may; where not, ``test_sync_disk_full`` shows the same by SQLite's own limit."""
    if shutil.which("unshare") is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        return in_a_small_disk(Path(folder), "true", "1m").returncode == 0


@pytest.mark.skipif(not may_mount(), reason="mounting is not allowed here")
def test_both_ends_on_a_full_disk(tmp_path: Path) -> None:
    pytest_command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp"]
    command = shlex.join([*pytest_command, str(tmp_path / "t"), str(INSIDE)])
    done = in_a_small_disk(tmp_path, command)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "2 passed" in done.stdout
    assert list(tmp_path.iterdir()) == []  # it was there for the command alone
