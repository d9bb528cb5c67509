"""A forgotten password: a file for central's administrator, then the answer, the code read out, and a new password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cdd_desktop.clock import Clock
from cdd_desktop.errors import UserError
from cdd_desktop.operations.slots import PASSWORD_LENGTH, SlotPerson, people_on
from cdd_desktop.paths import Profile
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import Problem, has_thai_letters
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.fitting_stack import FittingStack
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace

_ASK, _ANSWER = range(2)


class RecoverScreen(Screen):
    """Two steps in one card. Opens for the ``SlotPerson`` who has forgotten, or for the first of this machine."""

    name = "recover"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.person: SlotPerson | None = None
        self.answer: Path | None = None
        self._frame = CentredCard(
            self.tr("Forgotten password"),
            self.tr(
                "Central's administrator helps you to a new password. Nothing you entered is lost, and your colleagues "
                "go on signing in meanwhile."
            ),
        )
        self.layout_.addWidget(self._frame)
        self._name = Label("", "heading", wrap=True)
        self._steps = FittingStack()
        self._steps.addWidget(self._ask_step())
        self._steps.addWidget(self._answer_step())
        self.problem = Problem()
        for widget in (self._name, self._steps, self.problem):
            self._frame.column().addWidget(widget)
        self.back = QuietButton(self.tr("Back"), "left")
        self.finish = PrimaryButton(self.tr("Set the password and sign in"))
        self._frame.set_answers(self.back, self.save, self.finish)
        self._frame.show_answers(True)
        self.back.clicked.connect(self._step_back)
        self.finish.clicked.connect(self.submit)

    def _ask_step(self) -> QWidget:
        page, column = _page()
        self.save = PrimaryButton(self.tr("Save the request…"))
        self.saved = Label("", "note", wrap=True)
        self.go_on = LinkButton(self.tr("The answer is here"))
        for text in (
            self.tr("1. Save the request. It is a small file that opens nothing by itself."),
            self.tr("2. Send it to central's administrator, by e-mail or on a stick."),
            self.tr(
                "3. The administrator makes sure by telephone that it is you, sends a file back, and reads you a code. "
                "Write the code down."
            ),
        ):
            column.addWidget(Label(text, wrap=True))
        column.addWidget(self.saved)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.save.clicked.connect(self.pick_new_file)
        self.go_on.clicked.connect(self.show_answer_step)
        return page

    def _answer_step(self) -> QWidget:
        page, column = _page()
        self.choose = QuietButton(self.tr("Choose the answer…"), "file")
        self.chosen = Label(self.tr("No file chosen yet"), "note", wrap=True)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.chosen)
        self.code = QLineEdit()
        self.password = PasswordBox(self.tr("New password"))
        self.again = PasswordBox(self.tr("New password again"))
        for text, box in (
            (self.tr("The code that was read to you"), self.code),
            (self.tr("New password, at least {n} characters").format(n=PASSWORD_LENGTH), self.password),
            (self.tr("The same password again"), self.again),
        ):
            label = Label(text, "small")
            label.setBuddy(box)
            box.setAccessibleName(text)
            box.textChanged.connect(self._judge)
            column.addWidget(label)
            column.addWidget(box)
        column.addStretch(1)
        self.choose.clicked.connect(self.pick_answer)
        self.again.returnPressed.connect(self.submit)
        return page

    # --- asking ------------------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        self.person = argument if isinstance(argument, SlotPerson) else self._first()
        self.answer = None
        self._name.set_text(self.person.name if self.person is not None else "")
        self.save.setEnabled(self.person is not None)
        self.saved.set_text("")
        self.chosen.set_text(self.tr("No file chosen yet"))
        self._empty()
        self._show(_ASK)
        self.save.setFocus()

    def leave(self) -> None:
        self._empty()

    def _first(self) -> SlotPerson | None:
        try:
            return next(iter(people_on(self.desk.profile)), None)
        except UserError as error:
            self.problem.say(self.desk.messages.describe(error).sentence)
            return None

    @Slot()
    def pick_new_file(self) -> None:
        pattern = self.tr("Requests about a password") + " (*.cddrecover)"
        file = self.desk.messages.choose_new_file(self, self.tr("Save the request"), pattern, "password.cddrecover")
        if file is not None:
            self.write_request(file)

    def write_request(self, file: Path) -> None:
        """Write what central needs, and say what to do with it."""
        profile, person = self.desk.profile, self.person
        if person is None:
            return
        self.problem.say("")

        def work() -> Path:
            from cdd_desktop.operations.recover import write_request  # brings the database along

            return write_request(profile, person.id, file)

        self.desk.tasks.store(work, self._written, self._refused)

    def _written(self, file: Path) -> None:
        self.saved.set_text(
            self.tr("Saved: {file}. Send it, and come back here when you have the answer and the code.").format(
                file=file.name
            )
        )
        self._steps.fit()

    # --- the answer --------------------------------------------------------------------------------------------------

    @Slot()
    def show_answer_step(self) -> None:
        self.problem.say("")
        self._show(_ANSWER)
        self.choose.setFocus()

    @Slot()
    def pick_answer(self) -> None:
        pattern = self.tr("Answers about a password") + " (*.cddrecovered)"
        file = self.desk.messages.choose_file(self, self.tr("The answer"), pattern)
        if file is not None:
            self.take_answer(file)

    def take_answer(self, file: Path) -> None:
        self.answer = file
        self.chosen.set_text(file.name)
        self.code.setFocus()
        self._judge()

    @Slot()
    def submit(self) -> None:
        """Open the answer with the code, keep the new password, and sign in by it."""
        file, profile, clock = self.answer, self.desk.profile, self.desk.clock
        if file is None or not self.finish.isEnabled():
            return
        if self.password.text() != self.again.text():
            self.problem.say(self.tr("The two passwords differ. Type the same one in both boxes."))
            self.again.setFocus()
            return
        self.problem.say("")
        self.finish.setEnabled(False)
        code, password = self.code.text(), self.password.text()
        self.desk.tasks.store(lambda: _recover(profile, file, code, password, clock), self._opened, self._refused)

    def _opened(self, workplace: Workplace) -> None:
        self._empty()
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        sentence = self.desk.messages.describe(error).sentence
        if self._steps.currentIndex() == _ANSWER and has_thai_letters(self.code.text()):
            sentence += " " + self.tr("Note: the keyboard is set to Thai.")
        self.problem.say(sentence)
        self._judge()

    @Slot()
    def _step_back(self) -> None:
        if self._steps.currentIndex() == _ANSWER:
            self._show(_ASK)
        else:
            self.desk.open("sign_in")

    @Slot()
    def _judge(self) -> None:
        boxes = (self.code, self.password, self.again)
        self.finish.setEnabled(self.answer is not None and all(box.text() for box in boxes))
        if has_thai_letters(self.password.text()):
            self.problem.say(self.tr("Note: the keyboard is set to Thai."), Tone.WARN)

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._frame.sentence.setVisible(step == _ASK)
        self.save.setVisible(step == _ASK)
        self.finish.setVisible(step == _ANSWER)
        self._steps.fit()
        self._judge()

    def _empty(self) -> None:
        self.code.clear()
        self.password.empty()
        self.again.empty()
        self.problem.say("")


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    return page, column


def _recover(profile: Profile, file: Path, code: str, password: str, clock: Clock) -> Workplace:
    from cdd_desktop.operations.recover import read_recovered, use_recovery  # brings the database along
    from cdd_desktop.operations.sign_in import sign_in

    data = read_recovered(file)
    person = use_recovery(profile, data, code, password, clock=clock)
    return sign_in(profile, person.id, password, clock=clock)
