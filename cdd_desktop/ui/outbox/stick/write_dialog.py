"""Write what waits onto a stick: one press, then how much is on it, where it lies, and whom to give it to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.stick import OnStick, StickStep, Tell, write_to
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.dialog import StickDialog
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.labels import Label

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class WriteDialog(StickDialog):
    """``begin`` shows it. Closing it before the file is written leaves nothing on the stick. ``photos`` says that some
    are not on it, or is empty."""

    def __init__(self, desk: Desk, photos: str = "", parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.written: OnStick | None = None
        self._photos = photos
        sentence = self.tr("Everything without a receipt goes into one sealed file. All of it also stays here.")
        self.sentence.set_text(f"{sentence} {photos}".strip())
        self.file, self.where = Label("", "strong", elide=True), Label("", "muted", elide=True)
        self.build(self.tr("Save to USB"), self.file, self.where, self.banner, self.places, self.steps)
        self.file.hide()
        self.where.hide()

    def place_text(self, name: str) -> str:
        return self.tr("Save to {name}").format(name=name)

    @Slot()
    def choose(self) -> None:
        folder = self.desk.messages.choose_folder(self, self.tr("Folder for the file"))
        if folder is not None:
            self.use(folder)

    def use(self, folder: Path) -> None:
        """Write the file into a folder; the dialog follows it."""
        self.run(StickStep.COLLECTING, partial(_write, self.desk.workplace, folder), self._done)

    def _done(self, written: OnStick) -> None:
        self.written = written
        file, number = written.file, self.desk.words.format_number
        self.show_running(running=False)
        self.heading.set_text(self.tr("On the stick, waiting for its receipt"))
        inside = self.tr("Reports: {reports} ({certified} certified) · entries: {records} · changes: {saves}")
        if not file.saves:
            inside = self.tr("Nothing waits to be sent: the file asks central for what is new.")
        records = sum(int(line[2]) for line in file.contents)
        inside = inside.format(
            reports=number(file.reports),
            certified=number(file.certified),
            records=number(records),
            saves=number(file.saves),
        )
        self.sentence.set_text(" · ".join(part for part in (inside, self._photos) if part))
        self.file.set_text(written.path.name)
        self.where.set_text(self.place_name(written.path.parent))
        self.file.show()
        self.where.show()
        self.banner.set(self._next(), Tone.VIOLET)
        self.banner.show()
        self.show_end()

    def _next(self) -> str:
        """Whom the stick is given to, and what comes back."""
        if self.desk.workplace.unit.level is UnitLevel.DISTRICT:
            return self.tr(
                "Take the stick out and hand it to the provincial office. When it comes back, press Open files from "
                "USB: only the receipt on it makes the reports received."
            )
        return self.tr(
            "Take the stick out and hand it to central. When it comes back, press Open files from USB: only the "
            "receipt on it makes the reports received."
        )


def _write(workplace: Workplace, folder: Path, tell: Tell) -> OnStick:
    """A stick that was pulled out has no folder any more, and nothing is written where it was."""
    if not folder.is_dir():
        raise RefusedError("file-unwritable", name=folder.name)
    return write_to(workplace, folder, tell)
