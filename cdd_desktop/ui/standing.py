"""Reads what the navigation says: who and where, the line to central, and the numbers beside the words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.navigation import Standing
from cdd_desktop.ui.sync_service import SyncStatus

if TYPE_CHECKING:
    from cdd_desktop.domain.submission import SubmissionKey
    from cdd_desktop.operations.views import Agenda, Changes

_STILL_FRESH = timedelta(minutes=15)


class StandingReader(QObject):
    """``changed`` carries a ``Standing`` and the badges as a dict of screen name and number."""

    changed = Signal(object, object)
    agenda_read = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._agenda: Agenda | None = None
        self._on_lane: Agenda | None = None  # used on the store lane only: each reading builds on the one before
        self._waiting = 0  # submissions that wait for this person's review
        self._touched: frozenset[SubmissionKey] | None = frozenset()  # None: anything may have changed
        desk.bus.changed.connect(self._note)
        desk.sync.changed.connect(self._line_changed)

    @Slot(object)
    def _note(self, changes: Changes) -> None:
        """A save touches these numbers, but nobody looks at them while typing."""
        whole = changes.people or changes.definitions or not changes.submissions or self._touched is None
        self._touched = None if whole or self._touched is None else self._touched | changes.submissions
        self._desk.tasks.lull.put_off(self._renew)

    @Slot()
    def read(self) -> None:
        """Read the agenda again, on the store lane."""
        self._touched = None
        self._renew()

    def _renew(self) -> None:
        """Read again what changes have touched."""
        if not self._desk.signed_in:
            self._agenda = None
            self.changed.emit(Standing(), {})
            return
        workplace, touched, reviews = self._desk.workplace, self._touched, self._desk.reviews
        self._touched = frozenset()

        def work() -> tuple[Agenda, int]:
            from cdd_desktop.operations.read_agenda import read_agenda, renew_agenda  # loaded with the first store
            from cdd_desktop.operations.read_queue import read_queue

            held, self._on_lane = self._on_lane, None
            if held is None or touched is None:
                fresh = workplace.read(read_agenda)
            else:
                fresh = workplace.read(renew_agenda, held, touched)
            self._on_lane = fresh
            return fresh, len(workplace.read(read_queue)) if reviews else 0

        self._desk.tasks.store(work, self._take)

    @Slot(object)
    def _line_changed(self, _status: SyncStatus) -> None:
        if self._agenda is not None and self._desk.signed_in:
            self._say(self._agenda)

    def _take(self, read: tuple[Agenda, int]) -> None:
        if self._desk.signed_in:
            self._agenda, self._waiting = read
            agenda = self._agenda
            self._say(agenda)
            self.agenda_read.emit(agenda)

    def _say(self, agenda: Agenda) -> None:
        words, workplace = self._desk.words, self._desk.workplace
        if self._desk.sync.status.running:
            line = self.tr("contacting central")
        else:
            line = self.tr("online") if self._is_online(agenda) else self.tr("offline")
        contact = self.tr("No contact with central yet")
        if agenda.last_contact_at is not None:
            ago = words.format_relative(agenda.last_contact_at, self._desk.clock.now())
            contact = self.tr("Last contact with central {ago}").format(ago=ago)
        standing = Standing(
            office=words.office(workplace.unit),
            person=workplace.person.name,
            role_and_line=f"{words.role(workplace.person.role)} · {line}",
            contact=contact,
        )
        wanted = sum(view.wants_you for view in agenda.items)
        badges = {"home": wanted, "outbox": agenda.pending_changes, "queue": self._waiting}
        self.changed.emit(standing, badges)

    def _is_online(self, agenda: Agenda) -> bool:
        """What the last contact showed; before the first one of this sitting, whether central was heard just now."""
        outcome, last = self._desk.sync.status.outcome, agenda.last_contact_at
        if outcome is not None:
            return outcome.ok
        return last is not None and self._desk.clock.now() - last < _STILL_FRESH
