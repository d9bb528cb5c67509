"""What keeps a person without mouse or without sight from a window: controls without a name, a role or a key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)
from screen_faults import name_of
from shiboken6 import isValid

Role = QAccessible.Role
ROLES: tuple[tuple[type[QWidget], tuple[QAccessible.Role, ...]], ...] = (
    (QCheckBox, (Role.CheckBox,)),
    (QRadioButton, (Role.RadioButton,)),
    (QAbstractButton, (Role.Button, Role.ButtonMenu, Role.RadioButton, Role.CheckBox, Role.PageTab)),
    (QLineEdit, (Role.EditableText,)),
    (QPlainTextEdit, (Role.EditableText,)),
    (QTextBrowser, (Role.StaticText,)),  # is read, never written in
    (QTextEdit, (Role.EditableText,)),
    (QComboBox, (Role.ComboBox,)),
    (QAbstractSpinBox, (Role.SpinBox,)),
    (QProgressBar, (Role.ProgressBar,)),
    (QListView, (Role.List,)),
    (QTreeView, (Role.Tree,)),
    (QTableView, (Role.Table,)),
)
MOST_STOPS = 400


def controls_of(window: QWidget) -> list[QWidget]:
    """What a person can use, in sight or scrolled out of it. Parts of a control are no controls of their own."""
    kinds = tuple(kind for kind, _ in ROLES)
    found = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisibleTo(window) and widget.window() is window
    ]
    return [widget for widget in found if not _is_part(widget)]


def _is_part(widget: QWidget) -> bool:
    """The line inside a spin box, the eye inside a password box, the list of a combo box, a table's corner."""
    parent = widget.parentWidget()
    holder = parent.parentWidget() if parent is not None else None
    whole = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView)
    return isinstance(widget, QHeaderView) or isinstance(parent, whole) or isinstance(holder, QAbstractItemView)


def naming_faults(window: QWidget) -> Iterator[str]:
    """Controls without a name, or with a role they do not have."""
    for widget in controls_of(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            yield f"{name_of(widget)} cannot be read"
            continue
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} “{widget.objectName()}” in {_path(widget)} has no name"
        wanted = next(roles for kind, roles in ROLES if isinstance(widget, kind))
        if interface.role() not in wanted:
            yield f"{name_of(widget)} is a {interface.role().name}"


def colour_faults(window: QWidget) -> Iterator[str]:
    """Whatever has a tone says the same in words; so do the cells of tables and lists."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not widget.property("tone"):
            continue
        if isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull():
            continue  # says nothing at present
        said = widget.text() if isinstance(widget, QLabel) else ""
        if not (said or widget.accessibleName() or widget.accessibleDescription()):
            yield f"{name_of(widget)} has the tone {widget.property('tone')} and no words"
    for view in window.findChildren(QAbstractItemView):
        if view.isVisibleTo(window) and view.model() is not None and not isinstance(view, QHeaderView):
            yield from _silent_cells(view)


def _silent_cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount()
    for row in range(min(model.rowCount(), 40)):
        for column in range(min(columns, 40)):
            index = model.index(row, column)
            interface_text = _spoken(index)
            shown = str(index.data() or "").strip()
            if shown and not interface_text:
                yield f"{view.accessibleName()}: cell “{shown}” is not spoken"
            if _toned(index) and not any(letter.isalpha() for letter in interface_text):
                yield f"{view.accessibleName()}: cell “{shown}” has a tone and no words: “{interface_text}”"


def _spoken(index: QModelIndex) -> str:
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
        text = str(index.data(role) or "").strip()
        if text and text != "–":
            return text
    return ""


def _toned(index: QModelIndex) -> bool:
    """Whether the model colours the cell: a ground, an ink, or a tone among its own roles."""
    first = int(Qt.ItemDataRole.UserRole)
    tones = {"ok", "info", "warn", "bad", "violet"}
    own = [index.data(role) for role in range(first, first + 6)]
    return any(isinstance(value, str) and value in tones for value in own)


def keyboard_faults(window: QWidget) -> Iterator[str]:
    """Controls the Tab and arrow keys do not come to, and stops that do not show that they have the keyboard."""
    for _ in range(3):  # what a screen has built anew under the walk is walked again
        wanted = [widget for widget in controls_of(window) if _wants_the_keyboard(widget)]
        reached, unseen = _walk(window)
        if all(isValid(widget) for widget in (*wanted, *reached, *unseen)):
            break
    yield from (f"{name_of(widget)} in {_path(widget)} does not show that it has the keyboard" for widget in unseen)
    for widget in wanted:
        if widget not in reached and not _by_arrow(widget, reached):
            yield f"{name_of(widget)} in {_path(widget)} is not reached by the Tab key"


def _wants_the_keyboard(widget: QWidget) -> bool:
    if not widget.isEnabledTo(widget.window()) or isinstance(widget, QProgressBar):
        return False
    if isinstance(widget, QLineEdit | QPlainTextEdit) and widget.isReadOnly():
        return False  # to be read and copied, not to stop at
    return not bool(widget.property("otherKey"))  # has a key of its own


def _by_arrow(widget: QWidget, reached: set[QWidget]) -> bool:
    """One of several of which the Tab key stops at one: the arrow keys go on from there."""
    others = [other for other in reached if type(other) is type(widget) and other.parent() is widget.parent()]
    return bool(others) and (bool(widget.property("byArrow")) or _exclusive(widget))


def _exclusive(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)


def _walk(window: QWidget) -> tuple[set[QWidget], list[QWidget]]:
    """Press Tab until it comes round; also answers the stops that look the same with and without the keyboard."""
    window.activateWindow()
    QApplication.processEvents()
    reached: set[QWidget] = set()
    unseen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        here = QApplication.focusWidget()
        if here is None:
            window.setFocus()
            QTest.keyClick(window, Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None:
                break
        if here in reached:
            break
        reached.add(here)
        if _inside_table(here):
            QTest.keyClick(here, Qt.Key.Key_F6)  # there the Tab key goes from cell to cell
            continue
        with_keyboard = _picture(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        QApplication.processEvents()
        if QApplication.focusWidget() is here:
            QTest.keyClick(here, Qt.Key.Key_F6)  # a table that keeps the Tab key for its cells
        after = QApplication.focusWidget()
        if after is not here and isinstance(here, tuple(kind for kind, _ in ROLES)) and _picture(here) == with_keyboard:
            unseen.append(here)
        if after is here:
            break
    return reached, unseen


def _inside_table(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QTableView):
            return True
        parent = parent.parentWidget()
    return False


def _picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _path(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None and len(names) < 3:
        if type(parent) is not QWidget:
            names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return "/".join(reversed(names))


def pushable(window: QWidget) -> list[QPushButton]:
    """The buttons in sight."""
    return [button for button in window.findChildren(QPushButton) if button.isVisibleTo(window)]
