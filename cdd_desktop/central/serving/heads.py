"""A connection whose request's head does not come to its end is given up; uvicorn would hold it for ever.

Of a body that stops the doors know (``doors/requests.py``), of a connection at rest between two requests uvicorn.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 30.0


class PatientProtocol(H11Protocol):
    """HTTP/1.1 with so many seconds from a connection's beginning, or a head's first byte, to the head's end."""

    _giving_up: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._giving_up = self.loop.call_later(HEAD_SECONDS, transport.close)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._come()
        elif self._giving_up is None:
            self._giving_up = self.loop.call_later(HEAD_SECONDS, self.transport.close)

    def connection_lost(self, exc: Exception | None) -> None:
        self._come()
        super().connection_lost(exc)

    def _come(self) -> None:
        if self._giving_up is not None:
            self._giving_up.cancel()
            self._giving_up = None
