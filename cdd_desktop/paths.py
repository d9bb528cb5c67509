"""Where files lie: the program's resources and the folder of a profile."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from cdd_desktop.errors import BadRequestError

_PROFILE_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}")


def resources() -> Path:
    """The folder of definitions, schedules, fonts, icons and translations.

    Inside the installed or frozen package when it is there, else the repository's folder.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    for folder in (Path(frozen) / "resources" if frozen else None, package / "resources", package.parent / "resources"):
        if folder is not None and folder.is_dir():
            return folder
    raise BadRequestError("resources-missing")


@dataclass(frozen=True, slots=True)
class Profile:
    """One data folder with one encrypted store and one enrolment."""

    name: str
    folder: Path

    @property
    def store(self) -> Path:
        """The SQLCipher database."""
        return self.folder / "store.db"

    @property
    def keys(self) -> Path:
        """The wrapped copies of the store's key, one for each person and one for recovery."""
        return self.folder / "store.keys.json"

    @property
    def settings(self) -> Path:
        return self.folder / "settings.json"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"


def machine_folder() -> Path:
    """The platform's folder for the user's data of this program: profiles, and newer versions of the program."""
    return user_data_path("CDD Desktop", appauthor=False, roaming=False)


def profile(name: str = "default", base: Path | None = None) -> Profile:
    """The profile of a name under the platform's user data directory, or under ``base``.

    Raises ``BadRequestError("profile-name")`` for a name that is no plain lower-case word.
    """
    if not _PROFILE_NAME.fullmatch(name):
        raise BadRequestError("profile-name", name=name)
    root = base if base is not None else machine_folder()
    return Profile(name=name, folder=root / "profiles" / name)
