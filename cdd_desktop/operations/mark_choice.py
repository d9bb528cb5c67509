"""Ended here and confirmed there: what goes with the mark a person chooses.

An ending writes more than its mark: the reason, the state of the entry and its day. They stay together, so that no
entry is confirmed and dissolved at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from cdd_desktop.domain.record import MARK, WHY, Content, MarkState, Value
from cdd_desktop.operations.mark_entry import STATUS, STATUS_DATE
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import ChangeRow

_ENDED = MarkState.ENDED.value


def goes_with_mark(
    work: Work, content: Content, theirs: Content, chosen: Content, own: Sequence[ChangeRow]
) -> dict[str, Value]:
    """What an ending that gives way has to give back, path by path.

    ``content`` is the record as it is here, ``theirs`` central's side of the contested paths, ``chosen`` the answer
    and ``own`` the changes in question, oldest first.
    """
    given_back: dict[str, Value] = {}
    for path in theirs:
        if not path.startswith(MARK) or chosen.get(path) == _ENDED:
            continue
        if content.get(path) == _ENDED:
            given_back |= _before(beside_ending(path), own)
        elif theirs[path] == _ENDED:
            given_back |= _before(beside_ending(path), pulled_since(work, own))
    return {path: value for path, value in given_back.items() if path not in theirs}


def beside_ending(mark: str) -> tuple[str, ...]:
    """What an ending writes beside its mark."""
    return (WHY + mark.removeprefix(MARK), STATUS, STATUS_DATE)


def is_ending(mark: str, *values: Value) -> bool:
    """Whether one of the values written at a path ends an entry."""
    return mark.startswith(MARK) and _ENDED in values


def _before(paths: Sequence[str], changes: Sequence[ChangeRow]) -> dict[str, Value]:
    """What stood at the paths before the first of the changes that wrote them."""
    found: dict[str, Value] = {}
    for change in changes:
        was: Mapping[str, Value] = change.was or {}
        for path in paths:
            if path in (change.patch or {}) and path not in found:
                found[path] = was.get(path)
    return found


def pulled_since(work: Work, own: Sequence[ChangeRow]) -> Sequence[ChangeRow]:
    """What came from central after the first of the own changes, oldest first."""
    if not own:
        return ()
    query = select(ChangeRow).where(
        ChangeRow.record_id == own[0].record_id, ChangeRow.kind == "pulled", ChangeRow.id > own[0].id
    )
    return work.session.scalars(query.order_by(ChangeRow.id)).all()
