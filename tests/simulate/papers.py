"""Submissions, their histories and lists, people and delegations: the same on every machine as at central."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from sqlalchemy import select

from cdd_desktop.central.tables import rows as central
from cdd_desktop.store import submission_rows as store
from cdd_desktop.store.rows import DelegationRow, PersonRow

if TYPE_CHECKING:
    from .machines import Machine
    from .world import World

QUIET = ("none", "draft")  # begun or not: central need not know yet

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """``state`` and what stands beside it: revision, verdict, receipt, certification; whether it was received."""

    state: str
    beside: tuple[object, ...]
    certification: str
    received: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """``lists`` are the lengths of frozen lists, ``people`` their offices, ``delegations`` whether they were ended and
    in which office they were given."""

    submissions: dict[Place, Facts]
    steps: dict[Place, list[str]]
    lists: Counter[str]
    people: dict[str, str]
    delegations: dict[str, tuple[bool, str]]


def instant(text: str) -> datetime:
    return _whole(datetime.fromisoformat(text))


def _whole(at: datetime) -> datetime:
    return at.astimezone(timezone.utc).replace(microsecond=0)


def papers_agree(world: World) -> Iterator[str]:
    """One line for each difference."""
    there = _of_central(world)
    for machine in world.machines:
        here = _of_machine(machine)
        where = f"on machine {machine.number}"
        for place, facts in there.submissions.items():
            if machine.unit in (place[0], "00") or (len(machine.unit) == 2 and place[0].startswith(machine.unit)):
                yield from _compare(place, facts, here, there, machine)
        for place, facts in here.submissions.items():
            if place not in there.submissions and facts.state not in QUIET:
                yield f"convergence: {'/'.join(place)} is {where} only"
        # Whom only an enrolment named that central lost with a restore, the next enrolment takes the place of.
        if here.people.keys() - there.people.keys() - world.named_by_files:
            yield f"convergence: people {where} that central does not know"
        if {name for name, unit in there.people.items() if unit == machine.unit} - here.people.keys():
            yield f"convergence: people of the office are not {where}"
        given = {name: one for name, one in there.delegations.items() if one[1] == machine.unit}
        if given != here.delegations:
            yield f"convergence: the delegations are {here.delegations} {where}, {given} at central"


def _compare(place: Place, facts: Facts, here: Papers, there: Papers, machine: Machine) -> Iterator[str]:
    name, where = "/".join(place), f"on machine {machine.number}"
    mine = here.submissions.get(place)
    if mine is None:
        if facts.state not in QUIET:
            yield f"convergence: {name} is not {where}"
        return
    states = {facts.state, mine.state}
    if mine.beside != facts.beside or (len(states) == 2 and not states <= set(QUIET)):
        yield f"convergence: {name} is {mine.state} {mine.beside} {where}, {facts.state} {facts.beside} at central"
    steps = (here.steps.get(place, []), there.steps.get(place, []))
    if steps[0] != steps[1]:
        yield f"convergence: the steps of {name} are {steps[0]} {where}, {steps[1]} at central"
    lengths = (here.lists[facts.certification], there.lists[facts.certification])
    if facts.received and facts.certification and machine.unit != "00" and lengths[0] != lengths[1]:
        yield f"convergence: the list of {name} has {lengths[0]} entries {where}, {lengths[1]} at central"


def _of_central(world: World) -> Papers:
    papers = Papers({}, {}, Counter(), {}, {})
    with world.central.database.read() as session:
        for row in session.scalars(select(central.SubmissionRow)):
            beside = (row.rev, row.verdict, row.receipt_no, row.certification)
            facts = Facts(row.state, beside, row.certification, bool(row.received_at))
            papers.submissions[row.unit, row.dataset, row.period] = facts
        for step in session.scalars(select(central.MoveRow)):
            steps = papers.steps.setdefault((step.unit, step.dataset, step.period), [])
            steps.append(f"{instant(step.at)} {step.kind}")
        papers.lists.update(session.scalars(select(central.CertifiedEntryRow.certification)))
        papers.people.update((one.id, one.unit) for one in session.scalars(select(central.PersonRow)))
        papers.delegations.update(
            (one.id, (bool(one.ended_at), one.unit)) for one in session.scalars(select(central.DelegationRow))
        )
    for steps in papers.steps.values():
        steps.sort()
    return papers


def _of_machine(machine: Machine) -> Papers:
    papers = Papers({}, {}, Counter(), {}, {})
    with machine.store.read() as session:
        for row in session.scalars(select(store.SubmissionRow)):
            beside = (row.rev, row.verdict, row.receipt_no, row.certification_id)
            facts = Facts(row.state, beside, row.certification_id, row.received)
            papers.submissions[row.unit, row.dataset, row.period] = facts
        for step in session.scalars(select(store.MoveRow)):
            steps = papers.steps.setdefault((step.unit, step.dataset, step.period), [])
            steps.append(f"{_whole(step.at)} {step.kind}")
        papers.lists.update(session.scalars(select(store.CertifiedEntryRow.certification_id)))
        papers.people.update((one.id, one.unit) for one in session.scalars(select(PersonRow)))
        given = session.scalars(select(DelegationRow))
        papers.delegations.update((one.id, (one.ended_at is not None, one.unit)) for one in given)
    for steps in papers.steps.values():
        steps.sort()
    return papers
