"""Text: plain labels with a role, chips that say a state, and text that stays masked until asked for."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from cdd_desktop.periods.thai_dates import month_name
from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.theme import Tone, theme

_REVEALED_MILLISECONDS = 20_000
_NO_BREAK = "\u00a0"
JOINER = "\u200d"  # nothing is broken behind it; unlike U+2060 the screen's font has it
_MONTHS = "|".join(
    re.escape(month_name(number, style, language))
    for language in ("th", "en")
    for style in ("long", "short")
    for number in range(1, 13)
)
_OF_ONE_PIECE = re.compile(rf"\d (?:{_MONTHS})(?: \d+)?|(?:{_MONTHS}) \d+|\d น\.|[A-Z0-9]+(?:-[A-Z0-9]+)+")


def unbroken(text: str) -> str:
    """The text with its dates, times and codes (5007-SG-0001) kept on one line each."""
    return _OF_ONE_PIECE.sub(lambda found: found[0].replace(" ", _NO_BREAK).replace("-", "-" + JOINER), text)


class Label(QLabel):
    """A text. ``role`` is one of the style sheet's: title, heading, section, strong, figure, muted, note, small.

    With ``elide`` the end of a text that is too long gives way to an ellipsis, and the whole text is the tool tip.
    """

    def __init__(
        self, text: str = "", role: str = "", *, wrap: bool = False, elide: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._full = text
        self._elide = elide
        if role:
            self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self.setMinimumWidth(theme().px(40))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        self._full = text
        self.setAccessibleName(text)
        self._show()

    def text(self) -> str:
        """What is shown, in ordinary blanks and hyphens."""
        return super().text().replace(_NO_BREAK, " ").replace(JOINER, "")

    def full_text(self) -> str:
        """The text, whether or not all of it is visible."""
        return self._full

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._elide:
            hint.setWidth(self.fontMetrics().horizontalAdvance(self._full) + 2)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._show()

    def _show(self) -> None:
        if not self._elide:
            self.setText(unbroken(self._full) if self.wordWrap() else self._full)
            return
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 1))
        self.setText(shown)
        self.setToolTip("" if shown == self._full else self._full)


class Chip(QLabel):
    """A state in a word and its colour."""

    def __init__(self, text: str = "", tone: Tone = Tone.MUTED, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tone = tone
        self.set(text, tone)

    def set(self, text: str, tone: Tone) -> None:
        self.tone = tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)


class MaskedText(QWidget):
    """A masked value with an eye; revealing is asked of the owner, who answers with ``show_revealed``."""

    reveal_requested = Signal()

    def __init__(self, masked: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masked = masked
        self._label = Label(masked)
        self._eye = QToolButton()
        self._eye.setIcon(icon("eye", theme().tokens.muted))
        self._eye.setToolTip(self.tr("Show for 20 seconds (noted in the audit trail)"))
        self._eye.setAccessibleName(self.tr("Show for 20 seconds (noted in the audit trail)"))
        self._eye.clicked.connect(self.reveal_requested)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REVEALED_MILLISECONDS)
        self._timer.timeout.connect(self.hide_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._eye)
        row.addStretch(1)

    def set_masked(self, masked: str) -> None:
        self._masked = masked
        self.hide_again()

    def show_revealed(self, text: str) -> None:
        """Show the whole value for a short while."""
        self._label.set_text(text)
        self._timer.start()

    def text(self) -> str:
        return self._label.full_text()

    @Slot()
    def hide_again(self) -> None:
        self._timer.stop()
        self._label.set_text(self._masked)
