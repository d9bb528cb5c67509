"""What the system knows of the present line: whether it is paid by volume, and when it is back. Asked long after the
first window."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation


def knows_metered() -> bool:
    """Whether the system tells which lines are paid by volume: Windows does, Linux with NetworkManager does."""
    from PySide6.QtNetwork import QNetworkInformation

    return _tells(QNetworkInformation.Feature.Metered)


def _tells(feature: QNetworkInformation.Feature) -> bool:
    """Wine's list of networks is half there; asking it through Qt ends the program."""
    from PySide6.QtNetwork import QNetworkInformation

    if sys.platform == "win32" and hasattr(ctypes.windll.ntdll, "wine_get_version"):
        return False
    return QNetworkInformation.loadBackendByFeatures(feature)


def is_metered() -> bool:
    """False where the system cannot tell."""
    from PySide6.QtNetwork import QNetworkInformation

    information = QNetworkInformation.instance() if knows_metered() else None
    return information is not None and information.isMetered()


class LineWatch(QObject):
    """``returned`` comes when the system says that the line is back, where it tells; nothing is polled."""

    returned = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watching = False

    def begin(self) -> None:
        """Watch from now on; again is the same."""
        from PySide6.QtNetwork import QNetworkInformation

        feature = QNetworkInformation.Feature.Reachability
        if self._watching or not _tells(feature):
            return
        information = QNetworkInformation.instance()
        if information is not None:
            self._watching = True
            information.reachabilityChanged.connect(self.take)

    def take(self, reachability: object) -> None:
        """The system speaks of another reachability."""
        from PySide6.QtNetwork import QNetworkInformation

        if reachability == QNetworkInformation.Reachability.Online:
            self.returned.emit()
