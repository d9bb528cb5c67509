"""Starting with the computer: the command that is written down is one the program takes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from cdd_desktop.cli import make_parser
from cdd_desktop.ui.autostart import start_command


def test_the_written_command_asks_for_the_tray() -> None:
    command = start_command("second")
    args = make_parser(commands=()).parse_args(command[command.index("--profile") :])
    assert (args.profile, args.tray) == ("second", True)
    assert make_parser(commands=()).parse_args([]).tray is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display can be missing")
def test_the_written_command_comes_as_far_as_the_display() -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(start_command("second"), capture_output=True, encoding="utf-8", env=environment, check=False)
    assert done.returncode == 2
    assert "--tray" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
