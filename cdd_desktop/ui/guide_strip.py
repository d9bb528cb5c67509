"""The strip of the guide: the seven steps with a tick at those done, the one thing to do now, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.operations.views import GuideStep
from cdd_desktop.ui.icons import pixmap
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.buttons import LinkButton
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Chip, Label

_STEPS_FIT = 1000  # logical pixels; where it is narrower only the number of the step is said


class GuideStrip(QFrame):
    """Above the page, never over it. ``words`` names every step, in its order."""

    gone_on = Signal()
    skipped = Signal()

    def __init__(self, words: dict[GuideStep, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "guide")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._words = words
        self._shown: tuple[frozenset[GuideStep], GuideStep | None] | None = None
        self._path = QWidget()
        self._flow = FlowLayout(self._path, spacing=theme().px(14))
        self.place = Chip("", Tone.INFO)
        self.sentence = Label("", "strong", wrap=True)
        self.go_on = LinkButton("", "right")
        self.go_on.set_icon_after()
        self.go_on.clicked.connect(self.gone_on)
        self.skip = LinkButton(self.tr("Skip the guide"))
        self.skip.setToolTip(self.tr("It can be called again from the help (F1)."))
        self.skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(self.place, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(m) for m in (16, 3, 16, 3)])
        column.setSpacing(theme().px(2))
        column.addWidget(self._path)
        column.addLayout(row)

    def show_steps(self, done: frozenset[GuideStep], present: GuideStep | None) -> None:
        """Tick what is done and mark the step that is next, in words too."""
        if self._shown == (done, present):
            return
        self._shown = (done, present)
        steps = tuple(self._words)
        self._flow.clear()
        for number, step in enumerate(steps, 1):
            self._flow.addWidget(self._mark(number, step, done=step in done, present=step is present))
        number = steps.index(present) + 1 if present is not None else len(steps)
        text = self.tr("Step {n} of {all}") if present is not None else self.tr("Done")
        self.place.set(text.format(n=number, all=len(steps)), Tone.INFO if present is not None else Tone.OK)

    def say(self, sentence: str, button: str, leave: str) -> None:
        """The one thing to do; without words for the button there is none: the person is where it is done."""
        self.sentence.set_text(sentence)
        self.go_on.set_text(button)
        self.go_on.setVisible(bool(button))
        self.skip.set_text(leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._path.setVisible(self.width() >= theme().px(_STEPS_FIT))

    def _mark(self, number: int, step: GuideStep, *, done: bool, present: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        if done:
            tick = QLabel()
            tick.setPixmap(
                pixmap("check", theme().tokens.ink(Tone.OK), theme().px(16), self.devicePixelRatioF()),
            )
            tick.setAccessibleName(self.tr("done"))
            row.addWidget(tick)
        text = self._words[step] if done else f"{number}. {self._words[step]}"
        row.addWidget(Label(text, "strong" if present else "note"))
        return box
