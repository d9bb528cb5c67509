"""Answers that nobody reads, over real sockets: a connection on which nothing moves is given up, a slow one is not, and
what all of them hold together is bounded."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pytest
import uvicorn
from central_driver import Central
from uvicorn.server import ServerState

from cdd_desktop.central.serving import heads
from cdd_desktop.central.serving.app import create_app
from cdd_desktop.central.serving.heads import UNREAD_SECONDS, PatientProtocol

LONG = b"GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n"
SHORT = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
PATIENCE = 60
SMALL = 4096  # what a socket of the tests holds, or little more, so that an answer does not fit


class Skipping(asyncio.SelectorEventLoop):
    """A loop whose clock can be put forward."""

    skipped = 0.0

    def time(self) -> float:
        return super().time() + self.skipped


class Callers:
    """Central's application behind a socket, and callers who read when they are told to."""

    def __init__(self, loop: Skipping, listener: socket.socket, state: ServerState) -> None:
        self._loop, self._listener, self._state = loop, listener, state
        self._ours: list[socket.socket] = []

    async def ask(self, what: bytes = LONG) -> tuple[socket.socket, PatientProtocol]:
        """A caller that asks and reads nothing, and central's end of it once some of an answer waits there."""
        known: set[object] = set(self._state.connections)
        caller = socket.socket()
        self._ours.append(caller)
        caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        caller.setblocking(False)
        await self._loop.sock_connect(caller, self._listener.getsockname())
        await self._loop.sock_sendall(caller, what)
        await self.until(lambda: any(one.transport.get_write_buffer_size() for one in self._new(known)))
        [serving] = self._new(known)
        return caller, serving

    async def read(self, caller: socket.socket, count: int) -> int:
        """Read so much, or to the end where there is less; how much it was."""
        got = 0
        with suppress(ConnectionResetError):
            while got < count and (some := await self._loop.sock_recv(caller, min(SMALL, count - got))):
                got += len(some)
        return got

    def later(self, seconds: float) -> None:
        self._loop.skipped += seconds

    async def until(self, told: Callable[[], bool], each: float = 0) -> None:
        """``each``: seconds by which the clock is put forward whenever it is not so yet."""
        deadline = time.monotonic() + PATIENCE
        while not told():
            assert time.monotonic() < deadline
            self.later(each)
            await asyncio.to_thread(lambda: None)

    def _new(self, known: set[object]) -> list[PatientProtocol]:
        return [one for one in self._state.connections - known if isinstance(one, PatientProtocol)]

    def close(self) -> None:
        for caller in self._ours:
            caller.close()


def calling(central: Central, asked: Callable[[Callers], Awaitable[None]]) -> None:
    config = uvicorn.Config(create_app(central.endpoint), log_config=None, lifespan="off", timeout_keep_alive=30)
    config.load()

    async def run() -> None:
        loop, state = asyncio.get_running_loop(), ServerState()
        assert isinstance(loop, Skipping)
        with small_listener() as listener:
            listening = await loop.create_server(lambda: PatientProtocol(config, state, {}), sock=listener)
            callers = Callers(loop, listener, state)
            try:
                await asked(callers)
            finally:
                callers.close()
                listening.close()
                await listening.wait_closed()

    with asyncio.Runner(loop_factory=Skipping) as runner:
        runner.run(run())


@contextmanager
def small_listener() -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
        listener.bind(("127.0.0.1", 0))
        yield listener


def fewer(waiting: Callable[[], int], before: int) -> bool:
    return waiting() < before


def looked(serving: PatientProtocol, before: asyncio.TimerHandle) -> bool:
    """Whether central has seen since that the answer moves, and gone on waiting."""
    return serving._unread is not before


def test_an_answer_that_nobody_reads_is_given_up_and_one_that_is_read_slowly_is_not(sqlite_central: Central) -> None:
    """uvicorn has closed the connection long before, and would wait for ever until its answer has gone out."""

    async def asked(callers: Callers) -> None:
        caller, serving = await callers.ask()
        transport = serving.transport

        def waiting() -> int:
            return transport.get_write_buffer_size()

        whole = waiting()
        callers.later(31)
        await callers.until(transport.is_closing)
        for _ in range(3):
            before, looking = waiting(), serving._unread
            assert looking is not None
            await callers.read(caller, 2 * SMALL)
            await callers.until(partial(fewer, waiting, before))
            callers.later(UNREAD_SECONDS)
            await callers.until(partial(looked, serving, looking))
        left = waiting()
        assert 4 * SMALL < left < whole
        await callers.until(lambda: serving not in serving.connections, each=UNREAD_SECONDS)
        assert await callers.read(caller, whole) < left, "cut off, not sent"

    calling(sqlite_central, asked)


def test_small_answers_that_nobody_reads_are_given_up(sqlite_central: Central) -> None:
    """However little of them waits, the connection counts among those that may be open."""

    async def asked(callers: Callers) -> None:
        _, serving = await callers.ask(300 * SHORT)
        callers.later(31)
        await callers.until(lambda: serving not in serving.connections, each=UNREAD_SECONDS)

    calling(sqlite_central, asked)


def test_of_a_crowd_that_does_not_read_who_has_waited_longest_makes_room(
    sqlite_central: Central, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked(callers: Callers) -> None:
        crowd = [await callers.ask() for _ in range(2)]
        first, second = (serving.transport.get_write_buffer_size() for _, serving in crowd)
        monkeypatch.setattr(heads, "UNREAD_BYTES", (first + second) * 5 // 4)  # two and a half
        for _ in range(6):
            crowd.append(await callers.ask())
        await callers.until(lambda: len(crowd[0][1].connections) == 2)
        assert {serving for _, serving in crowd[-2:]} == crowd[0][1].connections
        caller, serving = crowd[-1]
        await callers.read(caller, first)
        await callers.until(lambda: serving.transport.get_write_buffer_size() == 0)
        assert serving._unread is None, "who has read is waited for no more"

    calling(sqlite_central, asked)
