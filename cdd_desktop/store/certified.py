"""Queries for frozen lists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cdd_desktop.domain.record import Content
from cdd_desktop.store.submission_rows import CertifiedEntryRow, SubmissionRow


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


class ListLine(NamedTuple):
    """What a reviewer is shown of an entry of a frozen list."""

    record_id: str
    entity: str
    form_version: int
    register_id: str | None
    mark: str
    title: str
    content: Content


def lines_of(session: Session, certification_id: str) -> list[ListLine]:
    """One frozen list in its order, as columns: a list may have thousands of entries."""
    row = CertifiedEntryRow
    columns = (row.record_id, row.entity, row.form_version, row.register_id, row.mark, row.title, row.content)
    query = select(*columns).where(row.certification_id == certification_id).order_by(row.position)
    return [ListLine(*found) for found in session.execute(query)]


def latest_certified(session: Session, record_id: str) -> CertifiedEntryRow | None:
    """The newest frozen state of a record among the lists in force."""
    query = _in_force().where(CertifiedEntryRow.record_id == record_id)
    return session.scalar(query.order_by(CertifiedEntryRow.period.desc()).limit(1))


def newest_certified(
    session: Session, province: str, dataset: str, entities: Collection[str]
) -> Sequence[CertifiedEntryRow]:
    """The newest frozen state of every record of some entities in the districts of a province, by title."""
    query = _in_force().where(
        CertifiedEntryRow.dataset == dataset,
        CertifiedEntryRow.entity.in_(entities),
        CertifiedEntryRow.unit.like(f"{province}__"),
    )
    rows = session.scalars(query.order_by(CertifiedEntryRow.period))
    newest = {row.record_id: row for row in rows}
    return sorted(newest.values(), key=lambda row: (row.title, row.record_id))


def _in_force() -> Select[CertifiedEntryRow]:
    return select(CertifiedEntryRow).join(
        SubmissionRow, SubmissionRow.certification_id == CertifiedEntryRow.certification_id
    )
