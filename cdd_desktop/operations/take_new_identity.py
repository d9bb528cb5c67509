"""A copied machine or a restored backup shares its identity with another: it becomes a device of its own."""

from __future__ import annotations

from sqlalchemy import update

from cdd_desktop.operations.device_secrets import write_secret
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, write_meta
from cdd_desktop.store.rows import UNDER_WAY, AuditRow, OutboxRow


def take_new_identity(work: Work) -> Changes:
    """A new device id, which claims the enrolment again with the key it has; everything is pulled anew, and what has
    no receipt is sent again in new batches. Nothing of the work changes."""
    session = work.session
    write_secret(session, Meta.TOKEN, "")
    write_meta(session, Meta.DEVICE, work.new_id())
    write_meta(session, Meta.CURSOR, "")
    session.execute(update(OutboxRow).where(OutboxRow.state.in_(UNDER_WAY)).values(state="waiting", batch_id=None))
    session.add(AuditRow(at=work.now, person_id=work.person.id, action="new-identity", detail={}))
    return Changes(outbox=True)
