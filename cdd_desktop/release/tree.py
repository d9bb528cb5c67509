"""The files of a program's folder, by name, size and SHA-256."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TreeFile:
    """A file of a program: its path with ``/``, bytes, SHA-256 in hex, and whether it is a program itself."""

    path: str
    size: int
    sha256: str
    executable: bool


def read_tree(folder: Path) -> tuple[TreeFile, ...]:
    """Every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(
        TreeFile(path.relative_to(folder).as_posix(), path.stat().st_size, sha256_of(path), os.access(path, os.X_OK))
        for path in files
    )


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
