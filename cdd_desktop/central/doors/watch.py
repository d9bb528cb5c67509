"""Stands around the application: each request is counted, timed and logged, whatever becomes of it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from cdd_desktop.central.doors.log_lines import log_request
from cdd_desktop.central.doors.metrics import Metrics

ELSEWHERE = "elsewhere"


class Watch:
    """An ASGI application around another one. ``routes`` are those it names; every other path counts as one."""

    def __init__(self, app: ASGIApp, metrics: Metrics, routes: Sequence[BaseRoute]) -> None:
        self._app = app
        self._metrics = metrics
        self._routes = [route for route in routes if isinstance(route, Route)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0
        began = time.perf_counter()

        async def told(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        self._metrics.begin()
        try:
            await self._app(scope, receive, told)
        finally:
            seconds = time.perf_counter() - began
            route = self._name(scope["path"])
            self._metrics.end(route, scope["method"], status, seconds)
            log_request(route, scope["method"], status, seconds)

    def _name(self, path: str) -> str:
        """The route's own path, so that ids in a path never reach a log or a label."""
        return next((route.path for route in self._routes if route.path_regex.match(path)), ELSEWHERE)
