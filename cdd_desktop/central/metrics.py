"""What Prometheus asks for: requests, their time and their answers, counted in this process and written as text.

The format is a few lines of text and we count three things, so it is written here: the usual library would bring
registries that live as long as the program and counts for which we have no use.
"""

from __future__ import annotations

from collections import Counter
from threading import Lock

BOUNDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})


class Metrics:
    """Counts since the start. Labels are routes, methods and statuses, so their number is bounded."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._within: Counter[tuple[str, float]] = Counter()
        self._seconds: dict[str, float] = {}
        self._running = 0

    def begin(self) -> None:
        with self._lock:
            self._running += 1

    def end(self, route: str, method: str, status: int, seconds: float) -> None:
        """A request was answered, or given up (``status`` 0), after so many seconds."""
        with self._lock:
            self._running -= 1
            self._answers[route, method if method in _METHODS else "other", status] += 1
            self._seconds[route] = self._seconds.get(route, 0.0) + seconds
            for bound in BOUNDS:
                self._within[route, bound] += seconds <= bound

    def text(self) -> str:
        """The exposition format 0.0.4."""
        with self._lock:
            answers, within, seconds = dict(self._answers), dict(self._within), dict(self._seconds)
            running = self._running
        lines = ["# HELP cdd_central_requests_total Requests answered.", "# TYPE cdd_central_requests_total counter"]
        for (route, method, status), count in sorted(answers.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            lines.append(f"cdd_central_requests_total{{{labels}}} {count}")
        name = "cdd_central_request_seconds"
        lines += [
            f"# HELP {name} From the first byte of a request to the last of its answer.",
            f"# TYPE {name} histogram",
        ]
        for route, total in sorted(seconds.items()):
            count = sum(n for (of, _, _), n in answers.items() if of == route)
            buckets = [(str(bound), within[route, bound]) for bound in BOUNDS]
            lines += [f'{name}_bucket{{route="{route}",le="{le}"}} {n}' for le, n in (*buckets, ("+Inf", count))]
            lines += [f'{name}_sum{{route="{route}"}} {total:.6f}', f'{name}_count{{route="{route}"}} {count}']
        lines += [
            "# HELP cdd_central_requests_running Requests under way.",
            "# TYPE cdd_central_requests_running gauge",
            f"cdd_central_requests_running {running}",
        ]
        return "\n".join(lines) + "\n"
