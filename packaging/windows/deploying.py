"""What an administrator relies on, in the proof: an installation for everybody, one that is cut off, and what the
programs say of themselves."""

from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

from build import PROGRAM, PUBLISHER
from desk import wait_for
from doing import NEW_OFFICE
from host import WORK, CannotError, run
from machine import FOLDER, FOR_ALL, FOR_ONE, INSTALLED, WINDOW, Machine
from python import ROOT

ICON = ROOT / "packaging" / "windows" / "cdd-desktop.ico"
ENOUGH = 20  # files of the new program that lie there when the installation is cut off


def everybody(machine: Machine, setup: Path, version: str, out: Path) -> None:
    """Installed with ``/AllUsers``; a file of central's is opened by the program that Windows has for it."""
    machine.install(setup, "/AllUsers")
    machine.check_installed(version, FOR_ALL)
    if machine.here(WINDOW).exists():
        raise CannotError("It was installed for one person too.")
    machine.self_check(version, FOR_ALL)
    with machine.shown("start", rf"Z:\work\proof\stick\{NEW_OFFICE}.cddenrol") as screen:
        screen.settle()
        screen.picture(out / "opened-by-file.png")
    machine.uninstall(FOR_ALL)
    if left := [path for path in FOR_ALL.shortcuts if machine.here(path).exists()]:
        raise CannotError(f"Uninstalled, and still there: {', '.join(left)}")


def interrupted(machine: Machine, setups: tuple[Path, Path], versions: tuple[str, str]) -> None:
    """The newer installer is killed while it lays its files over the older version: that one starts, and the installer
    run once more ends as if nothing had been."""
    machine.install(setups[0])
    placed = FOLDER / setups[1].name
    shutil.copy(setups[1], placed)
    arriving = machine.here(f"{INSTALLED}.new") / "_internal"
    cut_off = machine.screen.start_wine(rf"Z:\work\proof\{placed.name}", "/S")
    wait_for("the new program's files", lambda: arriving.is_dir() and len(list(arriving.iterdir())) > ENOUGH)
    machine.screen.wine_command("wineserver", "-k", accept_failure=True)
    cut_off.wait()
    placed.unlink()
    if not arriving.exists():
        raise CannotError("The installation was over before it was cut off.")
    machine.check_installed(versions[0])
    machine.self_check(versions[0])
    machine.install(setups[1])
    machine.check_installed(versions[1])
    machine.self_check(versions[1])
    if arriving.exists():
        raise CannotError("What was cut off is still there.")
    machine.uninstall(FOR_ONE)


def identity(setup: Path, version: str) -> None:
    """Installer and programs carry name, version, publisher, every size of the icon and a signature that holds, and ask
    Windows for no rights; beside the installer lie its SHA-256 and the bill of materials."""
    tree = WORK / "trees" / version
    for file in (setup, tree / f"{PROGRAM}.exe", tree / "cdd-desktop.exe"):
        data = file.read_bytes()
        for text in (PROGRAM, version, PUBLISHER):
            if text.encode("utf-16-le") not in data:
                raise CannotError(f"{file.name} does not name: {text}")
        if any(picture not in data for picture in _pictures(ICON.read_bytes())):
            raise CannotError(f"{file.name} lacks a size of the icon.")
        if b'level="asInvoker"' not in data or b"requireAdministrator" in data:
            raise CannotError(f"{file.name} asks for other rights than its user's.")
        public = WORK / "certificate" / "public.pem"
        run("osslsigncode", "verify", "-CAfile", public, "-in", file, stdout=subprocess.DEVNULL)
    said = setup.with_name(f"{setup.name}.sha256").read_text().split()[0]
    if said != hashlib.sha256(setup.read_bytes()).hexdigest():
        raise CannotError("The SHA-256 beside the installer is another one's.")
    if not setup.with_name(f"CDD-Desktop-{version}.cdx.json").exists():
        raise CannotError("There is no bill of materials beside the installer.")


def _pictures(icon: bytes) -> Iterator[bytes]:
    """The pictures of an ``.ico``, as programs carry them."""
    (count,) = struct.unpack_from("<H", icon, 4)
    for number in range(count):
        size, start = struct.unpack_from("<II", icon, 6 + 16 * number + 8)
        yield icon[start : start + size]
