"""The program with a window: theme, language, store lane, sync, tray and window tied together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from cdd_desktop.clock import Clock
from cdd_desktop.paths import Profile
from cdd_desktop.settings import Settings
from cdd_desktop.ui.arrivals import Arrivals
from cdd_desktop.ui.autostart import set_autostart, start_command
from cdd_desktop.ui.crash import CrashNet
from cdd_desktop.ui.demo_strip import DemoStrip
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.garbage import GarbageWatch
from cdd_desktop.ui.help.key import HelpKey
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.icons import icon
from cdd_desktop.ui.main_window import MainWindow
from cdd_desktop.ui.search.key import SearchKey
from cdd_desktop.ui.sync_service import SyncService
from cdd_desktop.ui.tasks import TaskRunner
from cdd_desktop.ui.theme import DARK, LIGHT, Theme, apply_theme
from cdd_desktop.ui.tray import Tray
from cdd_desktop.ui.window_place import remember_place, restore_place

if TYPE_CHECKING:
    from cdd_desktop.operations.workplace import Workplace


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the sample province: who it is on the strip, in which profile, and the key to it."""

    label_th: str
    label_en: str
    profile: Profile
    person_id: str
    password: str


class Program(QObject):
    """Everything that lives as long as the program. ``begin`` shows the window, ``end`` saves and closes all."""

    ended = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        profile: Profile,
        clock: Clock,
        settings: Settings,
        people: Sequence[DemoPerson] = (),
    ) -> None:
        super().__init__()
        self._app = app
        self._people = tuple(people)
        self._person = 0
        self._quitting = False
        app.setApplicationName("CDD Desktop")
        app.setApplicationDisplayName("CDD Desktop")
        app.setQuitOnLastWindowClosed(False)
        register_fonts()
        self.translations = Translations(app)
        self.translations.use(settings.language)
        apply_theme(app, self._theme_of(settings))
        app.setWindowIcon(icon("tray", LIGHT.primary, 64))
        self.tasks = TaskRunner(self)
        self.sync = SyncService(self.tasks, clock, settings, self)
        self.desk = Desk(profile=profile, clock=clock, tasks=self.tasks, sync=self.sync, settings=settings)
        self.net = CrashNet(self.desk, profile.logs)
        self.garbage = GarbageWatch(self.tasks.lull, self)
        self.tray = Tray(self.desk)
        for part in (self.desk, self.net, self.tray):
            part.setParent(self)
        self.window = self._make_window()
        self.arrivals = Arrivals(self.desk, self._present_window, self)
        self.desk.bus.changed.connect(self.sync.note_change)
        self.desk.opened.connect(self._begin_guide)
        self.desk.settings_changed.connect(self._settings_changed)
        self.desk.demo_requested.connect(self._start_demo)
        app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self.tray.opened.connect(self.come_forward)
        self.tray.ended.connect(self.quit)

    # --- life ------------------------------------------------------------------------------------------------------

    def begin(self, *, hidden: bool = False) -> None:
        """Show the first screen; ``hidden`` waits in the tray where there is one."""
        self.net.spread()
        self.garbage.begin()
        restore_place(self.window, self._places())
        self.window.begin()
        self.tray.begin()
        if not (hidden and self.tray.available):
            self.window.show()
        if self.desk.updates.place is not None:
            self.desk.updates.place.confirm()  # nothing of anybody's data has been opened yet
        if self._people:
            self.change_person(0)

    def end(self) -> None:
        """Save what is typed, let running work end, close the store."""
        remember_place(self.window, self._places())
        self.window.closed.disconnect(self._window_closed)
        self.window.close()
        self.window.retire()
        workplace = self.desk.workplace if self.desk.signed_in else None
        self.sync.detach()
        self.desk.updates.stop()
        self.desk.take(None)
        self.tasks.close()
        if workplace is not None:
            workplace.close()
        self.tray.end()
        self.net.fold()
        self.translations.drop()
        # Nothing may be left to the end of the interpreter, which takes objects apart in no order.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.garbage.end()

    @Slot()
    def quit(self) -> None:
        self._quitting = True
        self._app.quit()
        self.ended.emit()

    @Slot()
    def come_forward(self) -> None:
        self.window.show()
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    @Slot(object)
    def called(self, files: Sequence[Path]) -> None:
        """The program was started again, perhaps by a double click on files."""
        self.come_forward()
        self.arrivals.take(files)

    def _present_window(self) -> MainWindow:
        return self.window

    @Slot()
    def _window_closed(self) -> None:
        """With "start with the computer" the program stays beside the clock, locked; else it ends."""
        if self.desk.settings.start_with_computer and self.tray.available and not self._people:
            self.window.lock()
        else:
            self.quit()

    # --- look ------------------------------------------------------------------------------------------------------

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.desk)
        HelpKey(window)
        self.search = SearchKey(window)
        window.closed.connect(self._window_closed)
        window.agenda_read.connect(self.tray.note_agenda)
        if self._people:
            thai = self.desk.words.is_thai
            self.strip = DemoStrip(
                [person.label_th if thai else person.label_en for person in self._people], self._person
            )
            self.strip.person_chosen.connect(self.change_person)
            window.put_on_top(self.strip)
        return window

    def _theme_of(self, settings: Settings) -> Theme:
        dark = settings.theme == "dark"
        if settings.theme == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Theme(DARK if dark else LIGHT, settings.text_size)

    @Slot(object)
    def _settings_changed(self, settings: Settings) -> None:
        if not self._people:
            set_autostart(settings.start_with_computer, self.desk.profile.name)
        QTimer.singleShot(0, self.rebuild)  # the announcing screen belongs to the window that goes

    @Slot()
    def _scheme_changed(self) -> None:
        if self.desk.settings.theme == "system":
            QTimer.singleShot(0, self.rebuild)

    @Slot()
    def rebuild(self) -> None:
        """Make the window anew in the present language, colours and text size, on the screen it was on."""
        old, settings = self.window, self.desk.settings
        name = old.current
        self.translations.use(settings.language)
        apply_theme(self._app, self._theme_of(settings))
        old.closed.disconnect(self._window_closed)
        self.window = self._make_window()
        self.window.setGeometry(old.geometry())
        visible, state = old.isVisible(), old.windowState()
        old.retire()
        self.window.begin(name)
        if self.desk.signed_in:
            self._begin_guide()
        if visible:
            self.window.setWindowState(state)
            self.window.show()

    @Slot(object)
    def _begin_guide(self, _workplace: Workplace | None = None) -> None:
        """The guide comes with the first opened store, because it brings the database along."""
        from cdd_desktop.ui.guide import FirstReportGuide

        if self.window.findChild(FirstReportGuide) is None:
            FirstReportGuide(self.window)

    def _places(self) -> QSettings:
        return QSettings(str(self.desk.profile.folder / "window.ini"), QSettings.Format.IniFormat)

    # --- the sample province ---------------------------------------------------------------------------------------

    @Slot()
    def _start_demo(self) -> None:
        command = [part for part in start_command("default") if part not in ("--profile", "default", "--tray")]
        from cdd_desktop.ui.demo_start import DemoStartDialog

        DemoStartDialog(command, self.window).begin()

    @property
    def people(self) -> int:
        """How many people the strip offers."""
        return len(self._people)

    @property
    def person(self) -> int:
        """Who of them is at work."""
        return self._person

    @Slot(int)
    def change_person(self, number: int) -> None:
        """Sign the present person out and another one in."""
        person, clock = self._people[number], self.desk.clock
        self._person = number
        self.window.sign_out()
        self.desk.profile = person.profile
        self.strip.set_current(number)

        def work() -> Workplace:
            from cdd_desktop.operations.sign_in import sign_in  # brings the database along

            return sign_in(person.profile, person.person_id, person.password, clock=clock)

        self.tasks.store(work, self._enter, self._refused)

    def _enter(self, workplace: Workplace) -> None:
        self.desk.opened.emit(workplace)

    def _refused(self, error: Exception) -> None:
        self.desk.messages.tell(self.window, error)
