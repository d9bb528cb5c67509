"""A box for digits: Thai digits become Arabic ones as they are typed, everything else stays as typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from cdd_desktop.periods.thai_dates import arabic_digits, thai_digits


class DigitLineEdit(QLineEdit):
    """Holds Arabic digits inside, whatever is typed; with ``show_thai`` it shows Thai ones.

    What is no number is kept as typed, to be marked by the form, never swallowed.
    """

    def __init__(self, text: str = "", *, show_thai: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show_thai = show_thai
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._turn)
        self.set_value(text)

    def value(self) -> str:
        """The text with Arabic digits."""
        return arabic_digits(self.text())

    def set_value(self, text: str) -> None:
        self.setText(thai_digits(text) if self._show_thai else arabic_digits(text))

    @Slot(str)
    def _turn(self, text: str) -> None:
        turned = thai_digits(text) if self._show_thai else arabic_digits(text)
        if turned != text:
            place = self.cursorPosition()
            self.setText(turned)
            self.setCursorPosition(place)
