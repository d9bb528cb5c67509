"""Saves the rows of a table by themselves: what is typed within less than half a second together, and on leaving.

The store lane is serial and the names of records made by a save are passed on *on that lane*, so that typing never
waits and no entry becomes two records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.left_at import Spot, keep_spot, save_at, save_many_at
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.ui.grid.sheet import Sheet
from cdd_desktop.ui.tasks import TaskRunner

PAUSE_MS = 300  # from the first key that is not saved, however quickly others follow; a save takes its time as well
Here = tuple[int | None, EntryRef, Spot]  # row (None: the empty line), its entry, the cell somebody is in


class SaveState(StrEnum):
    """What the foot says of the machine's memory."""

    UNTOUCHED = "untouched"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class _Kept:
    """Patches the store has answered for, and what the rows' records are called."""

    patches: Mapping[int, Content]
    refs: Mapping[int, EntryRef]
    touched: frozenset[RecordId]


class GridSaver(QObject):
    """Carries a sheet's edits to the store; ``error`` holds the last failure. Alive until everything is answered."""

    state_changed = Signal()

    def __init__(
        self, sheet: Sheet, workplace: Workplace, tasks: TaskRunner, here: Callable[[Sheet], Here | None]
    ) -> None:
        super().__init__(sheet)
        self.state = SaveState.UNTOUCHED
        self.error: Exception | None = None
        self.told: Counter[RecordId] = Counter()  # announcements of own saves, which are no news
        self._sheet = sheet
        self._workplace = workplace
        self._tasks = tasks
        self._lane_refs: dict[int, EntryRef] = {}  # used on the store lane only
        self._here = here
        self._kept_here: Here | None = None
        self._on_its_way = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        sheet.changed.connect(self._wait)

    @property
    def busy(self) -> bool:
        """Whether something is not in the store yet."""
        return self._on_its_way > 0 or bool(self._sheet.ledger.pending())

    def flush(self) -> None:
        """Save what is pending now: one row as typing does, several in one transaction; and where the person is, with
        what stands in a cell that is still open."""
        self._timer.stop()
        ledger, here = self._sheet.ledger, self._here(self._sheet)
        patches = ledger.hand_out()
        if not patches:
            if here is not None and here != self._kept_here:
                self._kept_here = here
                self._tasks.store(partial(self._keep_place, here))
            return
        self._kept_here = here
        self._on_its_way += 1
        self._set(SaveState.SAVING)
        refs = {number: ledger.rows[number].ref for number in patches}
        work = partial(self._save, patches, refs, here)
        self._tasks.store(work, self._kept, partial(self._failed, tuple(patches)))

    def note_typing(self) -> None:
        """Something is typed in a cell, or a cell was left."""
        if not self._timer.isActive():
            self._timer.start()

    def _wait(self, _numbers: object) -> None:
        self.note_typing()

    def _place(self, here: Here | None) -> tuple[EntryRef, Spot] | None:
        """The cell by the name its record has on the store lane."""
        if here is None:
            return None
        number, ref, spot = here
        return (ref if number is None else self._lane_refs.get(number, ref)), spot

    def _keep_place(self, here: Here) -> None:
        """Runs on the store lane."""
        place = self._place(here)
        if place is not None:
            self._workplace.do(keep_spot, *place)

    def _save(self, patches: dict[int, dict[str, Value]], refs: dict[int, EntryRef], here: Here | None) -> _Kept:
        """Runs on the store lane."""
        edits = [(self._lane_refs.get(number, refs[number]), patch) for number, patch in patches.items()]
        place = self._place(here)
        if len(edits) == 1:
            ref, spot = place if place is not None else (None, Spot())
            one = self._workplace.do(save_at, *edits[0], spot, ref)
            saved, touched = [one.ref], one.changes.records
        else:
            many = self._workplace.do(save_many_at, edits, place)
            saved, touched = list(many.refs), many.changes.records
        named = dict(zip(patches, saved, strict=True))
        self._lane_refs.update(named)
        return _Kept(patches, named, touched)

    def _kept(self, kept: _Kept) -> None:
        self._on_its_way -= 1
        self.told.update(kept.touched - self._filled(kept))
        self._sheet.ledger.acknowledge(kept.patches, kept.refs)
        if not self.busy:
            self.error = None
            self._set(SaveState.SAVED)

    def _filled(self, kept: _Kept) -> frozenset[RecordId]:
        """Rows in which a chosen entry has filled other cells: what the store made of them is to be read."""
        chosen = [number for number, patch in kept.patches.items() if self._sheet.ledger.chooses(patch)]
        return frozenset(name for number in chosen if (name := kept.refs[number].record_id) is not None)

    def _failed(self, numbers: tuple[int, ...], error: Exception) -> None:
        self._on_its_way -= 1
        self.error = error
        self._sheet.ledger.take_back(numbers)
        self._set(SaveState.FAILED)

    def _set(self, state: SaveState) -> None:
        self.state = state
        self.state_changed.emit()
