"""How the cells of the calendars are drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.calendar.month_model import DUE_ROLE, HOLIDAY_ROLE, INSIDE_ROLE, TODAY_ROLE
from cdd_desktop.ui.calendar.year_model import PRESENT_ROLE, QUIET_ROLE, tone_of
from cdd_desktop.ui.state_words import submission_chip
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.painting import paint_mark
from cdd_desktop.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_AT_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _edge(option: QStyleOptionViewItem, otherwise: QPen) -> QPen:
    """Of the chosen cell, stronger while the table has the keyboard."""
    if not option.state & QStyle.StateFlag.State_Selected:
        return otherwise
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    return QPen(theme().colour("primary"), 3 if focused else 1.5)


class YearDelegate(QStyledItemDelegate):
    """A rounded box with the due day on the ground of its tone, and the tone's mark beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = theme(), theme().px
        tone = tone_of(index)
        box = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.colour("read_only")
        ground.setAlphaF(0.55)
        if index.data(PRESENT_ROLE):
            ground = look.colour("tint")
            ground.setAlphaF(0.6)
        painter.setBrush(ground if tone is None else look.ground(tone))
        painter.setPen(_edge(option, QPen(Qt.PenStyle.NoPen)))
        painter.drawRoundedRect(box, px(5), px(5))
        if tone is not None:
            painter.setPen(look.ink(tone))
            painter.setFont(look.font(14, bold=True))
            text, mark = str(index.data()), px(11)
            width = painter.fontMetrics().horizontalAdvance(text)
            left = box.center().x() - (mark + px(5) + width) / 2
            painter.drawText(box.adjusted(left + mark + px(5) - box.left(), 0, 0, 0), _AT_LEFT, text)
            paint_mark(painter, QRectF(left, box.center().y() - mark / 2, mark, mark), tone)
        painter.restore()


class YearHeader(QHeaderView):
    """Heads of rows and months, drawn plainly: names at the left, months centred, the present month in bold."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """As wide as the longest name, within reason for the width of the table."""
        px = theme().px
        if self.orientation() == Qt.Orientation.Horizontal or self.model() is None:
            return QSize(px(200), px(30))
        metrics = QFontMetrics(theme().font(14))
        names = [str(self.model().headerData(row, self.orientation()) or "") for row in range(self.count())]
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0) + px(12)
        parent = self.parentWidget()
        most = px(260) if parent is not None and parent.width() > px(900) else px(200)
        return QSize(max(px(150), min(longest, most)), px(30))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        look, px = theme(), theme().px
        model, across = self.model(), self.orientation() == Qt.Orientation.Horizontal
        painter.save()
        painter.fillRect(rect, look.colour("surface"))
        text = str(model.headerData(logical_index, self.orientation()) or "")
        present = bool(model.headerData(logical_index, self.orientation(), PRESENT_ROLE)) if across else False
        quiet = across or bool(model.headerData(logical_index, self.orientation(), QUIET_ROLE))
        painter.setFont(look.font(13 if across else 14, bold=present))
        painter.setPen(look.colour("primary" if present else "muted" if quiet else "text"))
        place = Qt.AlignmentFlag.AlignCenter if across else Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        box = rect.adjusted(0 if across else px(2), 0, -px(4) if not across else 0, 0)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(place), shown)
        painter.restore()


class MonthDelegate(QStyledItemDelegate):
    """A day: its number, the name of a day off, and a line for each period that falls due."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, px = theme(), theme().px
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        inside, today = bool(index.data(INSIDE_ROLE)), bool(index.data(TODAY_ROLE))
        holiday = str(index.data(HOLIDAY_ROLE) or "")
        weekend = index.column() in (0, 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_edge(option, QPen(look.colour("inner_line"), 1)))
        painter.setBrush(
            look.colour("tint" if today else "read_only" if weekend or holiday or not inside else "surface")
        )
        painter.drawRoundedRect(box, px(5), px(5))
        if inside:
            painter.setFont(look.font(13, bold=today))
            painter.setPen(look.colour("muted" if weekend or holiday else "text"))
            head = QRectF(box.left() + px(7), box.top() + px(1), box.width() - px(12), px(22))
            painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(index.data()))
            if holiday:
                self._text(painter, head.adjusted(px(24), 0, 0, 0), holiday, look.colour("muted"))
            self._paint_due(painter, box, index.data(DUE_ROLE) or ())
        painter.restore()

    def _paint_due(self, painter: QPainter, box: QRectF, views: tuple[SubmissionView, ...]) -> None:
        look, px = theme(), theme().px
        height, top = px(20), px(23 if box.height() >= px(48) else 21)
        room = max(int((box.height() - top + 1) // (height + 2)), 1)
        shown = views[:room]  # the last line carries "+n" where there are more
        more = f"+{self._words.format_number(len(views) - room)}" if len(views) > room else ""
        y = box.top() + top
        for view in shown:
            tone = submission_chip(view, self._words)[1]
            line = QRectF(box.left() + px(4), y, box.width() - px(8), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.ground(tone))
            painter.drawRoundedRect(line, px(4), px(4))
            mark = px(11)
            paint_mark(painter, QRectF(line.left() + px(5), line.center().y() - mark / 2, mark, mark), tone)
            text = line.adjusted(px(20), 0, -px(4), 0)
            if more and view is shown[-1]:
                text.setRight(text.right() - self._tail(painter, text, more, look.ink(tone)))
            self._text(painter, text, self._words.dataset(view.key.dataset), look.ink(tone))
            y += height + 2

    def _tail(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> int:
        """Draw a short text at the right end; returns the room it takes."""
        painter.setFont(theme().font(12.5, bold=True))
        painter.setPen(colour)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return painter.fontMetrics().horizontalAdvance(text) + theme().px(6)

    def _text(self, painter: QPainter, box: QRectF, text: str, colour: QColor) -> None:
        painter.setFont(theme().font(12.5))
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
