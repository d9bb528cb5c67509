"""The boxes that open inside a cell: a line of text, or a line that finds what can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView, QWidget

from cdd_desktop.ui.grid.reading import Offer
from cdd_desktop.ui.theme import theme

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class CellEditor(QLineEdit):
    """A line of text. ``answer`` is what is taken into the cell."""

    picked = Signal(bool)  # something was taken from a list: True to go down, False to go right

    def __init__(self, parent: QWidget, *, right: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", "cell")
        self.setFrame(False)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def answer(self) -> str | Offer:
        return self.text()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.accept()  # within a cell that is being typed, undo is the box's own
            return True
        return super().event(event)


class ChoiceCellEditor(CellEditor):
    """Any part of a word finds a choice, also the middle of a Thai one; the first that fits is ready to be taken.

    Not ``forced``: what is typed counts as it is, and a choice is taken from the list with the down arrow.
    """

    def __init__(self, parent: QWidget, offers: Sequence[Offer], *, forced: bool = True) -> None:
        super().__init__(parent)
        self._forced = forced
        self._offers = {offer.shown.casefold(): offer for offer in offers}
        self._chosen: Offer | None = None
        self._list = QStandardItemModel(self)
        for offer in offers:
            self._list.appendRow(QStandardItem(offer.shown))
        completer = QCompleter(self._list, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(9)
        self.setCompleter(completer)
        self._popup: QAbstractItemView = QListView()
        completer.setPopup(self._popup)
        popup = self._popup
        popup.setMinimumWidth(theme().px(220))
        popup.installEventFilter(self)
        popup.clicked.connect(self._clicked)
        self.textEdited.connect(self._edited)

    def answer(self) -> str | Offer:
        """The choice taken or meant: its whole text, or the only one that contains what was typed."""
        text = self.text().strip().casefold()
        if self._chosen is not None and self._chosen.shown.casefold() == text:
            return self._chosen
        if not self._forced:
            return self.text()
        if text in self._offers:
            return self._offers[text]
        starts = [offer for offer in self._offers.values() if offer.text.casefold() == text]
        hits = starts or [offer for shown, offer in self._offers.items() if text and text in shown]
        return hits[0] if len(hits) == 1 else self.text()

    def open_list(self) -> None:
        """Show everything that can be chosen."""
        self.completer().setCompletionPrefix("")
        self.completer().complete()
        self._mark_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self._popup
        if watched is popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            takes = event.key() in _TAKES
            if takes:
                if popup.currentIndex().isValid():
                    self._take(popup.currentIndex())
                popup.hide()
                self.picked.emit(event.key() != Qt.Key.Key_Tab)
            return takes
        return super().eventFilter(watched, event)

    def _edited(self, _text: str) -> None:
        self._chosen = None
        QTimer.singleShot(0, self, self._mark_first)

    def _mark_first(self) -> None:
        """The list opens after the text has changed; only then its first line can be marked."""
        popup = self._popup
        model = self.completer().completionModel()
        if self._forced and popup.isVisible() and model.rowCount():
            popup.setCurrentIndex(model.index(0, 0))

    def _clicked(self, index: QModelIndex) -> None:
        self._take(index)
        self.picked.emit(True)

    def _take(self, index: QModelIndex) -> None:
        shown = str(index.data(Qt.ItemDataRole.DisplayRole))
        self._chosen = self._offers.get(shown.casefold())
        self.setText(shown)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
