"""Bodies whose line broke half way: what has come is kept for a while, so that their sender goes on from there.

They live in this process and nowhere else; what goes with it is sent anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

MOST_BYTES = 32 * 1024 * 1024
KEPT_SECONDS = 15 * 60.0

Key = tuple[str, str, int]
"""The sender's token, its name for the body, and the body's size."""


@dataclass(slots=True)
class BegunBody:
    """``turn`` counts the connections that have carried it: the newest one alone may add."""

    data: bytearray = field(default_factory=bytearray)
    turn: int = 0
    at: float = 0.0


class BegunBodies:
    """For the event loop alone. The oldest make room."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._bodies: dict[Key, BegunBody] = {}

    def take(self, key: Key) -> BegunBody:
        """The body as far as it has come, empty for a new one; connections before this one are out."""
        now = monotonic()
        for old in [one for one, body in self._bodies.items() if now - body.at > KEPT_SECONDS]:
            del self._bodies[old]
        body = self._bodies.pop(key, None) or BegunBody()
        self._bodies[key] = body
        body.turn += 1
        body.at = now
        self._make_room(key)
        return body

    def _make_room(self, key: Key) -> None:
        held = key[2] + sum(len(body.data) for name, body in self._bodies.items() if name != key)
        for old in list(self._bodies):
            if held <= self._most or old == key:
                return
            held -= len(self._bodies.pop(old).data)
