"""The proof's part about updates: keys for the occasion, versions published at central, taken by the window."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desk import wait_for
from host import WORK, CannotError, say
from machine import DATA, Machine, central

KEYS, RELEASE = WORK / "update-keys", WORK / "release"
KEPT = WORK / "proof-data"  # the data as they were before the first update
LARGEST_UPDATE = 500_000  # bytes
PYTHON, LARGE = ("python313.dll", "base_library.zip"), 1_000_000  # what a program needs to say that it fails
NEEDED = ("_internal", "PySide6", "Qt6Widgets.dll")  # without it no window comes up


@contextmanager
def trusted_keys() -> Iterator[None]:
    """Keys of the proof's own, which programs built meanwhile trust."""
    shutil.rmtree(KEYS, ignore_errors=True)
    central("updates", "keys", KEYS)
    before = os.environ.get("CDD_UPDATE_ROOT")
    os.environ["CDD_UPDATE_ROOT"] = str(KEYS / "1.root.json")
    try:
        yield
    finally:
        os.environ.pop("CDD_UPDATE_ROOT")
        if before is not None:
            os.environ["CDD_UPDATE_ROOT"] = before


def forget_release() -> None:
    """No version was published before."""
    shutil.rmtree(RELEASE, ignore_errors=True)


def publish(machine: Machine, *trees: tuple[str, Path]) -> str:
    """Make the bundles of built versions, offer the last at central; what the two ways to it cost. Raises
    ``CannotError`` when the small one is not small."""
    RELEASE.mkdir(exist_ok=True)
    shutil.copy(KEYS / "1.root.json", RELEASE)
    say("making the bundles")
    key = KEYS / "targets" / "targets.pem"
    for version, tree in trees:
        central("updates", "pack", tree, "--version", version, "--release", RELEASE, "--key", key)
    folder = machine.database.parent / "updates"
    folder.mkdir(exist_ok=True)
    shutil.copy(KEYS / "online" / "online.pem", folder)
    newest = trees[-1][0]
    central("updates", "--database", machine.database, "publish", RELEASE, newest)
    sizes = {path.name: path.stat().st_size for path in RELEASE.glob(f"*-{newest}-*.cddupdate")}
    small = max(size for name, size in sizes.items() if "-from-" in name)
    if small > LARGEST_UPDATE:
        raise CannotError(f"The update has {small:,} bytes; at most {LARGEST_UPDATE:,} were wanted.")
    return f"      {newest}: update {small:,} bytes, the whole {max(sizes.values()) / 1_000_000:.1f} MB"


def current(machine: Machine) -> dict[str, Any]:
    """Which version is started next, as the machine has it written down."""
    try:
        found: dict[str, Any] = json.loads((machine.here(DATA) / "current.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"version": "", "confirmed": False, "failed": []}
    return found


def folder_of(machine: Machine, version: str) -> Path:
    """Where a version lies that was taken."""
    return machine.here(DATA) / "versions" / version


def take(machine: Machine, version: str, out: Path) -> str:
    """The window takes the newer version from central by itself, and says that it waits for the next start."""
    shutil.rmtree(KEPT, ignore_errors=True)
    shutil.copytree(machine.here(DATA), KEPT)
    with machine.window() as screen:
        wait_for("the update to be made ready", lambda: current(machine)["version"] == version)
        screen.settle()
        screen.picture(out / "update-ready.png")
    if current(machine)["confirmed"]:
        raise CannotError("A version that was never started counts as proved.")
    return ""


def give_way(machine: Machine, version: str, out: Path) -> str:
    """The new version cannot show its window: the installed one comes up instead, by itself, in the same start."""
    needed, state = folder_of(machine, version).joinpath(*NEEDED), machine.here(DATA) / "current.json"
    aside, before = needed.with_suffix(".aside"), state.read_bytes()
    needed.rename(aside)
    with machine.window() as screen:
        screen.picture(out / "update-gave-way.png")
        if version not in current(machine)["failed"] or current(machine)["version"]:
            raise CannotError(f"The version that cannot start was not given up: {current(machine)}")
    aside.rename(needed)
    state.write_bytes(before)
    return ""


def start(machine: Machine, version: str, out: Path) -> str:
    """The new version starts with the data, which it migrates, and its window confirms it."""
    before = _records_before(machine)
    with machine.window() as screen:
        wait_for("the new version to be confirmed", lambda: bool(current(machine)["confirmed"]))
        screen.settle()
        screen.picture(out / "updated.png")
    if f"CDD Desktop {version}" not in machine.version():
        raise CannotError("The installed program does not start the new version.")
    machine.verify()
    if (after := machine.records()) != before:
        raise CannotError(f"Records before and after the update: {before}, {after}")
    return f"      {after} records"


def _records_before(machine: Machine) -> int:
    """How many records there were, told by the version before."""
    state = machine.here(DATA) / "current.json"
    held = state.read_bytes()
    state.unlink()
    try:
        return machine.records()
    finally:
        state.write_bytes(held)


def broken(machine: Machine, versions: tuple[str, str], out: Path) -> str:
    """A version without its large libraries is published: its self-check fails, it is never started, and the window
    says so."""
    good, bad = versions
    tree = WORK / "trees" / bad
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(WORK / "trees" / good, tree)
    for file in (tree / "_internal").rglob("*"):
        if file.is_file() and file.stat().st_size > LARGE and file.name not in PYTHON:
            file.unlink()
    said = publish(machine, (bad, tree))
    shutil.rmtree(tree)
    with machine.window() as screen:
        wait_for("the broken version to be refused", lambda: bad in current(machine)["failed"])
        screen.settle()
        screen.picture(out / "update-refused.png")
    if current(machine)["version"] != good or f"CDD Desktop {good}" not in machine.version():
        raise CannotError(f"The version before does not go on: {current(machine)}")
    return said


def lose_files(machine: Machine, versions: tuple[str, str]) -> str:
    """Files of the new version are gone: the installed one starts all the same. The data are put back as they were
    before the update, so that the installer has the same to do."""
    (folder_of(machine, versions[1]) / "cdd-desktop.exe").unlink()
    if f"CDD Desktop {versions[0]}" not in machine.version():
        raise CannotError("The installed program does not start.")
    for part in ("profiles", "demo.json"):
        place = machine.here(DATA) / part
        shutil.rmtree(place) if place.is_dir() else place.unlink()
        kept = KEPT / part
        shutil.copytree(kept, place) if kept.is_dir() else shutil.copy(kept, place)
    return ""


def left_behind(machine: Machine) -> list[str]:
    """What an update has laid beside the data and is still there."""
    return [name for name in ("versions", "updates", "current.json") if (machine.here(DATA) / name).exists()]
