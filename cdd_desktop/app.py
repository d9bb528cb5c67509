"""The composition root: clock, profile, settings, logs and the program with its window."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from cdd_desktop.clock import Clock, SystemClock
from cdd_desktop.errors import BadRequestError
from cdd_desktop.logs import set_up_logs
from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import Settings, load_settings

if TYPE_CHECKING:
    from cdd_desktop.ui.program import DemoPerson


def check_display() -> None:
    """Raises ``BadRequestError``: ``no-display`` where no window can be shown, ``qt-library-missing`` where one of
    the system's libraries that Qt needs is not there."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if sys.platform.startswith("linux") and not platform:
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            raise BadRequestError("no-display")
    try:
        import PySide6.QtWidgets  # noqa: F401 - only whether it loads
    except ImportError as error:
        raise BadRequestError("qt-library-missing", library=str(error).split(":")[0]) from error


def run(profile_name: str = "default", *, hidden: bool = False, files: Sequence[Path] = ()) -> int:
    """Start the program on a profile; returns when its window is closed. ``hidden`` begins in the tray, ``files`` are
    opened there, or in the program that runs already, once somebody is at work."""
    return _run(profile(profile_name), SystemClock(), hidden=hidden, files=files)


def run_demo(people: Sequence[DemoPerson], clock: Clock) -> int:
    """Start on the sample province, as its first person."""
    return _run(people[0].profile, clock, people=people)


def run_tour(
    people: Sequence[DemoPerson], clock: Clock, folder: Path, only: frozenset[str] = frozenset()
) -> list[Path]:
    """A picture of every screen on the sample province, or of the scenes named, in ``folder``; needs no display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    check_display()
    from PySide6.QtWidgets import QApplication

    from cdd_desktop.ui import tour

    app = QApplication(sys.argv[:1])
    return tour.run_tour(app, people, clock, folder, only=only)


def _run(
    place: Profile,
    clock: Clock,
    *,
    hidden: bool = False,
    files: Sequence[Path] = (),
    people: Sequence[DemoPerson] = (),
) -> int:
    check_display()
    from PySide6.QtWidgets import QApplication

    from cdd_desktop.ui.program import Program
    from cdd_desktop.ui.single_instance import SingleInstance

    place.folder.mkdir(parents=True, exist_ok=True)
    handler = set_up_logs(place.logs)
    app = QApplication(sys.argv[:1])
    only = SingleInstance(place)
    try:
        if not only.begin(files):
            return 0
        program = Program(app, profile=place, clock=clock, settings=_settings(place), people=people)
        only.called.connect(program.called)
        program.begin(hidden=hidden)
        program.arrivals.take(files)
        status = app.exec()
        program.end()
        return status
    finally:
        only.end()
        logging.getLogger().removeHandler(handler)
        handler.close()


def _settings(place: Profile) -> Settings:
    """A damaged settings file must not keep anybody from working: the defaults serve, and it is kept aside later."""
    try:
        return load_settings(place.settings)
    except BadRequestError as error:
        logging.getLogger(__name__).error("settings not readable: %s", error)
        return Settings()
