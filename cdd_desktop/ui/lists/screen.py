"""Holidays and villages of the office: seen, changed, read from files and written to them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cdd_desktop.operations.views import Changes
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.lists.days import DaysPage
from cdd_desktop.ui.lists.page import ListPage
from cdd_desktop.ui.lists.villages import VillagesPage
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.widgets import PageHeader, QuietButton, SegmentBar

DAYS, VILLAGES = "days", "villages"


class ListsScreen(Screen):
    """Opens for ``days`` or ``villages``; without a word for the list that was open."""

    name = "lists"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header = PageHeader(self.tr("Holidays and villages"))
        self.take_in = QuietButton(self.tr("Read a file…"), "receive")
        self.write_out = QuietButton(self.tr("Write a file…"), "file")
        self.take_in.clicked.connect(self._ask_file)
        self.write_out.clicked.connect(self._ask_new_file)
        self.header.set_actions([self.take_in, self.write_out])
        self.switch = SegmentBar([(DAYS, self.tr("Holidays")), (VILLAGES, self.tr("Villages"))], DAYS)
        self.switch.chosen.connect(self._turn)
        self.days, self.villages = DaysPage(self), VillagesPage(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.days)
        self._stack.addWidget(self.villages)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self._stack, 1)

    @property
    def page(self) -> ListPage:
        """The list in front."""
        return self.villages if self.switch.current() == VILLAGES else self.days

    def open(self, argument: object = None) -> None:
        self._turn(str(argument) if argument in (DAYS, VILLAGES) else self.switch.current())

    def refresh(self, changes: Changes) -> None:
        if changes.definitions:
            self.page.begin()

    @Slot(str)
    def _turn(self, name: str) -> None:
        self.switch.set_current(name)
        self._stack.setCurrentWidget(self.page)
        self.page.drop_plan()
        self.page.begin()

    @Slot()
    def _ask_file(self) -> None:
        path = self.desk.messages.choose_file(self, self.tr("Read a list"), self.page.patterns)
        if path is not None:
            self.page.read_file(path)

    @Slot()
    def _ask_new_file(self) -> None:
        name = self.tr("holidays") if self.page is self.days else self.tr("villages")
        path = self.desk.messages.choose_new_file(self, self.tr("Write the list"), self.page.patterns, f"{name}.xlsx")
        if path is not None:
            self.page.save_file(path)
