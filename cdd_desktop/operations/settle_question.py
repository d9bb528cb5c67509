"""A person's answer to a question that a sync left behind: which value stays, send again, or taken note of.

The value that is not chosen stays in the record's history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, select

from cdd_desktop.domain.record import Content, Value, apply_patch
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError, RefusedError
from cdd_desktop.ids import DatasetKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.assess import refresh_records
from cdd_desktop.operations.journal import append_edit
from cdd_desktop.operations.mark_choice import goes_with_mark
from cdd_desktop.operations.parking import Hold, put_behind
from cdd_desktop.operations.submission_state import refresh_delivery
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import AuditRow, ChangeRow, NeedsYouRow, OutboxRow, RecordRow


def settle_conflict(work: Work, question_id: int, chosen: Mapping[str, Value]) -> Changes:
    """Answer a conflict with one value for each contested path: mine, theirs or a third.

    What differs from central's value travels as a new change made on central's revision; what goes with a mark goes
    with the mark chosen. What nobody was asked about travels on the revision it was made on, for its author has not
    seen what others wrote there since. Raises ``BadRequestError("question-settled")`` and
    ``RefusedError("choice-incomplete", fields=…)``.
    """
    question = _open_question(work, question_id)
    missing = sorted(set(question.theirs) - set(chosen))
    if missing or not question.theirs:
        raise RefusedError("choice-incomplete", fields=", ".join(missing))
    row = work.session.get_one(RecordRow, question.record_id)
    before = dict(row.content)
    kept_back, absorbed = _rows_behind(work, question)
    chosen = {**chosen, **goes_with_mark(work, row.content, question.theirs, chosen, absorbed)}
    row.content = apply_patch(row.content, chosen)
    given_up = {path: before.get(path) for path in chosen if before.get(path) != row.content.get(path)}
    _take_out(work, absorbed)
    if given_up:
        _note_given_up(work, row, given_up)
    _append_unasked(work, row, absorbed, asked=frozenset(chosen))
    patch = {path: value for path, value in chosen.items() if question.theirs.get(path, _UNKNOWN) != value}
    if patch:
        was = {path: question.theirs.get(path, before.get(path)) for path in patch}
        append_edit(work, row, patch, was, base=max(row.rev, question.rev))
    return _settled(work, question, kept_back, row)


def settle_many(work: Work, answers: Sequence[tuple[int, Content]]) -> Changes:
    """Answer many conflicts at once, all or none, each with its values; what was decided meanwhile is passed over."""
    changes = Changes()
    for question_id, chosen in answers:
        question = work.session.get(NeedsYouRow, question_id)
        if question is not None and question.settled_at is None:
            changes |= settle_conflict(work, question_id, chosen)
    return changes


def settle_deletion(work: Work, question_id: int, remove: bool) -> Changes:
    """Answer "deleted here, edited elsewhere": delete all the same, or keep the entry as central has it."""
    question = _open_question(work, question_id)
    row = work.session.get_one(RecordRow, question.record_id)
    kept_back, absorbed = _rows_behind(work, question)
    _take_out(work, absorbed)
    row.deleted = remove
    if remove:
        append_edit(work, row, {}, {}, base=max(row.rev, question.rev))
    return _settled(work, question, kept_back, row)


def send_again(work: Work, question_id: int) -> Changes:
    """Try a refused change once more as it is, for instance after central has learnt a person or a form."""
    question = _open_question(work, question_id)
    kept_back, absorbed = _rows_behind(work, question)
    for change in absorbed:
        put_behind(work, change)
    row = work.session.get(RecordRow, question.record_id) if question.record_id else None
    return _settled(work, question, kept_back, row)


def take_note(work: Work, question_id: int) -> Changes:
    """A step of a submission that central did not take has been read about; it was taken back here already."""
    question = _open_question(work, question_id)
    if question.record_id is not None:
        raise BadRequestError("question-settled")
    _, absorbed = _rows_behind(work, question)
    _take_out(work, absorbed)
    return _settled(work, question, (), None)


_UNKNOWN = object()


def _open_question(work: Work, question_id: int) -> NeedsYouRow:
    question = work.session.get(NeedsYouRow, question_id)
    if question is None or question.settled_at is not None:
        raise BadRequestError("question-settled")
    return question


def _rows_behind(work: Work, question: NeedsYouRow) -> tuple[list[ChangeRow], list[ChangeRow]]:
    """Waiting rows that stay behind parked ones, and of all of them those that belong to the question itself."""
    hold = Hold.read(work.session)
    query = select(ChangeRow, OutboxRow.state).join(OutboxRow, OutboxRow.n == ChangeRow.n)
    rows = work.session.execute(query.where(OutboxRow.state.in_(("waiting", "parked"))).order_by(ChangeRow.n)).all()
    kept_back: list[ChangeRow] = []
    absorbed: list[ChangeRow] = []
    for change, state in rows:
        held = state == "waiting" and hold.keeps(change)
        own = change.n == question.n if question.record_id is None else change.record_id == question.record_id
        if own and (held or state == "parked"):
            absorbed.append(change)
        elif held:
            kept_back.append(change)
    return kept_back, absorbed


def _take_out(work: Work, changes: Sequence[ChangeRow]) -> None:
    work.session.execute(delete(OutboxRow).where(OutboxRow.n.in_([change.n for change in changes])))


def _append_unasked(work: Work, row: RecordRow, absorbed: Sequence[ChangeRow], *, asked: frozenset[str]) -> None:
    """The rest of what was held up, as one change on the oldest revision any of it was made on."""
    was: dict[str, Value] = {}
    bases = set[int]()
    for change in absorbed:
        for path in (change.patch or {}).keys() - asked:
            was.setdefault(path, (change.was or {}).get(path))
            bases.add(change.base)
    if was:
        append_edit(work, row, {path: row.content.get(path) for path in sorted(was)}, was, base=min(bases))


def _note_given_up(work: Work, row: RecordRow, given_up: Mapping[str, Value]) -> None:
    """The history shows the own value that gave way."""
    work.session.add(
        ChangeRow(
            kind="pulled",
            unit=row.unit,
            dataset=row.dataset,
            period=row.period,
            entity=row.entity,
            form_version=row.form_version,
            record_id=row.id,
            base=row.rev,
            patch={path: row.content.get(path) for path in given_up},
            was=dict(given_up),
            person_id=work.person.id,
            person_name=work.person.name,
            at=work.now,
        )
    )


def _settled(work: Work, question: NeedsYouRow, kept_back: Sequence[ChangeRow], row: RecordRow | None) -> Changes:
    """Close the question. What stayed behind goes behind the new change, in its old order: a certification must not
    overtake the edit it certifies."""
    question.settled_at = work.now
    for change in kept_back:
        put_behind(work, change)
    if row is not None:
        row.updated_at = work.now
        refresh_records(work, [row])
    work.session.add(
        AuditRow(
            at=work.now,
            person_id=work.person.id,
            action="question-settled",
            unit=question.unit,
            dataset=question.dataset,
            period=question.period,
            record_id=question.record_id,
            detail={"status": question.status, "code": question.code, "fields": list(question.fields)},
        )
    )
    work.session.flush()
    keys = frozenset[SubmissionKey]()
    if question.period:
        key = SubmissionKey(UnitCode(question.unit), DatasetKey(question.dataset), PeriodId(question.period))
        refresh_delivery(work, key)
        keys = frozenset({key})
    records = frozenset({RecordId(question.record_id)} if question.record_id else ())
    return Changes(records=records, submissions=keys, outbox=True)
