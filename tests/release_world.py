"""Versions of a very small program, the place where they are signed, central's folder of them, and a machine."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cdd_desktop.central.updates.offered import Repository
from cdd_desktop.clock import SystemClock
from cdd_desktop.release import making
from cdd_desktop.release.channel import Offered
from cdd_desktop.updates.find import Machine
from cdd_desktop.updates.source import FolderSource, UpdateSource
from cdd_desktop.updates.start import start_newest
from cdd_desktop.updates.state import Here, UpdateState
from cdd_desktop.updates.take import take_update

PLATFORM = "linux"
PROGRAM = "cdd-desktop"
_SCRIPT = """#!{python} -S
import sys
sys.path.insert(0, {package!r})
version, works, comes_up = {version!r}, {works}, {comes_up}
if sys.argv[1:] == ["--self-check"]:
    print("CDD Desktop " + version)
    sys.exit(0 if works else 1)
with open({log!r}, "a") as log:
    log.write(version + "\\n")
if not comes_up:
    sys.exit(70)
from pathlib import Path
from cdd_desktop.updates.start import confirm
confirm(Path({folder!r}), version)
"""


def now() -> datetime:
    """The library asks the machine's clock whether a list has run out; so the lists are signed by it too."""
    return SystemClock().now()


@dataclass
class ReleaseWorld:
    """``make`` builds a version, ``publish`` offers it, ``round`` is what a machine does, ``start`` its next start."""

    folder: Path
    central: Path | None = None  # the folder of a real central's database

    def __post_init__(self) -> None:
        self.keys = self.folder / "keys"
        self.release = self.folder / "release"
        self.release.mkdir(parents=True)
        root = making.make_keys(self.keys, now())
        (self.release / root.name).write_bytes(root.read_bytes())
        self.root = root.read_bytes()
        self.repository = Repository((self.central or self.folder / "central") / "updates")
        self.repository.folder.mkdir(parents=True, exist_ok=True)
        (self.repository.folder / "online.pem").write_bytes((self.keys / "online" / "online.pem").read_bytes())
        self.machine = self.folder / "machine"
        self.machine.mkdir()
        self.log = self.folder / "started.txt"

    def key(self, name: str) -> Path:
        return self.keys / name / f"{name}.pem"

    def make(self, version: str, *, works: bool = True, comes_up: bool = True, size: int = 40_000) -> Path:
        """The folder of a version: a program, a library that stays, one that changes by a few bytes."""
        tree = self.folder / "trees" / version
        (tree / "_internal").mkdir(parents=True)
        package = str(Path(__file__).resolve().parent.parent)
        values = {"version": version, "works": works, "comes_up": comes_up, "package": package}
        text = _SCRIPT.format(**values, python=sys.executable, log=str(self.log), folder=str(self.machine))
        (tree / PROGRAM).write_text(text, encoding="utf-8")
        (tree / PROGRAM).chmod(0o755)
        same = random.Random(1).randbytes(size)
        (tree / "_internal" / "stays.bin").write_bytes(same)
        (tree / "_internal" / "changes.bin").write_bytes(same[:1000] + version.encode() + same[1000:])
        (tree / "_internal" / "ไทย.txt").write_text(version, encoding="utf-8")
        return tree

    def install(self, version: str = "0.1.0") -> Path:
        """A version as the installer puts it; its program."""
        return self.make(version) / PROGRAM

    def pack(self, version: str, tree: Path, key: Path | None = None) -> list[Path]:
        return making.pack(self.release, tree, (PLATFORM, version), key or self.key("targets"), now())

    def publish(self, version: str, *, at: datetime | None = None, **offer: object) -> list[str]:
        return self.repository.publish(self.release, Offered(version=version, **offer), at or now())  # type: ignore[arg-type]

    def released(self, *versions: str, **made: bool) -> None:
        """Versions made, packed and offered, the first of them as installed programs have it."""
        for version in versions:
            tree = self.folder / "trees" / version
            self.pack(version, tree if tree.exists() else self.make(version, **made))
            self.publish(version)

    @property
    def source(self) -> FolderSource:
        return FolderSource(self.repository.folder)

    def here(self, running: str = "0.1.0") -> Here:
        installed = self.folder / "trees" / running
        newer = self.machine / "versions" / running
        return Here(newer if newer.exists() else installed, self.machine)

    def round(
        self,
        running: str = "0.1.0",
        source: UpdateSource | None = None,
        *,
        unit: str = "5007",
        device: str = "d1",
        tell: Callable[[UpdateState], None] = lambda _state: None,
    ) -> UpdateState:
        machine = Machine(PLATFORM, running, unit, device)
        stop = threading.Event()
        return take_update(source or self.source, self.here(running), machine, stop, root=self.root, tell=tell)

    def start(self, installed: Path) -> list[str]:
        """Start the installed program as its beginning does; the versions that ran, in order."""
        before = self.log.read_text().splitlines() if self.log.exists() else []
        if start_newest(installed, installed.parent.name, self.machine, []) is None:
            with self.log.open("a") as log:
                log.write(f"{installed.parent.name}\n")
        return self.log.read_text().splitlines()[len(before) :]


def long_ago() -> datetime:
    return now() - timedelta(days=400)
