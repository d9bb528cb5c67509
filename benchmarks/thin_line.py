"""A line of 9.6 kbit/s with a second of round trip, in real time: a proxy between an office and a central on loopback.

It holds both ways to the rate, carries every byte half a second, lets a new connection wait for its handshake, and
tears all connections down when it is told to. TCP's own heads are aside. A test uses it as well.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

RATE = 9_600 / 8  # bytes a second, each way
ROUND_TRIP = 1.0
PART = 60  # bytes carried at once


class Way:
    """One direction of the line: one byte after the other, whoever's they are. ``greeting``: those of handshakes."""

    def __init__(self) -> None:
        self.bytes = 0
        self.greeting = 0
        self._free_at = 0.0

    async def carry(self, size: int) -> None:
        """Returns when the last of so many bytes has been put on the line."""
        now = asyncio.get_running_loop().time()
        self._free_at = max(self._free_at, now) + size / RATE
        await asyncio.sleep(self._free_at - now)
        self.bytes += size


class Greeting:
    """Tells the handshake of TLS 1.3 from what follows it on one connection: on the way up it is three records, on the
    way down all that comes before central has the fourth."""

    def __init__(self) -> None:
        self._up = bytearray()
        self._there = 0
        self._asked = False

    def up(self, part: bytes) -> int:
        """How many bytes of a part on its way up belong to the handshake."""
        before = len(self._up)
        self._up += part
        ends = self._ends(3)
        return len(part) if ends is None else min(max(ends - before, 0), len(part))

    def down(self, part: bytes) -> int:
        return 0 if self._asked else len(part)

    def arrived(self, size: int) -> None:
        """So many bytes more have come to central."""
        self._there += size
        ends = self._ends(4)
        self._asked = ends is not None and self._there >= ends

    def _ends(self, records: int) -> int | None:
        """Where so many records end, None for as long as they have not come whole."""
        at = 0
        for _ in range(records):
            at += 5 + int.from_bytes(self._up[at + 3 : at + 5], "big")
            if at > len(self._up):
                return None
        return at


class ShapedLine:
    """A thin, far line to a port on loopback, cut after each of ``gaps`` (seconds from the one before)."""

    def __init__(self, port: int, gaps: Iterator[float]) -> None:
        self.up, self.down, self.cuts = Way(), Way(), 0
        self.port = 0
        self._central = port
        self._gaps = gaps
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="line")
        self._thread.start()
        ready.wait()

    def _run(self, ready: threading.Event) -> None:
        self._loop.run_until_complete(self._serve(ready))
        self._loop.close()

    async def _serve(self, ready: threading.Event) -> None:
        self._ended = asyncio.Event()
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=PART)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        cutting = asyncio.create_task(self._cut_now_and_then())
        await self._ended.wait()
        cutting.cancel()
        server.close()
        self._cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)

    async def _cut_now_and_then(self) -> None:
        for seconds in self._gaps:
            await asyncio.sleep(seconds)
            self.cuts += 1
            self._cut()

    def _cut(self) -> None:
        for writer in self._open:
            writer.transport.abort()

    async def _connected(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self._open.add(back)
        await asyncio.sleep(ROUND_TRIP)  # the handshake of TCP, which loopback has done at once
        with contextlib.suppress(OSError):
            far, on = await asyncio.open_connection("127.0.0.1", self._central, limit=PART)
            self._open.add(on)
            greeting = Greeting()

            def write_up(part: bytes) -> None:
                greeting.arrived(len(part))
                _write(on, part)

            await asyncio.gather(
                self._pass(near, on, self.up, greeting.up, write_up),
                self._pass(far, back, self.down, greeting.down, lambda part: _write(back, part)),
            )
            self._open.discard(on)
        self._open.discard(back)

    async def _pass(
        self,
        source: asyncio.StreamReader,
        target: asyncio.StreamWriter,
        way: Way,
        greets: Callable[[bytes], int],
        write: Callable[[bytes], None],
    ) -> None:
        with contextlib.suppress(OSError):
            while (part := await source.read(PART)) and not target.transport.is_closing():
                way.greeting += greets(part)
                await way.carry(len(part))
                self._loop.call_later(ROUND_TRIP / 2, write, part)
            await asyncio.sleep(ROUND_TRIP / 2)
        target.close()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()


def _write(target: asyncio.StreamWriter, part: bytes) -> None:
    if not target.transport.is_closing():
        target.write(part)


@contextmanager
def at_line(port: int, gaps: Iterator[float]) -> Iterator[ShapedLine]:
    line = ShapedLine(port, gaps)
    try:
        yield line
    finally:
        line.close()
