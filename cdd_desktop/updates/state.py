"""Where updates happen on this machine, how far one is, and whether this copy of the program updates itself at all."""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cdd_desktop import __version__
from cdd_desktop.paths import machine_folder, resources
from cdd_desktop.updates.start import confirm, read_current

PLATFORM = "windows" if sys.platform == "win32" else "linux"


@dataclass(frozen=True, slots=True)
class Here:
    """Where updates happen: ``running`` is the folder of the program that runs, ``folder`` where versions lie."""

    running: Path
    folder: Path

    @property
    def bundles(self) -> Path:
        return self.folder / "updates"

    @property
    def lists(self) -> Path:
        return self.folder / "updates" / "lists"


class Standing(StrEnum):
    """How far an update is."""

    NONE = "none"  # this is the newest version for this machine
    FETCHING = "fetching"
    BUILDING = "building"
    READY = "ready"  # taken at the next start


@dataclass(frozen=True, slots=True)
class UpdateState:
    """``version`` is the one that comes, ``far`` how much of it has been fetched, 0 to 1; ``code`` what went wrong."""

    standing: Standing = Standing.NONE
    version: str = ""
    far: float = 0.0
    code: str = ""


def waiting(here: Here, running: str) -> UpdateState:
    """What stands without looking anywhere: a version that waits for the next start."""
    current = read_current(here.folder)
    if current.version and current.version != running and not current.confirmed:
        return UpdateState(Standing.READY, current.version)
    return UpdateState()


@dataclass(frozen=True, slots=True)
class Installed:
    """An installed copy that updates itself: where, its version, and the root list it trusts."""

    here: Here
    version: str
    root: bytes

    @property
    def waiting(self) -> UpdateState:
        """What stands without looking anywhere: a version that waits for the next start."""
        return waiting(self.here, self.version)

    def confirm(self) -> None:
        """The window is there: this version counts from now on. A full disk only means that it is confirmed later."""
        with contextlib.suppress(OSError):
            confirm(self.here.folder, self.version)


def installed() -> Installed | None:
    """This copy, when it was frozen with a root list."""
    root = resources() / "updates" / "root.json"
    if not getattr(sys, "frozen", False) or not root.is_file():
        return None
    return Installed(Here(Path(sys.executable).parent, machine_folder()), __version__, root.read_bytes())
