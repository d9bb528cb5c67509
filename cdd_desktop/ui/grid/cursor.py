"""Where the cursor goes: Enter down, Tab right, Ctrl with an arrow to the end of what is filled, or from blank to blank
as heads-down entry wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt

from cdd_desktop.domain.issue import REQUIRED
from cdd_desktop.ui.grid.model import GridModel

if TYPE_CHECKING:
    from cdd_desktop.ui.grid.view import GridView

_SELECT = QItemSelectionModel.SelectionFlag


class GridCursor:
    """Moves the current cell of a view. ``to_next_blank``: Enter goes to the next box that wants an answer."""

    def __init__(self, view: GridView) -> None:
        self._view = view
        self.to_next_blank = False
        self._tab_from: int | None = None

    @property
    def line(self) -> int:
        return self._view.current_line

    @property
    def column(self) -> int:
        return self._view.current_column

    @property
    def _model(self) -> GridModel:
        model = self._view.grid
        assert model is not None
        return model

    def forget_run(self) -> None:
        """The cursor was put somewhere else: Enter no longer returns to where the Tabs began."""
        self._tab_from = None

    def step(self, lines: int, columns: int) -> None:
        """Go on after a cell: Enter down (to where a run of Tabs began, or to the next blank), Tab right."""
        if columns:
            start = self.column if self._tab_from is None else self._tab_from
            self._step_right(columns)
            self._tab_from = start
            return
        start_column = self.column if self._tab_from is None else self._tab_from
        self._tab_from = None
        if self.to_next_blank and lines > 0 and self.go_to_blank():
            return
        self._view.go_to(min(max(self.line + lines, 0), self._model.rowCount() - 1), start_column)

    def go_to_blank(self) -> bool:
        """Go to the next box that is required and empty: to the right, then in the rows below."""
        model, line, column = self._model, self.line, self.column + 1
        while line < len(model.order):
            if not model.ledger.standing(model.order[line]).done:
                found = self._blank_in(line, column)
                if found is not None:
                    self._view.go_to(line, found)
                    return True
            line, column = line + 1, 0
        return False

    def go_to_problem(self) -> bool:
        """Go to the next cell to correct or explain, from here on and then from the top."""
        model, lines = self._model, len(self._model.order)
        for ahead in range(lines + 1):
            line = (self.line + ahead) % lines if lines else 0
            standing = model.ledger.standing(model.order[line]) if lines else None
            if standing is None or not (standing.wrong or standing.unexplained):
                continue
            found = self._problem_in(line, self.column + 1 if ahead == 0 else 0)
            if found is not None:
                self._view.go_to(line, found)
                return True
        return False

    def jump(self, lines: int, columns: int, *, extend: bool) -> None:
        """To the end of the filled or of the empty cells in a direction."""
        model, line, column = self._model, self.line, self.column

        def inside(a: int, b: int) -> bool:
            return 0 <= a < len(model.order) and 0 <= b < len(model.columns)

        def filled(a: int, b: int) -> bool:
            return bool(model.cell(a, b).text)

        inner = inside(line + lines, column + columns)
        along = inner and filled(line, column) and filled(line + lines, column + columns)
        while inside(line + lines, column + columns):
            if along and not filled(line + lines, column + columns):
                break
            line, column = line + lines, column + columns
            if not along and filled(line, column):
                break
        if extend:
            self._extend_to(line, column)
        else:
            self._view.go_to(line, column)

    def to_corner(self, *, end: bool) -> None:
        """To the first cell, or to the last one of the last row."""
        model = self._model
        self._view.go_to(len(model.order) - 1 if end else 0, len(model.columns) - 1 if end else 0)

    def _step_right(self, by: int) -> None:
        """To the next cell that can be typed into, over the end of the row to the next one."""
        model = self._model
        line, column, width = self.line, self.column, len(model.columns)
        for _ in range(2 * width):
            column += by
            if not 0 <= column < width:
                line, column = line + by, 0 if by > 0 else width - 1
                self._tab_from = None
            if not 0 <= line < model.rowCount():
                return
            if model.flags(model.index(line, column)) & Qt.ItemFlag.ItemIsEditable:
                self._view.go_to(line, column)
                return

    def _blank_in(self, line: int, start: int) -> int | None:
        model = self._model
        seen = model.ledger.look(model.order[line])
        blanks = {path for issue in seen.issues if issue.code == REQUIRED for path in issue.paths}
        return self._first_open(line, start, blanks)

    def _problem_in(self, line: int, start: int) -> int | None:
        model = self._model
        seen = model.ledger.look(model.order[line])
        found = {path for issue in seen.issues if issue.open and issue.code != REQUIRED for path in issue.paths}
        for column in range(start, len(model.columns)):
            if model.columns[column].key in found:
                return column
        return None

    def _first_open(self, line: int, start: int, keys: set[str]) -> int | None:
        model = self._model
        for column in range(start, len(model.columns)):
            if model.columns[column].key in keys and model.flags(model.index(line, column)) & (
                Qt.ItemFlag.ItemIsEditable
            ):
                return column
        return None

    def _extend_to(self, line: int, column: int) -> None:
        top, bottom, left, right = self._view.block()
        model = self._model
        first = model.index(min(top, line), min(left, column))
        last = model.index(max(bottom, line), max(right, column))
        self._view.selectionModel().select(QItemSelection(first, last), _SELECT.ClearAndSelect)
        self._view.scrollTo(model.index(line, column))
