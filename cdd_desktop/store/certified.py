"""Queries for frozen lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cdd_desktop.store.rows import CertifiedEntryRow, SubmissionRow


def certified_in_force(
    session: Session, unit: str, dataset: str, periods: Iterable[str], *, register_id: str | None = None
) -> Sequence[CertifiedEntryRow]:
    """The entries of the lists in force, all or those of one register entry."""
    query = (
        select(CertifiedEntryRow)
        .join(SubmissionRow, SubmissionRow.certification_id == CertifiedEntryRow.certification_id)
        .where(
            CertifiedEntryRow.unit == unit,
            CertifiedEntryRow.dataset == dataset,
            CertifiedEntryRow.period.in_(tuple(periods)),
        )
    )
    if register_id is not None:
        query = query.where(CertifiedEntryRow.register_id == register_id)
    return session.scalars(query.order_by(CertifiedEntryRow.certification_id, CertifiedEntryRow.position)).all()


def certified_of(session: Session, certification_id: str) -> Sequence[CertifiedEntryRow]:
    """One frozen list in its order."""
    query = select(CertifiedEntryRow).where(CertifiedEntryRow.certification_id == certification_id)
    return session.scalars(query.order_by(CertifiedEntryRow.position)).all()
