"""Edits of an open record as undoable commands: each lays a patch over the content and can lay back what was there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from cdd_desktop.domain.record import Value

LayPatch = Callable[[dict[str, Value]], None]


class EditCommand(QUndoCommand):
    """One edit; keystrokes in one field fold into a single step while ``step`` stays the same."""

    ID = 1

    def __init__(self, patch: dict[str, Value], undo_patch: dict[str, Value], lay: LayPatch, step: object) -> None:
        super().__init__()
        self.patch = patch
        self.undo_patch = undo_patch
        self.step = step
        self._lay = lay

    def redo(self) -> None:
        self._lay(self.patch)

    def undo(self) -> None:
        self._lay(self.undo_patch)

    def id(self) -> int:
        return self.ID

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take in a later edit of the same visit to a field; what was there first stays what undo restores."""
        if not isinstance(other, EditCommand) or other.step != self.step:
            return False
        self.take_in(other.patch, other.undo_patch)
        return True

    def take_in(self, patch: dict[str, Value], undo_patch: dict[str, Value]) -> None:
        """Make what followed from this edit part of it; what was there first stays what undo restores."""
        self.undo_patch = {**undo_patch, **self.undo_patch}
        self.patch = {**self.patch, **patch}
