"""Restoring a backup on this machine: which one, who one is, and work goes on where it stood."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from cdd_desktop.clock import Clock
from cdd_desktop.operations.backup_file import BackupInfo, Tell, find_backups, read_backup
from cdd_desktop.operations.slots import is_enrolled
from cdd_desktop.paths import Profile
from cdd_desktop.ui.backup_job import RESTORE_PARTS, StepsBar
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.job import Job, StoppedError
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.sign_in.boxes import Problem, has_thai_letters
from cdd_desktop.ui.sign_in.frame import CentredCard
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.fitting_stack import FittingStack
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.password_box import PasswordBox
from cdd_desktop.ui.widgets.surfaces import ListRow

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class RestoreScreen(Screen):
    """Two steps in one card: the backup, then the person with the password of then. Opens for a ``Path`` too."""

    name = "restore"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.info: BackupInfo | None = None
        self.job = Job(desk.tasks, self)
        self._frame = CentredCard(
            self.tr("Restore from a backup"),
            self.tr("Put in the stick with the backup. Everything comes back as it was then; nothing is typed twice."),
        )
        self.layout_.addWidget(self._frame)
        self._steps = FittingStack()
        self._steps.addWidget(self._file_step())
        self._steps.addWidget(self._person_step())
        self._frame.column().addWidget(self._steps)
        self.job.progressed.connect(self.bar.show_step)

    def _file_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        self.rows: list[ListRow] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.file_problem = Banner("", Tone.WARN)
        self.file_problem.hide()
        self.choose_file = QuietButton(self.tr("Choose the backup…"), "file")
        self.leave_ = QuietButton(self.tr("Back"), "left")
        column.addLayout(self._found)
        column.addWidget(self.file_problem)
        column.addWidget(self.choose_file)
        column.addWidget(self.leave_)
        column.addStretch(1)
        self.choose_file.clicked.connect(self.pick_file)
        self.leave_.clicked.connect(self._go_back)
        return page

    def _person_step(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        self._office = Label("", "heading", wrap=True)
        self._details = Label("", "note", wrap=True)
        self._boxes = QWidget()
        boxes = QVBoxLayout(self._boxes)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(theme().px(4))
        self._people = QVBoxLayout()
        self._group = QButtonGroup(self)
        self.password = PasswordBox(self.tr("Password"))
        label = Label(self.tr("Your password of that day"), "small")
        label.setBuddy(self.password)
        self.problem = Problem()
        boxes.addWidget(Label(self.tr("Who are you?"), "strong"))
        boxes.addLayout(self._people)
        boxes.addWidget(label)
        boxes.addWidget(self.password)
        boxes.addWidget(self.problem)
        self.bar = StepsBar(RESTORE_PARTS)
        self.bar.hide()
        self.back = QuietButton(self.tr("Other backup"))
        self.finish = PrimaryButton(self.tr("Restore and begin"))
        self._frame.set_answers(self.back, self.finish)
        for widget in (self._office, self._details, self._boxes, self.bar):
            column.addWidget(widget)
        self.back.clicked.connect(self._step_back)
        self.finish.clicked.connect(self.submit)
        self.password.textChanged.connect(self._judge)
        self.password.returnPressed.connect(self.submit)
        return page

    # --- which backup ----------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        self.start_over()
        if isinstance(argument, Path):
            self.take_file(argument)

    def leave(self) -> None:
        self.job.stop()

    @Slot()
    def start_over(self) -> None:
        """Look for backups on the sticks and in the folder for backups."""
        self.info = None
        self.password.empty()
        self.problem.say("")
        self.file_problem.hide()
        self._show_running(running=False)
        self._frame.sentence.setVisible(True)
        self._frame.show_answers(False)
        self._steps.setCurrentIndex(0)
        self.choose_file.set_primary(True)
        self.choose_file.setFocus()
        drives, settings, profile = self.desk.drives, self.desk.settings, self.desk.profile
        chosen = Path(settings.backup_folder) if settings.backup_folder else profile.backups
        self.desk.tasks.network(lambda: find_backups([*(drive.folder for drive in drives()), chosen]), self._show_found)

    def _show_found(self, found: tuple[BackupInfo, ...]) -> None:
        while (item := self._found.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = [self._row(info) for info in found]
        for row in self.rows:
            self._found.addWidget(row)
            row.set_last(row is self.rows[-1])
            row.show()
        self.choose_file.set_primary(not self.rows)
        if self.rows and self._steps.currentIndex() == 0:
            self.rows[0].set_current(True)
            self.rows[0].setFocus()
        self._steps.fit()

    def _row(self, info: BackupInfo) -> ListRow:
        row = ListRow(height=60)
        title, note = self._whose(info), self._when(info)
        row.setAccessibleName(f"{title} {note}")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(title, "strong", elide=True))
        texts.addWidget(Label(note, "note", elide=True))
        row.row.addLayout(texts, 1)
        row.activated.connect(partial(self._show_person, info))
        return row

    def _whose(self, info: BackupInfo) -> str:
        return self.desk.words.office(info.unit) if info.unit is not None else info.file.name

    def _when(self, info: BackupInfo) -> str:
        words, number = self.desk.words, self.desk.words.format_number
        text = self.tr("Backup of {when}").format(when=words.format_instant(info.made_at))
        if info.unit is None:
            return text
        inside = self.tr("{records} records, {unsent} changes not sent")
        return f"{text} · {inside.format(records=number(info.about.records), unsent=number(info.about.unsent))}"

    @Slot()
    def pick_file(self) -> None:
        file = self.desk.messages.choose_file(self, self.tr("Backup"), self.tr("Backups") + " (*.cddbackup)")
        if file is not None:
            self.take_file(file)

    def take_file(self, file: Path) -> None:
        """Read what the file says of itself; a bad one is explained in place."""
        self.desk.tasks.network(lambda: read_backup(file), self._show_person, self._refuse_file)

    def _refuse_file(self, error: Exception) -> None:
        self.file_problem.set(self.desk.messages.describe(error).sentence, Tone.WARN)
        self.file_problem.show()
        self._steps.fit()

    @Slot()
    def _go_back(self) -> None:
        self.desk.open("sign_in" if is_enrolled(self.desk.profile) else "first_start")

    # --- who -------------------------------------------------------------------------------------------------------

    def _show_person(self, info: BackupInfo) -> None:
        self.info = info
        self._office.set_text(self._whose(info))
        self._details.set_text(self._when(info))
        while (item := self._people.takeAt(0)) is not None:
            old = item.widget()
            if isinstance(old, QRadioButton):
                self._group.removeButton(old)
                old.deleteLater()
        for person in (person for person in info.people if not person.first_use):
            choice = QRadioButton(f"{person.name} · {self.desk.words.role(person.role)}")
            choice.setObjectName(person.id)
            choice.setChecked(not self._group.buttons())
            self._group.addButton(choice)
            self._people.addWidget(choice)
        self._frame.sentence.setVisible(False)
        self._steps.setCurrentIndex(1)
        self._frame.show_answers(True)
        self.password.setFocus()
        self._judge()

    @Slot()
    def submit(self) -> None:
        """Ask where something would give way, then restore and sign in."""
        info, chosen = self.info, self._group.checkedButton()
        if info is None or chosen is None or not self.finish.isEnabled() or self.desk.signed_in:
            return
        if is_enrolled(self.desk.profile) and not self._agreed():
            return
        self.problem.say("")
        self._show_running(running=True)
        work = partial(
            _restore, self.desk.profile, info.file, chosen.objectName(), self.password.text(), self.desk.clock
        )
        self.job.begin(work, self._opened, self._refused)

    def _agreed(self) -> bool:
        question = Question(
            title=self.tr("Put the backup in the place of what is on this machine?"),
            sentence=self.tr(
                "What is here now is kept in the folder backups of the program, but it is no longer worked with. What "
                "was entered after the backup and has not been sent is then only there."
            ),
            yes=self.tr("Restore"),
            no=self.tr("Cancel"),
            tone=Tone.WARN,
        )
        return self.desk.messages.ask(self, question)

    def _show_running(self, *, running: bool) -> None:
        self._boxes.setVisible(not running)
        self.bar.setVisible(running)
        self.finish.setVisible(not running)
        self.back.set_text(self.tr("Stop") if running else self.tr("Other backup"))
        if running:
            self.bar.begin()
            self.back.setFocus()
        self._steps.fit()

    @Slot()
    def _step_back(self) -> None:
        if self.bar.isHidden():
            self.start_over()
        else:
            self.job.stop()

    def _opened(self, workplace: Workplace) -> None:
        self.password.empty()
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        self._show_running(running=False)
        if isinstance(error, StoppedError):
            self.problem.say(self.tr("Stopped. Nothing was changed."), Tone.WARN)
            return
        sentence = self.desk.messages.describe(error).sentence
        if has_thai_letters(self.password.text()):
            sentence += " " + self.tr("Note: the keyboard is set to Thai.")
        self.problem.say(sentence)
        self.password.selectAll()
        self.password.setFocus()

    @Slot()
    def _judge(self) -> None:
        self.finish.setEnabled(bool(self.password.text()))


def _restore(profile: Profile, file: Path, person: str, password: str, clock: Clock, tell: Tell) -> Workplace:
    from cdd_desktop.operations.restore import Restorer, restore_backup  # brings the database along
    from cdd_desktop.operations.sign_in import sign_in

    restore_backup(profile, file, Restorer(person, password), clock=clock, tell=tell)
    return sign_in(profile, person, password, clock=clock)
