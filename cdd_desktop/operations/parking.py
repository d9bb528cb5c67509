"""Changes that wait for a person: what central refused or holds in conflict, and what must not overtake it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Select, and_, delete, or_, select, update
from sqlalchemy.orm import Session, aliased

from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import next_change_number
from cdd_desktop.store.rows import ChangeRow, NeedsYouRow, OutboxRow
from cdd_desktop.store.submission_rows import MoveRow


@dataclass(slots=True)
class Hold:
    """Decides, row after row in counter order, which waiting changes stay behind a parked one.

    Behind a parked edit stay later edits of the same paths of that record (central would take their value for the
    one a person still has to choose) and a certification that names the record; behind a certification that stays,
    everything later of its office and dataset, since its frozen list speaks of the content before.
    """

    paths: dict[str, set[str]] = field(default_factory=dict)
    places: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def read(cls, session: Session) -> Hold:
        hold = cls()
        for row in parked_rows(session):
            if row.kind == "edit" and row.record_id:
                hold.paths.setdefault(row.record_id, set()).update(row.patch or ())
        return hold

    def keeps(self, row: ChangeRow) -> bool:
        """Whether this waiting change stays; remembers it if so."""
        place = (row.unit, row.dataset)
        if row.kind == "move":
            certification = (row.payload or {}).get("certification") or {}
            held = place in self.places or self.names_parked(entry[0] for entry in certification.get("entries", ()))
            if held:
                self.places.add(place)
            return held
        parked = self.paths.get(row.record_id or "")
        overlaps = parked is not None and (row.deleted or not parked.isdisjoint(row.patch or ()))
        if overlaps or (place in self.places and row.kind == "edit"):
            self.paths.setdefault(row.record_id or "", set()).update(row.patch or ())
            return True
        return False

    def names_parked(self, records: Iterable[str]) -> bool:
        """Whether a frozen list speaks of a record a person still has to decide about."""
        return any(record in self.paths for record in records)


def parked_rows(session: Session) -> list[ChangeRow]:
    """The journal rows of parked changes, oldest first."""
    query = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state == "parked")
    return list(session.scalars(query.order_by(ChangeRow.n)))


def open_question(session: Session, record_id: str) -> NeedsYouRow | None:
    """The question about a record that a person has not answered yet; a record has one at most."""
    return session.scalar(
        select(NeedsYouRow).where(NeedsYouRow.record_id == record_id, NeedsYouRow.settled_at.is_(None)).limit(1)
    )


def put_behind(work: Work, change: ChangeRow) -> None:
    """Put a waiting change behind everything else; central has never taken it under its old number."""
    session = work.session
    old, number = change.n, next_change_number(work.session)
    session.execute(delete(OutboxRow).where(OutboxRow.n == old))
    step = session.scalar(select(MoveRow).where(MoveRow.n == old))
    change.n = number
    if step is not None:
        step.n = number
    session.flush()
    session.add(OutboxRow(n=number, state="waiting"))
    session.flush()


def release_superseded(work: Work) -> None:
    """A person who goes on working has answered a refusal: a corrected record is sent again together with what was
    refused of it, one that was deleted since without it, and a newer step of a submission takes the place of the
    refused one."""
    for row in work.session.scalars(_SUPERSEDED).all():
        question = _question_of(work.session, row)
        if question is None or (question.status == "conflict" and question.theirs):
            continue
        if row.kind == "move" and not _moved_since(work.session, row):
            continue
        if row.kind == "edit" and not _deleted_since(work.session, row):
            again = update(OutboxRow).where(OutboxRow.n == row.n).values(state="waiting", batch_id=None)
            work.session.execute(again)
        else:
            work.session.execute(delete(OutboxRow).where(OutboxRow.n == row.n))
        question.settled_at = work.now


def _question_of(session: Session, row: ChangeRow) -> NeedsYouRow | None:
    """The question a parked row belongs to, also when a row beside it has just settled it."""
    same = NeedsYouRow.record_id == row.record_id if row.kind == "edit" else NeedsYouRow.n == row.n
    return session.scalar(select(NeedsYouRow).where(same).order_by(NeedsYouRow.id.desc()).limit(1))


def _deleted_since(session: Session, row: ChangeRow) -> bool:
    query = select(ChangeRow.n).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state == "waiting")
    query = query.where(ChangeRow.record_id == row.record_id, ChangeRow.n > row.n, ChangeRow.deleted)
    return session.scalar(query.limit(1)) is not None


def _moved_since(session: Session, row: ChangeRow) -> bool:
    """Whether a step waits that was made after a refused one. One that is only sent anew, after a restore of central,
    stands in the journal before it as well: nobody has answered by it."""
    place = (ChangeRow.unit == row.unit, ChangeRow.dataset == row.dataset, ChangeRow.period == row.period)
    steps = select(ChangeRow).where(*place, ChangeRow.kind == "move")
    before = {_step(one) for one in session.scalars(steps.where(ChangeRow.id < row.id))}
    waiting = steps.join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state == "waiting", ChangeRow.n > row.n)
    return any(_step(one) not in before for one in session.scalars(waiting))


def _step(row: ChangeRow) -> tuple[object, datetime]:
    return (row.payload or {}).get("move"), row.at


def _superseded() -> Select[ChangeRow]:
    """Parked edits and steps that something newer of the same record or submission waits behind, oldest first: one
    statement, however many are parked."""
    newer, waiting = aliased(ChangeRow), aliased(OutboxRow)
    same_record = and_(ChangeRow.kind == "edit", newer.record_id == ChangeRow.record_id)
    place = (newer.unit == ChangeRow.unit, newer.dataset == ChangeRow.dataset, newer.period == ChangeRow.period)
    behind = (
        select(newer.n)
        .join(waiting, waiting.n == newer.n)
        .where(waiting.state == "waiting", newer.n > ChangeRow.n, newer.kind == ChangeRow.kind)
        .where(or_(same_record, and_(ChangeRow.kind == "move", *place)))
    )
    parked = select(ChangeRow).join(OutboxRow, OutboxRow.n == ChangeRow.n).where(OutboxRow.state == "parked")
    return parked.where(behind.exists()).order_by(ChangeRow.n)


_SUPERSEDED = _superseded()  # building it takes longer than running it, and every claim asks
