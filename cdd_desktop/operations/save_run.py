"""One run of ``save_many``: edits of one kind of record in one round, judged one after the other, written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

from sqlalchemy import Table, bindparam, update

from cdd_desktop.domain.issue import Issue
from cdd_desktop.domain.period import EditStatus
from cdd_desktop.domain.record import Content, Value, apply_patch
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.assess import (
    assess,
    identify,
    keep_assessment,
    keep_findings,
    shared_issues,
    surroundings,
)
from cdd_desktop.operations.content_patch import was_before
from cdd_desktop.operations.journal import edit_values, known_revision
from cdd_desktop.operations.place import Place, one_each
from cdd_desktop.operations.read_entry import first_content, new_values
from cdd_desktop.operations.save_entry import audit_values, effect_of, refuse_unless_editable
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_audits, append_changes
from cdd_desktop.store.meta import Meta, read_meta
from cdd_desktop.store.records import find_record, period_rows, rows_by_id, rows_by_key, rows_of_entries
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.search import insert_records

_TABLE = cast(Table, RecordRow.__table__)
_UPDATE = update(_TABLE).where(_TABLE.c.id == bindparam("this"))
_KEPT = ("content", "register_id", "natural_key", "title", "tambon", "moo", "sought", "errors", "warnings", "done")


@dataclass(slots=True)
class _Draft:
    """A record the run has changed, with its own findings. ``old_key``: the natural key it had."""

    row: RecordRow
    made: bool
    old_key: str | None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """How edits are made: the right they ask for; whether marks follow from values typed; ``accept``, which hears an
    edit's place, its record's findings and how many faults it had before, and may turn the edit down; and ids for
    records to be made, by the place of their edit."""

    may: Callable[[Work, Place], EditStatus]
    follow: bool = True
    accept: Callable[[int, tuple[Issue, ...], int], bool] | None = None
    ids: Mapping[int, RecordId] = field(default_factory=dict)


class Run:
    """After ``save``, ``changes`` and ``edited`` say what became different."""

    def __init__(self, work: Work, place: Place, held: dict[str, RecordRow], terms: Terms) -> None:
        self._work, self._place, self._held, self._terms = work, place, held, terms
        self._around = surroundings(work, place.definition, place.entity, place.window)
        self._begins = any(field.start or (field.computed and field.computed.roll_up) for field in place.entity.fields)
        self._epoch = read_meta(work.session, Meta.EPOCH)
        self._first_of_all: Content | None = None
        self._entries: dict[str, RecordRow | None] = {}
        self._begun: dict[str, RecordRow] = {}
        self._allowed: set[str] = set()
        self._drafts: dict[str, _Draft] = {}
        self._journal: list[dict[str, Any]] = []
        self._trail: list[dict[str, Any]] = []
        self._blanks: dict[tuple[str, ...], tuple[dict[str, Value], dict[str, object]]] = {}
        self._twins: set[RecordId] = set()
        self._found: dict[str, tuple[Issue, ...]] = {}
        self.changes = Changes()
        self.edited = 0

    def save(self, edits: Sequence[tuple[EntryRef, Content]], first: int = 0) -> list[EntryRef]:
        """Makes the edits; answers where each is, in their order. ``first`` is the place of the first among all."""
        self._read_ahead(edits)
        with self._work.session.no_autoflush:
            refs = [self._edit(ref, patch, number) for number, (ref, patch) in enumerate(edits, start=first)]
            if not self._drafts:
                return refs
            changed = [draft.row for draft in self._drafts.values() if not draft.made]
            changed += self._judge_twins()
        self._write(changed)
        place = self._place
        self.edited = len(self._journal)
        in_round = place.key is not None and place.in_own_round
        self.changes = Changes(
            records=frozenset(self._twins | {RecordId(record_id) for record_id in self._drafts}),
            submissions=frozenset({place.key}) if place.key is not None and in_round else frozenset(),
            outbox=True,
        )
        return refs

    def _read_ahead(self, edits: Sequence[tuple[EntryRef, Content]]) -> None:
        """The register entries the edits speak of, and what has been begun of those that name no record."""
        session, place = self._work.session, self._place
        reference = place.entity.ref
        wanted: set[str] = {str(ref.register_id) for ref, _ in edits if ref.register_id}
        if reference:
            wanted |= {str(patch[reference]) for _, patch in edits if patch.get(reference)}
            rows = (self._held[ref.record_id] for ref, _ in edits if ref.record_id)
            wanted |= {row.register_id for row in rows if row.register_id}
        self._entries.update(rows_by_id(session, wanted))
        unnamed = [ref for ref, _ in edits if not ref.record_id]
        begun: Iterable[RecordRow] = ()
        if unnamed and one_each(place.entity):
            begun = rows_of_entries(session, (str(ref.register_id) for ref in unnamed if ref.register_id), place.period)
        elif unnamed and place.entity.single:
            begun = period_rows(session, self._work.unit.code, place.dataset, [place.period])
        for row in begun:
            if row.dataset == place.dataset and row.entity == place.entity.key:
                self._begun.setdefault(self._begun_as(row.register_id), row)

    def _begun_as(self, register_id: str | None) -> str:
        return "" if self._place.entity.single else str(register_id or "")

    def _edit(self, ref: EntryRef, patch: Content, number: int) -> EntryRef:
        work = self._work
        place = self._place_of(ref)
        self._refuse_unless_allowed(place)
        made = place.record is None
        row = self._made(place, number) if place.record is None else place.record
        before = {} if made else dict(row.content)
        first = self._first(place, row) if made else None
        wanted = effect_of(work, place, before, patch, first=first, follow=self._terms.follow)
        after = EntryRef(ref.entity, place.key, RecordId(row.id), ref.register_id, place.dataset)
        if not wanted:
            return ref if made else after
        stood = {name: getattr(row, name) for name in (*_KEPT, "updated_at", "updated_by")} if not made else {}
        row.content = apply_patch(before, wanted)
        row.updated_at, row.updated_by = work.now, work.person.id
        register = self._register_of(row)
        old_key = row.natural_key
        identify(self._around, row, register)
        assessment = assess(self._around, row, register, ())
        if self._terms.accept is not None and not self._terms.accept(number, assessment.issues, stood.get("errors", 0)):
            for name, value in stood.items():
                setattr(row, name, value)
            return ref
        keep_assessment(self._around, row, register, assessment)
        draft = self._drafts.setdefault(row.id, _Draft(row, made, old_key))
        draft.issues = assessment.issues
        self._begin(row, before)
        was, detail = self._told(before, wanted)
        self._journal.append(edit_values(work, row, wanted, was, base=known_revision(row, self._epoch), deleted=False))
        self._trail.append(audit_values(work, row, "created" if made else "edited", detail))
        return after

    def _told(self, before: Content, wanted: Content) -> tuple[dict[str, Value], dict[str, object]]:
        """What stood there before, and the detail of the audit: where nothing did, the same objects for all records
        with the same paths, so that they are put into words once (``store.bulk``)."""
        if before:
            return was_before(before, wanted), {"paths": sorted(wanted)}
        paths = tuple(wanted)
        known = self._blanks.get(paths)
        if known is None:
            known = self._blanks[paths] = (was_before({}, wanted), {"paths": sorted(wanted)})
        return known

    def _made(self, place: Place, number: int) -> RecordRow:
        """A row that is no object of the session: it is written by its columns, and a mapped one costs ten times as
        much."""
        values = new_values(self._work, place, self._terms.ids.get(number) or self._work.new_id())
        return cast(RecordRow, SimpleNamespace(natural_key=None, moo=None, version=1, **values))

    def _first(self, place: Place, row: RecordRow) -> Content:
        if not self._begins:
            return dict(row.content)
        if self._place.entity.previous in ((), ("id",)) and place.register is None and not self._place.entity.ref:
            if self._first_of_all is None:  # what begins without a past and an entry is the same for all
                self._first_of_all = first_content(self._work, place, row, self._around)
            return self._first_of_all
        return first_content(self._work, place, row, self._around)

    def _place_of(self, ref: EntryRef) -> Place:
        record = self._held[ref.record_id] if ref.record_id else self._begun.get(self._begun_as(ref.register_id))
        entry = record.register_id if record is not None else ref.register_id
        if record is None and not entry:
            return self._place
        return replace(self._place, record=record, register=self._entry(entry) if entry else None)

    def _begin(self, row: RecordRow, before: Content) -> None:
        """Later edits that name no record mean this one, where there can be only one."""
        place = self._place
        if not (one_each(place.entity) or place.entity.single):
            return
        was = before.get(place.entity.ref) if place.entity.ref else None
        if was != row.register_id and self._begun.get(self._begun_as(str(was))) is row:
            del self._begun[self._begun_as(str(was))]
        if place.entity.single or row.register_id:
            self._begun.setdefault(self._begun_as(row.register_id), row)

    def _refuse_unless_allowed(self, place: Place) -> None:
        """The answer is the same for all records of an office."""
        office = place.record.unit if place.record is not None else ""
        if office not in self._allowed:
            refuse_unless_editable(self._terms.may(self._work, place))
            self._allowed.add(office)

    def _entry(self, record_id: str) -> RecordRow | None:
        if record_id not in self._entries:
            self._entries[record_id] = find_record(self._work.session, record_id)
        return self._entries[record_id]

    def _register_of(self, row: RecordRow) -> RecordRow | None:
        reference = row.content.get(self._place.entity.ref) if self._place.entity.ref else None
        return self._entry(reference) if isinstance(reference, str) else None

    def _judge_twins(self) -> list[RecordRow]:
        """Findings that records with one key have in common; answers the other records that gained or lost some."""
        rows = [draft.row for draft in self._drafts.values()]
        keys = {(row.unit, row.natural_key) for row in rows}
        keys |= {(draft.row.unit, draft.old_key) for draft in self._drafts.values()}
        others = self._others(rows, keys)
        groups: dict[tuple[str, str | None], list[RecordRow]] = {}
        for row in (*rows, *others):
            if row.natural_key is not None:
                groups.setdefault((row.unit, row.natural_key), []).append(row)
        for draft in self._drafts.values():
            same = groups.get((draft.row.unit, draft.row.natural_key), ())
            if len(same) > 1:
                keep_findings(draft.row, (*draft.issues, *self._shared(draft.row, same)))
                self._twins.add(RecordId(draft.row.id))
        for row in others:
            self._twins.add(RecordId(row.id))
            register = self._register_of(row)
            twins = [twin for twin in groups[row.unit, row.natural_key] if twin is not row]
            keep_assessment(self._around, row, register, assess(self._around, row, register, twins))
        return [row for row in others if self._work.session.is_modified(row)]

    def _shared(self, row: RecordRow, same: Sequence[RecordRow]) -> tuple[Issue, ...]:
        key = str(row.natural_key)
        if key not in self._found:
            self._found[key] = shared_issues(self._around, same)
        return tuple(issue for issue in self._found[key] if issue.record_id == row.id)

    def _others(self, rows: list[RecordRow], keys: set[tuple[str, str | None]]) -> list[RecordRow]:
        """The records in the store that share a key with one of the run, or did before."""
        found: list[RecordRow] = []
        for office, like in {row.unit: row for row in rows}.items():
            own = sorted(key for unit, key in keys if unit == office and key is not None)
            found += rows_by_key(self._work.session, like, own)
        return [row for row in found if row.id not in self._drafts]

    def _write(self, changed: list[RecordRow]) -> None:
        insert_records(self._work.session, [vars(draft.row) for draft in self._drafts.values() if draft.made])
        if changed:
            self._work.session.connection().execute(_UPDATE, [_updated(row) for row in changed])
            for row in changed:
                self._work.session.expire(row)
        append_changes(self._work.session, self._journal)
        append_audits(self._work.session, self._trail)


def _updated(row: RecordRow) -> dict[str, Any]:
    kept = {name: getattr(row, name) for name in _KEPT}
    now = {"updated_at": row.updated_at, "updated_by": row.updated_by}
    return {"this": row.id, "version": row.version + 1, **now, **kept}
