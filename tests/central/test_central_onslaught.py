"""Bad input at the real service on loopback: whatever is sent, an error with a code, nothing stored, memory bounded;
slow callers hold nobody up."""

from __future__ import annotations

import json
import os
import re
import secrets
import socket
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

import msgspec
import pytest
import zstandard
from central_driver import Central, Device
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matrix import contents
from postgres_server import PostgresServer
from test_central_fuzz import NASTY, changed, places, whole_request
from test_central_http import Child

from cdd_desktop.central.keeping.setup import initialise
from cdd_desktop.central.tables.rows import DeviceRow, PersonRow, RecordRow
from cdd_desktop.clock import FixedClock

MEGABYTE = 1024 * 1024
ALLOWED = 256 * MEGABYTE
NO_TEXT = "no text can stand here"  # as JSON it is written as half of a pair of surrogates
ROUTES = [
    ("POST", "/v1/sync"),
    ("POST", "/v1/digests"),
    ("POST", "/v1/enrol"),
    ("POST", "/v1/files"),
    ("POST", "/v1/blobs"),
    ("PUT", f"/v1/blobs/{'0' * 64}?record=x"),
    ("GET", f"/v1/blobs/{'0' * 64}?record=%00"),
    ("POST", "/v1/codes/take-up"),
    ("POST", "/v1/password"),
    ("GET", "/v1/people?unit=%00"),
    ("GET", "/v1/audit?unit=5007&before=%ff"),
    ("POST", "/v1/people/%00/end"),
    ("DELETE", "/v1/codes?unit=%25"),
]


class Service:
    """A served central, a device of it, and a second look at its database."""

    def __init__(self, address: str, keys: Path, clock: FixedClock) -> None:
        self._beside = Central(address, keys, clock)
        self.device = Device(self._beside, self._beside.enrol("5007"))
        self.device.sync()
        self.others = [NO_TEXT, *self._of_others()]
        self.child = Child(address, keys)
        self._look = None if "://" in address else sqlite3.connect(address)

    def _of_others(self) -> list[str]:
        """Ids another office has: its code, a machine and its token, its people, an entry."""
        other = self._beside.device("5008")
        record, _ = other.save({"name_th": "กลุ่มของคนอื่น", "tambon_code": "500801"})
        self._theirs = self._held_by(other.unit)
        assert len(self._theirs) > 3
        return ["5008", "50", "00", other.id, other.token, *(person.id for person in other.enrolment.people), record]

    def _held_by(self, unit: str) -> list[tuple[object, ...]]:
        with self._beside.endpoint.database.read() as session:
            rows = [
                session.execute(table.select().where(table.c.unit == unit)).all()
                for table in (RecordRow.__table__, DeviceRow.__table__, PersonRow.__table__)
            ]
        return [tuple(row) for some in rows for row in some]

    def state(self) -> object:
        """Something else after whatever somebody else has stored."""
        if self._look is None:
            return contents(self._beside)
        return int(self._look.execute("PRAGMA data_version").fetchone()[0])

    def send(self, method: str, path: str, body: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
        given = {"Authorization": f"Bearer {self.device.token}", **headers}
        with closing(HTTPConnection(self.child.host, timeout=60)) as connection:
            connection.request(method, path, body, given)
            answer = connection.getresponse()
            said = answer.read()
        return answer.status, {} if answer.status == 200 else json.loads(said)

    def memory(self, name: str) -> int:
        """``VmRSS`` now or ``VmHWM`` at most, in bytes, as the system counts them."""
        status = Path(f"/proc/{self.child.process.pid}/status").read_text()
        return int(re.search(rf"^{name}:\s+(\d+) kB$", status, re.MULTILINE)[1]) * 1024  # type: ignore[index]

    def close(self) -> None:
        """Whatever was sent, what another office has is as it was."""
        assert self._held_by("5008") == self._theirs
        if self._look is not None:
            self._look.close()
        self._beside.close()
        assert self.child.end()[0] == 0


@pytest.fixture
def service(tmp_path: Path, clock: FixedClock) -> Iterator[Service]:
    keys = tmp_path / "central.keys.json"
    initialise(str(tmp_path / "central.db"), keys)[0].close()
    served = Service(str(tmp_path / "central.db"), keys, clock)
    yield served
    served.close()


@pytest.fixture
def postgres_service(postgres: PostgresServer, clock: FixedClock) -> Iterator[Service]:
    name = f"t{secrets.token_hex(6)}"
    served = Service(postgres.create(name, "empty_central"), postgres.keys, clock)
    yield served
    served.close()
    postgres.drop(name)


def shaped(body: bytes, shape: str, place: int) -> tuple[bytes, dict[str, str]]:
    """The body as it is, cut, squeezed, squeezed and cut, or with a false length."""
    cut = place * len(body) // 10_000
    squeezed = zstandard.ZstdCompressor().compress(body)
    return {
        "whole": (body, {}),
        "cut": (body[:cut], {}),
        "squeezed": (squeezed, {}),
        "squeezed and cut": (squeezed[: place * len(squeezed) // 10_000], {}),
        "noise": (body[:cut] + b"\xed\xa0\x80\x00" + body[cut:], {}),
        "flood": (body, {f"x-{number}": "x" * 60 for number in range(80)}),
    }[shape]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_sent_is_answered_with_a_code_and_a_refusal_stores_nothing(
    service: Service, data: st.DataObject
) -> None:
    answered_with_a_code(service, data)


@settings(
    max_examples=int(os.environ.get("CDD_ONSLAUGHT", "40")), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_the_same_on_postgresql(postgres_service: Service, data: st.DataObject) -> None:
    """Its own types refuse what SQLite takes: NUL, lone surrogates, numbers past 64 bits."""
    answered_with_a_code(postgres_service, data)


def answered_with_a_code(service: Service, data: st.DataObject) -> None:
    device = service.device
    request = whole_request(device)
    for _ in range(data.draw(st.integers(0, 3))):
        new = data.draw(st.sampled_from(NASTY + service.others))
        request = changed(request, data.draw(st.sampled_from(places(request)[1:])), new)
    shapes = ["whole", "cut", "squeezed", "squeezed and cut", "noise", "flood"]
    body, headers = shaped(
        msgspec.json.encode(request).replace(NO_TEXT.encode(), b"\\ud800"),
        data.draw(st.sampled_from(shapes)),
        data.draw(st.integers(0, 9999)),
    )
    method, path = data.draw(st.sampled_from(ROUTES[:1] * 12 + ROUTES))
    before = service.state()
    status, problem = service.send(method, path, body, **headers)
    assert status < 500, problem
    if status != 200:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", problem["code"]), (status, problem)
        assert service.state() == before, (method, path, problem)


def heavy(device: Device) -> Iterator[tuple[str, bytes]]:
    """What needs the most memory for its size: deep and wide JSON in places where any value may stand, bombs, junk."""
    wide = b"[" + b"[]," * (MEGABYTE) + b"[]]"
    deep = b"[" * 100_000 + b"]" * 100_000
    edit = msgspec.json.encode(whole_request(device))
    head, _, tail = edit.partition('"กลุ่มตัวอย่าง"'.encode())
    yield "/v1/sync", head + wide + tail
    yield "/v1/sync", head + deep + tail
    yield "/v1/sync", b" " * (4 * MEGABYTE)
    yield "/v1/sync", zstandard.ZstdCompressor().compress(head + wide + tail)
    yield "/v1/sync", zstandard.ZstdCompressor().compress(bytes(512 * MEGABYTE))
    yield "/v1/digests", wide
    yield "/v1/files", b"age-encryption.org/v1\n" + bytes(15 * MEGABYTE)
    yield "/v1/sign-in", b'{"login":"' + b"x" * 60_000 + b'","password":""}'


@pytest.mark.skipif(sys.platform != "linux", reason="another system does not say what a process holds")
def test_memory_stays_bounded_under_many_heavy_requests_at_once(service: Service) -> None:
    device = service.device
    service.send("POST", "/v1/sync", device.request())
    idle = service.memory("VmRSS")
    answers: list[tuple[int, str]] = []

    def attack(path: str, body: bytes) -> None:
        for _ in range(2):
            try:
                status, problem = service.send("POST", path, body)
                answers.append((status, problem.get("code", "")))
            except (OSError, HTTPException):  # refused by its length before the body was read: the line is cut
                answers.append((0, "cut"))

    callers = [threading.Thread(target=attack, args=one) for one in heavy(device) for _ in range(5)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    peak = service.memory("VmHWM")
    assert len(answers) == 2 * len(callers)
    assert {status for status, _ in answers} <= {0, 200, 400, 401, 408, 413, 422, 429, 503}
    assert all(code for status, code in answers if status != 200)
    assert peak - idle < ALLOWED, f"{(peak - idle) / MEGABYTE:.0f} MB above idle"
    print(f"{(peak - idle) / MEGABYTE:.0f} MB above {idle / MEGABYTE:.0f} MB idle")
    assert service.send("POST", "/v1/sync", device.request())[0] == 200
    assert service.send("POST", "/v1/sync", b"{")[0] == 400


def test_slow_callers_hold_nobody_up(service: Service) -> None:
    """Fifty callers that send one byte of a body and wait: an honest one is served beside them at once."""
    host, port = service.child.host.split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(50)]
    for line in slow:
        line.sendall(b"POST /v1/sync HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{")
    half = socket.create_connection((host, int(port)))
    half.sendall(b"POST /v1/sync HTTP/1.1\r\nHo")
    for _ in range(3):
        assert service.send("POST", "/v1/sync", service.device.request())[0] == 200
    for line in (*slow, half):
        line.close()
    assert service.send("GET", "/healthz", b"")[0] == 200


def test_heads_that_are_none_and_endless_are_cut_off(service: Service) -> None:
    host, port = service.child.host.split(":")
    before = service.state()
    for head in (
        b"\x00\xff\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /" + b"x" * 200_000,
        b"POST /v1/sync HTTP/1.1\r\n" + b"a: b\r\n" * 40_000,
    ):
        with closing(socket.create_connection((host, int(port)), timeout=30)) as line:
            try:
                line.sendall(head)
                answer = line.recv(4096)
            except ConnectionError:
                answer = b""
        assert answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer[:80]
    assert service.state() == before
    assert service.send("GET", "/healthz", b"")[0] == 200
