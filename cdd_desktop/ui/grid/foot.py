"""Below the table: what is to be said of the current cell, the reason a warning wants, and how far everything is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Label, LinkButton


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said of a cell. ``rule`` is the warning whose reason can be written, ``reason`` what was written;
    ``twin``: another row is the same thing by its natural key."""

    text: str = ""
    tone: Tone = Tone.MUTED
    rule: str = ""
    reason: str = ""
    twin: bool = False


class GridFoot(QWidget):
    """``reasoned`` carries a rule and the reason written for it; ``left`` gives the keyboard back to the table;
    ``problem_asked`` and ``retry_asked`` are the two things that can be pressed."""

    reasoned = Signal(str, str)
    left = Signal()
    problem_asked = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = ""
        self.message = Label("", "message", elide=True)
        self.message.setMinimumHeight(theme().px(24))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Write the reason here (Ctrl+E)"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setMinimumWidth(theme().px(200))
        self.reason.returnPressed.connect(self._take)
        self.reason.installEventFilter(self)
        self.compare = LinkButton(self.tr("Entered twice? Compare (Ctrl+M)"))
        self.compare.hide()
        self.counts = LinkButton("")
        self.counts.setToolTip(self.tr("Go to the next cell to correct or explain (F8)"))
        self.counts.clicked.connect(self.problem_asked)
        self.saved = Label("", "note")
        self.retry = LinkButton(self.tr("Try again"))
        self.retry.clicked.connect(self.retry_asked)
        self.retry.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.message, 3)
        row.addWidget(self.reason, 2)
        for widget in (self.compare, self.counts, self.saved, self.retry):
            row.addWidget(widget)
        self.setMinimumHeight(self.reason.sizeHint().height())  # the table above keeps its height from cell to cell
        self.reason.hide()

    def say(self, saying: Saying) -> None:
        """Speak of the current cell."""
        self.message.set_text(saying.text)
        if self.message.property("tone") != saying.tone.value:
            self.message.setProperty("tone", saying.tone.value)
            self.message.style().unpolish(self.message)
            self.message.style().polish(self.message)
        self.compare.setVisible(saying.twin)
        self._rule = saying.rule
        if self.reason.isVisible() != bool(saying.rule):
            self.reason.setVisible(bool(saying.rule))
        if saying.rule and self.reason.text() != saying.reason:
            self.reason.setText(saying.reason)

    def write_reason(self) -> bool:
        """Give the keyboard to the box for the reason; False when none is wanted."""
        if self._rule:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.reason.selectAll()
        return bool(self._rule)

    def show_saved(self, text: str, *, failed: bool) -> None:
        """Say where what is typed is."""
        self.saved.set_text(text)
        self.retry.setVisible(failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reason and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if event.key() != Qt.Key.Key_Escape:
                    self._take()
                self.left.emit()
                return True
        elif watched is self.reason and event.type() == QEvent.Type.FocusOut:
            self._tell()
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        if self._rule:
            self.reasoned.emit(self._rule, self.reason.text().strip())
