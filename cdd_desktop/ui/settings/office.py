"""What a person does with the people of the office from the settings: see them, add one, let one act for the head."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.person import Person
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.operations.add_person import add_person_here
from cdd_desktop.operations.delegate import OfficePeople, delegate, end_delegation, read_office
from cdd_desktop.operations.hand_over import Handover, hand_over_here, read_handover
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.messages import Message, Question
from cdd_desktop.ui.paper_button import open_handover
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.settings.hand_over_dialog import HandOverDialog, HandoverWish
from cdd_desktop.ui.settings.people import PeopleCard
from cdd_desktop.ui.settings.people_dialogs import (
    ActingDays,
    AddOfficerDialog,
    DelegateDialog,
    NewOfficer,
    PeopleForm,
)
from cdd_desktop.ui.theme import Tone


class OfficePart(QObject):
    """Fills the card and carries out what is asked there. Nothing is shown before somebody has signed in. ``shown``
    comes when the people stand there."""

    shown = Signal()

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self.card = PeopleCard(desk.words)
        self.dialog: PeopleForm | None = None
        self.card.add_asked.connect(self._ask_officer)
        self.card.delegate_asked.connect(self._ask_days)
        self.card.end_asked.connect(self._ask_end)
        self.card.leaving_asked.connect(self._read_handover)
        self.card.hide()

    def read(self) -> None:
        """Read who works here, on the store lane."""
        office = self._desk.signed_in and self._desk.workplace.unit.level is not UnitLevel.DEPARTMENT
        self.card.setVisible(office)
        if office:
            self._screen.read(read_office, on_done=self._show)

    def _show(self, office: OfficePeople) -> None:
        self.card.show_people(office)
        self.shown.emit()

    @Slot()
    def _ask_officer(self) -> None:
        self._open(AddOfficerDialog(self._desk.workplace.person.name, self._screen), self._add)

    @Slot(object)
    def _ask_days(self, person: Person) -> None:
        dialog = DelegateDialog(person.name, self._desk.words, self._desk.today, self._screen)
        self._open(dialog, partial(self._delegate, person))

    @Slot(object, str)
    def _ask_end(self, held: Delegation, name: str) -> None:
        question = Question(
            title=self.tr("End acting for the head"),
            sentence=self.tr("{name} can no longer act for the head from now on. What was done stays valid.").format(
                name=name
            ),
            yes=self.tr("End now"),
            no=self.tr("Cancel"),
            tone=Tone.WARN,
        )
        if self._desk.messages.ask(self._screen, question):
            self._screen.do(end_delegation, held.id)

    @Slot(object)
    def _read_handover(self, person: Person) -> None:
        self._screen.read(read_handover, person.id, on_done=self._ask_handover)

    def _ask_handover(self, handover: Handover) -> None:
        desk = self._desk
        dialog = HandOverDialog(handover, desk.workplace.person, desk.words, self._screen)
        self._leaver = handover.leaver
        dialog.print_asked.connect(self._print)
        self._open(dialog, self._hand_over)

    @Slot(str)
    def _print(self, successor: str) -> None:
        open_handover(self._desk, self._leaver.id, successor)

    @Slot(object)
    def _hand_over(self, wish: HandoverWish) -> None:
        workplace, leaver = self._desk.workplace, self._leaver

        def work() -> HandoverWish:
            hand_over_here(workplace, leaver.id, wish.successor_id, password=wish.password)
            return wish

        self._desk.tasks.store(work, self._handed_over, self._refused)

    def _handed_over(self, wish: HandoverWish) -> None:
        """One's own leaving ends the sitting; a head may print the list once more."""
        self._done(wish)
        leaver, name = self._leaver, self._leaver.name
        if leaver.id == self._desk.workplace.person.id:
            sentence = self.tr("{name} has handed over. Thank you; the program signs you out now.")
            title = self.tr("Handed over")
            self._desk.messages.show(self._screen, Message(title, sentence.format(name=name), tone=Tone.OK))
            self._desk.leave_requested.emit()
            return
        question = Question(
            title=self.tr("Handed over"),
            sentence=self.tr("{name} can no longer sign in. Print the handover list, to be signed and filed?").format(
                name=name
            ),
            yes=self.tr("Show the list"),
            no=self.tr("Close"),
        )
        if self._desk.messages.ask(self._screen, question):
            self._print(wish.successor_id)

    def _open(self, dialog: PeopleForm, give: object) -> None:
        self.dialog = dialog
        dialog.given.connect(give)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, officer: NewOfficer) -> None:
        workplace = self._desk.workplace
        self._desk.tasks.store(
            lambda: add_person_here(workplace, officer.name, password=officer.password, pin=officer.pin),
            self._done,
            self._refused,
        )

    def _delegate(self, person: Person, days: ActingDays) -> None:
        workplace = self._desk.workplace
        self._desk.tasks.store(
            lambda: workplace.do(delegate, person.id, days.from_on, days.until_on, days.reason),
            self._done,
            self._refused,
        )

    def _done(self, _result: object) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.refuse(self._desk.messages.describe(error).sentence)
