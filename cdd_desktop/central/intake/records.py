"""Edits of records: place and shape, the merge path by path, natural keys, and the code of a register entry.

A run of edits is decided in a draft, without writing anything; when all that the decisions asked for is known, it is
settled: what came of it becomes what the batch holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import select

from cdd_desktop.central.holding.batch import Intake, Place, secret_fields
from cdd_desktop.central.holding.buckets import digest_for
from cdd_desktop.central.holding.merge import Conflict, Edit, Held, Same, merged_away, written_since
from cdd_desktop.central.holding.merge import merge as merge_edit
from cdd_desktop.central.holding.owners import Key
from cdd_desktop.central.holding.records import StoredRecord
from cdd_desktop.central.holding.shape import RefusedChangeError, check_edit
from cdd_desktop.central.holding.submissions import note_edits
from cdd_desktop.central.intake.codes import next_codes
from cdd_desktop.central.tables.feed import RECORD
from cdd_desktop.central.tables.rows import CertificationRow, CertifiedEntryRow, ChangeRow
from cdd_desktop.domain.record import MARK
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.geography import geography
from cdd_desktop.sync.protocol import Change, Group, Result


class _State(NamedTuple):
    """A record in a draft. ``place`` is that of its last edit; ``told``: its device need not be told; ``written``: its
    values are others, not only its form; ``periods`` are those whose submissions the edits concern."""

    place: Place
    held: Held
    form: int
    key: str | None
    told: bool
    written: bool
    periods: frozenset[str]


@dataclass(slots=True)
class Draft:
    """A run of edits while it is decided. ``keys`` are the natural keys it has given and taken away (record or None),
    ``asked`` those it wanted to know of the database, ``coded`` the entries that get a code, in order."""

    states: dict[str, _State] = field(default_factory=dict)
    keys: dict[Key, str | None] = field(default_factory=dict)
    asked: set[Key] = field(default_factory=set)
    coded: dict[str, Place] = field(default_factory=dict)

    def put(self, record: str, state: _State) -> None:
        """A record becomes another; it is the one touched last."""
        self.states.pop(record, None)
        self.states[record] = state

    def move_key(self, place: Place, record: str, old: str | None, new: str | None) -> None:
        """A record gives up its natural key and takes another one."""
        if old is not None:
            self.keys[place.key(old)] = None
        if new is not None:
            self.keys[place.key(new)] = record


def find_place(intake: Intake, group: Group) -> Place:
    """The place of a group of edits, found once in a batch. Raises ``RefusedChangeError``: ``not-your-unit``,
    ``form-unknown``, ``kind-unknown``, ``not-your-form``, ``round-unknown``."""
    header = (group.unit, group.dataset, group.entity, group.period, group.form)
    place = intake.places.get(header)
    if place is None:
        place = intake.places[header] = _find_place(intake, group)
    return place


def _find_place(intake: Intake, group: Group) -> Place:
    if group.unit != intake.unit:
        raise RefusedChangeError("not-your-unit")
    definition = intake.books.definition(group.dataset, group.form)
    if definition is None:
        raise RefusedChangeError("form-unknown")
    entity = next((entity for entity in definition.entities if entity.key == group.entity), None)
    if entity is None:
        raise RefusedChangeError("kind-unknown")
    if not definition.entered_at(entity, geography().unit(group.unit).level):
        raise RefusedChangeError("not-your-form")
    place = Place(definition, entity, group.unit, group.period, secret_fields(definition, entity.key))
    if place.is_register:
        if group.period:
            raise RefusedChangeError("round-unknown")
        return place
    try:
        intake.books.calendar.window(group.dataset, group.period)
    except BadRequestError as error:
        raise RefusedChangeError("round-unknown") from error
    return place


def store_edit(intake: Intake, draft: Draft, place: Place, change: Change) -> Result:
    """What becomes of one edit, in the draft. Raises ``RefusedChangeError`` when it is refused."""
    check_edit(change)
    stored = intake.holdings.get(change.record)
    state = _state_before(intake, draft, place, stored, change)
    edit = Edit(intake.sender, change.n, change.base, change.patch, change.deleted)
    outcome = merge_edit(state.held, edit)
    if isinstance(outcome, Conflict):
        return _conflict(intake, state.held, edit, outcome)
    if isinstance(outcome, Same) or (outcome.status == "same" and _said_before(intake, state.held, edit, change)):
        if state.held.rev and place.definition.version > state.form and not (state.held.deleted or change.deleted):
            _take_form(draft, place, state, change)
        return Result(n=change.n, status="same", rev=state.held.rev)
    key = _natural_key(intake, place, outcome.held)
    other = _owner(intake, draft, place, key)
    if other not in (None, change.record):
        at = [(other, "duplicate-key")]
        return Result(n=change.n, status="refused", rev=state.held.rev, code="duplicate-key", at=at)
    draft.move_key(place, change.record, state.key, key)
    coded = place.is_register and not outcome.held.deleted and not (stored is not None and stored.code)
    if coded and change.record not in draft.coded:
        draft.coded[change.record] = place
    told = state.told and outcome.status == "stored" and change.record not in draft.coded
    form, periods = max(state.form, place.definition.version), state.periods | _periods(place, change.patch)
    draft.put(change.record, _State(place, outcome.held, form, key, told, True, periods))
    by = _writers(intake, state.held, edit) if outcome.status == "merged" else []
    return Result(n=change.n, status=outcome.status, rev=outcome.held.rev, by=by)


def settle(intake: Intake, draft: Draft) -> None:
    """What was decided counts: the records become what the draft says, and what hangs on them is told of it."""
    records = {record: _settled(intake, record, state) for record, state in draft.states.items()}
    for dataset in dict.fromkeys(str(place.definition.dataset) for place in draft.coded.values()):
        new = [record for record, place in draft.coded.items() if place.definition.dataset == dataset]
        codes = next_codes(intake.session, intake.unit, dataset, len(new))
        for record, code in zip(new, codes, strict=True):
            records[record].code = code
    note_edits(intake, ((record, draft.states[record.id].periods) for record in records.values()))
    intake.owners.move(draft.keys)


def _state_before(intake: Intake, draft: Draft, place: Place, stored: StoredRecord | None, change: Change) -> _State:
    """The record an edit meets, and that it may be edited there."""
    state = draft.states.get(change.record)
    if stored is None and state is None and change.base > 0:
        raise RefusedChangeError("record-not-here")
    found = state.place if state is not None else stored
    if found is not None and found.identity != place.identity:
        raise RefusedChangeError("record-elsewhere")
    if change.deleted and stored is not None and place.is_register and _is_certified(intake, stored):
        raise RefusedChangeError("register-entry-kept")
    if state is not None:
        return state
    if stored is None:
        return _State(place, Held(), 0, None, told=True, written=False, periods=frozenset())
    held = stored.held(intake.vault)
    return _State(place, held, stored.form, stored.natural_key, told=True, written=False, periods=frozenset())


def _settled(intake: Intake, name: str, state: _State) -> StoredRecord:
    """A record as the draft has it, in the holdings."""
    unit, dataset, entity, period = state.place.identity
    record = intake.holdings.get(name)
    if record is None:
        record = StoredRecord(id=name, unit=unit, dataset=dataset, entity=entity, period=period)
    record.form = state.form
    if state.written:
        content, ref = state.held.content, state.place.entity.ref
        record.take(state.held, intake.vault.seal(content, state.place.secrets))
        record.natural_key = state.key
        reference = content.get(ref) if ref else None
        record.register = reference if isinstance(reference, str) else ""
        record.digest, record.updated_at = digest_for(record, content), intake.now_text
    intake.holdings.note(record)
    intake.touched.add(RECORD, name, unit, intake.sender if state.told else "")
    return record


def _conflict(intake: Intake, held: Held, edit: Edit, outcome: Conflict) -> Result:
    return Result(
        n=edit.n,
        status="conflict",
        rev=held.rev,
        code=_what_met(held, edit),
        fields=sorted(outcome.theirs),
        theirs=outcome.theirs,
        by=_writers(intake, held, edit),
    )


def _what_met(held: Held, edit: Edit) -> str:
    if edit.deleted:
        return "edited-elsewhere"
    return "merged-elsewhere" if merged_away(held, edit) else "same-fields"


def _writers(intake: Intake, held: Held, edit: Edit) -> list[tuple[str, str, list[str]]]:
    """Who wrote what since the edit's base. Changes of a life before a restore are in no journal and are left out."""
    found = (
        (intake.session.get(ChangeRow, (stamp.device, stamp.n)), paths)
        for stamp, paths in written_since(held, edit).items()
    )
    return [(row.person, row.at, paths) for row, paths in found if row is not None]


def _said_before(intake: Intake, held: Held, edit: Edit, change: Change) -> bool:
    """Whether all that an edit says stands there as the same person's word of then or later: a request of the life
    before a new enrolment, or a copy's, come late. Nobody else has said it, so nobody has to be asked."""
    writers = [
        (person, at) for person, at, paths in _writers(intake, held, edit) if not edit.patch.keys().isdisjoint(paths)
    ]
    return bool(writers) and all(person == change.person and change.at <= at for person, at in writers)


def _take_form(draft: Draft, place: Place, state: _State, change: Change) -> None:
    """The record has moved to a newer form without a value becoming another: from now on that form's rules hold."""
    form, periods = place.definition.version, state.periods | _periods(place, ())
    draft.put(change.record, _State(place, state.held, form, state.key, state.told, state.written, periods))


def _periods(place: Place, paths: Iterable[str]) -> frozenset[str]:
    """The periods whose submissions an edit begins: its own, or of a register entry those of the marks it sets."""
    if place.period:
        return frozenset({place.period})
    return frozenset(path.removeprefix(MARK) for path in paths if path.startswith(MARK))


def _natural_key(intake: Intake, place: Place, after: Held) -> str | None:
    if after.deleted:
        return None
    key = natural_key(place.definition, place.entity.key, after.content)
    return None if key is None else intake.vault.hash(key.encode())


def _owner(intake: Intake, draft: Draft, place: Place, key: str | None) -> str | None:
    """The live record that has a natural key, as far as is known; what is not is asked for."""
    if key is None:
        return None
    name = place.key(key)
    if name in draft.keys:
        return draft.keys[name]
    if name not in intake.owners.known:
        draft.asked.add(name)
    return intake.owners.known.get(name)


def _is_certified(intake: Intake, record: StoredRecord) -> bool:
    """Whether a received certification lists the record: then it ends, it is not deleted."""
    query = (
        select(CertifiedEntryRow.record)
        .join(CertificationRow, CertificationRow.id == CertifiedEntryRow.certification)
        .where(CertificationRow.unit == record.unit, CertificationRow.dataset == record.dataset)
        .where(CertifiedEntryRow.record == record.id)
        .limit(1)
    )
    return intake.session.scalar(query) is not None
