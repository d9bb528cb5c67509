"""Open what came on a stick: all that is for this machine, or chosen files; then what became of each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cdd_desktop.operations.stick import ENDINGS, RefusedFile, StickStep, take_each, take_folder
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.outbox.stick.dialog import StickDialog
from cdd_desktop.ui.outbox.stick.outcome import Outcome, OutcomeRow
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.surfaces import line

_TALLEST = 320


class TakeDialog(StickDialog):
    """``begin`` shows it; ``take`` goes on with files that are known. ``rows`` are the outcomes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sentence.set_text(
            self.tr("Receipts, what is new from central, and files of the districts. Nothing is taken in part.")
        )
        self.other.set_text(self.tr("Choose a file…"))
        self.rows: list[OutcomeRow] = []
        self._versions = False  # whether the stick holds versions of the program
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, theme().px(6), 0)
        self._area = QScrollArea()
        self._area.setWidget(self._list)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.build(self.tr("Open files from USB"), self.banner, self._area, self.places, self.steps)
        self._area.hide()

    def place_text(self, name: str) -> str:
        return self.tr("Open what is on {name}").format(name=name)

    @Slot()
    def choose(self) -> None:
        pattern = self.tr("Files of this program") + f" ({' '.join(f'*{ending}' for ending in ENDINGS)})"
        file = self.desk.messages.choose_file(self, self.tr("File from USB"), pattern)
        if file is not None:
            self.take([file])

    def use(self, folder: Path) -> None:
        """Open everything on a stick that is for this machine, a new version of the program too."""
        self._versions = self.desk.updates.take_from(folder)
        self.run(StickStep.TAKING, partial(take_folder, self.desk.workplace, folder), self._done)

    def take(self, files: Sequence[Path]) -> None:
        """Open files one after another; the dialog follows."""
        self.run(StickStep.TAKING, partial(take_each, self.desk.workplace, tuple(files)), self._done)

    def _done(self, outcomes: Sequence[Outcome]) -> None:
        self.show_running(running=False)
        if not outcomes:
            if self._versions:
                self.banner.set(self.tr("A new version of the program is on it and is being made ready."), Tone.INFO)
            else:
                nothing = self.tr("There is nothing for this machine on it. Try another stick or file.")
                self.banner.set(nothing, Tone.WARN)
            self.banner.show()
            self.show_places()
            self.look_for_sticks()
            return
        taken = [one for one in outcomes if not isinstance(one, RefusedFile)]
        number = self.desk.words.format_number
        self.heading.set_text(
            self.tr("{n} of {all} files taken").format(n=number(len(taken)), all=number(len(outcomes)))
        )
        if any(one.answer is not None for one in taken):
            self.banner.set(self.tr("The answer lies on the stick. Give the stick back to the district."), Tone.INFO)
            self.banner.show()
        self._show(outcomes)
        self.sentence.hide()
        self.show_end()

    def _show(self, outcomes: Sequence[Outcome]) -> None:
        self.rows = [OutcomeRow(one, self.desk) for one in outcomes]
        for number, row in enumerate(self.rows):
            if number:
                self._lines.addWidget(line())
            self._lines.addWidget(row)
        self._area.show()
        wide = self.width() - theme().px(60)
        self._lines.activate()
        self._area.setFixedHeight(min(self._lines.totalHeightForWidth(wide) + theme().px(4), theme().px(_TALLEST)))
