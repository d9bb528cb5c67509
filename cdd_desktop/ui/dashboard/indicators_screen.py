"""The figures of a dataset for an area: two charts, and by one key the numbers behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.list_facts import AGES
from cdd_desktop.ids import DatasetKey, UnitCode
from cdd_desktop.operations.read_indicators import IndicatorSheet, read_indicators
from cdd_desktop.operations.views import Changes
from cdd_desktop.reports.chart import Chart
from cdd_desktop.reports.view import Table
from cdd_desktop.ui.dashboard.area_screen import AreaScreen, DashboardTarget
from cdd_desktop.ui.dashboard.chart_view import ChartView
from cdd_desktop.ui.dashboard.table import TableModel, TableView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.ages import ages_table, pyramid
from cdd_desktop.ui.views.indicator_charts import Teller
from cdd_desktop.ui.views.indicator_hints import hint_of
from cdd_desktop.ui.views.part_charts import PartTeller, charts_of, numbers_of
from cdd_desktop.ui.views.request import ViewRequest
from cdd_desktop.ui.views.tiles import grid_size
from cdd_desktop.ui.widgets import Card, Label, MenuButton, ScrollColumn, SegmentBar

_FIRST = "otop_sales"
_CARD = 320
_BROAD = 8  # more columns of tiles than these want the whole width


class IndicatorsScreen(AreaScreen):
    """``dataset`` and ``indicator`` stay as chosen while the area changes."""

    name = "indicators"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.dataset, self.indicator = DatasetKey(_FIRST), ""
        self.dataset_menu, self.indicator_menu = MenuButton(""), MenuButton("")
        self.kind = SegmentBar([("charts", self.tr("Charts")), ("numbers", self.tr("Numbers"))], "charts", wraps=True)
        self.first, self.second = ChartView(), ChartView()
        self.table = TableModel()
        self.table_view = TableView(self.table, self.tr("Numbers of the area"))
        self.export = ExportMenu(self, self.request, self._numbers, self._copy_chart).watch(self.table_view)
        menus = [self.year_menu, self.dataset_menu, self.indicator_menu]
        self.header.set_actions([self.back, *menus, self.export])
        self._sheet: IndicatorSheet | None = None
        self._behind = True  # whether the numbers are still to be put into their table
        self._foot, self._hint, self._as_of = Label("", "note", wrap=True), Label("", "note", wrap=True), ""
        self._build()

    def _build(self) -> None:
        charts = QWidget()
        self._side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight, charts)
        self._side_by_side.setContentsMargins(0, 0, 0, 0)
        self._side_by_side.setSpacing(theme().px(12))
        for view in (self.first, self.second):
            self._side_by_side.addWidget(view, 3 if view is self.first else 2)
            view.numbers_wanted.connect(self._show_numbers)
            view.area_opened.connect(self._open_area)
        self._stack = QStackedWidget()
        self._stack.addWidget(charts)
        self._stack.addWidget(self.table_view)
        card = Card()
        card.body.addWidget(self.kind)
        card.body.addWidget(self._hint)
        card.body.addWidget(self._stack, 1)
        card.body.addWidget(self._foot)
        card.setMinimumHeight(theme().px(_CARD))
        scroll = ScrollColumn()
        scroll.body.addWidget(card, 1)
        self.layout_.addWidget(scroll, 1)
        self.dataset_menu.chosen.connect(self._choose_dataset)
        self.indicator_menu.chosen.connect(self._choose_indicator)
        self.kind.chosen.connect(self._choose_kind)
        self.table_view.cell_opened.connect(self._open_cell)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._arrange()

    def _arrange(self) -> None:
        """Side by side, or below each other on a narrow page and where the first is as broad as the country."""
        columns, _ = grid_size([tile.code for tile in self.first.chart.tiles])
        below = self.compact or columns > _BROAD
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side_by_side.setDirection(down if below else across)

    def request(self) -> ViewRequest:
        return replace(super().request(), dataset=self.dataset, indicator=self.indicator)

    def _copy_chart(self) -> None:
        """The one with the keyboard, else the first."""
        (self.second if self.second.hasFocus() else self.first).copy()

    def tables(self) -> tuple[TableModel, ...]:
        return (self.table,)

    def main(self) -> QWidget:
        return self.first if self.kind.current() == "charts" else self.table_view

    def refresh(self, changes: Changes) -> None:  # noqa: ARG002
        self.load()

    def load(self) -> None:
        area = self.target.area or None
        self.read(read_indicators, self.dataset, self.fiscal_year, area, on_done=self._take)

    def _take(self, sheet: IndicatorSheet) -> None:
        words, self._sheet = self.desk.words, sheet
        self.name_area(words.dataset(sheet.definition.dataset), sheet.scope, sheet.fiscal_year)
        datasets = self.desk.workplace.calendar.schedule(sheet.fiscal_year).datasets
        self.dataset_menu.set_entries([(rule.key, words.dataset(DatasetKey(rule.key))) for rule in datasets])
        self.dataset_menu.set_text(self.tr("Dataset"))
        names = {each.key: words.text(each.label_th, each.label_en) for each in sheet.indicators()}
        if sheet.ages:
            names[AGES] = self.tr("Age and sex")
        if self.indicator not in names:
            self.indicator = next(iter(names), "")
        self.indicator_menu.set_entries(list(names.items()))
        self.indicator_menu.set_text(self.tr("Figure"))
        self._as_of = self.telling().day_of(sheet.pulled_at, sheet.left)
        self._foot.set_text(self.as_of(sheet.pulled_at, sheet.left))
        self._show()
        self.work_out(sheet.left)

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """The charts; the numbers behind them when they are in sight."""
        sheet = self._sheet
        if sheet is None or not self.indicator:
            return
        self._behind = True
        hint = "" if self.indicator == AGES else hint_of(self._teller(sheet))
        self._hint.set_text(hint)
        self._hint.setVisible(bool(hint))
        if self.indicator == AGES:
            self.first.show_chart(self._dated(pyramid(sheet.ages, sheet.ages_of, self.desk.words)))
            self.second.show_chart(Chart(""))
        else:
            first, second = charts_of(self._teller(sheet))
            self.first.show_chart(self._dated(first))
            self.second.show_chart(self._dated(second))
        self.second.setVisible(self.indicator != AGES)
        self._arrange()
        if self.kind.current() == "numbers":
            self._fill()

    def _teller(self, sheet: IndicatorSheet) -> Teller:
        indicator = next(each for each in sheet.indicators() if each.key == self.indicator)
        return Teller(sheet.definition, sheet.table(indicator), self.desk.words)

    def _dated(self, chart: Chart) -> Chart:
        """With the day it is of, so that a copy on paper tells it too."""
        return replace(chart, note=" · ".join(part for part in (chart.note, self._as_of) if part))

    def _fill(self) -> None:
        """Put the numbers into their table, once for what the charts show."""
        if not self._behind or self._sheet is None or not self.indicator:
            return
        self._behind = False
        words = self.desk.words
        if self.indicator == AGES:
            self.table.show(ages_table(pyramid(self._sheet.ages, self._sheet.ages_of, words)))
        else:
            self.table.show(numbers_of(self._teller(self._sheet)))

    def _numbers(self) -> Table:
        """The table to be copied, whether or not it is in sight."""
        self._fill()
        return self.table.shown()

    @Slot(str)
    def _choose_dataset(self, key: str) -> None:
        self.dataset, self.indicator = DatasetKey(key), ""
        self.load()

    @Slot(str)
    def _choose_indicator(self, key: str) -> None:
        self.indicator = key
        self._show()

    @Slot(str)
    def _choose_kind(self, kind: str) -> None:
        if kind == "numbers":
            self._fill()
        self._stack.setCurrentIndex(int(kind == "numbers"))

    @Slot()
    def _show_numbers(self) -> None:
        """The numbers behind the chart take the keyboard too."""
        self.kind.set_current("numbers")
        self._choose_kind("numbers")
        self.table_view.setFocus()

    @Slot(int, int)
    def _open_cell(self, number: int, column: int) -> None:
        """A period of one office opens its submission, anything else of an area the figures of that area."""
        sheet = self._sheet
        if sheet is None or self.indicator == AGES:
            return
        teller = self._teller(sheet)
        parts = PartTeller(teller) if PartTeller.has_parts(teller) else None
        window = teller.table.last if parts is not None else _at(sheet.windows, column - 1)
        if parts is not None and parts.ranked:
            offices = sheet.groups[0][1]
            area = parts.ways()[number]
        else:
            unit, offices = sheet.groups[1:][number]
            area = unit.code
        if column > 0 and window is not None and len(offices) == 1:
            self.desk.open("review", SubmissionKey(UnitCode(offices[0]), window.dataset, window.period))
        else:
            self._open_area(area)

    @Slot(str)
    def _open_area(self, code: str) -> None:
        if self._sheet is not None and code not in ("", self._sheet.scope.code):
            self.desk.open(self.name, DashboardTarget(code))


def _at(windows: Sequence[Window], place: int) -> Window | None:
    return windows[place] if 0 <= place < len(windows) else None
