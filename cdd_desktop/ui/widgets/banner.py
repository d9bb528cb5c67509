"""A line of reassurance or of warning across the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cdd_desktop.ui.icons import pixmap
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.labels import Label

_ICONS = {
    Tone.OK: "check-circle",
    Tone.INFO: "about",
    Tone.WARN: "warning",
    Tone.BAD: "error",
    Tone.VIOLET: "clock",
    Tone.MUTED: "about",
}


class Banner(QFrame):
    """One sentence on the tint of its tone, with the tone's icon; buttons may be added at its end."""

    def __init__(self, text: str = "", tone: Tone = Tone.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._icon = QLabel()
        self._text = Label(text, wrap=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(*[theme().px(m) for m in (14, 8, 12, 8)])
        self._row.setSpacing(theme().px(10))
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._text, 1)
        self.tone = tone
        self.set(text, tone)

    def set(self, text: str, tone: Tone = Tone.INFO) -> None:
        self.tone = tone
        self._text.set_text(text)
        self.setAccessibleName(text)
        self.setProperty("tone", tone.value)
        for widget in (self, self._text):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._icon.setPixmap(pixmap(_ICONS[tone], theme().tokens.ink(tone), theme().px(20), self.devicePixelRatioF()))

    def text(self) -> str:
        return self._text.full_text()

    def add(self, widget: QWidget) -> None:
        """Put a button at the end of the line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
