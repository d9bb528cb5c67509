"""Python's collector of cycles, on the main thread only.

The collector runs on whichever thread happens to allocate. On the store lane it would destroy widgets that died in a
cycle away from Qt's own thread, and the program with them. So the automatic one rests while the window lives, and the
main thread looks once a second whether it is due, and not while somebody types: it takes longer than a key.

Qt's binding reads the source of every module that is imported, and Python keeps it: 26 MB after the first form. The
same look lets go of it.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, QTimer, Slot

from cdd_desktop.ui.lull import Lull

_LOOK_EVERY_MILLISECONDS = 1_000


class GarbageWatch(QObject):
    """``begin`` and ``end`` embrace the life of the window."""

    def __init__(self, lull: Lull, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lull = lull
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self._look_in_a_pause)

    def begin(self) -> None:
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        self._timer.stop()
        gc.enable()

    @Slot()
    def _look_in_a_pause(self) -> None:
        self._lull.put_off(self.look)

    def look(self) -> None:
        """Collect the oldest generation that is due, and let go of sources that were read."""
        linecache.clearcache()
        for generation, (count, threshold) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > threshold:
                gc.collect(generation)
                return
