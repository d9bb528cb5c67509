"""The bill of materials of a built installer: CycloneDX 1.6, from the lock file and the files that are ours."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ \\;]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
# Packages that only make the program and are not in it.
BUILDING = {
    "pyinstaller",
    "pyinstaller-hooks-contrib",
    "altgraph",
    "pefile",
    "pywin32-ctypes",
    "setuptools",
    "packaging",
}
PYTHON = "3.13.2"


def components(lock: str) -> list[dict[str, object]]:
    """One component for each package of a lock file, with the hashes that its files may have."""
    found: list[dict[str, object]] = []
    places = list(_PINNED.finditer(lock))
    for number, match in enumerate(places):
        name, version = match[1], match[2]
        end = places[number + 1].start() if number + 1 < len(places) else len(lock)
        found.append(
            {
                "type": "library",
                "name": name,
                "version": version,
                "purl": f"pkg:pypi/{name}@{version}",
                "bom-ref": f"pkg:pypi/{name}@{version}",
                "scope": "excluded" if name in BUILDING else "required",
                "hashes": [
                    {"alg": "SHA-256", "content": digest} for digest in _HASH.findall(lock[match.start() : end])
                ],
            }
        )
    return found


def write(target: Path, version: str, lock: Path, source: Path, python: str = PYTHON) -> None:
    """Write the bill: the program, the Python inside it, every package, every font."""
    program = {"type": "application", "name": "CDD Desktop", "version": version, "bom-ref": f"cdd-desktop@{version}"}
    runtime = {"type": "platform", "name": "cpython", "version": python, "bom-ref": f"cpython@{python}"}
    fonts = [
        {
            "type": "file",
            "name": file.name,
            "bom-ref": f"font/{file.name}",
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}],
        }
        for file in sorted((source / "resources" / "fonts").glob("*.ttf"))
    ]
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": program},
        "components": [runtime, *components(lock.read_text(encoding="utf-8")), *fonts],
    }
    target.write_text(json.dumps(bill, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
