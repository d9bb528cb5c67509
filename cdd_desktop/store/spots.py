"""Where each person was typing last: one small text beside the facts of the installation, written with every save."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from cdd_desktop.store.rows import MetaRow

_PREFIX = "spot:"
_READ = select(MetaRow.value).where(MetaRow.key == bindparam("name"))
_given = insert(MetaRow).values(key=bindparam("name"), value=bindparam("text"))
_WRITE = _given.on_conflict_do_update(index_elements=["key"], set_={"value": _given.excluded.value})


def write_spot(session: Session, person_id: str, text: str) -> None:
    session.execute(_WRITE, {"name": _PREFIX + person_id, "text": text})


def read_spot(session: Session, person_id: str) -> str:
    """The text last written for a person, "" without one."""
    return session.scalar(_READ, {"name": _PREFIX + person_id}) or ""
