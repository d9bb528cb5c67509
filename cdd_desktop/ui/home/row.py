"""One submission on the home screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.phrases import due_note, progress_phrase
from cdd_desktop.ui.state_words import due_line, next_step_word, submission_chip
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.labels import Chip, Label
from cdd_desktop.ui.widgets.surfaces import ListRow, Progress
from cdd_desktop.ui.words import Words


class SubmissionRow(ListRow):
    """Name, how far, due when, and the next step. ``chosen`` carries the ``SubmissionView``."""

    chosen = Signal(object)

    def __init__(
        self, view: SubmissionView, words: Words, *, primary: bool, compact: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(height=64, parent=parent)
        self.view = view
        px = theme().px
        name = words.dataset(view.key.dataset)
        chip_text, tone = submission_chip(view, words)
        phrase = progress_phrase(view, words)
        self.setAccessibleName(f"{name} {words.period(view.window)} {chip_text} {phrase}")
        self.set_current(primary)
        self.row.addLayout(self._texts(name, words, phrase), 1)
        if not compact and view.progress.expected and view.progress.done:
            bar = Progress(view.progress.done, view.progress.expected)
            bar.setFixedWidth(px(130))
            self.row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
        when = QVBoxLayout()
        when.setSpacing(px(2))
        when.addStretch(1)
        when.addWidget(Chip(chip_text, tone))
        due = Label(due_line(view.window, words), "note")
        when.addWidget(due)
        note = due_note(view, words)
        if note:
            when.addWidget(Label(note, "note"))
        when.addStretch(1)
        holder = QWidget()
        holder.setLayout(when)
        when.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(px(210))
        self.row.addWidget(holder)
        text = next_step_word(view.next_step)
        self.button: PrimaryButton | QuietButton = PrimaryButton(text) if primary else QuietButton(text)
        self.button.setMinimumWidth(px(118 if compact else 136))
        self.button.ensurePolished()
        self.button.setAccessibleName(f"{text} {name} {words.period(view.window)}")
        self.row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.button.clicked.connect(self._choose)
        self.activated.connect(self._choose)

    def _texts(self, name: str, words: Words, phrase: str) -> QVBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(theme().px(10))
        heading = Label(name, "heading", elide=True)
        heading.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        title.addWidget(heading)
        title.addWidget(Label(words.period(self.view.window), "muted", elide=True), 1)
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addStretch(1)
        column.addLayout(title)
        column.addWidget(Label(phrase, "note", elide=True))
        column.addStretch(1)
        return column

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.view)
