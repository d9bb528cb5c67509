"""The proof of the Windows program, under Wine: built, installed, worked with, updated, upgraded, uninstalled.

    packaging/prove-windows [--out DIR] [--setups OLDER NEWER] [--from STEP] [--until STEP]

Two installers are built, the second with a higher version and one migration more. On a fresh Wine the first is
installed silently and its self-check runs; sample data are tried; a new machine is set up from an enrolment file and a
start package; the sample province is opened from a central that runs on the Linux side; an entry is typed into the
real window with the keyboard and arrives at that central; the window takes the second version as an update from there,
gives it up when it cannot start, starts it otherwise, and refuses a broken one; the second installer, signed with a
certificate made for the occasion, goes over the first with the data kept and migrated; its cold start is measured
beside a bare program's; the first refuses to go back; the uninstaller leaves the data, and asks about them where a
person uses it; it goes in for everybody of the machine too, and a killed installer leaves what was there. ``DIR``
(default ``dist/proof``) receives the log and the pictures. ``--from`` goes on at a step of the proof before.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import by_hand
import deploying
import desk
import doing
import updating
from build import build, own_version
from cold_start import GOAL, compare
from host import TOOLS, WORK, CannotError, need_tools, run
from machine import DATA, OFFICE, WINDOW, Machine
from python import ROOT

REFUSED = 2
SETUPS = WORK / "setups"


class Log:
    """What was done and seen, printed and kept; a proof that goes on adds to it."""

    def __init__(self, place: Path, *, go_on: bool) -> None:
        self._place = place
        place.parent.mkdir(parents=True, exist_ok=True)
        if not go_on:
            place.unlink(missing_ok=True)

    def say(self, text: str) -> None:
        if text:
            with self._place.open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")
            print(text, flush=True)


@dataclass(frozen=True)
class Proof:
    """What all steps know: the machine, where pictures go, the installers and their versions, older first."""

    machine: Machine
    out: Path
    setups: tuple[Path, Path]
    versions: tuple[str, str]

    # --- the steps, in the order of a program's life; each answers what the log shall say beside it -------------------

    def install(self) -> str:
        """installed silently"""
        self.machine.set_desktop("CursorBlinkRate", "REG_SZ", "-1")  # a screen at rest stays the same
        self.machine.install(self.setups[0])
        self.machine.check_installed(self.versions[0])
        return ""

    def check(self) -> str:
        """self-check of the installed program"""
        return self.machine.self_check(self.versions[0])

    def central(self) -> str:
        """central started on the Linux side"""
        self.machine.fill_central()
        return f"      {self.machine.address}"

    def sample(self) -> str:
        """sample data tried from the first start: the installed program made them alone, with its own central"""
        return doing.try_sample(self.machine, self.out)

    def prepare(self) -> str:
        """the sample province's offices enrolled and filled by the installed program"""
        self.machine.prepare()
        return ""

    def begin(self) -> str:
        """a new machine set up from an enrolment file and a start package, without a line"""
        return doing.first_start(self.machine, self.out)

    def vault(self) -> str:
        """each profile's key lies in Windows' vault, the tokens of those with a line too"""
        profiles = [path.parent.name for path in self.machine.here(DATA).glob("profiles/*/store.db")]
        held = self.machine.vault()
        keys = [name for name in held if name.endswith("/device_key")]
        tokens = [name for name in held if "/token/" in name]
        if len(keys) != len(profiles) or len(tokens) != len(profiles) - 1:
            raise CannotError(f"The vault holds {held} for {', '.join(profiles)}.")
        return f"      {len(keys)} keys, {len(tokens)} tokens"

    def entry(self) -> str:
        """an entry typed in the window arrived at central"""
        return doing.type_an_entry(self.machine, self.out)

    def support(self) -> str:
        """the file for the administrator made in the window"""
        return doing.make_support(self.machine, self.out)

    def publish(self) -> str:
        """the newer version published at central, as differences and whole"""
        updating.forget_release()
        trees = [(version, WORK / "trees" / version) for version in self.versions]
        return updating.publish(self.machine, *trees)

    def take(self) -> str:
        """the update fetched by the window, proved by its self-check, waiting for the next start"""
        return updating.take(self.machine, self.versions[1], self.out)

    def give_way(self) -> str:
        """the new version cannot show its window: the installed one comes up in its place"""
        return updating.give_way(self.machine, self.versions[1], self.out)

    def start(self) -> str:
        """the new version started with the data, migrated them, confirmed by its window"""
        return updating.start(self.machine, self.versions[1], self.out)

    def broken(self) -> str:
        """a broken version refused by its self-check, the one before goes on"""
        return updating.broken(self.machine, (self.versions[1], next_version(self.versions[1])), self.out)

    def lost(self) -> str:
        """the new version's files lost: the installed one starts"""
        return updating.lose_files(self.machine, self.versions)

    def upgrade(self) -> str:
        """the newer installer over it, the store migrated, every record there"""
        before = self.machine.records()
        self.machine.install(self.setups[1])
        self.machine.check_installed(self.versions[1])
        self.machine.self_check(self.versions[1])
        after = self.machine.records()
        if after != before or not after:
            raise CannotError(f"Records before and after the upgrade: {before}, {after}")
        self.machine.verify()
        return f"      {after} records"

    def cold_start(self) -> str:
        """cold start measured"""
        ours, bare = compare(self.machine.screen, WINDOW, *OFFICE)
        met = "met" if ours <= GOAL * bare else "missed"
        said = f"{ours:.2f} s, {ours / bare:.1f} times a bare frozen Qt program ({bare:.2f} s); goal 2: {met}"
        return f"      {said}; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"

    def refuse(self) -> str:
        """the older installer refuses to go over the newer version"""
        self.machine.install(self.setups[0], expect=REFUSED)
        return ""

    def large(self) -> str:
        """the window where Windows shows everything at 150 %"""
        self.machine.set_desktop("LogPixels", "REG_DWORD", "144")
        with self.machine.window() as screen:
            screen.picture(self.out / "home-150.png")
        return ""

    def uninstall(self) -> str:
        """uninstalled silently, newer versions gone with it, the data kept"""
        if not updating.left_behind(self.machine):
            raise CannotError("There is no update left to see removed.")
        self.machine.uninstall()
        if not (self.machine.here(DATA) / "profiles" / "demo-5007" / "store.db").exists():
            raise CannotError("The uninstaller took the data along.")
        if left := updating.left_behind(self.machine):
            raise CannotError(f"The uninstaller left: {', '.join(left)}")
        return ""

    def by_hand(self) -> str:
        """installed and uninstalled by its pages: data kept as the question stands, gone after a yes"""
        self.machine.set_desktop("LogPixels", "REG_DWORD", "96")  # else the pages' foot lies below the screen's
        by_hand.install(self.machine, self.setups[1], self.out)
        self.machine.check_installed(self.versions[1])
        by_hand.uninstall(self.machine, self.out, keep=True)
        self.machine.install(self.setups[1])
        by_hand.uninstall(self.machine, self.out, keep=False)
        return ""

    def everybody(self) -> str:
        """installed for everybody of the machine (/AllUsers): a file opens with it, uninstalled again"""
        deploying.everybody(self.machine, self.setups[1], self.versions[1], self.out)
        return ""

    def interrupted(self) -> str:
        """the newer installer killed while it lays its files: the older version starts, once more and it is there"""
        deploying.interrupted(self.machine, self.setups, self.versions)
        return ""

    def identity(self) -> str:
        """name, version, publisher, icon and signature of installer and programs; no rights asked for; SHA-256, bill"""
        deploying.identity(self.setups[1], self.versions[1])
        return ""


STEPS = (
    *("install", "check", "central", "sample", "prepare", "begin", "vault", "entry", "support"),
    *("publish", "take", "give_way", "start", "broken", "lost"),
    *("upgrade", "cold_start", "refuse", "large", "uninstall", "by_hand"),
    *("everybody", "interrupted", "identity"),
)


def run_steps(proof: Proof, log: Log, steps: Sequence[str]) -> None:
    """Steps one after another; raises ``CannotError`` at the first that does not hold."""
    for name in steps:
        step: Callable[[], str] = getattr(proof, name)
        started = time.monotonic()
        try:
            said = step()
        except BaseException as error:
            log.say(f"no  {name}: {step.__doc__}: {error}")
            raise
        log.say(f"ok  {name}: {step.__doc__} ({time.monotonic() - started:.0f} s)")
        log.say(said)


@contextmanager
def certificate() -> Iterator[None]:
    """A certificate of our own making for signing programs, which the build is told of while this lasts."""
    folder = WORK / "certificate"
    folder.mkdir(parents=True, exist_ok=True)
    public, key = folder / "public.pem", folder / "key.pem"
    subject = ("-subj", "/CN=CDD Desktop (proof)", "-days", "2", "-addext", "extendedKeyUsage=codeSigning")
    making = ("openssl", "req", "-x509", "-newkey", "rsa:3072", "-nodes", *subject)
    run(*making, "-keyout", key, "-out", public, stderr=subprocess.PIPE)
    names = {"CDD_SIGN_CERTIFICATE": str(public), "CDD_SIGN_KEY": str(key)}
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(names)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)


def next_version(version: str) -> str:
    major, minor, patch = version.split(".")
    return f"{major}.{minor}.{int(patch) + 1}"


def build_both(versions: tuple[str, str]) -> None:
    """Both installers from the committed state, the newer with one migration more."""
    with updating.trusted_keys(), certificate():
        build(versions[0], SETUPS)
        build(versions[1], SETUPS, rehearsal=True)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Proves the Windows program under Wine.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist" / "proof")
    parser.add_argument("--setups", type=Path, nargs=2, metavar="EXE", help="two installers built here, older first")
    parser.add_argument("--from", dest="first", choices=STEPS, help="go on at this step of the proof before")
    parser.add_argument("--until", dest="last", choices=STEPS, default=STEPS[-1])
    return parser.parse_args()


def main() -> None:
    args = arguments()
    need_tools({**TOOLS, **desk.TOOLS})
    older = own_version()
    versions = older, next_version(older)
    setups = args.setups or [SETUPS / f"CDD-Desktop-{version}-Setup.exe" for version in versions]
    log = Log(args.out.resolve() / "log.txt", go_on=args.first is not None)
    started = time.monotonic()
    if not (args.setups or args.first):
        build_both(versions)
        log.say(f"ok  build: two installers from the committed state ({time.monotonic() - started:.0f} s)")
    for setup in setups:
        log.say(f"      {setup.name}: {setup.stat().st_size / 1_000_000:.1f} MB")
    machine = Machine(args.out.resolve() / "failed.png", go_on=args.first is not None)
    try:
        steps = STEPS[STEPS.index(args.first or STEPS[0]) : STEPS.index(args.last) + 1]
        run_steps(Proof(machine, args.out.resolve(), (setups[0], setups[1]), versions), log, steps)
    finally:
        machine.close()
    log.say(f"proved in {time.monotonic() - started:.0f} s under Wine 10, not on Windows itself")


if __name__ == "__main__":
    try:
        main()
    except CannotError as error:
        print(error, file=sys.stderr)
        raise SystemExit(1) from None
