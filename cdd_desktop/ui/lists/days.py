"""The days off of a calendar year: those published, and the office's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot

from cdd_desktop.exchange.day_list import read_days, write_days
from cdd_desktop.operations.office_days import add_days, plan_days, remove_day
from cdd_desktop.operations.views import Changes
from cdd_desktop.periods.holidays import DayOff, DaySource, Holiday
from cdd_desktop.ui.lists.page import ListPage, Plan
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.widgets.date_edit import BuddhistDateEdit

_AHEAD = 3  # years after the present one that can be chosen
_BACK = 1


class DaysPage(ListPage):
    """Shows who named each day; what central has published cannot be taken out."""

    patterns = "Excel, CSV, iCalendar (*.xlsx *.csv *.ics)"

    def __init__(self, screen: Screen) -> None:
        self.day = BuddhistDateEdit(screen.desk.words, screen.desk.today)
        texts = self._texts()
        super().__init__(screen, texts[:3], self.day, texts[3])
        self.pick.setAccessibleName(self.tr("Calendar year"))
        self.name.setPlaceholderText(self.tr("Name of the holiday"))
        self.name.setAccessibleName(self.tr("Name of the holiday"))
        self.table.empty.set_text(self.tr("No holidays of this year yet. Type one below, or read a file."))
        self._days: tuple[DayOff, ...] = ()

    def _texts(self) -> tuple[str, str, str, str]:
        return self.tr("Date"), self.tr("Holiday"), self.tr("Named by"), self.tr("Date of the holiday")

    @property
    def year(self) -> int:
        """The common-era year that is shown."""
        return int(self.pick.currentData())

    def begin(self) -> None:
        words, today = self.desk.words, self.desk.today
        if not self.pick.count():
            with QSignalBlocker(self.pick):
                for year in range(today.year - _BACK, today.year + _AHEAD + 1):
                    shown = year + 543 if words.is_thai else year
                    self.pick.addItem(words.digits(str(shown)), year)
                self.pick.setCurrentIndex(_BACK)
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        calendar = self.desk.workplace.calendar
        self._days = calendar.days_off(self.year)
        named = {
            DaySource.CENTRAL: self.tr("central"),
            DaySource.PROGRAM: self.tr("the program's list"),
            DaySource.OFFICE: self.tr("this office"),
        }
        self.model.set_rows([self._row(day, named[day.source]) for day in self._days])
        if calendar.holidays_published(self.year):
            self.note.set_text(self.tr("What this office adds counts at once, on this machine."))
        else:
            self.note.set_text(
                self.tr("No holidays are published for this year yet: weekends count, and what is added here.")
            )

    def _row(self, day: DayOff, named_by: str) -> tuple[str, str, str]:
        words, holiday = self.desk.words, day.holiday
        return words.format_date(holiday.on), words.text(holiday.name_th, holiday.name_en), named_by

    @Slot()
    def add_entry(self) -> None:
        self.day.commit()
        on, name = self.day.date(), self.name.text().strip()
        if on is None:
            self.day.setFocus()
            return
        if not name:
            self.name.setFocus()
            return
        self.screen_.do(add_days, (Holiday(on, name, name),), on_done=self._added)

    def _added(self, _changes: Changes) -> None:
        self.day.set_date(None)
        self.name.clear()
        self.show_list()
        self.day.setFocus()

    @Slot()
    def remove_entry(self) -> None:
        row = self.chosen_row()
        if 0 <= row < len(self._days):
            self.screen_.do(remove_day, self._days[row].holiday.on, on_done=self._removed)

    def _removed(self, _changes: Changes) -> None:
        self.show_list()

    def read_plan(self, path: Path) -> Plan:
        return plan_days(self.desk.workplace.calendar, read_days(path, self.desk.today))

    def write_file(self, path: Path) -> None:
        days = [day.holiday for day in self.desk.workplace.calendar.days_off(self.year)]
        write_days(path, days, self.desk.clock.now())

    def keep(self, values: tuple[Any, ...]) -> Changes:
        return self.desk.workplace.do(add_days, values)
