"""What a person does with the installer, in the proof: installs with its pages, uninstalls and answers its question.

Wine draws these pages itself and has no Thai letters; one of our fonts stands in for those that every Windows has.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from desk import wait_for
from doing import WHOLE_WINDOW
from host import CannotError
from machine import DATA, FOLDER, INSTALLED, WINDOW, Machine
from python import ROOT

STAND_IN = "Sarabun"
WINDOWS_FONTS = ("Tahoma", "MS Shell Dlg", "MS Shell Dlg 2", "Microsoft Sans Serif")
QUESTION_AREA = 250 * 120  # pixels; the installer's questions are small


def _lend_thai_letters(machine: Machine) -> None:
    fonts = machine.here(r"C:\windows\Fonts")
    for file in (ROOT / "resources" / "fonts").glob(f"{STAND_IN}-*.ttf"):
        shutil.copy(file, fonts / file.name)
    for name in WINDOWS_FONTS:
        place = (r"HKCU\Software\Wine\Fonts\Replacements", "/v", name, "/t", "REG_SZ", "/d", STAND_IN)
        machine.screen.wine("reg", "add", *place, "/f")


def install(machine: Machine, setup: Path, out: Path) -> None:
    """From the language to the last page, in Thai, by keys; that page opens the program."""
    _lend_thai_letters(machine)
    machine.screen.least_area = QUESTION_AREA
    placed = FOLDER / setup.name
    shutil.copy(setup, placed)
    with machine.shown(rf"Z:\work\proof\{setup.name}") as screen:
        screen.settle()
        screen.press("Down")  # English stands first where Windows is English
        screen.picture(out / "setup-language.png")
        for page in ("welcome", "licence", "done"):
            screen.press("Return")
            screen.picture(out / f"setup-{page}.png")
        screen.press("Return")
        wait_for("the program's window", lambda: bool(screen.windows(WHOLE_WINDOW)))
        screen.settle()
        screen.picture(out / "setup-opened.png")
    placed.unlink()


def uninstall(machine: Machine, out: Path, *, keep: bool) -> None:
    """By keys; the question about the data is answered as it stands, or with yes."""
    with machine.shown(rf"{INSTALLED}\uninstall.exe") as screen:
        screen.settle()
        screen.picture(out / "remove.png")
        screen.press("Return")
        screen.picture(out / "remove-question.png")
        screen.press(*(() if keep else ("Tab",)), "Return")
        wait_for("the program to be gone", lambda: not machine.here(WINDOW).exists())
        screen.picture(out / "removed.png")
    if machine.here(DATA).exists() != keep:
        raise CannotError(f"The data are {'gone' if keep else 'still there'}.")
