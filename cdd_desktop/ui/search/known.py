"""What can be found without the store: commands, screens, datasets, periods and help pages of this person's work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.sought import sought_key
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.help_pages import help_pages
from cdd_desktop.ui.screens import ScreenEntry, all_screens, navigation, screen_parts, screen_words
from cdd_desktop.ui.search.hits import Hit, HitKind
from cdd_desktop.ui.state_words import due_line
from cdd_desktop.ui.stick_deed import StickDeed

_MOST_OF_A_KIND = 4
_BEFORE_TYPING = (HitKind.COMMAND, HitKind.SCREEN)


@dataclass(frozen=True, slots=True)
class Known:
    """A hit with the texts it is found by, as ``forms.sought`` writes them."""

    hit: Hit
    title: str
    text: str


def known_hits(desk: Desk) -> tuple[Known, ...]:
    """Everything, each kind in the order it is shown in."""
    return tuple(
        Known(hit, sought_key(hit.title), sought_key("\n".join((hit.title, also))))
        for hit, also in (*_commands(desk), *_screens(), *_datasets(desk), *_periods(desk), *_help(desk))
    )


def matching(known: Iterable[Known], words: Sequence[str]) -> list[Hit]:
    """Those that hold every word, at most four of a kind; titles that begin with the first word come first. Before
    anything is typed: the commands and screens."""
    if not words:
        return [one.hit for one in known if one.hit.kind in _BEFORE_TYPING]
    found = [one for one in known if all(word in one.text for word in words)]
    found.sort(key=lambda one: (not one.title.startswith(words[0]), not all(word in one.title for word in words)))
    shown: list[Hit] = []
    count: Counter[HitKind] = Counter()
    for one in found:
        count[one.hit.kind] += 1
        if count[one.hit.kind] <= _MOST_OF_A_KIND:
            shown.append(one.hit)
    return shown


def _commands(desk: Desk) -> Iterator[tuple[Hit, str]]:
    """Their other words are for finding only: what else people call it, in both languages."""
    translate = QCoreApplication.translate
    kind = HitKind.COMMAND
    yield (
        Hit(
            kind,
            translate("Search", "Send now"),
            translate("Search", "Contact central and see how it goes"),
            "send",
            "send-now",
        ),
        translate("Search", "sync send receive central upload"),
    )
    yield (
        Hit(
            kind,
            translate("Search", "Back up"),
            translate("Search", "An encrypted copy of everything, on a USB stick too"),
            "usb",
            "back-up",
        ),
        translate("Search", "backup copy save usb stick"),
    )
    yield from _of_sticks(desk)
    yield (
        Hit(kind, translate("Search", "Lock the screen"), translate("Search", "Ctrl+L"), "lock", "lock"),
        translate("Search", "lock leave away pause"),
    )
    other = translate("Search", "Change to English") if desk.words.is_thai else translate("Search", "Change to Thai")
    yield Hit(kind, other, "ไทย · English", "settings", "language"), translate("Search", "language thai english")
    yield (
        Hit(
            kind,
            translate("Search", "Sign out"),
            translate("Search", "Back to the list of people; what is typed is saved"),
            "person",
            "sign-out",
        ),
        translate("Search", "sign out log out change person exit"),
    )


def _of_sticks(desk: Desk) -> Iterator[tuple[Hit, str]]:
    """The dialogs about files on sticks, as the screen about sending opens them."""
    translate = QCoreApplication.translate
    save, take, back = (
        translate("Search", "usb stick flash drive write batch by hand without a line"),
        translate("Search", "usb stick flash drive read receipt package file"),
        translate("Search", "usb stick flash drive receipts for districts"),
    )
    kind, opens = HitKind.COMMAND, "outbox"
    title = translate("Search", "Save to USB")
    where = translate("Search", "What waits to be sent, to be carried to the province")
    yield Hit(kind, title, where, "usb", opens, StickDeed.SAVE), save
    title = translate("Search", "Open files from USB")
    where = translate("Search", "Receipts, what is new from central, and files of districts")
    yield Hit(kind, title, where, "receive", opens, StickDeed.TAKE), take
    if desk.workplace.unit.level is UnitLevel.PROVINCE:
        title = translate("Search", "Receipts back to USB")
        where = translate("Search", "Central's receipts for the districts whose files were carried")
        yield Hit(kind, title, where, "usb", opens, StickDeed.ANSWER), back


def _screens() -> Iterator[tuple[Hit, str]]:
    """Every screen that opens by itself, then the parts of screens that have a name."""
    screens = all_screens()
    keys = {name: f"Ctrl+{number}" for number, name in enumerate(navigation(enrolled=True, signed_in=True), start=1)}
    keys["help"] = "F1"
    for name, words in screen_words().items():
        where = keys.get(name) or _label(screens, screens[name].under)
        yield Hit(HitKind.SCREEN, _label(screens, name), where, screens[name].icon, name), words
    for part in screen_parts():
        where = _label(screens, part.screen)
        yield Hit(HitKind.SCREEN, part.label, where, part.icon, part.screen, part.argument), part.words


def _label(screens: Mapping[str, ScreenEntry], name: str) -> str:
    entry = screens.get(name)
    return entry.label() if entry is not None and entry.label is not None else ""


def _datasets(desk: Desk) -> Iterator[tuple[Hit, str]]:
    workplace, words = desk.workplace, desk.words
    for key in workplace.catalogue.datasets():
        definition = workplace.catalogue.newest(key)
        rule = workplace.calendar.dataset(key, fiscal_year_of(desk.today))
        where = words.text(rule.name_th, rule.name_en)
        also = "\n".join((rule.name_th, rule.name_en, definition.short_th, definition.short_en))
        yield Hit(HitKind.DATASET, words.dataset(key), where, "datasets", "datasets", key), also


def _periods(desk: Desk) -> Iterator[tuple[Hit, str]]:
    """Of this fiscal year and the one before, those due soonest from today first."""
    workplace, words, today = desk.workplace, desk.words, desk.today
    year = fiscal_year_of(today)
    years = sorted({min(max(each, FIRST_YEAR), LAST_YEAR) for each in (year, year - 1)})
    windows = [
        window
        for each in years
        for window in workplace.calendar.windows_of(workplace.unit.level, each)
        if window.due_on >= workplace.reports_from
    ]
    for window in sorted(windows, key=lambda one: abs((one.due_on - today).days)):
        definition = workplace.catalogue.newest(window.dataset)
        due = QCoreApplication.translate("Round", "fiscal year {year}").format(year=window.fiscal_year)
        title = f"{words.dataset(window.dataset)} · {words.period(window)}"
        where = f"{words.digits(due)} · {due_line(window, words)}"
        also = "\n".join((where, window.label_th, window.label_en, definition.short_th, definition.short_en))
        yield Hit(HitKind.PERIOD, title, where, "calendar", "entry", _key(desk, window)), also


def _key(desk: Desk, window: Window) -> SubmissionKey:
    return SubmissionKey(desk.workplace.unit.code, window.dataset, window.period)


def _help(desk: Desk) -> Iterator[tuple[Hit, str]]:
    for page in help_pages(desk.words.language):
        yield Hit(HitKind.HELP, page.title, "", "about", "help", page.name), ""
