"""Where an entry stands: its form, its period's window, its record and the register entry it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cdd_desktop.domain.period import Editable, EditStatus, NotEditable, NotEditableReason, Window
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import Submission, SubmissionKey
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.ids import DatasetKey, PeriodId, UnitCode
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.periods.editing import edit_status, register_edit_status
from cdd_desktop.periods.fiscal import FIRST_YEAR, LAST_YEAR, fiscal_year_of
from cdd_desktop.store.records import find_record, period_rows, records_of_entry
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.submissions import find_submission, read_moves, to_submission


@dataclass(frozen=True, slots=True)
class Place:
    """``key`` is the submission in whose round the entry is dealt with, None outside a round; ``window`` the days its
    rules are about. ``period`` is empty for register entries. ``newer_form``: entered under a form not known here,
    shown under the newest one that is."""

    definition: Definition
    entity: Entity
    key: SubmissionKey | None
    period: str
    window: Window
    record: RecordRow | None
    register: RecordRow | None
    newer_form: bool = False

    @property
    def dataset(self) -> DatasetKey:
        return self.definition.dataset

    @property
    def is_register(self) -> bool:
        return self.entity.kind is EntityKind.REGISTER

    @property
    def in_own_round(self) -> bool:
        """Whether the submission of ``key`` consists of entries of this kind."""
        return self.key is not None and self.key.dataset == self.dataset


def find_place(work: Work, ref: EntryRef) -> Place:
    """Raises ``BadRequestError``: ``record-unknown``, ``entity-unknown``, ``dataset-unknown``, ``period-unknown``."""
    record = _existing(work, ref.record_id) if ref.record_id else None
    place = place_of_kind(work, ref, record)
    if record is None:
        record = _already_there(work, place.entity, place.dataset, place.period, ref)
    register_id = record.register_id if record is not None else ref.register_id
    return replace(place, record=record, register=find_record(work.session, register_id) if register_id else None)


def place_of_kind(work: Work, ref: EntryRef, record: RecordRow | None) -> Place:
    """What places of the same kind in the same round share: all but their record and register entry.

    Raises what ``find_place`` raises, except ``record-unknown``.
    """
    dataset = record.dataset if record is not None else _dataset_of(work, ref)
    definition, newer_form = form_of(work, dataset, record.form_version if record is not None else None)
    entity = definition.entity(record.entity if record is not None else ref.entity)
    if entity.kind is EntityKind.REGISTER:
        period = ""
    elif record is not None:
        period = record.period
    elif ref.key is not None:
        period = ref.key.period
    else:
        raise BadRequestError("period-unknown", period="", dataset=dataset)
    key = ref.key
    if key is None and period:
        key = SubmissionKey(work.unit.code, DatasetKey(dataset), PeriodId(period))
    if key is not None and key.dataset == dataset:
        window = work.calendar.window(dataset, key.period)
    else:
        window = current_window(work, dataset)
    return Place(definition, entity, key, period, window, record=None, register=None, newer_form=newer_form)


def form_of(work: Work, dataset: str, version: int | None) -> tuple[Definition, bool]:
    """The form of a version, or the newest with True when the version is not known here."""
    if version is None:
        return work.catalogue.newest(dataset), False
    try:
        return work.catalogue.get(dataset, version), False
    except BadRequestError as error:
        if error.code != "definition-unknown":
            raise
        return work.catalogue.newest(dataset), True


def current_window(work: Work, dataset: str) -> Window:
    """The dataset's window that falls due next; register entries opened outside a round are judged by it."""
    year = min(max(fiscal_year_of(work.today), FIRST_YEAR), LAST_YEAR)
    windows = [window for window in work.calendar.windows(year) if window.dataset == dataset]
    if not windows:
        raise BadRequestError("dataset-unknown", dataset=dataset)
    return next((window for window in windows if window.due_on >= work.today), windows[-1])


def submission_at(work: Work, key: SubmissionKey) -> Submission:
    """The submission with its moves, as it stands."""
    moves = read_moves(work.session, [key]).get(key, ())
    return to_submission(key, find_submission(work.session, key), moves)


def may_edit(work: Work, place: Place) -> EditStatus:
    """Whether the signed-in person may edit the entry now."""
    if not place.is_register:
        return may_mark(work, place)
    unit = UnitCode(place.record.unit) if place.record is not None else work.unit.code
    return _of_this_level(work, place, register_edit_status(unit, person=work.person, newer_form=place.newer_form))


def may_mark(work: Work, place: Place) -> EditStatus:
    """Whether the signed-in person may mark the entry in its round: as for period records, also for registers."""
    if place.key is None:
        return NotEditable(NotEditableReason.NOT_BEGUN)
    submission = to_submission(place.key, find_submission(work.session, place.key))
    status = edit_status(submission, place.window, person=work.person, today=work.today, newer_form=place.newer_form)
    return _of_this_level(work, place, status)


def _of_this_level(work: Work, place: Place, status: EditStatus) -> EditStatus:
    """Central takes no entry of a kind that offices of this level do not have, so none is made either."""
    if isinstance(status, Editable) and not place.definition.entered_at(place.entity, work.unit.level):
        return NotEditable(NotEditableReason.NOT_YOUR_FORM)
    return status


def _existing(work: Work, record_id: str) -> RecordRow:
    row = find_record(work.session, record_id)
    if row is None or row.deleted:
        raise BadRequestError("record-unknown")
    return row


def one_each(entity: Entity) -> bool:
    """Whether a register entry has at most one record of this kind in a period."""
    return entity.kind is EntityKind.SNAPSHOT and entity.ref is not None and entity.previous == (entity.ref,)


def _already_there(work: Work, entity: Entity, dataset: str, period: str, ref: EntryRef) -> RecordRow | None:
    """The record of an entry that was named without one but has been started meanwhile, also on another machine."""
    rows: Sequence[RecordRow] = ()
    if one_each(entity) and ref.register_id:
        rows = records_of_entry(work.session, ref.register_id, [period])
    elif entity.single:
        rows = period_rows(work.session, work.unit.code, dataset, [period])
    return next((row for row in rows if row.dataset == dataset and row.entity == entity.key), None)


def _dataset_of(work: Work, ref: EntryRef) -> str:
    """The dataset of an entry without a record: the one named, the round's, or that of the round's register."""
    if ref.dataset is not None:
        return ref.dataset
    if ref.key is None:
        raise BadRequestError("dataset-unknown", dataset="")
    definition = work.catalogue.newest(ref.key.dataset)
    if ref.entity in definition.entity_by_key:
        return ref.key.dataset
    for entity in definition.entities:
        if entity.register == ref.entity and entity.register_dataset:
            return entity.register_dataset
    raise BadRequestError("entity-unknown", dataset=ref.key.dataset, entity=ref.entity)
