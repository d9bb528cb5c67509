"""Connections that stand still are given up where uvicorn would hold them for ever: a request's head that does not
come to its end, and an answer that nobody reads.

Of a body that stops the doors know (``doors/requests.py``), of a connection at rest between two requests uvicorn.
"""

from __future__ import annotations

import asyncio
import sys

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if sys.platform == "linux":
    import fcntl
    import termios

HEAD_SECONDS = 30.0
UNREAD_SECONDS = 120.0  # a thin line that lost something takes no more for a while
UNREAD_BYTES = 32 * 1024 * 1024


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with so many seconds from a connection's beginning, or a head's first byte, to the head's end; and so
    many in which some of an answer has to be taken. Of all answers together so many bytes may wait to be taken: past
    that those that have waited longest are given up."""

    _giving_up: asyncio.TimerHandle | None = None
    _unread: asyncio.TimerHandle | None = None
    _unread_since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        transport.set_write_buffer_limits(high=1, low=0)  # whatever waits is told of, also the end of an answer
        self._giving_up = self.loop.call_later(HEAD_SECONDS, transport.close)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._come()
        elif self._giving_up is None:
            self._giving_up = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._unread_since = self.loop.time()
        self._look_again()
        self._make_room()

    def resume_writing(self) -> None:
        self._taken()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._come()
        self._taken()
        super().connection_lost(exc)

    def _come(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None

    def _taken(self) -> None:
        if self._unread is not None:
            self._unread.cancel()
            self._unread = None

    def _look_again(self) -> None:
        self._unread = self.loop.call_later(UNREAD_SECONDS, self._look, _left(self.transport))

    def _look(self, before: int) -> None:
        if _left(self.transport) < before:
            self._look_again()
        else:
            self.transport.abort()

    def _make_room(self) -> None:
        waiting = [one for one in self.connections if isinstance(one, PatientProtocol) and one._unread is not None]
        held = sum(one.transport.get_write_buffer_size() for one in waiting)
        for one in sorted(waiting, key=lambda one: one._unread_since):
            if held <= UNREAD_BYTES:
                return
            held -= one.transport.get_write_buffer_size()
            one.transport.abort()


def _left(transport: asyncio.Transport) -> int:
    """The bytes that the other end has not got yet. Where the system tells it, with those it holds itself: on a thin
    line it takes none from us for minutes, and sends all the time."""
    theirs = 0
    if sys.platform == "linux":
        told = fcntl.ioctl(transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, bytes(4))
        theirs = int.from_bytes(told, sys.byteorder)
    return transport.get_write_buffer_size() + theirs
