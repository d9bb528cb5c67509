"""Signing in: the people of this machine, then the password; the first time PIN and a password of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from cdd_desktop.errors import UserError
from cdd_desktop.operations.slots import SlotPerson, people_on
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import ChoosePassword, Problem, has_thai_letters
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.fitting_stack import FittingStack
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.widgets.surfaces import ListRow, Progress

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace

_PEOPLE, _PASSWORD, _UPGRADE = range(3)


class SignInScreen(Screen):
    """The list of people, and behind it the boxes for one of them."""

    name = "sign_in"
    upgrading = Signal(float)  # of an older store being brought to this program's version, 0 to 1

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
        self._steps.addWidget(self._upgrade_step())
        self.upgrading.connect(self._show_upgrading)
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
        self.forgotten = LinkButton(self.tr("Forgotten password"))
        self.choose = ChoosePassword()
        self.enter = PrimaryButton(self.tr("Sign in"))
        self.other = QuietButton(self.tr("Other person"))
        self._frame.set_answers(self.other, self.enter)
        for widget in (self._name, self._role, self._box_label, self.box, self.problem, self.choose):
            column.addWidget(widget)
        column.insertWidget(column.indexOf(self.choose), self.forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.forgotten.clicked.connect(self._open_recover)
        self.box.textChanged.connect(self._judge)
        self.box.returnPressed.connect(self.submit)
        self.choose.changed.connect(self._judge)
        self.choose.submitted.connect(self.submit)
        self.enter.clicked.connect(self.submit)
        self.other.clicked.connect(self.show_people)
        return page

    def _upgrade_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self.bar = Progress(0, 100)
        self.far = Label("", "note")
        column.addWidget(Label(self.tr("Preparing the data for the new version"), "heading", wrap=True))
        column.addWidget(
            Label(
                self.tr(
                    "This happens once, at the first start of a new version. On an old machine it can take some "
                    "minutes. Do not switch the machine off and do not close the program."
                ),
                wrap=True,
            )
        )
        column.addWidget(self.bar)
        column.addWidget(self.far)
        column.addWidget(Label(self.tr("A copy of the data as they were is kept on this machine."), "muted", wrap=True))
        column.addStretch(1)
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
        self._steps.setCurrentIndex(_PEOPLE)
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

    @Slot()
    def _open_recover(self) -> None:
        self.desk.open("recover", self._person)

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
        for widget in (self._box_label, self.box, self.problem, self.forgotten):
            widget.setVisible(not person.first_use)
        self.choose.setVisible(person.first_use)
        self.enter.set_text(self.tr("Save password and sign in") if person.first_use else self.tr("Sign in"))
        self.problem.say("")
        self._steps.setCurrentIndex(_PASSWORD)
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

        def tell(far: float) -> None:
            if isValid(self):  # on the store lane; the window may be made anew meanwhile
                self.upgrading.emit(far)

        def work() -> Workplace:
            from cdd_desktop.operations.sign_in import choose_password, sign_in  # brings the database along

            if person.first_use:
                choose_password(desk.profile, person.id, pin, password, clock=clock)
            return sign_in(desk.profile, person.id, password, clock=clock, upgrading=tell)

        desk.tasks.store(work, self._opened, self._refused)

    @Slot(float)
    def _show_upgrading(self, far: float) -> None:
        """In the place of the password: what is being done, and how far it is."""
        done = round(far * 100)
        self.bar.set(done, 100)
        self.far.set_text(self.desk.words.digits(self.tr("{n} % done").format(n=done)))
        if self._steps.currentIndex() != _UPGRADE:
            self._steps.setCurrentIndex(_UPGRADE)
            self._frame.show_answers(False)

    def _opened(self, workplace: Workplace) -> None:
        self._set_busy(False)
        self.box.empty()
        self.choose.empty()
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if self._steps.currentIndex() == _UPGRADE:
            self._steps.setCurrentIndex(_PASSWORD)
            self._frame.show_answers(True)
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
