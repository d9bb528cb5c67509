"""Where an enrolment code from a letter is typed: the address of central and the code, or both pasted into one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cdd_desktop.sync.typed_code import split_letter
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import QuietButton
from cdd_desktop.ui.widgets.labels import Label


class CodeBoxes(QWidget):
    """``submitted`` comes with (address, code) when both are there."""

    submitted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self.address = QLineEdit()
        self.code = QLineEdit()
        for box, name in (
            (self.address, self.tr("Address of central, from the letter")),
            (self.code, self.tr("Enrolment code, from the letter")),
        ):
            box.setAccessibleName(name)
            box.setMaxLength(300)
            column.addWidget(Label(name, "strong", wrap=True))
            column.addWidget(box)
            box.textChanged.connect(self._judge)
            box.returnPressed.connect(self._submit)
        self.use = QuietButton(self.tr("Use this code"))
        column.addWidget(self.use)
        self.use.clicked.connect(self._submit)
        self._judge()

    def ask_again(self) -> None:
        """The code was not taken: the keyboard is back at it, and what is typed takes its place."""
        self.setEnabled(True)
        self.code.selectAll()
        self.code.setFocus()

    @Slot()
    def _judge(self) -> None:
        """What the square of a letter says is parted by itself, whichever box it was pasted into."""
        for box in (self.address, self.code):
            address, code = split_letter(box.text())
            if address and code:
                self.address.setText(address)
                self.code.setText(code)
                return
        self.use.setEnabled(bool(self.address.text().strip() and self.code.text().strip()))

    @Slot()
    def _submit(self) -> None:
        if self.use.isEnabled():
            self.submitted.emit(self.address.text(), self.code.text())
