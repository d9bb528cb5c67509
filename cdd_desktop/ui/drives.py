"""USB sticks that are plugged in."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

_PLUGGED = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Drive:
    """A removable medium that can be written: its name as the system shows it, its folder, free bytes."""

    name: str
    folder: Path
    free: int


def removable_drives() -> tuple[Drive, ...]:
    """The media that are plugged in now, by name. May take seconds where the system asks a network drive: not for
    the main thread."""
    from PySide6.QtCore import QStorageInfo

    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if is_removable(root) and volume.isReady() and not volume.isReadOnly():
            found.append(Drive(drive_name(volume.name(), root), Path(root), volume.bytesAvailable()))
    return tuple(sorted(found, key=lambda drive: (drive.name, drive.folder)))


def is_removable(root: str) -> bool:
    """Whether a volume with this root is a stick or card."""
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\")) == 2)
    return root.startswith(_PLUGGED)


def drive_name(label: str, root: str) -> str:
    """The label with the letter, "KINGSTON (E:)"; where there is no letter the label or the last folder."""
    letter = root.rstrip("/\\")
    if letter.endswith(":"):
        return f"{label} ({letter})" if label else letter
    return label or Path(root).name
