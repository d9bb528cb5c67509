"""The review queue: everything that waits for this person, opened one by one or accepted together."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QWidget

from cdd_desktop.domain.submission import MoveKind, SubmissionKey
from cdd_desktop.operations.read_queue import QueueItem, read_queue
from cdd_desktop.operations.review_many import Reviewed, review_many
from cdd_desktop.operations.views import Changes
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.review.queue_model import ENTRIES, LOOK, OFFICE, REPORT, STEP, TIMELINESS, WAITING, QueueModel
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.views.request import ViewName, ViewRequest
from cdd_desktop.ui.widgets import (
    Banner,
    Card,
    EmptyState,
    Label,
    LinkButton,
    PageHeader,
    PrimaryButton,
    QuietButton,
    ReadingTable,
)
from cdd_desktop.ui.widgets.dialog import MessageDialog

_ROW = 40
_TICK = 14  # what a tick box of the style sheet takes more than Qt's
_LISTED = 12  # submissions named one by one before they are accepted together


class QueueScreen(Screen):
    """Reads the queue when it is opened and whenever a submission has moved."""

    name = "queue"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        subtitle = self.tr("Received reports that wait for you. What is out of the ordinary stands first.")
        self.accept = PrimaryButton(self.tr("Accept chosen"), "check")
        self.back = QuietButton(self.tr("Back to the dashboard"), "left")
        self.header = PageHeader(self.tr("Reports to review"), subtitle)
        self.banner = Banner()
        self.banner.hide()
        self.search_box = QLineEdit()
        self.plain = LinkButton(self.tr("Choose all with nothing to look at"), "check")
        self.none = LinkButton(self.tr("Choose none"), "undo")
        self.count = Label("", "note")
        self.model = QueueModel(desk.words, desk.clock.now)
        self.table = QueueTable(self.model)
        self.export = ExportMenu(self, self.request, self.model.table).watch(self.table)
        self.header.set_actions([self.back, self.export, self.accept])
        self.empty = EmptyState(
            "review", self.tr("Nothing waits for you"), self.tr("Reports appear here when they have been received.")
        )
        self._key: SubmissionKey | None = None
        self._build()

    def request(self) -> ViewRequest:
        """The queue, to be asked for again on paper."""
        return ViewRequest(ViewName.QUEUE, order=tuple(str(item.key) for item in self.model.shown))

    def _build(self) -> None:
        self.search_box.setPlaceholderText(self.tr("Office or dataset"))
        self.search_box.setAccessibleName(self.tr("Find in the queue"))
        self.search_box.setClearButtonEnabled(True)
        self.search_box.textChanged.connect(self.model.set_filter)
        self.table.opened.connect(self._open)
        self.model.chosen_changed.connect(self._count_chosen)
        self.model.modelReset.connect(self._count_chosen)
        self.back.clicked.connect(self._go_back)
        self.accept.clicked.connect(self.ask_to_accept)
        self.plain.clicked.connect(self.choose_plain)
        self.none.clicked.connect(self.choose_none)
        self._card = Card()
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        for widget, share in ((self.search_box, 1), (self.count, 0), (self.plain, 0), (self.none, 0)):
            row.addWidget(widget, share)
        self._card.body.addLayout(row)
        self._card.body.addWidget(self.table, 1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.banner)
        self.layout_.addWidget(self._card, 1)
        self.layout_.addWidget(self.empty, 1)
        self.empty.hide()

    # --- reading ---------------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:  # noqa: ARG002
        self.banner.hide()
        self._read()

    def refresh(self, changes: Changes) -> None:
        if changes.submissions or changes.definitions or changes.people:
            self._read()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        for column in (TIMELINESS, ENTRIES, STEP):
            self.table.setColumnHidden(column, compact)

    def _read(self) -> None:
        self.read(read_queue, on_done=self._show)

    def _show(self, items: tuple[QueueItem, ...]) -> None:
        self.model.show(items)
        self._card.setVisible(bool(items))
        self.empty.setVisible(not items)
        self.accept.setVisible(bool(items))
        if items:
            row = self.model.row_of(self._key) if self._key is not None else 0
            self.table.setCurrentIndex(self.model.index(max(row, 0), OFFICE))

    @Slot()
    def _count_chosen(self) -> None:
        number, chosen = self.desk.words.format_number, len(self.model.chosen())
        self.count.set_text(self.tr("{n} reports").format(n=number(self.model.rowCount())))
        self.accept.setEnabled(chosen > 0)
        text = self.tr("Accept chosen ({n})").format(n=number(chosen)) if chosen else self.tr("Accept chosen")
        self.accept.set_text(text)

    # --- choosing and moving ---------------------------------------------------------------------------------------

    @Slot()
    def choose_plain(self) -> None:
        """Everything shown in which nothing is out of the ordinary."""
        self.model.choose(lambda item: not item.wants_a_look)

    @Slot()
    def choose_none(self) -> None:
        self.model.choose(lambda _item: False)

    @Slot()
    def ask_to_accept(self) -> None:
        """Shows the list of what was chosen before anything moves."""
        items, number = self.model.chosen(), self.desk.words.format_number
        lines = [f"{self.model.text(item, OFFICE)} · {self.model.text(item, REPORT)}" for item in items[:_LISTED]]
        if len(items) > _LISTED:
            lines.append(self.tr("and {n} more").format(n=number(len(items) - _LISTED)))
        looked = sum(item.wants_a_look for item in items)
        dialog = MessageDialog(
            self,
            title=self.tr("Accept {n} reports").format(n=number(len(items))),
            sentence="\n".join(lines),
            tone=Tone.WARN if looked else Tone.INFO,
        )
        if looked:
            dialog.add_note(self.tr("{n} of them hold something to look at.").format(n=number(looked)))
        dialog.add_answer(self.tr("Cancel"))
        answer = self.tr("Accept all")
        dialog.add_answer(answer, primary=True)
        if dialog.run() == answer:
            steps: list[tuple[SubmissionKey, MoveKind]] = [(item.key, item.step) for item in items]
            self.do(review_many, steps, on_done=self._reviewed)

    def _reviewed(self, reviewed: Reviewed) -> None:
        number = self.desk.words.format_number
        text = self.tr("{n} reports were accepted. They travel with the next contact.").format(
            n=number(len(reviewed.done))
        )
        if reviewed.left:
            left = self.tr("{n} had been moved by somebody else and were left alone.")
            text = f"{text}\n{left.format(n=number(len(reviewed.left)))}"
        self.banner.set(text, Tone.WARN if reviewed.left else Tone.OK)
        self.banner.show()
        self._read()

    @Slot(int)
    def _open(self, row: int) -> None:
        item = self.model.item_at(row)
        if item is not None:
            self._key = item.key
            self.desk.open("review", item.key)

    @Slot()
    def _go_back(self) -> None:
        self.desk.open("dashboard")


class QueueTable(ReadingTable):
    """Enter or a double click opens, Space ticks. ``opened`` carries the number of a row."""

    opened = Signal(int)

    def __init__(self, model: QueueModel) -> None:
        super().__init__(model, self.tr("Reports that wait"), row=_ROW, by_click=False)
        self.setProperty("role", "list")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.setSectionResizeMode(REPORT, QHeaderView.ResizeMode.Stretch)
        for column in (OFFICE, WAITING, LOOK, TIMELINESS, ENTRIES, STEP):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self._rows = model
        self.asked.connect(self._open)

    def sizeHintForColumn(self, column: int) -> int:
        """Qt counts its own small tick box, not the one of the style sheet."""
        return super().sizeHintForColumn(column) + (theme().px(_TICK) if column == OFFICE else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._rows.toggle(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())
