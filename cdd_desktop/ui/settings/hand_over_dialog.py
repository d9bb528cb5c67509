"""The dialog of a handover: what is unfinished, who takes over, and the password of who settles it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cdd_desktop.domain.person import Person
from cdd_desktop.operations.hand_over import Handover
from cdd_desktop.ui.settings.people_dialogs import PeopleForm
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """Who takes over, and the password of who is signed in."""

    successor_id: str
    password: str


class HandOverDialog(PeopleForm):
    """``given`` carries a ``HandoverWish``, ``print_asked`` the id of the successor chosen."""

    print_asked = Signal(str)

    def __init__(self, handover: Handover, giver: Person, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        name, number = handover.leaver.name, words.format_number
        self.begin(
            self.tr("Hand over the work of {name}").format(name=name),
            self.tr(
                "Everything entered stays on this machine, drafts too. {name} can no longer sign in; what was done "
                "under this name keeps it. Print the list first and sign it together."
            ).format(name=name),
        )
        counts = self.tr("Unfinished reports: {reports} · to decide: {questions} · changes not sent: {unsent}").format(
            reports=number(len(handover.unfinished)),
            questions=number(len(handover.questions)),
            unsent=number(handover.unsent),
        )
        self._column.addWidget(Label(counts, "strong", wrap=True))
        self.successors = QButtonGroup(self)
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, person in enumerate(handover.successors):
            choice = QRadioButton(f"{person.name} · {words.role(person.role)}")
            choice.setObjectName(person.id)
            choice.setChecked(place == 0)
            self.successors.addButton(choice)
            column.addWidget(choice)
        self.password = PasswordBox("")
        self.add_box(self.tr("Who takes over"), choices)
        self.print_list = LinkButton(self.tr("Handover list on paper…"), "print")
        self.print_list.clicked.connect(self._print)
        self._column.addWidget(self.print_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_box(self.tr("Password of {name}").format(name=giver.name), self.password)
        self.hand = PrimaryButton(self.tr("Hand over"))
        self.hand.clicked.connect(self.give)
        self.finish(self.hand)
        self.password.setFocus()

    def successor(self) -> str:
        """The id of the person chosen, "" while there is nobody."""
        chosen = self.successors.checkedButton()
        return chosen.objectName() if chosen is not None else ""

    @Slot()
    def give(self) -> None:
        if self.password.text():
            self.hand_over(HandoverWish(self.successor(), self.password.text()))
        else:
            self.message.set_text(self.tr("Please type your password."))

    @Slot()
    def _print(self) -> None:
        self.print_asked.emit(self.successor())
        self.reject()
