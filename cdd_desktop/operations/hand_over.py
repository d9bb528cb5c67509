"""A leaving officer hands over: nothing is wiped or moved, for the office's work belongs to the office.

Bound to a person are the slot that opens the store, the place where typing stopped and a delegation; these end. Names
in the history stay, and the news travels to central like the adding of a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdd_desktop.domain.person import Person, Role
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.domain.unit import Unit
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.ids import PersonId, UnitCode
from cdd_desktop.operations.add_person import read_people
from cdd_desktop.operations.delegate import HEADS, OFFICERS, end_delegation, may_leave
from cdd_desktop.operations.journal import journal_people
from cdd_desktop.operations.read_outbox import read_outbox
from cdd_desktop.operations.sign_in import confirm_password
from cdd_desktop.operations.slots import people_on
from cdd_desktop.operations.views import Changes, NeedsYou, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.store.delegations import delegations_of
from cdd_desktop.store.keys import read_key_file, without_slot, write_key_file
from cdd_desktop.store.rows import AuditRow, PersonRow
from cdd_desktop.store.spots import write_spot
from cdd_desktop.sync.protocol import PersonChange

_UNFINISHED = (SubmissionState.DRAFT, SubmissionState.RETURNED, SubmissionState.PROPOSED)


@dataclass(frozen=True, slots=True)
class Handover:
    """What passes from one to another. ``unfinished`` are the office's submissions that are not at their end or not
    sent, ``questions`` what waits for a decision, ``unsent`` counts changes without a receipt; ``successors`` are
    those who may take over, officers first, ``successor`` the one chosen, None before."""

    unit: Unit
    today: date
    leaver: Person
    successor: Person | None
    successors: tuple[Person, ...]
    unfinished: tuple[SubmissionView, ...]
    questions: tuple[NeedsYou, ...]
    unsent: int


def read_handover(work: Work, leaver_id: str, successor_id: str = "") -> Handover:
    """The present state of the office's work; also after the leaving. Raises ``BadRequestError("person-unknown")``."""
    row = work.session.get(PersonRow, leaver_id)
    if row is None or row.unit != work.unit.code:
        raise BadRequestError("person-unknown")
    leaver = Person(id=PersonId(row.id), name=row.name, role=Role(row.role), unit=UnitCode(row.unit))
    able = (*OFFICERS, *HEADS)
    others = [person for person in read_people(work) if person.id != leaver_id and person.role in able]
    successors = tuple(sorted(others, key=lambda person: person.role in HEADS))
    outbox = read_outbox(work)
    return Handover(
        unit=work.unit,
        today=work.today,
        leaver=leaver,
        successor=next((person for person in successors if person.id == successor_id), None),
        successors=successors,
        unfinished=tuple(view for view in outbox.submissions if _is_unfinished(view)),
        questions=outbox.needs_you,
        unsent=outbox.pending_changes,
    )


def hand_over(work: Work, leaver_id: str, successor_id: str) -> Changes:
    """The leaver is of the office no more; everything else stays where it is.

    Officers do it for themselves, a head for the officers; a head's leaving is central's matter. Raises
    ``RefusedError``: ``handover-not-officer``, ``handover-not-yours``, ``handover-no-successor``.
    """
    handover = read_handover(work, leaver_id, successor_id)
    leaver = handover.leaver
    if leaver.role not in OFFICERS:
        raise RefusedError("handover-not-officer")
    if leaver.id not in may_leave(work):
        raise RefusedError("handover-not-yours")
    if handover.successor is None:
        raise RefusedError("handover-no-successor")
    if work.person.role in HEADS:
        for held in delegations_of(work.session, work.unit.code):
            if held.person_id == leaver.id and held.ended_at is None and held.until_on >= work.today:
                end_delegation(work, held.id)
    work.session.get_one(PersonRow, leaver.id).active = False
    write_spot(work.session, leaver.id, "")
    _journal(work, leaver)
    detail = {
        "person": leaver.id,
        "to": successor_id,
        "unfinished": len(handover.unfinished),
        "questions": len(handover.questions),
        "unsent": handover.unsent,
    }
    work.session.add(
        AuditRow(at=work.now, person_id=work.person.id, action="handed-over", unit=work.unit.code, detail=detail)
    )
    return Changes(people=True, outbox=True)


def hand_over_here(workplace: Workplace, leaver_id: str, successor_id: str, *, password: str) -> None:
    """Hands over on this machine: the leaver's password opens the store no more. ``password`` is that of who is
    signed in.

    Raises what ``hand_over`` and ``confirm_password`` raise, and ``RefusedError("handover-nobody-left")`` while nobody
    else has chosen a password here: the store always has somebody who can open it.
    """
    confirm_password(workplace, password)
    here = workplace.read(read_people)
    active = {person.id for person in here} - {leaver_id}
    if not any(slot.id in active and not slot.first_use for slot in people_on(workplace.profile)):
        raise RefusedError("handover-nobody-left")
    workplace.do(hand_over, leaver_id, successor_id)
    file = read_key_file(workplace.profile.keys)
    write_key_file(workplace.profile.keys, without_slot(file, leaver_id))


def _journal(work: Work, leaver: Person) -> None:
    """The leaving as it travels."""
    change = PersonChange(
        n=0,
        id=leaver.id,
        name=leaver.name,
        role=leaver.role.value,
        at=work.now.isoformat(),
        person=work.person.id,
        ended=True,
    )
    journal_people(work, change)


def _is_unfinished(view: SubmissionView) -> bool:
    if view.state in _UNFINISHED or view.pending or view.needs_you:
        return True
    return view.state is SubmissionState.CERTIFIED and view.received_at is None
