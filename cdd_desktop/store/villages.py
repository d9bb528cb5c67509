"""The office's list of villages, kept as one text beside the facts of the installation."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.domain.village import Village
from cdd_desktop.store.meta import Meta, read_meta, write_meta

_Kept = list[tuple[str, int, str]]


def load_villages(session: Session) -> tuple[Village, ...]:
    """In their order."""
    text = read_meta(session, Meta.VILLAGES)
    return tuple(Village(*each) for each in msgspec.json.decode(text, type=_Kept)) if text else ()


def store_villages(session: Session, villages: Sequence[Village]) -> None:
    rows = [(village.tambon, village.moo, village.name) for village in villages]
    write_meta(session, Meta.VILLAGES, msgspec.json.encode(rows).decode())
