"""The keys of the entry screen: one for each thing that can become of an entry, and for many entries at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.operations.mark_many import MarkedMany, confirm_many
from cdd_desktop.operations.views import Worklist
from cdd_desktop.ui.entry import actions
from cdd_desktop.ui.entry.steps import Step, Steps, marks_step
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets import Banner, LinkButton

if TYPE_CHECKING:
    from cdd_desktop.ui.entry.screen import EntryScreen


class RoundKeys(QObject):
    """Knows what every key does; what the last one did stands in ``said``, with the way back beside it."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self.steps = Steps(self)
        self.said = Banner("", Tone.INFO, screen)
        self.back = LinkButton(self.tr("Undo (Ctrl+Z)"))
        self.back.clicked.connect(self.undo)
        self.said.add(self.back)
        self.said.hide()
        self.steps.changed.connect(self.said.hide)
        for keys, act in (
            ("Ctrl+Return", screen.go_on),
            ("Ctrl+Enter", screen.go_on),
            ("Ctrl+PgDown", screen.go_next),
            ("Ctrl+PgUp", screen.go_previous),
            ("F7", partial(self._act, actions.NOT_RECEIVED)),
            ("F8", self._confirm),
            ("F9", self._edit),
            ("F10", partial(self._act, actions.END)),
            ("Ctrl+F8", self.confirm_many),
            ("Ctrl+H", partial(screen.act, actions.HISTORY)),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), screen)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def words_for(self, worklist: Worklist) -> str:
        """The keys that work on the entries of a list, on one line."""
        definition = self._screen.desk.workplace.catalogue.newest(worklist.submission.key.dataset)
        kind = definition.entity(worklist.entity).kind
        if not isinstance(worklist.editable, Editable) or not worklist.items:
            return ""
        if kind is EntityKind.REGISTER:
            return self.tr("F8 confirm · F9 change · F10 end")
        return self.tr("F7 no data yet · Ctrl+Enter next") if kind is EntityKind.SNAPSHOT else ""

    def confirmable(self, worklist: Worklist) -> bool:
        """Whether the round is that of a register, whose entries can be confirmed as they are."""
        return self.words_for(worklist) != "" and worklist.entity == worklist.register

    # --- one entry -----------------------------------------------------------------------------------------------

    def _act(self, action: str) -> None:
        draft = self._screen.draft
        if draft is not None and action in actions.possible(draft):
            self._screen.act(action)

    def _confirm(self) -> None:
        draft = self._screen.draft
        if draft is None:
            return
        self._screen.act(actions.CONFIRM if actions.wants_confirming(draft) else actions.NEXT)

    def _edit(self) -> None:
        form = self._screen.panel.form
        if form is not None:
            form.go_to_first()

    # --- many entries --------------------------------------------------------------------------------------------

    def confirm_many(self) -> None:
        """Confirm what nobody has dealt with: the entries selected, or all."""
        screen, bar = self._screen, self._screen.list.bar
        items = bar.untouched()
        if screen.key is None or bar.bulk.isHidden() or not items:
            return
        count = screen.desk.words.format_number(len(items))
        question = Question(
            title=self.tr("Confirm {n} entries?").format(n=count),
            sentence=self.tr(
                "Nothing was changed in them. Those with something to correct or to explain are left for you."
            ),
            yes=self.tr("Confirm"),
        )
        if screen.desk.messages.ask(screen, question):
            screen.leave()
            only = frozenset(item.record_id for item in items if item.record_id) if bar.several else None
            screen.do(confirm_many, screen.key, only, on_done=self._confirmed)

    def _confirmed(self, done: MarkedMany) -> None:
        screen = self._screen
        if done.count and screen.key is not None:
            self.steps.add(marks_step(screen.key, done.patches, done.was))
        number = screen.desk.words.format_number
        text = self.tr("{n} entries confirmed.").format(n=number(done.count))
        if done.passed:
            text += " " + self.tr("{n} are left, with something to correct or to explain.").format(
                n=number(done.passed)
            )
        self.say(text)
        screen.show_again()

    def say(self, text: str) -> None:
        """Say what was done, with the way back beside it."""
        self.said.set(text, Tone.INFO)
        self.back.setVisible(self.steps.last(self._screen.key) is not None)
        self.said.show()

    # --- the way back --------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last edit of the open record, else the last mark of the round."""
        draft, step = self._screen.draft, self.steps.last(self._screen.key)
        if draft is not None and draft.undo_stack.canUndo():
            draft.undo()
        elif step is not None:
            self._lay(step, undo=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        draft, step = self._screen.draft, self.steps.last_undone(self._screen.key)
        if draft is not None and draft.undo_stack.canRedo():
            draft.redo()
        elif step is not None:
            self._lay(step, undo=False)

    def _lay(self, step: Step, *, undo: bool) -> None:
        def done(outcome: object) -> None:
            if undo:
                self.steps.undone(step)
            else:
                self.steps.redone(step, outcome)
            self._screen.show_again()
            if step.ref is not None:
                self._screen.reopen(step.ref)

        self._screen.leave()
        operation, arguments = step.back if undo else step.again
        self._screen.do(operation, *arguments, on_done=done)
