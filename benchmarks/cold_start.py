"""Claim: from the start of the process to a usable window takes at most three times a bare PySide6 window.

Both are fresh processes, offscreen, files in the system's cache. Ours is the enrolled office with its sign-in list.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import measure

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 698)
window.show()
window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cdd_desktop.clock import SystemClock
from cdd_desktop.logs import set_up_logs
from cdd_desktop.paths import profile
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.program import Program
place = profile("benchmark", Path(sys.argv[1]))
handler = set_up_logs(place.logs)
app = QApplication([])
program = Program(app, profile=place, clock=SystemClock(), settings=load_settings(place.settings))
program.begin()
program.window.resize(1366, 698)
while not program.tasks.wait_until_idle(1):
    app.processEvents()
app.processEvents()
program.window.grab()
QTimer.singleShot(0, app.quit)
app.exec()
program.end()
"""


def start(code: str, *arguments: str) -> None:
    root = str(Path(__file__).resolve().parent.parent)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": root}
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=env)


def main() -> None:
    import data
    import office

    with tempfile.TemporaryDirectory() as folder:
        office.new_office(Path(folder), data.large_district().code).close()
        start(OURS, folder)
        reference = measure.best_of(lambda: start(BARE))
        figure = measure.best_of(lambda: start(OURS, folder))
    measure.report(
        "Cold start to a usable window",
        f"{figure:.2f} s, {figure / reference:.1f} times the bare window",
        f"{reference:.2f} s for a bare PySide6 window",
        "at most 3 times",
        met=figure <= 3 * reference,
    )


if __name__ == "__main__":
    main()
