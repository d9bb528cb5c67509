"""Work on a workbook in the background: how far it is, and stopping it. Nothing is written of what is stopped."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Signal

from cdd_desktop.errors import RefusedError

_STEP = 250


class Hearing(QObject):
    """Handed to an operation on the store lane; tells the screen of its progress, and stops it when asked."""

    advanced = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._told = -_STEP

    def stop(self) -> None:
        self._stop.set()

    def rows(self, done: int, total: int = 0) -> None:
        """Raises ``RefusedError("import-stopped")`` once a stop is asked for."""
        if self._stop.is_set():
            raise RefusedError("import-stopped")
        if abs(done - self._told) >= _STEP:
            self._told = done
            self.advanced.emit(done, total)
