"""What the program lets go of while it runs."""

from __future__ import annotations

import gc
import linecache
import weakref

from pytestqt.qtbot import QtBot

from cdd_desktop.ui.garbage import GarbageWatch
from cdd_desktop.ui.lull import Lull


class Knot:
    """Holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_cycles_and_sources_that_were_read_go_with_the_look_of_the_main_thread(qtbot: QtBot) -> None:
    watch = GarbageWatch(Lull())
    thresholds = gc.get_threshold()
    watch.begin()
    try:
        knot = weakref.ref(Knot())
        assert linecache.getlines(__file__)
        gc.set_threshold(1, 1, 1)
        qtbot.waitUntil(lambda: knot() is None)
        assert not linecache.cache
    finally:
        gc.set_threshold(*thresholds)
        watch.end()
    assert gc.isenabled()
