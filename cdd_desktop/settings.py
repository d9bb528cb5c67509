"""Settings of one profile: plain choices in a small JSON file, checked on the way in and out."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

import msgspec

from cdd_desktop.errors import BadRequestError

TextSize = Literal[90, 100, 115, 130, 150, 175, 200]
TEXT_SIZES: tuple[int, ...] = get_args(TextSize)  # per cent; what a person may choose from


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person may choose. ``text_size`` is in percent, ``lock_minutes`` from 2 to 60; empty texts mean none.
    After ``backup_days`` without a backup the program reminds of it, never with 0."""

    language: Literal["th", "en"] = "th"
    thai_digits: bool = False
    text_size: TextSize = 100
    theme: Literal["system", "light", "dark"] = "system"
    background_sync: bool = True
    metered_sync: bool = False
    proxy: str = ""
    lock_minutes: Annotated[int, msgspec.Meta(ge=2, le=60)] = 10
    backup_folder: str = ""
    backup_days: Annotated[int, msgspec.Meta(ge=0, le=90)] = 7
    start_with_computer: bool = False
    reminders: bool = True


def load_settings(path: Path) -> Settings:
    """The settings in a file, or the defaults when there is no file.

    Raises ``BadRequestError("settings-unreadable", file=name)`` for a file that is cut short or holds impossible
    values. The file stays as it is; the next ``save_settings`` keeps it aside.
    """
    try:
        return msgspec.convert(_read(path), Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise BadRequestError("settings-unreadable", file=path.name) from error


def save_settings(path: Path, settings: Settings) -> None:
    """Writes the settings in one step: the file is either the old or the new one, whatever happens.

    Keys of a newer program are kept; a file that could not be read is kept beside it under another name. Raises
    ``BadRequestError("settings-value")`` for impossible values.
    """
    values = asdict(settings)
    try:
        msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise BadRequestError("settings-value", reason=str(error)) from error
    path.parent.mkdir(parents=True, exist_ok=True)
    kept: dict[str, Any] = {}
    try:
        kept = _read(path)
        msgspec.convert(kept, Settings)
    except FileNotFoundError:
        pass
    except ValueError:
        path.replace(_free_name(path))
    partial = path.with_name(path.name + ".partial")
    with partial.open("w", encoding="utf-8") as file:
        json.dump(kept | values, file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def _read(path: Path) -> dict[str, Any]:
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError("settings are an object")
    return content


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.unreadable-{number}{path.suffix}")).exists():
        number += 1
    return aside
