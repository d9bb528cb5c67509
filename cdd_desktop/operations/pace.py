"""How fast changes went up a line, and what that says of the rest. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """``changes`` answered by central in ``seconds`` of requests."""

    changes: int = 0
    seconds: float = 0.0

    def __add__(self, other: Pace) -> Pace:
        return Pace(self.changes + other.changes, self.seconds + other.seconds)

    @property
    def known(self) -> bool:
        return self.changes > 0 and self.seconds > 0


def seconds_left(left: int, now: Pace, before: Pace) -> float | None:
    """Seconds the ``left`` changes take: by this contact once it has an answer, else by those before it. None where
    neither has measured anything, or nothing is left."""
    pace = now if now.known else before
    return left * pace.seconds / pace.changes if left > 0 and pace.known else None
