"""The table on screen: name columns that stay, a cursor that moves as in a spreadsheet, cells judged as they appear."""

from __future__ import annotations

import itertools
import time

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from cdd_desktop.forms.definition import FieldType
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.ui.grid.columns import Source
from cdd_desktop.ui.grid.cursor import GridCursor
from cdd_desktop.ui.grid.delegate import GridDelegate
from cdd_desktop.ui.grid.editors import CellEditor, ChoiceCellEditor
from cdd_desktop.ui.grid.heads import ColumnHeads, RowHeads, fitting_width, widest_title
from cdd_desktop.ui.grid.model import AnyIndex, GridModel
from cdd_desktop.ui.grid.pinned import PinnedView
from cdd_desktop.ui.grid.saving import Here
from cdd_desktop.ui.grid.sheet import SLICE_SECONDS, Sheet
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.words import Words

ROW_HEIGHT, ROW_HEIGHT_WITH_PREVIOUS = 34, 52
_REST_MS = 60  # while keys follow one another, also those of a key held down, painting comes first
_MEASURED = 300  # titles that the width of the name column is taken from
_AHEAD = 12  # lines beyond the visible ones that are judged while nothing else is to do
_SELECT = QItemSelectionModel.SelectionFlag
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _META = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class GridView(QTableView):
    """``moved`` tells of a new current cell; ``pressed_key`` carries a key the table leaves to the screen, as text."""

    moved = Signal()
    sort_asked = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid: GridModel | None = None
        self.current_line = self.current_column = -1
        self.previous_shown = False
        self.sorting: tuple[int, bool] | None = None
        self._words = words
        self._chosen: list[tuple[int, int, int, int]] = []
        self._pinned_count = 0
        self.steps = GridCursor(self)
        self._dress()
        self.pinned = PinnedView(self)
        self.pinned.hide()
        self.cell_delegate, pinned_delegate = GridDelegate(self, beneath=True), GridDelegate(self, beneath=False)
        self.delegates = (self.cell_delegate, pinned_delegate)
        self.setItemDelegate(self.cell_delegate)
        self.pinned.setItemDelegate(pinned_delegate)
        for delegate in self.delegates:
            delegate.moved.connect(self._step)
        self._judging = QTimer(self)
        self._judging.timeout.connect(self._judge_slice)
        self._connect()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalHeader(ColumnHeads(self, self))
        self.setVerticalHeader(RowHeads(self))
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW_HEIGHT))
        self.verticalHeader().setMinimumSectionSize(theme().px(ROW_HEIGHT))
        self.setAccessibleName(self.tr("Table of entries"))

    def _connect(self) -> None:
        bar, pinned_bar = self.verticalScrollBar(), self.pinned.verticalScrollBar()
        bar.valueChanged.connect(pinned_bar.setValue)
        pinned_bar.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(self.judge_soon)
        self.horizontalHeader().sectionClicked.connect(self.sort_asked)
        self.pinned.horizontalHeader().sectionClicked.connect(self.sort_asked)
        self.horizontalHeader().sectionResized.connect(self._resized)
        self.pinned.doubleClicked.connect(self._double_clicked)
        self.doubleClicked.connect(self._double_clicked)
        self.pinned.pressed.connect(self._take_focus)

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_grid(self, model: GridModel) -> None:
        """Show another table."""
        self.grid = model
        self.setModel(model)
        self.pinned.setModel(model)
        self.pinned.setSelectionModel(self.selectionModel())
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self._pinned_count = sum(column.pinned for column in model.columns)
        for number, column in enumerate(model.columns):
            width = fitting_width(column.head, column.unit, column.width)
            if column.source is Source.TITLE:
                width = max(width, widest_title([row.title for row in model.ledger.rows[:_MEASURED]]))
            self.setColumnWidth(number, width)
            self.pinned.setColumnWidth(number, width)
            self.pinned.setColumnHidden(number, not column.pinned)
        self.sorting = None
        self._chosen, self.current_line, self.current_column = [], -1, -1
        self.show_previous(shown=self.previous_shown)
        self._place_pinned()
        self.pinned.setVisible(self._pinned_count > 0)
        self.judge_soon()

    def show_previous(self, *, shown: bool) -> None:
        """Last period's values in small below those of this one, or not."""
        self.previous_shown = shown
        height = theme().px(ROW_HEIGHT_WITH_PREVIOUS if shown else ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(height)
        self.pinned.verticalHeader().setDefaultSectionSize(height)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def show_order(self, line: int, column: int) -> None:
        """The rows stand in another order: put the cursor on a cell, and judge what has come into sight."""
        self.current_line = self.current_column = -1
        self.go_to(line, column)
        self.viewport().update()
        self.pinned.viewport().update()
        self.pinned.horizontalHeader().viewport().update()
        self.horizontalHeader().viewport().update()
        self.judge_soon()

    def previous_text(self, line: int, column: int) -> str:
        """Last period's value of a cell as text; empty until its row has been worked out."""
        model = self.grid
        number = model.number(line) if model is not None else None
        if model is None or number is None or model.ledger.peek(number) is None:
            return ""
        one = model.columns[column]
        if one.source is not Source.FIELD:
            return ""
        return model.maker.shown(one, model.ledger.previous(number).get(one.key))

    def sorted_by(self, column: int) -> str:
        """The arrow of a column's head: "up", "down" or ""."""
        if self.sorting is None or self.sorting[0] != column:
            return ""
        return "down" if self.sorting[1] else "up"

    def digits(self, text: str) -> str:
        return self._words.digits(text)

    def is_chosen(self, line: int, column: int) -> bool:
        return any(a <= line <= b and c <= column <= d for a, b, c, d in self._chosen)

    def block(self) -> tuple[int, int, int, int]:
        """The chosen cells: first and last line, first and last column."""
        if self._chosen:
            return self._chosen[0]
        return self.current_line, self.current_line, self.current_column, self.current_column

    # --- the cursor ----------------------------------------------------------------------------------------------

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor on a cell."""
        model = self.grid
        if model is None or not 0 <= line < model.rowCount() or not 0 <= column < len(model.columns):
            return
        index = model.index(line, column)
        self.selectionModel().setCurrentIndex(index, _SELECT.ClearAndSelect)
        self.scrollTo(index)

    def _step(self, lines: int, columns: int) -> None:
        self.steps.step(lines, columns)

    def _last_line(self) -> int:
        return self.grid.rowCount() - 1 if self.grid is not None else 0

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Never leave a cell under the name columns; a name column itself is always in sight."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self._pinned_count:
            bar.setValue(before)
            return
        hidden = self._pinned_width() - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    # --- keys ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._judging.isActive():
            self.judge_soon()
        if self.grid is None or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the table has done what a key means."""
        key, modifiers = event.key(), event.modifiers()
        shift, control = bool(modifiers & _SHIFT), bool(modifiers & _CONTROL)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.steps.step(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not control:
            self.steps.step(0, -1 if shift or key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_F4 or (key == Qt.Key.Key_Down and modifiers & _ALT):
            self.edit_current(None)
        elif control and key in _ARROWS:
            self.steps.jump(*_ARROWS[Qt.Key(key)], extend=shift)
        elif control and key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.steps.to_corner(end=key == Qt.Key.Key_End)
        elif event.text() and event.text().isprintable() and not modifiers & (_CONTROL | _ALT | _META):
            self.edit_current(event)
        else:
            return False
        event.accept()
        return True

    def edit_current(self, event: QKeyEvent | None) -> None:
        """Open the cell: with a key typed it replaces what is there, without one what is there is changed."""
        model, index = self.grid, self.currentIndex()
        if model is None or not index.isValid():
            return
        if not model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            model.refused.emit(index)
            return
        pinned = index.column() < self._pinned_count
        view: QTableView = self.pinned if pinned else self
        self.delegates[pinned].quick = event is not None
        if event is not None:
            view.edit(index, QAbstractItemView.EditTrigger.AnyKeyPressed, event)
            return
        view.edit(index)
        editor = view.indexWidget(index)
        if isinstance(editor, ChoiceCellEditor):
            editor.open_list()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """The Tab key stays in the table; Ctrl+Tab and F6 leave it."""
        return False

    def here(self, sheet: Sheet) -> Here | None:
        """Where somebody is while a sheet is shown, and what stands in a cell still open, unless it is masked."""
        model, index = self.grid, self.currentIndex()
        if model is None or model.sheet is not sheet or not index.isValid():
            return None
        column, number = model.columns[index.column()], model.number(index.row())
        if column.field is None:
            return None
        ref = (model.ledger.blank() if number is None else model.ledger.rows[number]).ref
        box = (self.pinned if index.column() < self._pinned_count else self).indexWidget(index)
        if not isinstance(box, CellEditor):
            return number, ref, Spot(column.key)
        hidden = bool(column.field.mask) or column.field.type is FieldType.CITIZEN_ID
        return number, ref, Spot(column.key, box.cursorPosition(), "" if hidden else box.text(), open=True)

    # --- judging what is in sight --------------------------------------------------------------------------------

    def judge_soon(self) -> None:
        """Work out the rows that have come into sight, in slices."""
        self._judging.start(_REST_MS)

    def visible_lines(self) -> range:
        """The lines in sight."""
        top = self.rowAt(0)
        bottom = self.rowAt(self.viewport().height() - 1)
        if top < 0:
            return range(0)
        return range(top, (bottom if bottom >= 0 else self._last_line()) + 1)

    def _judge_slice(self) -> None:
        model = self.grid
        if model is None:
            self._judging.stop()
            return
        self._judging.setInterval(0)
        until = time.perf_counter() + SLICE_SECONDS
        seen = self.visible_lines()
        ahead = range(seen.stop, min(seen.stop + _AHEAD, len(model.order)))
        behind = range(seen.start - 1, max(seen.start - _AHEAD, 0) - 1, -1)
        changed: list[int] = []
        for line in itertools.chain(seen, ahead, behind):
            if model.work_out(line) and line in seen:
                changed.append(line)
            if time.perf_counter() > until:
                break
        else:
            self._judging.stop()
        if changed:
            model.tell_changed(min(changed), max(changed))

    # --- parts ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_pinned()
        self.judge_soon()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "pinned"):
            self._place_pinned()

    def _pinned_width(self) -> int:
        return sum(self.columnWidth(column) for column in range(self._pinned_count))

    def _place_pinned(self) -> None:
        left = self.frameWidth() + self.verticalHeader().width()
        head = self.horizontalHeader().height()
        self.pinned.horizontalHeader().setFixedHeight(head)
        self.pinned.setGeometry(left, self.frameWidth(), self._pinned_width(), head + self.viewport().height())
        self.pinned.verticalScrollBar().setValue(self.verticalScrollBar().value())

    def _resized(self, column: int, _old: int, width: int) -> None:
        self.pinned.setColumnWidth(column, width)
        self._place_pinned()

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        moved_aside = current.column() != previous.column()
        self.current_line, self.current_column = current.row(), current.column()
        for view in (self, self.pinned):
            view.update(current)
            view.update(previous)
            heads = view.horizontalHeader()
            for index in (current, previous) if moved_aside else ():
                if index.isValid():
                    heads.updateSection(index.column())
        for index in (previous, current):
            if index.isValid():
                self.verticalHeader().updateSection(index.row())
        self.moved.emit()

    def _selection_changed(self) -> None:
        parts = self.selectionModel().selection()
        ranges = (parts.at(number) for number in range(parts.count()))
        self._chosen = [(one.top(), one.bottom(), one.left(), one.right()) for one in ranges]

    def _double_clicked(self, _index: QModelIndex) -> None:
        self.edit_current(None)

    def _take_focus(self, _index: QModelIndex) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def cell_place(self, index: QModelIndex) -> QPoint:
        """The lower left corner of a cell on the screen, for what opens below it."""
        view: QTableView = self.pinned if index.column() < self._pinned_count else self
        return view.viewport().mapToGlobal(view.visualRect(index).bottomLeft())
