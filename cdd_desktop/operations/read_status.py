"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from cdd_desktop.operations.work import Work
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.rows import NeedsYouRow, OutboxRow, RecordRow


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """``records`` counts those not deleted; ``last_contact_at`` is this device's own clock."""

    unit: str
    office: str
    reports_from: date
    records: int
    pending_changes: int
    needs_you: int
    last_contact_at: datetime | None


def read_status(work: Work) -> StoreStatus:
    """Counts records, the outbox and open questions."""
    session = work.session
    contact = read_meta(session, Meta.LAST_CONTACT_AT)
    return StoreStatus(
        unit=work.unit.code,
        office=work.unit.office_th,
        reports_from=work.reports_from,
        records=session.scalar(select(func.count()).select_from(RecordRow).where(~RecordRow.deleted)) or 0,
        pending_changes=session.scalar(select(func.count()).select_from(OutboxRow)) or 0,
        needs_you=session.scalar(select(func.count()).select_from(NeedsYouRow).where(NeedsYouRow.settled_at.is_(None)))
        or 0,
        last_contact_at=datetime.fromisoformat(contact) if contact else None,
    )
