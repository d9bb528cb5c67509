"""The lock: covers everything until the signed-in person's own password is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.sign_in.boxes import Problem
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class LockScreen(QWidget):
    """Shows who is signed in and nothing of the work; what was typed has been saved before."""

    unlocked = Signal()
    leave_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._workplace: Workplace | None = None
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        frame = CentredCard(
            self.tr("The screen is locked"),
            self.tr("Everything is saved on this machine. Sending continues in the background."),
        )
        layout = QVBoxLayout(self)
        layout.addWidget(frame)
        self._person = Label("", "heading")
        self.box = PasswordBox(self.tr("Password"))
        self.problem = Problem()
        self.unlock = PrimaryButton(self.tr("Unlock"))
        self.other = QuietButton(self.tr("Other person"))
        frame.set_answers(self.other, self.unlock)
        frame.show_answers(True)
        column = frame.column()
        column.addSpacing(theme().px(6))
        boxes = QVBoxLayout()
        boxes.setSpacing(theme().px(4))  # as where one signs in
        for widget in (self._person, Label(self.tr("Password"), "small"), self.box, self.problem):
            boxes.addWidget(widget)
        column.addLayout(boxes)
        self.box.returnPressed.connect(self.submit)
        self.unlock.clicked.connect(self.submit)
        self.other.clicked.connect(self.leave_requested)

    def ask(self, workplace: Workplace) -> None:
        """Begin to wait for this person."""
        self._workplace = workplace
        self._person.set_text(workplace.person.name)
        self.box.empty()
        self.problem.say("")
        self.unlock.setEnabled(True)
        self.box.setFocus()

    @Slot()
    def submit(self) -> None:
        workplace, password = self._workplace, self.box.text()
        if workplace is None or not password or not self.unlock.isEnabled():
            return
        self.unlock.setEnabled(False)

        def work() -> None:
            from cdd_desktop.operations.sign_in import confirm_password  # brings the database along

            confirm_password(workplace, password)

        self._desk.tasks.store(work, self._right, self._wrong)

    def _right(self, _nothing: None) -> None:
        self.box.empty()
        self.unlocked.emit()

    def _wrong(self, error: Exception) -> None:
        self.unlock.setEnabled(True)
        self.problem.say(
            self._desk.messages.sentence(getattr(error, "code", "unexpected"), getattr(error, "params", {}))
        )
        self.box.selectAll()
        self.box.setFocus()
