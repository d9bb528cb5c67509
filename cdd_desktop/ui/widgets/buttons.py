"""Buttons: one filled for the next step, quiet ones for everything else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.flow import FlowLayout


def is_filled(widget: QWidget) -> bool:
    """Whether a widget is a button for the next step."""
    return isinstance(widget, QPushButton) and widget.property("role") == "primary"


class _Button(QPushButton):
    def __init__(self, text: str, icon_name: str = "", *, role: str = "", ink: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._icon_name = icon_name
        self._tint(ink or theme().tokens.text)

    def _tint(self, ink: str) -> None:
        if self._icon_name:
            size = theme().px(18)
            self.setIcon(icon(self._icon_name, ink, size))
            self.setIconSize(QSize(size, size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, in a dialog too, where Qt would press the filled one."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            return  # a key held down leads to the next step, and does not take it
        elif self.menu() is not None:
            self.showMenu()
        else:
            self.click()

    def set_icon_after(self) -> None:
        """Put the icon behind the text."""
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)


class PrimaryButton(_Button):
    """The one next step of a screen, filled."""

    def __init__(self, text: str, icon_name: str = "") -> None:
        super().__init__(text, icon_name, role="primary", ink=theme().tokens.on_primary)


class QuietButton(_Button):
    """Everything else. ``set_primary`` fills it while it is the next step (*send* when nothing is left to enter)."""

    def __init__(self, text: str, icon_name: str = "") -> None:
        super().__init__(text, icon_name)

    def set_primary(self, primary: bool) -> None:
        self.setProperty("role", "primary" if primary else "")
        self._tint(theme().tokens.on_primary if primary else theme().tokens.text)
        self.style().unpolish(self)
        self.style().polish(self)


class LinkButton(_Button):
    """A step that looks like a word of the text."""

    def __init__(self, text: str, icon_name: str = "") -> None:
        super().__init__(text, icon_name, role="link", ink=theme().tokens.primary)


class MenuButton(_Button):
    """A quiet button that opens a menu; ``chosen`` carries the key of the entry."""

    chosen = Signal(str)

    def __init__(self, text: str, entries: Sequence[tuple[str, str]] = (), icon_name: str = "") -> None:
        super().__init__(text, icon_name)
        self.setProperty("menu", "true")
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Entries as (key, text); an empty key is a separator."""
        self._menu.clear()
        for key, text in entries:
            if not key:
                self._menu.addSeparator()
                continue
            self._menu.addAction(text).setData(key)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))


class ToolButton(QToolButton):
    """A small button with an icon alone; the text is its tool tip and accessible name."""

    def __init__(self, icon_name: str, text: str, ink: str = "") -> None:
        super().__init__()
        size = theme().px(18)
        self.setIcon(icon(icon_name, ink or theme().tokens.muted, size))
        self.setIconSize(QSize(size, size))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


def lead_tab_to(stop: QPushButton | None, buttons: Iterable[QPushButton]) -> None:
    """Of buttons that arrows go through, the Tab key stops at one: Qt alone leaves it at the one that was used last."""
    for button in buttons:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus)


class Segment(_Button):
    """Leaves room for its text in bold, so that nothing moves or is clipped when it is chosen."""

    def __init__(self, text: str) -> None:
        super().__init__(text, role="segment")
        self.setCheckable(True)
        self.setAutoExclusive(True)  # one of several to readers of the screen

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        bold = QFont(self.font())
        bold.setBold(True)
        room = QFontMetrics(bold).horizontalAdvance(self.text()) + theme().px(36)
        return QSize(max(hint.width(), room), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class SegmentBar(QWidget):
    """A few views of one thing, one of them chosen; ``chosen`` carries its key. One that ``wraps`` takes as many
    lines as its words need."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], current: str, *, wraps: bool = False) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        row = FlowLayout(self) if wraps else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(6))
        for key, text in entries:
            button = Segment(text)
            button.setObjectName(key)
            button.setChecked(key == current)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._choose)
        self._lead_tab()

    def current(self) -> str:
        button = self._group.checkedButton()
        return button.objectName() if button is not None else ""

    def set_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)
        self._lead_tab()

    def _lead_tab(self) -> None:
        lead_tab_to(self._buttons.get(self.current()), self._buttons.values())

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.current())
