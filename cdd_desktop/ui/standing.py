"""Reads what the navigation says: who and where, the line to central, and the numbers beside the words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.navigation import Standing
from cdd_desktop.ui.sync_service import SyncStatus

if TYPE_CHECKING:
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
        desk.bus.changed.connect(self.read)
        desk.sync.changed.connect(self._line_changed)

    @Slot(object)
    def read(self, _changes: Changes | None = None) -> None:
        """Read the agenda again, on the store lane."""
        if not self._desk.signed_in:
            self._agenda = None
            self.changed.emit(Standing(), {})
            return
        workplace = self._desk.workplace

        def work() -> Agenda:
            from cdd_desktop.operations.read_agenda import read_agenda  # loaded with the first store, not before

            return workplace.read(read_agenda)

        self._desk.tasks.store(work, self._take)

    @Slot(object)
    def _line_changed(self, _status: SyncStatus) -> None:
        if self._agenda is not None and self._desk.signed_in:
            self._say(self._agenda)

    def _take(self, agenda: Agenda) -> None:
        if self._desk.signed_in:
            self._agenda = agenda
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
        badges = {"home": sum(view.wants_you for view in agenda.items), "outbox": agenda.pending_changes}
        self.changed.emit(standing, badges)

    def _is_online(self, agenda: Agenda) -> bool:
        """What the last contact showed; before the first one of this sitting, whether central was heard just now."""
        outcome, last = self._desk.sync.status.outcome, agenda.last_contact_at
        if outcome is not None:
            return outcome.ok
        return last is not None and self._desk.clock.now() - last < _STILL_FRESH
