"""The entries a head is asked to certify, each with its state, one press away from its form."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication, QModelIndex, QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from cdd_desktop.operations.views import Worklist
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Card
from cdd_desktop.ui.worklist.delegate import ROW_HEIGHT, WorklistDelegate
from cdd_desktop.ui.worklist.model import ROW, WorklistModel, WorklistRow
from cdd_desktop.ui.worklist.rows import rows_of


class ReportedList(Card):
    """``chosen`` carries the ``EntryRef`` of an entry a person pressed, ``reached`` where in the card the arrow keys
    have come to."""

    chosen = Signal(object)
    reached = Signal(QRect)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Certify", "Entries of this report"), " ", parent=parent)
        self._desk = desk
        self.model = WorklistModel()
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(WorklistDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.heading.full_text())
        self.view.clicked.connect(self._pressed)
        self.view.activated.connect(self._pressed)
        self.view.selectionModel().currentChanged.connect(self._come_to)
        self.body.addWidget(self.view)
        self.hide()

    def show_list(self, worklist: Worklist) -> None:
        """Show the entries of a submission and how many there are in each state."""
        rows = rows_of(worklist.items, self._desk)
        self.model.set_rows(rows)
        counted = Counter(row.chip for row in rows)
        self.note.set_text(self._desk.words.digits(" · ".join(f"{chip} {n}" for chip, n in counted.items())))
        self.view.setFixedHeight(theme().px(ROW_HEIGHT) * len(rows) + 2)  # the page scrolls, not a list within it
        self.setVisible(bool(rows))

    def _come_to(self, index: QModelIndex) -> None:
        row = self.view.visualRect(index)
        self.reached.emit(QRect(self.view.viewport().mapTo(self, row.topLeft()), row.size()))

    def _pressed(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, WorklistRow):
            self.chosen.emit(row.ref)
