"""The way of a submission from the officer to the head: what still stands in the way, who did what, what comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import Move, MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.operations.check_submission import check_submission
from cdd_desktop.operations.move_submission import explain_group, move_submission
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.sign_in import confirm_password
from cdd_desktop.operations.views import CertifyCheck, Changes, EntryRef, Worklist
from cdd_desktop.ui.certify.blocking import BlockingRow, blocking_rows
from cdd_desktop.ui.certify.dialog import CertifyDialog, Signature
from cdd_desktop.ui.certify.reported import ReportedList
from cdd_desktop.ui.certify.state import move_line, state_sentence
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.paper_button import PaperMenu
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.state_words import due_line, submission_chip
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets import (
    Banner,
    Card,
    Chip,
    Label,
    ListRow,
    PageHeader,
    PrimaryButton,
    QuietButton,
    ScrollColumn,
)

_SHOWN = 200
_OWN_MOVES = (MoveKind.PROPOSE, MoveKind.CERTIFY, MoveKind.RETURN, MoveKind.TAKE_BACK, MoveKind.REOPEN)


class CertifyScreen(Screen):
    """Opens for a ``SubmissionKey``. One button is filled: the move that comes next for this person."""

    name = "certify"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.key: SubmissionKey | None = None
        self.check: CertifyCheck | None = None
        self.dialog: CertifyDialog | None = None
        self.header = PageHeader()
        self.banner = Banner()
        self.nil = QCheckBox(self.tr("There are no data for this period; I confirm a nil report"))
        self.nil.toggled.connect(self._offer_moves)
        self.answer = QLineEdit()
        self.answer.setPlaceholderText(
            self.tr("Answer to the reviewer, if you like: what was corrected, or why it is right")
        )
        self.answer.setAccessibleName(self.tr("Answer to the reviewer"))
        self.answer.hide()
        self.answers = Label("", "note", wrap=True)
        self.problems = Card(self.tr("To be done before the report can go on"), " ")
        self.history = Card(self.tr("What has happened"), " ")
        self.entries = ReportedList(desk, self)
        self.entries.chosen.connect(self._open_entry)
        self.entries.reached.connect(self._follow)
        self.rows: list[tuple[ListRow, BlockingRow]] = []
        self.moves: dict[MoveKind, QuietButton | PrimaryButton] = {}
        self.column = column = ScrollColumn(self)
        for widget in (self.banner, self.nil, self.answers, self.answer, self.problems, self.history, self.entries):
            column.body.addWidget(widget)
        column.body.addStretch(1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(column, 1)

    def open(self, argument: object = None) -> None:
        if isinstance(argument, SubmissionKey):
            self.key = argument
        if self.key is None:
            self.desk.open("home")
            return
        self._read()

    def refresh(self, changes: Changes) -> None:
        if self.key is not None and (self.key in changes.submissions or changes.definitions):
            self._read()

    # --- showing -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self.read(check_submission, self.key, on_done=self._show)

    def _show(self, check: CertifyCheck) -> None:
        if check.submission.key != self.key:
            return
        self.check = check
        view, words = check.submission, self.desk.words
        self.header.set_title(
            words.dataset(view.key.dataset), f"{words.period(view.window)} · {due_line(view.window, words)}"
        )
        text, tone = submission_chip(view, words)
        ready = view.state in (SubmissionState.NONE, SubmissionState.DRAFT) and not check.blocking
        self.banner.set(state_sentence(check, self.desk), Tone.INFO if ready or tone is Tone.MUTED else tone)
        self.banner.setAccessibleDescription(text)
        self.nil.setVisible(check.empty and check.nil_possible and MoveKind.PROPOSE in check.allowed)
        returned = view.state is SubmissionState.RETURNED and MoveKind.PROPOSE in check.allowed
        self.answer.setVisible(returned)
        self._say_answers(check)
        if not returned:
            self.answer.clear()
        self._show_problems(check)
        self._show_history(view.moves)
        self._offer_moves()
        self.read(read_worklist, self.key, on_done=self._show_list)

    def _show_list(self, worklist: Worklist) -> None:
        self.entries.show_list(worklist)
        self.offer_next_step()

    def _say_answers(self, check: CertifyCheck) -> None:
        """How many of the comments on fields have an answer: they go with the proposal, the head reads them too."""
        text = self.tr("Comments on fields: {n}, answered: {answered}. Answers go with the proposal.")
        number = self.desk.words.format_number
        self.answers.set_text(text.format(n=number(check.commented), answered=number(check.answered)))
        self.answers.setVisible(bool(check.commented) and check.submission.state is SubmissionState.RETURNED)

    def _show_problems(self, check: CertifyCheck) -> None:
        for row, _ in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        found = blocking_rows(check, self.desk)
        chips = [Chip(one.word, one.tone) for one in found[:_SHOWN]]
        widest = max((chip.sizeHint().width() for chip in chips), default=0)  # so that sentences stand in a column
        for one, chip in zip(found, chips, strict=False):
            chip.setMinimumWidth(widest)
            row = ListRow(height=58)
            row.row.addWidget(Label(one.title, "strong", elide=True), 2)
            row.row.addWidget(Label(one.sentence, wrap=True), 4)
            row.row.addWidget(chip)
            row.activated.connect(partial(self._go_to, one))
            row.setAccessibleName(f"{one.title}: {one.sentence}")
            self.problems.body.addWidget(row)
            self.rows.append((row, one))
        if self.rows:
            self.rows[-1][0].set_last(True)
        note = self.tr("{n} things; press one to go there").format(n=len(found))
        self.problems.note.set_text(self.desk.words.digits(note))
        self.problems.setVisible(bool(found))

    def _show_history(self, moves: tuple[Move, ...]) -> None:
        while self.history.body.count() > 1:
            item = self.history.body.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for move in reversed(moves):
            head, detail = move_line(move, self.desk.words)
            self.history.body.addWidget(Label(head, "strong", wrap=True))
            if detail:
                self.history.body.addWidget(Label(detail, "", wrap=True))
        self.history.setVisible(bool(moves))

    def _offer_moves(self) -> None:
        check = self.check
        if check is None:
            return
        district = self.desk.workplace.unit.level is UnitLevel.DISTRICT
        head = self.desk.words.role(Role.HEAD if district else Role.PROVINCIAL_HEAD)
        words = {
            MoveKind.PROPOSE: self.tr("Propose to: {head}").format(head=head),
            MoveKind.CERTIFY: self.tr("Certify…"),
            MoveKind.RETURN: self.tr("Return to the officer…"),
            MoveKind.TAKE_BACK: self.tr("Take back"),
            MoveKind.REOPEN: self.tr("Re-open…"),
        }
        to_form = QuietButton(self.tr("To the entries"))
        to_form.set_primary(MoveKind.PROPOSE in check.allowed and not self._may_go_on(check, MoveKind.PROPOSE))
        to_form.clicked.connect(self._to_entries)
        papers = PaperMenu(self.desk)
        papers.offer_submission(check.submission.key)
        buttons: list[QWidget] = [papers, to_form]
        self.moves = {}
        for kind in reversed(_OWN_MOVES):
            if kind not in check.allowed:
                continue
            forward = kind in (MoveKind.PROPOSE, MoveKind.CERTIFY)
            possible = not forward or self._may_go_on(check, kind)
            button = PrimaryButton(words[kind]) if forward and possible else QuietButton(words[kind])
            button.clicked.connect(partial(self._move, kind))
            button.setEnabled(possible)
            self.moves[kind] = button
            buttons.append(button)
        self.header.set_actions(buttons)

    def _may_go_on(self, check: CertifyCheck, kind: MoveKind) -> bool:
        if check.blocking:
            return False
        if kind is MoveKind.PROPOSE and check.empty and check.nil_possible:
            return self.nil.isChecked()
        return True

    # --- what a person does --------------------------------------------------------------------------------------

    def _go_to(self, row: BlockingRow) -> None:
        if self.check is None:
            return
        key = self.check.submission.key
        if row.explained_here:
            self._explain(key, row)
            return
        ref = EntryRef(row.entity, key, row.record_id, row.register_id) if row.record_id or row.register_id else None
        self.desk.open("entry", EntryTarget(key, ref, row.path))

    def _explain(self, key: SubmissionKey, row: BlockingRow) -> None:
        question = Question(title=row.title, sentence=row.sentence, yes=self.tr("Keep this reason"), asks_reason=True)
        reason = self.desk.messages.ask_reason(self, question)
        if reason:
            self.do(explain_group, key, row.rule, row.group, reason)

    def _open_entry(self, ref: EntryRef) -> None:
        if self.key is not None:
            self.desk.open("entry", EntryTarget(self.key, replace(ref, key=self.key)))

    def _follow(self, row: QRect) -> None:
        """Scroll to the entry the arrow keys have come to."""
        place = row.translated(self.entries.pos())
        for y in (place.bottom(), place.top()):
            self.column.ensureVisible(place.center().x(), y, 0, 0)

    def _to_entries(self) -> None:
        if self.key is not None:
            self.desk.open("entry", self.key)

    def _move(self, kind: MoveKind) -> None:
        check = self.check
        if check is None:
            return
        if kind is MoveKind.CERTIFY:
            self.dialog = CertifyDialog(check, self.desk.workplace.person, self.desk.words, self)
            self.dialog.signed.connect(self._certify)
            self.dialog.open()
        elif kind in (MoveKind.RETURN, MoveKind.REOPEN):
            reason = self.desk.messages.ask_reason(self, self._why(kind))
            if reason:
                self._do_move(kind, reason)
        else:
            self._do_move(kind, self.answer.text() if kind is MoveKind.PROPOSE else "")

    def _why(self, kind: MoveKind) -> Question:
        if kind is MoveKind.RETURN:
            return Question(
                title=self.tr("Return to the officer"),
                sentence=self.tr("What is to be corrected? The officer sees your words."),
                yes=self.tr("Return"),
                asks_reason=True,
            )
        return Question(
            title=self.tr("Re-open"),
            sentence=self.tr("The certification is withdrawn and the entries can be edited again. Why?"),
            yes=self.tr("Re-open"),
            asks_reason=True,
        )

    def _do_move(self, kind: MoveKind, reason: str) -> None:
        nil = kind is MoveKind.PROPOSE and self.nil.isVisible() and self.nil.isChecked()
        workplace, key = self.desk.workplace, self.key
        if key is not None:
            self.desk.tasks.store(
                lambda: workplace.do(move_submission, key, kind, reason=reason, nil=nil), self._moved, self.fail
            )

    def _certify(self, signature: Signature) -> None:
        check, workplace, key = self.check, self.desk.workplace, self.key
        if check is None or key is None:
            return
        nil = check.submission.nil

        def work() -> Changes:
            confirm_password(workplace, signature.password)
            return workplace.do(move_submission, key, MoveKind.CERTIFY, statement=signature.statement, nil=nil)

        self.desk.tasks.store(work, self._certified, self._not_certified)

    def _certified(self, changes: Changes) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        self._moved(changes)

    def _not_certified(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.refuse(self.desk.messages.describe(error).sentence)

    def _moved(self, _changes: Changes) -> None:
        self._read()
