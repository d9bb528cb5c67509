"""Which screens there are: names, words, icons, and how each is made. Screens are imported when first opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.screen import Screen


@dataclass(frozen=True, slots=True)
class ScreenEntry:
    """One screen. ``label`` is its name where it opens by itself; one that does not stand in the navigation lights up
    ``under`` there. ``signed_in`` says whether somebody must have signed in."""

    name: str
    factory: Callable[[Desk], Screen]
    label: Callable[[], str] | None = None
    icon: str = ""
    under: str = ""
    signed_in: bool = True


@dataclass(frozen=True, slots=True)
class ScreenPart:
    """A part of a screen that people look for by its own name, or by other words; the screen opens for ``argument`` to
    show it."""

    screen: str
    argument: object
    label: str
    icon: str
    words: str


def _home(desk: Desk) -> Screen:
    from cdd_desktop.ui.home.screen import HomeScreen

    return HomeScreen(desk)


def _calendar(desk: Desk) -> Screen:
    from cdd_desktop.ui.calendar.screen import CalendarScreen

    return CalendarScreen(desk)


def _datasets(desk: Desk) -> Screen:
    from cdd_desktop.ui.datasets.screen import DatasetsScreen

    return DatasetsScreen(desk)


def _entry(desk: Desk) -> Screen:
    from cdd_desktop.ui.entry.screen import EntryScreen

    return EntryScreen(desk)


def _grid(desk: Desk) -> Screen:
    from cdd_desktop.ui.grid.screen import GridScreen

    return GridScreen(desk)


def _certify(desk: Desk) -> Screen:
    from cdd_desktop.ui.certify.screen import CertifyScreen

    return CertifyScreen(desk)


def _importing(desk: Desk) -> Screen:
    from cdd_desktop.ui.importing.screen import ImportingScreen

    return ImportingScreen(desk)


def _printing(desk: Desk) -> Screen:
    from cdd_desktop.ui.printing.screen import PrintingScreen

    return PrintingScreen(desk)


def _outbox(desk: Desk) -> Screen:
    from cdd_desktop.ui.outbox.screen import OutboxScreen

    return OutboxScreen(desk)


def _conflict(desk: Desk) -> Screen:
    from cdd_desktop.ui.entry.conflict.screen import ConflictScreen

    return ConflictScreen(desk)


def _dashboard(desk: Desk) -> Screen:
    from cdd_desktop.ui.dashboard.screen import DashboardScreen

    return DashboardScreen(desk)


def _quality(desk: Desk) -> Screen:
    from cdd_desktop.ui.dashboard.quality_screen import QualityScreen

    return QualityScreen(desk)


def _indicators(desk: Desk) -> Screen:
    from cdd_desktop.ui.dashboard.indicators_screen import IndicatorsScreen

    return IndicatorsScreen(desk)


def _news(desk: Desk) -> Screen:
    from cdd_desktop.ui.dashboard.news_screen import NewsScreen

    return NewsScreen(desk)


def _review(desk: Desk) -> Screen:
    from cdd_desktop.ui.review.screen import ReviewScreen

    return ReviewScreen(desk)


def _queue(desk: Desk) -> Screen:
    from cdd_desktop.ui.review.queue_screen import QueueScreen

    return QueueScreen(desk)


def _settings(desk: Desk) -> Screen:
    from cdd_desktop.ui.settings.screen import SettingsScreen

    return SettingsScreen(desk)


def _lists(desk: Desk) -> Screen:
    from cdd_desktop.ui.lists.screen import ListsScreen

    return ListsScreen(desk)


def _about(desk: Desk) -> Screen:
    from cdd_desktop.ui.about.screen import AboutScreen

    return AboutScreen(desk)


def _sign_in(desk: Desk) -> Screen:
    from cdd_desktop.ui.sign_in.screen import SignInScreen

    return SignInScreen(desk)


def _first_start(desk: Desk) -> Screen:
    from cdd_desktop.ui.sign_in.first_start import FirstStartScreen

    return FirstStartScreen(desk)


def _restore(desk: Desk) -> Screen:
    from cdd_desktop.ui.sign_in.restore import RestoreScreen

    return RestoreScreen(desk)


def _recover(desk: Desk) -> Screen:
    from cdd_desktop.ui.sign_in.recover import RecoverScreen

    return RecoverScreen(desk)


def _help(desk: Desk) -> Screen:
    from cdd_desktop.ui.help.screen import HelpScreen

    return HelpScreen(desk)


def all_screens() -> dict[str, ScreenEntry]:
    """Every screen by name, in the order of the navigation."""
    translate = QCoreApplication.translate
    entries = (
        ScreenEntry("home", _home, lambda: translate("Navigation", "To submit"), "home"),
        ScreenEntry("calendar", _calendar, lambda: translate("Navigation", "Calendar"), "calendar"),
        ScreenEntry("datasets", _datasets, lambda: translate("Navigation", "Datasets"), "datasets"),
        ScreenEntry("entry", _entry, under="datasets"),
        ScreenEntry("grid", _grid, under="datasets"),
        ScreenEntry("certify", _certify, under="datasets"),
        ScreenEntry("importing", _importing, under="datasets"),
        ScreenEntry("printing", _printing, under="datasets"),
        ScreenEntry("outbox", _outbox, lambda: translate("Navigation", "Send"), "send"),
        ScreenEntry(
            "conflict", _conflict, lambda: translate("Navigation", "Changed on both sides"), "review", under="outbox"
        ),
        ScreenEntry("dashboard", _dashboard, lambda: translate("Navigation", "Dashboard"), "dashboard"),
        ScreenEntry(
            "quality", _quality, lambda: translate("Navigation", "Quality of the data"), "dashboard", under="dashboard"
        ),
        ScreenEntry(
            "indicators", _indicators, lambda: translate("Navigation", "Figures"), "dashboard", under="dashboard"
        ),
        ScreenEntry("news", _news, lambda: translate("Navigation", "What is new"), "dashboard", under="dashboard"),
        ScreenEntry("queue", _queue, lambda: translate("Navigation", "Review"), "review"),
        ScreenEntry("review", _review, under="dashboard"),
        ScreenEntry(
            "first_start", _first_start, lambda: translate("Navigation", "Set up office"), "office", signed_in=False
        ),
        ScreenEntry(
            "sign_in", _sign_in, lambda: translate("Navigation", "Sign in"), "person", "first_start", signed_in=False
        ),
        ScreenEntry("restore", _restore, under="sign_in", signed_in=False),
        ScreenEntry("recover", _recover, under="sign_in", signed_in=False),
        ScreenEntry("settings", _settings, lambda: translate("Navigation", "Settings"), "settings", signed_in=False),
        ScreenEntry(
            "lists", _lists, lambda: translate("Navigation", "Holidays and villages"), "calendar", under="settings"
        ),
        ScreenEntry("about", _about, lambda: translate("Navigation", "About"), "about", "settings", signed_in=False),
        ScreenEntry("help", _help, lambda: translate("Navigation", "Help"), "about", signed_in=False),
    )
    return {entry.name: entry for entry in entries}


def lit_by(screens: Mapping[str, ScreenEntry], name: str) -> tuple[str, ...]:
    """What may light up in the navigation for a screen, the nearest first."""
    names: list[str] = []
    while name:
        names.append(name)
        name = screens[name].under
    return tuple(names)


def screen_words() -> dict[str, str]:
    """What the search finds a screen by, beside its label. One that is not here opens for one thing only (a report, a
    paper) and is reached from there, or stands before signing in."""
    translate = QCoreApplication.translate
    return {
        "home": translate("Navigation", "home agenda due to do start"),
        "calendar": translate("Navigation", "calendar month year due dates holidays"),
        "datasets": translate("Navigation", "datasets registers forms"),
        "outbox": translate("Navigation", "send outbox receipts questions sync"),
        "conflict": translate("Navigation", "conflict two machines decide mine theirs"),
        "dashboard": translate("Navigation", "dashboard summary completeness figures"),
        "quality": translate("Navigation", "quality errors warnings copied unusual current"),
        "indicators": translate("Navigation", "figures indicators charts sales savings grades ages"),
        "news": translate("Navigation", "news since yesterday silent contact"),
        "queue": translate("Navigation", "review accept approve send back waiting"),
        "settings": translate("Navigation", "settings text size colours people password backup"),
        "lists": translate("Navigation", "lists of the office"),
        "about": translate("Navigation", "about version licences program"),
        "help": translate("Navigation", "help manual how to guide"),
    }


def screen_parts() -> tuple[ScreenPart, ...]:
    """What stands on a screen beside other things and is looked for by itself."""
    translate = QCoreApplication.translate
    people = translate("Navigation", "people officers acting for the head delegation")
    leaving = translate("Navigation", "hand over leave move successor")
    days = translate("Navigation", "holidays days off")
    villages = translate("Navigation", "villages moo list of villages")
    return (
        ScreenPart("settings", "people", translate("Navigation", "People of the office"), "people", people),
        ScreenPart("settings", "people", translate("Navigation", "Hand over work"), "people", leaving),
        ScreenPart("lists", "days", translate("Navigation", "Holidays"), "calendar", days),
        ScreenPart("lists", "villages", translate("Navigation", "Villages"), "place", villages),
    )


_AT_WORK = ("home", "calendar", "datasets", "outbox", "dashboard", "queue", "settings")


def navigation(*, enrolled: bool, signed_in: bool, reviews: bool = False) -> tuple[str, ...]:
    """The names in the navigation, from the top: the work of a signed-in person, or what is open before. The queue is
    there for those who review."""
    screens = all_screens()
    if signed_in:
        return tuple(name for name in _AT_WORK if name in screens and (reviews or name != "queue"))
    return ("sign_in" if enrolled else "first_start", "settings", "about")
