"""The one announcement of what changed, delivered on the main thread whichever thread made the change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from cdd_desktop.operations.views import Changes


class ChangeBus(QObject):
    """``changed`` carries a ``Changes`` value to every screen; ``announce`` may be called from any thread."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def announce(self, changes: Changes) -> None:
        self._arrived.emit(changes)

    @Slot(object)
    def _deliver(self, changes: Changes) -> None:
        self.changed.emit(changes)
