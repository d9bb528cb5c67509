"""Codes that an officer types into the program: made for many offices at once, taken up once, withdrawn.

A code stands for an enrolment file: whoever shows it before its day is over and before a device has claimed it is given
that file. Central keeps no code and no PIN; a PIN is made of its code (``pin_of``), so both are there when either is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.central.desk.enrolments import (
    CODE_DAYS,
    NewPerson,
    Office,
    Opening,
    begin_duty,
    epoch_of,
    first_people,
    name_person,
    pin_of,
    signed_enrolment,
)
from cdd_desktop.central.sentences.problems import ProblemError
from cdd_desktop.central.tables.feed import Touched
from cdd_desktop.central.tables.instants import to_text
from cdd_desktop.central.tables.rows import EnrolmentCodeRow, PersonRow
from cdd_desktop.central.trust.accounts import ALPHABET, make_code
from cdd_desktop.central.trust.audit import at_the_server, note
from cdd_desktop.central.trust.keys import CentralKeys
from cdd_desktop.central.trust.vault import token_hash
from cdd_desktop.clock import Clock, bangkok_day
from cdd_desktop.errors import BadRequestError, UserError
from cdd_desktop.geography import geography
from cdd_desktop.sync.protocol import EnrolledPerson, Enrolment

GROUPS, SIZE = 4, 5  # 100 bits, as K7Q2M-9XW4T-...
COLUMNS = ("unit", "office", "reports_from", "officer", "head")
_LETTERS = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys("- \t\xa0\u200b", "")})
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


@dataclass(frozen=True, slots=True)
class OfficeCode:
    """A code as it is shown this once, with the people it lets in and their PINs."""

    unit: str
    code: str
    expires_on: str
    people: tuple[EnrolledPerson, ...]


def plain_code(typed: str) -> str:
    """A code as it is counted: capitals without gaps; letters and digits that look alike are one."""
    return typed.translate(_THAI_DIGITS).upper().translate(_LETTERS)


def make_office_codes(
    session: Session, clock: Clock, offices: Sequence[Office], *, days: int = CODE_DAYS, by: str = ""
) -> list[OfficeCode]:
    """A code for each office. Typed codes of theirs that nobody has used end, so that one letter counts.

    People who are named and not known are added; of an office for which nobody is named, those it has are meant, or
    its first people. Raises what ``make_enrolment`` raises.
    """
    now, touched = clock.now(), Touched()
    last = (bangkok_day(now) + timedelta(days=days)).isoformat()
    made = []
    for office in offices:
        unit = geography().unit(office.unit).code
        withdraw_codes(session, clock, unit, by=by, typed_only=True)
        begins = begin_duty(session, replace(office, unit=unit), bangkok_day(now), touched)
        people = _people(session, clock, office, touched)
        shown = make_code(GROUPS, SIZE)
        code = plain_code(shown)
        session.add(
            EnrolmentCodeRow(
                code_hash=token_hash(code),
                unit=unit,
                expires_on=last,
                reports_from=begins,
                created_at=to_text(now),
                people=" ".join(row.id for row in people),
                addresses=" ".join(office.addresses),
                trust=office.trust,
            )
        )
        note(session, clock, by or at_the_server(), "code-made", unit=unit, expires_on=last)
        made.append(OfficeCode(unit, shown, last, tuple(_enrolled(row, code) for row in people)))
    session.flush()
    touched.flush(session)
    return made


def take_up(session: Session, keys: CentralKeys, typed: str, now: datetime) -> Enrolment:
    """The enrolment a typed code stands for. Raises ``ProblemError`` 403: ``code-unknown``, ``code-used``,
    ``code-expired``, ``code-withdrawn``."""
    code = plain_code(typed)
    row = session.get(EnrolmentCodeRow, token_hash(code)) if set(code) <= set(ALPHABET) else None
    if row is None or not row.addresses:
        raise ProblemError(403, "code-unknown")
    if row.withdrawn_at:
        raise ProblemError(403, "code-withdrawn")
    if row.used_at:
        raise ProblemError(403, "code-used")
    if bangkok_day(now).isoformat() > row.expires_on:
        raise ProblemError(403, "code-expired")
    ids = row.people.split()
    people = {one.id: one for one in session.scalars(select(PersonRow).where(PersonRow.id.in_(ids)))}
    named = [_enrolled(people[person], code) for person in ids if person in people and people[person].active]
    if not named:
        raise ProblemError(403, "code-withdrawn")
    opening = Opening(row.unit, code, row.expires_on, row.reports_from, epoch_of(session))
    return signed_enrolment(keys, opening, Office(row.unit, tuple(row.addresses.split()), trust=row.trust), named)


def withdraw_codes(session: Session, clock: Clock, unit: str, *, by: str = "", typed_only: bool = False) -> int:
    """End an office's codes that no device has claimed, those of enrolment files too; answers how many."""
    unused = [EnrolmentCodeRow.used_at == "", EnrolmentCodeRow.withdrawn_at == ""]
    if typed_only:
        unused.append(EnrolmentCodeRow.addresses != "")
    rows = session.scalars(select(EnrolmentCodeRow).where(EnrolmentCodeRow.unit == unit, *unused)).all()
    for row in rows:
        row.withdrawn_at = to_text(clock.now())
    if rows:
        note(session, clock, by or at_the_server(), "codes-withdrawn", unit=unit, count=len(rows))
    session.flush()
    return len(rows)


def _people(session: Session, clock: Clock, office: Office, touched: Touched) -> list[PersonRow]:
    held = session.scalars(
        select(PersonRow).where(PersonRow.unit == office.unit, PersonRow.active).order_by(PersonRow.added_at)
    ).all()
    if not office.people and held:
        return list(held)
    known = {(row.name, row.role): row for row in held}
    return [
        known.get((person.name, person.role.value)) or name_person(session, clock, office.unit, person, touched)
        for person in office.people or first_people(office.unit)
    ]


def _enrolled(row: PersonRow, code: str) -> EnrolledPerson:
    return EnrolledPerson(id=row.id, name=row.name, role=row.role, pin=pin_of(code, row.id))


# --- the list of offices ---------------------------------------------------------------------------------------------


def office_list() -> str:
    """A CSV of all offices, ready to be filled in: only the code of an office is needed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for province in geography().provinces():
        for unit in (province, *geography().districts(province.code)):
            writer.writerow([unit.code, f"{unit.office_th} {unit.province_th}", "", "", ""])
    return out.getvalue()


def read_offices(text: str, reached: Office) -> list[Office]:
    """The offices of a CSV, each reached as ``reached`` says; an empty name of a post stands for the post itself.

    Raises ``BadRequestError``: ``offices-columns``, or ``offices-line`` (``line``, ``reason`` a code) for the first
    line that is wrong, two of one office included.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restval="")
    if "unit" not in (reader.fieldnames or ()) or not set(reader.fieldnames or ()) <= set(COLUMNS):
        raise BadRequestError("offices-columns", columns=",".join(COLUMNS))
    offices: dict[str, Office] = {}
    try:
        for row in reader:
            office = _office(row, reached)
            if office.unit in offices:
                raise BadRequestError("unit-twice")
            offices[office.unit] = office
    except (UserError, csv.Error) as error:
        reason = error.code if isinstance(error, UserError) else "offices-columns"
        raise BadRequestError("offices-line", line=reader.line_num, reason=reason) from error
    return list(offices.values())


def _office(row: dict[str, str], reached: Office) -> Office:
    code = (row["unit"] or "").strip().translate(_THAI_DIGITS)
    unit = geography().unit(code).code
    first = (row.get("reports_from") or "").strip()
    try:
        begins = date.fromisoformat(first) if first else None
    except ValueError as error:
        raise BadRequestError("day-unreadable", text=first) from error
    posts = first_people(unit)
    names = [(row.get(column) or "").strip() for column in ("officer", "head")]
    people = [NewPerson(name or post.name, post.role) for name, post in zip(names, posts, strict=True)]
    return replace(reached, unit=unit, people=tuple(people) if any(names) else (), reports_from=begins)
