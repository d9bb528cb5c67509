"""docs/operations.md as it stands: its commands, in their order, from an empty database to a received report."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from central_driver import Device
from central_report import KEY, Report

from cdd_desktop.central.commands.configuration import read_configuration
from cdd_desktop.clock import FixedClock
from cdd_desktop.sync.enrolment import decode_enrolment
from cdd_desktop.sync.letters import read_letters

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
NOW = "2018-03-18T08:40:00+07:00"
CENTRAL = [sys.executable, "-m", "cdd_desktop.central"]


def blocks(kind: str) -> list[str]:
    found = re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return [line for block in found for line in block.splitlines() if line]


@dataclass
class OverHttp:
    """Stands where a device of the tests has its central, and asks the served one."""

    host: str
    clock: FixedClock

    @property
    def endpoint(self) -> OverHttp:
        return self

    def sync(self, body: bytes, token: str) -> bytes:
        status, answer = self.ask("POST", "/v1/sync", body, {"Authorization": f"Bearer {token}"})
        assert status == 200, answer
        return answer

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> tuple[int, bytes]:
        with closing(HTTPConnection(self.host, timeout=30)) as connection:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.read()


@contextmanager
def served(command: list[str], where: dict[str, Any], clock: FixedClock) -> Iterator[OverHttp]:
    """What ``serve`` of the page starts, on a free port and at a fixed time."""
    test = ["--port", "0", "--now", NOW, "--frozen", "--with-stdin"]
    child = subprocess.Popen([*command, *test], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **where)
    try:
        assert child.stdout is not None
        address = msgspec.json.decode(child.stdout.readline())["address"]
        yield OverHttp(urlsplit(address).netloc, clock)
    finally:
        child.communicate(timeout=30)
    assert child.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the page is for a Debian server")
def test_the_page_leads_from_nothing_to_a_received_report(postgres: Any, tmp_path: Path, clock: FixedClock) -> None:
    settings = dict(line.split("=", 1) for line in blocks("ini"))
    assert read_configuration(settings).addresses
    settings |= {"CDD_CENTRAL_DATABASE": postgres.create("operations"), "CDD_CENTRAL_KEYS": str(tmp_path / "keys.json")}
    where = {"cwd": tmp_path, "env": {**os.environ, **settings, "PYTHONPATH": str(ROOT)}}
    lines = [shlex.split(line) for line in blocks("sh")]
    init, serve, enrol, people, offices, codes, backup, verify, rotate, reseal, migrate = lines
    commands = "init serve enrol people codes codes backup verify keys keys migrate"
    assert [line[:2] for line in lines] == [["cdd-central", name] for name in commands.split(" ")]

    def run(line: list[str], *more: str) -> str:
        done = subprocess.run([*CENTRAL, *line[1:], *more], check=True, stdout=subprocess.PIPE, **where)
        return done.stdout.decode("utf-8")

    assert "password  " in run(init)
    with served([*CENTRAL, *serve[1:]], where, clock) as central:
        assert central.ask("GET", "/readyz") == (200, b'{"status":"ready"}')
        run(enrol, "--now", NOW)
        assert "วิชัย ตัวอย่าง" in run(people)
        run(offices)
        assert run(codes, "--now", NOW).split() == ["codes.csv", "954"]
        letter = read_letters((tmp_path / "codes.csv").read_text(encoding="utf-8"))[0]
        status, _ = central.ask("POST", "/v1/codes/take-up", msgspec.json.encode({"code": letter.code}))
        assert status == 200
        device = Device(central, decode_enrolment((tmp_path / "5007.cddenrol").read_bytes()))  # type: ignore[arg-type]
        device.sync()
        assert [result.status for result in Report(device).send_all()] == ["stored"] * 2
        device.sync()
        assert device.submissions[KEY].receipt_no.startswith("2561-")
        assert int(run(backup).split()[1]) > 900
        assert run(verify).split()[1] == "0"
        assert run(rotate, "--now", NOW).split()[:2] == ["number", "1"]  # and the service goes on
        [word] = device.sync(keys=0).keys
        assert word.before == device.enrolment.signing_key
        assert [int(run(reseal).split()[1]) > 0 for _ in range(2)] == [True, False]
        assert run(verify).split()[1] == "0"
        assert run(migrate).split()[0] == run(migrate).split()[-1]
        assert central.ask("GET", "/readyz")[0] == 200
    postgres.drop("operations")
