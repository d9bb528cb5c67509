"""One record while it is open: the content as typed, what the rules make of it, and the way back.

Answers to a reviewer's comments are typed, undone and saved beside the values, under ``:answer:path``.

Lives on the main thread and writes nothing; ``Autosave`` asks it for what is not saved yet.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import RAW, Content, Value, apply_patch, difference
from cdd_desktop.forms.definition import Definition, Entity, RuleKind
from cdd_desktop.forms.evaluate import Evaluation, evaluate, void_reasons
from cdd_desktop.operations.answer_comments import ANSWER
from cdd_desktop.operations.views import EntrySheet
from cdd_desktop.ui.entry.edits import EditCommand


class Draft(QObject):
    """``changed`` carries the paths an edit, an undo or a merge from outside has touched, after evaluation."""

    changed = Signal(object)  # frozenset[str]
    stepped = Signal(object)  # frozenset[str]: the same, after an undo or redo only

    def __init__(self, definition: Definition, sheet: EntrySheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.definition = definition
        self.sheet = sheet
        self.entity: Entity = definition.entity(sheet.record.entity)
        self.undo_stack = QUndoStack(self)
        self._content: dict[str, Value] = _as_typed(sheet)
        self._stored: dict[str, Value] = dict(self._content)  # what the store has answered for
        self._handed_out: dict[str, Value] = dict(self._content)  # that, and what is on its way
        self._token = 0
        self.evaluation: Evaluation = self._evaluate()
        self._beyond = self._found_beyond()

    @property
    def content(self) -> Content:
        return self._content

    @property
    def editable(self) -> bool:
        return isinstance(self.sheet.editable, Editable)

    @property
    def values(self) -> dict[str, Value]:
        """Typed values with the computed ones, for showing."""
        return dict(self.evaluation.values)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return (*self.evaluation.issues, *self._beyond)

    @property
    def stops(self) -> bool:
        """Whether something must still be corrected, explained or filled in."""
        return any(issue.open for issue in self.issues)

    @property
    def differs_from_last(self) -> bool:
        """Whether a register entry was edited now, or has changed since the period before."""
        before = self.sheet.context.prev
        if self.undo_stack.index() > 0 or before is None:
            return self.undo_stack.index() > 0
        own = {path: value for path, value in self._content.items() if not path.startswith(":")}
        return own != {path: value for path, value in before.content.items() if not path.startswith(":")}

    def raw(self, path: str) -> str:
        return str(self._content.get(RAW + path) or "")

    def shown(self) -> dict[str, Value]:
        """What the boxes show: the content with its raw text, and the computed values."""
        return {**self._content, **self.evaluation.values}

    def edit(self, patch: Content, where: str = "") -> None:
        """Lay a person's edit over the content, as one step that can be undone; ``where`` is the box it came from."""
        wanted = difference(self._content, apply_patch(self._content, patch))
        if not wanted or not self.editable:
            return
        wanted.update(void_reasons(self.definition, self.entity.key, self._content, wanted))
        undo = {path: self._content.get(path) for path in wanted}
        self.undo_stack.push(EditCommand(wanted, undo, self._lay, (self._token, where)))

    @property
    def step(self) -> int:
        """The visit to a box that edits belong to now."""
        return self._token

    def follow(self, patch: Content, where: str, step: int) -> None:
        """Lay over what an earlier edit has brought along, late: it belongs to that edit's step of the undo stack."""
        wanted = difference(self._content, apply_patch(self._content, patch))
        for number in reversed(range(self.undo_stack.index())):
            command = self.undo_stack.command(number)
            if isinstance(command, EditCommand) and command.step == (step, where):
                command.take_in(wanted, {path: self._content.get(path) for path in wanted})
                self._lay(wanted)
                return

    def close_step(self) -> None:
        """The person has left a field: the next edit is a step of its own."""
        self._token += 1

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self.undo_stack.undo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self.undo_stack.redo)

    def _step(self, step: Callable[[], None]) -> None:
        before = self._content
        self.close_step()
        step()
        if moved := difference(before, self._content):
            self.stepped.emit(frozenset(moved))

    def pending(self) -> dict[str, Value]:
        """What has been typed since the last patch that was handed out."""
        return difference(self._handed_out, self._content)

    def hand_out(self) -> dict[str, Value]:
        """The pending patch, from now on taken as on its way."""
        patch = self.pending()
        self._handed_out = dict(self._content)
        return patch

    def acknowledge(self, patch: Content) -> None:
        """A handed out patch is in the store."""
        self._stored = apply_patch(self._stored, patch)

    def take_back(self) -> None:
        """A save has failed: everything the store has not answered for is pending again."""
        self._handed_out = dict(self._stored)

    def renew(self, sheet: EntrySheet) -> None:
        """Take the record as it stands in the store now, keeping what is typed and not yet saved.

        Called only while no save is on its way.
        """
        before, pending = self._content, difference(self._stored, self._content)
        self.sheet = sheet
        self._stored = _as_typed(sheet)
        self._handed_out = dict(self._stored)
        self._content = apply_patch(self._stored, pending)
        self.evaluation = self._evaluate()
        self._beyond = self._found_beyond()
        self.changed.emit(frozenset(difference(before, self._content)))

    def _lay(self, patch: dict[str, Value]) -> None:
        self._content = apply_patch(self._content, patch)
        self.evaluation = self._evaluate()
        self.changed.emit(frozenset(patch))

    def _evaluate(self) -> Evaluation:
        return evaluate(self.definition, self.entity.key, self._content, self.sheet.context)

    def _found_beyond(self) -> tuple[Issue, ...]:
        """Findings of the store that one record alone does not show: a twin with the same natural key."""
        own = {(issue.code, issue.rule, issue.paths) for issue in self.evaluation.issues}
        twins = {rule.id for rule in self.definition.rules if rule.kind is RuleKind.UNIQUE}
        return tuple(
            issue
            for issue in self.sheet.issues
            if issue.rule in twins and (issue.code, issue.rule, issue.paths) not in own
        )


def _as_typed(sheet: EntrySheet) -> dict[str, Value]:
    """The record's content, and what was answered to comments on it."""
    answers = {ANSWER + thread.path: thread.answer for thread in sheet.comments if thread.own and thread.answer}
    return {**sheet.record.content, **answers}
