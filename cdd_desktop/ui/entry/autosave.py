"""Saves an open record by itself: a moment after a key, and at once when a field or the record is left.

The store lane is serial, so the patches of one record arrive in the order they were typed; the name of a record
that did not exist before its first save is handed from one task to the next on that lane.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cdd_desktop.domain.record import Value
from cdd_desktop.operations.left_at import Spot, keep_spot, save_at
from cdd_desktop.operations.save_entry import Saved
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.tasks import TaskRunner

PAUSE_MS = 150  # with the save itself, also on a slow machine, less than half a second can be lost

T = TypeVar("T")


class SaveState(StrEnum):
    """What the status line at the top of the form says."""

    UNTOUCHED = "untouched"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A patch the store has answered for."""

    patch: dict[str, Value]
    saved: Saved


class Autosave(QObject):
    """Carries a draft's edits to the store; ``error`` holds the last failure."""

    state_changed = Signal()
    settled = Signal()  # everything typed is in the store

    def __init__(self, draft: Draft, workplace: Workplace, tasks: TaskRunner, spot: Callable[[], Spot] = Spot) -> None:
        super().__init__(draft)
        self._spot = spot
        self._kept_spot = Spot()
        self.state = SaveState.UNTOUCHED
        self.error: Exception | None = None
        self.ref = draft.sheet.ref
        self.draft = draft
        self._workplace = workplace
        self._tasks = tasks
        self._lane_ref = (
            draft.sheet.ref
        )  # changes on the store lane, so that a second save knows the record of the first
        self._on_its_way = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        draft.changed.connect(self._wait)

    @property
    def busy(self) -> bool:
        """Whether something is not in the store yet."""
        return self._on_its_way > 0 or bool(self.draft.pending())

    def flush(self) -> None:
        """Save what is pending now."""
        self._timer.stop()
        patch, spot = self.draft.hand_out(), self._spot()
        if not patch:
            self._keep_spot(spot)
            return
        self._on_its_way += 1
        self._kept_spot = spot
        self._set(SaveState.SAVING)
        self._tasks.store(partial(self._save, patch, spot), self._kept, self._failed)

    def moved(self) -> None:
        """The person has gone to another box: remember it soon."""
        if self.draft.editable and self.ref.record_id is not None and not self._timer.isActive():
            self._timer.start()

    def _keep_spot(self, spot: Spot) -> None:
        if spot.path and spot != self._kept_spot and self.ref.record_id is not None and self.draft.editable:
            self._kept_spot = spot
            workplace, ref = self._workplace, self.ref
            self._tasks.store(lambda: workplace.do(keep_spot, ref, spot))

    def with_ref(
        self, work: Callable[[EntryRef], T], done: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Save what is pending, then run something about the record on the store lane, when it has its name."""
        self.flush()
        self._tasks.store(lambda: work(self._lane_ref), done, failed)

    def made_elsewhere(self, ref: EntryRef) -> None:
        """Something beside typing has written to the record, and perhaps made it."""
        self.ref = ref
        self.settled.emit()

    def take_ref(self, ref: EntryRef) -> None:
        """Another operation has made the record. Called on the store lane."""
        self._lane_ref = ref

    def _wait(self, _paths: object) -> None:
        if self.draft.pending() and not self._timer.isActive():
            self._timer.start()

    def _save(self, patch: dict[str, Value], spot: Spot) -> _Kept:
        """Runs on the store lane."""
        saved = self._workplace.do(save_at, self._lane_ref, patch, spot)
        self._lane_ref = saved.ref
        return _Kept(patch, saved)

    def _kept(self, kept: _Kept) -> None:
        self._on_its_way -= 1
        self.ref = kept.saved.ref
        self.draft.acknowledge(kept.patch)
        if self._on_its_way == 0 and self.state is SaveState.SAVING:
            self.error = None
            self._set(SaveState.SAVED)
        if not self.busy:
            self.settled.emit()

    def _failed(self, error: Exception) -> None:
        self._on_its_way -= 1
        self.error = error
        self.draft.take_back()
        self._set(SaveState.FAILED)

    def _set(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit()
