"""The dashboard screen: figures, the matrix of offices and windows, one office in detail, and who is silent."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cdd_desktop.domain.period import Window
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.views import Changes
from cdd_desktop.periods.fiscal import FIRST_YEAR, fiscal_year_of
from cdd_desktop.reports.dashboard import CellState, Dashboard, UnitRow, narrow, with_state
from cdd_desktop.reports.view import Table
from cdd_desktop.ui.dashboard.area_screen import DashboardTarget, ViewBar
from cdd_desktop.ui.dashboard.figure_cards import FigureCards
from cdd_desktop.ui.dashboard.matrix_model import BY_CODE, BY_NAME, BY_URGENCY, MatrixModel
from cdd_desktop.ui.dashboard.matrix_view import MatrixView
from cdd_desktop.ui.dashboard.office_model import OfficeModel
from cdd_desktop.ui.dashboard.office_view import OfficeView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.export_menu import ExportMenu
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.views.cell_words import TONES, state_long
from cdd_desktop.ui.views.overview import matrix_table, office_table
from cdd_desktop.ui.views.request import ViewName, ViewRequest, wanted
from cdd_desktop.ui.views.telling import Telling, books_of
from cdd_desktop.ui.widgets import Card, Chip, Label, MenuButton, PageHeader, QuietButton, ScrollColumn

_LEGEND = (
    CellState.ACCEPTED,
    CellState.WAITING,
    CellState.FINISHED_ON_TIME,
    CellState.RETURNED,
    CellState.MISSING,
)
_STATES = (
    CellState.MISSING,
    CellState.RETURNED,
    CellState.OPEN,
    CellState.WAITING,
    CellState.RECEIVED_LATE,
    CellState.FINISHED_ON_TIME,
    CellState.ACCEPTED,
    CellState.APPROVED,
)
_TABLE = 300  # least height of the tables: on a low page the column scrolls
_NAMED = 3  # silent offices named in the foot line


class DashboardScreen(Screen):
    """Filters work on what was read once; a pull or a move reads again."""

    name = "dashboard"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._target = DashboardTarget("")
        self._whole: Dashboard | None = None
        self._shown: Dashboard | None = None
        self._row: UnitRow | None = None  # of the one office in detail
        self._fiscal_year: int | None = None
        self._period, self._bureau = "begun", ""
        self.header = PageHeader(self.tr("Completeness and timeliness"))
        self._back = QuietButton(self.tr("Back"), "left")
        self._year_menu, self._period_menu = MenuButton(""), MenuButton("")
        self._bureau_menu, self._order_menu = MenuButton(""), MenuButton("")
        self._state_menu, self._state = MenuButton(""), ""
        self.views = ViewBar(self.name)
        self._orders = {
            BY_CODE: self.tr("By code"),
            BY_NAME: self.tr("By name"),
            BY_URGENCY: self.tr("Most missing first"),
        }
        self.cards = FigureCards(desk.words)
        self.matrix = MatrixModel(desk.words)
        self.matrix_view = MatrixView(self.matrix)
        self.office = OfficeModel(desk.words)
        self.office_view = OfficeView(self.office)
        self._tables = QStackedWidget()
        self._heading = Label("", "heading")
        self._legend = QWidget()
        self._foot = Label("", "note", wrap=True)
        self._build()

    def _build(self) -> None:
        menus = [self._year_menu, self._period_menu, self._bureau_menu, self._state_menu, self._order_menu]
        self.export = ExportMenu(self, self.request, self._table_in_front).watch(self.matrix_view, self.office_view)
        self.header.set_actions([self._back, *menus, self.export])
        self.views.chosen.connect(self._choose_view)
        self._state_menu.chosen.connect(self._choose_state)
        self._back.clicked.connect(self._go_back)
        self._year_menu.chosen.connect(self._choose_year)
        self._period_menu.chosen.connect(self._choose_period)
        self._bureau_menu.chosen.connect(self._choose_bureau)
        self._order_menu.chosen.connect(self._choose_order)
        self._order_menu.set_entries(list(self._orders.items()))
        self._choose_order(BY_CODE)
        chips = QHBoxLayout(self._legend)
        chips.setContentsMargins(0, 0, 0, 0)
        for state in _LEGEND:
            chips.addWidget(Chip(state_long(state), TONES[state]))
        card = Card()
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self._legend)
        card.body.addLayout(head)
        self._tables.addWidget(self.matrix_view)
        self._tables.addWidget(self.office_view)
        card.body.addWidget(self._tables, 1)
        card.body.addWidget(self._foot)
        card.setMinimumHeight(theme().px(_TABLE))
        scroll = ScrollColumn()
        scroll.body.addWidget(self.cards)
        scroll.body.addWidget(card, 1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.views)
        self.layout_.addWidget(scroll, 1)
        self.matrix_view.office_opened.connect(self._open_office)
        self.matrix_view.cell_opened.connect(self._open_cell)
        self.office_view.row_opened.connect(self._open_row)

    @Slot(str)
    def _choose_order(self, order: str) -> None:
        """The button says what the offices are ordered by."""
        self.matrix.set_order(order)
        self._order_menu.set_text(self.tr("Order: {how}").format(how=self._orders[order]))

    # --- opening and reading ---------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        """``argument``: a ``DashboardTarget``, or None for the own area."""
        own = DashboardTarget(self.desk.workplace.unit.code)
        self._target = argument if isinstance(argument, DashboardTarget) else own
        self.views.set_current(self.name)
        self._read()
        self.matrix_view.setFocus()

    def refresh(self, changes: Changes) -> None:
        if changes.submissions or changes.definitions or changes.people:
            self._read()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self.cards.set_compact(compact)
        self._legend.setVisible(not compact)

    def _read(self) -> None:
        self.read(read_dashboard, self._fiscal_year, self._target.area or None, on_done=self._take)

    def _take(self, dashboard: Dashboard) -> None:
        self._whole = dashboard
        self._fiscal_year = dashboard.fiscal_year
        self._fill_menus(dashboard)
        self._show()

    # --- filters ---------------------------------------------------------------------------------------------------

    def _fill_menus(self, dashboard: Dashboard) -> None:
        words = self.desk.words
        running = fiscal_year_of(dashboard.today)
        years = [year for year in range(running, running - 4, -1) if year >= FIRST_YEAR]
        self._year_menu.set_entries([(str(year), self._year_name(year)) for year in years])
        self._year_menu.set_text(self._year_name(dashboard.fiscal_year))
        self._period_menu.set_entries(list(self._period_names().items()))
        self._period_menu.set_text(self._period_names()[self._period])
        bureaus = {"all": self.tr("All bureaus")}
        for bureau in self.desk.workplace.calendar.bureaus(dashboard.fiscal_year):
            bureaus[bureau.key] = words.text(bureau.name_th, bureau.name_en)
        self._bureau_menu.set_entries(list(bureaus.items()))
        self._bureau_menu.set_text(bureaus.get(self._bureau, bureaus["all"]))
        states = {"all": self.tr("All states")} | {state.value: state_long(state) for state in _STATES}
        self._state_menu.set_entries(list(states.items()))
        self._state_menu.set_text(states.get(self._state, states["all"]))

    def _year_name(self, year: int) -> str:
        return self.desk.words.digits(self.tr("Year {year}").format(year=year))

    def _period_names(self) -> dict[str, str]:
        quarter = self.tr("Quarter {n}")
        names = {"begun": self.tr("Until today"), "year": self.tr("Whole year")}
        return names | {f"q{n}": self.desk.words.digits(quarter.format(n=n)) for n in (1, 2, 3, 4)}

    def _table_in_front(self) -> Table | None:
        if self._shown is None:
            return None
        told = Telling(self.desk.words, books_of(self.desk.workplace))
        row = self._row
        if row is not None:
            return office_table(self._shown.windows, row, told)
        return matrix_table(self._shown, told, self.matrix.rows)

    def _wanted(self, window: Window, dashboard: Dashboard) -> bool:
        return wanted(self.request(), window, dashboard.today, self.desk.workplace.calendar)

    def request(self) -> ViewRequest:
        """What is shown, to be asked for again on paper."""
        return ViewRequest(
            ViewName.OVERVIEW,
            self._target.area,
            self._fiscal_year,
            self._period,
            self._target.office,
            self._bureau,
            self._state,
            order=tuple(row.unit.code for row in self.matrix.rows),
        )

    @Slot(str)
    def _choose_year(self, key: str) -> None:
        self._fiscal_year = int(key)
        self._period = "begun" if self._whole and int(key) == fiscal_year_of(self._whole.today) else "year"
        self._read()

    @Slot(str)
    def _choose_state(self, key: str) -> None:
        self._state = "" if key == "all" else key
        self._show()

    @Slot(str)
    def _choose_view(self, name: str) -> None:
        self.views.set_current(self.name)
        if name != self.name:
            self.desk.open(name, DashboardTarget(self._target.area))

    @Slot(str)
    def _choose_period(self, key: str) -> None:
        self._period = key
        self._show()

    @Slot(str)
    def _choose_bureau(self, key: str) -> None:
        self._bureau = "" if key == "all" else key
        self._show()

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        if self._whole is None:
            return
        whole = self._whole
        shown = narrow(whole, [window for window in whole.windows if self._wanted(window, whole)])
        self._shown = shown
        self._fill_menus(whole)
        self._back.setVisible(self._target != DashboardTarget(self.desk.workplace.unit.code))
        office = self._target.office or (whole.rows[0].unit.code if len(whole.rows) == 1 else "")
        row = next((row for row in shown.rows if row.unit.code == office), None)
        self._order_menu.setVisible(row is None)
        self._state_menu.setVisible(row is None)
        self._row = row
        self.cards.show_measures(row.measures if row is not None else shown.measures)
        if row is not None:
            self.office.show(list(zip(shown.windows, row.cells, strict=True)))
            self._tables.setCurrentWidget(self.office_view)
            self._heading.set_text(self.tr("Submissions of this office"))
        else:
            self.matrix.show(with_state(shown, CellState(self._state)) if self._state else shown)
            self._tables.setCurrentWidget(self.matrix_view)
            self._heading.set_text(
                self.tr("Provinces × datasets") if shown.rolled_up else self.tr("Offices × datasets")
            )
        self._name(row)
        self._foot.set_text(self._foot_line(shown, row))

    def _name(self, row: UnitRow | None) -> None:
        """The header: the area with its number of offices, or one office."""
        assert self._whole is not None
        words, scope = self.desk.words, self._whole.scope
        title = self.tr("Completeness and timeliness")
        parts = [words.digits(self.tr("fiscal year {year}").format(year=self._whole.fiscal_year))]
        if row is None:
            parts.insert(0, words.area(scope))
            parts.append(self.tr("{n} offices").format(n=words.format_number(self._whole.offices)))
        elif self._whole.offices > 1:
            parts.insert(0, title)
            title = words.office(row.unit)
        else:
            parts.insert(0, words.office(row.unit))
        if any(window.projected for window in self._whole.windows):
            parts.append(self.tr("projected"))
        self.header.set_title(title, " · ".join(parts))

    def _foot_line(self, dashboard: Dashboard, row: UnitRow | None) -> str:
        """As of when, from how many offices, and who has been silent."""
        words, now = self.desk.words, self.desk.clock.now()
        parts = [Telling(words, books_of(self.desk.workplace)).as_of(dashboard.pulled_at, now)]
        number = words.format_number
        if row is not None and row.silent_days is not None and row.unit.code != self.desk.workplace.unit.code:
            parts.append(self.tr("this office's last contact {n} days ago").format(n=number(row.silent_days)))
        elif row is None and dashboard.offices > 1:
            text = self.tr("submissions from {n} of {m} offices")
            parts.append(text.format(n=number(dashboard.reporting_offices), m=number(dashboard.offices)))
            if dashboard.silent:
                parts.append(self._silence_line(dashboard))
            else:
                parts.append(self.tr("all offices in contact within 7 days"))
        if dashboard.withdrawn:
            parts.append(self.tr("{n} submissions of withdrawn periods").format(n=number(len(dashboard.withdrawn))))
        return " · ".join(words.digits(part) for part in parts)

    def _silence_line(self, dashboard: Dashboard) -> str:
        words = self.desk.words
        named = []
        for silence in dashboard.silent[:_NAMED]:
            days = self.tr("{n} days").format(n=silence.days) if silence.days is not None else self.tr("never")
            named.append(f"{words.area(silence.unit)} {days}")
        rest = len(dashboard.silent) - len(named)
        if rest:
            named.append(self.tr("and {n} more").format(n=words.format_number(rest)))
        return self.tr("no contact for more than 7 days: {names}").format(names=", ".join(named))

    # --- moving ----------------------------------------------------------------------------------------------------

    @Slot(int)
    def _open_office(self, number: int) -> None:
        row = self.matrix.row_at(number)
        if row is None or self._shown is None:
            return
        if self._shown.rolled_up:
            self.desk.open(self.name, DashboardTarget(row.unit.code))
        else:
            self.desk.open(self.name, DashboardTarget(self._target.area, row.unit.code))

    @Slot(QModelIndex)
    def _open_cell(self, index: QModelIndex) -> None:
        cell = self.matrix.cell_at(index)
        if cell is None:
            return
        if cell.key is not None:
            self.desk.open("review", cell.key)
        elif self._shown is not None and self._shown.rolled_up:
            self._open_office(index.row())

    @Slot(int)
    def _open_row(self, number: int) -> None:
        cell = self.office.cell_at(number)
        if cell is not None and cell.key is not None:
            self.desk.open("review", cell.key)

    @Slot()
    def _go_back(self) -> None:
        """From an office to its area, from an area to the own one."""
        own = self.desk.workplace.unit.code
        target = DashboardTarget(self._target.area) if self._target.office else DashboardTarget(own)
        self.desk.open(self.name, target)
