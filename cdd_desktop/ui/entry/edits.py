"""Edits of an open record as undoable commands: each lays a patch over the content and can lay back what was there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from cdd_desktop.domain.record import Content, Value

LayPatch = Callable[[dict[str, Value]], None]


def difference(before: Content, after: Content) -> dict[str, Value]:
    """The patch that leads from one content to another; None removes a path."""
    patch: dict[str, Value] = {path: None for path in before if path not in after}
    patch.update({path: value for path, value in after.items() if before.get(path) != value})
    return patch


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
        self.undo_patch = {**other.undo_patch, **self.undo_patch}
        self.patch = {**self.patch, **other.patch}
        return True
