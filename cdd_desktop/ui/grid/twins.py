"""From a row that may be there twice to the form, which shows both side by side."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.grid.foot import GridFoot
from cdd_desktop.ui.grid.ledger import Ledger
from cdd_desktop.ui.grid.view import GridView


class TwinWay(QObject):
    """Opens the entry of the current row in the form, where its twin is named and compared (Ctrl+M). ``save`` keeps
    what is typed first: a row just typed has no record before."""

    def __init__(self, desk: Desk, view: GridView, foot: GridFoot, save: Callable[[], None]) -> None:
        super().__init__(view)
        self._desk, self._view, self._save = desk, view, save
        foot.compare.clicked.connect(self.open)
        shortcut = QShortcut(QKeySequence("Ctrl+M"), view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Does nothing in a row that stands alone."""
        model = self._view.grid
        number = model.number(self._view.current_line) if model is not None else None
        if model is None or number is None or not model.ledger.twins(number):
            return
        self._save()
        self._desk.tasks.store(lambda: None, partial(self._show, model.ledger, number))

    def _show(self, ledger: Ledger, number: int, _saved: None) -> None:
        row = ledger.rows[number]
        if row.record_id is not None:
            self._desk.open("entry", EntryTarget(row.key, row.ref))
