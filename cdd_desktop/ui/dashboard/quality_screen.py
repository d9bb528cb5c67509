"""How good the data are: by office, figures that are unusual for their office, and figures that look copied."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.amounts import show_hundredths, show_whole
from cdd_desktop.forms.indicators import Sums, figure_of
from cdd_desktop.operations.read_quality import QualitySheet, read_quality
from cdd_desktop.operations.views import Changes
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.quality import CopiedList, Quality, QualityRow, Unusual, build_quality
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.table import Column, TableModel, TableView, TextCell
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Card, Label, ScrollColumn, SegmentBar

_TABLE = 300


class QualityScreen(AreaScreen):
    """Three tables, one of them in front; a row opens the office or the submission."""

    name = "quality"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.header.set_actions([self.back, self.year_menu])
        self.table = TableModel()
        self.table_view = TableView(self.table, self.tr("Quality of the data"))
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
        self._keys: list[SubmissionKey] = []
        self._note, self._foot = Label("", "note", wrap=True), Label("", "note", wrap=True)
        card = Card()
        card.body.addWidget(self.parts)
        card.body.addWidget(self._note)
        card.body.addWidget(self.table_view, 1)
        card.body.addStretch(0)
        card.body.addWidget(self._foot)
        card.setMinimumHeight(theme().px(_TABLE))
        scroll = ScrollColumn()
        scroll.body.addWidget(card, 1)
        self.layout_.addWidget(scroll, 1)
        self.parts.chosen.connect(self._show)
        self.table_view.row_opened.connect(self._open_row)

    def main(self) -> QWidget:
        return self.table_view

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.load()

    def load(self) -> None:
        self.read(read_quality, self.fiscal_year, self.target.area or None, on_done=self._take)

    def _take(self, sheet: QualitySheet) -> None:
        self._sheet = sheet
        self._quality = build_quality(sheet.dashboard, sheet.evidence)
        self.name_area(self.tr("Quality of the data"), sheet.dashboard.scope, sheet.dashboard.fiscal_year)
        self._foot.set_text(self.as_of(sheet.dashboard.pulled_at, sheet.left))
        self._show()
        self.work_out(sheet.left)

    @Slot()
    def _show(self) -> None:
        if self._quality is None:
            return
        show = {"unusual": self._show_unusual, "copied": self._show_copied}
        show.get(self.parts.current(), self._show_offices)(self._quality)
        found = self.table.rowCount() > 0
        self.table_view.setVisible(found)  # the keyboard has no business in an empty table
        if not found:
            self._note.set_text(self._note.full_text() + " " + self.tr("None has been found."))

    # --- by office -------------------------------------------------------------------------------------------------

    def _show_offices(self, quality: Quality) -> None:
        self._keys = []
        self._note.set_text(
            self.tr(
                "Declared: reports received of those expected. Computed: entries done of those expected."
                " Current: register entries dealt with within a year."
            )
        )
        heads = (
            self.tr("Office"),
            self.tr("Declared"),
            self.tr("Computed"),
            self.tr("On time"),
            self.tr("Days before due"),
            self.tr("Current registers"),
            self.tr("With errors"),
            self.tr("Warnings open / explained"),
            self.tr("Sent back / answered"),
            self.tr("Answered within"),
            self.tr("Copied"),
            self.tr("Lists known"),
        )
        columns = [Column(head, number=place > 0) for place, head in enumerate(heads)]
        rows = [self._office(row) for row in quality.rows]
        total = self._office(quality.total)
        total[0] = TextCell(self.tr("Total"))
        self.table.show(columns, [*rows, total], with_total=True)

    def _office(self, row: QualityRow) -> list[TextCell]:
        words, measures = self.desk.words, row.measures
        open_and_explained = f"{row.warnings:,} / {row.explained:,}"
        answered = f"{row.returned:,} / {row.answered:,}"
        lead = "–" if row.lead_days is None else words.digits(str(row.lead_days))
        errors = Tone.BAD if row.errors else None
        spoken = self.tr("{n} entries with errors").format(n=row.errors) if row.errors else ""
        return [
            TextCell(words.area(row.unit), row.unit.code),
            self._share(measures.declared),
            self._share(measures.computed),
            self._share(measures.timely),
            TextCell(lead, row.lead_days),
            self._share(row.current),
            TextCell(words.format_number(row.errors), row.errors, errors, spoken),
            TextCell(words.digits(open_and_explained), row.warnings),
            TextCell(words.digits(answered), row.returned),
            TextCell(self._passed(row.turn_round), row.turn_round.total_seconds() if row.turn_round else None),
            self._share(row.copied),
            TextCell(words.digits(f"{row.lists.part:,} / {row.lists.whole:,}"), row.lists.ratio),
        ]

    def _share(self, share: Share) -> TextCell:
        """A percentage never stands without its counts."""
        if not share.whole:
            return TextCell("–")
        words = self.desk.words
        counts = words.digits(f"{share.part:,} / {share.whole:,}")
        return TextCell(f"{words.format_percent(share.part, share.whole)} ({counts})", share.ratio)

    def _passed(self, passed: timedelta | None) -> str:
        if passed is None:
            return "–"
        hours = round(passed.total_seconds() / 3600)
        if hours < 48:
            return self.desk.words.digits(self.tr("{n} h").format(n=hours))
        return self.desk.words.digits(self.tr("{n} days").format(n=round(hours / 24)))

    # --- what to look at -------------------------------------------------------------------------------------------

    def _show_unusual(self, quality: Quality) -> None:
        self._keys = [each.key for each in quality.unusual]
        self._note.set_text(
            self.tr(
                "Figures far from what is usual for the same office: beyond three times the breadth of the middle half"
                " of its earlier periods. Five of them have to be there. It may be right: ask the office."
            )
        )
        heads = (
            self.tr("Office"),
            self.tr("Dataset"),
            self.tr("Period"),
            self.tr("Figure"),
            self.tr("Now"),
            self.tr("Usual"),
        )
        columns = [Column(head, number=place in (4, 5)) for place, head in enumerate(heads)]
        self.table.show(columns, [self._far(each) for each in quality.unusual])

    def _far(self, found: Unusual) -> list[TextCell]:
        words = self.desk.words
        definition = self.desk.workplace.catalogue.newest(found.key.dataset)
        indicator = next(each for each in definition.indicators if each.key == found.indicator)
        exact = figure_of(definition, indicator, Sums(0)).decimals

        def shown(value: int) -> str:
            return words.digits(show_hundredths(value) if exact else show_whole(value))

        span = self.tr("{low} to {high} (middle {middle}, {n} periods)").format(
            low=shown(found.usual.low),
            high=shown(found.usual.high),
            middle=shown(found.usual.middle),
            n=found.usual.count,
        )
        label = words.text(indicator.label_th, indicator.label_en)
        return [
            *self._place(found.key),
            TextCell(label, label),
            TextCell(shown(found.value), found.value),
            TextCell(words.digits(span)),
        ]

    def _show_copied(self, quality: Quality) -> None:
        self._keys = [each.key for each in quality.copied]
        self._note.set_text(
            self.tr(
                "Records in which every amount and count is that of the period before. It may be right: ask the office."
            )
        )
        heads = (self.tr("Office"), self.tr("Dataset"), self.tr("Period"), self.tr("Records with the same figures"))
        columns = [Column(head, number=place == 3) for place, head in enumerate(heads)]
        self.table.show(columns, [self._same(each) for each in quality.copied])

    def _same(self, found: CopiedList) -> list[TextCell]:
        return [*self._place(found.key), self._share(found.share)]

    def _place(self, key: SubmissionKey) -> list[TextCell]:
        words, workplace = self.desk.words, self.desk.workplace
        window = workplace.calendar.window(key.dataset, key.period)
        unit = workplace.geography.unit(key.unit)
        return [
            TextCell(words.area(unit), unit.code),
            TextCell(words.dataset(key.dataset), window.number),
            TextCell(words.period(window), window.due_on.isoformat()),
        ]

    @Slot(int)
    def _open_row(self, number: int) -> None:
        if self._keys:
            self.desk.open("review", self._keys[number])
        elif self._sheet is not None:
            row = self._sheet.dashboard.rows[number]
            if row.offices > 1:
                self.desk.open(self.name, DashboardTarget(row.unit.code))
            else:
                self.desk.open("dashboard", DashboardTarget(self.target.area, row.unit.code))
