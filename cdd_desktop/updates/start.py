"""Which version runs: the installed program starts the newest one that was proved, and goes back by itself.

The installed program is never changed by an update. Newer versions lie in folders of their own beside the data;
``current.json`` names the one to start. It is replaced in one step, so an interruption at any moment leaves a program
that starts. A version that does not come as far as its window is not started again.

Runs before the rest of the program is loaded: the standard library only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

VERSIONS, STATE = "versions", "current.json"
BEGUN_BY, BEGUN_NUMBER = "CDD_DESKTOP_BEGUN_BY", "CDD_DESKTOP_BEGUN_NUMBER"
FRESH = {"PYINSTALLER_RESET_ENVIRONMENT": "1"}  # a frozen program started by another one is one of its own
_WINDOW = "CDD Desktop"
_TRIES = 2


@dataclass(frozen=True, slots=True)
class Current:
    """``version`` is started; ``confirmed`` once its window was there. ``good`` is the confirmed one before it,
    ``tries`` how often it was started in vain, ``failed`` the versions that are not taken again."""

    version: str = ""
    confirmed: bool = False
    good: str = ""
    tries: int = 0
    failed: tuple[str, ...] = ()

    def taking(self, version: str) -> Current:
        """The state after another version was proved."""
        good = self.version if self.confirmed else self.good
        return Current(version=version, good=good, failed=self.failed)

    def taken_back(self) -> Current:
        """The state after a version that waits was withdrawn: the one before it. It may come again."""
        return Current(version=self.good, confirmed=bool(self.good), failed=self.failed)

    def without(self, version: str) -> Current:
        """The state after a version has failed."""
        failed = tuple(dict.fromkeys((*self.failed, version)))[-8:]
        if version == self.version:
            return replace(self.taken_back(), failed=failed)
        return replace(self, failed=failed)


def read_current(folder: Path) -> Current:
    """The state, empty where there is none or it cannot be read: then the installed program runs."""
    try:
        read = json.loads((folder / STATE).read_text(encoding="utf-8"))
        return Current(
            version=str(read["version"]),
            confirmed=bool(read["confirmed"]),
            good=str(read["good"]),
            tries=int(read["tries"]),
            failed=tuple(str(one) for one in read["failed"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Current()


def write_current(folder: Path, current: Current) -> None:
    """Replace the state in one step. Raises ``OSError``; then the state before stands."""
    part = folder / f"{STATE}.part"
    state = {
        "version": current.version,
        "confirmed": current.confirmed,
        "good": current.good,
        "tries": current.tries,
        "failed": list(current.failed),
    }
    with part.open("w", encoding="utf-8") as file:
        json.dump(state, file)
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / STATE)


def confirm(folder: Path, version: str) -> None:
    """The window of a version is there: it counts from now on."""
    current = read_current(folder)
    if current.version == version and not current.confirmed:
        write_current(folder, replace(current, confirmed=True, tries=0))


def start_newest(program: Path, version: str, folder: Path, words: Sequence[str]) -> int | None:
    """Start the version to run in the place of the installed one and wait for its end: its exit status. None when the
    installed one is to go on itself, also after another one has failed.

    ``program`` is the installed executable, ``version`` its number, ``folder`` where versions lie.
    """
    current = read_current(folder)
    while (newer := _newer(current, version, program.name, folder)) is not None:
        windowed = program.stem == _WINDOW or not words
        if windowed and not current.confirmed:
            if current.tries >= _TRIES:
                current = _gives_up(folder, current)
                continue
            current = replace(current, tries=current.tries + 1)
            _try_write(folder, current)
        status = _run(newer, program, words)
        if status is not None and (status == 0 or read_current(folder).confirmed or not windowed):
            return status
        current = _gives_up(folder, read_current(folder))
    return None


def _newer(current: Current, version: str, name: str, folder: Path) -> Path | None:
    if not current.version or _number(current.version) <= _number(version):
        return None
    path = folder / VERSIONS / current.version / name
    return path if path.is_file() else None


def _gives_up(folder: Path, current: Current) -> Current:
    after = current.without(current.version)
    _try_write(folder, after)
    return after


def _try_write(folder: Path, current: Current) -> None:
    """A full disk must not keep the program from starting."""
    try:
        write_current(folder, current)
    except OSError:
        return


def _run(path: Path, program: Path, words: Sequence[str]) -> int | None:
    """The exit status; None when the version could not even be started."""
    try:
        begun = {BEGUN_BY: str(program), BEGUN_NUMBER: str(os.getpid())}
        return subprocess.call([str(path), *words], env={**os.environ, **FRESH, **begun})
    except OSError:
        return None


def begun_by() -> Path:
    """The installed program, whichever version of it this is: what shortcuts and the system should start."""
    return Path(os.environ.get(BEGUN_BY) or sys.executable)


def own_numbers() -> tuple[str, ...]:
    """The system's numbers of this process and of the installed program that began it. The latter is handed on: Wine
    ends a program that asks for its parent's."""
    return (str(os.getpid()), os.environ.get(BEGUN_NUMBER, ""))


def _number(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(int(part) for part in parts) if all(part.isascii() and part.isdigit() for part in parts) else ()
