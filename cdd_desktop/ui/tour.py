"""Opens every screen on the sample province and keeps a picture of each, the same twice."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QThread
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import Clock
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.operations.read_agenda import read_agenda, read_calendar
from cdd_desktop.operations.read_dashboard import read_dashboard
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.paths import profile
from cdd_desktop.periods.fiscal import fiscal_year_of
from cdd_desktop.settings import Settings
from cdd_desktop.ui.datasets.screen import DatasetsScreen
from cdd_desktop.ui.program import DemoPerson, Program
from cdd_desktop.ui.sign_in.screen import SignInScreen

SCREEN = (1366, 698)  # the small laptop's client area in device pixels
ENLARGED = 1.5
_SHORT_TIMERS_MILLISECONDS = 150
_PATIENCE = 20
FIRST_START = "first-start"
OFFICER, HEAD, PROVINCIAL_OFFICER, PROVINCIAL_HEAD, DEPARTMENT = range(5)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: as whom, and what to open. ``looks`` says in which looks it is taken."""

    name: str
    person: int
    act: Callable[[Program], None]
    looks: tuple[str, ...] = ("light",)


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

    ``only`` names the scenes to take; empty means all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app.setCursorFlashTime(0)
    taken: list[Path] = []
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
            taken += _at_work(
                Program(app, profile=people[0].profile, clock=clock, settings=settings, people=people), camera, scenes
            )
    return taken


class Camera:
    """Photographs a window at the size of the small laptop's screen."""

    def __init__(self, folder: Path, prefix: str, scale: float) -> None:
        self._folder = folder
        self._prefix = prefix
        self.scale = scale

    def aim(self, program: Program) -> None:
        width, height = (round(side / self.scale) for side in SCREEN)
        program.window.setFixedSize(width, height)

    def take(self, program: Program, name: str) -> Path:
        """Wait until nothing moves any more, then keep the picture."""
        image = self._look_at(program)
        for _ in range(_PATIENCE):
            before, image = image, self._look_at(program)
            if image == before:
                break
        file = self._folder / f"{self._prefix}-{name}.png"
        image.save(str(file))
        return file

    def _look_at(self, program: Program) -> QImage:
        """What the window shows after its work and its short timers are done."""
        deadline = QDeadlineTimer(_SHORT_TIMERS_MILLISECONDS)
        while not (program.tasks.wait_until_idle() and deadline.hasExpired()):
            QThread.msleep(5)
        image = QImage(*SCREEN, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.scale)
        image.fill(program.window.palette().window().color())
        painter = QPainter(image)
        program.window.render(painter, QPoint(0, 0))
        painter.end()
        return image


def _before_work(app: QApplication, clock: Clock, settings: Settings, camera: Camera) -> Path:
    """Setting up, on a machine nobody has used yet."""
    with tempfile.TemporaryDirectory() as empty:
        program = Program(app, profile=profile("new", Path(empty)), clock=clock, settings=settings)
        camera.aim(program)
        program.begin()
        file = camera.take(program, FIRST_START)
        program.end()
    return file


def _at_work(program: Program, camera: Camera, scenes: Sequence[Scene]) -> list[Path]:
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
    program.end()
    return files


# --- what is opened --------------------------------------------------------------------------------------------------


def _open(name: str, argument: object = None) -> Callable[[Program], None]:
    return lambda program: program.window.open(name, argument)


def _own(program: Program, dataset: str) -> SubmissionView:
    """The office's submission of a dataset that wants most: on the agenda, else the last of the year."""
    workplace = program.desk.workplace
    views = [view for view in workplace.read(read_agenda).items if view.key.dataset == dataset]
    year = fiscal_year_of(program.desk.today)
    return (views or [view for view in workplace.read(read_calendar, year) if view.key.dataset == dataset])[0]


def _entry(dataset: str) -> Callable[[Program], None]:
    return lambda program: program.window.open("entry", _own(program, dataset).key)


def _certify(program: Program) -> None:
    """The submission the head can certify now, else the first of the agenda."""
    items = program.desk.workplace.read(read_agenda).items
    proposed = [view for view in items if view.state is SubmissionState.PROPOSED]
    program.window.open("certify", (proposed or list(items))[0].key)


def _review(program: Program) -> None:
    """The first received submission of an office below that waits to be checked."""
    board = program.desk.workplace.read(read_dashboard)
    facts = [cell.fact for row in board.rows for cell in row.cells if cell.fact is not None]
    waiting = [fact for fact in facts if fact.received and fact.state is SubmissionState.CERTIFIED]
    if waiting or facts:
        program.window.open("review", (waiting or facts)[0].key)


def _register(program: Program) -> None:
    program.window.open("datasets", "saving_group")
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("datasets")
    if isinstance(screen, DatasetsScreen):
        screen.switch.button("register").click()


def _sign_in(program: Program) -> None:
    program.window.sign_out()
    program.tasks.wait_until_idle()
    screen = program.window.screen_named("sign_in")
    if isinstance(screen, SignInScreen):
        screen.choose_person(people_on(program.desk.profile)[0])


def _lock(program: Program) -> None:
    program.window.lock()


_EVERYWHERE = ("light", "dark", "150")
_PLAIN_AND_150 = ("light", "150")
_PLAIN_AND_DARK = ("light", "dark")

SCENES = (
    Scene("home", OFFICER, _open("home"), _EVERYWHERE),
    Scene("calendar", OFFICER, _open("calendar", 2561), _EVERYWHERE),
    Scene("calendar-projected", OFFICER, _open("calendar", 2562)),
    Scene("month", OFFICER, lambda program: program.window.open("calendar", program.desk.today.replace(day=1))),
    Scene("datasets", OFFICER, _open("datasets"), _PLAIN_AND_150),
    Scene("register", OFFICER, _register, _PLAIN_AND_150),
    Scene("entry", OFFICER, _entry("saving_group"), _EVERYWHERE),
    Scene("entry-returned", OFFICER, _entry("otop_sales")),
    Scene("entry-leader", OFFICER, _entry("leader")),
    Scene("entry-poverty-fund", OFFICER, _entry("poverty_fund")),
    Scene("outbox", OFFICER, _open("outbox"), _EVERYWHERE),
    Scene("settings", OFFICER, _open("settings"), _EVERYWHERE),
    Scene("about", OFFICER, _open("about")),
    Scene("lock", OFFICER, _lock),
    Scene("sign-in", OFFICER, _sign_in),
    Scene("head-home", HEAD, _open("home")),
    Scene("certify", HEAD, _certify, _PLAIN_AND_DARK),
    Scene("province-home", PROVINCIAL_OFFICER, _open("home")),
    Scene("dashboard", PROVINCIAL_OFFICER, _open("dashboard"), _EVERYWHERE),
    Scene("review", PROVINCIAL_OFFICER, _review, _PLAIN_AND_150),
    Scene("province-dashboard", PROVINCIAL_HEAD, _open("dashboard")),
    Scene("department-dashboard", DEPARTMENT, _open("dashboard")),
)
