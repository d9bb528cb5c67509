"""Renews the lock files (needs ``uv`` on the path): the newest of everything, the oldest Qt we support, what is
frozen into the programs for Windows and Linux, with that same oldest Qt, and what central needs alone.

    python packaging/lock.py [NAME …]

A frozen program's lock keeps the versions it has and only takes in what is new, unless its file is removed first.
Central's has the versions of ``dev.txt``, with which everything is tested: renew it after that one.
Run it on purpose, look at the difference, run all tests, commit.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
BUILD_TOOLS = "setuptools>=75\nwheel\n"
OLDEST_QT = "pyside6-essentials==6.8.3\nshiboken6==6.8.3\n"
# Of what the project asks for: windows, the encrypted store, the way to central, calendars and squares on paper.
DESKTOP = frozenset({"PySide6-Essentials", "sqlcipher3", "httpx2", "truststore", "keyring", "icalendar", "segno"})

# The whole desktop program, and central for the sample province; no database server, no data files.
FROZEN = "starlette>=0.45\nuvicorn>=0.34\npyinstaller>=6.22\nsetuptools>=75\n"
BARE = ("--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header")


def compile_lock(target: Path, wanted: str, constraints: str, *options: str, project: bool = True) -> None:
    """``wanted``: requirements beside the project's own, or instead of them."""
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder, "build.in")
        build.write_text(wanted)
        constraint = Path(folder, "constraints.txt")
        constraint.write_text(constraints)
        inputs = [*(["pyproject.toml"] if project else []), str(build), "-c", str(constraint), "-o", str(target)]
        command = ["uv", "pip", "compile", "--quiet", *options, *BARE, *inputs]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def lock(target: Path, constraints: str) -> None:
    """The newest of everything, for every system and all extras."""
    options = ("--universal", "--python-version", "3.11", "--all-extras", "--upgrade")
    compile_lock(target, BUILD_TOOLS, constraints, *options)


def lock_frozen(target: Path, platform: str, python: str) -> None:
    """What goes into the frozen program of a system, and what freezes it."""
    compile_lock(target, FROZEN, OLDEST_QT, "--python-platform", platform, "--python-version", python)


def lock_central(target: Path) -> None:
    """What central needs on any system, in the versions of ``dev.txt``; nothing of the desktop's."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [line for line in project["dependencies"] if re.split(r"[\[>]", line)[0] not in DESKTOP]
    wanted += project["optional-dependencies"]["central"]
    tested = re.findall(r"^[a-z0-9-]+==[^ ;\\]+", (LOCKS / "dev.txt").read_text(encoding="utf-8"), re.MULTILINE)
    options = ("--universal", "--python-version", "3.11")
    compile_lock(target, "\n".join(wanted), "\n".join(tested), *options, project=False)


LOCK = {
    "dev": lambda target: lock(target, ""),
    "dev-qt68": lambda target: lock(target, OLDEST_QT),
    "windows": lambda target: lock_frozen(target, "x86_64-pc-windows-msvc", "3.13"),
    "linux": lambda target: lock_frozen(target, "x86_64-manylinux_2_36", "3.11"),
    "central": lock_central,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or LOCK:
        LOCK[name](LOCKS / f"{name}.txt")
