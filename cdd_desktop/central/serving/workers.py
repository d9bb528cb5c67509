"""Several worker processes on one port, each with an endpoint of its own; they begin and end together.

Connections are handed to them (``handing.py``). A worker that dies is replaced. Each has a pipe from its parent and
ends when that is closed, so that none outlives it.
"""

from __future__ import annotations

import multiprocessing
import socket
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from cdd_desktop.central.doors.limits import FREE, Limits
from cdd_desktop.central.doors.log_lines import write_log_lines
from cdd_desktop.central.doors.metrics import Metrics
from cdd_desktop.central.doors.tally import Tally
from cdd_desktop.central.keeping.setup import open_endpoint
from cdd_desktop.central.serving.handing import Hand, Handed, Taking, hand_on, with_room
from cdd_desktop.central.serving.mending import mending
from cdd_desktop.central.serving.run import announce, listen, run_server, settle_process, when_asked_to_stop
from cdd_desktop.clock import Clock, SystemClock

_GRACE_SECONDS = 20
_FULL_SECONDS = 0.05  # until workers that have too many connections waiting are asked again


@dataclass(frozen=True, slots=True)
class Opening:
    """What a worker opens its endpoint with. ``limits`` count in each worker by itself; ``tallies`` is the folder in
    which all of them count what ``/metrics`` tells."""

    database: str
    keys: Path | None = None
    clock: Clock = field(default_factory=SystemClock)
    limits: Limits = FREE
    log: str = "warning"
    tallies: Path | None = None


@dataclass(slots=True)
class _Worker:
    """``hand``: None where workers listen themselves."""

    process: BaseProcess
    pipe: Connection
    hand: Hand | None
    is_ready: bool = False

    def close(self) -> None:
        self.pipe.close()
        if self.hand is not None:
            self.hand.close()


def serve_together(opening: Opening, workers: int, host: str, port: int, *, with_stdin: bool = False) -> None:
    """Answer requests with so many processes until asked to stop; prints ``{"address": …}`` once all of them are ready.

    Raises ``RefusedError("port-unavailable")`` and what opening the endpoint raises; then nothing is started.
    """
    open_endpoint(opening.database, opening.clock, opening.keys).database.close()
    listener = listen(host, port)
    stop, told = multiprocessing.Pipe(duplex=False)
    when_asked_to_stop(lambda: told.send(True), with_stdin=with_stdin)
    with tempfile.TemporaryDirectory(prefix="cdd-central-", ignore_cleanup_errors=True) as folder:
        together = replace(opening, tallies=Path(folder))
        running = [_start(together, place, listener) for place in range(workers)]
        try:
            if all(_becomes_ready(worker) for worker in running):
                announce(host, listener)
                _watch(running, listener, stop, lambda place: _start(together, place, listener))
        finally:
            _end(running)
            listener.close()


def _end(running: list[_Worker]) -> None:
    for worker in running:
        worker.close()
    for worker in running:
        worker.process.join(_GRACE_SECONDS)
        if worker.process.is_alive():
            worker.process.kill()


def _watch(running: list[_Worker], listener: socket.socket, stop: Connection, start: Callable[[int], _Worker]) -> None:
    """Until asked to stop: connections are handed on, and who dies is replaced."""
    while True:
        hands = [worker.hand for worker in running if worker.is_ready and worker.hand is not None]
        free = with_room(hands)
        coming = [worker.pipe for worker in running if not worker.is_ready]
        watched: list[Any] = [stop, *coming, *(worker.process.sentinel for worker in running)]
        watched += [listener] if free else []
        happened = wait(watched, _FULL_SECONDS if hands and not free else None)
        if stop in happened:
            return
        if listener in happened:
            hand_on(listener, free)
        for place, worker in enumerate(running):
            if worker.process.sentinel in happened:
                worker.close()
                running[place] = start(place)
            elif worker.pipe in happened:
                _becomes_ready(worker)


def _start(opening: Opening, place: int, listener: socket.socket) -> _Worker:
    context = multiprocessing.get_context("spawn")  # nothing of the parent's threads and connections comes along
    ours, theirs = context.Pipe()
    hand = None if sys.platform == "win32" else Hand()
    taking = listener if hand is None else hand.taking
    process = context.Process(target=_work, args=(opening, place, taking, theirs), name="cdd-central worker")
    process.start()
    theirs.close()
    if hand is not None:
        hand.taking.end.close()
    return _Worker(process, ours, hand)


def _becomes_ready(worker: _Worker) -> bool:
    """Waits until a worker answers requests; False when it has ended instead."""
    try:
        worker.is_ready = bool(worker.pipe.recv())
    except EOFError:
        return False
    return worker.is_ready


def _work(opening: Opening, place: int, taking: Taking | socket.socket, pipe: Connection) -> None:
    """The life of a worker, which takes connections from its parent or a listener. Who takes the place of one that died
    goes on with its counts; the first one brings up to date what batches do not."""
    endpoint = open_endpoint(opening.database, opening.clock, opening.keys)
    write_log_lines(sys.stderr, opening.log)
    settle_process()
    listener = Handed(taking) if isinstance(taking, Taking) else taking

    def until_parent_ends(stop: Callable[[], None]) -> None:
        when_asked_to_stop(stop, with_stdin=False)
        threading.Thread(target=_stop_at_end, args=(pipe, stop), name="parent", daemon=True).start()

    metrics = Metrics(Tally(opening.tallies, place))
    try:
        with mending(endpoint) if place == 0 else nullcontext():
            run_server(endpoint, opening.limits, listener, lambda: pipe.send(True), until_parent_ends, metrics)
    finally:
        endpoint.database.close()


def _stop_at_end(pipe: Connection, stop: Callable[[], None]) -> None:
    try:
        pipe.recv()
    except (EOFError, OSError):
        stop()
