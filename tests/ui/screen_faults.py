"""What is wrong with the layout of a window as a person sees it: text cut off, things on top of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from cdd_desktop.ui.dashboard.table import TableView
from cdd_desktop.ui.widgets import Label, ScrollColumn

TOLERANCE = 1  # pixels lost to rounding


def layout_faults(window: QWidget) -> list[str]:
    """Every fault, each with the text it concerns; an empty list is what is wanted."""
    shown = [widget for widget in window.findChildren(QWidget) if _is_shown(widget, window)]
    faults = [fault for widget in shown for fault in _own_faults(widget, window)]
    faults += _overlaps([widget for widget in shown if _text_of(widget)], window)
    faults += _primary_faults([widget for widget in shown if isinstance(widget, QPushButton)], window)
    return faults


def name_of(widget: QWidget) -> str:
    """How a fault names a widget."""
    return f"{type(widget).__name__} “{_text_of(widget) or widget.accessibleName()}”"


def _is_shown(widget: QWidget, window: QWidget) -> bool:
    return widget.isVisibleTo(window) and widget.window() is window and not isinstance(widget, QMenu)


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text().replace("&", "")
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return ""


def _is_icon(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def _rect(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _own_faults(widget: QWidget, window: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _label_faults(widget)
    elif isinstance(widget, QAbstractButton) and widget.text() and not _is_icon(widget):
        need = widget.sizeHint()
        if widget.width() + TOLERANCE < need.width() or widget.height() + TOLERANCE < need.height():
            yield f"{name_of(widget)} has {_size(widget)}, needs {need.width()}×{need.height()}"
    elif isinstance(widget, QLineEdit):
        yield from _box_faults(widget)
    elif isinstance(widget, QComboBox | QAbstractSpinBox) and widget.width() < widget.minimumSizeHint().width():
        yield f"{name_of(widget)} is too narrow"
    if isinstance(widget, QAbstractScrollArea):
        yield from _scroll_faults(widget)
    if isinstance(widget, QTableView):
        yield from _table_faults(widget)
    if _text_of(widget) or isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox):
        yield from _cut_by_parents(widget, window)


def _label_faults(label: QLabel) -> Iterator[str]:
    if isinstance(label, Label) and label.text() != label.full_text():
        if label.toolTip() != label.full_text():
            yield f"{name_of(label)} is elided without a tool tip"
        return
    metrics = label.fontMetrics()
    if not label.wordWrap():
        room = label.width() - label.contentsRect().width()
        width = max(metrics.horizontalAdvance(line) for line in label.text().split("\n")) + room
        height = label.sizeHint().height()
    else:
        words = re.split(r"[ \n\t]+", QLabel.text(label))  # as it is laid out: no-break blanks break no line
        room = label.width() - label.contentsRect().width()
        width = max(_unbreakable(word, metrics) for word in words) + room
        height = label.heightForWidth(label.width())
    if label.width() + TOLERANCE < width or label.height() + TOLERANCE < height:
        yield f"{name_of(label)} has {_size(label)}, needs {width}×{height}"


def _unbreakable(word: str, metrics: QFontMetrics) -> int:
    """Thai breaks between its words; of other scripts a word stays whole, and what no-break blanks hold together."""
    if "\u00a0" in word:
        return metrics.horizontalAdvance(word)
    latin = re.findall(r"[^\u0e00-\u0e7f]+", word)
    return max((metrics.horizontalAdvance(part) for part in latin), default=0)


def _box_faults(box: QLineEdit) -> Iterator[str]:
    """The hint in an empty box, and a text that may only be read, are there to be read whole."""
    text = box.placeholderText() if not box.text() else box.text() if box.isReadOnly() else ""
    if box.echoMode() is not QLineEdit.EchoMode.Normal or not text:
        text = box.placeholderText() if not box.text() else ""
    room = box.width() - 2 * 10
    if text and box.fontMetrics().horizontalAdvance(text) > room and box.toolTip() != text:
        yield f"{name_of(box)} shows {room} pixels of {box.fontMetrics().horizontalAdvance(text)}"
    if box.height() < box.fontMetrics().height():
        yield f"{name_of(box)} is lower than its text"


def _scroll_faults(area: QAbstractScrollArea) -> Iterator[str]:
    """No way sideways outside tables; and what cannot be scrolled to is lost."""
    bar = area.horizontalScrollBar()
    hidden = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if bar.maximum() > 0 and (hidden or not isinstance(area, QTableView)):
        yield f"{name_of(area)} is {bar.maximum()} pixels too narrow for what it holds"
    if isinstance(area, TableView) and area.verticalScrollBar().maximum() and _scrolled_page(area) is not None:
        yield f"{name_of(area)} scrolls inside a column that scrolls too"
    if isinstance(area, QScrollArea) and area.widget() is not None:
        over = area.widget().width() - area.viewport().width()
        if over > TOLERANCE:
            yield f"{name_of(area)} holds something {over} pixels wider"
        below = area.widget().height() - area.viewport().height()
        if below > TOLERANCE and area.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            yield f"{name_of(area)} holds something {below} pixels taller, and no bar leads there"


def _scrolled_page(table: QAbstractScrollArea) -> QScrollArea | None:
    """The column a table lies in, where that has a bar of its own; the whole page is another matter."""
    holder = table.parentWidget()
    while holder is not None and not isinstance(holder, ScrollColumn):
        holder = holder.parentWidget()
    return holder if holder is not None and holder.verticalScrollBar().maximum() else None


def _table_faults(table: QTableView) -> Iterator[str]:
    model = table.model()
    if model is None:
        return
    for header in (table.horizontalHeader(), table.verticalHeader()):
        if header.isVisible():
            yield from _header_faults(header)
    if type(table.itemDelegate()).paint.__qualname__.startswith("QStyledItemDelegate"):
        yield from _cell_faults(table)


def _header_faults(header: QHeaderView) -> Iterator[str]:
    model, across = header.model(), header.orientation() == Qt.Orientation.Horizontal
    for section in range(header.count()):
        text = str(model.headerData(section, header.orientation()) or "")
        tip = model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        need = max((header.fontMetrics().horizontalAdvance(line) for line in text.split("\n")), default=0)
        room = header.sectionSize(section) if across else header.width()
        if need > room and not tip:
            yield f"head “{text}” has {room} pixels, needs {need}, and no tool tip"


def _cell_faults(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(min(model.rowCount(), 200)):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            text = str(index.data() or "")
            room = table.columnWidth(column) * table.columnSpan(row, column)
            if not text or (table.wordWrap() and table.rowHeight(row) > 2 * table.fontMetrics().height()):
                continue
            if table.fontMetrics().horizontalAdvance(text) > room and not index.data(Qt.ItemDataRole.ToolTipRole):
                yield f"cell “{text}” has {room} pixels, and no tool tip"


def _cut_by_parents(widget: QWidget, window: QWidget) -> Iterator[str]:
    """Sideways nothing may be cut; downwards only by a column that scrolls."""
    mine, parent, scrolls = _rect(widget, window), widget.parentWidget(), False
    while parent is not None:
        holder = parent.parentWidget()
        if isinstance(holder, QTableView):
            return
        scrolls = scrolls or isinstance(holder, QAbstractScrollArea)
        room = _rect(parent, window)
        outside = mine.left() < room.left() - TOLERANCE or mine.right() > room.right() + TOLERANCE
        below = mine.top() < room.top() - TOLERANCE or mine.bottom() > room.bottom() + TOLERANCE
        if outside or (below and not scrolls):
            yield f"{name_of(widget)} at {_place(mine)} is cut by {type(parent).__name__} at {_place(room)}"
            return
        if parent is window:
            return
        parent = holder


def _overlaps(texts: list[QWidget], window: QWidget) -> Iterator[str]:
    """Two texts on one place; what is scrolled out of sight counts for nothing."""
    places = [(widget, _seen(widget, window)) for widget in texts]
    places = [(widget, place) for widget, place in places if not place.isEmpty()]
    for number, (one, here) in enumerate(places):
        for other, there in places[number + 1 :]:
            shared = here.intersected(there)
            related = one.isAncestorOf(other) or other.isAncestorOf(one)
            if shared.width() > TOLERANCE and shared.height() > TOLERANCE and not related:
                yield f"{name_of(one)} lies on {name_of(other)}"


def _seen(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget can be seen, in the window."""
    return widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint(0, 0)))


def _primary_faults(buttons: list[QPushButton], window: QWidget) -> Iterator[str]:
    primary = [button for button in buttons if button.property("role") == "primary"]
    if len(primary) > 1:
        yield f"{len(primary)} filled buttons: {', '.join(button.text() for button in primary)}"
    for button in primary:
        seen = button.visibleRegion().boundingRect()
        if seen != button.rect() or not window.rect().contains(_rect(button, window)):
            yield f"the filled button “{button.text()}” is not wholly visible"


def _size(widget: QWidget) -> str:
    return f"{widget.width()}×{widget.height()}"


def _place(rect: QRect) -> str:
    return f"{rect.left()},{rect.top()} {rect.width()}×{rect.height()}"


def focus_box() -> QWidget:
    """The box that has the keyboard."""
    box = QApplication.focusWidget()
    assert box is not None
    return box
