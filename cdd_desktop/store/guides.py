"""Whether each person wants the guide: one small text beside the facts of the installation."""

from __future__ import annotations

from sqlalchemy.orm import Session

from cdd_desktop.store.rows import MetaRow

_PREFIX = "guide:"


def write_guide_memo(session: Session, person_id: str, text: str) -> None:
    session.merge(MetaRow(key=_PREFIX + person_id, value=text))


def read_guide_memo(session: Session, person_id: str) -> str:
    """The text last written for a person, "" without one."""
    row = session.get(MetaRow, _PREFIX + person_id)
    return row.value if row is not None else ""
