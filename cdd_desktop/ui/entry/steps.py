"""Marks that were set in a round, to be taken back and set again: one entry's, or those of many at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.mark_many import Patches
from cdd_desktop.operations.views import EntryRef

_KEPT = 100


@dataclass(frozen=True, slots=True)
class Step:
    """What was laid over entries of a round, and what lays it back; ``ref`` is the entry to show afterwards."""

    key: SubmissionKey
    patches: Patches
    was: Patches
    ref: EntryRef | None = None


class Steps(QObject):
    """The steps of one sitting, newest last. ``changed`` comes when one was added, taken back or made again."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> None:
        self._done = [*self._done[-_KEPT:], step]
        self._undone.clear()
        self.changed.emit()

    def last(self, key: SubmissionKey | None) -> Step | None:
        """The step that undo would take back in a round."""
        return self._done[-1] if self._done and self._done[-1].key == key else None

    def last_undone(self, key: SubmissionKey | None) -> Step | None:
        """The step that redo would make again."""
        return self._undone[-1] if self._undone and self._undone[-1].key == key else None

    def undone(self, step: Step) -> None:
        """A step has been taken back in the store."""
        self._done.remove(step)
        self._undone.append(step)
        self.changed.emit()

    def redone(self, step: Step) -> None:
        """A step has been made again in the store."""
        self._undone.remove(step)
        self._done.append(step)
        self.changed.emit()
