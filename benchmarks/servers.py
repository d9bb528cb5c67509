"""What benchmarks of central stand on: a PostgreSQL of their own, and a central of several workers behind TLS."""

from __future__ import annotations

import multiprocessing
import os
import secrets
import select
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timezone
from multiprocessing.connection import Connection
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.serving.handing import Hand, Handed, Taking, hand_on, with_room
from cdd_desktop.central.serving.run import Server, settle_process
from cdd_desktop.clock import FixedClock

PORT = 54_329
_FOLDER = f"cdd-benchmark-pg-{os.getpid()}-"  # another benchmark may run beside this one


def binaries() -> Path:
    """Where the newest PostgreSQL's programs lie."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    return max(found, key=lambda folder: int(folder.parent.name)) if found else Path(str(on_path)).parent


@contextmanager
def postgresql(kept: Path | None = None, *, keep: Path | None = None) -> Iterator[str]:
    """The address of a database on a server of its own that waits for its disk; reached by a Unix socket. It is empty,
    or a copy of the one in the folder ``kept``, where ``keep`` put it at the end of an earlier one. As root it runs as
    ``nobody``, since PostgreSQL refuses root."""
    folder = Path(tempfile.mkdtemp(prefix=_FOLDER))
    before = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    if before:
        shutil.chown(folder, "nobody", "nogroup")
    password = (kept / "password").read_text() if kept else secrets.token_hex(16)
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o644)
    places, data, log = binaries(), str(folder / "data"), str(folder / "log")

    def call(program: str, *arguments: str) -> None:
        command = [*before, str(places / program), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    options = f"-p {PORT} -c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=512MB"
    try:
        if kept:
            subprocess.run(["cp", "-a", str(kept / "data"), data], check=True)
        else:
            call("initdb", "-D", data, "-U", "central", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8")
        call("pg_ctl", "start", "-D", data, "-w", "-l", log, "-o", f"{options} -c max_wal_size=4GB")
        yield f"postgresql://central:{password}@/postgres?host={folder}&port={PORT}"
        call("pg_ctl", "stop", "-D", data, "-m", "fast" if keep else "immediate", "-w", "-t", "600")
        if keep:
            subprocess.run(["cp", "-a", data, str(secret), str(keep)], check=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def spent(pids: Iterable[int]) -> float:
    """Seconds of processor that these processes have used so far, with their children that have ended."""
    ticks = 0
    for pid in pids:
        try:
            figures = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile: its parent counts it
            continue
        ticks += sum(int(figures[place]) for place in (11, 12, 13, 14))
    return ticks / os.sysconf("SC_CLK_TCK")


def resident(pid: int, *, most: bool) -> float:
    """Megabytes of memory a process holds, or the most it has ever held."""
    name = "VmHWM:" if most else "VmRSS:"
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def of_postgresql() -> list[int]:
    """The processes of the server that runs for this benchmark: they work in the folder of its data."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            where = str((folder / "cwd").readlink())
        except OSError:  # it has just ended, or is somebody else's
            continue
        found += [int(folder.name)] if f"/{_FOLDER}" in where else []
    return found


@dataclass(frozen=True, slots=True)
class Served:
    """A central that answers: its port, what a caller trusts, and its processes."""

    port: int
    trust: ssl.SSLContext
    pids: tuple[int, ...]


@contextmanager
def served(database: str, keys: Path, folder: Path, workers: int, at: datetime) -> Iterator[Served]:
    """Central in processes of their own, as ``serve --workers`` starts them, each ending TLS by itself."""
    certificate = _certificate(folder)
    context = multiprocessing.get_context("spawn")
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    listener.setblocking(False)
    pipes, pids, hands = [], [], [Hand() for _ in range(workers)]
    for hand in hands:
        ours, theirs = context.Pipe()
        arguments = (database, keys, certificate, at, hand.taking, theirs)
        process = context.Process(target=_work, args=arguments, daemon=True)
        process.start()
        hand.taking.end.close()
        pids.append(int(process.pid or 0))
        pipes.append(ours)
    for pipe in pipes:
        pipe.recv()
    ended = threading.Event()
    handing = threading.Thread(target=_hand_out, args=(listener, hands, ended))
    handing.start()
    trust = ssl.create_default_context(cafile=str(certificate))
    trust.check_hostname = False
    try:
        yield Served(listener.getsockname()[1], trust, tuple(pids))
    finally:
        ended.set()
        handing.join()
        for child in multiprocessing.active_children():
            child.terminate()
            child.join()
        for hand in hands:
            hand.close()
        listener.close()


def _hand_out(listener: socket.socket, hands: list[Hand], ended: threading.Event) -> None:
    """What the parent of workers does."""
    while not ended.is_set():
        if select.select([listener], [], [], 0.1)[0]:
            hand_on(listener, with_room(hands))


def _work(database: str, keys: Path, certificate: Path, at: datetime, taking: Taking, pipe: Connection) -> None:
    app = create_app(open_endpoint(database, FixedClock(at), keys))
    settle_process()
    Server(app, lambda: pipe.send(True), ssl_certfile=certificate).run(sockets=[Handed(taking)])


def _certificate(folder: Path) -> Path:
    """A certificate of loopback's own, with its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "central")])
    day = datetime(2018, 1, 1, tzinfo=timezone.utc)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), day, day.replace(year=2099))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "central.pem"
    encoding = serialization.Encoding.PEM
    private = key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(private + made.public_bytes(encoding))
    return path
