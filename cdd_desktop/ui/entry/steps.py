"""What was done in a round beyond typing, to be taken back and done again: marks, one or many, and merging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.duplicates import Merged, merge_again, part_entries
from cdd_desktop.operations.mark_many import Patches, lay_marks
from cdd_desktop.operations.views import EntryRef

_KEPT = 100
Deed = tuple[Callable[..., Any], tuple[Any, ...]]  # an operation that writes, and its arguments


@dataclass(frozen=True, slots=True)
class Step:
    """``back`` takes it back in the store, ``again`` does it again; ``ref`` is the entry to show afterwards."""

    key: SubmissionKey
    back: Deed
    again: Deed
    ref: EntryRef | None = None


def marks_step(key: SubmissionKey, patches: Patches, was: Patches, ref: EntryRef | None = None) -> Step:
    """Marks laid over entries of a round."""
    return Step(key, (lay_marks, (key, was)), (lay_marks, (key, patches)), ref)


def merge_step(key: SubmissionKey, merged: Merged) -> Step:
    """Two entries made one."""
    return Step(key, (part_entries, (merged,)), (merge_again, (merged,)), merged.stays)


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

    def redone(self, step: Step, outcome: object) -> None:
        """A step has been made again in the store; a merge made again is another merge."""
        self._undone.remove(step)
        self._done.append(merge_step(step.key, outcome) if isinstance(outcome, Merged) else step)
        self.changed.emit()
