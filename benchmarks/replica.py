"""A streaming replica of a PostgreSQL on the same machine, and the load that keeps its primary busy meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event
from pathlib import Path

import filling
import psycopg
import servers
from psycopg.conninfo import conninfo_to_dict

BATCH = 500
_ROOM = 10**9  # records of the load are numbered beyond all others
_FEED = (
    "INSERT INTO feed (province, kind, key, seq, unit, device)"
    " SELECT left(unit, 2), 'record', id, %s + row_number() OVER (), unit, '' FROM record WHERE id = ANY(%s)"
)


@contextmanager
def streaming(address: str) -> Iterator[str]:
    """The address of a server that follows the one at ``address`` and answers those who only read."""
    told = conninfo_to_dict(address)
    folder, port = Path(str(told["host"])), int(str(told["port"])) + 1
    before = ["runuser", "-u", "nobody", "--"] if os.geteuid() == 0 else []
    data, places = str(folder / "replica"), servers.binaries()
    environment = {**os.environ, "PGPASSWORD": str(told["password"])}

    def call(program: str, *arguments: str) -> None:
        command = [*before, str(places / program), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, env=environment)

    source = ["-h", str(folder), "-p", str(told["port"]), "-U", str(told["user"])]
    call("pg_basebackup", "-D", data, *source, "-X", "stream", "-R", "-c", "fast")
    options = f"-p {port} -c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=512MB"
    call("pg_ctl", "start", "-D", data, "-w", "-t", "600", "-l", f"{data}.log", "-o", options)
    try:
        yield address.replace(f"port={told['port']}", f"port={port}")
    finally:
        call("pg_ctl", "stop", "-D", data, "-m", "immediate", "-w")


@contextmanager
def busy(address: str) -> Iterator[list[float]]:
    """Batches come in meanwhile, as fast as one caller writes them; what is given holds their number at the end."""
    context = multiprocessing.get_context("spawn")
    stop, pipe = context.Event(), context.Pipe()
    process = context.Process(target=_write, args=(address, stop, pipe[1]), daemon=True)
    process.start()
    pipe[0].recv()
    done: list[float] = []
    try:
        yield done
    finally:
        stop.set()
        done.append(pipe[0].recv())
        process.join()


def lag(connection: psycopg.Connection[tuple[object, ...]]) -> float:
    """Milliseconds between a commit at the primary and its being seen at the replica, as the primary reckons it."""
    row = connection.execute("SELECT extract(epoch FROM replay_lag) * 1000 FROM pg_stat_replication").fetchone()
    return float(str(row[0])) if row is not None and row[0] is not None else 0.0


def _write(address: str, stop: Event, pipe: multiprocessing.connection.Connection) -> None:
    """Batches of 500 records of one office, each in the feed, under the counter of its province."""
    units = filling.districts()
    with psycopg.connect(address) as connection:
        (held,) = connection.execute("SELECT count(*) FROM record").fetchone() or (0,)
        begin, count = _ROOM + int(str(held)), 0
        pipe.send(0)
        while not stop.is_set():
            unit = units[count % len(units)]
            given = {"units": [unit], "first": filling.YEARS[0], "begin": begin, "end": begin + BATCH - 1}
            rows = connection.execute(filling.RECORDS + " RETURNING id", given).fetchall()
            take = "UPDATE counter SET n = n + %s WHERE scope = %s RETURNING n"
            (top,) = connection.execute(take, (BATCH, f"feed/{unit[:2]}")).fetchone() or (0,)
            connection.execute(_FEED, (int(str(top)) - BATCH, [row[0] for row in rows]))
            connection.commit()
            begin, count = begin + BATCH, count + 1
    pipe.send(count)
