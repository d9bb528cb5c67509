"""The cold start of the installed program beside a bare frozen Qt program, both under Wine in the same run."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

from desk import Desk, wait_for
from host import WORK, say, wine

RUNS = 5
GOAL = 2.0


def freeze_bare(work: Path) -> str:
    """Freeze the bare program with the same Python and Qt; its path on the Windows side."""
    folder = work / "bare"
    if not (folder / "bare" / "bare.exe").exists():
        say("freezing the bare program")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(Path(__file__).parent / "bare.py", folder / "bare.py")
        places = ("--distpath", r"Z:\work\bare", "--workpath", r"Z:\work\bare\build", "--specpath", r"Z:\work\bare")
        with (folder / "freeze.log").open("w", encoding="utf-8") as log:
            wine(
                work,
                r"Z:\work\python\python.exe",
                *("-m", "PyInstaller", "--noconfirm", "--windowed", *places, r"Z:\work\bare\bare.py"),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
    return r"Z:\work\bare\bare\bare.exe"


def _start(screen: Desk, program: str, *words: str) -> float:
    """Seconds from asking for the program to its window; the program is ended again."""
    begun = time.monotonic()
    child = screen.start_wine(program, *words)
    screen.wait_for_window()
    took = time.monotonic() - begun
    screen.settle(0.5, looks=1)
    screen.wine("taskkill", "/f", "/im", program.rpartition("\\")[2], accept_failure=True)
    child.wait()
    wait_for("the window to be gone", lambda: not screen.window())
    return took


def compare(screen: Desk, program: str, *words: str) -> tuple[float, float]:
    """Least seconds of ours and of the bare program, taken in turns, after one start of each that is not counted."""
    bare = freeze_bare(WORK)
    screen.keep_wine_up()  # neither start pays for Wine's own
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(RUNS + 1):
        theirs.append(_start(screen, bare))
        ours.append(_start(screen, program, *words))
    return min(ours[1:]), min(theirs[1:])
