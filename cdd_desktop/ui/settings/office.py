"""What a person does with the people of the office from the settings: see them, add one, let one act for the head."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.person import Person
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.operations.add_person import add_person_here
from cdd_desktop.operations.delegate import delegate, end_delegation, read_office
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.settings.people import PeopleCard
from cdd_desktop.ui.settings.people_dialogs import ActingDays, AddOfficerDialog, DelegateDialog, NewOfficer
from cdd_desktop.ui.theme import Tone


class OfficePart(QObject):
    """Fills the card and carries out what is asked there. Nothing is shown before somebody has signed in."""

    def __init__(self, desk: Desk, screen: Screen) -> None:
        super().__init__(screen)
        self._desk = desk
        self._screen = screen
        self.card = PeopleCard(desk.words)
        self.dialog: AddOfficerDialog | DelegateDialog | None = None
        self.card.add_asked.connect(self._ask_officer)
        self.card.delegate_asked.connect(self._ask_days)
        self.card.end_asked.connect(self._ask_end)
        self.card.hide()

    def read(self) -> None:
        """Read who works here, on the store lane."""
        office = self._desk.signed_in and self._desk.workplace.unit.level is not UnitLevel.DEPARTMENT
        self.card.setVisible(office)
        if office:
            self._screen.read(read_office, on_done=self.card.show_people)

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

    def _open(self, dialog: AddOfficerDialog | DelegateDialog, give: object) -> None:
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
