"""The dialog of a backup: sticks first, one press to write, how far it is, and what was proved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.backup_file import Tell
from cdd_desktop.operations.backup_state import BackupMade, BackupState, read_backup_state
from cdd_desktop.ui.backup_job import BACKUP_PARTS, StepsBar
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.place_dialog import PlaceDialog
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class BackupDialog(PlaceDialog):
    """``begin`` shows it. Closing it stops what is under way, and then nothing is left of that."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.made: BackupMade | None = None
        sentence = self.tr("A copy of everything on this machine, encrypted. It opens with the passwords of today.")
        self.sentence.set_text(sentence)
        self.last = Label("", "note", wrap=True)
        self.file, self.where = Label("", "strong", elide=True), Label("", "muted", elide=True)
        self.steps = StepsBar(BACKUP_PARTS)
        self.build(self.tr("Back up"), self.last, self.file, self.where, self.banner, self.places, self.steps)
        for widget in (self.file, self.where, self.steps):
            widget.hide()
        self.job.progressed.connect(self.steps.show_step)

    def begin(self) -> None:
        workplace = self.desk.workplace
        self.desk.tasks.store(lambda: workplace.read(read_backup_state), self._say_last)
        super().begin()

    def _say_last(self, state: BackupState) -> None:
        words, number = self.desk.words, self.desk.words.format_number
        if state.last is None:
            self.last.set_text(self.tr("This machine has never been backed up."))
            return
        text = self.tr("Last checked backup {when}. Changes since then: {n}.")
        when = words.format_relative(state.last.made_at, self.desk.clock.now())
        self.last.set_text(text.format(when=when, n=number(state.changes)))

    # --- where to --------------------------------------------------------------------------------------------------

    def place_text(self, name: str) -> str:
        return self.tr("Back up to {name}").format(name=name)

    def add_more(self) -> None:
        chosen = self.desk.settings.backup_folder
        folder = Path(chosen) if chosen else self.desk.profile.backups
        warning = self.tr("On this machine only: no help when the machine is lost or broken.")
        note = Label(chosen, "note", elide=True) if chosen else Label(warning, "note", wrap=True)
        self.add_place(self.tr("Back up to the folder for backups"), folder, note, "file")

    def first_is_next(self, *, plugged: bool) -> bool:
        return plugged or bool(self.desk.settings.backup_folder)

    @Slot()
    def choose(self) -> None:
        start = self.desk.settings.backup_folder
        folder = self.desk.messages.choose_folder(self, self.tr("Folder for this backup"), start)
        if folder is not None:
            self.use(folder)

    # --- under way -------------------------------------------------------------------------------------------------

    def use(self, folder: Path) -> None:
        """Write a backup into a folder; the dialog follows it."""
        self.show_running(running=True)
        self.steps.begin()
        self.fit()
        self.job.begin(partial(_write, self.desk.workplace, folder), self._done, self.show_failure)

    def show_running(self, *, running: bool) -> None:
        super().show_running(running=running)
        self.last.setVisible(not running)
        self.steps.setVisible(running)

    def _done(self, made: BackupMade) -> None:
        self.made = made
        words, number = self.desk.words, self.desk.words.format_number
        self.show_running(running=False)
        self.last.hide()
        self.heading.set_text(self.tr("The backup is made and checked"))
        self.sentence.set_text(words.format_instant(made.made_at))
        self.file.set_text(made.file.name)
        self.where.set_text(str(made.file.parent))
        self.file.show()
        self.where.show()
        inside = self.tr("Inside: {records} records, {unsent} changes not sent yet. You can take the stick out now.")
        self.banner.set(inside.format(records=number(made.records), unsent=number(made.unsent)), Tone.OK)
        self.banner.show()
        self.show_end()


def _write(workplace: Workplace, folder: Path, tell: Tell) -> BackupMade:
    from cdd_desktop.operations.backup import back_up_now  # brings the database along

    return back_up_now(workplace, folder, tell)
