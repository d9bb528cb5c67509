"""Central behind TLS, as in the field: a broken line costs no whole handshake again, and a session opens no door."""

from __future__ import annotations

import contextlib
import ipaddress
import random
import select
import socket
import ssl
import threading
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from loopback import reset

from cdd_desktop.clock import SystemClock
from cdd_desktop.sync.engine import SyncEngine
from cdd_desktop.sync.gateway import HttpGateway


def certificate(path):
    """A certificate for loopback with its key; its text is what an enrolment calls ``trust``."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "central")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    now = SystemClock().now()
    builder = x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
    builder = builder.serial_number(x509.random_serial_number()).add_extension(address, critical=False)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    signed = builder.sign(key, SHA256()).public_bytes(Encoding.PEM)
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + signed)
    return path


class TlsDoor:
    """Speaks TLS for central, as a proxy before it does. ``cuts``: the first connections break after so many bytes of
    requests; ``resumed``: of each connection whether it went on with a session."""

    def __init__(self, port, pem):
        self.cuts, self.resumed = [], []
        self._port, self._pem = port, pem
        self._context = self._new_context()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="tls-door")
        self._thread.start()

    def _new_context(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._pem)
        return context

    def restart(self, pem=None):
        """Another process: what it gave before means nothing to it."""
        self._pem = pem or self._pem
        self._context = self._new_context()

    def _run(self):
        while not self._closing.is_set():
            near, _ = self._listener.accept()
            with contextlib.suppress(OSError), near:
                if not self._closing.is_set():
                    self._serve(near)

    def _serve(self, near):
        with self._context.wrap_socket(near, server_side=True) as client:
            self.resumed.append(client.session_reused)
            left = self.cuts.pop(0) if self.cuts else 10**9
            with socket.create_connection(("127.0.0.1", self._port)) as central:
                while not self._closing.is_set():
                    ready, _, _ = select.select([client, central], [], [], 0.2)
                    for side in ready:
                        data = side.recv(min(left, 16384) if side is client else 16384)
                        if not data:
                            return
                        (central if side is client else client).sendall(data)
                        left -= len(data) if side is client else 0
                        while side is client and client.pending() and left > 0:
                            more = client.recv(min(left, 16384))
                            central.sendall(more)
                            left -= len(more)
                        if left <= 0:
                            reset(client)
                            return

    def close(self):
        self._closing.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 1).close()
        self._thread.join(10)
        self._listener.close()


@pytest.fixture
def door(world, tmp_path):
    made = TlsDoor(world.central.port, certificate(tmp_path / "central.pem"))
    yield made
    made.close()


def sync(desk, door, trust):
    gateway = HttpGateway([door.address], trust=trust)
    try:
        return SyncEngine(desk.workplace, gateway, desk.clock).run(threading.Event(), lambda _: None)
    finally:
        gateway.close()


def test_a_later_connection_goes_on_with_the_session(world, door, tmp_path):
    """After a cut within a contact, in the next contact, and anew with a central that knows nothing of it."""
    desk, trust = world.desk(), (tmp_path / "central.pem").read_text()
    assert sync(desk, door, trust).ok
    chance = random.Random(0)
    for number in range(40):
        desk.save({"org_kind": "group", "name_th": f"กลุ่มที่ {number}", "remark": chance.randbytes(60).hex()})
    door.cuts = [1500, 700]
    outcome = sync(desk, door, trust)
    assert (outcome.code, outcome.batches, outcome.left, outcome.checked) == ("sync-done", 1, 0, "same")
    assert door.resumed == [False, True, True, True]
    door.restart()
    assert sync(desk, door, trust).ok
    assert sync(desk, door, trust).ok
    assert door.resumed[4:] == [False, True]


def test_a_session_vouches_for_nobody_else(world, door, tmp_path):
    """Who stands at central's address with a certificate of his own is not trusted, session or not."""
    desk, trust = world.desk(), (tmp_path / "central.pem").read_text()
    assert sync(desk, door, trust).ok
    door.restart(certificate(tmp_path / "stranger.pem"))
    assert sync(desk, door, trust).code == "not-trusted"
    assert sync(desk, door, (tmp_path / "stranger.pem").read_text()).ok
