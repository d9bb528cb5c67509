"""Where the keyboard goes: F6 from one pane of the window to the next, for tables that keep the Tab key and for long
pages; and into a screen that was opened by its keys."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStackedWidget, QWidget

from cdd_desktop.ui.navigation import Navigation
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.widgets import ListRow
from cdd_desktop.ui.widgets.buttons import is_filled


class PaneKeys(QObject):
    """F6 and Shift+F6: the navigation, then the parts of the screen in front, in reading order. Ctrl+1, Ctrl+2, … put
    the keyboard on the screen's next step or list, or on the first thing the Tab key would stop at."""

    _filled = Signal()

    def __init__(self, window: QWidget, navigation: Navigation, screens: QStackedWidget) -> None:
        super().__init__(window)
        self._navigation = navigation
        self._screens = screens
        navigation.keyed.connect(self._come_in)
        self._filled.connect(self._take_keyboard, Qt.ConnectionType.QueuedConnection)
        for keys, go in (("F6", self.forward), ("Shift+F6", self.back)):
            QShortcut(QKeySequence(keys), window).activated.connect(go)

    @Slot()
    def forward(self) -> None:
        self._go(1)

    @Slot()
    def back(self) -> None:
        self._go(-1)

    @Slot()
    def _come_in(self) -> None:
        """Behind what the screen has asked the store for: before, there is nothing on it."""
        screen = self._in_front()
        if screen is not None:
            screen.desk.tasks.store(_nothing, self._come_to_rest)

    def _come_to_rest(self, _read: None) -> None:
        """Qt shows new rows of a layout a moment later."""
        self._filled.emit()

    @Slot()
    def _take_keyboard(self) -> None:
        """Only from a screen that still holds it itself: it may have a place of its own, and the person may be on."""
        screen = self._in_front()
        stop = next_step(screen) if screen is not None and screen.window().focusWidget() is screen else None
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _in_front(self) -> Screen | None:
        """None while the lock lies over it."""
        screen = self._screens.currentWidget()
        return screen if isinstance(screen, Screen) and screen.isVisible() else None

    def _panes(self) -> list[QWidget]:
        screen = self._in_front()
        if screen is None:
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
    return next(_stops(pane), None)


def next_step(screen: Screen) -> QWidget | None:
    """The filled button or the list of a screen, whichever comes first; else the first stop of the Tab key."""
    stops = list(_stops(screen))
    first = next((each for each in stops if _is_step(each)), None)
    if isinstance(first, ListRow):
        rows = (each for each in stops if isinstance(each, ListRow) and each.parent() is first.parent())
        return next((row for row in rows if row.property("current") == "true"), first)
    return first or next(iter(stops), None)


def _is_step(widget: QWidget) -> bool:
    return is_filled(widget) or isinstance(widget, ListRow | QAbstractItemView)


def _stops(pane: QWidget) -> Iterator[QWidget]:
    """Where the Tab key would stop inside a pane, in its order."""
    widget: QWidget | None = pane
    while widget is not None:
        if _holds(pane, widget) and widget.isVisible() and widget.isEnabled() and _takes_tab(widget):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is pane:
            return


def _nothing() -> None:
    """The store has come to the end of what it was asked before."""


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
