"""Several worker processes behind one port: they share the work, one that dies is replaced, and they end together."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import msgspec
import pytest
from central_driver import Central
from central_report import Report
from sqlalchemy import true

from cdd_desktop.central.figures.figuring import forget_figured, units_left
from cdd_desktop.central.keeping.setup import initialise
from cdd_desktop.central.serving.handing import Hand, Handed, hand_on, with_room
from cdd_desktop.central.serving.run import listen

if sys.platform != "win32":
    import resource

PATIENCE = 60


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A running ``cdd-central serve --workers 2`` and its address."""
    database = str(tmp_path / "central.db")
    initialise(database)[0].close()
    command = [sys.executable, "-m", "cdd_desktop.central", "serve", "--database", database, "--port", "0"]
    process = subprocess.Popen(
        [*command, "--workers", "2", "--with-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    yield process, msgspec.json.decode(process.stdout.readline())["address"].removeprefix("http://")
    process.communicate(timeout=PATIENCE)


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """The processes that answer; what Python keeps beside them for itself is left out."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def is_alive(process: int) -> bool:
    """Whether a thread of it has not ended yet; one that only waits for its parent to hear of it has."""
    try:
        return any(") Z" not in thread.read_text() for thread in Path(f"/proc/{process}/task").glob("*/stat"))
    except OSError:  # it has ended just now
        return Path(f"/proc/{process}").exists() and is_alive(process)


def answers(host: str, path: str = "/readyz") -> int:
    with closing(http.client.HTTPConnection(host, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def told(host: str, what: str) -> int:
    """A count of ``/metrics`` by any of the workers."""
    with closing(http.client.HTTPConnection(host, timeout=PATIENCE)) as connection:
        connection.request("GET", "/metrics")
        lines = connection.getresponse().read().decode().splitlines()
    return next((int(line.rpartition(" ")[2]) for line in lines if line.startswith(what)), 0)


def assert_told(host: str, what: str, wanted: int) -> None:
    """An answer is counted once it has gone out, so the caller may be a moment earlier; then all tell the same."""
    seen = [told(host, what) for _ in range(100)]
    assert set(seen[50:]) == {wanted}, seen


@pytest.mark.skipif(sys.platform == "win32", reason="the children of a process are read from /proc")
def test_a_worker_that_dies_is_replaced_and_none_outlives_the_parent(
    serving: tuple[subprocess.Popen[bytes], str],
) -> None:
    process, host = serving
    first = workers_of(process)
    assert len(first) == 2
    os.kill(first[0], signal.SIGKILL)
    while is_alive(first[0]):  # what it was given is lost with it
        pass
    while len(now := [worker for worker in workers_of(process) if worker != first[0]]) < 2:
        assert answers(host) == 200, "the other one goes on"
    assert answers(host) == 200
    for _ in range(20):  # whoever answers, and whoever is asked: what is told is the sum over all of them
        assert answers(host, "/openapi.json") == 200
    assert_told(host, 'cdd_central_requests_total{route="/openapi.json"', 20)
    assert_told(host, "cdd_central_requests_running", 1)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert not any(Path(f"/proc/{worker}").exists() for worker in now)


@pytest.mark.skipif(sys.platform == "win32", reason="workers are given connections through SCM_RIGHTS")
def test_a_connection_goes_to_the_worker_with_the_fewest_open() -> None:
    """Workers stand for themselves here: what they are given, each takes and keeps, or closes."""
    with ExitStack() as stack:
        listener = stack.enter_context(listen("127.0.0.1", 0))
        hands = [stack.enter_context(closing(Hand())) for _ in range(3)]
        workers = [stack.enter_context(Handed(hand.taking)) for hand in hands]
        held: list[list[socket.socket]] = [[], [], []]

        def call(count: int) -> list[int]:
            """So many callers; how many connections each worker holds afterwards."""
            for _ in range(count):
                stack.enter_context(socket.create_connection(listener.getsockname()))
                hand_on(listener, with_room(hands))
            for worker, connections in zip(workers, held, strict=True):
                with suppress(BlockingIOError):
                    while worker.fileno() >= 0:
                        connections.append(stack.enter_context(worker.accept()[0]))
            return [len(connections) for connections in held]

        assert call(6) == [2, 2, 2]
        for _ in range(2):
            closed = held[1].pop()
            closed.close()
            closed.close()  # counted once
        assert [hand.open for hand in hands] == [2, 0, 2]
        assert call(2) == [2, 2, 2]
        workers[0].close()  # it has died, and its parent has not heard of it
        assert call(3)[1:] == [4, 3]
        hand_on(listener, with_room(hands))  # nobody waits
        assert [hand.open for hand in hands[1:]] == [4, 3]


@pytest.mark.skipif(sys.platform == "win32", reason="workers are given connections through SCM_RIGHTS")
def test_who_does_not_take_its_connections_is_given_no_more() -> None:
    with ExitStack() as stack:
        listener = stack.enter_context(listen("127.0.0.1", 0))
        hand = stack.enter_context(closing(Hand()))
        worker = stack.enter_context(Handed(hand.taking))
        while with_room([hand]):
            stack.enter_context(socket.create_connection(listener.getsockname()))
            hand_on(listener, [hand])
        assert 10 < hand.open < 1_000
        for _ in range(hand.open):
            stack.enter_context(worker.accept()[0])
        assert with_room([hand]) == [hand]
        stack.enter_context(socket.create_connection(listener.getsockname()))
        held = hand.open
        hand_on(listener, [hand])
        allowed = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, allowed[1]))
        try:
            with pytest.raises(ConnectionAbortedError):  # it may open no more, and loses this one
                worker.accept()
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, allowed)
        assert hand.open == held
        hand.close()
        with pytest.raises(ConnectionAbortedError):  # the parent has ended
            worker.accept()


@pytest.mark.parametrize("workers", ["1", "2"])
def test_what_batches_do_not_bring_up_to_date_the_service_does(sqlite_central: Central, workers: str) -> None:
    """Figures an older program has left are worked out while requests are answered."""
    report = Report(sqlite_central.device("5007"))
    report.send_all()
    with sqlite_central.endpoint.database.write() as session:
        forget_figured(session, true())
        assert units_left(session) == ["5007"]
    files = ("--database", sqlite_central.address, "--keys", str(sqlite_central.keys))
    command = [sys.executable, "-m", "cdd_desktop.central", "serve", *files, "--port", "0", "--workers", workers]
    process = subprocess.Popen([*command, "--with-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    host = msgspec.json.decode(process.stdout.readline())["address"].removeprefix("http://")
    deadline = time.monotonic() + PATIENCE
    while True:
        with sqlite_central.endpoint.database.read() as session:
            if not units_left(session):
                break
        assert answers(host) == 200
        assert time.monotonic() < deadline
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
