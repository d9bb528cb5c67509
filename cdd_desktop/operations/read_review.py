"""A submission as a reviewer sees it: the frozen list in force with last period's figures, the steps so far, and
what this person may do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import REASON, Content, EntityKind, Value
from cdd_desktop.domain.remarks import Remark, said_by_place
from cdd_desktop.domain.submission import MoveKind, Submission, SubmissionKey
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.evaluate import evaluate
from cdd_desktop.forms.list_facts import looks_copied
from cdd_desktop.forms.privacy import masked
from cdd_desktop.forms.titles import record_title
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.acting import moves_of
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.work import Work
from cdd_desktop.store.certified import ListLine, lines_of
from cdd_desktop.store.submission_rows import CertificationRow, CertifiedEntryRow, SubmissionRow
from cdd_desktop.store.submissions import find_submission, read_moves, to_submission


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """One entry of the frozen list, personal fields masked. ``previous`` is the same thing in the period before,
    None when there is none; ``register`` the register entry it belongs to, when it is in the list. ``reasons`` maps
    rules to the written reasons, ``said`` content paths ("" for the whole record) to what reviewers and the office have
    said there. ``errors`` and ``warnings`` are open issues; ``copied``: every amount and count is that of the period
    before."""

    record_id: RecordId
    entity: EntityKey
    title: str
    mark: str
    content: Content
    form_version: int
    previous: Content | None = None
    register: Content | None = None
    reasons: Mapping[str, str] | None = None
    said: Mapping[str, tuple[Remark, ...]] = field(default_factory=dict)
    errors: int = 0
    warnings: int = 0
    copied: bool = False

    @property
    def order(self) -> tuple[bool, ...]:
        """What is to be looked at first is smallest: errors, warnings, written reasons, what was commented on."""
        return (not self.errors, not self.warnings, not self.reasons, not self.said)


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """``entries`` is empty while nothing is certified or the records are not delivered to this office
    (``delivered``). ``titles`` names records that others refer to; ``reasons`` are those written for warnings about
    groups, by ``rule|group``. ``context`` and ``context_before`` are what the rules see of this period and the last."""

    unit: Unit
    window: Window
    submission: Submission
    form_version: int
    entries: tuple[ReviewEntry, ...]
    delivered: bool
    allowed: frozenset[MoveKind]
    nil: bool = False
    statement: str = ""
    delegated: bool = False
    titles: Mapping[str, str] | None = None
    reasons: Mapping[str, str] | None = None
    context: SubmissionContext | None = None
    context_before: SubmissionContext | None = None


def read_review(work: Work, key: SubmissionKey) -> ReviewSheet:
    """The sheet of one submission of the own area: entries with errors, warnings and reasons first, within that what is
    reported before the register it stands on.

    Raises ``RefusedError("area-outside")`` for an office outside it and ``BadRequestError`` for unknown ones.
    """
    unit = work.geography.unit(key.unit)
    if not work.unit.covers(unit.code):
        raise RefusedError("area-outside", area=unit.code)
    window = work.calendar.window(key.dataset, key.period)
    row = find_submission(work.session, key)
    submission = to_submission(key, row, read_moves(work.session, [key]).get(key, ()))
    certification = work.session.get(CertificationRow, row.certification_id) if row and row.certification_id else None
    frozen = lines_of(work.session, certification.id) if certification is not None else []
    version = submission.form_version or (certification.form_version if certification is not None else 0)
    definition = work.catalogue.get(key.dataset, version) if version else work.catalogue.newest(key.dataset)
    context = submission_context(work, window, today=_day(work, submission), unit=unit)
    titles = _titles(work, unit, frozen)
    return ReviewSheet(
        unit=unit,
        window=window,
        submission=submission,
        form_version=definition.version,
        entries=_ordered(_entries(work, submission, definition, (frozen, titles), context), definition, unit),
        delivered=certification is not None and (bool(frozen) or work.unit.level is not UnitLevel.DEPARTMENT),
        allowed=moves_of(work, submission, window),
        nil=submission.nil,
        statement=certification.statement if certification is not None else "",
        delegated=_certified_for_head(submission),
        titles=titles,
        reasons=dict(certification.reasons or {}) if certification is not None else {},
        context=context,
        context_before=submission_context(work, work.calendar.previous(window), unit=unit),
    )


def calculated_values(
    definition: Definition, entry: ReviewEntry, content: Content, context: SubmissionContext
) -> dict[str, Value]:
    """The calculated values of an entry's content, by content path: worked out anew, since a list keeps what was
    entered. Those of units below are entered values already."""
    entity = definition.entity(entry.entity)
    named = str(content.get(entity.ref) or "") if entity.ref else ""
    register = None if entry.register is None else Related(RecordId(named), entry.register)
    values = evaluate(definition, entry.entity, content, Context(submission=context, register=register)).values
    found: dict[str, Value] = {}
    for path, value in values.items():
        field = entity.find_field(path)
        if value is not None and field is not None and field.computed is not None and field.computed.cel:
            found[path] = value
    return found


def _day(work: Work, submission: Submission) -> date:
    return bangkok_day(submission.certified_at) if submission.certified_at is not None else work.today


def _certified_for_head(submission: Submission) -> bool:
    certified = [move for move in submission.moves if move.kind is MoveKind.CERTIFY]
    return bool(certified) and certified[-1].delegated


def answer_of(submission: Submission) -> str:
    """What the office wrote when it proposed the submission again after it was sent back; "" for nothing."""
    moves = [move for move in submission.moves if move.kind in (MoveKind.RETURN, MoveKind.PROPOSE)]
    answered = len(moves) > 1 and moves[-1].kind is MoveKind.PROPOSE and moves[-2].kind is MoveKind.RETURN
    return moves[-1].reason if answered else ""


def _ordered(entries: Iterable[ReviewEntry], definition: Definition, unit: Unit) -> tuple[ReviewEntry, ...]:
    main = definition.main_entity(unit.level).key
    return tuple(sorted(entries, key=lambda entry: (*entry.order, entry.entity != main)))


def _entries(
    work: Work,
    submission: Submission,
    definition: Definition,
    held: tuple[Sequence[ListLine], Mapping[str, str]],
    context: SubmissionContext,
) -> Iterable[ReviewEntry]:
    """The list in its order, with the names of records (``held``). Records are judged where the office itself says that
    something in it is open."""
    key, (frozen, titles) = submission.key, held
    window = work.calendar.window(key.dataset, key.period)
    before = find_submission(work.session, replace(key, period=work.calendar.previous(window).period))
    earlier = _Earlier(definition, lines_of(work.session, before.certification_id) if before is not None else ())
    said: dict[str, dict[str, tuple[Remark, ...]]] = {}
    for (record, path), remarks in said_by_place(submission.moves).items():
        said.setdefault(record or "", {})[path] = remarks
    by_id = {row.record_id: row for row in frozen}
    shown = {row.record_id: masked(definition, row.entity, row.content) for row in frozen}
    judge = bool(submission.progress.errors or submission.progress.warnings)
    for row in frozen:
        register, then = by_id.get(row.register_id or ""), earlier.of(row)
        entity = definition.entity(row.entity)
        levels = _open_levels(definition, row, register, then, context) if judge else []
        yield ReviewEntry(
            record_id=RecordId(row.record_id),
            entity=EntityKey(row.entity),
            title=_title(definition, row, register) or titles.get(row.register_id or "", ""),
            mark=row.mark,
            content=shown[row.record_id],
            form_version=row.form_version or definition.version,
            previous=then,
            register=None if register is None else shown[register.record_id],
            reasons=_reasons(row.content),
            said=said.get(row.record_id, {}),
            errors=levels.count(IssueLevel.ERROR),
            warnings=levels.count(IssueLevel.WARNING),
            copied=entity.kind is EntityKind.SNAPSHOT and then is not None and looks_copied(entity, row.content, then),
        )


def _open_levels(
    definition: Definition,
    row: ListLine,
    register: ListLine | None,
    then: Content | None,
    submission: SubmissionContext,
) -> list[IssueLevel]:
    """What is open in an entry by the rules of its form."""
    related = None if register is None else Related(RecordId(register.record_id), register.content)
    past = () if then is None else (Related(RecordId(row.record_id), then),)
    issues = evaluate(definition, row.entity, row.content, Context(submission, related, past=past)).issues
    return [issue.level for issue in issues if issue.open]


def _title(definition: Definition, row: ListLine, register: ListLine | None) -> str:
    """The title with the register entry's name; "" where the entry stands in another list."""
    if register is None and definition.entity(row.entity).ref:
        return ""
    return record_title(definition, row.entity, row.content, None if register is None else register.content)


def _titles(work: Work, unit: Unit, frozen: Sequence[ListLine]) -> dict[str, str]:
    """Names of the records in a list, and of those its records belong to in the office's (or its districts') lists."""
    titles = {row.record_id: row.title for row in frozen if row.title}
    absent = {row.register_id for row in frozen if row.register_id} - {row.record_id for row in frozen}
    if absent:
        inside = SubmissionRow.unit.startswith(unit.code, autoescape=True)
        lists = select(SubmissionRow.certification_id).where(inside, SubmissionRow.certification_id != "")
        named = select(CertifiedEntryRow.record_id, CertifiedEntryRow.title, CertifiedEntryRow.register_id)
        query = named.where(CertifiedEntryRow.certification_id.in_(lists), CertifiedEntryRow.record_id.in_(absent))
        found = work.session.execute(query)
        titles.update((record, title) for record, title, register in found if title and register is None)
    return titles


def _reasons(content: Content) -> dict[str, str]:
    return {path[len(REASON) :]: str(text) for path, text in content.items() if path.startswith(REASON) and text}


class _Earlier:
    """The frozen entries of the period before, found by the fields that name the same thing."""

    def __init__(self, definition: Definition, rows: Iterable[ListLine]) -> None:
        self._definition = definition
        self._names: dict[str, tuple[str, ...]] = {key: one.previous for key, one in definition.entity_by_key.items()}
        self._found: dict[tuple[str, ...], Content] = {}
        for row in rows:
            if (key := self._key(row)) is not None:
                self._found[key] = masked(definition, row.entity, row.content)

    def of(self, row: ListLine) -> Content | None:
        key = self._key(row)
        return None if key is None else self._found.get(key)

    def _key(self, row: ListLine) -> tuple[str, ...] | None:
        names = self._names.get(row.entity)
        if not names:
            return None
        return (row.entity, *(row.record_id if name == "id" else str(row.content.get(name, "")) for name in names))
