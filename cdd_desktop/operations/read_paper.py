"""A submission as it is printed: the list in force or, while nothing is certified, the office's own draft."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from cdd_desktop.collation import thai_key
from cdd_desktop.domain.record import MARK, Content
from cdd_desktop.domain.submission import SubmissionKey, SubmissionState
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import Definition, FieldType
from cdd_desktop.forms.privacy import mask_text, masked
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.judge import judge
from cdd_desktop.operations.read_review import ReviewEntry, ReviewSheet, read_review
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow
from cdd_desktop.store.submissions import find_submission

_FROZEN = frozenset({SubmissionState.CERTIFIED, SubmissionState.ACCEPTED, SubmissionState.APPROVED})
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """``review`` holds the entries that are printed, by place and name. ``frozen``: they are a certified list, whose
    ``digest`` this is; otherwise a draft. ``titles`` names the records they refer to, ids hidden."""

    review: ReviewSheet
    definition: Definition
    frozen: bool
    digest: str
    titles: dict[str, str]


def read_paper(work: Work, key: SubmissionKey) -> PaperSheet:
    """What stands on the paper of a submission of the own area.

    The own office prints what it is working on until it is certified; of other offices only certified lists are here.
    Raises what ``read_review`` raises, and ``BadRequestError("dataset-not-reported")``.
    """
    review = read_review(work, key)
    row = find_submission(work.session, key)
    certification = work.session.get(CertificationRow, row.certification_id) if row and row.certification_id else None
    own = key.unit == work.unit.code
    frozen = certification is not None and (review.submission.state in _FROZEN or not own)
    if own and not frozen:
        review = _draft(work, review)
    definition = work.catalogue.get(key.dataset, review.form_version)
    review = replace(review, entries=tuple(sorted(review.entries, key=_place_and_name)))
    return PaperSheet(
        review=review,
        definition=definition,
        frozen=frozen,
        digest=certification.digest if frozen and certification is not None else "",
        titles=_titles(work, definition, review),
    )


def read_proof(work: Work, key: SubmissionKey) -> PaperSheet:
    """The same for a proof of sending. Raises ``RefusedError("proof-not-received")`` before there is a receipt."""
    sheet = read_paper(work, key)
    submission = sheet.review.submission
    if submission.received_at is None or not submission.receipt_no:
        raise RefusedError("proof-not-received")
    return sheet


def _draft(work: Work, review: ReviewSheet) -> ReviewSheet:
    """The sheet with the office's records as they stand now."""
    judgement = judge(work, review.submission.key)
    definition = judgement.round.definition
    rows = (*judgement.rows, *judgement.register_rows)
    by_id = {row.id: row for row in rows} | _registers(work, rows)
    period = review.submission.key.period
    return replace(
        review,
        entries=tuple(_draft_entry(definition, row, by_id.get(row.register_id or ""), period) for row in rows),
        form_version=definition.version,
        delivered=True,
        statement="",
        delegated=False,
        nil=review.submission.nil,
    )


def _registers(work: Work, rows: Sequence[RecordRow]) -> dict[str, RecordRow]:
    """The register entries of records that belong to another dataset's register."""
    wanted = sorted({row.register_id for row in rows if row.register_id} - {row.id for row in rows})
    found: dict[str, RecordRow] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = select(RecordRow).where(RecordRow.id.in_(wanted[start : start + _CHUNK]))
        found.update({row.id: row for row in work.session.scalars(query)})
    return found


def _draft_entry(definition: Definition, row: RecordRow, register: RecordRow | None, period: str) -> ReviewEntry:
    foreign = register is not None and register.entity not in definition.entity_by_key
    return ReviewEntry(
        record_id=RecordId(row.id),
        entity=EntityKey(row.entity),
        title=mask_text(row.title or (register.title if register is not None else "")),
        mark=str(row.content.get(MARK + period) or ""),
        content=masked(definition, row.entity, row.content),
        form_version=row.form_version,
        register=None if register is None or foreign else masked(definition, register.entity, register.content),
        reasons={},
    )


def _place_and_name(entry: ReviewEntry) -> tuple[object, ...]:
    place: Content = {**(entry.register or {}), **entry.content}
    moo = place.get("moo")
    return (str(place.get("tambon_code") or ""), moo if isinstance(moo, int) else 0, thai_key(entry.title))


def _titles(work: Work, definition: Definition, review: ReviewSheet) -> dict[str, str]:
    """Names of everything referred to: those of frozen lists first, then of the office's own records."""
    titles = {str(record): title for record, title in (review.titles or {}).items()}
    titles.update({entry.record_id: entry.title for entry in review.entries if entry.title})
    missing = sorted(set(_references(definition, review.entries)) - titles.keys())
    for source in (RecordRow, CertifiedEntryRow):
        column = RecordRow.id if source is RecordRow else CertifiedEntryRow.record_id
        for start in range(0, len(missing), _CHUNK):
            query = select(column, source.title).where(column.in_(missing[start : start + _CHUNK]))
            titles.update({record: title for record, title in work.session.execute(query) if title})
    return {record: mask_text(title) for record, title in titles.items()}


def _references(definition: Definition, entries: Iterable[ReviewEntry]) -> Iterable[str]:
    for entry in entries:
        entity = definition.entity(entry.entity)
        for path, value in entry.content.items():
            field = entity.find_field(path)
            if field is not None and field.type is FieldType.RECORD_REF and isinstance(value, str):
                yield value
