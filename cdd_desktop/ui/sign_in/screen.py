"""Signing in: the people of this machine, then the password; the first time PIN and a password of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cdd_desktop.errors import UserError
from cdd_desktop.operations.slots import SlotPerson, people_on
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import ChoosePassword, PasswordBox, Problem, has_thai_letters
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.fitting_stack import FittingStack
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import ListRow

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class SignInScreen(Screen):
    """The list of people, and behind it the boxes for one of them."""

    name = "sign_in"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._person: SlotPerson | None = None
        self._busy = False
        self._frame = CentredCard(
            self.tr("Sign in"), self.tr("This office's data are stored encrypted on this machine. Choose your name.")
        )
        self.layout_.addWidget(self._frame)
        self._steps = FittingStack()
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._steps.addWidget(self._list)
        self._steps.addWidget(self._password_step())
        self._frame.column().addWidget(self._steps)

    def _password_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        self._name = Label("", "heading")
        self._role = Label("", "muted")
        self.box = PasswordBox(self.tr("Password"))
        self.problem = Problem()
        self._box_label = Label(self.tr("Password"), "small")
        self.choose = ChoosePassword()
        self.enter = PrimaryButton(self.tr("Sign in"))
        self.other = QuietButton(self.tr("Other person"))
        self._frame.set_answers(self.other, self.enter)
        for widget in (self._name, self._role, self._box_label, self.box, self.problem, self.choose):
            column.addWidget(widget)
        column.addStretch(1)
        self.box.textChanged.connect(self._judge)
        self.box.returnPressed.connect(self.submit)
        self.choose.changed.connect(self._judge)
        self.choose.submitted.connect(self.submit)
        self.enter.clicked.connect(self.submit)
        self.other.clicked.connect(self.show_people)
        return page

    def open(self, argument: object = None) -> None:  # noqa: ARG002
        self.show_people()

    @Slot()
    def show_people(self) -> None:
        """Back to the list."""
        self._person = None
        self.box.empty()
        self.choose.empty()
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        people = self._people()
        for number, person in enumerate(people):
            row = self._row(person)
            row.set_last(number == len(people) - 1)
            self._rows.addWidget(row)
            if number == 0:
                row.setFocus()
        self.restore = LinkButton(self.tr("Restore from a backup…"))
        self.restore.clicked.connect(self._open_restore)
        self._rows.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch(1)
        self._steps.setCurrentIndex(0)
        self._frame.sentence.setVisible(True)
        self._frame.show_answers(False)

    def _people(self) -> tuple[SlotPerson, ...]:
        """Who can sign in; nobody while the key file cannot be read, and then the page says so above the way back."""
        try:
            return people_on(self.desk.profile)
        except UserError as error:
            self._frame.sentence.set_text(self.desk.messages.describe(error).sentence)
            return ()

    @Slot()
    def _open_restore(self) -> None:
        self.desk.open("restore")

    def _row(self, person: SlotPerson) -> ListRow:
        row = ListRow(height=64)
        row.setObjectName(person.id)
        row.setAccessibleName(f"{person.name} {self.desk.words.role(person.role)}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(person.name, "heading"))
        texts.addWidget(Label(self.desk.words.role(person.role), "note"))
        row.row.addLayout(texts, 1)
        if person.first_use:
            row.row.addWidget(Chip(self.tr("First use"), Tone.INFO), 0, Qt.AlignmentFlag.AlignVCenter)
        row.activated.connect(self._chosen)
        return row

    @Slot()
    def _chosen(self) -> None:
        wanted = self.sender().objectName()
        self.choose_person(next(person for person in people_on(self.desk.profile) if person.id == wanted))

    def choose_person(self, person: SlotPerson) -> None:
        """Ask for this person's password, or let them choose one."""
        self._person = person
        self.desk.tasks.store(_fetch_the_rest)
        self._name.set_text(person.name)
        self._role.set_text(self.desk.words.role(person.role))
        for widget in (self._box_label, self.box, self.problem):
            widget.setVisible(not person.first_use)
        self.choose.setVisible(person.first_use)
        self.enter.set_text(self.tr("Save password and sign in") if person.first_use else self.tr("Sign in"))
        self.problem.say("")
        self._steps.setCurrentIndex(1)
        self._frame.sentence.setVisible(False)
        self._frame.show_answers(True)
        (self.choose.pin if person.first_use else self.box).setFocus()
        self._judge()

    @Slot()
    def submit(self) -> None:
        """Open the store on the store lane; argon2 takes its time on an old machine."""
        person = self._person
        if person is None or not self.enter.isEnabled():
            return
        if person.first_use and not self.choose.agrees():
            return
        self._set_busy(True)
        desk, clock = self.desk, self.desk.clock
        pin = self.choose.pin.text()
        password = self.choose.password.text() if person.first_use else self.box.text()

        def work() -> Workplace:
            from cdd_desktop.operations.sign_in import choose_password, sign_in  # brings the database along

            if person.first_use:
                choose_password(desk.profile, person.id, pin, password, clock=clock)
            return sign_in(desk.profile, person.id, password, clock=clock)

        desk.tasks.store(work, self._opened, self._refused)

    def _opened(self, workplace: Workplace) -> None:
        self._set_busy(False)
        self.box.empty()
        self.choose.empty()
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        code = getattr(error, "code", "unexpected")
        sentence = self.desk.messages.sentence(code, getattr(error, "params", {}))
        first_use = self._person is not None and self._person.first_use
        if not first_use and has_thai_letters(self.box.text()):
            sentence += " " + self.tr("Note: the keyboard is set to Thai.")
        (self.choose.problem if first_use else self.problem).say(sentence)
        box = self.choose.pin if first_use else self.box
        box.selectAll()
        box.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.enter.set_text(
            self.tr("Opening…")
            if busy
            else self.tr("Save password and sign in")
            if self._first_use
            else self.tr("Sign in")
        )
        self._judge()

    @property
    def _first_use(self) -> bool:
        return self._person is not None and self._person.first_use

    @Slot()
    def _judge(self) -> None:
        filled = self.choose.complete() if self._first_use else bool(self.box.text())
        self.enter.setEnabled(filled and not self._busy)


def _fetch_the_rest() -> None:
    """Load what opening a store needs while the password is being typed; the list alone did without."""
    import cdd_desktop.operations.read_agenda
    import cdd_desktop.operations.sign_in  # noqa: F401
