"""The promises of docs/sync.md, checked on what central and every machine hold in the end."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from cdd_desktop.central.holding.timing import TOLERANCE
from cdd_desktop.central.tables.rows import ChangeRow as CentralChangeRow
from cdd_desktop.central.tables.rows import MoveRow as CentralMoveRow
from cdd_desktop.central.tables.rows import RecordRow as CentralRecordRow
from cdd_desktop.central.tables.rows import SubmissionRow as CentralSubmissionRow
from cdd_desktop.central.trust.vault import Vault
from cdd_desktop.clock import BANGKOK
from cdd_desktop.domain.record import content_digest
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow, RecordRow
from cdd_desktop.store.submission_rows import SubmissionRow

from .ledger import Step, token
from .papers import instant, papers_agree
from .photos import photos_arrived
from .questions import closed_by_people

if TYPE_CHECKING:
    from .machines import Machine
    from .world import World


@dataclass(frozen=True, slots=True)
class Held:
    """A record as central or a machine holds it."""

    unit: str
    rev: int
    deleted: bool
    content: dict[str, Any]


def central_records(world: World) -> dict[str, Held]:
    vault = Vault(world.central.keys)
    with world.central.database.read() as session:
        return {
            row.id: Held(row.unit, row.rev, row.deleted, vault.open(row.content))
            for row in session.scalars(select(CentralRecordRow).order_by(CentralRecordRow.id))
        }


def machine_records(machine: Machine) -> dict[str, Held]:
    with machine.store.read() as session:
        return {
            row.id: Held(row.unit, row.rev, row.deleted, dict(row.content))
            for row in session.scalars(select(RecordRow).order_by(RecordRow.id))
        }


def central_digest(world: World) -> str:
    """What central holds of records, moves and verdicts; not when an office was heard last."""
    parts = [
        f"{name} {one.deleted} {content_digest(one.content)} {one.rev}" for name, one in central_records(world).items()
    ]
    with world.central.database.read() as session:
        parts += [
            f"{row.unit} {row.dataset} {row.period} {row.rev} {row.state} {row.receipt_no} {row.verdict}"
            for row in session.scalars(select(CentralSubmissionRow).order_by(CentralSubmissionRow.unit))
        ]
        parts += sorted(
            f"{row.unit} {row.dataset} {row.kind} {row.at}" for row in session.scalars(select(CentralMoveRow))
        )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def held(world: World) -> set[tuple[str, str, str]]:
    """Every value that stands anywhere: in central's records, in a machine's, or in what a machine has not sent."""
    found: set[tuple[str, str, str]] = set()
    for holder in (central_records(world), *(machine_records(machine) for machine in world.machines)):
        found.update((name, path, token(value)) for name, one in holder.items() for path, value in one.content.items())
    for machine in world.machines:
        with machine.store.read() as session:
            query = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(ChangeRow.kind == "edit")
            for row in session.scalars(query):
                found.update((row.record_id or "", path, token(value)) for path, value in (row.patch or {}).items())
    return found


def state_lines(world: World) -> list[str]:
    lines = [f"central {central_digest(world)}"]
    for machine in world.machines:
        lines += [
            f"{machine.number} {name} {one.rev} {one.deleted} {content_digest(one.content)}"
            for name, one in machine_records(machine).items()
        ]
    return lines


def check(world: World) -> list[str]:
    """One line for each broken promise."""
    final = central_records(world)
    return [
        *_nothing_lost(world, final),
        *_nothing_invented(world, final),
        *_converged(world, final),
        *papers_agree(world),
        *_steps_arrived(world),
        *_told_truly(world),
        *closed_by_people(world),
        *_verdicts_right(world),
        *photos_arrived(world, final),
    ]


def _nothing_lost(world: World, final: dict[str, Held]) -> Iterator[str]:
    ledger = world.ledger
    for record, path in ledger.written:
        one = final.get(record)
        there = "null" if one is None or one.deleted else token(one.content.get(path))
        for value in ledger.missing(record, path, there):
            machine = ledger.written[record, path][value]
            yield f"nothing lost: {record} {path} {value} of machine {machine}, there is {there}"
    for deletion in ledger.deletions:
        one = final.get(deletion.record)
        if one is None or one.deleted or deletion.record in ledger.undeleted or world.went_back:
            continue
        others = {
            (path, value)
            for (record, path), values in ledger.written.items()
            if record == deletion.record
            for value, machine in values.items()
            if machine != deletion.machine
        }
        if not others - deletion.seen:
            yield f"nothing lost: {deletion.record} was deleted and nobody edited it"


def _converged(world: World, final: dict[str, Held]) -> Iterator[str]:
    for machine in world.machines:
        own = {name: one for name, one in machine_records(machine).items() if one.unit == machine.unit}
        there = {name: one for name, one in final.items() if one.unit == machine.unit}
        for name in sorted({*own, *there}):
            here, central = own.get(name), there.get(name)
            if central is None:
                if here is not None and here.deleted:  # entered, deleted and sent, and then central was restored
                    continue
                yield f"convergence: {name} is on machine {machine.number} only"
            elif here is None:
                if not central.deleted:
                    yield f"convergence: {name} is not on machine {machine.number}"
            elif (here.deleted, here.rev) != (central.deleted, central.rev):
                yield (
                    f"convergence: {name} is {here.deleted} {here.rev} on machine {machine.number}, "
                    f"{central.deleted} {central.rev} at central"
                )
            elif not central.deleted and content_digest(here.content) != content_digest(central.content):
                paths = sorted(
                    path
                    for path in {*here.content, *central.content}
                    if here.content.get(path) != central.content.get(path)
                )
                yield f"convergence: {name} differs on machine {machine.number} at {', '.join(paths)}"


def _nothing_invented(world: World, final: dict[str, Held]) -> Iterator[str]:
    """No record and no value that nobody wrote, and no step more often than it was made."""
    ledger = world.ledger
    known = {record for record, _ in ledger.written}
    for name in final.keys() - known:
        yield f"exactly once: nobody made {name}"
    for (record, path), values in ledger.written.items():
        one = final.get(record)
        if one is None or one.deleted or path not in one.content:
            continue
        value = token(one.content[path])
        if value not in values:
            yield f"exactly once: {record} {path} is {value}, which nobody wrote"
    made = Counter(step.named for step in ledger.steps)
    with world.central.database.read() as session:
        there = Counter(_named(row) for row in session.scalars(select(CentralMoveRow)))
    for named, times in there.items():
        if times > made[named]:
            yield f"exactly once: {named[1]} of {named[0]} at {named[3]} is {times} times in the history"


def steps_held(world: World) -> set[tuple[str, str, str, datetime]]:
    """Every step that central or the machine it was made on has."""
    with world.central.database.read() as session:
        found = {_named(row) for row in session.scalars(select(CentralMoveRow))}
    for machine in world.machines:
        with machine.store.read() as session:
            found.update(_own_steps(session, ChangeRow.n.is_not(None)))
    return found


def _named(row: CentralMoveRow) -> tuple[str, str, str, datetime]:
    return f"{row.unit}/{row.dataset}/{row.period}", row.kind, row.person, instant(row.at)


def _own_steps(session: Session, which: ColumnElement[bool]) -> Iterator[tuple[str, str, str, datetime]]:
    for row in session.scalars(select(ChangeRow).where(ChangeRow.kind == "move", which)):
        payload = row.payload or {}
        yield f"{row.unit}/{row.dataset}/{row.period}", payload["move"], payload["person"], instant(payload["at"])


def _steps_arrived(world: World) -> Iterator[str]:
    """Every step a person made is in central's history, or the person was told that it was not taken."""
    with world.central.database.read() as session:
        there = {_named(row) for row in session.scalars(select(CentralMoveRow))}
    for machine in world.machines:
        with machine.store.read() as session:
            there.update(_own_steps(session, ChangeRow.n.in_(select(NeedsYouRow.n))))
    for step in world.ledger.steps:
        if step.named not in there and step.named not in world.ledger.burnt_steps:
            yield f"nothing lost: {step.kind} of {step.key} at {step.at} is nowhere"


def _told_truly(world: World) -> Iterator[str]:
    """Nothing waits that is not shown, and nothing is shown as received that central has not."""
    with world.central.database.read() as session:
        received = {
            (row.unit, row.dataset, row.period)
            for row in session.scalars(select(CentralSubmissionRow))
            if row.received_at
        }
        refused = {
            row.status: row for row in session.scalars(select(CentralChangeRow).where(CentralChangeRow.status == ""))
        }
    if refused:
        yield "the person knows: central keeps a change without a result"
    for machine in world.machines:
        with machine.store.read() as session:
            waiting = session.scalars(select(OutboxRow)).all()
            for row in session.scalars(select(SubmissionRow)):
                place = (row.unit, row.dataset, row.period)
                shown = row.delivery == "received"
                if shown != (place in received) and row.unit == machine.unit:
                    yield f"the person knows: {'/'.join(place)} is shown as {row.delivery} on machine {machine.number}"
        if waiting:
            yield f"the person knows: {len(waiting)} changes wait on machine {machine.number}"


def _verdicts_right(world: World) -> Iterator[str]:
    calendar = world.machines[0].desk().calendar
    with world.central.database.read() as session:
        rows = [row for row in session.scalars(select(CentralSubmissionRow)) if row.received_at]
    for row in rows:
        due = calendar.window(row.dataset, row.period).due_on
        arrived, finished = (datetime.fromisoformat(text) for text in (row.received_at, row.finished_at))
        on_time = (arrived.astimezone(BANGKOK).date() <= due, finished.astimezone(BANGKOK).date() <= due)
        allowed = {"on_time"} if on_time[0] else {"finished_on_time", "late"} if on_time[1] else {"late"}
        key, times = f"{row.unit}/{row.dataset}/{row.period}", f"received {row.received_at}, finished {row.finished_at}"
        if row.verdict not in allowed:
            yield f"verdict: {key} is {row.verdict}, {times}"
        made = [step for step in world.ledger.steps if step.key == key and step.kind == "certify"]
        words = [step for step in made if step.at == instant(row.finished_at)]
        if row.verdict == "finished_on_time" and not _bounded(world, words, finished):
            yield f"verdict: {key} is {row.verdict} on a word that nothing bears out, {times}"
        if row.verdict == "late" and on_time[1] and words and all(step.honest for step in words):
            yield f"verdict: {key} is late though an honest clock finished it in time, {times}"


def _bounded(world: World, words: list[Step], finished: datetime) -> bool:
    """Whether a certifying stands after what central had signed for the machine by then, or a province held the file
    at that instant."""
    if any(abs(taken - finished) < timedelta(seconds=1) for taken in world.ledger.custody):
        return True
    return any(step.anchor is None or step.at >= step.anchor - TOLERANCE for step in words)
