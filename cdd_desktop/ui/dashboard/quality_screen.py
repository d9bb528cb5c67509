"""How good the data are: by office, figures that are unusual for their office, and figures that look copied."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.read_quality import QualitySheet, read_quality
from cdd_desktop.operations.views import Changes
from cdd_desktop.reports.quality import Quality, build_quality
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.table import TableModel, TableView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.review_target import ReviewTarget
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.quality import copied_table, offices_table, unusual_table
from cdd_desktop.ui.widgets import Card, Label, ScrollColumn, SegmentBar

_TABLE = 72  # its heading and a row


class QualityScreen(AreaScreen):
    """Three tables, one of them in front; a row opens the office or the submission."""

    name = "quality"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table = TableModel()
        self.table_view = TableView(self.table, self.tr("Quality of the data"))
        self.export = ExportMenu(self, self.request, self.table.shown).watch(self.table_view)
        self.header.set_actions([self.back, self.year_menu, self.export])
        self.parts = SegmentBar(
            [
                ("offices", self.tr("By office")),
                ("unusual", self.tr("Unusual figures")),
                ("copied", self.tr("Copied figures")),
            ],
            "offices",
            wraps=True,
        )
        self._sheet: QualitySheet | None = None
        self._quality: Quality | None = None
        self._looked = False  # whether unusual figures are among what was read
        self._keys: list[SubmissionKey] = []
        self._note, self._foot = Label("", "note", wrap=True), Label("", "note", wrap=True)
        card = Card()
        card.body.addWidget(self.parts)
        card.body.addWidget(self._note)
        card.body.addWidget(self.table_view, 1)
        card.body.addStretch(0)
        card.body.addWidget(self._foot)
        self.table_view.setMinimumHeight(theme().px(_TABLE))
        scroll = ScrollColumn()
        scroll.body.addWidget(card, 1)
        scroll.let_shrink()
        self.layout_.addWidget(scroll, 1)
        self.parts.chosen.connect(self._choose_part)
        self.table_view.row_opened.connect(self._open_row)

    def tables(self) -> tuple[TableModel, ...]:
        return (self.table,)

    def main(self) -> QWidget:
        return self.table_view

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.load()

    def load(self) -> None:
        self._looked = self.parts.current() == "unusual"
        asked = partial(read_quality, with_unusual=self._looked)
        self.read(asked, self.fiscal_year, self.target.area or None, on_done=self._take)

    def _take(self, sheet: QualitySheet) -> None:
        self._sheet = sheet
        self._quality = build_quality(sheet.dashboard, sheet.evidence)
        self.name_area(self.tr("Quality of the data"), sheet.dashboard.scope, sheet.dashboard.fiscal_year)
        self._foot.set_text(self.as_of(sheet.dashboard.pulled_at, sheet.left))
        self._show()
        self.work_out(sheet.left)

    @Slot()
    def _choose_part(self) -> None:
        """Unusual figures are looked for when somebody wants to see them."""
        if self.parts.current() == "unusual" and not self._looked:
            self.load()
        else:
            self._show()

    def _show(self) -> None:
        if self._quality is None:
            return
        part, quality = self.parts.current(), self._quality
        told = self.telling()
        make = {"unusual": unusual_table, "copied": copied_table}.get(part, offices_table)
        self._keys = {
            "unusual": [each.key for each in quality.unusual],
            "copied": [each.key for each in quality.copied],
        }.get(part, [])
        table = make(quality, told)
        self._note.set_text(table.note)
        self.table.show(table)
        found = self.table.rowCount() > 0
        self.table_view.setVisible(found)  # the keyboard has no business in an empty table
        if not found:
            self._note.set_text(self._note.full_text() + " " + self.tr("None has been found."))

    @Slot(int)
    def _open_row(self, number: int) -> None:
        if self._keys:
            self.desk.open("review", ReviewTarget(self._keys[number], copied=self.parts.current() == "copied"))
        elif self._sheet is not None:
            row = self._sheet.dashboard.rows[number]
            if row.offices > 1:
                self.desk.open(self.name, DashboardTarget(row.unit.code))
            else:
                self.desk.open("dashboard", DashboardTarget(self.target.area, row.unit.code))
