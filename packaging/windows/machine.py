"""A Windows machine of the proof: a fresh Wine, the installer run on it, the installed program used on it."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from build import PROGRAM
from desk import Desk, wait_for
from host import WORK, CannotError, run
from python import ROOT

sys.path.insert(0, str(ROOT / "packaging"))
import dev

HERE = r"C:\users\root\AppData\Local"
INSTALLED = rf"{HERE}\Programs\{PROGRAM}"
WINDOW, CONSOLE = rf"{INSTALLED}\{PROGRAM}.exe", rf"{INSTALLED}\cdd-desktop.exe"
DATA = rf"{HERE}\{PROGRAM}"  # the sample province lies where real data would
OFFICE = ("--profile", "demo-5007")
STARTS_AT = "2018-03-18T08:40+07:00"
FOLDER = WORK / "proof"
KINDS = ("cddbatch", "cddreceipt", "cddpack", "cddenrol")  # of files that open with the program


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an installation lies: its folder, its branch of the registry, and the ways to it."""

    folder: str
    branch: str
    shortcuts: tuple[str, str]


_MENU = r"Microsoft\Windows\Start Menu\Programs\CDD Desktop.lnk"
FOR_ONE = Placed(
    INSTALLED, "HKCU", (rf"C:\users\root\AppData\Roaming\{_MENU}", r"C:\users\root\Desktop\CDD Desktop.lnk")
)
FOR_ALL = Placed(
    rf"C:\Program Files\{PROGRAM}", "HKLM", (rf"C:\ProgramData\{_MENU}", r"C:\users\Public\Desktop\CDD Desktop.lnk")
)
_DESKTOP = r"HKCU\Control Panel\Desktop"


def central(*words: str | Path) -> str:
    """Run one of central's commands on the Linux side; what it printed."""
    command = (dev.python_of(dev.NEWEST[0]), "-m", "cdd_desktop.central", *words)
    return run(*command, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE).stdout


class Machine:
    """``go_on`` keeps what an earlier proof has left on it. ``failed`` is where the picture goes of a window in which
    something did not hold."""

    def __init__(self, failed: Path, *, go_on: bool) -> None:
        self._failed = failed
        self.prefix = FOLDER / "prefix"
        self.database = FOLDER / "central" / "central.db"
        if not go_on:
            shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        self.screen = Desk(WORK, "/work/proof/prefix")
        self._asked = FOLDER / "central.log"  # a line for each request
        self._central: subprocess.Popen[str] | None = None
        self._address = ""

    def close(self) -> None:
        self.screen.close()
        if self._central is not None:
            assert self._central.stdin is not None
            self._central.stdin.close()
            self._central.wait()

    def here(self, windows: str) -> Path:
        """Where a path of the Windows side lies on this one."""
        return self.prefix / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    # --- the installer ----------------------------------------------------------------------------------------------

    def install(self, setup: Path, *words: str, expect: int = 0) -> None:
        """Run an installer silently; raises ``CannotError`` when it ends with another status than expected."""
        placed = FOLDER / setup.name
        shutil.copy(setup, placed)
        status, _ = self.screen.wine(rf"Z:\work\proof\{setup.name}", "/S", *words, accept_failure=True)
        placed.unlink()
        if status != expect:
            raise CannotError(f"{setup.name} ended with status {status}, not {expect}.")

    def check_installed(self, version: str, placed: Placed = FOR_ONE) -> None:
        """Programs, Start menu and desktop entries, the version Windows lists, and the files that open with it."""
        for path in (rf"{placed.folder}\{PROGRAM}.exe", rf"{placed.folder}\cdd-desktop.exe", *placed.shortcuts):
            if not self.here(path).exists():
                raise CannotError(f"Not there after installing: {path}")
        key = rf"{placed.branch}\Software\Microsoft\Windows\CurrentVersion\Uninstall\CDD Desktop"
        _, text = self.screen.wine("reg", "query", key, "/v", "DisplayVersion")
        if version not in text:
            raise CannotError(f"The registry does not name version {version}.")
        for kind in KINDS:
            opens = rf"{placed.branch}\Software\Classes\CDDDesktop.{kind}\shell\open\command"
            _, text = self.screen.wine("reg", "query", opens)
            if rf"{placed.folder}\{PROGRAM}.exe" not in text:
                raise CannotError(f"A .{kind} is not opened with the program.")

    def self_check(self, version: str, placed: Placed = FOR_ONE) -> str:
        """What the installed program's self-check says, a line for each part."""
        _, text = self.screen.wine(rf"{placed.folder}\cdd-desktop.exe", "--self-check")
        if f"CDD Desktop {version}" not in text:
            raise CannotError(f"The self-check does not end well:\n{text}")
        return "\n".join(f"      {line.strip()}" for line in text.splitlines() if line.startswith("ok "))

    def uninstall(self, placed: Placed = FOR_ONE) -> None:
        self.screen.wine(rf"{placed.folder}\uninstall.exe", "/S")
        program = self.here(rf"{placed.folder}\{PROGRAM}.exe")
        wait_for("the program to be gone", lambda: not program.exists())

    def vault(self) -> list[str]:
        """What the program has put into Windows' vault, by name; Wine keeps it in the registry, encrypted."""
        _, text = self.screen.wine("reg", "query", r"HKCU\Software\Wine\Credential Manager", "/s")
        return re.findall(r"\\Generic: (CDD Desktop/\S+)", text)

    def set_desktop(self, name: str, kind: str, value: str) -> None:
        """One of Windows' settings of the desktop; it counts from the next program on."""
        self.screen.wine("reg", "add", _DESKTOP, "/v", name, "/t", kind, "/d", value, "/f")
        self.screen.start_anew()

    # --- central, on the Linux side ---------------------------------------------------------------------------------

    def fill_central(self) -> None:
        """A central with the sample province, and enrolment files of three offices."""
        self.database.parent.mkdir(exist_ok=True)
        made = ("--province", "50", "--seed", "1", "--at", STARTS_AT, "--enrolments", str(FOLDER / "enrolments"))
        central("demo-data", "--database", str(self.database), *made)

    @property
    def address(self) -> str:
        """Where central is reached, on loopback; it begins to serve when it is first asked for, and the port stays."""
        if self._address:
            return self._address
        known = FOLDER / "port.txt"
        port = known.read_text() if known.exists() else "0"
        words = ("serve", "--database", str(self.database), "--port", port, "--now", STARTS_AT, "--with-stdin")
        line = [str(dev.python_of(dev.NEWEST[0])), "-m", "cdd_desktop.central", *words]
        env = {**os.environ, "PYTHONPATH": str(ROOT), "CDD_CENTRAL_LOG": "info"}
        with self._asked.open("a") as log:
            self._central = subprocess.Popen(
                line, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True
            )
        assert self._central.stdout is not None
        self._address = str(json.loads(self._central.stdout.readline())["address"])
        known.write_text(self._address.rpartition(":")[2].strip("/"))
        return self._address

    def arrived(self, behind: int) -> bool:
        """Whether central holds a savings group of the office whose members are behind with so many baht."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            found = database.execute(
                "SELECT count(*) FROM record WHERE unit = '5007' AND json_extract(content, '$.overdue_amount') = ?",
                (behind * 100,),
            ).fetchone()
        return bool(found[0])

    # --- the program ------------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """The sample province's offices, enrolled and filled by the installed program over HTTP."""
        words = ("demo", "--central", self.address, "--enrolments", r"Z:\work\proof\enrolments", "--folder", DATA)
        self.screen.wine(CONSOLE, *words, "--prepare")

    @contextmanager
    def window(self, *words: str) -> Iterator[Desk]:
        """The program's window, by default open on the sample province, at rest."""
        sample = ("demo", "--central", self.address, "--folder", DATA)
        before = self._asked.stat().st_size
        with self.shown(WINDOW, *(words or sample)) as screen:
            if not words:  # somebody has signed in, and the machine speaks with central
                wait_for("a contact with central", lambda: self._asked.stat().st_size > before)
            screen.settle()
            yield screen

    @contextmanager
    def shown(self, *command: str) -> Iterator[Desk]:
        """A program that shows a window; ended like a machine that is switched off. Nothing else runs under Wine
        meanwhile."""
        self.screen.start_anew()
        program = self.screen.start_wine(*command)
        try:
            self.screen.wait_for_window()
            yield self.screen
        except CannotError:
            self.screen.picture(self._failed)
            raise
        finally:
            self.screen.wine_command("wineserver", "-k", accept_failure=True)
            program.wait()

    def _console(self, *words: str) -> str:
        """What the installed console program prints, as somebody of the sample office."""
        person = json.loads((self.here(DATA) / "passwords.json").read_text(encoding="utf-8"))["5007"][0]
        who = (*OFFICE, "--person", person["id"])
        return self.screen.wine(CONSOLE, *who, *words, CDD_PASSWORD=person["password"])[1]

    def version(self) -> str:
        """Which version the installed program starts."""
        return self.screen.wine(CONSOLE, "--version")[1]

    def records(self) -> int:
        """How many records the office's store holds; opening it migrates it."""
        text = self._console("status", "--json")
        return int(json.loads(text[text.index("{") : text.rindex("}") + 1])["records"])

    def verify(self) -> None:
        """Every page of the office's store is sound."""
        self._console("verify")
