"""The sample province started from the window, with small real programs in the place of the demo."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cdd_desktop.ui.demo_start import DemoStartDialog


def dialog_of(qtbot: QtBot, folder: Path, program: str) -> DemoStartDialog:
    file = folder / "program.py"
    file.write_text("import sys, time\nfrom pathlib import Path\n" + program, encoding="utf-8")
    dialog = DemoStartDialog([sys.executable, str(file), str(folder)])
    qtbot.addWidget(dialog)
    dialog.begin()
    return dialog


def test_what_the_demo_says_is_shown_and_an_error_stays(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(
        qtbot, tmp_path, "print('making', file=sys.stderr)\nprint('no room', file=sys.stderr)\nsys.exit(1)"
    )
    qtbot.waitUntil(lambda: not dialog.running)
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.isVisible()
    assert dialog.line.text() == "no room"


def test_a_ready_province_opens_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, tmp_path, "Path(sys.argv[1], '-'.join(sys.argv[2:])).touch()")
    qtbot.waitUntil(lambda: (tmp_path / "demo").exists(), timeout=20_000)
    assert (tmp_path / "demo---prepare").exists()
    assert not dialog.isVisible()


def test_stop_ends_the_preparation(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(qtbot, tmp_path, "print('making', file=sys.stderr, flush=True)\nsys.stdin.read()")
    qtbot.waitUntil(lambda: dialog.line.text() == "making", timeout=20_000)
    dialog.stop.click()
    QApplication.processEvents()
    assert not dialog.running
    assert not dialog.isVisible()
    assert not (tmp_path / "demo").exists()


def test_a_program_that_is_not_there_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = DemoStartDialog([str(tmp_path / "none")])
    qtbot.addWidget(dialog)
    dialog.begin()
    qtbot.waitUntil(dialog.progress.isHidden)
    assert dialog.line.text()
