"""Notices that nobody has touched the program for a while."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class IdleWatch(QObject):
    """``idled`` comes once after some minutes without keyboard or mouse, while the watch is on; ``typed`` with every
    key."""

    idled = Signal()
    typed = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._milliseconds = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idled)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: int) -> None:
        self._milliseconds = minutes * 60_000

    def start(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._timer.start(self._milliseconds)

    def end_now(self) -> None:
        """Let the time be over at once."""
        self._timer.start(0)

    def stop(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:  # noqa: ARG002
        kind = event.type()
        if kind in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start(self._milliseconds)
            if kind == QEvent.Type.KeyPress:
                self.typed.emit()
        return False
