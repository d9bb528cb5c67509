"""What a form for taking notes in the field says before anybody writes on it."""

from __future__ import annotations

from dataclasses import dataclass

from cdd_desktop.domain.period import Window
from cdd_desktop.domain.record import EntityKind, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.domain.unit import Unit
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.privacy import mask_text, masked
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.views import EntryRef, ItemStatus, WorklistItem
from cdd_desktop.operations.work import Work


@dataclass(frozen=True, slots=True)
class FieldForm:
    """One form: the entry it is for ("" for any), its place, and what is known of it: last period's figures, or what
    the register says; citizen ids hidden."""

    title: str = ""
    tambon: str = ""
    moo: int | None = None
    known: dict[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class FieldForms:
    """The forms of one kind of entry in a round. ``entities`` are the kinds this office fills in."""

    unit: Unit
    window: Window
    definition: Definition
    entity: Entity
    entities: tuple[EntityKey, ...]
    forms: tuple[FieldForm, ...]


def read_field_forms(
    work: Work, key: SubmissionKey, entity_key: EntityKey | None = None, *, filled: bool = False
) -> FieldForms:
    """An empty form or, with ``filled``, one for each entry of the round with what is known of it.

    Raises ``RefusedError("area-outside")`` for another office and ``BadRequestError`` for unknown words.
    """
    if key.unit != work.unit.code:
        raise RefusedError("area-outside", area=key.unit)
    window = work.calendar.window(key.dataset, key.period)
    definition = work.catalogue.newest(key.dataset)
    main = definition.main_entity(work.unit.level)
    entity = definition.entity(entity_key) if entity_key is not None else main
    own = (other.key for other in definition.entities if work.unit.level in other.levels)
    forms = _filled(work, key, definition, entity) if filled else ()
    return FieldForms(
        unit=work.unit,
        window=window,
        definition=definition,
        entity=entity,
        entities=(main.key, *(other for other in own if other != main.key)),
        forms=forms or (FieldForm(),),
    )


def _filled(work: Work, key: SubmissionKey, definition: Definition, entity: Entity) -> tuple[FieldForm, ...]:
    worklist = read_worklist(work, key)
    items = worklist.items if worklist.entity == entity.key else worklist.register_items
    return tuple(
        _form(work, key, definition, item)
        for item in items
        if item.entity == entity.key and item.status is not ItemStatus.ENDED
    )


def _form(work: Work, key: SubmissionKey, definition: Definition, item: WorklistItem) -> FieldForm:
    sheet = read_entry(work, EntryRef(item.entity, key, item.record_id, item.register_id))
    is_register = definition.entity(item.entity).kind is EntityKind.REGISTER
    known = sheet.values if is_register else sheet.previous
    tambon, moo = item.place
    return FieldForm(
        title=mask_text(item.title),
        tambon=tambon,
        moo=moo,
        known={path: value for path, value in masked(definition, item.entity, known).items() if value is not None},
    )
