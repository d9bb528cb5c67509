"""Before one side is taken for many entries: the list of what stays and what gives way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.operations.read_conflicts import Conflict
from cdd_desktop.ui.entry.conflict.choices import Choices, Place, Side
from cdd_desktop.ui.entry.history_words import HistoryWords
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label, PrimaryButton, QuietButton, ScrollColumn, line
from cdd_desktop.ui.words import Words

Teller = Callable[[Conflict], HistoryWords]


class BulkDialog(QDialog):
    """Accepted when the person confirms."""

    def __init__(
        self, answers: Sequence[Choices], side: Side, tell: Teller, words: Words, *, left_out: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._side, self._tell = side, tell
        number = words.format_number(len(answers))
        title = (
            self.tr("Keep this machine's values in {n} entries?")
            if side is Side.MINE
            else self.tr("Take central's values in {n} entries?")
        ).format(n=number)
        self.setWindowTitle(title)
        room = parent.window().size()
        self.resize(min(theme().px(720), room.width() - 48), min(theme().px(560), room.height() - 48))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(8))
        column.addWidget(Label(title, "heading", wrap=True))
        note = self.tr("On the left what stays, on the right what gives way and goes into the history.")
        if left_out:
            more = self.tr("Deletions are decided one by one: {n} remain.").format(n=words.format_number(left_out))
            note = f"{note} {more}"
        column.addWidget(Label(note, "note", wrap=True))
        entries = ScrollColumn(self)
        for place, choices in enumerate(answers):
            if place:
                entries.body.addWidget(line())
            self._add(entries, choices)
        entries.body.addStretch(1)
        column.addWidget(entries, 1)
        self.confirm = PrimaryButton(self.tr("Yes, in {n} entries").format(n=number), "check")
        self.confirm.clicked.connect(self.accept)
        self.cancel = QuietButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(10))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.confirm)
        column.addLayout(foot)
        self.confirm.setFocus()

    def _add(self, entries: ScrollColumn, choices: Choices) -> None:
        tell = self._tell(choices.conflict)
        entries.body.addWidget(Label(choices.conflict.question.title, "strong", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(2))
        for column in range(3):
            grid.setColumnStretch(column, 3)
        other = Side.THEIRS if self._side is Side.MINE else Side.MINE
        for row, place in enumerate(choices.places):
            self._line(grid, row, tell, place, other)
        entries.body.addLayout(grid)

    def _line(self, grid: QGridLayout, row: int, tell: HistoryWords, place: Place, other: Side) -> None:
        stays, goes = (tell.text(place.path, place.of(side)) for side in (self._side, other))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Label(tell.label(place.path), "note", wrap=True), row, 0, top)
        grid.addWidget(Label(stays, "strong", wrap=True), row, 1, top)
        grid.addWidget(Label(goes, "muted", wrap=True), row, 2, top)
