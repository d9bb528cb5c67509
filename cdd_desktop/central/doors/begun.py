"""Bodies whose line broke half way: what has come is kept for a while, so that their sender goes on from there.

They live in this process and nowhere else; what goes with it is sent anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

MOST_BYTES = 32 * 1024 * 1024
KEPT_SECONDS = 15 * 60.0

Key = tuple[str, str, int]
"""The sender's token, its name for the body, and the body's size."""


@dataclass(frozen=True, slots=True)
class _Begun:
    data: bytearray
    at: float


class BegunBodies:
    """For the event loop alone. The oldest make room."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most = most
        self._bodies: dict[Key, _Begun] = {}

    def take(self, key: Key) -> bytearray:
        """The body as far as it has come, to be gone on with, empty for a new one. What a connection before this one
        still brings counts no more."""
        now = monotonic()
        for old in [one for one, body in self._bodies.items() if now - body.at > KEPT_SECONDS]:
            del self._bodies[old]
        known = self._bodies.pop(key, None)
        self._bodies[key] = _Begun(bytearray(known.data if known else b""), now)
        self._make_room(key)
        return self._bodies[key].data

    def _make_room(self, key: Key) -> None:
        held = key[2] + sum(len(body.data) for name, body in self._bodies.items() if name != key)
        for old in list(self._bodies):
            if held <= self._most or old == key:
                return
            held -= len(self._bodies.pop(old).data)
