"""The review screen: certified records on the left, one record on the right, accept or send back at the top."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.domain.record import WHY
from cdd_desktop.domain.submission import MoveKind, SubmissionKey, SubmissionState
from cdd_desktop.operations.attachments import Attached
from cdd_desktop.operations.move_submission import move_submission
from cdd_desktop.operations.read_queue import QueueItem, read_queue
from cdd_desktop.operations.read_review import ReviewEntry, ReviewSheet, answer_of, read_review
from cdd_desktop.operations.views import Changes
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.paper_button import PaperMenu
from cdd_desktop.ui.review.entries_model import EntriesModel, EntryDelegate, EntryRow
from cdd_desktop.ui.review.field_rows import attached, field_rows, reason_lines, said_of_all
from cdd_desktop.ui.review.photos import PhotoDialog
from cdd_desktop.ui.review.record_view import Heading, RecordView
from cdd_desktop.ui.review.remarks import Remarks
from cdd_desktop.ui.review.standing_row import StandingRow
from cdd_desktop.ui.review_target import ReviewTarget
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Banner, EmptyState, Label, LinkButton, PageHeader, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.dialog import MessageDialog


class ReviewScreen(Screen):
    """Opened with a ``SubmissionKey`` or a ``ReviewTarget``. Comments wait in the screen until the submission is moved;
    *back* leads to where the person came from."""

    name = "review"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._key: SubmissionKey | None = None
        self._copied = False  # the first record with the figures of the period before stands in front
        self._sheet: ReviewSheet | None = None
        self._remarks: dict[SubmissionKey, Remarks] = {}
        self.header = PageHeader(" ")
        self._back = QuietButton(self.tr("Back"), "left")
        self.next = QuietButton(self.tr("Next that waits"), "right")
        self._next_key: SubmissionKey | None = None
        self.send_back = QuietButton(self.tr("Send back"), "undo")
        self.accept = PrimaryButton(self.tr("Accept"), "check")
        self.approve = PrimaryButton(self.tr("Approve"), "check")
        self.standing = StandingRow(desk.words)
        self.banner = Banner()
        self.history = LinkButton(self.tr("Steps so far"), "history")
        self.entries = EntriesModel(self._row)
        self.list = QListView()
        self._count = Label("", "note")
        self.record = RecordView()
        self.record.photos.clicked.connect(self.show_photos)
        self._to_list = QuietButton(self.tr("Back to the list"), "left")
        self._empty = EmptyState("review", " ")
        self._build()

    def _build(self) -> None:
        self.papers = PaperMenu(self.desk)
        self.header.set_actions([self._back, self.next, self.papers, self.send_back, self.accept, self.approve])
        self._back.clicked.connect(self.desk.back_requested)
        self.next.clicked.connect(self._go_on)
        self.next.hide()
        self.send_back.clicked.connect(self.ask_to_send_back)
        self.accept.clicked.connect(self.accept_submission)
        self.approve.clicked.connect(self.approve_submission)
        self.history.clicked.connect(self._show_history)
        self._to_list.clicked.connect(self._show_list)
        self._build_list()
        self.record.commented.connect(self._remark)
        self.record.left.connect(self.step)
        self._left = QFrame()
        self._left.setProperty("role", "card")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(1, theme().px(10), 1, theme().px(10))
        head = QHBoxLayout()
        head.setContentsMargins(theme().px(14), 0, theme().px(10), 0)
        head.addWidget(self._count, 1)
        head.addWidget(self.history)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sides = QHBoxLayout(self._body)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme().px(12))
        sides.addWidget(self._left, 3)
        sides.addWidget(self.record, 8)
        for widget in (self.header, self.standing, self.banner, self._to_list):
            self.layout_.addWidget(widget)
        self.layout_.setAlignment(self._to_list, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self._body, 1)
        self.layout_.addWidget(self._empty, 1)

    def _build_list(self) -> None:
        self.list.setModel(self.entries)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Records of the submission"))
        self.list.selectionModel().currentChanged.connect(self._show_entry)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    # --- opening ---------------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        target = ReviewTarget(argument) if isinstance(argument, SubmissionKey) else argument
        if isinstance(target, ReviewTarget):
            if target.key != self._key or target.copied:
                self._sheet = None
                self.entries.show(())
            self._key, self._copied = target.key, target.copied
        self._read()

    def refresh(self, changes: Changes) -> None:
        if self._key in changes.submissions or changes.definitions:
            self._read()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._arrange(working=False)

    def _read(self) -> None:
        if self._key is not None:
            self.read(read_review, self._key, on_done=self._take)

    def _take(self, sheet: ReviewSheet) -> None:
        if sheet.submission.key != self._key:
            return
        first = next((n for n, entry in enumerate(sheet.entries) if entry.copied), 0) if self._copied else 0
        current = self.list.currentIndex().row() if self._sheet is not None else first
        self._sheet = sheet
        words = self.desk.words
        title = f"{words.dataset(sheet.window.dataset)} · {words.period(sheet.window)}"
        self.header.set_title(title, words.office(sheet.unit))
        self.papers.offer_submission(sheet.submission.key)
        self.standing.show_sheet(sheet)
        self._say(sheet)
        for button, kind in (
            (self.send_back, MoveKind.RETURN),
            (self.accept, MoveKind.ACCEPT),
            (self.approve, MoveKind.APPROVE),
        ):
            button.setVisible(kind in sheet.allowed)
        self.entries.show(sheet.entries)
        self._count_remarks()
        self._arrange(working=False)
        if self.desk.reviews:
            self.read(read_queue, on_done=self._offer_next)
        if sheet.entries:
            self.list.setCurrentIndex(self.entries.index(min(max(current, 0), len(sheet.entries) - 1)))

    def _offer_next(self, queue: tuple[QueueItem, ...]) -> None:
        """The one after this in the queue, or the first once this has left it."""
        keys = [item.key for item in queue]
        after = keys[keys.index(self._key) + 1 :] if self._key in keys else keys
        self._next_key = next(iter(after), None)
        self.next.setVisible(self._next_key is not None)

    def _row(self, entry: ReviewEntry) -> EntryRow:
        assert self._sheet is not None
        definition = self.desk.workplace.catalogue.get(self._sheet.window.dataset, entry.form_version)
        entity = definition.entity(entry.entity)
        words = self.desk.words
        kind = words.text(entity.label_th, entity.label_en)
        mark = self.standing.mark_word(entry.mark)
        return EntryRow(entry, entry.title or kind, f"{kind} · {mark}" if mark else kind)

    # --- what is said above the records ----------------------------------------------------------------------------

    def _say(self, sheet: ReviewSheet) -> None:
        submission = sheet.submission
        returned = next((move for move in reversed(submission.moves) if move.kind is MoveKind.RETURN), None)
        lines, tone = [], Tone.INFO
        if submission.state is SubmissionState.RETURNED and returned is not None:
            text = self.tr("Sent back by {name}: {reason}")
            lines, tone = [text.format(name=returned.person_name, reason=returned.reason or "–")], Tone.WARN
        elif sheet.nil:
            lines = [self.tr("The office reports that there is nothing to report in this period.")]
        elif sheet.statement:
            lines = [self.tr("The head states: {text}").format(text=sheet.statement)]
        definition = self.desk.workplace.catalogue.get(sheet.window.dataset, sheet.form_version)
        if answer := answer_of(submission):
            lines.append(self.tr("The office answers: {text}").format(text=answer))
        lines += [
            self.tr("Reason given: {text}").format(text=line)
            for line in reason_lines(definition, sheet, self.desk.words)
        ]
        self.banner.set("\n".join(lines), tone)
        self.banner.setVisible(bool(lines))

    def _say_why_empty(self, sheet: ReviewSheet) -> None:
        progress, number = sheet.submission.progress, self.desk.words.format_number
        if sheet.nil:
            title, sentence = self.tr("Nothing to report"), self.tr("A nil report has no records.")
        elif sheet.submission.received_at is not None and not sheet.delivered:
            title = self.tr("The records are not on this machine")
            sentence = self.tr("They come with the next contact; the country sees facts and figures only.")
        elif sheet.delivered:
            title, sentence = self.tr("The certified list is empty"), self.tr("The head states this in writing.")
        else:
            title = self.tr("Not yet certified")
            sentence = self.tr("{done} of {all} entries are done. Values can be seen once the head has certified them.")
            sentence = sentence.format(done=number(progress.done), all=number(progress.expected))
        self._empty.set_text(title, sentence)

    def _arrange(self, *, working: bool) -> None:
        """List and record side by side; one after the other on a narrow page."""
        some = self._sheet is not None and bool(self._sheet.entries)
        if self._sheet is not None and not some:
            self._say_why_empty(self._sheet)
        self._empty.setVisible(self._sheet is not None and not some)
        self._body.setVisible(some)
        self._left.setVisible(some and not (self.compact and working))
        self.record.setVisible(some and (working or not self.compact))
        self._to_list.setVisible(some and self.compact and working)

    # --- one record ------------------------------------------------------------------------------------------------

    @Slot(QModelIndex, QModelIndex)
    def _show_entry(self, current: QModelIndex) -> None:
        row = self.entries.row_at(current.row()) if current.isValid() else None
        if row is None or self._sheet is None:
            return
        entry = row.entry
        definition = self.desk.workplace.catalogue.get(self._sheet.window.dataset, entry.form_version)
        rows = field_rows(definition, entry, self.desk.words, self._sheet)
        why = entry.content.get(WHY + self._sheet.window.period)
        note = f"{row.note} · {why}" if why else row.note
        comments = self.remarks.of_record(entry.record_id)
        heading = Heading(row.title, note, said_of_all(entry, rows, self.desk.words))
        self.record.show_record(heading, rows, comments, writable=MoveKind.RETURN in self._sheet.allowed)
        names = attached(definition, entry)
        self.record.photos.setVisible(bool(names))
        self.record.photos.set_text(self.tr("Photos ({n})").format(n=self.desk.words.format_number(len(names))))

    @Slot()
    def show_photos(self) -> None:
        """The photos and files of the record in front."""
        row = self.entries.row_at(self.list.currentIndex().row())
        if row is None or self._sheet is None:
            return
        definition = self.desk.workplace.catalogue.get(self._sheet.window.dataset, row.entry.form_version)
        wanted = [Attached(name, row.entry.record_id) for name in attached(definition, row.entry)]
        PhotoDialog(self, self.desk, wanted, row.title).run()

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self._arrange(working=True)
            self.record.view.setFocus()

    @Slot()
    def _show_list(self) -> None:
        self._arrange(working=False)
        self.list.setFocus()

    @Slot(int)
    def step(self, by: int) -> None:
        """To the next or the previous record."""
        index = self.entries.index(self.list.currentIndex().row() + by)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flags)

    # --- comments --------------------------------------------------------------------------------------------------

    @property
    def remarks(self) -> Remarks:
        """What is written about the present submission and not yet sent."""
        assert self._key is not None
        return self._remarks.setdefault(self._key, Remarks())

    @Slot(str, str)
    def _remark(self, path: str, text: str) -> None:
        row = self.entries.row_at(self.list.currentIndex().row())
        if row is not None:
            self.remarks.write(row.entry.record_id, path, text)
            self._count_remarks()

    def _count_remarks(self) -> None:
        assert self._sheet is not None
        number, written = self.desk.words.format_number, len(self.remarks)
        self.entries.set_comments(self.remarks.counts())
        text = self.tr("{n} records").format(n=number(len(self._sheet.entries)))
        if written:
            text = text + " · " + self.tr("{n} comments").format(n=number(written))
        self._count.set_text(text)

    # --- moving ----------------------------------------------------------------------------------------------------

    @Slot()
    def ask_to_send_back(self) -> None:
        """Asks for the reason; the comments go with it."""
        sentence = self.tr("The office corrects it and certifies again. It stays received, with its timeliness.")
        dialog = MessageDialog(self, title=self.tr("Send back for correction"), sentence=sentence, tone=Tone.WARN)
        if self.remarks:
            text = self.tr("{n} comments go with it.")
            dialog.add_note(text.format(n=self.desk.words.format_number(len(self.remarks))))
        dialog.add_reason([self.tr("Please correct as commented")] if self.remarks else ())
        dialog.add_answer(self.tr("Cancel"))
        answer = self.tr("Send back")
        dialog.add_answer(answer, primary=True)
        if dialog.run() == answer:
            self._move(MoveKind.RETURN, dialog.reason())

    @Slot()
    def accept_submission(self) -> None:
        self._move(MoveKind.ACCEPT)

    @Slot()
    def approve_submission(self) -> None:
        self._move(MoveKind.APPROVE)

    def _move(self, kind: MoveKind, reason: str = "") -> None:
        assert self._key is not None
        key, workplace, comments = self._key, self.desk.workplace, self.remarks.as_comments()
        self.desk.tasks.store(
            lambda: workplace.do(move_submission, key, kind, reason=reason, comments=comments), self._moved, self.fail
        )

    def _moved(self, _changes: Changes) -> None:
        if self._key is not None:
            self._remarks.pop(self._key, None)
        self._read()

    @Slot()
    def _show_history(self) -> None:
        assert self._sheet is not None
        lines = "\n".join(self.standing.move_lines(self._sheet.submission.moves))
        dialog = MessageDialog(self, title=self.tr("Steps so far"), sentence=lines or self.tr("No steps yet"))
        dialog.add_answer(self.tr("Close"), primary=True)
        dialog.run()

    @Slot()
    def _go_on(self) -> None:
        if self._next_key is not None:
            self.open(self._next_key)
