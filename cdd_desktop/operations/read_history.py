"""The history of a record: who changed what, and what stood there before; and what lays a value back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import select

from cdd_desktop.domain.record import RAW, Value
from cdd_desktop.forms.definition import FieldType
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.refer import read_referred
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import find_record
from cdd_desktop.store.rows import ChangeRow, OutboxRow, PersonRow

ONE_SITTING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change. ``patch`` and ``was`` map content paths to the value after and before. ``from_central`` tells a
    change that another machine made; ``waiting`` one that central has not acknowledged."""

    at: datetime
    person_name: str
    patch: Mapping[str, Value]
    was: Mapping[str, Value]
    deleted: bool
    from_central: bool
    waiting: bool


def read_history(work: Work, record_id: str) -> tuple[HistoryLine, ...]:
    """The changes of a record, newest first."""
    query = (
        select(ChangeRow, OutboxRow.n, PersonRow.name)
        .join(OutboxRow, OutboxRow.n == ChangeRow.n, isouter=True)
        .join(PersonRow, PersonRow.id == ChangeRow.person_id, isouter=True)
        .where(ChangeRow.record_id == record_id)
        .order_by(ChangeRow.id.desc())
    )
    return tuple(
        HistoryLine(
            at=row.at,
            person_name=row.person_name or name or "",
            patch=row.patch or {},
            was=row.was or {},
            deleted=row.deleted,
            from_central=row.n is None,
            waiting=waiting is not None,
        )
        for row, waiting, name in work.session.execute(query)
    )


@dataclass(frozen=True, slots=True)
class Story:
    """The history for reading: the saves of one sitting as one line, newest first; names of entries referred to."""

    lines: tuple[HistoryLine, ...]
    titles: dict[str, str] = field(default_factory=dict)


def read_story(work: Work, record_id: str) -> Story:
    """The history of a record as a person tells it."""
    lines = folded(read_history(work, record_id))
    row = find_record(work.session, record_id)
    if row is None:
        return Story(lines)
    entity = form_of(work, row.dataset, row.form_version)[0].entity(row.entity)
    referring = {one.key for one in entity.fields if one.type is FieldType.RECORD_REF}
    named = {str(part[path]) for line in lines for part in (line.patch, line.was) for path in referring & part.keys()}
    found = {name: read_referred(work, name) for name in named}
    return Story(lines, {name: referred.title for name, referred in found.items() if referred is not None})


def folded(lines: Sequence[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Saves of the same person that follow closely on one another as one line; what came back to where it was is
    left out. Newest first, as given."""
    told: list[HistoryLine] = []
    for line in lines:
        later = told[-1] if told else None
        if later is not None and _one_sitting(line, later):
            patch, was = {**line.patch, **later.patch}, {**later.was, **line.was}
            told[-1] = replace(later, patch=patch, was=was, waiting=later.waiting or line.waiting)
        else:
            told.append(line)
    return tuple(thinned for line in told if (thinned := _thinned(line)).patch or line.deleted)


def restoring(line: HistoryLine, path: str) -> dict[str, Value]:
    """The patch that lays back what stood at a path before a change: a value with its raw text, blank where it was
    blank; a removed row of a table with all its cells, an added one without."""
    place = path.removeprefix(RAW)
    parts = [other for other in line.was if other.removeprefix(RAW) == place]
    if place.count("/") == 1:
        parts += [other for other in line.was if other.removeprefix(RAW).startswith(place + "/")]
    return {other: line.was[other] for other in parts}


def _one_sitting(earlier: HistoryLine, later: HistoryLine) -> bool:
    same = (earlier.person_name, earlier.from_central) == (later.person_name, later.from_central)
    return same and not earlier.deleted and not later.deleted and later.at - earlier.at <= ONE_SITTING


def _thinned(line: HistoryLine) -> HistoryLine:
    moved = [path for path in line.patch if line.patch[path] != line.was.get(path)]
    return replace(
        line, patch={path: line.patch[path] for path in moved}, was={path: line.was.get(path) for path in moved}
    )
