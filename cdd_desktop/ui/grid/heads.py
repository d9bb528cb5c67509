"""The heads of the table: two quiet lines above each column, the number and the mark of each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from cdd_desktop.ui.grid.texts import Texts, mark
from cdd_desktop.ui.theme import Tone, theme

if TYPE_CHECKING:
    from cdd_desktop.ui.grid.view import GridView

_HEIGHT, _NUMBERS = 46, 58
_WIDEST, _WIDEST_TITLE, _ROOM = 236, 290, 26


class ColumnHeads(QHeaderView):
    """Label and, below it, the unit; the head of the current column is bold, that of a sorted one has an arrow."""

    def __init__(self, grid: GridView, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        look = theme()
        self._labels = {bold: Texts(look.font(13, bold=bold), at_end=True) for bold in (False, True)}
        self._units = Texts(look.font(11.5), at_end=True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        look, model = theme(), self._grid.grid
        if model is None:
            return
        column = model.columns[section]
        current = section == self._grid.current_column
        painter.save()
        painter.fillRect(rect, look.colour("read_only"))
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(look.colour("inner_line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        box = rect.adjusted(look.px(6), look.px(3), -look.px(6), -look.px(3))
        arrow = self._grid.sorted_by(section)
        if arrow:
            side = look.px(12)
            picture = mark(arrow, look.tokens.primary, side, self.devicePixelRatioF())
            painter.drawPixmap(box.right() - side + 1, box.top() + look.px(4), picture)
            box.setRight(box.right() - side)
        painter.setPen(look.colour("text" if current else "muted"))
        if not column.unit:
            self._labels[current].draw(painter, box, column.head, place=0.5)
        else:
            upper, lower = QRect(box), QRect(box)
            upper.setBottom(box.top() + box.height() * 3 // 5)
            lower.setTop(upper.bottom() - look.px(1))
            self._labels[current].draw(painter, upper, column.head, place=0.5)
            painter.setPen(look.colour("muted"))
            self._units.draw(painter, lower, column.unit, place=0.5)
        painter.restore()


class RowHeads(QHeaderView):
    """The number of each row, bold where the cursor is, with a tick when it is complete and a mark when it is wrong."""

    def __init__(self, grid: GridView) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._numbers = {bold: Texts(theme().font(13, bold=bold)) for bold in (False, True)}

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_NUMBERS), 0)  # Qt would measure the heads of many rows

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        look, model = theme(), self._grid.grid
        if model is None:
            return
        current = section == self._grid.current_line
        number = model.number(section)
        painter.save()
        painter.fillRect(rect, look.colour("read_only"))
        painter.setPen(look.colour("inner_line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(look.colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = look.px(14)
        box = rect.adjusted(look.px(4), 0, -side - look.px(9), 0)
        painter.setPen(look.colour("text" if current else "muted"))
        if number is not None:
            self._numbers[current].draw(painter, box, self._grid.digits(str(section + 1)), place=1.0)
        if number is not None and (found := self._mark(number)):
            picture = mark(found[0], found[1], side, self.devicePixelRatioF())
            painter.drawPixmap(rect.right() - side - look.px(3), rect.center().y() - side // 2 + 1, picture)
        painter.restore()

    def _mark(self, number: int) -> tuple[str, str] | None:
        model = self._grid.grid
        assert model is not None
        standing, tokens = model.ledger.standing(number), theme().tokens
        if standing.wrong:
            return "error", tokens.ink(Tone.BAD)
        if standing.unexplained:
            return "warning", tokens.ink(Tone.WARN)
        return ("check", tokens.muted) if standing.done else None


def fitting_width(head: str, unit: str, width: int) -> int:
    """The width of a column in pixels: what its kind wants, and more where its head is longer."""
    look = theme()
    label = QFontMetrics(look.font(13, bold=True)).horizontalAdvance(head)
    below = QFontMetrics(look.font(11.5)).horizontalAdvance(unit)
    return max(look.px(width), min(max(label, below) + look.px(_ROOM), look.px(_WIDEST)))


def widest_title(titles: Sequence[str]) -> int:
    """The width in pixels that shows the longest of some titles, up to a third of a small screen."""
    metrics = QFontMetrics(theme().font(14))
    longest = max((metrics.horizontalAdvance(title) for title in titles), default=0)
    return min(longest + theme().px(_ROOM), theme().px(_WIDEST_TITLE))
