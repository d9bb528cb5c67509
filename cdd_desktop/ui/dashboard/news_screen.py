"""What is new: the steps of all submissions since yesterday morning, and which offices have been silent how long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.fact import MoveFact
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_quality import read_changes
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.reports.dashboard import Dashboard, UnitRow
from cdd_desktop.reports.view import Table
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.table import TableModel, TableView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.news import contacts_table, most_silent_first, steps_table
from cdd_desktop.ui.widgets import Card, Label, ScrollColumn

_TABLE = 210


def read_news(work: Work, area: str | None) -> tuple[Dashboard, list[MoveFact]]:
    """The dashboard of the running year, for its contacts, and what has happened since yesterday."""
    return read_dashboard(work, None, area), read_changes(work, area)


class NewsScreen(AreaScreen):
    """A step opens its submission, an office its own page."""

    name = "news"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.changes, self.contacts = TableModel(), TableModel()
        self.changes_view = TableView(self.changes, self.tr("Steps since yesterday"))
        self.contacts_view = TableView(self.contacts, self.tr("Contact of the offices"))
        self.export = ExportMenu(self, self.request, self._table_in_front)
        self.export.watch(self.changes_view, self.contacts_view)
        self.header.set_actions([self.back, self.export])
        self._moves: list[MoveFact] = []
        self._rows: list[UnitRow] = []
        self._moved, self._silent, self._foot = Label("", "heading"), Label("", "heading"), Label("", "note", wrap=True)
        self._scroll, self._cards = ScrollColumn(), (Card(), Card())
        for card, heading, view in zip(
            self._cards, (self._moved, self._silent), (self.changes_view, self.contacts_view), strict=True
        ):
            card.body.addWidget(heading)
            card.body.addWidget(view, 1)
            card.body.addStretch(0)  # below the heading where the table is hidden
            self._scroll.body.addWidget(card, 1)
        self._scroll.let_shrink()
        self._scroll.installEventFilter(self)
        self.layout_.addWidget(self._scroll, 1)
        self.layout_.addWidget(self._foot)
        self.changes_view.row_opened.connect(self._open_move)
        self.contacts_view.row_opened.connect(self._open_office)

    def _table_in_front(self) -> Table:
        """The one with the keyboard; from the menu the one above that holds anything."""
        lower = self.contacts_view.hasFocus() or not self._moves
        return (self.contacts if lower else self.changes).shown()

    def tables(self) -> tuple[TableModel, ...]:
        return (self.changes, self.contacts)

    def main(self) -> QWidget:
        return self.changes_view

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.load()

    def load(self) -> None:
        self.read(read_news, self.target.area or None, on_done=self._take)

    def _take(self, news: tuple[Dashboard, list[MoveFact]]) -> None:
        board, self._moves = news
        self.name_area(self.tr("What is new"), board.scope, board.fiscal_year)
        told = self.telling()
        steps = steps_table(self._moves, told)
        self._moved.set_text(steps.title)
        self.changes.show(steps)
        self.changes_view.setVisible(bool(self._moves))  # the keyboard has no business in an empty table
        self._rows = most_silent_first(board.rows)
        contacts = contacts_table(self._rows, len(board.silent), board.offices, told)
        self._silent.set_text(contacts.title)
        self.contacts.show(contacts)
        self._foot.set_text(self.as_of(board.pulled_at, 0))
        self._share_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll and event.type() is QEvent.Type.Resize:
            self._share_height()
        return super().eventFilter(watched, event)

    def _share_height(self) -> None:
        """Both tables beside their bars; on a page too low for that both whole, and the page scrolls."""
        least = theme().px(_TABLE)
        low = self._scroll.height() < 2 * least + self._scroll.body.spacing()
        for card, view in zip(self._cards, (self.changes_view, self.contacts_view), strict=True):
            card.setMinimumHeight(0 if low else least)
            view.set_whole(low)

    @Slot(int)
    def _open_move(self, number: int) -> None:
        self.desk.open("review", self._moves[number].key)

    @Slot(int)
    def _open_office(self, number: int) -> None:
        row = self._rows[number]
        own = row.offices > 1
        area = row.unit.code if own else self.target.area
        self.desk.open("dashboard", DashboardTarget(area, "" if own else row.unit.code))
