"""Calls and signals without end do not end the interpreter, whichever Qt for Python is installed."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
import cdd_desktop.ui
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

class Sender(QObject):
    told = Signal(object)

app, widget, sender = QApplication([]), QWidget(), Sender()
for _ in range(20_000):
    widget.hide()
    sender.told.emit(False)
print("alive")
"""


def test_twenty_thousand_calls_and_signals() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr[-500:]
    assert done.returncode == 0
