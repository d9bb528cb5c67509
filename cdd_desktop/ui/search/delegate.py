"""Paints one hit: its icon, the title with what was typed marked in it, where it belongs, and its kind in a word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cdd_desktop.forms.sought import spans
from cdd_desktop.ui.icons import pixmap
from cdd_desktop.ui.search.hits import Hit, kind_word
from cdd_desktop.ui.search.model import HIT
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.painting import is_current, paint_ground, paint_text

ROW_HEIGHT = 54
_ICON = 20
_SMALL = 12.5


class HitDelegate(QStyledItemDelegate):
    """``words`` are what was typed, as ``forms.sought`` writes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(160, theme().px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit = index.data(HIT)
        if not isinstance(hit, Hit):
            return
        look, box = theme(), QRect(option.rect)
        painter.save()
        paint_ground(painter, option)
        inner = box.adjusted(look.px(14), look.px(4), -look.px(14), -look.px(4))
        self._paint_icon(painter, inner, hit, "primary" if is_current(option) else "muted")
        text = inner.adjusted(look.px(_ICON + 12), 0, 0, 0)
        kind = kind_word(hit.kind)
        room = QFontMetrics(look.font(_SMALL)).horizontalAdvance(kind) + 2
        right = QRect(text.right() - room, text.top(), room + 1, text.height())
        paint_text(painter, right, kind, size=_SMALL, colour="muted")
        text.setRight(right.left() - look.px(12))
        half = text.height() // 2
        upper = text if not hit.where else QRect(text.left(), text.top(), text.width(), half)
        paint_marked(painter, upper, hit.title, self.words)
        if hit.where:
            lower = QRect(text.left(), text.top() + half, text.width(), text.height() - half)
            paint_text(painter, lower, hit.where, size=_SMALL, colour="muted")
        painter.restore()

    def _paint_icon(self, painter: QPainter, inner: QRect, hit: Hit, ink: str) -> None:
        size = theme().px(_ICON)
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(hit.icon, theme().colour(ink), size, ratio)
        painter.drawPixmap(inner.left(), inner.center().y() - size // 2 + 1, picture)


def paint_marked(painter: QPainter, box: QRect, text: str, words: tuple[str, ...]) -> None:
    """One line with the words in bold on a ground of their own; laid out as one, so that no Thai mark loses its
    letter."""
    look = theme()
    font = look.font(14)
    shown = QFontMetrics(look.font(14, bold=bool(words))).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    mark = QTextCharFormat()
    mark.setFontWeight(QFont.Weight.Bold)
    mark.setForeground(look.colour("primary_dark"))
    mark.setBackground(look.colour("tint"))
    layout = QTextLayout(shown, font)
    formats = []
    for start, end in spans(shown, words):
        part = QTextLayout.FormatRange()
        part.start, part.length, part.format = start, end - start, mark
        formats.append(part)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(box.width())
    layout.endLayout()
    painter.setPen(look.colour("text"))
    layout.draw(painter, QPointF(box.left(), box.top() + (box.height() - line.height()) / 2))
