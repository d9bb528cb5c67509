"""Somebody at the program without a mouse: keys alone, and after every key it can be seen where they are."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shell_program import settle

from cdd_desktop.ui.main_window import MainWindow
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.screen import Screen

MOST_STOPS = 60
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
_BY_HAND = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class _Mouse(QObject):
    """Remembers what a mouse or a finger has sent to the program."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[QEvent.Type] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in _BY_HAND:
            self.seen.append(event.type())
        return False


class KeyboardPerson:
    """A key after which nobody would know where they are fails at once: the keyboard has to be at a control that is
    seen, can be used, and has a name."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self._qtbot = qtbot
        self._mouse = _Mouse()
        self._keys: list[str] = []
        QApplication.instance().installEventFilter(self._mouse)  # type: ignore[union-attr]

    @property
    def window(self) -> MainWindow:
        return self.program.window

    @property
    def used_a_mouse(self) -> bool:
        return bool(self._mouse.seen)

    def here(self) -> QWidget:
        """What has the keyboard."""
        top = QApplication.activeModalWidget() or self.window
        if QApplication.activeWindow() is None:
            top.activateWindow()  # as a desktop does when a dialog has gone
            QApplication.processEvents()
        widget = top.focusWidget()
        last = self._keys[-4:]
        assert widget is not None, f"nothing has the keyboard after {last}"
        assert not isinstance(widget, Screen), f"the page {widget.name} alone has the keyboard after {last}"
        assert widget.isEnabled(), f"what has the keyboard cannot be used after {last}"
        assert not widget.visibleRegion().isEmpty(), f"what has the keyboard is not seen after {last}"
        assert _name(widget), f"what has the keyboard has no name after {last}"
        return widget

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, until: Callable[[], bool] = lambda: True
    ) -> None:
        """One key, and the answer to it."""
        QTest.keyClick(self.here(), key, modifier)
        self._keys.append(key.name)
        settle(self.program)
        self.wait(until)

    def wait(self, until: Callable[[], bool]) -> None:
        """Look on until something has come."""
        self._qtbot.waitUntil(until, timeout=20_000)
        settle(self.program)
        self._keys.append(f"at {_name(self.here())}")

    def enter(self, modifier: Qt.KeyboardModifier = NONE, *, until: Callable[[], bool] = lambda: True) -> None:
        self.press(Qt.Key.Key_Return, modifier, until=until)

    def type(self, text: str) -> None:
        """Letters, Thai ones too, into what has the keyboard."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.here(), QKeyEvent(kind, Qt.Key(0), NONE, letter))
        QApplication.processEvents()

    def tab_to(self, wanted: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> None:
        """Press Tab until it has the keyboard."""
        passed = []
        while self.here() is not wanted:
            passed.append(_name(self.here()))
            assert len(passed) <= MOST_STOPS, f"{_name(wanted)} is not reached: {passed}"
            self.press(key)


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""
