"""What the views of the dashboard share: an area, a fiscal year, the way between them, and how old it all is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.unit import Unit
from cdd_desktop.ids import UnitCode
from cdd_desktop.operations.refresh_facts import FactsRefreshed, refresh_facts
from cdd_desktop.periods.fiscal import FIRST_YEAR, fiscal_year_of
from cdd_desktop.ui.dashboard.table import TableModel
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.views.request import ViewName, ViewRequest
from cdd_desktop.ui.views.telling import Telling, books_of
from cdd_desktop.ui.widgets import MenuButton, PageHeader, QuietButton, SegmentBar

VIEWS = ("dashboard", "quality", "indicators", "news")


@dataclass(frozen=True, slots=True)
class DashboardTarget:
    """An area inside the own one, and perhaps one office of it in detail."""

    area: str
    office: str = ""


class ViewBar(SegmentBar):
    """Overview, quality, indicators, and what is new: each a screen of its own for the same area."""

    def __init__(self, current: str) -> None:
        translate = QCoreApplication.translate
        names = {
            "dashboard": translate("DashboardViews", "Overview"),
            "quality": translate("DashboardViews", "Quality"),
            "indicators": translate("DashboardViews", "Figures"),
            "news": translate("DashboardViews", "What is new"),
        }
        super().__init__([(name, names[name]) for name in VIEWS], current, wraps=True)
        self.own = current


class AreaScreen(Screen):
    """A view of the dashboard beside the overview. ``open`` takes a ``DashboardTarget``, or nothing for the own area.

    Facts that are still to be worked out are worked out while it is open, some at a time.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.target = DashboardTarget("")
        self.fiscal_year: int | None = None
        self.header = PageHeader()
        self.back = QuietButton(self.tr("Back"), "left")
        self.year_menu = MenuButton("")
        self.views = ViewBar(self.name)
        self.back.clicked.connect(self._go_back)
        self.year_menu.chosen.connect(self._choose_year)
        self.views.chosen.connect(self._go)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.views)
        self._working = False

    # --- for the views ---------------------------------------------------------------------------------------------

    def main(self) -> QWidget:
        """What has the keyboard when the view opens."""
        return self.views

    def request(self) -> ViewRequest:
        """What is shown, to be asked for again on paper."""
        sorting = tuple(one for model in self.tables() for one in model.sorting())
        return ViewRequest(ViewName(self.name), self.target.area, self.fiscal_year, sorting=sorting)

    def tables(self) -> tuple[TableModel, ...]:
        """The tables that somebody may have ordered."""
        return ()

    def load(self) -> None:
        """Read for ``target`` and ``fiscal_year``, and show it."""

    def name_area(self, title: str, scope: Unit, year: int, *more: str) -> None:
        """The header: what is looked at, and for which area and year."""
        words = self.desk.words
        area = self.tr("whole country") if scope.code == "00" else words.area(scope)
        parts = [area, words.digits(self.tr("fiscal year {year}").format(year=year)), *more]
        self.header.set_title(title, " · ".join(parts))
        self.fiscal_year = year
        running = fiscal_year_of(self.desk.today)
        years = [each for each in range(running, running - 4, -1) if each >= FIRST_YEAR]
        self.year_menu.set_entries([(str(each), self._year_name(each)) for each in years])
        self.year_menu.set_text(self._year_name(year))
        self.back.setVisible(self.target.area not in ("", self.desk.workplace.unit.code))

    def as_of(self, pulled_at: datetime | None, left: int) -> str:
        """How old the figures are, and how many lists are not in them yet."""
        return self.telling().as_of(pulled_at, self.desk.clock.now(), left)

    def telling(self) -> Telling:
        """What the tables of the view are told with."""
        return Telling(self.desk.words, books_of(self.desk.workplace))

    def work_out(self, left: int) -> None:
        """Let the facts be worked out that are not there yet; every step is announced, and the view reads again."""
        if left and not self._working:
            self._working = True
            self.do(refresh_facts, on_done=self._worked_out, on_failed=self._not_worked_out)

    # --- what is done here -----------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        own = DashboardTarget(self.desk.workplace.unit.code)
        self.target = argument if isinstance(argument, DashboardTarget) else own
        self.views.set_current(self.name)
        self.load()
        self.main().setFocus()

    def _worked_out(self, refreshed: FactsRefreshed) -> None:
        self._working = False
        self.work_out(refreshed.left)

    def _not_worked_out(self, error: Exception) -> None:
        self._working = False
        self.fail(error)

    def _year_name(self, year: int) -> str:
        return self.desk.words.digits(self.tr("Year {year}").format(year=year))

    @Slot(str)
    def _choose_year(self, key: str) -> None:
        self.fiscal_year = int(key)
        self.load()

    @Slot(str)
    def _go(self, name: str) -> None:
        self.views.set_current(self.name)
        if name != self.name:
            self.desk.open(name, DashboardTarget(self.target.area))

    @Slot()
    def _go_back(self) -> None:
        """From a district to its province where that lies in the own area, else to the own area."""
        area, own = self.target.area, self.desk.workplace.unit
        wider = area[:2] if len(area) > 2 and own.covers(UnitCode(area[:2])) else own.code
        self.desk.open(self.name, DashboardTarget(wider))
