"""The form of one dataset as its versioned file in ``resources/definitions`` describes it (docs/forms.md).

Frozen structs, decoded strictly: an unknown key or a wrong type refuses the file. Every text stands in Thai and
English. Expressions are CEL text; ``cel_rules`` compiles them, ``definition_check`` proves that their names exist.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Any

import msgspec
from msgspec.structs import force_setattr

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.formula import Indicator
from cdd_desktop.forms.migrate_step import MigrateStep
from cdd_desktop.ids import DatasetKey, EntityKey, RuleId


class FieldType(StrEnum):
    """What a field holds; ``values`` knows how each is typed, stored and shown."""

    TEXT = "text"
    TEXTAREA = "textarea"
    INTEGER = "integer"
    MONEY = "money"
    DECIMAL = "decimal"
    PERCENT = "percent"
    DATE = "date"
    YEAR_BE = "year_be"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    MULTI_CHOICE = "multi_choice"
    CITIZEN_ID = "citizen_id"
    PHONE = "phone"
    GEO_TAMBON = "geo_tambon"
    GEO_AMPHOE = "geo_amphoe"
    GEO_PROVINCE = "geo_province"
    MOO = "moo"
    GPS_POINT = "gps_point"
    PHOTO = "photo"
    FILE = "file"
    RECORD_REF = "record_ref"
    AUTO_CODE = "auto_code"


HUNDREDTHS = frozenset({FieldType.MONEY, FieldType.DECIMAL, FieldType.PERCENT})
WHOLE_NUMBERS = frozenset({FieldType.INTEGER, FieldType.YEAR_BE, FieldType.MOO})
LISTS = frozenset({FieldType.MULTI_CHOICE, FieldType.PHOTO, FieldType.FILE})


class RuleKind(StrEnum):
    """``record`` looks at one record; the other three at a whole submission."""

    RECORD = "record"
    UNIQUE = "unique"
    COVERS = "covers"
    AGGREGATE = "aggregate"


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True, dict=True):
    """Base of all parts of a definition."""


class Choice(_Part, frozen=True):
    value: str
    label_th: str
    label_en: str


class Section(_Part, frozen=True):
    """A heading of the form; fields name it in ``section``."""

    key: str
    label_th: str
    label_en: str


class RollUp(_Part, frozen=True):
    """A figure of the units below: over their certified records of ``entity`` that satisfy ``where``, the sum of a
    field or, without one, their number. ``units`` counts offices instead: ``received`` or ``expected``."""

    entity: str = ""
    where: str = ""
    sum: str = ""
    units: str = ""


class Computed(_Part, frozen=True):
    """A calculated value: ``cel`` over the record (blank while a need is blank), or ``roll_up`` of units below,
    which is put into the record and frozen with it."""

    cel: str = ""
    needs: tuple[str, ...] = ()
    roll_up: RollUp | None = None


class Field(_Part, frozen=True):
    """One question.

    ``min`` and ``max`` are in the stored unit: hundredths for money, decimal and percent. ``start`` is CEL over
    ``ctx`` and ``prev``: what a new record begins with, visibly and editably. ``not_after`` is ``today`` (a date) or
    ``fy`` (a year). ``fills`` of a reference: own fields that, while blank, take a value of the entry referred to
    (one of its fields, or ``title``). ``keep_position`` of a photo: where it was taken
    stays in it. ``columns`` is the width in a form of three columns. ``options`` is linked from ``choices``.
    """

    key: str
    type: FieldType
    label_th: str
    label_en: str
    section: str = ""
    help_th: str = ""
    help_en: str = ""
    unit_th: str = ""
    unit_en: str = ""
    required: bool = False
    required_if: str = ""
    visible_if: str = ""
    computed: Computed | None = None
    start: str = ""
    choices: str = ""
    min: int | None = None
    max: int | None = None
    max_len: int | None = None
    max_items: int | None = None
    decimals: int = 2
    not_after: str = ""
    ref: str = ""
    ref_where: str = ""
    fills: dict[str, str] = {}
    pii: str = ""
    mask: str = ""
    keep_position: bool = False
    columns: int = 1
    options: tuple[Choice, ...] = ()

    @property
    def is_list(self) -> bool:
        return self.type in LISTS

    @cached_property
    def option_labels(self) -> dict[str, Choice]:
        """The choices by value."""
        return {choice.value: choice for choice in self.options}


class FixedRow(_Part, frozen=True):
    """A row every record has; its code is the row key in content paths and ``code`` in rules."""

    code: str
    text_th: str
    text_en: str


class Identity(_Part, frozen=True):
    """One natural key: every field of ``needs`` must be filled, those of ``also`` may be blank."""

    needs: tuple[str, ...]
    also: tuple[str, ...] = ()


class Entity(_Part, frozen=True):
    """One kind of record.

    ``register`` and ``register_dataset`` name the register entity a snapshot belongs to, ``ref`` the field that points
    to it, ``previous`` the fields that find the same thing in an earlier period. ``levels`` are the units that record
    it; ``single`` means one record a submission. ``due`` is CEL over a register entry: whether a round expects it.
    ``register_fields`` declares what is read of a register of another dataset. ``lines`` are tables inside a record.
    """

    key: EntityKey
    kind: EntityKind
    label_th: str
    label_en: str
    levels: tuple[UnitLevel, ...] = ()
    register: EntityKey | None = None
    register_dataset: DatasetKey | None = None
    register_fields: tuple[Field, ...] = ()
    ref: str | None = None
    previous: tuple[str, ...] = ()
    identity: tuple[Identity, ...] = ()
    titles_th: tuple[str, ...] = ()
    titles_en: tuple[str, ...] = ()
    due: str = ""
    single: bool = False
    sections: tuple[Section, ...] = ()
    fields: tuple[Field, ...] = ()
    lines: tuple[Entity, ...] = ()
    fixed_rows: tuple[FixedRow, ...] = ()

    @cached_property
    def field_by_key(self) -> dict[str, Field]:
        return {field.key: field for field in self.fields}

    @cached_property
    def identities(self) -> tuple[tuple[tuple[Field, ...], tuple[Field, ...]], ...]:
        """Of each identity the fields it needs, and those it looks at beside them."""
        fields = self.field_by_key
        return tuple(
            (tuple(fields[key] for key in one.needs), tuple(fields[key] for key in one.also)) for one in self.identity
        )

    @cached_property
    def line_by_key(self) -> dict[str, Entity]:
        return {line.key: line for line in self.lines}

    def field(self, key: str) -> Field:
        """The field of a key; ``KeyError`` for an unknown one."""
        return self.field_by_key[key]

    def find_field(self, path: str) -> Field | None:
        """The field a content path stands for: ``field`` or ``table/row/field``; None for any other path."""
        if "/" not in path:
            return self.field_by_key.get(path)
        table, _, rest = path.partition("/")
        line = self.line_by_key.get(table)
        return line.field_by_key.get(rest.partition("/")[2]) if line else None


class Measure(_Part, frozen=True):
    """A name in an ``aggregate``: records that satisfy ``count``, the sum of a field, or its distinct values.
    ``over`` is ``prev`` for the records of the period before."""

    count: str = ""
    sum: str = ""
    distinct: str = ""
    over: str = ""


class Rule(_Part, frozen=True):
    """A rule with its sentences. ``at`` are the fields its finding stands at; ``needs`` those without which it is
    skipped. ``excuses`` of the definition are the reasons ``covers`` accepts with the mark not-received."""

    id: RuleId
    entity: EntityKey
    level: IssueLevel
    message_th: str
    message_en: str
    kind: RuleKind = RuleKind.RECORD
    cel: str = ""
    needs: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    where: str = ""
    fields: tuple[str, ...] = ()
    among: str = ""
    register: str = ""
    ref: str = ""
    by: tuple[str, ...] = ()
    groups: str = ""
    let: dict[str, Measure] = {}


class FormSection(msgspec.Struct, frozen=True):
    """A section with its fields, in the order of the form."""

    key: str
    label_th: str
    label_en: str
    fields: tuple[Field, ...]


class Definition(_Part, frozen=True):
    """One version of one dataset's form. ``nil_allowed``: without any entry due, a unit may report "no data".
    ``migrate``: how entries move here from the version before."""

    dataset: DatasetKey
    version: int
    number: int
    name_th: str
    name_en: str
    short_th: str
    short_en: str
    bureau_th: str
    bureau_en: str
    levels: tuple[UnitLevel, ...]
    nil_allowed: bool
    entities: tuple[Entity, ...]
    remark_th: str = ""
    remark_en: str = ""
    choice_sets: dict[str, tuple[Choice, ...]] = {}
    excuses: tuple[Choice, ...] = ()
    rules: tuple[Rule, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    migrate: tuple[MigrateStep, ...] = ()

    def __post_init__(self) -> None:
        for entity in self.all_entities:
            for field in (*entity.fields, *entity.register_fields):
                if field.options:
                    raise ValueError(f"{self.dataset}: options of {field.key} are linked, never written")
                if field.choices:
                    force_setattr(field, "options", self.choice_sets.get(field.choices, ()))

    @cached_property
    def all_entities(self) -> tuple[Entity, ...]:
        """The entities with the line tables inside them."""
        return tuple(part for entity in self.entities for part in (entity, *entity.lines))

    @cached_property
    def entity_by_key(self) -> dict[str, Entity]:
        return {entity.key: entity for entity in self.all_entities}

    @cached_property
    def rule_by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def _rules_by_entity(self) -> dict[str, tuple[Rule, ...]]:
        return {key: tuple(rule for rule in self.rules if rule.entity == key) for key in self.entity_by_key}

    def entity(self, key: str) -> Entity:
        """The entity or line table of a key. Raises ``BadRequestError("entity-unknown")``."""
        entity = self.entity_by_key.get(key)
        if entity is None:
            raise BadRequestError("entity-unknown", dataset=self.dataset, entity=key)
        return entity

    def rule(self, rule_id: str) -> Rule:
        """The rule of an id; ``KeyError`` for an unknown one."""
        return self.rule_by_id[rule_id]

    def rules_of(self, entity_key: str, kind: RuleKind | None = None) -> tuple[Rule, ...]:
        """The rules of an entity, all or those of one kind, in file order."""
        rules = self._rules_by_entity.get(entity_key, ())
        return rules if kind is None else tuple(rule for rule in rules if rule.kind is kind)

    def choices(self, name: str) -> tuple[Choice, ...]:
        """A choice set by its name; empty for an unknown one."""
        return self.choice_sets.get(name, ())

    def sections(self, entity_key: str) -> tuple[FormSection, ...]:
        """The form of an entity: its sections, each with its fields."""
        entity = self.entity(entity_key)
        return tuple(
            FormSection(
                key=section.key,
                label_th=section.label_th,
                label_en=section.label_en,
                fields=tuple(field for field in entity.fields if field.section == section.key),
            )
            for section in entity.sections
        )

    def entered_at(self, entity: Entity, level: UnitLevel) -> bool:
        """Whether offices of a level have entries of a kind. The desk asks it before saving, central before taking."""
        return level in (entity.levels or self.levels)

    def main_entity(self, level: UnitLevel) -> Entity:
        """The entity a unit of that level reports: a snapshot, event or application, else the register itself.

        Raises ``BadRequestError("dataset-not-reported")`` where units of that level report nothing.
        """
        own = [entity for entity in self.entities if level in entity.levels]
        if level not in self.levels or not own:
            raise BadRequestError("dataset-not-reported", dataset=self.dataset, level=level.value)
        return next((entity for entity in own if entity.kind is not EntityKind.REGISTER), own[0])


_DECODER = msgspec.json.Decoder(Definition)


def read_definition(data: bytes | str) -> Definition:
    """A definition from its JSON. Raises ``BadRequestError("definition-unreadable")`` with the place and the reason."""
    try:
        return _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadRequestError("definition-unreadable", reason=str(error)) from error


def to_plain(definition: Definition) -> dict[str, Any]:
    """The definition as plain JSON values (what a file or message holds), without the linked options."""
    plain: dict[str, Any] = msgspec.to_builtins(definition)
    entities = [part for entity in plain["entities"] for part in (entity, *entity.get("lines", ()))]
    for entity in entities:
        for field in (*entity.get("fields", ()), *entity.get("register_fields", ())):
            field.pop("options", None)
    return plain
