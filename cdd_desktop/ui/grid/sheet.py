"""A ledger on screen: edits that can be undone over all rows, and judgement in slices, so that typing never waits."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from cdd_desktop.domain.record import Content, Value
from cdd_desktop.operations.read_table import TableRow
from cdd_desktop.ui.grid.ledger import Ledger

SLICE_SECONDS = 0.004
_AT_ONCE = 4  # rows of an edit that are judged before it returns: a cell typed is painted with its finding


@dataclass(frozen=True, slots=True)
class Step:
    """What an edit does to one row, and what takes it back."""

    number: int
    patch: dict[str, Value]
    undo: dict[str, Value]


class SheetCommand(QUndoCommand):
    """One edit of any number of rows: a cell typed, a block pasted, a column filled."""

    def __init__(self, steps: list[Step], lay: Callable[[list[tuple[int, dict[str, Value]]]], None]) -> None:
        super().__init__()
        self.steps = steps
        self._lay = lay

    def redo(self) -> None:
        self._lay([(step.number, step.patch) for step in self.steps])

    def undo(self) -> None:
        self._lay([(step.number, step.undo) for step in self.steps])


class Sheet(QObject):
    """``changed`` carries the numbers of rows that look different now; ``stepped`` the row and path an undo or redo
    has touched first; ``counted`` tells that the tally has moved."""

    changed = Signal(object)  # frozenset[int]
    stepped = Signal(int, str)
    counted = Signal()

    def __init__(self, ledger: Ledger, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self.undo_stack = QUndoStack(self)
        self._unjudged: deque[int] = deque()
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._judge_slice)

    @property
    def busy(self) -> bool:
        """Whether rows still wait for their judgement."""
        return bool(self._unjudged)

    def edit(self, patches: Mapping[int, Content]) -> bool:
        """Lay patches over rows as one step that can be undone; False when nothing is different."""
        steps = []
        for number, patch in patches.items():
            wanted = self.ledger.complete(number, patch)
            if wanted:
                before = self.ledger.content(number)
                steps.append(Step(number, wanted, {path: before.get(path) for path in wanted}))
        if steps:
            self.undo_stack.push(SheetCommand(steps, self._lay))
        return bool(steps)

    def undo(self) -> None:
        """Take the last step back, wherever it was."""
        if self.undo_stack.canUndo():
            command = self.undo_stack.command(self.undo_stack.index() - 1)
            self.undo_stack.undo()
            self._tell_step(command)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.undo_stack.canRedo():
            command = self.undo_stack.command(self.undo_stack.index())
            self.undo_stack.redo()
            self._tell_step(command)

    def renew(self, rows: tuple[TableRow, ...]) -> None:
        """Take rows as they stand in the store now."""
        brought = self.ledger.brought(rows)
        self.changed.emit(frozenset(self.ledger.renew(rows)))
        self.counted.emit()
        for number, values in brought.items():
            self._follow(number, values)

    def _follow(self, number: int, values: dict[str, Value]) -> None:
        """What a chosen entry has filled in belongs to the step that chose it: both go and come back together."""
        blank = dict.fromkeys(values)
        for place in reversed(range(self.undo_stack.count())):
            command = self.undo_stack.command(place)
            steps = command.steps if isinstance(command, SheetCommand) else []
            step = next((one for one in steps if one.number == number and self.ledger.chooses(one.patch)), None)
            if step is not None:
                step.patch.update(values)
                step.undo.update(blank)
                if place >= self.undo_stack.index():  # taken back while the store was filling
                    self._lay([(number, blank)])
                return

    def settle(self) -> None:
        """Judge everything that waits, now."""
        while self._unjudged:
            self._judge(self._unjudged.popleft())
        self._slices.stop()

    def _tell_step(self, command: object) -> None:
        if isinstance(command, SheetCommand):
            first = command.steps[0]
            self.stepped.emit(first.number, next(iter(first.patch)))

    def _lay(self, patches: list[tuple[int, dict[str, Value]]]) -> None:
        for number, patch in patches:
            self.ledger.lay(number, patch)
            self._unjudged.append(number)
        self.changed.emit(frozenset(number for number, _ in patches))
        if len(patches) <= _AT_ONCE:
            self.settle()
        else:
            self._slices.start()

    def _judge_slice(self) -> None:
        until = time.perf_counter() + SLICE_SECONDS
        while self._unjudged and time.perf_counter() < until:
            self._judge(self._unjudged.popleft())
        if not self._unjudged:
            self._slices.stop()

    def _judge(self, number: int) -> None:
        self.changed.emit(frozenset(self.ledger.judge(number)))
        self.counted.emit()
