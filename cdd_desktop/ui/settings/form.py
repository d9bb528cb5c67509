"""Rows of the settings: a label with its explanation at the left, the choice at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Card, line


class Group(Card):
    """A card of settings that belong together."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.body.setSpacing(theme().px(8))
        self._first = True

    def add_choice(self, text: str, note: str, widget: QWidget) -> None:
        """A label, its explanation, and the widget below on the same card."""
        self._divide()
        label = Label(text)
        label.setBuddy(widget)
        widget.setAccessibleName(text)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(label)
        if note:
            texts.addWidget(Label(note, "note", wrap=True))
        box = QVBoxLayout()
        box.setSpacing(theme().px(6))
        box.addLayout(texts)
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(box)

    def add_switch(self, text: str, note: str) -> QCheckBox:
        """A tick box with its explanation below."""
        self._divide()
        box = QCheckBox(text)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(box)
        if note:
            row = QHBoxLayout()
            row.setContentsMargins(theme().px(34), 0, 0, 0)
            row.addWidget(Label(note, "note", wrap=True))
            column.addLayout(row)
        self.body.addLayout(column)
        return box

    def _divide(self) -> None:
        if not self._first:
            self.body.addWidget(line())
        self._first = False


class TwoColumns(QWidget):
    """Cards side by side, or one under the other where the page is narrow."""

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = self._column(left), self._column(right)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(14))
        self.set_narrow(False)

    def _column(self, widgets: Sequence[QWidget]) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(14))
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(1)
        return column

    def set_narrow(self, narrow: bool) -> None:
        self._grid.addWidget(self._left, 0, 0)
        self._grid.addWidget(self._right, 1 if narrow else 0, 0 if narrow else 1)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if narrow else 1)
