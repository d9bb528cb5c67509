"""What Prometheus asks for: requests, their time and their answers, over all worker processes, written as text.

The format is a few lines of text and we count three things, so it is written here: the usual library would bring
registries that live as long as the program and counts for which we have no use.
"""

from __future__ import annotations

from threading import Lock

from cdd_desktop.central.doors.tally import Tally

BOUNDS = (0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_ANSWERS, _SECONDS, _WITHIN, _RUNNING = "answers", "seconds", "within", "running"


class Metrics:
    """Counts since the start. Labels are routes, methods and statuses, so their number is bounded."""

    def __init__(self, tally: Tally | None = None) -> None:
        self._lock = Lock()
        self._tally = tally or Tally()
        self._tally.clear(_RUNNING)

    def begin(self) -> None:
        with self._lock:
            self._tally.add(_RUNNING)

    def end(self, route: str, method: str, status: int, seconds: float) -> None:
        """A request was answered, or given up (``status`` 0), after so many seconds."""
        with self._lock:
            self._tally.add(_RUNNING, -1)
            self._tally.add(f"{_ANSWERS} {route} {method if method in _METHODS else 'other'} {status}")
            self._tally.add(f"{_SECONDS} {route}", seconds)
            for bound in BOUNDS:
                self._tally.add(f"{_WITHIN} {route} {bound}", seconds <= bound)

    def text(self) -> str:
        """The exposition format 0.0.4."""
        with self._lock:
            held = {tuple(name.split(" ")): number for name, number in self._tally.read().items()}
        answers = sorted((*name[1:4], str(int(count))) for name, count in held.items() if name[0] == _ANSWERS)
        lines = ["# HELP cdd_central_requests_total Requests answered.", "# TYPE cdd_central_requests_total counter"]
        for route, method, status, number in answers:
            labels = f'route="{route}",method="{method}",status="{status}"'
            lines.append(f"cdd_central_requests_total{{{labels}}} {number}")
        name = "cdd_central_request_seconds"
        lines += [
            f"# HELP {name} From the first byte of a request to the last of its answer.",
            f"# TYPE {name} histogram",
        ]
        for route in sorted(name[1] for name in held if name[0] == _SECONDS):
            count = sum(int(each[3]) for each in answers if each[0] == route)
            buckets = [(str(bound), int(held[_WITHIN, route, str(bound)])) for bound in BOUNDS]
            lines += [f'{name}_bucket{{route="{route}",le="{le}"}} {n}' for le, n in (*buckets, ("+Inf", count))]
            lines += [f'{name}_sum{{route="{route}"}} {held[_SECONDS, route]:.6f}']
            lines += [f'{name}_count{{route="{route}"}} {count}']
        lines += [
            "# HELP cdd_central_requests_running Requests under way.",
            "# TYPE cdd_central_requests_running gauge",
            f"cdd_central_requests_running {int(held.get((_RUNNING,), 0))}",
        ]
        return "\n".join(lines) + "\n"
