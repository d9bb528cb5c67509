"""The window through its real parts: setting up, signing in, going about by keyboard, locking, settings."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
import shiboken6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from demo_day import DEMO_NOW
from entry_office import OFFICER, PASSWORD, PIN, add_groups, enrolled_office, key_of
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cdd_desktop.clock import FixedClock
from cdd_desktop.operations.sign_in import people_on
from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import Settings, load_settings
from cdd_desktop.sync.enrolment import encode_enrolment, sign_enrolment
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment
from cdd_desktop.ui.calendar.screen import CalendarScreen
from cdd_desktop.ui.datasets.screen import DatasetsScreen
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.messages import FileWish, Message, Shown
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.sign_in.first_start import FirstStartScreen
from cdd_desktop.ui.sign_in.lock import LockScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen
from cdd_desktop.ui.single_instance import SingleInstance
from cdd_desktop.ui.theme import theme

QUIET = Settings(background_sync=False, theme="light")
CONTROL = Qt.KeyboardModifier.ControlModifier
Start = Callable[..., Program]


@pytest.fixture
def start(qapp: QApplication, clock: FixedClock) -> Iterator[Start]:
    """Starts programs and ends them."""
    started: list[Program] = []

    def begin(place: Profile, settings: Settings = QUIET) -> Program:
        program = Program(qapp, profile=place, clock=clock, settings=settings)
        program.window.resize(1366, 698)
        program.begin()
        settle(program)
        started.append(program)
        return program

    yield begin
    for program in started:
        program.end()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """District office 5007 with three savings groups, an officer and a head."""
    folder = tmp_path_factory.mktemp("office")
    workplace = enrolled_office(folder, FixedClock(DEMO_NOW)).work_as()
    add_groups(workplace)
    workplace.close()
    return folder


@pytest.fixture
def office(template: Path, tmp_path: Path) -> Profile:
    """A copy of the office of its own for each test."""
    shutil.copytree(template, tmp_path / "data")
    return profile("test", tmp_path / "data")


def settle(program: Program) -> None:
    for _ in range(3):
        assert program.tasks.wait_until_idle(20)


def sign_in_as(program: Program, password: str = PASSWORD, number: int = 0) -> None:
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    screen.choose_person(people_on(program.desk.profile)[number])
    screen.box.setText(password)
    screen.submit()
    settle(program)


class Answers:
    """Stands in for the person at dialogs."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.shown: list[Shown] = []

    def __call__(self, shown: Shown, /) -> object:
        self.shown.append(shown)
        return self.answers.pop(0) if self.answers else None


def enrolment_file(folder: Path, *, people: int = 2) -> Path:
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    enrolment = Enrolment(
        format=1,
        unit="5007",
        addresses=["http://127.0.0.1:9"],
        signing_key=public,
        sealing_key=str(pyrage.x25519.Identity.generate().to_public()),
        code="made-for-a-test",
        expires_on="2018-04-15",
        reports_from="2017-10-01",
        people=[
            EnrolledPerson(id=f"p{number}", name=f"ตัวอย่าง {number}", role=role, pin=f"4821-773{number}")
            for number, role in enumerate(("officer", "head")[:people])
        ],
    )
    file = folder / "office.cddenrol"
    file.write_bytes(encode_enrolment(sign_enrolment(enrolment, key.private_bytes_raw())))
    return file


# --- before work -------------------------------------------------------------------------------------------------


def test_before_enrolment_only_set_up_settings_and_about_open(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    window = program.window
    assert window.current == "first_start"
    for name in ("home", "calendar", "datasets", "entry", "outbox", "dashboard"):
        window.open(name)
        assert window.current == "first_start"
    for name in ("settings", "about", "first_start"):
        window.open(name)
        assert window.current == name


def test_first_start_from_file_to_work(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start(profile("new", tmp_path))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    program.desk.messages.recorder = Answers(enrolment_file(tmp_path))
    qtbot.mouseClick(screen.choose_file, Qt.MouseButton.LeftButton)
    settle(program)
    assert not screen.finish.isEnabled()
    qtbot.keyClicks(screen.choose.pin, "4821-7730")
    qtbot.keyClicks(screen.choose.password, "a long password")
    qtbot.keyClicks(screen.choose.again, "another password")
    qtbot.mouseClick(screen.finish, Qt.MouseButton.LeftButton)
    assert "สองช่องไม่ตรงกัน" in screen.choose.problem.full_text()
    screen.choose.again.setText("a long password")
    qtbot.keyClick(screen.choose.again, Qt.Key.Key_Return)
    settle(program)
    assert program.window.current == "home"
    assert program.desk.workplace.person.name == "ตัวอย่าง 0"


def test_a_wrong_pin_and_a_wrong_file_are_explained_in_place(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    screen = program.window.screen_named("first_start")
    assert isinstance(screen, FirstStartScreen)
    bad = tmp_path / "bad.cddenrol"
    bad.write_text("this is no enrolment")
    screen.take_file(bad)
    settle(program)
    assert not screen.file_problem.isHidden()
    assert screen.file_problem.text()
    screen.take_file(enrolment_file(tmp_path))
    settle(program)
    screen.choose.pin.setText("0000-0000")
    screen.choose.password.setText("a long password")
    screen.choose.again.setText("a long password")
    screen.submit()
    settle(program)
    assert screen.choose.problem.full_text()
    assert screen.finish.isEnabled()
    assert not program.desk.signed_in
    assert not program.desk.profile.keys.exists()


def test_wrong_password_then_the_right_one(start: Start, office: Profile) -> None:
    program = start(office)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    assert program.window.current == "sign_in"
    sign_in_as(program, "not the password")
    assert screen.problem.full_text()
    assert not program.desk.signed_in
    sign_in_as(program)
    assert program.window.current == "home"
    assert not shiboken6.isValid(screen)  # nothing of the sign-in stays in memory


def test_thai_letters_in_a_wrong_password_are_pointed_out(start: Start, office: Profile) -> None:
    program = start(office)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    sign_in_as(program, "ฟสนืเ")
    assert "ภาษาไทย" in screen.problem.full_text()


def test_first_use_with_the_pin_chooses_a_password(start: Start, tmp_path: Path) -> None:
    program = start(profile("new", tmp_path))
    first = program.window.screen_named("first_start")
    assert isinstance(first, FirstStartScreen)
    first.take_file(enrolment_file(tmp_path))
    settle(program)
    for box, text in (
        (first.choose.pin, "4821-7730"),
        (first.choose.password, PASSWORD),
        (first.choose.again, PASSWORD),
    ):
        box.setText(text)
    first.submit()
    settle(program)
    program.window.sign_out()
    settle(program)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    screen.choose_person(people_on(program.desk.profile)[1])
    screen.choose.pin.setText("4821-7731")
    screen.choose.password.setText("the head's own one")
    screen.choose.again.setText("the head's own one")
    screen.submit()
    settle(program)
    assert program.desk.workplace.person.name == "ตัวอย่าง 1"


# --- at work -----------------------------------------------------------------------------------------------------


def test_ctrl_and_a_number_opens_each_screen(start: Start, office: Profile, qtbot: QtBot) -> None:
    program = start(office)
    sign_in_as(program)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    names = ("home", "calendar", "datasets", "outbox", "dashboard", "settings")
    for number, name in reversed(list(enumerate(names, start=1))):
        qtbot.keyClick(program.window, Qt.Key(ord(str(number))), CONTROL)
        settle(program)
        assert program.window.current == name
        assert program.window.navigation.current() == name
    qtbot.keyClick(program.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.window.current == "calendar"


class StrayWindows(QObject):
    """Names every widget that shows itself as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_opening_screens_never_flashes_another_window(start: Start, office: Profile, qapp: QApplication) -> None:
    program = start(office)
    sign_in_as(program)
    stray = StrayWindows()
    qapp.installEventFilter(stray)
    for name in ("home", "calendar", "datasets", "outbox", "dashboard", "settings", "about"):
        program.window.open(name)
        settle(program)
    program.window.open("entry", key_of("saving_group", "2561-q2"))
    settle(program)
    qapp.removeEventFilter(stray)
    assert stray.names == []


def test_home_has_one_filled_button_and_says_where_the_data_are(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    home = program.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    filled = [row for row in home.rows if row.button.property("role") == "primary"]
    assert filled == home.rows[:1]
    assert "อยู่ในเครื่องนี้แล้ว" in home.banner.text()
    assert "วันอาทิตย์ที่ 18 มีนาคม 2561" in home.header.subtitle()
    due = [row.view.window.due_on for row in home.rows]
    assert due == sorted(due)
    home.rows[-1].button.click()
    settle(program)
    assert program.window.current == "entry"


def test_badges_follow_what_waits(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    program.tasks.wait_until_idle(20)
    assert "3" in program.window.navigation.button("outbox").accessibleName()


def test_calendar_shows_24_periods_and_projects_other_years(start: Start, office: Profile, tmp_path: Path) -> None:
    program = start(office)
    sign_in_as(program)
    program.window.open("calendar")
    settle(program)
    screen = program.window.screen_named("calendar")
    assert isinstance(screen, CalendarScreen)
    model = screen.year_model
    cells = [model.index(row, column) for row in range(11) for column in range(13)]
    texts = {(index.row(), index.column()): index.data() for index in cells if index.data()}
    assert len(texts) == 24
    assert texts[(5, 5)] == "20"  # savings groups in March
    assert texts[(9, 5)] == "10*"  # OTOP on a Saturday
    assert texts[(9, 12)] == "10"  # OTOP of September, due in October
    assert screen.projected.isHidden()
    screen.later.click()
    settle(program)
    assert not screen.projected.isHidden()
    program.desk.messages.recorder = answers = Answers(tmp_path / "year.ics")
    screen.export_ics()
    settle(program)
    assert (tmp_path / "year.ics").read_bytes().count(b"BEGIN:VEVENT") == 24
    assert isinstance(answers.shown[0], FileWish)
    assert isinstance(answers.shown[1], Message)


def test_a_calendar_file_that_cannot_be_written_is_explained(start: Start, office: Profile, tmp_path: Path) -> None:
    program = start(office)
    sign_in_as(program)
    program.window.open("calendar", 2561)
    settle(program)
    screen = program.window.screen_named("calendar")
    assert isinstance(screen, CalendarScreen)
    program.desk.messages.recorder = answers = Answers(tmp_path / "nowhere" / "year.ics")
    screen.export_ics()
    settle(program)
    message = answers.shown[-1]
    assert isinstance(message, Message)
    assert message.code == "file-not-writable"


def test_datasets_show_periods_and_the_register(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    program.window.open("datasets", "saving_group")
    settle(program)
    screen = program.window.screen_named("datasets")
    assert isinstance(screen, DatasetsScreen)
    assert len(screen.rows) == 11
    assert screen.register.count() == 3
    screen.register.search_for("หนองหอย")
    assert screen.register.model().rowCount() == 1


def test_the_lock_hides_everything_until_the_own_password(start: Start, office: Profile, qtbot: QtBot) -> None:
    program = start(office)
    sign_in_as(program)
    window = program.window
    window.lock()
    assert window.locked
    assert not window.screen_named("home").isVisible()
    lock = window.findChild(LockScreen)
    assert lock is not None
    qtbot.keyClicks(lock.box, "wrong one")
    lock.submit()
    settle(program)
    assert window.locked
    assert lock.problem.full_text()
    lock.box.setText(PASSWORD)
    lock.submit()
    settle(program)
    assert not window.locked
    assert window.current == "home"


def test_idle_time_locks(start: Start, office: Profile, qtbot: QtBot) -> None:
    program = start(office)
    sign_in_as(program)
    window = program.window
    with qtbot.waitSignal(window.idle.idled, timeout=5000):
        window.idle.end_now()
    assert window.locked


def test_signing_out_closes_the_store_and_shows_the_people(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    program.window.sign_out()
    settle(program)
    assert program.window.current == "sign_in"
    assert not program.desk.signed_in
    sign_in_as(program, number=1)
    assert program.desk.workplace.person.id != OFFICER


def test_settings_are_kept_at_once_and_change_the_window(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    program.window.open("settings")
    screen = program.window.screen_named("settings")
    assert isinstance(screen, SettingsScreen)
    screen.language.button("en").click()
    settle(program)
    assert load_settings(office.settings).language == "en"
    assert program.window.current == "settings"
    assert program.window.navigation.button("home").text() == "To submit"
    screen = program.window.screen_named("settings")
    assert isinstance(screen, SettingsScreen)
    screen.text_size.button("130").click()
    settle(program)
    assert theme().text_size == 130
    screen = program.window.screen_named("settings")
    assert isinstance(screen, SettingsScreen)
    screen.look.button("dark").click()
    settle(program)
    assert theme().tokens.name == "dark"
    assert program.desk.signed_in


def test_a_narrow_window_has_the_navigation_on_top(start: Start, office: Profile) -> None:
    program = start(office)
    sign_in_as(program)
    window = program.window
    assert window.navigation.height() > window.navigation.width()
    window.resize(911, 465)
    settle(program)
    assert window.navigation.width() == window.width()
    assert window.navigation.height() < 60
    for name in ("home", "calendar", "datasets", "outbox", "settings"):
        window.open(name)
        settle(program)
        assert window.screen_named(name).minimumSizeHint().width() <= window.width(), name


@pytest.mark.parametrize("size", [100, 130])
def test_screens_fit_the_small_laptop(start: Start, office: Profile, size: int) -> None:
    program = start(office, replace(QUIET, text_size=size))
    sign_in_as(program)
    for name in ("home", "calendar", "datasets", "outbox", "settings", "about"):
        program.window.open(name)
        settle(program)
        assert program.window.width() == 1366, name
        assert program.window.height() == 698, name


def test_pin_and_password_are_never_shown(start: Start, office: Profile) -> None:
    program = start(office)
    screen = program.window.screen_named("sign_in")
    assert isinstance(screen, SignInScreen)
    for box in (screen.box, screen.choose.pin, screen.choose.password, screen.choose.again):
        assert box.echoMode() is box.EchoMode.Password
    assert PIN


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    place = profile("one", tmp_path)
    first, second = SingleInstance(place), SingleInstance(place)
    assert first.begin()
    with qtbot.waitSignal(first.called, timeout=5000):
        assert not second.begin()
    first.end()
    assert second.begin()
    second.end()
