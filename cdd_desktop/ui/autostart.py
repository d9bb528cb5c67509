"""Starting with the computer, to the tray: the Run key on Windows, an autostart file elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

from cdd_desktop.updates.start import begun_by

_RUN_KEY = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"
_ENTRY = "CDD Desktop"


def start_command(profile_name: str) -> list[str]:
    """The command that starts the program to the tray."""
    program = [str(begun_by())] if getattr(sys, "frozen", False) else [sys.executable, "-m", "cdd_desktop"]
    return [*program, "--profile", profile_name, "--tray"]


def set_autostart(wanted: bool, profile_name: str) -> None:
    """Make the system's entry say what the setting says."""
    command = " ".join(f'"{part}"' if " " in part else part for part in start_command(profile_name))
    if sys.platform == "win32":
        settings = QSettings(_RUN_KEY, QSettings.Format.NativeFormat)
        if wanted:
            settings.setValue(_ENTRY, command)
        else:
            settings.remove(_ENTRY)
        return
    places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    file = Path(places) / "autostart" / "cdd-desktop.desktop"
    if wanted:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"[Desktop Entry]\nType=Application\nName={_ENTRY}\nExec={command}\n", encoding="utf-8")
    else:
        file.unlink(missing_ok=True)
