"""One value to choose: a card with its ring, pressable everywhere, the text as long as it needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label


class Option(QFrame):
    """``picked`` comes when the person chooses it; the owner unpicks the others."""

    picked = Signal()

    def __init__(self, text: str, spoken: str, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(theme().px(120))
        self.ring = QRadioButton(self)
        self.ring.setAccessibleName(spoken)
        self.ring.clicked.connect(self._clicked)
        self.text = Label(text, wrap=True, parent=self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.text)
        if note:
            texts.addWidget(Label(note, "note", wrap=True, parent=self))
        row = QHBoxLayout(self)
        row.setContentsMargins(*[theme().px(m) for m in (8, 4, 10, 4)])
        row.setSpacing(theme().px(6))
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)

    def set_picked(self, picked: bool) -> None:
        self.ring.setAutoExclusive(False)  # alone under its parent it could not be let go otherwise
        self.ring.setChecked(picked)
        self.ring.setAutoExclusive(True)  # a radio button to readers of the screen, too
        for widget, name, value in ((self, "picked", picked), (self.text, "role", "strong" if picked else "")):
            widget.setProperty(name, value if isinstance(value, str) else str(value).lower())
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and event.button() is Qt.MouseButton.LeftButton:
            self.ring.setFocus(Qt.FocusReason.MouseFocusReason)
            self._clicked()
        super().mouseReleaseEvent(event)

    def _clicked(self) -> None:
        self.set_picked(True)
        self.picked.emit()
