"""The frozen list of a certification: what is reported, as it stands at this instant, under one digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cdd_desktop.domain.record import MARK, content_digest
from cdd_desktop.domain.submission import Certification, CertifiedEntry
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.judge import Judgement
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow


@dataclass(frozen=True, slots=True)
class Words:
    """What is said with a certification: "no data", the statement on an empty register, that it is done for the
    head, and the written reasons for warnings about groups."""

    nil: bool = False
    statement: str = ""
    delegated: bool = False
    reasons: dict[str, str] = field(default_factory=dict)


def freeze(work: Work, judgement: Judgement, words: Words) -> Certification:
    """Writes the list of a judged submission and answers it: first what is reported, then the entries of the
    dataset's own register that it stands on, each with its content."""
    place = judgement.round
    rows = (*judgement.rows, *judgement.register_rows)
    entries = tuple(_entry(row, place.key.period) for row in rows)
    certification = Certification(
        id=work.new_id(),
        entries=entries,
        digest=list_digest(entries),
        form_version=place.definition.version,
        schedule_version=place.window.schedule_version,
        today=work.today.isoformat(),
        nil=words.nil,
        statement=words.statement,
        delegated=words.delegated,
        reasons=words.reasons,
    )
    _keep(work, judgement, certification, rows)
    return certification


def list_digest(entries: Sequence[CertifiedEntry]) -> str:
    """The digest of a list: that of the mapping record → [digest, mark]."""
    return content_digest({entry.record_id: [entry.digest, entry.mark] for entry in entries})


def _entry(row: RecordRow, period: str) -> CertifiedEntry:
    return CertifiedEntry(RecordId(row.id), content_digest(row.content), str(row.content.get(MARK + period) or ""))


def _keep(work: Work, judgement: Judgement, certification: Certification, rows: Sequence[RecordRow]) -> None:
    key = judgement.round.key
    work.session.add(
        CertificationRow(
            id=certification.id,
            unit=key.unit,
            dataset=key.dataset,
            period=key.period,
            digest=certification.digest,
            form_version=certification.form_version,
            schedule_version=certification.schedule_version,
            today=certification.today,
            nil=certification.nil,
            statement=certification.statement,
            delegated=certification.delegated,
            reasons=certification.reasons,
            person_id=work.person.id,
            at=work.now,
        )
    )
    work.session.flush()
    for position, (row, entry) in enumerate(zip(rows, certification.entries, strict=True)):
        work.session.add(
            CertifiedEntryRow(
                certification_id=certification.id,
                record_id=row.id,
                position=position,
                unit=key.unit,
                dataset=key.dataset,
                period=key.period,
                entity=row.entity,
                form_version=row.form_version,
                register_id=row.register_id,
                digest=entry.digest,
                mark=entry.mark,
                title=row.title,
                content=dict(row.content),
            )
        )
