"""The sync screen: send and receive, see each submission's way, decide what has to be decided."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.carry_file import StickView, read_stick
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.restored import confirm_restored
from cdd_desktop.operations.settle_question import send_again, take_note
from cdd_desktop.operations.views import Changes, EntryRef, NeedsYou, NextStep, OutboxView, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.ui.backup_button import BackupButton
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.outbox.contacts import ContactsCard
from cdd_desktop.ui.outbox.enrol_again import EnrolAgainCard
from cdd_desktop.ui.outbox.questions import Answer, Answered, QuestionsCard
from cdd_desktop.ui.outbox.restored import RestoredCard
from cdd_desktop.ui.outbox.sending import SendingCard
from cdd_desktop.ui.outbox.stick.card import StickCard
from cdd_desktop.ui.outbox.ways import UnderWay, WayRow
from cdd_desktop.ui.paper_button import PaperMenu
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.stick_deed import StickDeed
from cdd_desktop.ui.sync_service import SyncStatus
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, EmptyState, PageHeader, ScrollColumn

SHOWN = 40
_ENTERING = (NextStep.START, NextStep.CONTINUE, NextStep.SEE_COMMENTS)


class OutboxScreen(Screen):
    """Reads the outbox whenever something changed, and follows the contact under way. Opens for files, too."""

    name = "outbox"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        words, messages = desk.words, desk.messages
        self.send = QuietButton(self.tr("Send now"), "send")
        self.send.clicked.connect(desk.sync.start)
        subtitle = self.tr("Every change is kept in this machine first. Green only when central has given a receipt.")
        self.proofs = PaperMenu(desk, proofs=True)
        self.header = PageHeader(self.tr("Send data"), subtitle, [self.proofs, BackupButton(desk), self.send])
        self.sending = SendingCard(words, messages)
        self.sending.stop_requested.connect(desk.sync.stop)
        self.restored = RestoredCard(desk)
        self.restored.confirmed.connect(self._confirm)
        self.enrol_again = EnrolAgainCard(desk)
        self.enrol_again.done.connect(desk.sync.start)
        self.questions = QuestionsCard(words, messages)
        self.questions.answered.connect(self._answer)
        self.questions.decide_asked.connect(self._decide)
        self.questions.hide()
        self.stick = StickCard(desk)
        self._ways = Card(flush=True)
        self.contacts = ContactsCard(words, messages)
        self.rows: list[WayRow] = []
        self._held: list[QWidget] = []
        self._outbox: OutboxView | None = None
        self._status = desk.sync.status
        self._began_with: dict[SubmissionKey, int] = {}  # changes that waited when the contact under way began
        self._deed: StickDeed | None = None  # waits for what the store says of sticks
        scroll = ScrollColumn()
        for card in (
            self.restored,
            self.enrol_again,
            self.sending,
            self.questions,
            self.stick,
            self._ways,
            self.contacts,
        ):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(scroll, 1)
        desk.sync.changed.connect(self._follow)

    def open(self, argument: object = None) -> None:
        self._deed = argument if isinstance(argument, StickDeed) else None
        self._status = self.desk.sync.status
        self._read()
        if isinstance(argument, tuple):
            self.stick.open_files([file for file in argument if isinstance(file, Path)])

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self._read()

    def _read(self) -> None:
        self.read(_read_all, on_done=self._show_all)

    def _show_all(self, read: tuple[OutboxView, StickView]) -> None:
        outbox, stick = read
        self.stick.show_stick(stick, photos=outbox.photos_waiting, restored=outbox.restored is not None)
        self._show(outbox)
        deed, self._deed = self._deed, None
        if deed is not None:
            self.stick.do(deed)
        else:
            self.offer_next_step()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        if self._outbox is not None:
            self._show_ways(self._outbox)

    def _show(self, outbox: OutboxView) -> None:
        self._outbox = outbox
        self.restored.show_restored(outbox.restored)
        self.enrol_again.show_outbox(outbox)
        self.sending.setVisible(outbox.restored is None)
        self.questions.show_questions(outbox.needs_you)
        self.questions.decide.set_primary(self.enrol_again.isHidden())  # what stops everything comes first
        self._show_ways(outbox)
        self.contacts.show_contacts(outbox.contacts, self.desk.workplace.catalogue)
        self.proofs.offer_proofs(outbox.submissions)
        self._follow(self._status)

    @Slot(object)
    def _follow(self, status: SyncStatus) -> None:
        """The contact went a step on. Meanwhile the page keeps the keyboard for the button that began it."""
        ended = self._status.running and not status.running
        self._status = status
        if self._outbox is None:
            return
        if status.running and self.window().focusWidget() is self.send:
            self.setFocus()
        self.sending.show_status(status, self._outbox, self.desk.clock.now())
        waiting = self.desk.words.format_number(self._outbox.pending_changes)
        pending = bool(self._outbox.pending_changes or self._outbox.photos_waiting)
        if not self._outbox.pending_changes:
            waiting = self.desk.words.format_number(self._outbox.photos_waiting)
        self.send.set_text(self.tr("Send now ({n})").format(n=waiting) if pending else self.tr("Check for news"))
        self.send.setEnabled(not status.running and self._outbox.restored is None)
        entering = any(view.next_step in _ENTERING for view in self._outbox.submissions)
        others_first = entering or self.questions.has_conflicts or self._outbox.restored is not None
        others_first = others_first or not self.enrol_again.isHidden()
        self.send.set_primary(pending and not others_first and not status.running)
        if ended and self.window().focusWidget() is self:
            self.send.setFocus(Qt.FocusReason.TabFocusReason)
        if any(row.contact.running != status.running for row in self.rows if row.view.pending):
            self._show_ways(self._outbox)

    def _show_ways(self, outbox: OutboxView) -> None:
        for widget in self._held:
            self._ways.body.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        shown = outbox.submissions[:SHOWN]
        self.rows = [WayRow(view, self.desk.words, self._under_way(view), compact=self.compact) for view in shown]
        self._held = list(self.rows)
        if not shown:
            title = self.tr("Nothing has been entered yet")
            sentence = self.tr("What you enter appears here with its way to central.")
            self._held.append(EmptyState("send", title, sentence))
        elif len(outbox.submissions) > SHOWN:
            more = self.desk.words.format_number(len(outbox.submissions) - SHOWN)
            self._held.append(Label(self.tr("and {n} older ones").format(n=more), "note"))
        for widget in self._held:
            self._ways.body.addWidget(widget)
        width = max((row.chip.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.set_chip_width(width)
            row.set_last(row is self._held[-1])
            row.chosen.connect(self._open_submission)

    def _under_way(self, view: SubmissionView) -> UnderWay:
        waiting = self._outbox is not None and bool(self._outbox.pending_changes)
        if not self._status.running:
            self._began_with.clear()
            return UnderWay(running=False, waiting=waiting)
        most = self._began_with[view.key] = max(self._began_with.get(view.key, 0), view.pending)
        return UnderWay(running=True, waiting=waiting, began_with=most)

    @Slot()
    def _confirm(self) -> None:
        self.do(confirm_restored, on_done=self._send)

    def _send(self, _changes: Changes) -> None:
        self.desk.sync.start()

    @Slot(object)
    def _open_submission(self, view: SubmissionView) -> None:
        self.desk.open("entry", view.key)

    @Slot(object)
    def _answer(self, answered: Answered) -> None:
        question, answer = answered.question, answered.answer
        if answer is Answer.OPEN:
            self._open_question(question)
        else:
            self.do(send_again if answer is Answer.AGAIN else take_note, question.id)

    @Slot()
    def _decide(self) -> None:
        self.desk.open("conflict")

    def _open_question(self, question: NeedsYou) -> None:
        """The entry in its round; a register entry is found in its dataset's register."""
        if question.key is None:
            self.desk.open("datasets", question.dataset)
        elif question.record_id is None or question.entity is None:
            self.desk.open("entry", question.key)
        else:
            ref = EntryRef(entity=question.entity, key=question.key, record_id=question.record_id)
            self.desk.open("entry", EntryTarget(question.key, ref))


def _read_all(work: Work) -> tuple[OutboxView, StickView]:
    """Both of one moment."""
    return read_outbox(work), read_stick(work)
