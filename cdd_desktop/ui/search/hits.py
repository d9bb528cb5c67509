"""What the search finds, in words: the same shape for a record, a screen, a period or a command."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.search_records import RecordHit
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.worklist.rows import place_words


class HitKind(StrEnum):
    """In the order in which they stand under the box."""

    COMMAND = "command"
    SCREEN = "screen"
    DATASET = "dataset"
    PERIOD = "period"
    HELP = "help"
    REGISTER = "register"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Hit:
    """``opens`` is a screen's name, or a command's; ``argument`` is what the screen opens for."""

    kind: HitKind
    title: str
    where: str
    icon: str
    opens: str
    argument: object = None

    @property
    def spoken(self) -> str:
        """The whole row in words."""
        return " · ".join(part for part in (self.title, self.where, kind_word(self.kind)) if part)


def kind_word(kind: HitKind) -> str:
    translate = QCoreApplication.translate
    return {
        HitKind.COMMAND: translate("Search", "Command"),
        HitKind.SCREEN: translate("Search", "Screen"),
        HitKind.DATASET: translate("Search", "Dataset"),
        HitKind.PERIOD: translate("Search", "Period"),
        HitKind.HELP: translate("Search", "Help"),
        HitKind.REGISTER: translate("Search", "Register"),
        HitKind.RECORD: translate("Search", "Entry"),
    }[kind]


def hit_of_record(found: RecordHit, desk: Desk) -> Hit:
    """A record with where it belongs: dataset, period, place and code."""
    words, workplace = desk.words, desk.workplace
    assert found.ref.key is not None
    parts = [
        words.dataset(found.dataset),
        "" if found.in_register else _period_words(desk, found.dataset, found.ref.key.period),
        place_words(found.place, workplace.geography, words),
        found.code,
    ]
    return Hit(
        kind=HitKind.REGISTER if found.in_register else HitKind.RECORD,
        title=found.title or QCoreApplication.translate("Entry", "(no name yet)"),
        where=" · ".join(part for part in parts if part),
        icon="worklist" if found.in_register else "entry",
        opens="entry",
        argument=EntryTarget(found.ref.key, found.ref),
    )


def _period_words(desk: Desk, dataset: str, period: str) -> str:
    """The period with its year; its id where no schedule knows it any more."""
    try:
        window = desk.workplace.calendar.window(dataset, period)
    except BadRequestError:
        return desk.words.digits(period)
    label = desk.words.period(window)
    year = str(window.fiscal_year)
    return label if year in label or desk.words.digits(year) in label else desk.words.digits(f"{label} {year}")
