"""A head's delegation: who acts for the head of an office (รักษาการแทน), on which days (product.md, Security)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cdd_desktop.clock import bangkok_day
from cdd_desktop.ids import PersonId


@dataclass(frozen=True, slots=True)
class Delegation:
    """Days are Thailand's, both included. ``ended_at`` is set when the head took it back early."""

    id: str
    person_id: PersonId
    from_on: date
    until_on: date
    reason: str
    given_by: PersonId
    at: datetime
    ended_at: datetime | None = None

    def stands_at(self, instant: datetime) -> bool:
        """Whether the person acts for the head at an instant. What was done before an early end stays good."""
        if self.ended_at is not None and instant >= self.ended_at:
            return False
        return self.from_on <= bangkok_day(instant) <= self.until_on
