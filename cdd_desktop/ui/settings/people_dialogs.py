"""Two dialogs about people: adding an officer, and letting one act for the head. They stay open until it is done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.date_edit import BuddhistDateEdit
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """The officer's name, the PIN to begin with, and the password of the person who adds."""

    name: str
    pin: str
    password: str


@dataclass(frozen=True, slots=True)
class ActingDays:
    """The first and the last day, and the order it rests on."""

    from_on: date
    until_on: date
    reason: str


class PeopleForm(QDialog):
    """A title, boxes under their labels, a line for what is wrong, and two answers."""

    given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setMinimumWidth(theme().px(460))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme().px(22)] * 4)
        self._column.setSpacing(theme().px(6))
        self.message = Label("", "message", wrap=True)
        self.message.setProperty("tone", Tone.BAD.value)
        self.message.setMinimumHeight(theme().px(22))
        self.cancel = QuietButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._place: QWidget | None = None  # where the keyboard was when it was given

    def begin(self, title: str, sentence: str) -> None:
        self.setWindowTitle(title)
        self._column.addWidget(Label(title, "heading", wrap=True))
        self._column.addWidget(Label(sentence, "muted", wrap=True))

    def add_box(self, text: str, box: QWidget) -> None:
        label = Label(text, "small")
        label.setBuddy(box)
        box.setAccessibleName(text)
        self._column.addWidget(label)
        self._column.addWidget(box)

    def finish(self, answer: PrimaryButton) -> None:
        """The line for what is wrong and the answers, below the boxes."""
        answer.setDefault(True)
        answers = QHBoxLayout()
        answers.addStretch(1)
        answers.addWidget(self.cancel)
        answers.addWidget(answer)
        self._column.addWidget(self.message)
        self._column.addLayout(answers)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; everything typed stays, and so does the keyboard."""
        self.setEnabled(True)
        self.message.set_text(sentence)
        if self._place is not None:
            self._place.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self, answer: object) -> None:
        """Give what was filled in; the dialog waits for what becomes of it."""
        self.message.set_text("")
        self._place = self.focusWidget()
        self.setEnabled(False)
        self.given.emit(answer)


class AddOfficerDialog(PeopleForm):
    """``given`` carries a ``NewOfficer``."""

    def __init__(self, giver: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.begin(
            self.tr("Add an officer"),
            self.tr("The new colleague signs in on this machine with the PIN and then chooses a password."),
        )
        self.name = QLineEdit()
        self.pin = QLineEdit()
        self.password = PasswordBox("")
        self.add_box(self.tr("First name and surname"), self.name)
        self.add_box(self.tr("PIN for the first use, at least 6 digits; tell it to the colleague"), self.pin)
        self.add_box(self.tr("Password of {name}").format(name=giver), self.password)
        self.add = PrimaryButton(self.tr("Add"))
        self.add.clicked.connect(self.give)
        self.finish(self.add)
        self.name.setFocus()

    @Slot()
    def give(self) -> None:
        if self.name.text().strip() and self.pin.text().strip() and self.password.text():
            self.hand_over(NewOfficer(self.name.text(), self.pin.text(), self.password.text()))
        else:
            self.message.set_text(self.tr("Please fill in all three boxes."))


class DelegateDialog(PeopleForm):
    """``given`` carries ``ActingDays``."""

    def __init__(self, name: str, words: Words, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.begin(
            self.tr("Let {name} act for me").format(name=name),
            self.tr("On these days {name} may do what the head does with reports. Each step is marked as such.").format(
                name=name
            ),
        )
        self.first = BuddhistDateEdit(words, today)
        self.last = BuddhistDateEdit(words, today)
        self.first.set_date(today)
        self.reason = QLineEdit()
        self.add_box(self.tr("First day"), self.first)
        self.add_box(self.tr("Last day"), self.last)
        self.add_box(self.tr("Order or reason"), self.reason)
        self.let_act = PrimaryButton(self.tr("Let act"))
        self.let_act.clicked.connect(self.give)
        self.finish(self.let_act)
        self.last.setFocus()

    @Slot()
    def give(self) -> None:
        for box in (self.first, self.last):
            box.commit()
        first, last, reason = self.first.date(), self.last.date(), self.reason.text().strip()
        if first is not None and last is not None and reason:
            self.hand_over(ActingDays(first, last, reason))
        else:
            self.message.set_text(self.tr("Please give both days and the order or reason."))
