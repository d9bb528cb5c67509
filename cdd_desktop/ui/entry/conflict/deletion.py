"""Deleted here and edited there: what was entered meanwhile, and whether the entry stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cdd_desktop.operations.read_conflicts import Conflict
from cdd_desktop.ui.entry.conflict.option import Option
from cdd_desktop.ui.entry.conflict.sheet import hand_words
from cdd_desktop.ui.entry.history_words import HistoryWords
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Card, Label
from cdd_desktop.ui.words import Words


class DeletionSheet(QWidget):
    """``remove`` is None until the person has chosen; ``answered`` comes with the choice."""

    answered = Signal()

    def __init__(self, conflict: Conflict, tell: HistoryWords, words: Words) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")
        self.remove: bool | None = None
        keep = Option(self.tr("Keep the entry, with what was entered on the other machine"), self.tr("Keep the entry"))
        drop = Option(self.tr("Delete it all the same"), self.tr("Delete it all the same"))
        self.options = {False: keep, True: drop}
        card = Card()
        for remove, option in self.options.items():
            option.picked.connect(partial(self._choose, remove))
            card.body.addWidget(option)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(card)
        if conflict.contested:
            column.addWidget(self._entered(conflict, tell, words))
        column.addStretch(1)

    def first_stop(self) -> QWidget:
        return self.options[False].ring

    def _entered(self, conflict: Conflict, tell: HistoryWords, words: Words) -> Card:
        hand = next((one.hand for one in conflict.contested if one.hand is not None), None)
        card = Card(self.tr("Entered on the other machine"), hand_words(hand, words).replace("\n", " · "))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        for row, one in enumerate(conflict.contested):
            before, after = (tell.text(one.path, {one.path: value}) for value in (one.before, one.theirs))
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(tell.label(one.path), "note", wrap=True), row, 0, top)
            grid.addWidget(Label(f"{before}  ›  {after}", wrap=True), row, 1, top)
        card.body.addLayout(grid)
        return card

    def _choose(self, remove: bool) -> None:
        self.remove = remove
        for value, option in self.options.items():
            option.set_picked(value is remove)
        self.answered.emit()
