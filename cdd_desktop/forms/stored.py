"""Whether a stored value is one of its field's type, and whether it lies within the field's bounds.

Stored values come from this program, but also from older ones, imports and the wire: a value of a wrong type is kept
in the record and is blank for rules.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import Value
from cdd_desktop.forms import amounts, citizen_id
from cdd_desktop.forms.context import SubmissionContext
from cdd_desktop.forms.definition import HUNDREDTHS, LISTS, Field, FieldType
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.values import GPS, PHONE, YEARS_BE, format_value, in_thailand

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DATE_YEARS = range(YEARS_BE.start - 543, YEARS_BE.stop - 543)
_AREA_LENGTH = {FieldType.GEO_TAMBON: 6, FieldType.GEO_AMPHOE: 4, FieldType.GEO_PROVINCE: 2}
_UNBOUNDED = frozenset(
    {FieldType.BOOLEAN, FieldType.CHOICE, FieldType.PHONE, FieldType.GPS_POINT, FieldType.CITIZEN_ID}
)
LIMITS = {
    **dict.fromkeys(HUNDREDTHS, (-amounts.LARGEST_HUNDREDTHS, amounts.LARGEST_HUNDREDTHS)),
    FieldType.INTEGER: (-amounts.LARGEST_WHOLE, amounts.LARGEST_WHOLE),
    FieldType.YEAR_BE: (YEARS_BE.start, YEARS_BE.stop - 1),
    FieldType.MOO: (0, 99),
}
_FREE_TEXT = frozenset({FieldType.TEXT, FieldType.TEXTAREA})


def is_of_type(field: Field, value: Value) -> bool:
    """Whether a value that is not blank is one of the field's type."""
    return box_of(field).fits(value)


def _type_test(field: Field) -> Callable[[Value], bool]:
    """What tells whether a value that is not blank is one of the field's type."""
    kind = field.type
    limits = LIMITS.get(kind)
    if limits is not None:
        low, high = limits
        return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    if kind is FieldType.BOOLEAN:
        return lambda value: isinstance(value, bool)
    if kind in LISTS:
        return lambda value: isinstance(value, list) and _list_fits(field, value)
    test = _TEXT_TESTS.get(kind)
    if test is not None:
        return lambda value: isinstance(value, str) and test(value)
    if kind is FieldType.CHOICE and field.options:
        labels = field.option_labels
        return lambda value: isinstance(value, str) and value in labels
    return lambda value: isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Box:
    """A field as judging meets it, worked out once: ``fits`` tells whether a value is of its type, ``sound``
    that one which is keeps its bounds in a round. ``typed``: not calculated. ``masks``: rules see no masked
    value."""

    field: Field
    fits: Callable[[Value], bool]
    sound: Callable[[Any, SubmissionContext], bool]
    typed: bool
    masks: bool
    is_list: bool
    is_free_text: bool

    def blank(self) -> Value:
        """What the field is to expressions while it is blank: null, or an empty list."""
        return [] if self.is_list else None


_BOXES: dict[int, Box] = {}  # a box holds its field, so that the field's identity stays its own


def box_of(field: Field) -> Box:
    """The box of a field; both stay for the life of the process, as definitions do."""
    box = _BOXES.get(id(field))
    if box is None:
        box = _BOXES[id(field)] = Box(
            field,
            fits=_type_test(field),
            sound=_sound_test(field),
            typed=not (field.computed and field.computed.cel),
            masks=field.type is FieldType.CITIZEN_ID,
            is_list=field.is_list,
            is_free_text=field.type in _FREE_TEXT,
        )
    return box


def _sound_test(field: Field) -> Callable[[Any, SubmissionContext], bool]:
    """Says no only where ``bound_issues`` has to look."""
    if field.type in (*_UNBOUNDED, FieldType.RECORD_REF) or (
        field.type is FieldType.DATE and field.not_after != "today"
    ):
        return lambda _value, _submission: True
    if field.type is FieldType.DATE:
        return lambda value, submission: value <= submission.today.isoformat()
    if field.type is FieldType.GEO_TAMBON:
        return lambda value, submission: value in submission.unit_tambons
    if field.type in _FREE_TEXT:
        longest = field.max_len if field.max_len is not None else sys.maxsize
        return lambda text, _submission: len(text) <= longest and not citizen_id.may_be_in(text)
    whole = field.type in (FieldType.INTEGER, FieldType.MOO) and not field.not_after
    if whole or (field.type in HUNDREDTHS and not field.not_after):
        low = field.min if field.min is not None else -sys.maxsize
        high = field.max if field.max is not None else sys.maxsize
        step = 1 if whole else 10 ** max(0, 2 - field.decimals)
        return lambda number, _submission: low <= number <= high and number % step == 0
    return lambda _value, _submission: False


def is_blank(value: Value) -> bool:
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def bound_issues(field: Field, path: str, value: Value, submission: SubmissionContext) -> list[Issue]:
    """What is wrong with a value of the right type: its size, length, place or day. All are errors."""
    if field.type in _UNBOUNDED:
        return []
    found: list[tuple[str, dict[str, object]]] = []
    if isinstance(value, int) and not isinstance(value, bool):
        found += _range_findings(field, value)
        if field.type in HUNDREDTHS and value % 10 ** (2 - field.decimals):
            found.append(("number-decimals", {"decimals": field.decimals}))
        if field.not_after == "fy" and value > submission.fiscal_year:
            found.append(("year-in-future", {"latest": submission.fiscal_year}))
    elif isinstance(value, list):
        if field.max_items is not None and len(value) > field.max_items:
            found.append(("too-many", {"max": field.max_items}))
    elif isinstance(value, str):
        found += _text_findings(field, value, submission)
    return [Issue(IssueLevel.ERROR, code, (path,), params=params) for code, params in found]


def _range_findings(field: Field, value: int) -> list[tuple[str, dict[str, object]]]:
    """The limits are given as people read them."""
    low = field.min is not None and value < field.min
    high = field.max is not None and value > field.max
    if not (low or high):
        return []
    limits: dict[str, object] = {"min": format_value(field, field.min), "max": format_value(field, field.max)}
    if field.min is not None and field.max is not None:
        return [("out-of-range", limits)]
    return [("too-small" if low else "too-large", limits)]


def _text_findings(field: Field, value: str, submission: SubmissionContext) -> list[tuple[str, dict[str, object]]]:
    if field.type in _FREE_TEXT:
        long = field.max_len is not None and len(value) > field.max_len
        found: list[tuple[str, dict[str, object]]] = [("too-long", {"max": field.max_len})] if long else []
        return [*found, ("citizen-id-in-text", {})] if citizen_id.found_in(value) else found
    if field.type is FieldType.DATE and field.not_after == "today" and value > submission.today.isoformat():
        return [("date-in-future", {})]
    tambons = submission.unit_tambons
    if field.type is FieldType.GEO_TAMBON and tambons and value not in tambons:
        return [("outside-area", {})]
    if field.type is FieldType.GEO_AMPHOE and not value.startswith(submission.unit_code[:4]):
        return [("outside-area", {})]
    return []


def _list_fits(field: Field, value: list[str]) -> bool:
    if not all(isinstance(item, str) and item for item in value) or len(set(value)) != len(value):
        return False
    return not (field.type is FieldType.MULTI_CHOICE and field.options) or all(
        item in field.option_labels for item in value
    )


@lru_cache(maxsize=4096)
def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        return date.fromisoformat(value).year in _DATE_YEARS
    except ValueError:
        return False


def _is_citizen_id(value: str) -> bool:
    return (len(value) == 13 and value.isascii() and value.isdigit()) or is_masked(value)


@lru_cache(maxsize=1024)
def _is_gps(value: str) -> bool:
    match = GPS.fullmatch(value)
    return match is not None and in_thailand(Decimal(match[1]), Decimal(match[2]))


def _is_area(length: int) -> Callable[[str], bool]:
    return lambda value: len(value) == length and value.isascii() and value.isdigit()


_TEXT_TESTS: dict[FieldType, Callable[[str], bool]] = {
    FieldType.DATE: _is_date,
    FieldType.CITIZEN_ID: _is_citizen_id,
    FieldType.PHONE: lambda value: PHONE.fullmatch(value) is not None,
    FieldType.GPS_POINT: _is_gps,
    **{kind: _is_area(length) for kind, length in _AREA_LENGTH.items()},
}
