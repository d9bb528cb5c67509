"""Central under what the kernel enforces of its unit file: set up, serving with several workers, asked by a machine."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from central_driver import Central, Device
from central_report import KEY, Report
from postgres_server import PostgresServer
from test_central_operations import ROOT, served

from cdd_desktop.clock import FixedClock

UNIT = ROOT / "packaging" / "central" / "cdd-central.service"
CONFINED = [sys.executable, str(Path(__file__).with_name("confined.py"))]


def run(*command: str, **where: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=False, **where)


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_central_needs_nothing_that_its_unit_forbids(
    postgres: PostgresServer, tmp_path: Path, clock: FixedClock
) -> None:
    """Connections handed to workers, the database, passwords, a batch, a backup, a table as Parquet."""
    address, keys = postgres.create("confined"), tmp_path / "keys.json"
    settings = {"CDD_CENTRAL_DATABASE": address, "CDD_CENTRAL_KEYS": str(keys), "CDD_CENTRAL_WORKERS": "2"}
    where: dict[str, Any] = {"cwd": tmp_path, "env": {**os.environ, **settings, "PYTHONPATH": str(ROOT)}}
    command = [*CONFINED, str(UNIT)]
    assert b"password  " in run(*command, "init", **where).stdout
    beside = Central(address, keys, clock)
    try:
        enrolment = beside.enrol("5007")
        with served([*command, "serve"], where, clock) as central:
            device = Device(central, enrolment)  # type: ignore[arg-type]
            device.sync()
            assert [result.status for result in Report(device).send_all()] == ["stored"] * 2
            device.sync()
            assert device.submissions[KEY].receipt_no
            for words in (
                ("people", "add", "5007", "สมหญิง ตัวอย่าง:officer"),
                ("backup", "central.cddcentral"),
                ("export", "saving_group", "groups.parquet"),
                ("verify",),
            ):
                done = run(*command, *words, **where)
                assert done.returncode == 0, (words, done)
    finally:
        beside.close()
        postgres.drop("confined")


@pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")
def test_what_the_unit_forbids_ends_who_does_it(tmp_path: Path) -> None:
    """Else the test above would show nothing."""
    unit = UNIT.read_text(encoding="utf-8")
    narrower = tmp_path / "narrower.service"
    narrower.write_text(unit.replace(" AF_UNIX", "").replace("~@privileged", "~sendmsg @privileged"), encoding="utf-8")
    for doing, ended in (
        ("import os; os.nice(1)", -signal.SIGSYS),
        ("import os; os.chroot('/')", -signal.SIGSYS),
        ("import socket; socket.socket(socket.AF_PACKET, socket.SOCK_RAW)", 1),
        ("import mmap; mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)", 1),
        ("import socket; socket.socket(socket.AF_UNIX)", 0),
    ):
        assert confined(UNIT, doing) == ended, doing
    assert confined(narrower, "import socket; socket.socket(socket.AF_UNIX)") == 1
    passing = "import socket; a, b = socket.socketpair(); socket.send_fds(a, [b'x'], [0])"
    assert (confined(UNIT, passing), confined(narrower, passing)) == (0, -signal.SIGSYS)


def confined(unit: Path, doing: str) -> int:
    """The exit status of a line of Python under a unit's filters."""
    begin = f"import pathlib, confined; confined.confine(pathlib.Path({str(unit)!r}).read_text()); {doing}"
    return run(sys.executable, "-c", begin, env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)}).returncode
