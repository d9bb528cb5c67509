"""Opens every screen on the sample province and keeps a picture of each, the same twice."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import Clock
from cdd_desktop.errors import RefusedError
from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.program import DemoPerson, Program
from cdd_desktop.ui.tour_camera import Camera, Visitor, clear_away
from cdd_desktop.ui.tour_scenes import FIRST_START, OFFICER, SCENES, Scene

ENLARGED = 1.5


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is dressed; ``scale`` is the system's scaling."""

    name: str
    theme: str = "light"
    scale: float = 1.0


LOOKS = (Look("light"), Look("dark", theme="dark"), Look("150", scale=ENLARGED))


def run_tour(
    app: QApplication, people: Sequence[DemoPerson], clock: Clock, folder: Path, *, only: frozenset[str] = frozenset()
) -> list[Path]:
    """Take every picture in Thai and English; returns the files, named ``{language}-{look}-{scene}.png``.

    ``only`` names the scenes to take; empty means all. What the scenes do stays in copies of the stores. Raises
    ``RefusedError("tour-trouble")`` after the last picture when the program said something went wrong.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app.setCursorFlashTime(0)
    taken: list[Path] = []
    mistakes: list[str] = []
    for language in ("th", "en"):
        for look in LOOKS:
            settings = Settings(
                language="th" if language == "th" else "en",
                theme="dark" if look.theme == "dark" else "light",
                background_sync=False,
            )
            camera = Camera(folder, f"{language}-{look.name}", look.scale)
            scenes = [scene for scene in SCENES if look.name in scene.looks and (not only or scene.name in only)]
            if look.name == "light" and (not only or FIRST_START in only):
                taken.append(_before_work(app, clock, settings, camera))
            if not scenes:
                continue
            with tempfile.TemporaryDirectory() as place:
                copies = _copies(people, Path(place))
                random.seed(0)  # waiting times are spread by chance
                program = Program(app, profile=copies[0].profile, clock=clock, settings=settings, people=copies)
                taken += _at_work(program, camera, scenes, mistakes)
    if mistakes:
        raise RefusedError("tour-trouble", scenes="; ".join(mistakes))
    return taken


def _copies(people: Sequence[DemoPerson], place: Path) -> list[DemoPerson]:
    """The same people on copies of their machines."""
    copies: dict[Profile, Profile] = {}
    for person in people:
        original = person.profile
        if original not in copies:
            copy = copies[original] = profile(original.name, place)
            shutil.copytree(original.folder, copy.folder)
    return [replace(person, profile=copies[person.profile]) for person in people]


def _before_work(app: QApplication, clock: Clock, settings: Settings, camera: Camera) -> Path:
    """Setting up, on a machine nobody has used yet."""
    with tempfile.TemporaryDirectory() as empty:
        program = Program(app, profile=profile("new", Path(empty)), clock=clock, settings=settings)
        camera.aim(program)
        program.begin()
        file = camera.take(program, FIRST_START)
        program.end()
    return file


def _at_work(program: Program, camera: Camera, scenes: Sequence[Scene], mistakes: list[str]) -> list[Path]:
    visitor = program.desk.messages.recorder = Visitor(program)
    camera.aim(program)
    program.begin()
    present, files = OFFICER, []
    for scene in scenes:
        if scene.person >= program.people:
            continue
        if scene.person != present or program.window.locked or not program.desk.signed_in:
            program.tasks.wait_until_idle()
            program.change_person(scene.person)
            present = scene.person
        program.tasks.wait_until_idle()
        scene.act(program)
        files.append(camera.take(program, scene.name))
        clear_away(program)
        mistakes += [f"{scene.name}: {sentence}" for sentence in visitor.mistakes]
        visitor.mistakes.clear()
    program.end()
    return files
