"""The rows of the datasets screen: a dataset, a period, and the table of a register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.ids import DatasetKey
from cdd_desktop.operations.views import SubmissionView, WorklistItem
from cdd_desktop.ui.datasets.register_model import ITEM_ROLE, SEARCH_ROLE, RegisterModel
from cdd_desktop.ui.phrases import progress_phrase
from cdd_desktop.ui.state_words import due_line, next_step_word, submission_chip
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.first_cell import FirstCell
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import ListRow
from cdd_desktop.ui.words import Words


class DatasetRow(ListRow):
    """Number, name, and the state of the period that wants most. ``chosen`` carries the dataset's key."""

    chosen = Signal(str)

    def __init__(
        self, number: int, dataset: DatasetKey, view: SubmissionView | None, words: Words, *, reported: bool
    ) -> None:
        super().__init__(height=46)
        self.dataset = dataset
        figure = Label(words.digits(str(number)), "muted")
        figure.setFixedWidth(theme().px(24))
        name = words.dataset(dataset)
        self.row.addWidget(figure)
        self.row.addWidget(Label(name, "" if reported else "muted", elide=True), 1)
        text, tone = (self.tr("Not for this office"), Tone.MUTED)
        if reported and view is not None:
            text, tone = submission_chip(view, words)
        chip = Chip(text, tone)
        self.row.addWidget(chip)
        self.setAccessibleName(f"{number} {name} {text}")
        self.activated.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.dataset)


class PeriodRow(ListRow):
    """A period of the dataset, the one that is ``following`` with its button filled. ``chosen`` carries the
    ``SubmissionView``."""

    chosen = Signal(object)

    def __init__(self, view: SubmissionView, words: Words, *, following: bool = False) -> None:
        super().__init__(height=64)
        self.view = view
        text, tone = submission_chip(view, words)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        period = Label(words.period(view.window), "strong", elide=True)
        period.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(period)
        head.addWidget(Label(due_line(view.window, words), "note", elide=True), 1)
        texts.addStretch(1)
        texts.addLayout(head)
        texts.addWidget(Label(progress_phrase(view, words), "note", elide=True))
        texts.addStretch(1)
        self.row.addLayout(texts, 1)
        self.row.addWidget(Chip(text, tone))
        open_it = QuietButton(next_step_word(view.next_step))
        open_it.setMinimumWidth(theme().px(112))  # so that chips and buttons stand in columns
        open_it.set_primary(following)
        open_it.clicked.connect(self._choose)
        self.row.addWidget(open_it)
        self.setAccessibleName(f"{words.period(view.window)} {text}")
        self.activated.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.view)


class RegisterTable(QTableView):
    """A register's entries with their place; ``chosen`` carries the ``WorklistItem``."""

    chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = RegisterModel(words, self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self.entries)
        self._found.setFilterRole(SEARCH_ROLE)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self._found)
        FirstCell(self)
        self.setProperty("role", "list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme().px(34))
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.setAccessibleName(self.tr("Register"))
        self.activated.connect(self._choose)
        self.clicked.connect(self._choose)

    def show_items(self, items: Sequence[WorklistItem], tambons: Mapping[str, str]) -> None:
        self.entries.set_items(items, tambons)

    def count(self) -> int:
        return self.entries.rowCount()

    @Slot(str)
    def search_for(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if item is not None:
            self.chosen.emit(item)
