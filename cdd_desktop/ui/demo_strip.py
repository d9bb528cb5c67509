"""The strip of the sample province: says that nothing here is real, and changes person with one click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Label


class DemoStrip(QFrame):
    """``person_chosen`` carries the place of the person in the list given."""

    person_chosen = Signal(int)

    def __init__(self, labels: Sequence[str], current: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "demo")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = FlowLayout(self, spacing=theme().px(6))
        row.setContentsMargins(*[theme().px(m) for m in (14, 3, 14, 3)])
        row.addWidget(Label(self.tr("Sample data"), "strong"))
        row.addWidget(Label(self.tr("Work as:"), "small"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        for number, label in enumerate(labels):
            button = QPushButton(label)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click must not take the focus from the work
            button.setChecked(number == current)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(self._choose)

    def set_current(self, number: int) -> None:
        self._group.button(number).setChecked(True)

    @Slot(int)
    def _choose(self, number: int) -> None:
        self.person_chosen.emit(number)
