"""Where both frozen programs begin: the newest version that was proved runs (docs/updates.md). ``-m
cdd_desktop.central`` serves the sample province's central endpoint, as the same words do with a plain Python."""

import os
import sys
from pathlib import Path

from cdd_desktop import __version__
from cdd_desktop.paths import machine_folder
from cdd_desktop.updates.start import BEGUN_BY, read_current, start_newest


def begin() -> int:
    words = sys.argv[1:]
    if words[:1] != ["-m"]:
        status = start_newest(Path(sys.executable), __version__, machine_folder(), words)
        if status is not None:
            return status
    else:
        del sys.argv[1:3]
    if words[:2] == ["-m", "cdd_desktop.central"]:
        from cdd_desktop.central.cli import main
    else:
        from cdd_desktop.cli import main
    return main()


try:
    status = begin()
except Exception:
    # a newer version that cannot even begin gives way without a word to the one that started it
    if BEGUN_BY not in os.environ or read_current(machine_folder()).confirmed:
        raise
    status = 1
sys.exit(status)
