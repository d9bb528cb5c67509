"""The two tables of the calendar screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from cdd_desktop.ui.calendar.delegates import MonthDelegate, YearDelegate, YearHeader
from cdd_desktop.ui.calendar.month_model import MonthModel
from cdd_desktop.ui.calendar.year_model import YearModel
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.first_cell import FirstCell
from cdd_desktop.ui.words import Words


class _Table(QTableView):
    """Fills its room: rows share the height down to a smallest one, columns share the width."""

    smallest_row = 25
    lowest_row = 22  # on a low page
    tallest_row = 200

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low = False
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(theme().px(120))

    def set_low(self, low: bool) -> None:
        """Smaller rows, so that more of them are in sight on a low page."""
        self._low = low
        self.setMinimumHeight(theme().px(84 if low else 120))
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        rows = self.model().rowCount()
        if rows:
            share = self.viewport().height() // rows
            smallest = self.lowest_row if self._low else self.smallest_row
            height = max(theme().px(smallest), min(share, theme().px(self.tallest_row)))
            self.verticalHeader().setDefaultSectionSize(height)


class YearTable(_Table):
    """Datasets by months."""

    tallest_row = 40

    def __init__(self, model: YearModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Due days by dataset and month"))
        self.setHorizontalHeader(YearHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(YearHeader(Qt.Orientation.Vertical, self))
        self.setItemDelegate(YearDelegate(self))
        self.setModel(model)
        FirstCell(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(theme().px(42))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelReset.connect(self._share_height)


class MonthTable(_Table):
    """Weeks by days."""

    smallest_row = 52
    lowest_row = 46

    def __init__(self, model: MonthModel, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("The month by weeks"))
        self.setHorizontalHeader(YearHeader(Qt.Orientation.Horizontal, self))
        self.verticalHeader().hide()
        self.setItemDelegate(MonthDelegate(words, self))
        self.setModel(model)
        FirstCell(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._share_height)
