"""What the office's lists share: lines of a file as they would be taken, and the line in the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from cdd_desktop.exchange.plan import RowState
from cdd_desktop.exchange.table import ReadLine
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import AuditRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedLine(Generic[T]):
    """One line of a file: what it says, what becomes of it, and the code of why it is refused."""

    row: int
    shown: str
    state: RowState
    value: T | None = None
    code: str = ""
    params: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def refused(cls, line: ReadLine[T]) -> PlannedLine[T]:
        return cls(line.row, line.shown, RowState.REFUSED, code=line.code, params=line.params)


def taken(lines: tuple[PlannedLine[T], ...]) -> tuple[T, ...]:
    """The values that would change something."""
    wanted = (RowState.NEW, RowState.CHANGED)
    return tuple(line.value for line in lines if line.state in wanted and line.value is not None)


def note_list(work: Work, action: str, count: int) -> None:
    """Who changed a list, when, and how long it is now."""
    row = AuditRow(at=work.now, person_id=work.person.id, action=action, unit=work.unit.code, detail={"entries": count})
    work.session.add(row)
