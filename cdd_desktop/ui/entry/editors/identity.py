"""Numbers that name people and things: the citizen id, masked, and codes that central gives out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.forms.definition import Field
from cdd_desktop.forms.privacy import mask_citizen_id
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.line import LineEditor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.theme import Tone, theme


class CitizenIdEditor(LineEditor):
    """Typed in clear, masked as soon as the box is left. Showing it again is asked for, and kept in the audit trail.

    Typing into a masked box starts a new number; the masked text itself is never taken for an answer.
    """

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.reveal = QPushButton(self.tr("Show"), self)
        self.reveal.setProperty("role", "link")
        self.reveal.setAutoDefault(False)
        self.reveal.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.reveal.setToolTip(self.tr("Showing the number is written to the audit trail") + " (F4)")
        self.reveal.setProperty("otherKey", "F4")
        self.reveal.clicked.connect(self._ask)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.reveal)
        self._masked = False

    def show_answer(self, content: Content) -> None:
        super().show_answer(content)
        if not self.box.hasFocus():
            self._mask()

    def mend(self) -> None:
        super().mend()
        self._mask()

    def _mask(self) -> None:
        shown = self._raw or (self._value if isinstance(self._value, str) else "")
        self._masked = bool(shown)
        if self._masked:
            self.box.setText(mask_citizen_id(shown))
            self.box.setCursorPosition(0)
        self.reveal.setVisible(self._masked)

    def _typed(self, text: str) -> None:
        if self._masked:
            self._masked = False
            self.reveal.hide()
            added = [character for character in text if character.isdigit() and text.count(character)]
            position = self.box.cursorPosition()
            text = text[position - 1 : position] if added and position else ""
            self.box.setText(text)
        super()._typed(text)

    def press_beside(self) -> None:
        if self.reveal.isHidden():
            super().press_beside()
        else:
            self.reveal.click()

    def _ask(self) -> None:
        self.around.reveal(self.path, self._revealed)

    def _revealed(self, clear: str) -> None:
        self._masked = False
        self.box.setText(clear)
        self.reveal.hide()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)


class AutoCodeEditor(Editor):
    """A code that central gives out: shown, never typed."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.text = QLabel(self)
        self.text.setProperty("role", "muted")
        self.text.setMinimumHeight(theme().px(38))
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)

    def show_answer(self, content: Content) -> None:
        code = content.get(self.path) or content.get(RAW + self.path)
        self.text.setText(str(code) if code else self.tr("Given by the system when central has received it"))
        self.text.setWordWrap(True)

    def set_read_only(self, read_only: bool) -> None:
        """Always so."""

    def set_tone(self, tone: Tone | None) -> None:
        """Nothing a person could mend."""
