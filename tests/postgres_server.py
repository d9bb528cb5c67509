"""A real PostgreSQL for tests: started once for the run in a temporary folder, by an unprivileged account when the
tests run as root, and stopped at the end.
"""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from cdd_desktop.central.keeping.setup import initialise

WINDOWS = sys.platform == "win32"


class PostgresServer:
    """A PostgreSQL of our own: reached by a Unix socket in its folder (by loopback on Windows)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.keys = folder / "central.keys.json"
        self._bin = _binaries()
        self._as = _unprivileged(folder)
        self._password = secrets.token_hex(16)
        self._port = _free_port() if WINDOWS else 5432
        self._start()

    def url(self, database: str) -> str:
        host = f"127.0.0.1:{self._port}" if WINDOWS else ""
        query = "" if WINDOWS else f"?host={self._folder}"
        return f"postgresql://central:{self._password}@{host}/{database}{query}"

    def create(self, name: str, template: str = "template1") -> str:
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)))
        return self.url(name)

    def drop(self, name: str) -> None:
        self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """At once: every connection is gone and nothing is tidied up."""
        self._call("pg_ctl", "stop", "-D", str(self._folder / "data"), "-m", "immediate", "-w")

    def _run(self, statement: sql.Composed) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement)

    def _start(self) -> None:
        secret = self._folder / "password"
        secret.write_text(self._password)
        if self._as:
            shutil.chown(secret, *self._as)
        data = str(self._folder / "data")
        self._call(
            "initdb", "-D", data, "-U", "central", "-A", "scram-sha-256", f"--pwfile={secret}", "-E", "UTF8", "-N"
        )
        self.begin()

    def begin(self) -> None:
        """Start the server; after ``stop`` it recovers from its log, as after a power cut."""
        data = str(self._folder / "data")
        listen = "127.0.0.1" if WINDOWS else ""
        options = f"-c fsync=off -c full_page_writes=off -p {self._port} -c listen_addresses='{listen}'"
        if not WINDOWS:
            options += f" -c unix_socket_directories='{self._folder}'"
        log = str(self._folder / "log")
        self._call("pg_ctl", "start", "-D", data, "-w", "-t", "60", "-l", log, "-o", options)

    def _call(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        if self._as:
            command = ["runuser", "-u", self._as[0], "--", *command]
        # The server inherits what it is given, so its output goes nowhere rather than into a pipe that never ends.
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self._folder, check=False
        )
        if done.returncode:
            pytest.fail(f"{program} failed with status {done.returncode}", pytrace=False)


def _binaries() -> Path:
    """Where PostgreSQL's programs lie: Debian's folder, Windows' one, or the search path."""
    homes = [Path("/usr/lib/postgresql"), Path(os.environ.get("PROGRAMFILES", "/nowhere")) / "PostgreSQL"]
    found = [path.parent for home in homes for path in home.glob("*/bin/initdb*")]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).parent)
    if not found:
        pytest.fail(
            "PostgreSQL's programs are missing: apt-get install postgresql (initdb was not found)", pytrace=False
        )
    return max(found, key=lambda folder: [int(part) for part in folder.parent.name.split(".") if part.isdigit()])


def _unprivileged(folder: Path) -> tuple[str, str] | None:
    """The account to run the server as, when we are root; PostgreSQL refuses root."""
    if WINDOWS or os.geteuid() != 0:
        return None
    account = ("nobody", "nogroup")
    shutil.chown(folder, *account)
    return account


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server, with a migrated database ``empty_central`` to copy."""
    folder = Path(tempfile.mkdtemp(prefix="cdd-pg-"))
    try:
        server = PostgresServer(folder)
        try:
            initialise(server.create("empty_central"), server.keys)[0].close()
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
