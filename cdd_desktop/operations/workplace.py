"""An opened store with a signed-in person: runs operations one at a time and announces what they changed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.clock import Clock
from cdd_desktop.domain.person import Person
from cdd_desktop.domain.unit import Unit
from cdd_desktop.forms.catalogue import Catalogue, load_catalogue
from cdd_desktop.geography import geography
from cdd_desktop.ids import DeviceId, IdMaker
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.paths import Profile
from cdd_desktop.periods.calendar import Calendar, load_calendar
from cdd_desktop.periods.holidays import read_office_days
from cdd_desktop.store.engine import Store
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import PublishedRow

P = ParamSpec("P")
T = TypeVar("T")
Listener = Callable[[Changes], None]
_NOTHING = Changes()


@dataclass(frozen=True, slots=True)
class Office:
    """Whose installation this is and since when the office reports."""

    unit: Unit
    device: DeviceId
    reports_from: date


class Workplace:
    """Safe to use from several threads; operations follow one another. Listeners hear of a change after its
    transaction is durable, on the thread that ran the operation."""

    def __init__(
        self, store: Store, *, profile: Profile, office: Office, person: Person, clock: Clock, new_id: IdMaker
    ) -> None:
        self.profile = profile
        self.unit = office.unit
        self.device = office.device
        self.reports_from = office.reports_from
        self.person = person
        self.clock = clock
        self.listeners: list[Listener] = []
        self.store = store
        self.geography = geography()
        self._new_id = new_id
        self._memory: dict[str, Any] = {}
        self._lock = threading.RLock()
        with store.read() as session:
            self.catalogue, self.calendar = _published(session)

    def do(self, operation: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs an operation in one transaction with the write lock held; it takes effect whole or not at all.

        What it returns is announced when it is a ``Changes`` or has one as ``changes``.
        """
        with self._lock:
            with self.store.write() as session:
                result = operation(self._work(session), *args, **kwargs)
            changes = result if isinstance(result, Changes) else getattr(result, "changes", _NOTHING)
            if changes.definitions:
                self._reload()
        if changes != _NOTHING:
            self.announce(changes)
        return result

    def read(self, operation: Callable[Concatenate[Work, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Runs a reading operation on a consistent snapshot."""
        with self._lock, self.store.read() as session:
            return operation(self._work(session), *args, **kwargs)

    def calendar_of(self, unit: Unit) -> Calendar:
        """The calendar that counts for an office: the own days off of this one are no other's."""
        if unit.code == self.unit.code:
            return self.calendar
        with self.store.read() as session:
            return load_calendar(published=_texts(session)[1])

    def announce(self, changes: Changes) -> None:
        """Tells the listeners of a change made outside ``do``."""
        for listener in tuple(self.listeners):
            listener(changes)

    def close(self) -> None:
        """Ends the use of the store; waits for a running operation."""
        with self._lock:
            self.store.close()

    def _work(self, session: Session) -> Work:
        return Work(
            session=session,
            now=self.clock.now(),
            person=self.person,
            unit=self.unit,
            device=self.device,
            catalogue=self.catalogue,
            calendar=self.calendar,
            geography=self.geography,
            new_id=self._new_id,
            reports_from=self.reports_from,
            memory=self._memory,
        )

    def _reload(self) -> None:
        with self.store.read() as session:
            self.catalogue, self.calendar = _published(session)
        self._memory.clear()


def _published(session: Session) -> tuple[Catalogue, Calendar]:
    """What ships with the program, what central has published since, and the office's own days off."""
    definitions, calendars = _texts(session)
    office = read_office_days(read_meta(session, Meta.OFFICE_DAYS))
    return load_catalogue(published=definitions), load_calendar(published=calendars, office=office)


def _texts(session: Session) -> tuple[list[str], list[str]]:
    """What central has published, oldest first: forms; schedules and holidays."""
    rows = session.execute(select(PublishedRow.kind, PublishedRow.text).order_by(PublishedRow.arrived_at)).all()
    definitions = [text for kind, text in rows if kind == "definition"]
    return definitions, [text for kind, text in rows if kind != "definition"]
