"""A version built beside the running one from its bundle, proved by its self-check, and named for the next start."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from cdd_desktop.errors import RefusedError
from cdd_desktop.release.bundle import BundleError, unpack
from cdd_desktop.updates.fetch import StoppedError
from cdd_desktop.updates.find import Found
from cdd_desktop.updates.start import FRESH, VERSIONS, read_current, write_current
from cdd_desktop.updates.state import Here

CONSOLE = "cdd-desktop.exe" if sys.platform == "win32" else "cdd-desktop"
CHECK_SECONDS = 300
_LOOK_SECONDS = 0.2
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def prepare(here: Here, found: Found, bundle: Path, stop: threading.Event) -> None:
    """Build the version and name it for the next start. Until then nothing that runs knows of it.

    Raises ``StoppedError``, ``BundleError``, ``OSError`` (the disk is full), and ``RefusedError("update-self-check")``
    when the version does not work here; it is not tried again.
    """
    versions = here.folder / VERSIONS
    target, part = versions / found.version, versions / f"{found.version}.part"
    forget_versions(here)
    _remove(part)
    _remove(target)

    def go_on(_far: float) -> None:
        if stop.is_set():
            raise StoppedError

    try:
        index = unpack(bundle, here.running, part, go_on)
        if index.version != found.version:
            raise BundleError("update-damaged")
        if not checks_itself(part / CONSOLE, found.version, stop):
            write_current(here.folder, read_current(here.folder).without(found.version))
            bundle.unlink(missing_ok=True)
            raise RefusedError("update-self-check", version=found.version)
        part.replace(target)
    except BaseException:
        _remove(part)
        raise
    write_current(here.folder, read_current(here.folder).taking(found.version))
    bundle.unlink(missing_ok=True)


def checks_itself(program: Path, version: str, stop: threading.Event) -> bool:
    """Whether a program says that every part of it works on this machine. Raises ``StoppedError``."""
    try:
        check = subprocess.Popen(
            [str(program), "--self-check"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **FRESH},
            creationflags=_NO_WINDOW,
        )
    except OSError:
        return False
    for _ in range(round(CHECK_SECONDS / _LOOK_SECONDS)):
        try:
            said, _ = check.communicate(timeout=_LOOK_SECONDS)
        except subprocess.TimeoutExpired:
            if not stop.is_set():
                continue
            check.kill()
            check.communicate()
            raise StoppedError from None
        return check.returncode == 0 and f"CDD Desktop {version}".encode() in said
    check.kill()
    check.communicate()
    return False


def forget_versions(here: Here) -> None:
    """Remove what is neither started, nor the one to go back to, nor running."""
    current = read_current(here.folder)
    kept = {current.version, current.good, here.running.name}
    versions = here.folder / VERSIONS
    for folder in versions.iterdir() if versions.is_dir() else ():
        if folder.name not in kept:
            _remove(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
