"""The schedule file of a fiscal year: a circular's dates as day, month and year tokens, and its own words."""

from __future__ import annotations

import calendar
import hashlib
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from cdd_desktop.domain.period import Window
from cdd_desktop.errors import BadRequestError
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET, FIRST_YEAR, LAST_YEAR, fiscal_year_of

FORMAT = 1

_YEARS = {"fy": 0, "fy-1": -1, "fy+1": 1}
_Word = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
_Text = Annotated[str, Meta(min_length=1)]


class DayToken(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day as a rule: ``fy`` is the common-era year the fiscal year ends in, ``last`` the month's last day."""

    year: Literal["fy-1", "fy", "fy+1"]
    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=31)] | Literal["last"]

    def on(self, fiscal_year: int) -> date:
        """The day in a fiscal year; 29 to 31 in a shorter month is that month's last day."""
        year = fiscal_year - BUDDHIST_OFFSET + _YEARS[self.year]
        length = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, length if self.day == "last" else min(self.day, length))


class PeriodRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reporting occasion: from when it is certified, until when, and which days its data are about."""

    key: _Word
    label_th: _Text
    label_en: _Text
    opens: DayToken
    due: DayToken
    data_start: DayToken
    data_end: DayToken


class DatasetRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of the circular's table. ``*_as_printed`` are its own words; ``short_*`` fit a column head."""

    number: Annotated[int, Meta(ge=1)]
    key: _Word
    name_th: _Text
    name_en: _Text
    short_th: _Text
    short_en: _Text
    bureau: _Word
    name_th_as_printed: _Text
    rule_th_as_printed: _Text
    note_th_as_printed: str
    district: bool
    province: bool
    periods: Annotated[tuple[PeriodRule, ...], Meta(min_length=1)]


class Bureau(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bureau of the department that owns datasets."""

    key: _Word
    name_th: _Text
    name_th_as_printed: _Text
    abbr_th: _Text
    name_en: _Text


class Circular(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The letter a schedule comes from."""

    number_th: _Text
    dated_on: date
    subject_th: _Text
    attachment_th: str
    issued_by_th: _Text


class Schedule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A published fiscal year. A higher ``revision`` of the same year replaces a lower one."""

    kind: Literal["schedule"]
    format: Annotated[int, Meta(ge=1)]
    fiscal_year: Annotated[int, Meta(ge=FIRST_YEAR, le=LAST_YEAR)]
    revision: Annotated[int, Meta(ge=1)]
    applies_from: date
    circular: Circular
    bureaus: tuple[Bureau, ...]
    datasets: Annotated[tuple[DatasetRule, ...], Meta(min_length=1)]

    @property
    def version(self) -> str:
        """``2561-1``: the year the circular is about, then the revision."""
        return f"{self.fiscal_year}-{self.revision}"

    def windows(self, fiscal_year: int) -> tuple[Window, ...]:
        """The windows of a fiscal year by these rules, projected when the year is not the schedule's own."""
        return tuple(
            Window(
                number=dataset.number,
                dataset=DatasetKey(dataset.key),
                period=PeriodId(f"{fiscal_year}-{rule.key}"),
                key=rule.key,
                fiscal_year=fiscal_year,
                label_th=rule.label_th,
                label_en=rule.label_en,
                opens_on=rule.opens.on(fiscal_year),
                due_on=rule.due.on(fiscal_year),
                data_start=rule.data_start.on(fiscal_year),
                data_end=rule.data_end.on(fiscal_year),
                district=dataset.district,
                province=dataset.province,
                projected=fiscal_year != self.fiscal_year,
                schedule_version=self.version,
            )
            for dataset in self.datasets
            for rule in dataset.periods
        )


def read_schedule(text: str) -> Schedule:
    """A schedule from the text of its file.

    Raises ``BadRequestError`` with ``schedule-newer`` for a later file format, ``schedule-unreadable`` (and the
    reason) for anything that is no sound schedule.
    """
    try:
        schedule = msgspec.json.decode(text, type=Schedule)
    except (msgspec.MsgspecError, UnicodeError) as error:
        _refuse_newer(text)
        raise BadRequestError("schedule-unreadable", reason=str(error)) from error
    if schedule.format > FORMAT:
        raise BadRequestError("schedule-newer", format=schedule.format)
    for reason in _faults(schedule):
        raise BadRequestError("schedule-unreadable", reason=reason)
    return schedule


def text_digest(text: str) -> str:
    """SHA-256 (first 32 hexadecimal digits) of a published file's text."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class _Head(msgspec.Struct):
    format: int = 0


def _refuse_newer(text: str) -> None:
    try:
        head = msgspec.json.decode(text, type=_Head)
    except (msgspec.MsgspecError, UnicodeError):
        return
    if head.format > FORMAT:
        raise BadRequestError("schedule-newer", format=head.format)


def _faults(schedule: Schedule) -> list[str]:
    faults = []
    if fiscal_year_of(schedule.applies_from) != schedule.fiscal_year:
        faults.append("applies_from lies outside the fiscal year")
    if len({dataset.key for dataset in schedule.datasets}) < len(schedule.datasets):
        faults.append("a dataset stands there twice")
    bureaus = {bureau.key for bureau in schedule.bureaus}
    for dataset in schedule.datasets:
        if len({rule.key for rule in dataset.periods}) < len(dataset.periods):
            faults.append(f"{dataset.key}: a period stands there twice")
        if dataset.bureau not in bureaus:
            faults.append(f"{dataset.key}: unknown bureau {dataset.bureau}")
    for window in schedule.windows(schedule.fiscal_year):
        if window.opens_on > window.due_on or window.data_start > window.data_end:
            faults.append(f"{window.dataset} {window.period}: begins after it ends")
    return faults
