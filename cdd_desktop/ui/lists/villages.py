"""The villages of the office, by subdistrict: what forms offer for moo and village name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLineEdit

from cdd_desktop.domain.village import Village
from cdd_desktop.exchange.village_list import read_villages as read_file_of
from cdd_desktop.exchange.village_list import write_villages
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.villages import plan_villages, put_villages, read_villages, remove_village
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.lists.page import ListPage, Plan
from cdd_desktop.ui.screen import Screen


class VillagesPage(ListPage):
    """One subdistrict at a time; a file may hold those of all."""

    patterns = "Excel, CSV (*.xlsx *.csv)"

    def __init__(self, screen: Screen) -> None:
        self.moo = QLineEdit()
        heads = (self.tr("Moo"), self.tr("Village"))
        super().__init__(screen, heads, self.moo, self.tr("Moo (0 for a community in a municipality)"))
        self.pick.setAccessibleName(self.tr("Subdistrict"))
        self.moo.setPlaceholderText(self.tr("Moo"))
        self.name.setPlaceholderText(self.tr("Village name"))
        self.name.setAccessibleName(self.tr("Village name"))
        self.table.empty.set_text(
            self.tr("No village of this subdistrict is in the list yet. Type one below, or read a file.")
        )
        self.villages: tuple[Village, ...] = ()

    @property
    def tambon(self) -> str:
        """Code of the subdistrict that is shown."""
        return str(self.pick.currentData() or "")

    def begin(self) -> None:
        workplace, words = self.desk.workplace, self.desk.words
        if not self.pick.count():
            with QSignalBlocker(self.pick):
                for tambon in workplace.geography.tambons(workplace.unit.code):
                    self.pick.addItem(words.text(f"ต.{tambon.name_th}", tambon.name_en), tambon.code)
        self.screen_.read(read_villages, on_done=self._show)

    def _show(self, villages: tuple[Village, ...]) -> None:
        self.villages = villages
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        words = self.desk.words
        here = self._here()
        self.model.set_rows([(words.digits(str(village.moo)), village.name) for village in here])
        total = self.tr("{n} villages here, {all} in the office's list. Forms offer them; nothing is forced.")
        self.note.set_text(total.format(n=words.format_number(len(here)), all=words.format_number(len(self.villages))))

    @Slot()
    def add_entry(self) -> None:
        text, name = arabic_digits(self.moo.text().strip()), self.name.text().strip()
        if not (text.isascii() and text.isdigit() and len(text) <= 2):
            self.moo.setFocus()
            self.moo.selectAll()
            return
        if not name:
            self.name.setFocus()
            return
        self.screen_.do(put_villages, (Village(self.tambon, int(text), name),), on_done=self._added)

    def _added(self, _changes: Changes) -> None:
        self.moo.clear()
        self.name.clear()
        self.moo.setFocus()
        self.begin()

    @Slot()
    def remove_entry(self) -> None:
        here, row = self._here(), self.chosen_row()
        if 0 <= row < len(here):
            self.screen_.do(remove_village, here[row], on_done=self._removed)

    def _removed(self, _changes: Changes) -> None:
        self.begin()

    def _here(self) -> list[Village]:
        return [village for village in self.villages if village.tambon == self.tambon]

    def read_plan(self, path: Path) -> Plan:
        workplace = self.desk.workplace
        lines = read_file_of(path, area=workplace.unit.code, places=workplace.geography, today=self.desk.today)
        return plan_villages(workplace.read(read_villages), lines)

    def write_file(self, path: Path) -> None:
        workplace = self.desk.workplace
        write_villages(path, workplace.read(read_villages), workplace.geography)

    def keep(self, values: tuple[Any, ...]) -> Changes:
        return self.desk.workplace.do(put_villages, values)
