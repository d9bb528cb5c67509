"""The proof's part about updates: keys for the occasion, the newer version published at central, taken by network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build import PROGRAM
from host import WORK, CannotError, run, say
from python import ROOT, dev

KEYS, RELEASE = WORK / "update-keys", WORK / "release"
VERSIONS = r"C:\users\root\AppData\Local\CDD Desktop\versions"


def _central(*words: str | Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    python = dev.python_of(dev.NEWEST[0])
    run(python, "-m", "cdd_desktop.central", "updates", *words, env=env, stdout=subprocess.DEVNULL)


@contextmanager
def trusted_keys() -> Iterator[None]:
    """Keys of the proof's own, which programs built meanwhile trust."""
    shutil.rmtree(KEYS, ignore_errors=True)
    _central("keys", KEYS)
    before = os.environ.get("CDD_UPDATE_ROOT")
    os.environ["CDD_UPDATE_ROOT"] = str(KEYS / "1.root.json")
    try:
        yield
    finally:
        os.environ.pop("CDD_UPDATE_ROOT")
        if before is not None:
            os.environ["CDD_UPDATE_ROOT"] = before


def publish(database: Path, versions: tuple[str, str]) -> dict[str, int]:
    """Make the bundles of two built versions and offer the newer one at a central; the bundles' bytes by name."""
    shutil.rmtree(RELEASE, ignore_errors=True)
    RELEASE.mkdir()
    shutil.copy(KEYS / "1.root.json", RELEASE)
    say("making the bundles")
    for version in versions:
        key = KEYS / "targets" / "targets.pem"
        _central("pack", WORK / "trees" / version, "--version", version, "--release", RELEASE, "--key", key)
    folder = database.parent / "updates"
    folder.mkdir(exist_ok=True)
    shutil.copy(KEYS / "online" / "online.pem", folder)
    _central("--database", database, "publish", RELEASE, versions[1])
    return {path.name: path.stat().st_size for path in sorted(RELEASE.glob("*.cddupdate"))}


def check_sizes(sizes: dict[str, int], largest: int) -> str:
    """What the two ways cost. Raises ``CannotError`` when the small one is not small."""
    small = next(size for name, size in sizes.items() if "-from-" in name)
    whole = max(sizes.values())
    if small > largest:
        raise CannotError(f"The update has {small:,} bytes; at most {largest:,} were wanted.")
    return f"update {small:,} bytes, the whole {whole / 1_000_000:.1f} MB"


def program_of(version: str) -> str:
    """The window's program of a version that was taken."""
    return rf"{VERSIONS}\{version}\{PROGRAM}.exe"
