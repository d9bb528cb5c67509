"""When to try central again: pure arithmetic over instants and a random number that is passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_SECONDS = 1.0
LONGEST_SECONDS = 15 * 60.0


def backoff_seconds(failures: int, chance: float) -> float:
    """Seconds to wait after ``failures`` failed attempts in a row (1 or more).

    Doubles from one second to a quarter of an hour, then is spread by ±50 % with ``chance`` (0 ≤ chance < 1), so
    that offices cut off together do not come back together.
    """
    doublings = min(max(failures, 1) - 1, 20)
    return min(FIRST_SECONDS * 2.0**doublings, LONGEST_SECONDS) * (0.5 + chance)


@dataclass(frozen=True, slots=True)
class Attempts:
    """What the background sync remembers between attempts: failures in a row, and when the next one is due."""

    failures: int = 0
    next_at: datetime | None = None

    def due(self, now: datetime) -> bool:
        return self.next_at is None or now >= self.next_at

    def succeeded(self, now: datetime, interval: timedelta) -> Attempts:
        """After a contact that went through: the next one a regular interval later."""
        return Attempts(failures=0, next_at=now + interval)

    def failed(self, now: datetime, chance: float, retry_after: float = 0.0, *, got_on: bool = False) -> Attempts:
        """After a failure: back off, and never come sooner than central asked (``retry_after``, seconds); those it sent
        away together spread themselves over as long again. A line that carried something before it broke (``got_on``)
        is tried as after a first failure."""
        failures = 1 if got_on else self.failures + 1
        wait = max(backoff_seconds(failures, chance), retry_after * (1 + chance))
        return Attempts(failures=failures, next_at=now + timedelta(seconds=wait))
