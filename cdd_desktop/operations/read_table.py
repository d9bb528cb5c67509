"""All entries of a submission as the rows of a table, quick enough for a hundred thousand of them.

Contents stay JSON text until a row is looked at, and nothing is evaluated here: a screen does that for the rows it
shows, with what ``Table`` brings along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Text, func, literal, select, type_coerce

from cdd_desktop.collation import thai_key
from cdd_desktop.domain.period import EditStatus, NotEditable, NotEditableReason
from cdd_desktop.domain.record import MARK, Content, EntityKind, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.round import Round
from cdd_desktop.forms.starting import starting_content
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.assess import Surroundings, surroundings
from cdd_desktop.operations.context import submission_context
from cdd_desktop.operations.place import form_of
from cdd_desktop.operations.progress import due_entries, round_of
from cdd_desktop.operations.read_worklist import addable_kinds, comment_counts, round_edit_status, status_of
from cdd_desktop.operations.submission_views import view_of
from cdd_desktop.operations.views import EntryRef, ItemStatus, SubmissionView
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import register_edit_status
from cdd_desktop.store.rows import RecordRow

_CHUNK = 500
_DECODER = msgspec.json.Decoder(dict[str, Any])


class TableRow(msgspec.Struct, frozen=True, gc=False):
    """One entry. ``text`` is its content as JSON, empty for an entry that has no record yet. The counts are those of
    the last save. Kept out of the sight of Python's collector, which would walk over a hundred thousand of them.
    """

    entity: EntityKey
    key: SubmissionKey
    record_id: RecordId | None = None
    register_id: RecordId | None = None
    title: str = ""
    place: tuple[str, int | None] = ("", None)
    text: str = ""
    form_version: int = 0
    status: ItemStatus = ItemStatus.TODO
    done: bool = False
    errors: int = 0
    warnings: int = 0
    natural_key: str | None = None
    comments: int = 0

    @property
    def ref(self) -> EntryRef:
        """Names the entry to other operations."""
        return EntryRef(self.entity, self.key, self.record_id, self.register_id)

    @property
    def stored(self) -> Content:
        """The content as it stands in the store."""
        return _DECODER.decode(self.text) if self.text else {}

    def named(self, ref: EntryRef) -> TableRow:
        """The row with the name its record was given."""
        return msgspec.structs.replace(self, record_id=ref.record_id, register_id=ref.register_id)


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in the order of the worklist, with what their rules see. ``forms`` are the versions known here;
    ``registers`` the contents and titles of the entries referred to; ``earlier`` the round before."""

    submission: SubmissionView
    entity: Entity
    is_register: bool
    editable: EditStatus
    addable: bool
    rows: tuple[TableRow, ...]
    forms: Mapping[int, Definition]
    newest: int
    registers: Mapping[str, tuple[str, Content]]
    around: Surroundings
    earlier: SubmissionContext
    tables: tuple[tuple[EntityKey, int], ...]  # the kinds that can be shown as a table, with their numbers

    @property
    def definition(self) -> Definition:
        return self.forms[self.newest]

    def form(self, version: int) -> Definition:
        """The form of a row; the newest where the row's own is not known here."""
        return self.forms.get(version, self.definition)

    def related(self, register_id: str | None) -> Related | None:
        """The register entry a row refers to."""
        found = self.registers.get(register_id) if register_id else None
        return None if found is None or register_id is None else Related(RecordId(register_id), found[1])

    def context(self, record_id: str, content: Content) -> Context:
        """What rules see beside a row with this content."""
        reference = content.get(self.entity.ref) if self.entity.ref else None
        register = self.related(reference) if isinstance(reference, str) else None
        base = Context(submission=self.around.base.submission, register=register)
        return self.around.past.beside(base, record_id, content)

    def before(self, register: Related | None) -> Context:
        """What last period's values are worked out with."""
        return Context(submission=self.earlier, register=register)

    def first_content(self, register_id: str | None) -> dict[str, Value]:
        """What an entry without a record begins with."""
        content: dict[str, Value] = {}
        if self.entity.ref and register_id:
            content[self.entity.ref] = register_id
        context = self.context("", content)
        return {**starting_content(self.definition, self.entity.key, context), **content}


def read_table(work: Work, key: SubmissionKey, entity: EntityKey | None = None) -> Table:
    """The table of a submission, or of another kind of its dataset: the register beside it.

    Raises ``BadRequestError``: ``dataset-unknown``, ``period-unknown``, ``dataset-not-reported``, ``entity-unknown``.
    """
    place = round_of(work, key)
    kind = place.entity if entity is None else place.definition.entity(entity)
    view = view_of(work, key)
    comments = comment_counts(view.moves, view.state)
    if kind.key != place.entity.key or place.is_register:
        register: Mapping[str, tuple[str, Content]] = {}
        rows = _register_rows(work, place, kind, comments)
    else:
        entries = _entries(work, place)
        register = {entry.id: (entry.title, _DECODER.decode(entry.text)) for entry in entries}
        rows = _period_rows(work, place, entries, comments)
    versions = {row.form_version for row in rows} | {place.definition.version}
    return Table(
        submission=view,
        entity=kind,
        is_register=kind.kind is EntityKind.REGISTER,
        editable=_edit_status(work, place, kind, view),
        addable=kind.key in addable_kinds(place, bool(rows)),
        rows=rows,
        forms=_forms(work, place, versions),
        newest=place.definition.version,
        registers=register,
        around=surroundings(work, place.definition, kind, place.window),
        earlier=submission_context(work, work.calendar.previous(place.window)),
        tables=_tables(work, place, kind, len(rows)),
    )


def read_table_rows(work: Work, key: SubmissionKey, ids: Sequence[RecordId]) -> tuple[TableRow, ...]:
    """Some rows of a table as they stand now; records that are gone are left out."""
    place = round_of(work, key)
    view = view_of(work, key)
    comments = comment_counts(view.moves, view.state)
    found: list[TableRow] = []
    for start in range(0, len(ids), _CHUNK):
        query = _query(place).where(RecordRow.id.in_(ids[start : start + _CHUNK]))
        for row in work.session.execute(query):
            found.append(_row(place, row, row.register_id, comments))
    return tuple(found)


def _query(place: Round) -> Any:
    mark = func.json_extract(RecordRow.content, f'$."{MARK}{place.key.period}"').label("mark")
    return select(
        RecordRow.id,
        RecordRow.entity,
        RecordRow.dataset,
        RecordRow.period,
        RecordRow.register_id,
        RecordRow.title,
        RecordRow.tambon,
        RecordRow.moo,
        type_coerce(RecordRow.content, Text).label("text"),
        RecordRow.form_version,
        RecordRow.errors,
        RecordRow.warnings,
        RecordRow.done,
        RecordRow.natural_key,
        mark,
    ).where(~RecordRow.deleted)


def _of_kind(work: Work, place: Round, dataset: str, entity: str, periods: Iterable[str]) -> Sequence[Any]:
    query = _query(place).where(
        RecordRow.unit == literal(place.key.unit),
        RecordRow.dataset == dataset,
        RecordRow.entity == entity,
        RecordRow.period.in_(tuple(periods)),
    )
    return work.session.execute(query.order_by(RecordRow.id)).all()


def _entries(work: Work, place: Round) -> Sequence[Any]:
    """The register entries of the office that the rows may belong to, by place and name."""
    if not place.register:
        return ()
    return _by_place(_of_kind(work, place, place.register_dataset, place.register, ("",)))


def _register_rows(work: Work, place: Round, kind: Entity, comments: Counter[str]) -> tuple[TableRow, ...]:
    """Entries of a register: in its own round those asked for first, those ended earlier at the end."""
    found = _by_place(_of_kind(work, place, place.key.dataset, kind.key, ("",)))
    if place.is_register:
        due = due_entries(work, place)
        found = sorted(found, key=lambda row: row.id not in due and row.mark is None)  # stable: by place within both
    rows = []
    for row in found:
        made = _row(place, row, None, comments)
        asked = place.is_register and row.mark is None and made.status is ItemStatus.COMPLETE
        rows.append(msgspec.structs.replace(made, status=ItemStatus.TODO, done=False) if asked else made)
    return tuple(rows)


def _period_rows(work: Work, place: Round, entries: Sequence[Any], comments: Counter[str]) -> tuple[TableRow, ...]:
    """A row a record in the register's order; an entry that is due and has none yet is a row to fill."""
    due = due_entries(work, place)
    by_entry: dict[str | None, list[Any]] = {}
    for row in _of_kind(work, place, place.key.dataset, place.entity.key, place.periods):
        by_entry.setdefault(row.register_id, []).append(row)
    rows: list[TableRow] = []
    for entry in entries:
        own = by_entry.pop(entry.id, ())
        rows += [_row(place, row, entry.id, comments) for row in own]
        if entry.id in due and not own:
            rows.append(_not_started(place, entry))
    for others in by_entry.values():
        rows += [_row(place, row, row.register_id, comments) for row in others]
    if place.entity.single and not rows:
        rows.append(_not_started(place, None))
    return tuple(rows)


def _row(place: Round, row: Any, register_id: str | None, comments: Counter[str]) -> TableRow:
    status = status_of(row.mark, errors=row.errors, warnings=row.warnings, done=row.done)
    return TableRow(
        entity=EntityKey(row.entity),
        key=place.key,
        record_id=RecordId(row.id),
        register_id=RecordId(register_id) if register_id else None,
        title=row.title,
        place=(row.tambon, row.moo),
        text=row.text,
        form_version=row.form_version,
        status=status,
        done=row.done and (not place.is_register or row.mark is not None),
        errors=row.errors,
        warnings=row.warnings,
        natural_key=row.natural_key,
        comments=comments[row.id],
    )


def _not_started(place: Round, entry: Any) -> TableRow:
    register = RecordId(entry.id) if entry is not None else None
    return TableRow(
        entity=place.entity.key,
        key=place.key,
        register_id=register,
        title=entry.title if entry is not None else place.definition.short_th,
        place=(entry.tambon, entry.moo) if entry is not None else ("", None),
        text="",
        form_version=place.definition.version,
        status=ItemStatus.TODO,
    )


def _by_place(rows: Sequence[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.tambon, row.moo or 0, thai_key(row.title), row.id))


def _forms(work: Work, place: Round, versions: set[int]) -> dict[int, Definition]:
    forms = {}
    for version in versions:
        definition, newer = form_of(work, place.key.dataset, version)
        if not newer:
            forms[version] = definition
    return forms


def _edit_status(work: Work, place: Round, kind: Entity, view: SubmissionView) -> EditStatus:
    if kind.kind is EntityKind.REGISTER:
        return register_edit_status(work.unit.code, person=work.person, newer_form=False)
    if place.key.unit != work.unit.code:
        return NotEditable(NotEditableReason.OTHER_UNIT)
    return round_edit_status(work, place, view.moves)


def _tables(work: Work, place: Round, shown: Entity, count: int) -> tuple[tuple[EntityKey, int], ...]:
    """The submission's own kind first, then the registers of the same dataset."""
    kinds = [place.entity.key]
    if not place.is_register and place.register_dataset == place.key.dataset and place.has_base:
        kinds.append(EntityKey(place.register))
    found = []
    for kind in kinds:
        periods = ("",) if place.definition.entity(kind).kind is EntityKind.REGISTER else place.periods
        found.append((kind, count if kind == shown.key else _count(work, place, kind, periods)))
    return tuple(found)


def _count(work: Work, place: Round, kind: EntityKey, periods: Iterable[str]) -> int:
    if kind == place.entity.key and place.has_base:
        return len(due_entries(work, place))
    query = select(func.count()).where(
        RecordRow.dataset == place.key.dataset,
        RecordRow.period.in_(tuple(periods)),
        RecordRow.unit == place.key.unit,
        RecordRow.entity == kind,
        ~RecordRow.deleted,
    )
    return int(work.session.scalar(query) or 0)
