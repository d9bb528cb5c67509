"""Claim: with a large district's ten years open the program needs at most 250 MB of memory.

A fresh process signs in, and opens the entry screen, the table of a month of OTOP sales and the search, each used
a little; then its resident memory is read from the system (Linux). Beside it a bare PySide6 window.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import measure

RESIDENT = """
def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
"""
BARE = (
    RESIDENT
    + """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("bare"))
window.resize(1366, 698)
window.show()
app.processEvents()
window.grab()
print(resident())
"""
)
OURS = (
    RESIDENT
    + """
import office
import window
from PySide6.QtWidgets import QApplication
from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.submission import SubmissionKey
app = QApplication([])
workplace = office.large_office()
program = window.begin_program(app, workplace, FixedClock(office.AT))

def step(name):
    for _ in range(3):
        assert program.tasks.wait_until_idle(120)
    program.window.grab()
    program.garbage.look()  # as it does by itself every second
    print(name, resident())

step("signed_in")
program.desk.open("entry", SubmissionKey(workplace.unit.code, "saving_group", "2570-q4"))
step("entry")
program.window.screen_named("entry").open_item(program.window.screen_named("entry").worklist.items[0])
step("form")
program.desk.open("grid", SubmissionKey(workplace.unit.code, "otop_sales", "2570-m11"))
step("table")
view = program.window.screen_named("grid").view
for row in range(0, view.model().rowCount(), 10):
    view.scrollTo(view.model().index(row, 0))
    view.grab()
step("scrolled")
program.search.open_box()
program.search.box.line.setText("ออมทรัพย์")
step("all")
program.end()
"""
)
GOAL = 250
_KILO = 1024


def run(code: str) -> dict[str, float]:
    """Megabytes after each step of a fresh process; the last figure is without a name."""
    paths = [str(Path(__file__).parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(paths)}
    done = subprocess.run([sys.executable, "-c", code], check=True, env=env, stdout=subprocess.PIPE, text=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    return {" ".join(words[:-1]): int(words[-1]) / _KILO for words in lines}


def main() -> None:
    import office

    office.large_office().close()
    reference = min(run(BARE)[""] for _ in range(measure.RUNS))
    steps = run(OURS)
    print(", ".join(f"{name.replace('_', ' ')} {size:.0f} MB" for name, size in steps.items()))
    measure.report(
        "Resident memory with ten years of a large district open: form, table and search",
        f"{steps['all']:.0f} MB",
        f"{reference:.0f} MB for a bare PySide6 window",
        f"at most {GOAL} MB",
        met=steps["all"] <= GOAL,
    )


if __name__ == "__main__":
    main()
