"""Sorting and filtering the table on screen; the cursor stays with its row."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit

from cdd_desktop.ui.grid.foot import GridFoot, Saying
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.order import matching_rows, sortable, sorted_rows
from cdd_desktop.ui.grid.view import GridView
from cdd_desktop.ui.theme import Tone


class Arranger(QObject):
    """Puts the rows of a view in the order asked for by its heads and the box of the filter."""

    def __init__(self, view: GridView, box: QLineEdit, foot: GridFoot) -> None:
        super().__init__(view)
        self._view = view
        self._box = box
        self._foot = foot

    def take(self, model: GridModel, *, again: bool) -> None:
        """Show a table that was read; read ``again`` under somebody's hands, row, order, filter and keyboard stay."""
        view, old = self._view, self._view.grid
        sorting, column = view.sorting, view.current_column
        number = old.number(view.current_line) if again and old is not None else None
        held = old.ledger.rows[number] if old is not None and number is not None else None
        view.show_grid(model)
        if again:
            view.sorting = sorting
            self.arrange()
        else:
            self._box.clear()
        number = model.ledger.number_of(held) if held is not None else None
        line = model.line_of(number) if number is not None else None
        if line is not None:
            view.go_to(line, column)
        else:
            self._go_to_first(model)
        if not (again and self._box.hasFocus()):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_first(self, model: GridModel) -> None:
        """The first cell that can be typed into, of the first row that is not complete."""
        lines = (line for line, number in enumerate(model.order) if not model.ledger.standing(number).done)
        line = next(lines, 0)
        for column in range(len(model.columns)):
            if model.flags(model.index(line, column)) & Qt.ItemFlag.ItemIsEditable and not model.columns[column].pinned:
                self._view.go_to(line, column)
                return
        self._view.go_to(line, 0)

    def sort(self, column: int) -> None:
        """By a column, then backwards, then as in the register again."""
        model, before = self._view.grid, self._view.sorting
        if model is None:
            return
        if not sortable(model, column):
            self._foot.say(Saying(self.tr("So many rows cannot be sorted by a calculated column"), Tone.WARN))
            return
        again = before is not None and before[0] == column
        self._view.sorting = None if again and before is not None and before[1] else (column, again)
        self.arrange()

    def arrange(self) -> None:
        """The rows that match the filter, sorted as asked."""
        model, view = self._view.grid, self._view
        if model is None:
            return
        number, column = model.number(view.current_line), view.current_column
        wanted = self._box.text().strip()
        rows = matching_rows(model, wanted) if wanted else list(range(len(model.ledger.rows)))
        if view.sorting is not None:
            rows = sorted_rows(model, rows, view.sorting[0], descending=view.sorting[1])
        model.set_order(rows)
        line = model.line_of(number) if number is not None else None
        view.show_order(line if line is not None else 0, max(column, 0))

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def back(self) -> None:
        """To all rows again, then to the one cell."""
        if self._box.text():
            self._box.clear()
        else:
            self._view.go_to(self._view.current_line, self._view.current_column)
