"""The reporting calendar: windows of any fiscal year, from published schedules or projected from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import msgspec

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import DatasetKey
from cdd_desktop.paths import resources
from cdd_desktop.periods.fiscal import check_fiscal_year
from cdd_desktop.periods.holidays import DayOff, DaySource, Holiday, Holidays, OfficeDays, read_holidays
from cdd_desktop.periods.schedule import Bureau, Circular, DatasetRule, Schedule, read_schedule, text_digest

_NO_DAYS = OfficeDays()


class Calendar:
    """Answers for windows and days off. Immutable; build a new one when something newer is published."""

    def __init__(
        self,
        schedules: Iterable[tuple[Schedule, str]],
        holidays: Iterable[tuple[Holidays, str]] = (),
        *,
        published: Collection[str] = (),
        office: OfficeDays = _NO_DAYS,
    ) -> None:
        """Both come with the digests of their texts; of a fiscal year the highest revision counts, of holidays
        the highest revision that has the year. ``published`` are digests of what central published: an office cannot
        take days out of it. ``office`` is what it added, and left out of the program's own files.
        """
        by_revision = sorted(schedules, key=_revision)
        newest = {schedule.fiscal_year: (schedule, digest) for schedule, digest in by_revision}
        if not newest:
            raise BadRequestError("schedule-missing")
        self._all = tuple(schedule for schedule, _ in reversed(by_revision))
        self._schedules = {year: newest[year][0] for year in sorted(newest)}
        self._digests = {year: newest[year][1] for year in sorted(newest)}
        self._years = tuple(self._schedules)
        self._windows: dict[int, tuple[Window, ...]] = {}
        self._days_off: dict[int, dict[date, DayOff]] = {}
        self._holidays_digest = ""
        for table, digest in sorted(holidays, key=lambda item: item[0].revision):
            self._holidays_digest = digest
            source = DaySource.CENTRAL if digest in published else DaySource.PROGRAM
            for year, days in table.years.items():
                self._days_off[int(year)] = {day.on: DayOff(day, source) for day in days}
        self._years_published = frozenset(self._days_off)
        self.office_days = office
        self._lay_over(office)

    # --- windows ---------------------------------------------------------------------------------------------------

    def windows(self, fiscal_year: int) -> tuple[Window, ...]:
        """All windows of a fiscal year (2560 to 2600) in the circular's order; else ``fiscal-year-range``."""
        return self._windows_in(check_fiscal_year(fiscal_year))

    def windows_of(self, unit_level: UnitLevel, fiscal_year: int) -> tuple[Window, ...]:
        """The windows that units of a level report in; none for the department."""
        return tuple(window for window in self.windows(fiscal_year) if window.reported_by(unit_level))

    def window(self, dataset: str, period_id: str) -> Window:
        """One window by dataset and period id ("2561-q2"), also of a period that a newer schedule no longer has: as
        the last schedule that had it gave it, and ``cancelled``.

        Raises ``BadRequestError`` with ``dataset-unknown``, ``period-unknown`` or ``fiscal-year-range``.
        """
        year, _, key = period_id.partition("-")
        if len(year) != 4 or not year.isascii() or not year.isdigit() or not key:
            raise BadRequestError("period-unknown", period=period_id, dataset=dataset)
        fiscal_year = check_fiscal_year(int(year))
        found = _window_of(self._windows_in(fiscal_year), dataset, key)
        if found is not None:
            return found
        for schedule in self._former(fiscal_year):
            gone = _window_of(schedule.windows(fiscal_year), dataset, key)
            if gone is not None:
                return replace(gone, cancelled=True)
        _dataset_of(self._schedule_for(fiscal_year), dataset)
        raise BadRequestError("period-unknown", period=period_id, dataset=dataset)

    def previous(self, window: Window, steps: int = 1) -> Window:
        """The window of the same dataset so many steps back, across fiscal years.

        It may lie before the first year people can ask for, so that every window has one.
        """
        year = window.fiscal_year
        line = list(self._of_dataset(window.dataset, year))
        before = [other for other in line if other.data_end < window.data_end]
        place = next((index for index, other in enumerate(line) if other.key == window.key), len(before)) - steps
        while place < 0:
            year -= 1
            earlier = self._of_dataset(window.dataset, year)
            place += len(earlier)
            line = list(earlier)
        return line[place]

    def until(self, window: Window) -> tuple[Window, ...]:
        """The windows of the same dataset and fiscal year up to this one, itself the last."""
        line = self._windows_in(window.fiscal_year)
        own = [other for other in line if other.dataset == window.dataset and other.key != window.key]
        return (*(other for other in own if other.data_end < window.data_end), window)

    def year_earlier(self, window: Window) -> Window:
        """The same period one fiscal year earlier; when that year's schedule has no such key, the one nearest to it."""
        earlier = self._of_dataset(window.dataset, window.fiscal_year - 1)
        for other in earlier:
            if other.key == window.key:
                return other
        return min(earlier, key=lambda other: abs((window.data_end - other.data_end).days - 365))

    def is_projected(self, fiscal_year: int) -> bool:
        """Whether the year has no schedule of its own."""
        return check_fiscal_year(fiscal_year) not in self._schedules

    # --- what the circular says ------------------------------------------------------------------------------------

    def schedule(self, fiscal_year: int) -> Schedule:
        """The schedule in force: the year's own, else the nearest earlier, else the first."""
        return self._schedule_for(check_fiscal_year(fiscal_year))

    def circular(self, fiscal_year: int) -> Circular:
        return self.schedule(fiscal_year).circular

    def dataset(self, dataset: str, fiscal_year: int) -> DatasetRule:
        """The circular's row of a dataset, with its own words; else ``dataset-unknown``."""
        return _dataset_of(self.schedule(fiscal_year), dataset)

    def bureaus(self, fiscal_year: int) -> tuple[Bureau, ...]:
        return self.schedule(fiscal_year).bureaus

    def digests(self) -> dict[str, str]:
        """Fiscal year → digest of the text of its newest schedule, for the handshake."""
        return {str(year): digest for year, digest in self._digests.items()}

    # --- days off --------------------------------------------------------------------------------------------------

    def last_working_day_on(self, day: date) -> date:
        """The day itself, or the nearest working day before it. In a year without data only weekends count."""
        while self.is_day_off(day):
            day -= timedelta(days=1)
        return day

    def is_day_off(self, day: date) -> bool:
        return day.weekday() >= 5 or self.holiday(day) is not None

    def holiday(self, day: date) -> Holiday | None:
        found = self.day_off(day)
        return found.holiday if found is not None else None

    def day_off(self, day: date) -> DayOff | None:
        """The day off with who named it, beside weekends."""
        return self._days_off.get(day.year, {}).get(day)

    def days_off(self, year: int) -> tuple[DayOff, ...]:
        """Those of a common-era year, by the day."""
        days = self._days_off.get(year, {})
        return tuple(days[day] for day in sorted(days))

    def holidays(self, year: int) -> tuple[Holiday, ...]:
        """The holidays of a common-era year, as far as there is data."""
        return tuple(day.holiday for day in self.days_off(year))

    def holidays_digest(self) -> str:
        """The digest of the text of the newest file of holidays, "" without any; for the handshake."""
        return self._holidays_digest

    def holidays_known(self, year: int) -> bool:
        """Whether there is holiday data for a common-era year, if only the office's own."""
        return year in self._days_off

    def holidays_published(self, year: int) -> bool:
        """Whether a file has the common-era year, the program's or central's."""
        return year in self._years_published

    def _lay_over(self, office: OfficeDays) -> None:
        for day in office.removed:
            found = self.day_off(day)
            if found is not None and found.source is DaySource.PROGRAM:
                del self._days_off[day.year][day]
        for holiday in office.added:
            self._days_off.setdefault(holiday.on.year, {}).setdefault(holiday.on, DayOff(holiday, DaySource.OFFICE))

    # --- inside ----------------------------------------------------------------------------------------------------

    def _schedule_for(self, fiscal_year: int) -> Schedule:
        place = bisect_right(self._years, fiscal_year)
        return self._schedules[self._years[max(place - 1, 0)]]

    def _former(self, fiscal_year: int) -> Iterator[Schedule]:
        """The schedules a year was under before: its own earlier revisions, then those it was projected from."""
        in_force = self._schedule_for(fiscal_year)
        earlier = [schedule for schedule in self._all if schedule.fiscal_year <= fiscal_year]
        for schedule in sorted(earlier, key=lambda one: one.fiscal_year, reverse=True):
            if schedule is not in_force:
                yield schedule

    def _windows_in(self, fiscal_year: int) -> tuple[Window, ...]:
        if fiscal_year not in self._windows:
            self._windows[fiscal_year] = self._schedule_for(fiscal_year).windows(fiscal_year)
        return self._windows[fiscal_year]

    def _of_dataset(self, dataset: str, fiscal_year: int) -> tuple[Window, ...]:
        key = DatasetKey(_dataset_of(self._schedule_for(fiscal_year), dataset).key)
        return tuple(window for window in self._windows_in(fiscal_year) if window.dataset == key)


def load_calendar(
    folder: Path | None = None, published: Iterable[str] = (), *, office: OfficeDays = _NO_DAYS
) -> Calendar:
    """The calendar of the shipped files (``folder``: schedules; holidays lie in ``holidays`` beside it), of
    published texts, schedules and holidays in any order, and of the office's own days off.
    """
    schedules_folder = folder if folder is not None else resources() / "schedules"
    schedules: list[tuple[Schedule, str]] = []
    holidays: list[tuple[Holidays, str]] = []
    files = (*(schedules_folder.parent / "holidays").glob("*.json"), *schedules_folder.glob("*.json"))
    sent = tuple(published)
    for text in (*(_text(path) for path in sorted(files)), *sent):
        if _kind_of(text) == "holidays":
            holidays.append((read_holidays(text), text_digest(text)))
        else:
            schedules.append((read_schedule(text), text_digest(text)))
    return Calendar(schedules, holidays, published={text_digest(text) for text in sent}, office=office)


def _window_of(windows: Iterable[Window], dataset: str, key: str) -> Window | None:
    return next((window for window in windows if window.dataset == dataset and window.key == key), None)


def _revision(item: tuple[Schedule, str]) -> int:
    return item[0].revision


class _Kind(msgspec.Struct):
    kind: str = ""


def _kind_of(text: str) -> str:
    try:
        return msgspec.json.decode(text, type=_Kind).kind
    except (msgspec.MsgspecError, UnicodeError):
        return ""


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise BadRequestError("schedule-unreadable", reason=path.name) from error


def _dataset_of(schedule: Schedule, dataset: str) -> DatasetRule:
    for rule in schedule.datasets:
        if rule.key == dataset:
            return rule
    raise BadRequestError("dataset-unknown", dataset=dataset)
