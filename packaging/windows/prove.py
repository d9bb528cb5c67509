"""The proof of the Windows program, under Wine: built, installed, worked with, upgraded, uninstalled.

    packaging/prove-windows [--out DIR]

Two installers are built, the second with a higher version and one migration more. On a fresh Wine the first is
installed silently; its self-check runs; the sample province is opened from a central that runs on the Linux side; an
entry is typed into the real window with the keyboard and arrives at that central; the second version is taken as an
update from there; its installer, signed with a certificate made for the occasion, goes over the first with the data
kept and migrated; its cold start is measured beside a bare program's; the first refuses to go back; the uninstaller
leaves the data. ``DIR`` (default ``dist/proof``) receives the log and the pictures at 100 and 150 %.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import desk
import updating
from build import PROGRAM, build, own_version
from cold_start import GOAL, compare
from desk import Desk, wait_for
from host import TOOLS, WORK, CannotError, need_tools, run
from python import ROOT

sys.path.insert(0, str(ROOT / "packaging"))
import dev

HERE = r"C:\users\root\AppData\Local"
INSTALLED = rf"{HERE}\Programs\{PROGRAM}"
WINDOW, CONSOLE = rf"{INSTALLED}\{PROGRAM}.exe", rf"{INSTALLED}\cdd-desktop.exe"
DATA = rf"{HERE}\{PROGRAM}"  # the sample province lies where real data would
OFFICE = ("--profile", "demo-5007")
STARTS_AT = "2018-03-18T08:40+07:00"
TYPED = 4321  # men in a savings group: no sample group has so many
REFUSED = 2
LARGEST_UPDATE = 500_000  # bytes


@dataclass
class Log:
    """What was done and seen, printed and kept."""

    lines: list[str] = field(default_factory=list)

    def say(self, text: str) -> None:
        self.lines.append(text)
        print(text, flush=True)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = time.monotonic()
        yield
        self.say(f"ok  {name} ({time.monotonic() - started:.0f} s)")


class Proof:
    """The steps, in the order of a program's life on one machine."""

    def __init__(self, out: Path, log: Log) -> None:
        self.out, self.log = out, log
        self.folder = WORK / "proof"
        self.prefix = self.folder / "prefix"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.screen = Desk(WORK, "/work/proof/prefix")
        self._central: subprocess.Popen[str] | None = None

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

    def install(self, setup: Path, *, expect: int = 0) -> None:
        """Run an installer silently; raises ``CannotError`` when it ends with another status than expected."""
        placed = self.folder / setup.name
        shutil.copy(setup, placed)
        status, _ = self.screen.wine(rf"Z:\work\proof\{setup.name}", "/S", accept_failure=True)
        placed.unlink()
        if status != expect:
            raise CannotError(f"{setup.name} ended with status {status}, not {expect}.")

    def check_installed(self, version: str) -> None:
        """Programs, Start menu and desktop entries, and the version Windows lists."""
        menu = r"C:\users\root\AppData\Roaming\Microsoft\Windows\Start Menu\Programs\CDD Desktop.lnk"
        for path in (WINDOW, CONSOLE, menu, r"C:\users\root\Desktop\CDD Desktop.lnk"):
            if not self.here(path).exists():
                raise CannotError(f"Not there after installing: {path}")
        key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CDD Desktop"
        _, text = self.screen.wine("reg", "query", key, "/v", "DisplayVersion")
        _, opens = self.screen.wine("reg", "query", r"HKCU\Software\Classes\CDDDesktop.cddbatch\shell\open\command")
        if version not in text or PROGRAM not in opens:
            raise CannotError(f"The registry does not name version {version} or the program for .cddbatch.")

    def self_check(self, version: str) -> None:
        _, text = self.screen.wine(CONSOLE, "--self-check")
        if f"CDD Desktop {version}" not in text:
            raise CannotError(f"The self-check does not end well:\n{text}")
        for line in text.splitlines():
            if line.startswith("ok "):
                self.log.say(f"      {line.strip()}")

    def uninstall(self) -> None:
        self.screen.wine(rf"{INSTALLED}\uninstall.exe", "/S")
        wait_for("the program to be gone", lambda: not self.here(WINDOW).exists())

    # --- central, on the Linux side ---------------------------------------------------------------------------------

    def central(self) -> str:
        """A real central with the sample province, on loopback; its address."""
        python = str(dev.python_of(dev.NEWEST[0]))
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.database = self.folder / "central" / "central.db"
        self.database.parent.mkdir()
        base = [python, "-m", "cdd_desktop.central"]
        made = ("--province", "50", "--seed", "1", "--at", STARTS_AT, "--enrolments", str(self.folder / "enrolments"))
        run(*base, "demo-data", "--database", str(self.database), *made, env=env, stdout=subprocess.DEVNULL)
        serve = [*base, "serve", "--database", str(self.database), "--port", "0", "--now", STARTS_AT, "--with-stdin"]
        self._central = subprocess.Popen(serve, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._central.stdout is not None
        return str(json.loads(self._central.stdout.readline())["address"])

    def arrived(self) -> bool:
        """Whether central holds what was typed in the window."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as database:
            found = database.execute(
                "SELECT count(*) FROM record WHERE unit = '5007' AND json_extract(content, '$.members_male') = ?",
                (TYPED,),
            ).fetchone()
        return bool(found[0])

    # --- the program ------------------------------------------------------------------------------------------------

    def prepare(self, address: str) -> None:
        """The sample province's offices, enrolled and filled by the installed program over HTTP."""
        words = ("demo", "--central", address, "--enrolments", r"Z:\work\proof\enrolments", "--folder", DATA)
        self.screen.wine(CONSOLE, *words, "--prepare")

    @contextmanager
    def window(self, address: str, **settings: str) -> Iterator[None]:
        """The program's window, open on the sample province; ended like a machine that is switched off."""
        program = self.screen.start_wine(WINDOW, "demo", "--central", address, "--folder", DATA, **settings)
        try:
            self.screen.wait_for_window()
            self.screen.settle()
            yield
        finally:
            self.screen.wine_command("wineserver", "-k", accept_failure=True)
            program.wait()

    def type_an_entry(self, address: str) -> None:
        """From the home screen to the second report, to its entry that is not finished, by keys alone."""
        with self.window(address):
            self.screen.picture(self.out / "home.png")
            self.screen.take_focus()
            self.screen.press("Down", "Return")
            self.screen.settle()
            self.screen.press("Tab")
            self.screen.type(str(TYPED))
            self.screen.press("Tab")
            self.screen.settle()
            self.screen.picture(self.out / "entry.png")
            wait_for("the typed entry at central", self.arrived)

    def take_update(self, versions: tuple[str, str]) -> None:
        """The older program takes the newer version from central, starts it, and has it confirmed by its window."""
        person = self.person()
        words = (CONSOLE, *OFFICE, "--person", person["id"], "update")
        _, text = self.screen.wine(*words, CDD_PASSWORD=person["password"])
        if f"{versions[1]}  ready" not in text:
            raise CannotError(f"The update was not taken:\n{text}")
        program = self.screen.start_wine(WINDOW, "--profile", "empty")
        try:
            self.screen.wait_for_window()
            self.screen.settle()
            self.screen.picture(self.out / "updated.png")
            state = json.loads((self.here(DATA) / "current.json").read_text(encoding="utf-8"))
            if state["version"] != versions[1] or not state["confirmed"]:
                raise CannotError(f"The new version did not come up: {state}")
        finally:
            self.screen.wine_command("wineserver", "-k", accept_failure=True)
            program.wait()
        _, text = self.screen.wine(CONSOLE, "--version")
        if f"CDD Desktop {versions[1]}" not in text:
            raise CannotError(f"The installed program does not start the new version:\n{text}")

    def damage_update(self, versions: tuple[str, str]) -> None:
        """The new version's files are gone: the installed one starts all the same."""
        self.here(updating.program_of(versions[1])).with_name("cdd-desktop.exe").unlink()
        _, text = self.screen.wine(CONSOLE, "--version")
        if f"CDD Desktop {versions[0]}" not in text:
            raise CannotError(f"The installed program does not start:\n{text}")
        shutil.rmtree(self.here(updating.VERSIONS))

    def person(self) -> dict[str, str]:
        """Somebody of the sample office, with the password."""
        found = json.loads((self.here(DATA) / "passwords.json").read_text(encoding="utf-8"))["5007"][0]
        return dict(found)

    def status(self) -> dict[str, object]:
        """What the installed console program says of the office's store; opening it migrates it."""
        person = self.person()
        words = (CONSOLE, *OFFICE, "--person", person["id"], "status", "--json")
        _, text = self.screen.wine(*words, CDD_PASSWORD=person["password"])
        found: dict[str, object] = json.loads(text[text.index("{") : text.rindex("}") + 1])
        return found

    def verify(self) -> None:
        person = self.person()
        self.screen.wine(CONSOLE, *OFFICE, "--person", person["id"], "verify", CDD_PASSWORD=person["password"])

    def large_picture(self, address: str) -> None:
        """The window as it looks where Windows shows everything at 150 %."""
        place = r"HKCU\Control Panel\Desktop"
        self.screen.wine("reg", "add", place, "/v", "LogPixels", "/t", "REG_DWORD", "/d", "144", "/f")
        self.screen.start_anew()  # Wine's desktop takes its scale when it begins
        with self.window(address):
            self.screen.picture(self.out / "home-150.png")


def prove(out: Path, log: Log, setups: Callable[[], tuple[Path, Path]], versions: tuple[str, str]) -> None:
    """All steps; raises ``CannotError`` at the first that does not hold."""
    with log.step("two installers built from the committed state, the newer with one migration more"):
        first, second = setups()
    log.say(f"      {first.name}: {first.stat().st_size / 1_000_000:.1f} MB")
    proof = Proof(out, log)
    try:
        address = first_life(proof, log, first, versions[0])
        updated(proof, log, versions)
        second_life(proof, log, (first, second), versions, address)
    finally:
        proof.close()


def first_life(proof: Proof, log: Log, setup: Path, version: str) -> str:
    """Installed, checked, worked with; the address of central."""
    with log.step(f"{version} installed silently"):
        proof.install(setup)
        proof.check_installed(version)
    with log.step("self-check of the installed program"):
        proof.self_check(version)
    with log.step("central started on the Linux side"):
        address = proof.central()
    with log.step("the sample province's offices enrolled and filled by the installed program"):
        proof.prepare(address)
    with log.step("an entry typed in the window arrived at central"):
        proof.type_an_entry(address)
    return address


def updated(proof: Proof, log: Log, versions: tuple[str, str]) -> None:
    """The newer version by update; taken away again, so that the installer comes next."""
    with log.step(f"{versions[1]} published at central, as differences and whole"):
        said = updating.check_sizes(updating.publish(proof.database, versions), LARGEST_UPDATE)
    log.say(f"      {said}")
    with log.step("the update taken by network, proved by its self-check, started, confirmed by its window"):
        proof.take_update(versions)
    with log.step("its files lost: the installed version starts"):
        proof.damage_update(versions)


def second_life(proof: Proof, log: Log, setups: tuple[Path, Path], versions: tuple[str, str], address: str) -> None:
    """Upgraded with the data, measured, not turned back, uninstalled."""
    (first, second), (older, newer) = setups, versions
    before = proof.status()
    with log.step(f"{newer} installed over it, the store migrated, every record there"):
        proof.install(second)
        proof.check_installed(newer)
        proof.self_check(newer)
        after = proof.status()
        if after["records"] != before["records"] or not after["records"]:
            raise CannotError(f"Records before and after the upgrade: {before['records']}, {after['records']}")
        proof.verify()
    log.say(f"      {after['records']} records")
    with log.step("cold start measured"):
        ours, bare = compare(proof.screen, WINDOW, *OFFICE)
    met = "met" if ours <= GOAL * bare else "missed"
    log.say(f"      {ours:.2f} s, {ours / bare:.1f} times a bare frozen Qt program ({bare:.2f} s); goal 2: {met}")
    with log.step(f"{older} refuses to go over {newer}"):
        proof.install(first, expect=REFUSED)
    with log.step("the window of the newer version, at 150 %"):
        proof.large_picture(address)
    with log.step("uninstalled silently, the data kept"):
        proof.uninstall()
        if not (proof.here(DATA) / "profiles" / "demo-5007" / "store.db").exists():
            raise CannotError("The uninstaller took the data along.")


@contextmanager
def certificate() -> Iterator[Path]:
    """A certificate of our own making for signing programs, which the build is told of while this lasts."""
    folder = WORK / "certificate"
    folder.mkdir(parents=True, exist_ok=True)
    public, key = folder / "public.pem", folder / "key.pem"
    subject = ("-subj", "/CN=CDD Desktop (proof)", "-days", "2", "-addext", "extendedKeyUsage=codeSigning")
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:3072",
        "-nodes",
        *subject,
        "-keyout",
        key,
        "-out",
        public,
        stderr=subprocess.PIPE,
    )
    names = {"CDD_SIGN_CERTIFICATE": str(public), "CDD_SIGN_KEY": str(key)}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield public
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


def next_version(version: str) -> str:
    major, minor, patch = version.split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Proves the Windows program under Wine.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "proof")
    parser.add_argument(
        "--setups", type=Path, nargs=2, metavar="EXE", help="two installers this has built before, older first"
    )
    args = parser.parse_args()
    need_tools({**TOOLS, **desk.TOOLS})
    out = args.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    older = own_version()
    versions = older, next_version(older)

    def setups() -> tuple[Path, Path]:
        if args.setups:
            return args.setups[0], args.setups[1]
        with updating.trusted_keys(), certificate() as files:
            older = build(versions[0], ROOT / "dist")
            newer = build(versions[1], WORK / "newer", rehearsal=True)
            run("osslsigncode", "verify", "-CAfile", files, "-in", newer, stdout=subprocess.DEVNULL)
        return older, newer

    log = Log()
    started = time.monotonic()
    try:
        prove(out, log, setups, versions)
        log.say(f"proved in {time.monotonic() - started:.0f} s under Wine 10, not on Windows itself")
    finally:
        (out / "log.txt").write_text("\n".join(log.lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
