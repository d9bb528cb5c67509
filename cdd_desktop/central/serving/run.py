"""Running central: a socket, uvicorn, one line that says where it is, and a clean end on every platform."""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from typing import Any

import msgspec
import uvicorn
from starlette.applications import Starlette

from cdd_desktop.central.doors.limits import FREE, Limits
from cdd_desktop.central.doors.metrics import Metrics
from cdd_desktop.central.holding.books import open_books
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.serving.heads import PatientProtocol
from cdd_desktop.central.serving.mending import mending
from cdd_desktop.central.sync.endpoint import Endpoint
from cdd_desktop.errors import RefusedError

IDLE_SECONDS = 30  # a slow machine on a thin line needs some to make its next batch and bring it here
GRACE_SECONDS = 10
WAITING = 2048  # connections that nobody has taken yet


class Server(uvicorn.Server):
    """Says when requests are answered. SIGTERM and Ctrl-C let running requests finish first. ``options`` are
    uvicorn's."""

    def __init__(self, app: Starlette, on_ready: Callable[[], None], **options: Any) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=PatientProtocol,
                log_config=None,
                access_log=False,
                server_header=False,
                lifespan="off",
                backlog=WAITING,
                timeout_graceful_shutdown=GRACE_SECONDS,
                timeout_keep_alive=IDLE_SECONDS,
                h11_max_incomplete_event_size=64 * 1024,
                **options,
            )
        )
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if not self.should_exit:
            self._on_ready()


def serve(endpoint: Endpoint, host: str, port: int, limits: Limits = FREE, *, with_stdin: bool = False) -> None:
    """Answer requests until asked to stop; prints ``{"address": …}`` as one line once ready.

    ``with_stdin``: also stop when the standard input closes, so that a child ends with its parent on every system.
    Raises ``RefusedError("port-unavailable")``.
    """
    listener = listen(host, port)
    settle_process()
    try:
        with mending(endpoint):
            run_server(
                endpoint,
                limits,
                listener,
                lambda: announce(host, listener),
                lambda stop: when_asked_to_stop(stop, with_stdin=with_stdin),
            )
    finally:
        endpoint.database.close()


def settle_process() -> None:
    """What a process that serves holds by now it holds to its end, and what a request makes goes with it: the collector
    looks through the former no more and through the latter seldom. It took a sixth of the time of a batch. And a thread
    whose statement has been answered, perhaps under a lock others wait for, waits less long for those that reckon."""
    open_books()
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    sys.setswitchinterval(0.001)


def run_server(
    endpoint: Endpoint,
    limits: Limits,
    listener: socket.socket,
    on_ready: Callable[[], None],
    tell: Callable[[Callable[[], None]], None],
    metrics: Metrics | None = None,
) -> None:
    """Answer what comes to a listening socket; ``tell`` is handed what ends it. ``metrics`` are counted together with
    other processes, else alone."""
    server = Server(create_app(endpoint, limits, metrics=metrics), on_ready)

    def stop() -> None:
        server.should_exit = True

    tell(stop)
    try:
        server.run(sockets=[listener])
    finally:
        listener.close()


def announce(host: str, listener: socket.socket) -> None:
    """Say where requests are answered."""
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listener.getsockname()[1]}"
    print(msgspec.json.encode({"address": address}).decode(), flush=True)


def when_asked_to_stop(stop: Callable[[], None], *, with_stdin: bool) -> None:
    """Have ``stop`` called on SIGTERM, on Ctrl-C and, when wanted, at the end of the standard input."""
    _end_quietly(stop)
    if with_stdin:
        threading.Thread(target=_stop_at_end_of_input, args=(stop,), name="stdin", daemon=True).start()


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises ``RefusedError("port-unavailable")``."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there the option would let two programs share one port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(WAITING)
        listener.setblocking(False)
    except (OSError, OverflowError) as error:  # no such port, or not free
        listener.close()
        raise RefusedError("port-unavailable", host=host, port=port) from error
    return listener


def _stop_at_end_of_input(stop: Callable[[], None]) -> None:
    while os.read(sys.stdin.fileno(), 4096):  # not through sys.stdin, whose lock would hold up the exit
        pass
    stop()


def _end_quietly(stop: Callable[[], None]) -> None:
    """uvicorn raises the signal that stopped it once more at the end; by then there is nothing left to do."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGINT", "SIGTERM", "SIGBREAK"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda _number, _frame: stop())
