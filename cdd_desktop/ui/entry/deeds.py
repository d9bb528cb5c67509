"""The deeds on one record that ask something first: confirming, ending, nothing received, deleting a draft."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cdd_desktop.domain.record import MARK, WHY, Content, MarkState, Value
from cdd_desktop.operations.delete_draft import delete_draft
from cdd_desktop.operations.mark_entry import mark_entry
from cdd_desktop.operations.read_history import Story, read_story
from cdd_desktop.operations.restore_value import restore_value
from cdd_desktop.operations.save_entry import Saved
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.entry import actions
from cdd_desktop.ui.entry.autosave import Autosave
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.ending import EndDialog, Ending
from cdd_desktop.ui.entry.history import HistoryDialog
from cdd_desktop.ui.entry.pairs import Pairs
from cdd_desktop.ui.entry.steps import marks_step
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from cdd_desktop.ui.entry.screen import EntryScreen


class Deeds(QObject):
    """Asks through the desk's messages and acts on the store lane, after what was typed is saved."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._marking = False
        self.pairs = Pairs(screen)

    def do(self, action: str, draft: Draft, autosave: Autosave) -> None:
        """Carry out one of the actions of ``actions``."""
        deeds = {
            actions.CONFIRM: self._confirm,
            actions.NOT_RECEIVED: self._not_received,
            actions.RECEIVED_AFTER_ALL: self._received,
            actions.END: self._end,
            actions.DELETE: self._delete,
            actions.HISTORY: self._history,
            actions.COMPARE: self.pairs.compare,
        }
        deeds[action](draft, autosave)

    def _confirm(self, draft: Draft, autosave: Autosave) -> None:
        if draft.stops:
            self._screen.show_problems()
            return
        state = MarkState.CHANGED if draft.differs_from_last else MarkState.CONFIRMED
        self._mark(autosave, state, "", go_on=True)

    def _not_received(self, draft: Draft, autosave: Autosave) -> None:
        words = self._screen.desk.words
        question = Question(
            title=self.tr("No data received yet"),
            sentence=self.tr(
                "Why are there no data of “{name}” for this period? The reason is part of the report."
            ).format(name=draft.sheet.title),
            yes=self.tr("Mark as not received"),
            asks_reason=True,
            choices=tuple(words.text(one.label_th, one.label_en) for one in draft.definition.excuses),
        )
        reason = self._screen.desk.messages.ask_reason(self._screen, question)
        if reason:
            self._mark(autosave, MarkState.NOT_RECEIVED, reason, go_on=True)

    def _received(self, _draft: Draft, autosave: Autosave) -> None:
        self._mark(autosave, None, "", go_on=False)

    def _end(self, draft: Draft, autosave: Autosave) -> None:
        dialog = EndDialog(draft, self._screen.panel.around, self._screen)
        dialog.ended.connect(partial(self._ended, draft, autosave))
        dialog.open()

    def _ended(self, draft: Draft, autosave: Autosave, ending: Ending) -> None:
        if draft.editable:
            self._mark(autosave, MarkState.ENDED, ending.reason, go_on=True, ending=ending.patch)

    def _mark(
        self,
        autosave: Autosave,
        state: MarkState | None,
        reason: str,
        *,
        go_on: bool,
        ending: Content | None = None,
    ) -> None:
        if self._marking:
            return  # the key was pressed again before the next entry was there to be seen
        self._marking = True
        workplace = self._screen.desk.workplace

        def work(ref: EntryRef) -> Saved:
            saved = workplace.do(mark_entry, ref, state, reason, ending=ending)
            autosave.take_ref(saved.ref)
            return saved if ref.record_id is not None else _marks_alone(saved)

        autosave.with_ref(work, self._marked_go_on if go_on else self._marked, self._failed)

    def record_shown(self) -> None:
        """Another entry stands on the screen: it may be marked now."""
        self._marking = False

    def _failed(self, error: Exception) -> None:
        self._marking = False
        self._screen.fail(error)

    def _marked(self, saved: Saved) -> None:
        self._remember(saved)
        self._screen.reopen(saved.ref)

    def _marked_go_on(self, saved: Saved) -> None:
        self._remember(saved)
        self._screen.go_next_or_stay(saved.ref)

    def _remember(self, saved: Saved) -> None:
        """The mark can be taken back."""
        ref = saved.ref
        if ref.key is not None and ref.record_id is not None and saved.patch:
            step = marks_step(ref.key, {ref.record_id: saved.patch}, {ref.record_id: saved.was}, ref)
            self._screen.keys.steps.add(step)

    def _history(self, draft: Draft, autosave: Autosave) -> None:
        workplace = self._screen.desk.workplace

        def work(ref: EntryRef) -> Story:
            return workplace.read(read_story, ref.record_id) if ref.record_id is not None else Story(())

        autosave.with_ref(work, partial(self._show_history, draft, autosave), self._screen.fail)

    def _show_history(self, draft: Draft, autosave: Autosave, story: Story) -> None:
        if self._screen.draft is not draft:
            return  # another entry was opened meanwhile
        dialog = HistoryDialog(draft, story, self._screen.desk.words, self._screen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restored.connect(partial(self._restore, autosave))
        dialog.open()

    def _restore(self, autosave: Autosave, patch: dict[str, Value]) -> None:
        workplace = self._screen.desk.workplace
        autosave.with_ref(lambda ref: workplace.do(restore_value, ref, patch), self._restored, self._failed)

    def _restored(self, saved: Saved) -> None:
        self._remember(saved)
        self._screen.reopen(saved.ref)

    def _delete(self, draft: Draft, autosave: Autosave) -> None:
        question = Question(
            title=self.tr("Delete this draft?"),
            sentence=self.tr("“{name}” has never been received by central. It is deleted from this machine.").format(
                name=draft.sheet.title or self.tr("New entry")
            ),
            yes=self.tr("Delete"),
            tone=Tone.WARN,
        )
        if not self._screen.desk.messages.ask(self._screen, question):
            return
        workplace = self._screen.desk.workplace

        def work(ref: EntryRef) -> EntryRef:
            if ref.record_id is not None:
                workplace.do(delete_draft, ref.record_id)
            return ref

        autosave.with_ref(work, self._deleted, self._screen.fail)

    def _deleted(self, _ref: EntryRef) -> None:
        self._screen.forget_open_record()


def _marks_alone(saved: Saved) -> Saved:
    """Of a mark that has made its record: taking it back leaves the record, which holds nothing else then."""
    return replace(
        saved,
        patch={path: value for path, value in saved.patch.items() if path.startswith((MARK, WHY))},
        was={path: value for path, value in saved.was.items() if path.startswith((MARK, WHY))},
    )
