"""The first start: take up central's enrolment file, say who one is, choose a password, and begin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cdd_desktop.domain.person import Role
from cdd_desktop.errors import UserError
from cdd_desktop.geography import geography
from cdd_desktop.operations.enrol import FirstPerson, enrol_office, read_enrolment
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.stick import start_packages, take_start
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.settings import save_settings
from cdd_desktop.sync.protocol import Enrolment
from cdd_desktop.sync.typed_code import fetch_enrolment
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import ChoosePassword
from cdd_desktop.ui.sign_in.code_boxes import CodeBoxes
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.fitting_stack import FittingStack
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import line


class FirstStartScreen(Screen):
    """Two steps in one card: the file, then the person with PIN and password."""

    name = "first_start"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._enrolment: Enrolment | None = None
        self._packages: tuple[Path, ...] = ()
        self._frame = CentredCard(
            self.tr("Set up this machine for your office"),
            self.tr(
                "You need the enrolment file (.cddenrol) or the letter with a code that central has sent to your "
                "office. The file needs no connection."
            ),
        )
        self.layout_.addWidget(self._frame)
        self._steps = FittingStack()
        self._steps.addWidget(self._file_step())
        self._steps.addWidget(self._person_step())
        self._frame.column().addWidget(self._steps)

    def _file_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self.choose_file = PrimaryButton(self.tr("Choose the enrolment file…"), "file")
        self.file_problem = Banner("", Tone.WARN)
        self.file_problem.hide()
        self.demo = LinkButton(self.tr("Try it first with sample data"))
        column.addWidget(self.choose_file)
        self.type_code = QuietButton(self.tr("Use an enrolment code"), "key")
        self.code_boxes = CodeBoxes()
        self.code_boxes.hide()
        column.addWidget(self.file_problem)
        column.addWidget(self.type_code)
        column.addWidget(self.code_boxes)
        column.addWidget(line())
        self.type_code.clicked.connect(self._open_code_boxes)
        self.code_boxes.submitted.connect(self.take_code)
        self.restore = LinkButton(self.tr("Restore from a backup…"))
        self.restore.clicked.connect(self._open_restore)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignHCenter)
        self.other_language = LinkButton("English" if self.desk.words.is_thai else "ภาษาไทย")
        self.other_language.clicked.connect(self._change_language)
        column.addWidget(self.other_language, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.choose_file.clicked.connect(self.pick_file)
        self.demo.clicked.connect(self.desk.demo_requested)
        return page

    def _person_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        self._office = Label("", "heading", wrap=True)
        self._details = Label("", "note", wrap=True)
        self.package = Label(
            self.tr("What your office has at central lies beside the file and comes with it."), "note", wrap=True
        )
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self._group = QButtonGroup(self)
        self.choose = ChoosePassword()
        self.finish = PrimaryButton(self.tr("Set up and begin"))
        self.back = QuietButton(self.tr("Other file"))
        self._frame.set_answers(self.back, self.finish)
        column.addWidget(self._office)
        column.addWidget(self._details)
        column.addWidget(self.package)
        column.addWidget(Label(self.tr("Who are you?"), "strong"))
        column.addLayout(self._people)
        column.addWidget(self.choose)
        self.back.clicked.connect(self.start_over)
        self.finish.clicked.connect(self.submit)
        self.choose.changed.connect(self._judge)
        self.choose.submitted.connect(self.submit)
        return page

    def open(self, argument: object = None) -> None:
        self.start_over()
        if isinstance(argument, Path):
            self.take_file(argument)

    @Slot()
    def start_over(self) -> None:
        self._enrolment = None
        self._packages = ()
        self.choose.empty()
        self._frame.sentence.setVisible(True)
        self.code_boxes.setEnabled(True)
        self._steps.setCurrentIndex(0)
        self._frame.show_answers(False)
        self.choose_file.setFocus()

    @Slot()
    def _change_language(self) -> None:
        """The other language from here on; the window is built anew in it."""
        settings = replace(self.desk.settings, language="en" if self.desk.words.is_thai else "th")
        try:
            save_settings(self.desk.profile.settings, settings)
        except (UserError, OSError) as error:
            self.fail(error)
            return
        self.desk.change_settings(settings)
        self.desk.settings_changed.emit(settings)

    @Slot()
    def _open_restore(self) -> None:
        self.desk.open("restore")

    @Slot()
    def pick_file(self) -> None:
        file = self.desk.messages.choose_file(
            self, self.tr("Enrolment file"), self.tr("Enrolment files") + " (*.cddenrol)"
        )
        if file is not None:
            self.take_file(file)

    @Slot()
    def _open_code_boxes(self) -> None:
        self.type_code.hide()
        self.code_boxes.show()
        self.code_boxes.address.setFocus()

    @Slot(str, str)
    def take_code(self, address: str, code: str) -> None:
        """Fetch and check the enrolment a code stands for."""
        clock, proxy = self.desk.clock, self.desk.settings.proxy
        self.code_boxes.setEnabled(False)
        self.desk.tasks.network(
            lambda: read_enrolment(fetch_enrolment(address, code, proxy), clock), self._show_people, self._refuse_file
        )

    def take_file(self, file: Path) -> None:
        """Read and check the file; a bad one is explained in place."""
        clock = self.desk.clock
        self._packages = start_packages(file.parent)
        self.desk.tasks.store(lambda: read_enrolment(file.read_bytes(), clock), self._show_people, self._refuse_file)

    def _refuse_file(self, error: Exception) -> None:
        code = "enrolment-unreadable" if isinstance(error, OSError) else getattr(error, "code", "unexpected")
        self.file_problem.set(self.desk.messages.sentence(code, getattr(error, "params", {})), Tone.WARN)
        self.file_problem.show()
        if not self.code_boxes.isEnabled():
            self.code_boxes.ask_again()

    def _show_people(self, enrolment: Enrolment) -> None:
        self._enrolment = enrolment
        words = self.desk.words
        self.file_problem.hide()
        self._office.set_text(words.office(geography().unit(enrolment.unit)))
        self.package.setVisible(bool(self._packages))
        self._details.set_text(self.tr("Central: {address}").format(address=", ".join(enrolment.addresses)))
        while (item := self._people.takeAt(0)) is not None:
            old = item.widget()
            if isinstance(old, QRadioButton):
                self._group.removeButton(old)
                old.deleteLater()
        before: QWidget = self.other_language
        for number, person in enumerate(enrolment.people):
            choice = QRadioButton(f"{person.name} · {words.role(Role(person.role))}")
            choice.setObjectName(person.id)
            choice.setChecked(number == 0)
            self._group.addButton(choice)
            self._people.addWidget(choice)
            self.setTabOrder(before, choice)  # the PIN comes next, not the navigation
            before = choice
        self._frame.sentence.setVisible(False)
        self._steps.setCurrentIndex(1)
        self._frame.show_answers(True)
        self._group.buttons()[0].setFocus()
        self._judge()

    @Slot()
    def submit(self) -> None:
        """Make the store and sign in."""
        enrolment, chosen = self._enrolment, self._group.checkedButton()
        if enrolment is None or chosen is None or not self.finish.isEnabled() or not self.choose.agrees():
            return
        first = FirstPerson(chosen.objectName(), self.choose.pin.text(), self.choose.password.text())
        profile, clock, packages = self.desk.profile, self.desk.clock, self._packages
        self.finish.setEnabled(False)
        self.finish.set_text(self.tr("Setting up…"))

        def work() -> Workplace:
            enrol_office(profile, enrolment, first, clock=clock)
            workplace = sign_in(profile, first.person_id, first.password, clock=clock)
            take_start(workplace, packages)
            return workplace

        self.desk.tasks.store(work, self._opened, self._refused)

    def _opened(self, workplace: Workplace) -> None:
        self.choose.empty()
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        self.finish.set_text(self.tr("Set up and begin"))
        self._judge()
        self.choose.problem.say(
            self.desk.messages.sentence(getattr(error, "code", "unexpected"), getattr(error, "params", {}))
        )
        self.choose.pin.setFocus()

    @Slot()
    def _judge(self) -> None:
        self.finish.setEnabled(self.choose.complete())
