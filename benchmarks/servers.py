"""What benchmarks of central stand on: a PostgreSQL of their own, and a central of several workers behind TLS."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PORT = 54_329


def binaries() -> Path:
    """Where the newest PostgreSQL's programs lie."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    return max(found, key=lambda folder: int(folder.parent.name)) if found else Path(str(on_path)).parent


@contextmanager
def postgresql() -> Iterator[str]:
    """The address of an empty database on a server as it is installed (it waits for its disk), asynchronous in nothing;
    reached by a Unix socket. As root it runs as ``nobody``, since PostgreSQL refuses root."""
    folder = Path(tempfile.mkdtemp(prefix="cdd-benchmark-pg-"))
    before = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    if before:
        shutil.chown(folder, "nobody", "nogroup")
    password = secrets.token_hex(16)
    secret = folder / "password"
    secret.write_text(password)
    secret.chmod(0o644)
    places, data, log = binaries(), str(folder / "data"), str(folder / "log")

    def call(program: str, *arguments: str) -> None:
        command = [*before, str(places / program), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    options = f"-p {PORT} -c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=512MB"
    try:
        call("initdb", "-D", data, "-U", "central", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8")
        call("pg_ctl", "start", "-D", data, "-w", "-l", log, "-o", f"{options} -c max_wal_size=4GB")
        yield f"postgresql://central:{password}@/postgres?host={folder}&port={PORT}"
        call("pg_ctl", "stop", "-D", data, "-m", "immediate", "-w")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
