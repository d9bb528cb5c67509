"""Claim: from the start of the process to a usable window takes at most three times a bare PySide6 window.

Both are fresh processes, offscreen, files in the system's cache. Ours is the enrolled office with its sign-in list.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import measure

BARE = """
import time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 698)
window.show()
app.processEvents()
window.grab()
print(time.time())
"""
OURS = """
import sys
import time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from cdd_desktop.clock import SystemClock
from cdd_desktop.logs import set_up_logs
from cdd_desktop.paths import profile
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.widgets.surfaces import ListRow
place = profile("benchmark", Path(sys.argv[1]))
handler = set_up_logs(place.logs)
app = QApplication([])
program = Program(app, profile=place, clock=SystemClock(), settings=load_settings(place.settings))
program.begin()
program.window.resize(1366, 698)
app.processEvents()
program.window.grab()
assert program.window.findChildren(ListRow)
print(time.time())
program.end()
"""


def start(code: str, *arguments: str) -> float:
    """Seconds from asking for the process to its painted window, which can be worked with."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begin = time.time()  # noqa: TID251 - the child tells the same clock
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=True, env=env, stdout=subprocess.PIPE, text=True)
    return float(done.stdout.split()[-1]) - begin


def main() -> None:
    import data
    import office

    with tempfile.TemporaryDirectory() as folder:
        office.new_office(Path(folder), data.large_district().code).close()
        start(OURS, folder)
        reference = min(start(BARE) for _ in range(measure.RUNS))
        figure = min(start(OURS, folder) for _ in range(measure.RUNS))
    measure.report(
        "Cold start to a usable window",
        f"{figure:.2f} s, {figure / reference:.1f} times the bare window",
        f"{reference:.2f} s for a bare PySide6 window",
        "at most 3 times",
        met=figure <= 3 * reference,
    )


if __name__ == "__main__":
    main()
