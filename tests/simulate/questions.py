"""Questions that belong to no entry (about steps, people, a report that came back): a person closes them.

A question about an entry may answer itself, when both values have become equal; what becomes of its values the ledger
knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import select

from cdd_desktop.store.rows import ChangeRow, NeedsYouRow

from .papers import instant

if TYPE_CHECKING:
    from .machines import Machine
    from .world import World


def closed_by_people(world: World) -> Iterator[str]:
    """One line for each question that nobody answered, neither on the sync screen nor by a newer step."""
    made = {step.named for step in world.ledger.steps}
    for machine in world.machines:
        for question, steps in _closed(machine):
            asked = [step for step in steps if step.n == question.n]
            known = {_named(step) for step in steps if not asked or step.id <= asked[0].id}
            newer = {_named(step) for step in steps} - known
            if not asked or not newer & made:
                yield (
                    f"the person knows: {question.code} about {question.unit}/{question.dataset}/{question.period} "
                    f"was closed on machine {machine.number} by nobody"
                )


def _closed(machine: Machine) -> Iterator[tuple[NeedsYouRow, Sequence[ChangeRow]]]:
    """Closed questions that a person has not answered as such, each with the steps of its submission in the journal."""
    with machine.store.read() as session:
        query = select(NeedsYouRow).where(NeedsYouRow.record_id.is_(None), NeedsYouRow.settled_at.is_not(None))
        for row in session.scalars(query.order_by(NeedsYouRow.id)):
            if row.id not in machine.answered:
                same = (ChangeRow.unit == row.unit, ChangeRow.dataset == row.dataset, ChangeRow.period == row.period)
                steps = select(ChangeRow).where(ChangeRow.kind == "move", *same).order_by(ChangeRow.id)
                yield row, session.scalars(steps).all()


def _named(row: ChangeRow) -> tuple[str, str, str, object]:
    payload = row.payload or {}
    place = f"{row.unit}/{row.dataset}/{row.period}"
    return place, payload["move"], payload["person"], instant(payload["at"])
