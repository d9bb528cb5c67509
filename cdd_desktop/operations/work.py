"""What every operation is given: an open transaction, the instant, who works where, and the rules in force."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.person import Person
from cdd_desktop.domain.unit import Unit
from cdd_desktop.ids import DeviceId, IdMaker

if TYPE_CHECKING:
    from cdd_desktop.forms.catalogue import Catalogue
    from cdd_desktop.geography import Geography
    from cdd_desktop.periods.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Work:
    """``now`` is the instant of the operation (aware, UTC); ``unit`` the office of this installation.

    An operation reads and writes through ``session`` and never commits. ``reports_from`` is the day from which the
    office's duty runs. ``memory`` outlives the operation: what is kept there must show by itself when it is old.
    """

    session: Session
    now: datetime
    person: Person
    unit: Unit
    device: DeviceId
    catalogue: Catalogue
    calendar: Calendar
    geography: Geography
    new_id: IdMaker
    reports_from: date
    memory: dict[str, Any] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of ``now`` in Thailand."""
        return bangkok_day(self.now)
