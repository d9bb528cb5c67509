"""A program with a real window in a process of its own, in which somebody types and types; until it is killed.

Arguments: the folder of the data, the text, the screen ("entry" or "grid"). Prints how many letters have been typed,
one line a key.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

from demo_day import DEMO_NOW
from entry_office import OFFICER, PASSWORD, key_of
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.paths import profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.grid.screen import GridScreen
from cdd_desktop.ui.program import Program

KEY_EVERY_MS = 25
Q2 = key_of("saving_group", "2561-q2")
PATH = "remark"


def main() -> None:
    app = QApplication(sys.argv[:1])
    clock, place = FixedClock(DEMO_NOW), profile("test", Path(sys.argv[1]))
    text = sys.argv[2]
    program = Program(app, profile=place, clock=clock, settings=Settings(language="th", background_sync=False))
    program.begin()
    program.desk.opened.emit(sign_in(place, OFFICER, PASSWORD, clock=clock))
    program.tasks.wait_until_idle(20)
    program.desk.open(sys.argv[3], Q2)
    program.tasks.wait_until_idle(20)
    screen = program.window.screen_named(sys.argv[3])
    if isinstance(screen, GridScreen):
        assert screen.view.grid is not None
        screen.view.go_to(0, next(n for n, column in enumerate(screen.view.grid.columns) if column.key == PATH))
        screen.view.setFocus()
    else:
        screen.panel.form.go_to(PATH)  # type: ignore[attr-defined]
    typed = 0

    def type_one() -> None:
        nonlocal typed
        letter = text[typed % len(text)]
        typed += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key(0), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        print(typed, time.monotonic(), flush=True)

    timer = QTimer(interval=KEY_EVERY_MS)
    timer.timeout.connect(type_one)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
