"""Connections handed to workers, each to the one with the fewest open.

Left to the system a connection falls to whichever worker wakes first and stays with it: of a few that stay open for
long one may get most, and all their work. So the parent takes them, and sends each on through a pair of sockets
(``SCM_RIGHTS``). Windows has no such thing; there the workers listen themselves.
"""

from __future__ import annotations

import select
import socket
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.sharedctypes import RawValue
from typing import Any, NamedTuple, Protocol


class Counter(Protocol):
    """A number in memory that two processes see; one of them writes it."""

    value: int


class Taking(NamedTuple):
    """What a worker is started with: its end of the pair, and where it counts the connections it has closed."""

    end: socket.socket
    closed: Counter


class Hand:
    """The parent's side of a worker; ``taking`` goes with the worker."""

    def __init__(self) -> None:
        self._end, theirs = socket.socketpair()
        self._end.setblocking(False)
        self.taking = Taking(theirs, RawValue("Q", 0))
        self._given = 0

    def fileno(self) -> int:
        return self._end.fileno()

    @property
    def open(self) -> int:
        """The connections it has been given and not closed yet."""
        return self._given - self.taking.closed.value

    def give(self, connection: socket.socket) -> None:
        """Raises ``OSError`` when its worker has ended."""
        socket.send_fds(self._end, [b"+"], [connection.fileno()])
        self._given += 1

    def close(self) -> None:
        self._end.close()
        self.taking.end.close()


def with_room(hands: Sequence[Hand]) -> list[Hand]:
    """Those whose workers keep up with what they are given, the one with the fewest open connections first."""
    _, free, _ = select.select([], hands, [], 0)
    return sorted(free, key=lambda hand: hand.open)


def hand_on(listener: socket.socket, hands: Sequence[Hand]) -> None:
    """Give a waiting connection to the first of these who takes it. One that nobody takes is closed."""
    try:
        connection, _ = listener.accept()
    except OSError:  # its caller has gone again
        return
    with connection:
        for hand in hands:
            with suppress(OSError):
                hand.give(connection)
                return


class Handed(socket.socket):
    """The worker's side, which asyncio accepts connections from as from any listener."""

    def __init__(self, taking: Taking) -> None:
        super().__init__(fileno=taking.end.detach())
        self.setblocking(False)
        self._count = taking.closed  # a socket has a name of its own for whether it is closed

    def listen(self, _backlog: int = 0) -> None:
        """Nothing to do: the parent listens."""

    def accept(self) -> tuple[socket.socket, Any]:
        """The next connection with its caller's address. Raises ``BlockingIOError`` while there is none, and
        ``ConnectionAbortedError`` when its caller, or the parent, has gone, or when the process may open no more."""
        given, files, _, _ = socket.recv_fds(self, 1, 1)
        if not files:
            self._count.value += len(given)
            raise ConnectionAbortedError
        connection = _Counted(files[0], self._count)
        try:
            return connection, connection.getpeername()
        except OSError:
            connection.close()
            raise ConnectionAbortedError from None


class _Counted(socket.socket):
    """A connection that is counted when it is closed."""

    def __init__(self, file: int, closed: Counter) -> None:
        super().__init__(fileno=file)
        self._count = closed

    def close(self) -> None:
        if self.fileno() >= 0:
            self._count.value += 1
        super().close()
