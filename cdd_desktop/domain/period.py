"""Periods, windows and whether one may edit: values computed by ``periods``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.ids import DatasetKey, PeriodId


class WindowState(StrEnum):
    """Computed from dates alone (product.md, Four facts)."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    DUE_SOON = "due_soon"
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which one dataset's period is certified, and the days its data are about.

    ``number`` is the dataset's number in the circular, ``key`` the period's key in the schedule ("q2"). ``cancelled``:
    the schedule in force has no such period; what was entered for it stays, and nothing is expected.
    """

    number: int
    dataset: DatasetKey
    period: PeriodId
    key: str
    fiscal_year: int
    label_th: str
    label_en: str
    opens_on: date
    due_on: date
    data_start: date
    data_end: date
    district: bool
    province: bool
    projected: bool
    schedule_version: str
    cancelled: bool = False

    def reported_by(self, level: UnitLevel) -> bool:
        return {UnitLevel.DISTRICT: self.district, UnitLevel.PROVINCE: self.province}.get(level, False)


class NotEditableReason(StrEnum):
    NOT_BEGUN = "not-begun"
    PROPOSED = "proposed"
    CERTIFIED = "certified"
    ACCEPTED = "accepted"
    APPROVED = "approved"
    OTHER_UNIT = "other-unit"
    ROLE = "role"
    NEWER_FORM = "newer-form"
    NOT_YOUR_FORM = "not-your-form"


@dataclass(frozen=True, slots=True)
class Editable:
    """The record may be edited now."""


@dataclass(frozen=True, slots=True)
class NotEditable:
    reason: NotEditableReason


EditStatus = Editable | NotEditable
