"""Above the entries of a round: the keys that deal with one of them, and the button that confirms many at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from cdd_desktop.operations.views import ItemStatus, WorklistItem
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label, QuietButton
from cdd_desktop.ui.words import Words
from cdd_desktop.ui.worklist.model import ROW, WorklistModel, WorklistRow

_SEVERAL = 2  # selected entries are more than the current one from here on


class RoundBar(QWidget):
    """``bulk_asked`` wants the untouched entries confirmed: those selected, when several are, else all."""

    bulk_asked = Signal()

    def __init__(self, view: QAbstractItemView, model: WorklistModel, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._model, self._words = view, model, words
        self._confirmable = False
        self.keys = Label("", "note", wrap=True, parent=self)
        self.bulk = QuietButton("")
        self.bulk.setToolTip("Ctrl+F8")
        self.bulk.clicked.connect(self.bulk_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.keys)
        column.addWidget(self.bulk)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.selectionModel().selectionChanged.connect(self.refresh)
        model.dataChanged.connect(self.refresh)
        model.modelReset.connect(self.refresh)
        self.hide()

    def set_round(self, keys: str, *, confirmable: bool) -> None:
        """The keys in words, "" for none; whether entries may be confirmed many at once."""
        self._confirmable = confirmable
        self.keys.set_text(keys)
        self.setVisible(bool(keys))
        self.refresh()

    @property
    def several(self) -> bool:
        """Whether several entries are selected."""
        return len(self._view.selectionModel().selectedIndexes()) >= _SEVERAL

    def untouched(self) -> list[WorklistItem]:
        """The entries nobody has dealt with in this round, among those selected or all."""
        rows = [index.data(ROW) for index in self._view.selectionModel().selectedIndexes()]
        if len(rows) < _SEVERAL:
            rows = list(self._model.rows)
        return [row.item for row in rows if isinstance(row, WorklistRow) and row.item.status is ItemStatus.TODO]

    def refresh(self) -> None:
        """Count anew."""
        count = len(self.untouched()) if self._confirmable else 0
        text = self.tr("Confirm the {n} selected") if self.several else self.tr("Confirm all {n} unchanged")
        self.bulk.set_text(self._words.digits(text.format(n=count)))
        self.bulk.setVisible(count > 0)
