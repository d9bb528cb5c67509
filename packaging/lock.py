"""Renews the two lock files (needs ``uv`` on the path): the newest of everything, and the oldest Qt we support.

Run it on purpose, look at the difference, run all tests, commit.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "packaging" / "locks"
BUILD_TOOLS = "setuptools>=75\nwheel\n"
OLDEST_QT = "pyside6-essentials==6.8.3\nshiboken6==6.8.3\n"


def lock(target: Path, constraints: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder, "build.in")
        build.write_text(BUILD_TOOLS)
        constraint = Path(folder, "constraints.txt")
        constraint.write_text(constraints)
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--all-extras", "--upgrade"]
        bare = ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header"]
        inputs = ["pyproject.toml", str(build), "-c", str(constraint), "-o", str(target)]
        command = ["uv", "pip", "compile", "--quiet", *options, *bare, *inputs]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    lock(LOCKS / "dev.txt", "")
    lock(LOCKS / "dev-qt68.txt", OLDEST_QT)
