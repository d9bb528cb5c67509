"""A machine that began with a backup sends nothing before a person has said that the old one is not used any more."""

from __future__ import annotations

import msgspec
from sqlalchemy.orm import Session

from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.take_new_identity import take_new_identity
from cdd_desktop.operations.views import Changes, Restored
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta, write_meta
from cdd_desktop.store.rows import AuditRow


def keep_restored(session: Session, restored: Restored) -> None:
    """Remembers that nobody has agreed to send yet."""
    write_meta(session, Meta.RESTORED, msgspec.json.encode(restored).decode())


def read_restored(work: Work) -> Restored | None:
    """The backup this machine works with, while nobody has agreed to send; None otherwise."""
    text = read_meta(work.session, Meta.RESTORED)
    return msgspec.json.decode(text, type=Restored) if text else None


def refuse_unconfirmed(work: Work) -> None:
    """Raises ``RefusedError("restore-unconfirmed")`` while nobody has agreed to send from a restored machine."""
    if read_restored(work) is not None:
        raise RefusedError("restore-unconfirmed")


def confirm_restored(work: Work) -> Changes:
    """The old machine is not used any more: this one may send, as a device of its own, which is told everything anew.
    So nothing gets lost that the old one sent after the backup, nor anything it may yet send. Nothing happens on a
    machine that was not restored."""
    if read_restored(work) is None:
        return Changes()
    write_meta(work.session, Meta.RESTORED, "")
    work.session.add(
        AuditRow(at=work.now, person_id=work.person.id, action="restore-confirmed", unit=work.unit.code, detail={})
    )
    return take_new_identity(work)
