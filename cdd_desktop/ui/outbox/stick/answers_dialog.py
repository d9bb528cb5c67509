"""Write central's answers back onto a stick, for the districts whose files were carried."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.operations.stick import StickStep, Tell, write_answers
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.dialog import StickDialog
from cdd_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


class AnswersDialog(StickDialog):
    """``begin`` shows it; ``written`` are the files that were put there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.written: list[Path] = []
        self.sentence.set_text(
            self.tr("Central's receipts for all files carried here. Each opens only on the machine it is for.")
        )
        self.build(self.tr("Receipts back to USB"), self.banner, self.places, self.steps)

    def place_text(self, name: str) -> str:
        return self.tr("Write to {name}").format(name=name)

    @Slot()
    def choose(self) -> None:
        folder = self.desk.messages.choose_folder(self, self.tr("Folder for the receipts"))
        if folder is not None:
            self.use(folder)

    def use(self, folder: Path) -> None:
        """Write the receipts into a folder."""
        self.run(StickStep.WRITING, partial(_write, self.desk.workplace, folder), self._done)

    def _done(self, written: list[Path]) -> None:
        self.written = written
        self.show_running(running=False)
        text = self.tr("Receipts on the stick: {n}").format(n=self.desk.words.format_number(len(written)))
        self.heading.set_text(text)
        self.sentence.hide()
        give = self.tr("Give the stick back to the district. There it is opened with Open files from USB.")
        self.banner.set(give, Tone.OK)
        self.banner.show()
        self.show_end()


def _write(workplace: Workplace, folder: Path, tell: Tell) -> list[Path]:
    tell(StickStep.WRITING, 0)
    return write_answers(workplace, folder)
