"""The window at work: going about by keyboard, agenda, calendar, locking, settings."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from entry_office import OFFICER, PASSWORD, PIN, key_of
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSlider, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shell_program import CONTROL, QUIET, Answers, Start, settle, sign_in_as

from cdd_desktop.paths import Profile, profile
from cdd_desktop.settings import load_settings
from cdd_desktop.ui.calendar.screen import CalendarScreen
from cdd_desktop.ui.datasets.screen import DatasetsScreen
from cdd_desktop.ui.home.screen import HomeScreen
from cdd_desktop.ui.messages import FileWish, Message
from cdd_desktop.ui.settings.screen import SettingsScreen
from cdd_desktop.ui.sign_in.lock import LockScreen
from cdd_desktop.ui.sign_in.screen import SignInScreen
from cdd_desktop.ui.single_instance import SingleInstance
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.tour_camera import page_of
from cdd_desktop.updates.start import BEGUN_NUMBER


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


def test_enter_takes_the_next_step_and_arrows_go_to_other_rows(start: Start, office: Profile, qtbot: QtBot) -> None:
    program = start(office)
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    sign_in_as(program)
    home = program.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    assert home.rows[0].button.hasFocus()
    qtbot.keyClick(home.rows[0].button, Qt.Key.Key_Down)
    assert home.rows[1].hasFocus()
    program.window.open("home")  # coming back begins anew
    settle(program)
    assert home.rows[0].button.hasFocus()
    qtbot.keyClick(home.rows[0].button, Qt.Key.Key_Return)
    settle(program)
    assert program.window.current == "entry"


def test_an_agenda_read_anew_stays_where_it_was_and_one_opened_anew_begins_at_the_next_step(
    start: Start, office: Profile
) -> None:
    """Filled while the keyboard is in it, a scrolled list would follow the keyboard from row to row to its end."""
    program = start(office)
    sign_in_as(program)
    program.window.setFixedSize(911, 465)
    settle(program)
    home = program.window.screen_named("home")
    assert isinstance(home, HomeScreen)
    page = page_of(home.rows[0])
    assert page is not None
    bar = page.verticalScrollBar()
    for offer in (home.left, home.backup, home.new_version):  # banners come when the list stands already
        offer.set("ครั้งก่อนพิมพ์ค้างไว้")
        offer.show()
        settle(program)
        home.look_again()
        settle(program)
        assert bar.maximum() > 0
        assert program.window.focusWidget() is home.rows[0].button
        assert bar.value() == 0
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    home.look_again()
    settle(program)
    assert bar.value() == bar.maximum(), "who has scrolled is not pulled back"
    program.window.open("outbox")
    program.window.open("home")
    settle(program)
    assert bar.value() == 0


def test_the_navigation_never_names_another_screen(start: Start, office: Profile) -> None:
    program = start(office)
    names = {}
    for name in ("settings", "about", "restore", "help"):
        program.window.open(name)
        settle(program)
        names[name] = program.window.navigation.current()
    assert names == {"settings": "settings", "about": "about", "restore": "sign_in", "help": ""}
    sign_in_as(program)
    for name in ("about", "help", "lists", "home"):
        program.window.open(name)
        settle(program)
        names[name] = program.window.navigation.current()
    assert names == {**names, "about": "settings", "help": "", "lists": "settings", "home": "home"}


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


def test_a_lock_left_by_a_machine_switched_off_stops_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    place = profile("one", tmp_path)
    before, lock = SingleInstance(place), place.folder / "running.lock"
    assert before.begin()
    left = lock.read_bytes()  # with the number of this very process, as a start after a power cut may be given it
    before.end()
    lock.write_bytes(left)
    after = SingleInstance(place)
    assert after.begin()
    assert not SingleInstance(place).begin()
    after.end()
    lock.write_bytes(left)  # now the number of the program that begins another version of itself
    words = "import sys, pathlib; from PySide6.QtCore import QCoreApplication; from cdd_desktop.paths import profile; "
    words += "from cdd_desktop.ui.single_instance import SingleInstance; app = QCoreApplication([]); "
    words += "sys.exit(not SingleInstance(profile('one', pathlib.Path(sys.argv[1]))).begin())"
    begun = {**os.environ, BEGUN_NUMBER: str(os.getpid())}
    assert subprocess.run([sys.executable, "-c", words, str(tmp_path)], env=begun, check=False).returncode == 0
