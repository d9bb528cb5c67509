"""What is new: the steps of all submissions since yesterday morning, and which offices have been silent how long."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.fact import MoveFact
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.read_quality import read_changes
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.reports.dashboard import SILENT_DAYS, Dashboard, UnitRow
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.table import Column, TableModel, TableView, TextCell
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Card, Label, ScrollColumn

_TONES = {
    MoveKind.CERTIFY: Tone.INFO,
    MoveKind.RETURN: Tone.WARN,
    MoveKind.ACCEPT: Tone.OK,
    MoveKind.APPROVE: Tone.OK,
}
_TABLE = 210


def read_news(work: Work, area: str | None) -> tuple[Dashboard, list[MoveFact]]:
    """The dashboard of the running year, for its contacts, and what has happened since yesterday."""
    return read_dashboard(work, None, area), read_changes(work, area)


class NewsScreen(AreaScreen):
    """A step opens its submission, an office its own page."""

    name = "news"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header.set_actions([self.back])
        self.changes, self.contacts = TableModel(), TableModel()
        self.changes_view = TableView(self.changes, self.tr("Steps since yesterday"))
        self.contacts_view = TableView(self.contacts, self.tr("Contact of the offices"))
        self._moves: list[MoveFact] = []
        self._rows: list[UnitRow] = []
        self._moved, self._silent, self._foot = Label("", "heading"), Label("", "heading"), Label("", "note", wrap=True)
        scroll = ScrollColumn()
        for heading, view in ((self._moved, self.changes_view), (self._silent, self.contacts_view)):
            card = Card()
            card.body.addWidget(heading)
            card.body.addWidget(view, 1)
            card.body.addStretch(0)  # below the heading where the table is hidden
            card.setMinimumHeight(theme().px(_TABLE))
            scroll.body.addWidget(card, 1)
        self.layout_.addWidget(scroll, 1)
        self.layout_.addWidget(self._foot)
        self.changes_view.row_opened.connect(self._open_move)
        self.contacts_view.row_opened.connect(self._open_office)

    def main(self) -> QWidget:
        return self.changes_view

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.load()

    def load(self) -> None:
        self.read(read_news, self.target.area or None, on_done=self._take)

    def _take(self, news: tuple[Dashboard, list[MoveFact]]) -> None:
        board, self._moves = news
        words = self.desk.words
        self.name_area(self.tr("What is new"), board.scope, board.fiscal_year)
        self._moved.set_text(
            words.digits(self.tr("Since yesterday: {n} steps").format(n=words.format_number(len(self._moves))))
        )
        heads = (
            self.tr("When"),
            self.tr("Office"),
            self.tr("Dataset"),
            self.tr("Period"),
            self.tr("Step"),
            self.tr("By"),
        )
        self.changes.show([Column(head) for head in heads], [self._move(move) for move in self._moves])
        self._rows = sorted(board.rows, key=lambda row: (row.silent_days is not None, -(row.silent_days or 0)))
        self.changes_view.setVisible(bool(self._moves))  # the keyboard has no business in an empty table
        silent = self.tr("No contact for more than 7 days: {n} of {m} offices")
        count = words.format_number(len(board.silent))
        self._silent.set_text(silent.format(n=count, m=words.format_number(board.offices)))
        titles = (self.tr("Office"), self.tr("Last contact"), self.tr("Missing"), self.tr("Received"))
        columns = [Column(title, number=place >= 2) for place, title in enumerate(titles)]
        self.contacts.show(columns, [self._contact(row) for row in self._rows])
        self._foot.set_text(self.as_of(board.pulled_at, 0))

    def _move(self, move: MoveFact) -> list[TextCell]:
        words, workplace = self.desk.words, self.desk.workplace
        window = workplace.calendar.window(move.key.dataset, move.key.period)
        unit = workplace.geography.unit(move.key.unit)
        return [
            TextCell(words.format_instant(move.at), move.at.timestamp()),
            TextCell(words.area(unit), unit.code),
            TextCell(words.dataset(move.key.dataset), window.number),
            TextCell(words.period(window), window.period),
            TextCell(step_word(move.kind), move.kind.value, _TONES.get(move.kind, Tone.MUTED)),
            TextCell(move.person_name, move.person_name),
        ]

    def _contact(self, row: UnitRow) -> list[TextCell]:
        words, days = self.desk.words, row.silent_days
        if days is None:
            text, tone = self.tr("never"), Tone.BAD
        elif days > SILENT_DAYS:
            text, tone = words.digits(self.tr("{n} days ago").format(n=days)), Tone.WARN
        else:
            text = words.digits(self.tr("{n} days ago").format(n=days)) if days else self.tr("today")
            tone = Tone.OK
        measures = row.measures
        received = words.digits(f"{measures.received} / {measures.expected}")
        return [
            TextCell(words.area(row.unit), row.unit.code),
            TextCell(text, 10_000 if days is None else days, tone),
            TextCell(words.format_number(measures.missing), measures.missing),
            TextCell(received, measures.declared.ratio),
        ]

    @Slot(int)
    def _open_move(self, number: int) -> None:
        self.desk.open("review", self._moves[number].key)

    @Slot(int)
    def _open_office(self, number: int) -> None:
        row = self._rows[number]
        own = row.offices > 1
        area = row.unit.code if own else self.target.area
        self.desk.open("dashboard", DashboardTarget(area, "" if own else row.unit.code))


def step_word(kind: MoveKind) -> str:
    """What somebody did, in a word or two."""
    translate = QCoreApplication.translate
    return {
        MoveKind.PROPOSE: translate("DashboardSteps", "proposed"),
        MoveKind.TAKE_BACK: translate("DashboardSteps", "taken back"),
        MoveKind.CERTIFY: translate("DashboardSteps", "certified"),
        MoveKind.REOPEN: translate("DashboardSteps", "re-opened"),
        MoveKind.RETURN: translate("DashboardSteps", "sent back"),
        MoveKind.ACCEPT: translate("DashboardSteps", "accepted"),
        MoveKind.APPROVE: translate("DashboardSteps", "approved"),
    }[kind]
