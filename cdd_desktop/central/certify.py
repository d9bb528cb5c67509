"""A certification on arrival: its frozen list compared with what central holds, its rules run again, its copy kept."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from cdd_desktop.central.instants import to_instant, to_text
from cdd_desktop.central.intake import Intake
from cdd_desktop.central.rows import CertificationRow, CertifiedEntryRow, RecordRow, SubmissionRow
from cdd_desktop.central.shape import RefusedChangeError
from cdd_desktop.domain.record import content_digest
from cdd_desktop.sync.protocol import MoveChange, Result, WireCertification

_IN_CLAUSE = 500


def freeze(intake: Intake, row: SubmissionRow, change: MoveChange) -> Result | None:
    """Check a certification and keep its frozen list; None when it stands, else the result that refuses it."""
    certification = change.certification
    if certification is None:
        raise RefusedChangeError("certification-missing")
    if intake.session.get(CertificationRow, certification.id) is not None:
        raise RefusedChangeError("id-reused")
    records = _listed(intake, certification)
    differing = _differences(intake, row, certification, records)
    if differing:
        return Result(n=change.n, status="refused", rev=row.rev, code="records-differ", at=differing)
    _keep(intake, row, change, certification, [records[entry[0]] for entry in certification.entries])
    row.certification = certification.id
    row.form, row.schedule_version = certification.form_version, certification.schedule_version
    row.nil = certification.nil
    return None


def _listed(intake: Intake, certification: WireCertification) -> dict[str, RecordRow]:
    ids = [entry[0] for entry in certification.entries]
    found: dict[str, RecordRow] = {}
    for start in range(0, len(ids), _IN_CLAUSE):
        query = select(RecordRow).where(RecordRow.id.in_(ids[start : start + _IN_CLAUSE]))
        found.update((row.id, row) for row in intake.session.scalars(query))
    return found


def _differences(
    intake: Intake, row: SubmissionRow, certification: WireCertification, records: dict[str, RecordRow]
) -> list[tuple[str, str]]:
    """Listed records that central does not hold as the device does, and period records it holds beside the list."""
    found = []
    for record_id, digest, _mark in certification.entries:
        record = records.get(record_id)
        if record is None or record.unit != row.unit:
            found.append((record_id, "record-missing"))
        elif record.deleted:
            found.append((record_id, "record-deleted"))
        elif content_digest(intake.vault.open(record.content)) != digest:
            found.append((record_id, "record-differs"))
    beside = select(RecordRow.id).where(
        RecordRow.unit == row.unit,
        RecordRow.dataset == row.dataset,
        RecordRow.period == row.period,
        RecordRow.deleted.is_(False),
    )
    unlisted = sorted(set(intake.session.scalars(beside)) - records.keys())
    return [*found, *((record_id, "record-unlisted") for record_id in unlisted)]


def _keep(
    intake: Intake,
    row: SubmissionRow,
    change: MoveChange,
    certification: WireCertification,
    records: Sequence[RecordRow],
) -> None:
    intake.session.add(
        CertificationRow(
            id=certification.id,
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            digest=certification.digest,
            form=certification.form_version,
            schedule_version=certification.schedule_version,
            today=certification.today,
            nil=certification.nil,
            statement=certification.statement,
            delegated=certification.delegated,
            person=change.person,
            certified_at=to_text(to_instant(change.at)),
            received_at=intake.now_text,
            device=intake.device.id,
        )
    )
    intake.session.flush()
    for position, (record, entry) in enumerate(zip(records, certification.entries, strict=True)):
        intake.session.add(
            CertifiedEntryRow(
                certification=certification.id,
                record=record.id,
                position=position,
                entity=record.entity,
                register=record.register,
                form=record.form,
                mark=entry[2],
                digest=entry[1],
                code=record.code,
                content=record.content,
            )
        )
    intake.session.flush()
