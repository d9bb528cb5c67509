"""A certification on arrival: its frozen list compared with what central holds, then its rules, then its copy kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cdd_desktop.central.holding.batch import Intake
from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.holding.rounds import as_submission_records, period_lines, register_rows, round_of
from cdd_desktop.central.holding.shape import RefusedChangeError
from cdd_desktop.central.holding.submissions import key_of, write_progress
from cdd_desktop.central.holding.surroundings import read_period, submission_context
from cdd_desktop.central.intake.judge import judge
from cdd_desktop.central.tables.bulk import insert_rows
from cdd_desktop.central.tables.instants import to_instant, to_text
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import MARK, MarkState, content_digest
from cdd_desktop.domain.submission import Progress
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.privacy import mask_text
from cdd_desktop.forms.progress import list_progress
from cdd_desktop.forms.round import Round
from cdd_desktop.forms.submission import SubmissionRecord, check_submission, expected_entries, nil_possible
from cdd_desktop.ids import RecordId
from cdd_desktop.sync.protocol import MoveChange, Result, WireCertification


@dataclass(frozen=True, slots=True)
class _Case:
    """A certification with its round, and the listed rows in the list's order."""

    place: Round
    certification: WireCertification
    rows: tuple[StoredRecord, ...]

    def stands_on(self, register: Sequence[SubmissionRecord]) -> Sequence[SubmissionRecord]:
        """The entries of a register that the list itself names; those of another dataset's stand in no list of it."""
        if self.place.register_dataset != self.place.key.dataset:
            return register
        listed = {row.id for row in self.rows}
        return [entry for entry in register if entry.id in listed]


def freeze(intake: Intake, row: SubmissionRow, change: MoveChange) -> Result | None:
    """Check a certification and keep its frozen list; None when it stands, else the result that refuses it.

    Raises ``RefusedChangeError``: ``certification-missing``, ``id-reused``, ``form-unknown``,
    ``certification-unreadable``, ``nil-not-possible``, ``statement-needed``.
    """
    certification = _readable(intake, change)
    try:
        place = round_of(intake.books, key_of(row), certification.form_version)
    except BadRequestError as error:
        raise RefusedChangeError("form-unknown") from error
    listed = intake.holdings.some([entry[0] for entry in certification.entries])
    if wrong := _differences(intake, place, certification, listed):
        return Result(n=change.n, status="refused", rev=row.rev, code="records-differ", at=wrong)
    case = _Case(place, certification, tuple(listed[entry[0]] for entry in certification.entries))
    issues, progress = _judged(intake, case)
    if wrong := _violations(issues):
        return Result(n=change.n, status="refused", rev=row.rev, code="rules-violated", at=wrong)
    _keep(intake, row, change, case.rows)
    write_progress(row, progress)
    row.certification = certification.id
    row.form, row.schedule_version = certification.form_version, certification.schedule_version
    row.nil = certification.nil
    return None


def list_digest(entries: Sequence[tuple[str, str, str]]) -> str:
    """The digest of a frozen list: that of the mapping record → [digest, mark]."""
    return content_digest({record: [digest, mark] for record, digest, mark in entries})


def _readable(intake: Intake, change: MoveChange) -> WireCertification:
    certification = change.certification
    if certification is None:
        raise RefusedChangeError("certification-missing")
    if intake.session.get(CertificationRow, certification.id) is not None:
        raise RefusedChangeError("id-reused")
    try:
        date.fromisoformat(certification.today)
    except ValueError as error:
        raise RefusedChangeError("certification-unreadable", ["today"]) from error
    entries = certification.entries
    if len({entry[0] for entry in entries}) < len(entries) or certification.digest != list_digest(entries):
        raise RefusedChangeError("certification-unreadable", ["digest"])
    return certification


def _differences(
    intake: Intake, place: Round, certification: WireCertification, listed: dict[str, StoredRecord]
) -> list[tuple[str, str]]:
    """Listed records that central does not hold as the device does, and period records it holds beside the list."""
    found = []
    mark_path = MARK + place.key.period
    for record_id, digest, mark in certification.entries:
        record = listed.get(record_id)
        if record is None or (record.unit, record.dataset) != (place.key.unit, place.key.dataset):
            found.append((record_id, "record-missing"))
            continue
        content = record.open(intake.vault)
        if record.deleted:
            found.append((record_id, "record-deleted"))
        elif content_digest(content) != digest or str(content.get(mark_path) or "") != mark:
            found.append((record_id, "record-differs"))
    unlisted = sorted({row.id for row in period_lines(intake.library, place)} - listed.keys())
    return [*found, *((record_id, "record-unlisted") for record_id in unlisted)]


def _judged(intake: Intake, case: _Case) -> tuple[list[Issue], Progress]:
    """The findings of the reported records and of the submission as a whole, on the day stored with it, and what the
    list comes to by them."""
    library, place = intake.library, case.place
    period, today = place.key.period, date.fromisoformat(case.certification.today)
    registered = register_rows(library, place)
    related = {row.id: Related(RecordId(row.id), row.open(intake.vault)) for row in registered}
    reported = [row for row in case.rows if place.is_register or row.period]
    entries = as_submission_records(library, reported, period, related)
    register = entries if place.is_register else as_submission_records(library, registered, period, related)
    context = Context(submission=submission_context(library.books, place.key.unit, place.window, today))
    _check_empty(place, case.certification, entries, register, context)
    excused = {entry.id for entry in entries if entry.excused and entry.mark is MarkState.NOT_RECEIVED}
    issues = [
        replace(issue, record_id=RecordId(row.id))
        for row, found in judge(library, [row for row in reported if row.id not in excused], today, period)
        for issue in found
    ]
    before = read_period(library, place.entity, place.key, library.books.calendar.previous(place.window).period)
    issues += check_submission(
        place.definition,
        entries,
        register,
        context,
        previous=[SubmissionRecord(id=thing.id, entity=place.entity.key, content=thing.content) for thing in before],
        reasons=case.certification.reasons,
    )
    due = expected_entries(place.definition, place.entity.key, case.stands_on(register), context)
    return issues, list_progress(place.entity, entries, due, issues, has_base=place.has_base)


def _violations(issues: Iterable[Issue]) -> list[tuple[str, str]]:
    return [
        (str(issue.record_id or issue.group), issue.rule or issue.code)
        for issue in issues
        if issue.level is IssueLevel.ERROR
    ]


def _check_empty(
    place: Round,
    certification: WireCertification,
    entries: Sequence[SubmissionRecord],
    register: Sequence[SubmissionRecord],
    context: Context,
) -> None:
    """An empty submission is the nil report where that is possible, else it carries the head's statement."""
    if certification.nil and not nil_possible(place.definition, entries, register, context):
        raise RefusedChangeError("nil-not-possible")
    if not entries and not certification.nil and not certification.statement.strip():
        raise RefusedChangeError("statement-needed")


def _keep(intake: Intake, row: SubmissionRow, change: MoveChange, records: Sequence[StoredRecord]) -> None:
    certification = change.certification
    assert certification is not None
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
            statement=mask_text(certification.statement),
            delegated=change.delegated,
            reasons={place: mask_text(text) for place, text in certification.reasons.items()},
            person=change.person,
            certified_at=to_text(to_instant(change.at)),
            received_at=intake.now_text,
            device=intake.sender,
        )
    )
    intake.session.flush()
    listed = zip(records, certification.entries, strict=True)
    rows = [
        {
            "certification": certification.id,
            "record": record.id,
            "position": position,
            "entity": record.entity,
            "register": record.register,
            "form": record.form,
            "mark": mark,
            "digest": digest,
            "code": record.code,
            "content": record.content,
        }
        for position, (record, (_, digest, mark)) in enumerate(listed)
    ]
    insert_rows(intake.session, CertifiedEntryRow, rows)
