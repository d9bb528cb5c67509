"""A box with type-ahead: any part of a suggestion's text finds it, also the middle of a Thai word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from cdd_desktop.ui.entry.editors.surroundings import Suggestion
from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.theme import theme

_VALUE = Qt.ItemDataRole.UserRole


class SuggestBox(QLineEdit):
    """``chosen`` carries the value of a suggestion, ``typed`` text that is (not yet) one, "" when emptied."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_value: dict[str, Suggestion] = {}
        self._by_text: dict[str, Suggestion] = {}
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setMaxVisibleItems(9)
        self.setCompleter(completer)
        completer.activated[QModelIndex].connect(self._picked)  # type: ignore[index]  # the stub does not know overloads
        self.textEdited.connect(self._edited)
        self._button = QToolButton(self)
        self._button.setIcon(icon("down", theme().tokens.muted, 14))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.clicked.connect(self.open_list)
        self.setTextMargins(0, 0, theme().px(22), 0)

    def set_suggestions(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer these, in this order."""
        if list(suggestions) == list(self._by_value.values()):
            return
        self._by_value = {one.value: one for one in suggestions}
        offered = [one for one in suggestions if one.offered]
        self._by_text = {_shown(one).casefold(): one for one in offered}
        self._by_text |= {one.text.casefold(): one for one in reversed(offered)}
        self._model.clear()
        for one in offered:
            item = QStandardItem(_shown(one))
            item.setData(one.value, _VALUE)
            self._model.appendRow(item)

    def text_of(self, value: str) -> str:
        """The text of a value; the value itself when it is not among the suggestions."""
        one = self._by_value.get(value)
        return one.text if one else value

    def suggestion_for(self, text: str) -> Suggestion | None:
        """The suggestion a text means: its whole text, or the only one that contains it."""
        wanted = text.strip().casefold()
        if not wanted:
            return None
        if wanted in self._by_text:
            return self._by_text[wanted]
        hits = [one for one in self._by_value.values() if one.offered and wanted in _shown(one).casefold()]
        return hits[0] if len(hits) == 1 else None

    def open_list(self) -> None:
        """Show every suggestion, as a click on the arrow does."""
        if self.isReadOnly():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.completer().setCompletionPrefix("")
        self.completer().complete()

    def setReadOnly(self, read_only: bool) -> None:
        super().setReadOnly(read_only)
        self._button.setVisible(not read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = theme().px(26)
        self._button.setGeometry(self.width() - side - 6, (self.height() - side) // 2, side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.completer().popup()
        opens = event.key() in (Qt.Key.Key_F4, Qt.Key.Key_Down) and not (popup is not None and popup.isVisible())
        if opens:
            self.open_list()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _edited(self, text: str) -> None:
        exact = self._by_text.get(text.strip().casefold())
        if exact is not None:
            self.chosen.emit(exact.value)
        else:
            self.typed.emit(text.strip())

    def _picked(self, index: QModelIndex) -> None:
        self.chosen.emit(str(index.data(_VALUE)))


def _shown(one: Suggestion) -> str:
    return f"{one.text}  {one.note}" if one.note else one.text
