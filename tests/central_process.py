"""Central as it is installed, in a process of its own, and machines enrolled with it: what the journeys stand on."""

from __future__ import annotations

import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import msgspec
from demo_day import DEMO_NOW
from entry_office import PASSWORD, Office

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.enrol import FirstPerson, enrol_office, read_enrolment
from cdd_desktop.operations.sign_in import choose_password
from cdd_desktop.paths import profile
from cdd_desktop.sync.protocol import Enrolment


class CentralProcess:
    """``cdd-central``: initialised, enrolling, serving. Its clock starts at ``now``."""

    def __init__(self, folder: Path, now: datetime = DEMO_NOW) -> None:
        self._database = str(folder / "central.db")
        self._now = now
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self._serving: subprocess.Popen[bytes] | None = None
        self._run("init")

    def enrol(self, file: Path, unit: str = "5007") -> Enrolment:
        address = f"http://127.0.0.1:{self.port}"
        self._run("enrol", unit, "--out", str(file), "--address", address, "--now", self._now.isoformat())
        return read_enrolment(file.read_bytes(), FixedClock(self._now))

    def make_codes(self, folder: Path, *units: str) -> Path:
        """A list of codes for letters."""
        offices, codes = folder / "offices.csv", folder / "codes.csv"
        offices.write_text("\n".join(("unit", *units)), encoding="utf-8")
        address = f"http://127.0.0.1:{self.port}"
        self._run(
            "codes", "make", str(offices), "--out", str(codes), "--address", address, "--now", self._now.isoformat()
        )
        return codes

    def start(self) -> None:
        command = [*self._command("serve"), "--port", str(self.port), "--now", self._now.isoformat(), "--with-stdin"]
        self._serving = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._serving.stdout is not None
        assert "address" in msgspec.json.decode(self._serving.stdout.readline())

    def stop(self) -> None:
        if self._serving is not None:
            self._serving.communicate(timeout=30)
            self._serving = None

    def _run(self, command: str, *arguments: str) -> None:
        subprocess.run([*self._command(command), *arguments], check=True, stdout=subprocess.DEVNULL)

    def _command(self, command: str) -> list[str]:
        program = [sys.executable, "-m", "cdd_desktop.central"]
        return [*program, command, "--database", self._database]


def enrolled(
    central: CentralProcess, folder: Path, clock: FixedClock, name: str, unit: str = "5007"
) -> tuple[Office, Enrolment]:
    """A machine of an office whose first people, officer before head, have chosen their passwords."""
    enrolment = central.enrol(folder / f"{name}.cddenrol", unit)
    officer, *others = enrolment.people
    place = profile(name, folder)
    enrol_office(place, enrolment, FirstPerson(officer.id, officer.pin, PASSWORD), clock=clock)
    for person in others:
        choose_password(place, person.id, person.pin, PASSWORD, clock=clock)
    return Office(place, clock), enrolment
