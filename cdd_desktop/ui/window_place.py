"""Where the window stood last time."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget

_FIRST_TIME = (1366, 698)


def remember_place(window: QWidget, settings: QSettings) -> None:
    settings.setValue("geometry", window.saveGeometry())


def restore_place(window: QWidget, settings: QSettings) -> None:
    place = settings.value("geometry", type=QByteArray)
    if isinstance(place, QByteArray) and not place.isEmpty():
        window.restoreGeometry(place)
    else:
        window.resize(*_FIRST_TIME)
