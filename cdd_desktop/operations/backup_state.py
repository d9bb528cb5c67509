"""When this store was last backed up and proved, and whether it is time again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import AuditRow


@dataclass(frozen=True, slots=True)
class BackupMade:
    """A proved backup: where and when, and what is in it. ``unsent`` counts changes without a receipt."""

    file: Path
    made_at: datetime
    records: int
    unsent: int


@dataclass(frozen=True, slots=True)
class BackupState:
    """``last`` is None before the first backup; ``since`` is when it was made, else when the office began here.
    ``changes`` are the own ones since then."""

    last: BackupMade | None
    since: datetime
    changes: int

    def due(self, days: int, now: datetime) -> bool:
        """Whether to remind: something has changed, and so many days have gone by. Never with 0 days."""
        return days > 0 and self.changes > 0 and now - self.since >= timedelta(days=days)


class _Kept(msgspec.Struct, frozen=True):
    file: str
    made_at: str
    records: int
    unsent: int
    counter: int


def note_backup(work: Work, made: BackupMade, counter: int) -> None:
    """Remembers a proved backup with the number of the last change in it; a line in the audit trail."""
    keep_backup(work.session, made, counter)
    detail = {"records": made.records, "unsent": made.unsent}
    work.session.add(
        AuditRow(at=work.now, person_id=work.person.id, action="backed-up", unit=work.unit.code, detail=detail)
    )


def keep_backup(session: Session, made: BackupMade, counter: int) -> None:
    """What was changed up to the number ``counter`` is in the backup."""
    kept = _Kept(str(made.file), made.made_at.isoformat(), made.records, made.unsent, counter)
    write_meta(session, Meta.BACKUP, msgspec.json.encode(kept).decode())


def read_backup_state(work: Work) -> BackupState:
    """The last proved backup and what has happened since."""
    counter = int(read_meta(work.session, Meta.COUNTER, "0"))
    text = read_meta(work.session, Meta.BACKUP)
    if not text:
        begun = read_meta(work.session, Meta.ENROLLED_AT)
        return BackupState(None, datetime.fromisoformat(begun) if begun else work.now, counter)
    kept = msgspec.json.decode(text, type=_Kept)
    made = BackupMade(Path(kept.file), datetime.fromisoformat(kept.made_at), kept.records, kept.unsent)
    return BackupState(made, made.made_at, max(0, counter - kept.counter))
