"""The real program: a child process, its command line, its socket, and how it ends."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from central_driver import Central, Device, batch_of, new_id
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from cdd_desktop.central.cli import main
from cdd_desktop.clock import FixedClock
from cdd_desktop.sync.enrolment import decode_enrolment, verify_enrolment
from cdd_desktop.sync.gateway import HttpGateway
from cdd_desktop.sync.protocol import Problem, Receipt, SyncAnswer

NOW = "2018-03-18T08:40:00+07:00"
QUIETLY = ["--frozen", "--with-stdin"]
REACHED = ["--address", "http://127.0.0.1:9"]
COMMAND = [sys.executable, "-m", "cdd_desktop.central", "--language", "en"]


class Child:
    """A running ``cdd-central serve``."""

    def __init__(self, address: str, keys: Path) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", "--database", address, "--keys", str(keys), "--now", NOW, *QUIETLY],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        assert self.process.stdout is not None
        self.host = json.loads(self.process.stdout.readline())["address"].removeprefix("http://")

    def call(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        with closing(http.client.HTTPConnection(self.host, timeout=30)) as connection:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()

    def problem(self, *arguments: Any, **headers: str) -> tuple[int, str]:
        status, body = self.call(*arguments, **headers)
        return status, msgspec.json.decode(body, type=Problem).code

    def end(self) -> tuple[int, bytes]:
        """Close its input, as a parent that goes away does; its status and what it said on stderr."""
        _, errors = self.process.communicate(timeout=30)
        return self.process.returncode, errors


@pytest.fixture
def child(address: tuple[str, Path]) -> Iterator[Child]:
    running = Child(*address)
    yield running
    if running.process.poll() is None:
        assert running.end() == (0, b"")


def test_a_batch_over_http_to_a_child_process(child: Child, address: tuple[str, Path], clock: FixedClock) -> None:
    local = Central(*address, clock)
    enrolment = local.enrol("5007")
    local.close()
    device = Device(local, enrolment)
    status, body = child.call("POST", "/v1/enrol", device.request())
    assert status == 200
    device.token = msgspec.json.decode(body, type=SyncAnswer).token
    batch = batch_of(device.group(device.edit(new_id(), {"name_th": "กลุ่ม", "tambon_code": "500701"})))
    bearer = {"Authorization": f"Bearer {device.token}"}
    receipts = []
    for _ in range(2):
        status, body = child.call("POST", "/v1/sync", device.request(batch), **bearer)
        assert status == 200
        receipts.append(bytes(msgspec.json.decode(body, type=SyncAnswer).receipt))
    assert receipts[0] == receipts[1]
    assert msgspec.json.decode(receipts[0], type=Receipt).results[0].status == "stored"
    assert child.problem("POST", "/v1/sync", device.request(batch, claim=None)) == (401, "device-unknown")
    assert child.end() == (0, b"")
    again = Child(*address)
    _, body = again.call("POST", "/v1/sync", device.request(batch), **bearer)
    assert bytes(msgspec.json.decode(body, type=SyncAnswer).receipt) == receipts[0]
    assert again.end() == (0, b"")


def test_every_failure_speaks_as_a_problem(child: Child) -> None:
    assert child.call("GET", "/healthz") == (200, b'{"status":"ok"}')
    assert child.call("GET", "/readyz") == (200, b'{"status":"ready"}')
    assert child.problem("GET", "/") == (404, "not-found")
    assert child.problem("GET", "/v1/sync") == (405, "not-found")
    for body in (b"", b"{", b"[]", b"\xff\xfe", b'"\\ud800"', b"[" * 100_000, b'{"protocol":"x"}'):
        assert child.problem("POST", "/v1/sync", body) == (400, "body-unreadable")
    assert child.problem("POST", "/v1/sync", b" " * (4 * 1024 * 1024 + 1)) == (413, "body-too-large")
    assert child.problem("POST", "/v1/sync", b"x" * 9, **{"Content-Length": "9"}) == (400, "body-unreadable")
    assert child.call("GET", "/healthz")[0] == 200


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM; its parent closes the input")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(address: tuple[str, Path], number: signal.Signals) -> None:
    child = Child(*address)
    child.process.send_signal(number)
    assert child.process.wait(30) == 0
    assert child.end() == (0, b"")


# --- the command line ------------------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CDD_CENTRAL_DATABASE", str(tmp_path / "central.db"))
    monkeypatch.delenv("CDD_CENTRAL_KEYS", raising=False)
    return tmp_path


def test_from_nothing_to_an_enrolment(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    keys = here / "central.keys.json"
    first = keys.read_bytes()
    if sys.platform != "win32":
        assert keys.stat().st_mode & 0o777 == 0o600
    assert main(["--language", "en", "init"]) == 1
    assert main(["init", "--if-needed"]) == 0
    assert keys.read_bytes() == first
    out = here / "5007.cddenrol"
    people = ["--person", "สมศรี ใจดี:officer", "--person", "วิชัย แก้วมณี:head"]
    arguments = ["enrol", "5007", "--out", str(out), "--address", "http://127.0.0.1:9", "--now", NOW, *people]
    capsys.readouterr()
    assert main([*arguments, "--reports-from", "2018-01-01"]) == 0
    said = capsys.readouterr().out
    enrolment = decode_enrolment(out.read_bytes())
    verify_enrolment(out.read_bytes())
    assert enrolment.reports_from == "2018-01-01"
    assert enrolment.addresses == ["http://127.0.0.1:9"]
    assert [person.name for person in enrolment.people] == ["สมศรี ใจดี", "วิชัย แก้วมณี"]
    assert all(person.pin in said for person in enrolment.people)
    assert enrolment.code not in said
    assert main(["people"]) == 0
    assert "สมศรี ใจดี" in capsys.readouterr().out
    assert main(["migrate"]) == 0


def test_an_enrolment_carries_the_trust_anchor_and_no_private_key(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The anchor is what the device hands to TLS, so TLS has to take it as it stands."""
    assert main(["init"]) == 0
    monkeypatch.setenv("CDD_CENTRAL_ADDRESS", "https://one.example https://two.example/")
    authority = here / "authority.pem"
    authority.write_bytes(own_authority())
    out = here / "5007.cddenrol"
    assert main(["enrol", "5007", "--out", str(out), "--trust", str(authority), "--now", NOW]) == 0
    enrolment = decode_enrolment(out.read_bytes())
    verify_enrolment(out.read_bytes())
    assert enrolment.addresses == ["https://one.example", "https://two.example"]
    assert "PRIVATE" not in enrolment.trust
    assert ssl.create_default_context(cadata=enrolment.trust).cert_store_stats()["x509_ca"] == 1
    HttpGateway(enrolment.addresses, trust=enrolment.trust).close()


def own_authority() -> bytes:
    """A certificate authority of an office, with its private key in the same file as tools often write it."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Office authority")])
    begin = datetime(2018, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, None)
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + certificate.public_bytes(Encoding.PEM)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["enrol", "1001", "--out", "x", *REACHED], 2, "Bangkok"),
        (["enrol", "99", "--out", "x", *REACHED], 2, "no reporting unit"),
        (["enrol", "5007", "--out", "/nowhere/x", *REACHED], 1, "cannot be written"),
        (["enrol", "5007", "--out", "x", *REACHED, "--person", "ใคร"], 2, "no person"),
        (["enrol", "5007", "--out", "x", *REACHED, "--person", "ใคร:department"], 2, "does not exist"),
        (["enrol", "5007", "--out", "x", *REACHED, "--reports-from", "1 ต.ค."], 2, "no date"),
        (["enrol", "5007", "--out", "x"], 2, "CDD_CENTRAL_ADDRESS"),
        (["enrol", "5007", "--out", "x", "--address", "central"], 2, "not valid"),
        (["enrol", "5007", "--out", "x", *REACHED, "--trust", "none.pem"], 2, "--trust"),
        (["enrol", "5007", "--out", "x", *REACHED, "--trust", "central.keys.json"], 2, "PEM"),
        (["serve", "--now", "yesterday"], 2, "no instant"),
        (["serve", "--database", "mysql://x"], 2, "not valid"),
        (["serve", "--database", "postgresql://127.0.0.1:1/x"], 2, "--keys"),
        (["people", "--database", "postgresql://127.0.0.1:1/x"], 1, "cannot be opened"),
    ],
)
def test_bad_requests_are_one_line(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, words: str
) -> None:
    assert main(["init"]) == 0
    capsys.readouterr()
    assert main(["--language", "en", *arguments]) == status
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1


def test_a_taken_port_is_one_line(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["--language", "en", "serve", "--port", port]) == 1
    said = capsys.readouterr().err
    assert f"Port {port} on 127.0.0.1 cannot be used" in said
    assert said.count("\n") == 1


def test_errors_in_thai_and_wrong_keys(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init"]) == 0
    other = here / "other.keys.json"
    assert main(["init", "--database", str(here / "other.db"), "--keys", str(other)]) == 0
    assert main(["--language", "th", "serve", "--keys", str(other)]) == 1
    assert "ไม่ใช่ของฐานข้อมูลนี้" in capsys.readouterr().err
    other.write_text("{}")
    assert main(["--language", "th", "serve", "--keys", str(other)]) == 2
    assert "ไม่ใช่ไฟล์กุญแจ" in capsys.readouterr().err
    assert main(["--language", "en", "serve", "--keys", str(here / "none.json")]) == 2
    assert "missing" in capsys.readouterr().err
