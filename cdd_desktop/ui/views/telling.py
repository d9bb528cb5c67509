"""How the views say what they hold: shares with their counts, places, time passed, and how old it all is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.reports.completeness import Share
from cdd_desktop.reports.view import Cell, Column, Kind
from cdd_desktop.ui.words import Words

if TYPE_CHECKING:
    from cdd_desktop.forms.catalogue import Catalogue
    from cdd_desktop.geography import Geography
    from cdd_desktop.operations.work import Work
    from cdd_desktop.operations.workplace import Workplace
    from cdd_desktop.periods.calendar import Calendar

_HOURS_TOLD = 48


@dataclass(frozen=True, slots=True)
class Books:
    """Where names and periods are looked up; never changed, so any thread may read them."""

    catalogue: Catalogue
    calendar: Calendar
    geography: Geography


def books_of(place: Work | Workplace) -> Books:
    """The books in force."""
    return Books(place.catalogue, place.calendar, place.geography)


@dataclass(frozen=True, slots=True)
class Telling:
    """Words, and the books they are taken from."""

    words: Words
    books: Books

    def share(self, share: Share) -> Cell:
        """A percentage never stands without its counts."""
        if not share.whole:
            return Cell("–")
        words = self.words
        counts = words.digits(f"{share.part:,} / {share.whole:,}")
        text = f"{words.format_percent(share.part, share.whole)} ({counts})"
        return Cell(text, share.ratio, value=(share.part, share.whole))

    def pair(self, first: int, second: int) -> Cell:
        return Cell(self.words.digits(f"{first:,} / {second:,}"), first, value=(first, second))

    def count(self, number: int) -> Cell:
        return Cell(self.words.format_number(number), number, value=number)

    def place(self, key: SubmissionKey) -> tuple[Cell, Cell, Cell]:
        """Office, dataset and period of a submission."""
        words, window = self.words, self.books.calendar.window(key.dataset, key.period)
        return (
            self.area(self.books.geography.unit(key.unit)),
            Cell(words.dataset(key.dataset), window.number),
            Cell(words.period(window), window.due_on.isoformat()),
        )

    def area(self, unit: Unit) -> Cell:
        return Cell(self.words.area(unit), unit.code)

    def passed(self, passed: timedelta | None) -> Cell:
        """Hours up to two days, then days; in a workbook always hours."""
        if passed is None:
            return Cell("–")
        hours = round(passed.total_seconds() / 3600)
        if hours < _HOURS_TOLD:
            text = QCoreApplication.translate("Views", "{n} h").format(n=hours)
        else:
            text = QCoreApplication.translate("Views", "{n} days").format(n=round(hours / 24))
        return Cell(self.words.digits(text), passed.total_seconds(), value=hours)

    def subtitle(self, scope: Unit, fiscal_year: int) -> str:
        """The area looked at, and the fiscal year."""
        country = QCoreApplication.translate("Views", "whole country")
        area = country if scope.level is UnitLevel.DEPARTMENT else self.words.area(scope)
        year = QCoreApplication.translate("Views", "fiscal year {year}").format(year=fiscal_year)
        return f"{area} · {self.words.digits(year)}"

    def as_of(self, pulled_at: datetime | None, now: datetime, left: int = 0) -> str:
        """How old the figures are, and how many lists are not in them yet."""
        words, translate = self.words, QCoreApplication.translate
        if pulled_at is None:
            text = translate(
                "Views", "Nothing has been received from central yet: only this machine's own data are shown"
            )
        else:
            text = translate("Views", "As of {when} (last contact {ago})").format(
                when=words.format_instant(pulled_at), ago=words.format_relative(pulled_at, now)
            )
        return self._with_left(text, left)

    def day_of(self, pulled_at: datetime | None, left: int = 0) -> str:
        """The same as short as can be, for a chart; "" while nothing has been received."""
        if pulled_at is None:
            return ""
        text = QCoreApplication.translate("Views", "As of {when}").format(when=self.words.format_instant(pulled_at))
        return self._with_left(text, left)

    def _with_left(self, text: str, left: int) -> str:
        words, translate = self.words, QCoreApplication.translate
        if left:
            adding = translate("Views", "figures of {n} lists are still being added up")
            text += " · " + adding.format(n=words.format_number(left))
        return text


def place_columns() -> tuple[Column, Column, Column]:
    """The headings of ``Telling.place``."""
    translate = QCoreApplication.translate
    return (
        Column(translate("Views", "Office")),
        Column(translate("Views", "Dataset")),
        Column(translate("Views", "Period")),
    )


def share_column(title: str, part: str, whole: str) -> Column:
    """A share, with what its counts are called where they stand apart."""
    return Column(title, Kind.SHARE, (part, whole))
