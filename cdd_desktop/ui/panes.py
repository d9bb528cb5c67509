"""F6: from one pane of the window to the next, for tables that keep the Tab key and for long pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from cdd_desktop.ui.screen import Screen


class PaneKeys(QObject):
    """F6 and Shift+F6: the navigation, then the parts of the screen in front, in reading order."""

    def __init__(self, window: QWidget, navigation: QWidget, screens: QStackedWidget) -> None:
        super().__init__(window)
        self._navigation = navigation
        self._screens = screens
        for keys, go in (("F6", self.forward), ("Shift+F6", self.back)):
            QShortcut(QKeySequence(keys), window).activated.connect(go)

    @Slot()
    def forward(self) -> None:
        self._go(1)

    @Slot()
    def back(self) -> None:
        self._go(-1)

    def _panes(self) -> list[QWidget]:
        """None while the lock lies over them."""
        screen = self._screens.currentWidget()
        if not isinstance(screen, Screen) or not screen.isVisible():
            return []
        return [pane for pane in (self._navigation, *screen.panes()) if first_stop(pane) is not None]

    def _go(self, step: int) -> None:
        focus = QApplication.focusWidget()
        panes = self._panes()
        here = next((number for number, pane in enumerate(panes) if focus is not None and _holds(pane, focus)), -1)
        if panes:
            stop = first_stop(panes[(here + step) % len(panes)] if here >= 0 else panes[0])
            if stop is not None:
                stop.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget of a pane the Tab key would stop at."""
    widget: QWidget | None = pane
    while widget is not None:
        if _holds(pane, widget) and widget.isVisible() and widget.isEnabled() and _takes_tab(widget):
            return widget
        widget = widget.nextInFocusChain()
        if widget is pane:
            return None
    return None


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
