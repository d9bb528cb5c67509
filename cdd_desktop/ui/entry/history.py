"""Who changed what in a record and when, and the way back to any value it had."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.domain.record import Value
from cdd_desktop.operations.read_history import HistoryLine, Story, restoring
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.history_words import HistoryWords, Told
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import EmptyState, Label, LinkButton, QuietButton, ScrollColumn, line
from cdd_desktop.ui.words import Words


class HistoryDialog(QDialog):
    """``restored`` carries the patch that lays a value back; the dialog closes with it."""

    restored = Signal(object)

    def __init__(self, draft: Draft, story: Story, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._editable = draft.editable
        self._tell = HistoryWords(draft.definition, draft.entity, story.titles, words)
        self.buttons: dict[str, LinkButton] = {}
        self.setWindowTitle(self.tr("History"))
        self.setMinimumSize(theme().px(560), theme().px(360))
        self.resize(theme().px(720), theme().px(560))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(22)] * 4)
        column.setSpacing(theme().px(8))
        name = draft.sheet.title or self.tr("New entry")
        column.addWidget(Label(self.tr("History of “{name}”").format(name=name), "heading", wrap=True))
        if draft.editable:
            note = self.tr("Using a value again is a change like any other: it is saved, sent and can be undone.")
            column.addWidget(Label(note, "note", wrap=True))
        self.list = ScrollColumn(self)
        column.addWidget(self.list, 1)
        for number, one in enumerate(story.lines):
            self._add(one, first=number == 0)
        if not story.lines:
            self.list.body.addWidget(EmptyState("clock", self.tr("Nothing was changed yet"), ""))
        self.list.body.addStretch(1)
        close = QuietButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus()

    def _add(self, one: HistoryLine, *, first: bool) -> None:
        body = self.list.body
        if not first:
            body.addWidget(line())
        body.addWidget(Label(self._head(one), "strong", wrap=True))
        if one.deleted:
            body.addWidget(Label(self.tr("The entry was deleted"), wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setVerticalSpacing(theme().px(2))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 4)
        for row, told in enumerate(self._tell.told(one)):
            self._row(grid, row, one, told)
        body.addLayout(grid)

    def _row(self, grid: QGridLayout, row: int, one: HistoryLine, told: Told) -> None:
        grid.addWidget(Label(told.label, "note", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(f"{told.before}  ›  {told.after}", wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
        if self._editable and told.restorable:
            again = LinkButton(self.tr("Use the old value"))
            again.setAccessibleName(
                self.tr("Use “{value}” again for {field}").format(value=told.before, field=told.label)
            )
            again.clicked.connect(partial(self._restore, restoring(one, told.path)))
            grid.addWidget(again, row, 2, Qt.AlignmentFlag.AlignTop)
            self.buttons.setdefault(told.path, again)

    def _head(self, one: HistoryLine) -> str:
        parts = [self._words.format_instant(one.at), one.person_name or self.tr("another machine, through central")]
        if one.waiting:
            parts.append(self.tr("waits to be sent"))
        return " · ".join(parts)

    def _restore(self, patch: dict[str, Value]) -> None:
        self.accept()
        self.restored.emit(patch)
