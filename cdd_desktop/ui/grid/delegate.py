"""Painting of cells and the little editors inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cdd_desktop.ui.grid.cells import Cell, Look
from cdd_desktop.ui.grid.editors import CellEditor, ChoiceCellEditor
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.reading import CHOSEN
from cdd_desktop.ui.grid.texts import Texts, mark
from cdd_desktop.ui.theme import Theme, Tone, theme

if TYPE_CHECKING:
    from cdd_desktop.ui.grid.view import GridView

AnyIndex = QModelIndex | QPersistentModelIndex
_MARKS = {Tone.BAD: "error", Tone.WARN: "warning", Tone.MUTED: "comment"}
_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class Paints:
    """Colours, fonts and marks of a theme, made once: painting a cell looks nothing up."""

    def __init__(self, look: Theme, ratio: float) -> None:
        self.primary, self.on_primary = look.colour("primary"), look.colour("on_primary")
        self.surface, self.read_only = look.colour("surface"), look.colour("read_only")
        self.tint, self.text, self.muted = look.colour("tint"), look.colour("text"), look.colour("muted")
        self.grounds = {Tone.BAD: look.ground(Tone.BAD), Tone.WARN: look.ground(Tone.WARN)}
        self.inks = {Tone.BAD: look.ink(Tone.BAD), Tone.WARN: look.ink(Tone.WARN)}
        self.texts, self.small_texts = Texts(look.font(14)), Texts(look.font(11.5), at_end=True)
        self.side, self.pad, self.second = look.px(14), look.px(6), look.px(20)
        self.marks = {tone: mark(name, look.tokens.ink(tone), self.side, ratio) for tone, name in _MARKS.items()}
        self.marks_on_primary = {
            tone: mark(name, look.tokens.on_primary, self.side, ratio) for tone, name in _MARKS.items()
        }

    def ground(self, cell: Cell) -> QColor:
        """What a cell stands on."""
        found = self.grounds.get(cell.tone) if cell.tone is not None else None
        if found is not None:
            return found
        return self.surface if cell.look in (Look.OPEN, Look.FIXED, Look.LOCKED) else self.read_only

    def ink(self, cell: Cell) -> QColor:
        found = self.inks.get(cell.tone) if cell.tone is not None else None
        if found is not None:
            return found
        return self.muted if cell.look in (Look.COMPUTED, Look.HIDDEN) else self.text


class GridDelegate(QStyledItemDelegate):
    """Paints what the model has worked out. ``moved`` asks for a step after a cell was typed: rows, columns; ``typing``
    tells of every letter."""

    moved = Signal(int, int)
    typing = Signal()

    def __init__(self, view: GridView, *, beneath: bool) -> None:
        super().__init__(view)
        self._view = view
        self._beneath = beneath  # the table itself: its name columns are covered by those that stay
        self._paints: Paints | None = None
        self.quick = False  # an editor opened by typing: the arrows leave it

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view, line, column = self._view, index.row(), index.column()
        model = view.grid
        paints = self._paints
        if model is None or (self._beneath and model.columns[column].pinned):
            return
        if paints is None:
            paints = self._paints = Paints(theme(), view.devicePixelRatioF())
        cell = model.cell(line, column)
        rect: QRect = option.rect
        current = line == view.current_line and column == view.current_column
        if current:
            painter.fillRect(rect, paints.primary)
            ink = paints.on_primary
        else:
            chosen = view.is_chosen(line, column)
            painter.fillRect(rect, paints.tint if chosen else paints.ground(cell))
            ink = paints.ink(cell)
        if cell.text or cell.tone is not None or view.previous_shown:
            self._fill(painter, rect, cell, paints, (ink, current, model.columns[column].numeric))
        if view.previous_shown:
            self._paint_previous(painter, rect, (line, column), ink, paints)

    def _fill(self, painter: QPainter, rect: QRect, cell: Cell, paints: Paints, how: tuple[QColor, bool, bool]) -> None:
        """The text, and the mark at its free side: numbers stand right, words left."""
        ink, current, numeric = how
        pad = paints.pad
        left, width = rect.left() + pad, rect.width() - 2 * pad
        height = rect.height() - (paints.second if self._view.previous_shown else 0)
        if cell.tone is not None:
            marks = paints.marks_on_primary if current else paints.marks
            at = left if numeric else left + width - paints.side
            painter.drawPixmap(at, rect.top() + (height - paints.side) // 2, marks[cell.tone])
            width -= paints.side + pad
            left += paints.side + pad if numeric else 0
        text = cell.text
        if not text:
            return
        painter.setPen(ink)
        paints.texts.draw(painter, QRect(left, rect.top(), width, height), text, place=1.0 if numeric else 0.0)

    def _paint_previous(
        self, painter: QPainter, rect: QRect, place: tuple[int, int], ink: QColor, paints: Paints
    ) -> None:
        """Last period's value in small below the cell's own."""
        text = self._view.previous_text(*place)
        if not text:
            return
        box = rect.adjusted(paints.pad, rect.height() - paints.second - 4, -paints.pad, -4)
        numeric = self._view.grid is not None and self._view.grid.columns[place[1]].numeric
        painter.setPen(ink if place == (self._view.current_line, self._view.current_column) else paints.muted)
        paints.small_texts.draw(painter, box, text, place=1.0 if numeric else 0.0)

    # --- editing -------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:  # noqa: ARG002
        model = self._view.grid
        assert model is not None
        column = model.columns[index.column()]
        field = column.field
        assert field is not None
        if field.type in CHOSEN:
            editor: CellEditor = ChoiceCellEditor(parent, model.reader.offers(field))
            editor.picked.connect(self._picked)
        elif offers := model.reader.villages(field, model.content(index.row())):
            editor = ChoiceCellEditor(parent, offers, forced=False)
            editor.picked.connect(self._picked)
        else:
            editor = CellEditor(parent, right=column.numeric)
        editor.setAccessibleName(column.head)
        editor.textEdited.connect(self.typing)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        if isinstance(editor, CellEditor) and isinstance(model := index.model(), GridModel):
            editor.setText(model.text_to_edit(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: AnyIndex) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.answer())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: ARG002
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, CellEditor):
            step = self._step_of(event)
            if step is not None:
                self.finish(watched, step)
                return True
        return super().eventFilter(watched, event)

    def finish(self, editor: QWidget, step: tuple[int, int]) -> None:
        """Take what the editor holds, close it, and go on."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.moved.emit(*step)

    def _step_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return (-1 if back else 1, 0)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return (0, -1 if back or key == Qt.Key.Key_Backtab else 1)
        return _STEPS.get(Qt.Key(key)) if self.quick else None

    def _picked(self, down: bool) -> None:
        sender: Any = self.sender()
        self.finish(sender, (1, 0) if down else (0, 1))
