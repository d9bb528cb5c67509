"""A head lets an officer act for the head on certain days, and ends that early; it travels like any change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cdd_desktop.domain.delegation import Delegation
from cdd_desktop.domain.person import Person, Role
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.operations.add_person import read_people
from cdd_desktop.operations.journal import journal_people
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.delegations import delegations_of
from cdd_desktop.store.journal import append_audit
from cdd_desktop.store.rows import AuditRow, DelegationRow
from cdd_desktop.sync.protocol import DelegationChange, PulledDelegation

HEADS = (Role.HEAD, Role.PROVINCIAL_HEAD)
OFFICERS = (Role.OFFICER, Role.PROVINCIAL_OFFICER)


@dataclass(frozen=True, slots=True)
class OfficePeople:
    """The active people of the office, and the delegations that have not run out or been ended. ``acting`` are the
    ids of those who act for the head now; ``may_delegate`` is true for the head;
    ``leavers`` are those whose leaving the signed-in person may settle."""

    people: tuple[Person, ...]
    delegations: tuple[Delegation, ...]
    acting: frozenset[str]
    may_delegate: bool
    leavers: frozenset[str] = frozenset()


def read_office(work: Work) -> OfficePeople:
    """Who works here, heads first."""
    people = read_people(work)
    here = {person.id for person in people}
    current = tuple(
        delegation
        for delegation in delegations_of(work.session, work.unit.code)
        if delegation.ended_at is None and delegation.until_on >= work.today and delegation.person_id in here
    )
    return OfficePeople(
        people=tuple(sorted(people, key=lambda person: person.role not in HEADS)),
        delegations=current,
        acting=frozenset(held.person_id for held in current if held.stands_at(work.now)),
        may_delegate=work.person.role in HEADS,
        leavers=may_leave(work),
    )


def may_leave(work: Work) -> frozenset[str]:
    """The officers for whom the signed-in person may hand over: a head for all of them, an officer for oneself."""
    officers = frozenset(str(person.id) for person in read_people(work) if person.role in OFFICERS)
    if work.person.unit != work.unit.code:
        return frozenset()
    return officers if work.person.role in HEADS else officers & {work.person.id}


def delegate(work: Work, person_id: str, from_on: date, until_on: date, reason: str) -> Changes:
    """Lets an officer of the own office act for its head, from the first to the last day, both included.

    Raises ``RefusedError``: ``delegation-not-head``, ``delegation-not-officer``, ``delegation-days`` (the last day
    before the first, or gone by), ``reason-needed`` (the order it rests on).
    """
    _only_the_head(work)
    if not any(person.id == person_id and person.role in OFFICERS for person in read_people(work)):
        raise RefusedError("delegation-not-officer")
    if until_on < from_on or until_on < work.today:
        raise RefusedError("delegation-days")
    if not reason.strip():
        raise RefusedError("reason-needed")
    change = DelegationChange(
        n=0,
        id=work.new_id(),
        to=person_id,
        from_on=from_on.isoformat(),
        until_on=until_on.isoformat(),
        reason=reason.strip(),
        person=work.person.id,
        at=work.now.isoformat(),
    )
    keep_delegation(work, work.unit.code, change)
    return _journal(work, change, "delegated")


def end_delegation(work: Work, delegation_id: str) -> Changes:
    """Ends a delegation now. What was done under it stays good.

    Raises ``RefusedError("delegation-not-head")`` and ``BadRequestError("delegation-unknown")``, for one that has
    been ended too.
    """
    _only_the_head(work)
    row = work.session.get(DelegationRow, delegation_id)
    if row is None or row.unit != work.unit.code or row.ended_at is not None:
        raise BadRequestError("delegation-unknown")
    row.ended_at = work.now
    change = DelegationChange(
        n=0,
        id=row.id,
        to=row.person_id,
        from_on=row.from_on,
        until_on=row.until_on,
        reason=row.reason,
        ended=True,
        person=work.person.id,
        at=work.now.isoformat(),
    )
    return _journal(work, change, "delegation-ended")


def keep_delegation(work: Work, unit: str, change: DelegationChange) -> None:
    """Puts a delegation given here into the store; nothing happens when it is there."""
    if change.ended or work.session.get(DelegationRow, change.id) is not None:
        return
    work.session.add(
        DelegationRow(
            id=change.id,
            unit=unit,
            person_id=change.to,
            from_on=change.from_on,
            until_on=change.until_on,
            reason=change.reason,
            given_by=change.person,
            at=datetime.fromisoformat(change.at),
        )
    )
    work.session.flush()


def drop_delegation(work: Work, change: DelegationChange) -> None:
    """Takes back what central refused: one that was given never stood, one that was ended goes on."""
    row = work.session.get(DelegationRow, change.id)
    if row is None:
        return
    if change.ended:
        row.ended_at = None
    else:
        work.session.delete(row)
    work.session.flush()


def store_delegation(work: Work, pulled: PulledDelegation) -> None:
    """Takes over a delegation from central; an end that is known here and not yet there stays."""
    known = work.session.get(DelegationRow, pulled.id)
    ended_at = datetime.fromisoformat(pulled.ended_at) if pulled.ended_at else None
    if ended_at is None and known is not None:
        ended_at = known.ended_at
    work.session.merge(
        DelegationRow(
            id=pulled.id,
            unit=pulled.unit,
            person_id=pulled.to,
            from_on=pulled.from_on,
            until_on=pulled.until_on,
            reason=pulled.reason,
            given_by=pulled.given_by,
            at=datetime.fromisoformat(pulled.at),
            ended_at=ended_at,
        )
    )


def _only_the_head(work: Work) -> None:
    if work.person.role not in HEADS or work.person.unit != work.unit.code:
        raise RefusedError("delegation-not-head")


def _journal(work: Work, change: DelegationChange, action: str) -> Changes:
    journal_people(work, change)
    detail = {"id": change.id, "person": change.to, "from_on": change.from_on, "until_on": change.until_on}
    append_audit(
        work.session,
        AuditRow(at=work.now, person_id=work.person.id, action=action, unit=work.unit.code, detail=detail),
    )
    return Changes(people=True, outbox=True)
