"""The line below a password, and the three boxes of choosing one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from cdd_desktop.operations.slots import PASSWORD_LENGTH
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox


def has_thai_letters(text: str) -> bool:
    """Whether the keyboard was probably left on Thai."""
    return any("\u0e01" <= character <= "\u0e5b" for character in text)


class Problem(Label):
    """The line under a box that says what is wrong; it keeps its place while it is empty, so nothing jumps."""

    def __init__(self) -> None:
        super().__init__("", "message", wrap=True)
        self.setProperty("tone", Tone.BAD.value)
        self.setMinimumHeight(theme().px(22))

    def say(self, text: str, tone: Tone = Tone.BAD) -> None:
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.set_text(text)


class ChoosePassword(QWidget):
    """PIN, new password, the same again. ``submitted`` comes with Enter in the last box."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin = PasswordBox(self.tr("PIN"))
        self.password = PasswordBox(self.tr("New password"))
        self.again = PasswordBox(self.tr("New password again"))
        self.problem = Problem()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme().px(4))
        rows = (
            (self.tr("PIN for the first use (from central or from a colleague)"), self.pin),
            (self.tr("New password, at least {n} characters").format(n=PASSWORD_LENGTH), self.password),
            (self.tr("The same password again"), self.again),
        )
        for number, (text, box) in enumerate(rows):
            label = Label(text, "small")
            label.setBuddy(box)
            grid.addWidget(label, number * 2, 0)
            grid.addWidget(box, number * 2 + 1, 0)
            box.textChanged.connect(self.changed)
            box.installEventFilter(self)
        self.again.returnPressed.connect(self.submitted)
        grid.addWidget(self.problem, 6, 0)
        grid.addWidget(
            Label(
                self.tr("Choose something you will remember. Nobody can read it, not even central."), "note", wrap=True
            ),
            7,
            0,
        )

    def complete(self) -> bool:
        return bool(self.pin.text() and self.password.text() and self.again.text())

    def agrees(self) -> bool:
        """Whether both passwords are the same; says so when they are not."""
        if self.password.text() == self.again.text():
            return True
        self.problem.say(self.tr("The two passwords differ. Type the same one in both boxes."))
        self.again.setFocus()
        return False

    def empty(self) -> None:
        for box in (self.pin, self.password, self.again):
            box.empty()
        self.problem.say("")

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """A password with Thai letters is allowed, but worth a word: it cannot be seen while it is typed."""
        if event.type() is QEvent.Type.FocusOut and watched is self.password and has_thai_letters(self.password.text()):
            self.problem.say(self.tr("Note: the keyboard is set to Thai."), Tone.WARN)
        return False
