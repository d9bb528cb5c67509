"""The eleven functions rules have beside standard CEL: pure and total.

A blank or odd argument gives None (False for the predicates), never an exception: the library would write the
exception's text, and with it somebody's data, to its log.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from cdd_desktop.forms import citizen_id
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET

_INT64 = 2**63

_OFFICES = (
    "อำเภอ|ทะเบียน|จ้าง|แพทย์|ทุน|หน้า|ประกัน|ช่าง|ทหาร|ตำรวจ|สถานี|ด่าน|ท่า|หมวด|สิบ|ดาบ|ร้อย|พัน|พล|กอง|อากร|ตรวจ"
    "|กเทศ|กอบต|กอบจ|กองค์|กเหล่า|กสมาคม|กสภา|กพุทธ|กรัฐ"
)
_NOT_BEFORE = "(?<!ท)(?<!เจ้า)(?<!พัฒ)(?<!ขุน)"
_PERSON = re.compile(
    rf"{_NOT_BEFORE}(?:นางสาว|น\.\s?ส\.|ด\.\s?ช\.|ด\.\s?ญ\.|เด็กชาย|เด็กหญิง"
    rf"|นาย(?!(?:\s*(?:{_OFFICES}))|ก(?![ก-๎]))|นาง(?!(?:รอง|แล|เลิ้ง)))"
    r"\s*[ก-ฮเ-ไ][ก-๎]+"
)


def dec(number: object) -> int | None:
    """A literal in the stored unit of money, decimal and percent."""
    return _bounded(number * 100) if _is_int(number) else None  # type: ignore[operator]


def total(numbers: object) -> int | None:
    """The sum without blanks; None when there are items and all are blank."""
    if not isinstance(numbers, list):
        return None
    given = [number for number in numbers if _is_int(number)]
    return _bounded(sum(given)) if given or not numbers else None


def absolute(number: object) -> int | float | None:
    if isinstance(number, float):
        return abs(number)
    return _bounded(abs(number)) if _is_int(number) else None  # type: ignore[arg-type]


def percent(part: object, whole: object) -> int | None:
    """100 × part ÷ whole in hundredths, half up; None when the whole is 0 or blank."""
    if not isinstance(part, int) or not isinstance(whole, int) or whole == 0:
        return None
    part, whole = (part, whole) if whole > 0 else (-part, -whole)
    return _bounded((20_000 * part + whole) // (2 * whole))


def pct_change(now: object, before: object) -> float | None:
    """100 × (now − before) ÷ before; from 0 it is 0 or infinity. For comparing only."""
    if not isinstance(now, int) or not isinstance(before, int):
        return None
    if before == 0:
        return 0.0 if now == 0 else float("inf")
    return 100 * (now - before) / before


def be_year(day: object) -> int | None:
    found = _day(day)
    return found.year + BUDDHIST_OFFSET if found else None


def age(born: object, at: object) -> int | None:
    """Full years between two days."""
    first, last = _day(born), _day(at)
    if first is None or last is None:
        return None
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def days_between(first: object, last: object) -> int | None:
    begin, end = _day(first), _day(last)
    return (end - begin).days if begin and end else None


def cid_valid(text: object) -> bool:
    return isinstance(text, str) and citizen_id.is_valid(text)


def has_personal_data(text: object) -> bool:
    """Whether a text names a person (a title followed by a name, not an office) or holds a citizen id."""
    return isinstance(text, str) and (_PERSON.search(text) is not None or citizen_id.found_in(text))


def functions(tambon_count: Callable[[str], int | None]) -> dict[str, Callable[..., Any]]:
    """All functions by the names rules use, with the count of subdistricts of one context."""

    def count(code: object) -> int | None:
        return tambon_count(code) if isinstance(code, str) else None

    return {**PURE, "tambon_count": count}


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _bounded(value: int) -> int | None:
    return value if -_INT64 <= value < _INT64 else None


def _day(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


PURE: dict[str, Callable[..., Any]] = {
    "dec": dec,
    "sum": total,
    "abs": absolute,
    "percent": percent,
    "pct_change": pct_change,
    "be_year": be_year,
    "age": age,
    "days_between": days_between,
    "cid_valid": cid_valid,
    "has_personal_data": has_personal_data,
}
NAMES = frozenset({*PURE, "tambon_count"})
