"""How often one device and one address may ask, and how often somebody unknown may be refused."""

from __future__ import annotations

import hashlib
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cdd_desktop.central.sentences.problems import ProblemError

REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Requests a minute, 0 for no limit. ``refused``: answers 401 and 403 to one address, after which whoever has not
    shown a good token before has to wait; those who have go on."""

    per_device: int = 0
    per_address: int = 0
    refused: int = 0

    def divided(self, workers: int) -> Limits:
        """The share of each of several processes, which count by themselves; a limit stays one."""
        return Limits(*(-(-limit // workers) for limit in (self.per_device, self.per_address, self.refused)))


FREE = Limits()


class _Allowance:
    """A minute's worth for each of the latest ``REMEMBERED`` keys, refilled evenly (a token bucket)."""

    def __init__(self, per_minute: int) -> None:
        self._per_second = per_minute / 60
        self._most = float(per_minute)
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, key: str, now: float) -> int:
        """Whole seconds until there is one more for a key; 0 when there is."""
        if not self._most:
            return 0
        left = self._now(key, now)
        return 0 if left >= 1 else math.ceil((1 - left) / self._per_second)

    def take(self, key: str, now: float) -> None:
        if self._most:
            self._left[key] = (max(0.0, self._now(key, now) - 1), now)
            self._left.move_to_end(key)
            while len(self._left) > REMEMBERED:
                self._left.popitem(last=False)

    def _now(self, key: str, now: float) -> float:
        left, at = self._left.get(key, (self._most, now))
        return min(self._most, left + (now - at) * self._per_second)


class Gate:
    """An ASGI application around another one. Whoever asks too often is answered 429 before a byte of the body is
    read; devices obey its ``Retry-After``. It knows tokens by their hash, and forgets the oldest."""

    def __init__(self, app: ASGIApp, limits: Limits, tick: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._tick = tick
        self._devices = _Allowance(limits.per_device)
        self._addresses = _Allowance(limits.per_address)
        self._refused = _Allowance(limits.refused)
        self._good: OrderedDict[str, None] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        address = (scope.get("client") or ("",))[0]
        given = Headers(scope=scope).get("authorization", "")
        device = hashlib.sha256(given.encode()).hexdigest() if given else ""
        wait = self._wait(address, device)
        if wait:
            problem = ProblemError(429, "too-many-requests", seconds=wait)
            headers = {"Retry-After": str(wait)}
            await Response(problem.body(), 429, headers, "application/json")(scope, receive, send)
            return

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._note(address, device, message["status"])
            await send(message)

        await self._app(scope, receive, told)

    def _wait(self, address: str, device: str) -> int:
        now = self._tick()
        waits = [self._addresses.wait(address, now), self._devices.wait(device, now) if device else 0]
        if device not in self._good:
            waits.append(self._refused.wait(address, now))
        if not any(waits):
            self._addresses.take(address, now)
            if device:
                self._devices.take(device, now)
        return max(waits)

    def _note(self, address: str, device: str, status: int) -> None:
        if status in (401, 403):
            self._good.pop(device, None)
            self._refused.take(address, self._tick())
        elif device and status < 300:
            self._good[device] = None
            self._good.move_to_end(device)
            while len(self._good) > REMEMBERED:
                self._good.popitem(last=False)
