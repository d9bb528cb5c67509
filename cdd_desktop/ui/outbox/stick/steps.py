"""How far work with a stick is, in a bar and in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cdd_desktop.operations.stick import StickStep
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.labels import Label
from cdd_desktop.ui.widgets.surfaces import Progress

_PARTS = {StickStep.COLLECTING: (0, 60), StickStep.WRITING: (60, 100), StickStep.TAKING: (0, 100)}


class StickBar(QWidget):
    """Follows a ``Job`` of ``operations.stick``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", wrap=True)
        self.bar = Progress(0, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(self.words)
        column.addWidget(self.bar)

    @Slot(object, float)
    def show_step(self, step: StickStep, far: float) -> None:
        first, last = _PARTS[step]
        self.bar.set(round(first + (last - first) * far), 100)
        self.words.set_text(_word(step))


def _word(step: StickStep) -> str:
    translate = QCoreApplication.translate
    return {
        StickStep.COLLECTING: translate("Stick", "Collecting everything that has no receipt yet."),
        StickStep.WRITING: translate("Stick", "Writing the file and reading it back. Leave the stick where it is."),
        StickStep.TAKING: translate("Stick", "Checking and opening the files. Leave the stick where it is."),
    }[step]
