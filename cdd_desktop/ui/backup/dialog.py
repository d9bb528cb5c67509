"""The dialog of a backup: sticks first, one press to write, how far it is, and what was proved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.operations.backup_file import Tell
from cdd_desktop.operations.backup_state import BackupMade, BackupState, read_backup_state
from cdd_desktop.ui.backup_job import BACKUP_PARTS, BackupJob, BackupStoppedError, StepsBar
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace

_LOOK_EVERY_MILLISECONDS = 2_000
_GIGABYTE = 1 << 30


class BackupDialog(QDialog):
    """``begin`` shows it. Closing it stops what is under way, and then nothing is left of that."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drives: tuple[Drive, ...] | None = None
        self.made: BackupMade | None = None
        self.job = BackupJob(desk.tasks, self)
        self.setModal(True)
        self.setWindowTitle(self.tr("Back up"))
        self.setMinimumWidth(theme().px(500))
        self.setMaximumWidth(theme().px(640))
        self.heading = Label(self.tr("Back up"), "heading", wrap=True)
        sentence = self.tr("A copy of everything on this machine, encrypted. It opens with the passwords of today.")
        self.sentence = Label(sentence, wrap=True)
        self.last = Label("", "note", wrap=True)
        self.file, self.where = Label("", "strong", elide=True), Label("", "muted", elide=True)
        self.banner = Banner()
        self.banner.hide()
        self.places = QWidget()
        self._rows = QVBoxLayout(self.places)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self.buttons: list[QuietButton] = []
        self.steps = StepsBar(BACKUP_PARTS)
        self.steps.hide()
        self.other = LinkButton(self.tr("Another folder…"), "file")
        self.leave = QuietButton(self.tr("Cancel"))
        self.close_ = PrimaryButton(self.tr("Close"))
        self.close_.hide()
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(12))
        texts = (self.heading, self.sentence, self.last, self.file, self.where)
        for widget in (*texts, self.banner, self.places, self.steps):
            column.addWidget(widget)
        self.file.hide()
        self.where.hide()
        answers = QHBoxLayout()
        answers.addWidget(self.other)
        answers.addStretch(1)
        answers.addWidget(self.leave)
        answers.addWidget(self.close_)
        column.addLayout(answers)
        self.other.clicked.connect(self._choose_folder)
        self.leave.clicked.connect(self.reject)
        self.close_.clicked.connect(self.accept)
        self.job.progressed.connect(self.steps.show_step)

    def begin(self) -> None:
        """Show the dialog, and look for sticks until one is chosen."""
        workplace = self._desk.workplace
        self._desk.tasks.store(lambda: workplace.read(read_backup_state), self._say_last)
        self.show_places()
        self.open()
        self.look()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask the system which sticks are there now."""
        self._desk.tasks.network(self._desk.drives, self._take_drives)

    def _take_drives(self, drives: tuple[Drive, ...]) -> None:
        if drives != self._drives and self.places.isVisible():
            self._drives = drives
            self.show_places()

    def _say_last(self, state: BackupState) -> None:
        words, number = self._desk.words, self._desk.words.format_number
        if state.last is None:
            self.last.set_text(self.tr("This machine has never been backed up."))
            return
        text = self.tr("Last checked backup {when}. Changes since then: {n}.")
        when = words.format_relative(state.last.made_at, self._desk.clock.now())
        self.last.set_text(text.format(when=when, n=number(state.changes)))

    # --- where to --------------------------------------------------------------------------------------------------

    def show_places(self) -> None:
        """A button for each stick, then the folder of the settings; the first of them is the next step."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for drive in self._drives or ():
            free = Label(self._free(drive), "note")
            self._add_place(self.tr("Back up to {name}").format(name=drive.name), drive.folder, free, "usb")
        if not self._drives:
            hint = self.tr("Put in a USB stick: it appears here by itself.")
            self._put(Label(hint, "muted", wrap=True))
        chosen = self._desk.settings.backup_folder
        folder = Path(chosen) if chosen else self._desk.profile.backups
        warning = self.tr("On this machine only: no help when the machine is lost or broken.")
        note = Label(chosen, "note", elide=True) if chosen else Label(warning, "note", wrap=True)
        self._add_place(self.tr("Back up to the folder for backups"), folder, note, "file")
        self.buttons[0].set_primary(bool(self._drives or chosen))
        self.buttons[0].setFocus()
        self._fit()

    def _fit(self) -> None:
        """As tall as what it says now."""
        self._rows.activate()
        self._column.activate()
        tall = max(self._column.totalHeightForWidth(self.width()), self._column.totalSizeHint().height())
        self.resize(self.width(), tall)

    def _add_place(self, text: str, folder: Path, note: Label, icon_name: str) -> None:
        button = QuietButton(text, icon_name)
        button.clicked.connect(partial(self.back_up, folder))
        self._put(button)
        self._put(note)
        self.buttons.append(button)

    def _put(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        widget.show()  # now, for the height counts what is shown

    def _free(self, drive: Drive) -> str:
        gigabytes = self._desk.words.digits(f"{drive.free / _GIGABYTE:,.1f}")
        return self.tr("{n} GB free").format(n=gigabytes)

    @Slot()
    def _choose_folder(self) -> None:
        start = self._desk.settings.backup_folder
        folder = self._desk.messages.choose_folder(self, self.tr("Folder for this backup"), start)
        if folder is not None:
            self.back_up(folder)

    # --- under way -------------------------------------------------------------------------------------------------

    def back_up(self, folder: Path) -> None:
        """Write a backup into a folder; the dialog follows it."""
        self._timer.stop()
        self.banner.hide()
        self._set_running(running=True)
        self.steps.begin()
        workplace = self._desk.workplace
        self.job.begin(partial(_write, workplace, folder), self._done, self._failed)

    def _set_running(self, *, running: bool) -> None:
        self.places.setVisible(not running)
        self.other.setVisible(not running)
        self.last.setVisible(not running)
        self.steps.setVisible(running)
        self.leave.set_text(self.tr("Stop") if running else self.tr("Cancel"))
        if running:
            self.leave.setFocus()
        self._fit()

    def _done(self, made: BackupMade) -> None:
        self.made = made
        words, number = self._desk.words, self._desk.words.format_number
        self._set_running(running=False)
        for widget in (self.places, self.other, self.last, self.leave):
            widget.hide()
        self.heading.set_text(self.tr("The backup is made and checked"))
        self.sentence.set_text(words.format_instant(made.made_at))
        self.file.set_text(made.file.name)
        self.where.set_text(str(made.file.parent))
        self.file.show()
        self.where.show()
        inside = self.tr("Inside: {records} records, {unsent} changes not sent yet. You can take the stick out now.")
        self.banner.set(inside.format(records=number(made.records), unsent=number(made.unsent)), Tone.OK)
        self.banner.show()
        self.close_.show()
        self.close_.setDefault(True)
        self.close_.setFocus()
        self._fit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, BackupStoppedError) or not self.isVisible():
            return
        self._set_running(running=False)
        self.banner.set(self._desk.messages.describe(error).sentence, Tone.BAD)
        self.banner.show()
        self.show_places()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone from sight for good: whatever is under way ends."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()
            self.job.stop()


def _write(workplace: Workplace, folder: Path, tell: Tell) -> BackupMade:
    from cdd_desktop.operations.backup import back_up_now  # brings the database along

    return back_up_now(workplace, folder, tell)
