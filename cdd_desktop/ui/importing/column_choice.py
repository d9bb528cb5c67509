"""Which column of a sheet goes into which field, one line a heading; for sheets the program did not make."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from cdd_desktop.exchange.columns import SheetMap
from cdd_desktop.exchange.layout import SheetLayout
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Card, Label


class ColumnChoice(Card):
    """``map`` is what is chosen now. ``chosen`` comes when the person has changed something."""

    chosen = Signal()

    def __init__(self, found: SheetMap, layout: SheetLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.map = found
        self._layout = layout
        self.boxes: dict[int, QComboBox] = {}
        self.body.addWidget(Label(self.tr("Columns of “{sheet}”").format(sheet=found.sheet), "heading", wrap=True))
        known = self.tr("Each column goes where it says. What is chosen here is remembered for the next sheet.")
        self.body.addWidget(Label(known, "note", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(12))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for line, (place, heading) in enumerate(sorted(found.headings.items())):
            grid.addWidget(Label(heading, wrap=True), line, 0)
            grid.addWidget(self._box(place, heading), line, 1)
        self.era = QComboBox()
        self.era.setAccessibleName(self.tr("Years of two meanings"))
        for value, text in (("", self.tr("ask")), ("be", self.tr("Buddhist era")), ("ce", self.tr("common era"))):
            self.era.addItem(text, value)
        self.era.currentIndexChanged.connect(self._take)
        grid.addWidget(Label(self.tr("Dates whose year could be of either era"), wrap=True), grid.rowCount(), 0)
        grid.addWidget(self.era, grid.rowCount() - 1, 1)
        self.body.addLayout(grid)

    def _box(self, place: int, heading: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(heading)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.addItem(self.tr("(left out)"), "")
        for column in self._layout.columns:
            if column.field is not None:
                box.addItem(column.label, column.key)
        box.setCurrentIndex(max(0, box.findData(self.map.columns.get(place, ""))))
        box.currentIndexChanged.connect(self._take)
        self.boxes[place] = box
        return box

    def _take(self) -> None:
        columns: dict[int, str] = {}
        for place, box in self.boxes.items():
            key = str(box.currentData())
            if key and key not in columns.values():
                columns[place] = key
        era = self.era.currentData()
        self.map = replace(self.map, columns=columns, era=era)
        self.chosen.emit()
