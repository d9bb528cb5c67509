"""Finding records of the office while somebody types, by any part of what is written in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms import citizen_id
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.forms.keys import natural_key
from cdd_desktop.forms.sought import sought_words
from cdd_desktop.ids import DatasetKey, EntityKey, PeriodId, RecordId, UnitCode
from cdd_desktop.operations.place import current_window
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import rows_by_key
from cdd_desktop.store.rows import RecordRow
from cdd_desktop.store.search import Found, find_records

_WEIGHED = 200


@dataclass(frozen=True, slots=True)
class RecordHit:
    """A record found. ``ref.key`` is the round to open it in: its own, or for a register entry the one due next.
    ``in_register`` says that it is a register entry; ``place`` is its tambon's code or "", and its moo."""

    ref: EntryRef
    dataset: DatasetKey
    title: str
    in_register: bool
    place: tuple[str, int | None]
    code: str = ""


def search_records(work: Work, text: str, limit: int = 40) -> tuple[RecordHit, ...]:
    """The records that hold every word of a text: register entries first, titles that begin with it before others, the
    newest periods before older ones. A whole citizen id finds the people who have it; a part of one finds nobody."""
    digits = citizen_id.normalise(text)
    if len(digits) == 13 and digits.isdigit():
        return tuple(_hit(work, row) for row in _with_id(work, digits))[:limit]
    words = sought_words(text)
    if not words:
        return ()
    rows = find_records(work.session, words, _WEIGHED)
    ordered = sorted(rows, key=lambda row: (bool(row.period), _closeness(row, words)))
    return tuple(_hit(work, row) for row in ordered[:limit])


def _closeness(row: Found, words: Sequence[str]) -> int:
    title = row.title_key
    if title.startswith(words[0]):
        return 0
    return 1 if all(word in title for word in words) else 2


def _with_id(work: Work, digits: str) -> Iterable[RecordRow]:
    """Register entries whose natural key is the id."""
    for dataset in work.catalogue.datasets():
        definition = work.catalogue.newest(dataset)
        for entity in definition.entities:
            key = _key_of_id(definition, entity, digits) if entity.kind is EntityKind.REGISTER else None
            if key is not None:
                like = RecordRow(dataset=dataset, entity=entity.key, unit=work.unit.code, period="")
                yield from rows_by_key(work.session, like, [key])


def _key_of_id(definition: Definition, entity: Entity, digits: str) -> str | None:
    ids = [field.key for field in entity.fields if field.type is FieldType.CITIZEN_ID]
    return natural_key(definition, entity.key, {ids[0]: digits}) if len(ids) == 1 else None


def _hit(work: Work, row: Found | RecordRow) -> RecordHit:
    dataset, in_register = DatasetKey(row.dataset), not row.period
    period = PeriodId(row.period) if row.period else current_window(work, dataset).period
    return RecordHit(
        ref=EntryRef(
            entity=EntityKey(row.entity),
            key=SubmissionKey(UnitCode(row.unit), dataset, period),
            record_id=RecordId(row.id),
            register_id=RecordId(row.register_id) if row.register_id else None,
        ),
        dataset=dataset,
        title=row.title,
        in_register=in_register,
        place=(row.tambon, row.moo),
        code=row.code,
    )
