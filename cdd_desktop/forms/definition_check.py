"""Proves a definition before it is published: what expressions cannot tell at run time must be right beforehand.

``||`` and ``&&`` swallow errors, so a misspelt name would show only when the other side is false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.forms.cel_functions import NAMES
from cdd_desktop.forms.cel_rules import Expression
from cdd_desktop.forms.definition import (
    HUNDREDTHS,
    LISTS,
    Definition,
    Entity,
    Field,
    FieldType,
    Rule,
    RuleKind,
    Section,
)
from cdd_desktop.forms.formula import AREAS, Indicator
from cdd_desktop.forms.world import CTX_KEYS

RESERVED = frozenset(
    {"as", "break", "const", "continue", "else", "false", "for", "function", "if", "import", "in", "let", "loop"}
    | {"package", "namespace", "null", "return", "true", "var", "void", "while", "id", "reg", "prev", "prev_year"}
    | {"past", "lines", "ctx", "code"}
)
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_BOUND_MEMBER = re.compile(r"\b([a-z])\.(\w+)")
_CHOSEN = frozenset({FieldType.CHOICE, FieldType.MULTI_CHOICE})
_MACROS = frozenset({"size", "exists", "exists_one", "all", "filter", "map"})


def check(definition: Definition) -> tuple[str, ...]:
    """Everything that is wrong with a definition, as lines for the person who publishes it; empty when it is sound."""
    return tuple(
        chain(
            _repeated("entity", (entity.key for entity in definition.all_entities)),
            _repeated("rule", (rule.id for rule in definition.rules)),
            _repeated("indicator", (indicator.key for indicator in definition.indicators)),
            chain.from_iterable(_entity_faults(definition, entity) for entity in definition.all_entities),
            chain.from_iterable(_rule_faults(definition, rule) for rule in definition.rules),
            _indicator_faults(definition),
            _text_faults(definition),
        )
    )


class _Scope:
    """The names an expression of one entity may use."""

    def __init__(self, definition: Definition, entity: Entity) -> None:
        own = {field.key for field in entity.fields}
        self.own = own
        self.tables = {line.key: {field.key for field in line.fields} | {"code"} for line in entity.lines}
        register: set[str] = set()
        if entity.register is not None:
            known = definition.entity_by_key.get(entity.register)
            foreign = entity.register_dataset not in (None, definition.dataset)
            fields = entity.register_fields if foreign or known is None else known.fields
            register = {field.key for field in fields} | {"id"}
        self.members = {"ctx": set(CTX_KEYS), "reg": register, "prev": own | {"id"}, "prev_year": own | {"id"}}

    def faults(self, text: str, where: str, own: set[str] | None = None) -> Iterator[str]:
        """What is wrong with an expression; ``own`` replaces the entity's fields as its plain names."""
        if not text:
            return
        expression = Expression(text)
        try:
            names = expression.own
        except ValueError as error:
            yield f"{where}: {str(error).splitlines()[0]}"
            return
        yield from (f"{where}: unknown name {name}" for name in sorted(names - (self.own if own is None else own)))
        for group, key in sorted(expression.members):
            if key not in self.members[group]:
                yield f"{where}: unknown name {group}.{key}"
        yield from (f"{where}: unknown name past[].{key}" for _, key in sorted(expression.past) if key not in self.own)
        yield from (f"{where}: unknown table {table}" for table in sorted(expression.tables - set(self.tables)))
        cells = set().union(*(self.tables[table] for table in expression.tables & set(self.tables)))
        bare = re.sub(r"'[^']*'", "''", text)
        for name, key in _BOUND_MEMBER.findall(bare):
            if name in expression.bound and key not in cells | _MACROS:
                yield f"{where}: unknown name {name}.{key}"
        called = {name for name in expression.program.functions() if name.isidentifier() and not name.startswith("_")}
        yield from (f"{where}: unknown function {name}" for name in sorted(called - NAMES - _MACROS))


def _repeated(what: str, keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield f"{what} {key}: given twice"
        seen.add(key)


def _entity_faults(definition: Definition, entity: Entity) -> Iterator[str]:
    scope = _Scope(definition, entity)
    keys = {field.key for field in entity.fields}
    yield from _repeated(f"{entity.key}: field", [*(field.key for field in entity.fields), *scope.tables])
    for field in (*entity.fields, *entity.register_fields):
        yield from _field_faults(definition, entity, field)
    for field in entity.fields:
        where = f"{entity.key}.{field.key}"
        if not any(section.key == field.section for section in entity.sections):
            yield f"{where}: unknown section {field.section!r}"
        computed = {other.key for other in entity.fields if other.computed}
        yield from scope.faults(field.visible_if, f"{where} visible_if", keys - computed)
        yield from scope.faults(field.required_if, f"{where} required_if")
        yield from scope.faults(field.start, f"{where} start", set())
        if field.computed is not None:
            yield from _computed_faults(definition, entity, field, scope)
    named = {*entity.previous, *chain.from_iterable((*way.needs, *way.also) for way in entity.identity)} - {"id"}
    yield from (f"{entity.key}: unknown field {key}" for key in sorted(named - keys))
    if entity.kind is EntityKind.SNAPSHOT and entity.ref not in keys:
        yield f"{entity.key}: a snapshot needs the field that points to its register entry"
    if entity.kind is not EntityKind.LINE and not entity.levels:
        yield f"{entity.key}: nobody records it"
    yield from scope.faults(entity.due, f"{entity.key} due")


def _field_faults(definition: Definition, entity: Entity, field: Field) -> Iterator[str]:
    where = f"{entity.key}.{field.key}"
    if not _KEY.fullmatch(field.key) or field.key in RESERVED or field.key in NAMES:
        yield f"{where}: not a possible name"
    if (field.type in _CHOSEN) != bool(field.choices):
        yield f"{where}: choices belong to choice fields only"
    elif field.choices and not definition.choices(field.choices):
        yield f"{where}: unknown choices {field.choices}"
    if field.type in HUNDREDTHS and field.decimals not in (0, 1, 2):
        yield f"{where}: decimals must be 0, 1 or 2"
    yield from _fill_faults(entity, field, where)
    if field.computed is not None and (field.required or field.required_if):
        yield f"{where}: a calculated field is never required"


def _fill_faults(entity: Entity, field: Field, where: str) -> Iterator[str]:
    """What the entry referred to has, ``references.fill_faults`` proves: it may be of another dataset."""
    if field.fills and (field.type is not FieldType.RECORD_REF or not field.ref):
        yield f"{where}: only a reference fills other fields"
    for target in field.fills:
        filled = entity.field_by_key.get(target)
        if filled is None or filled.computed is not None or filled is field:
            yield f"{where}: cannot fill {target}"


def _computed_faults(definition: Definition, entity: Entity, field: Field, scope: _Scope) -> Iterator[str]:
    where = f"{entity.key}.{field.key} computed"
    computed = field.computed
    assert computed is not None
    if bool(computed.cel) == (computed.roll_up is not None):
        yield f"{where}: either cel or roll_up"
    later = {
        other.key for other in entity.fields[entity.fields.index(field) :] if other.computed and other.computed.cel
    }
    yield from scope.faults(computed.cel, where, scope.own - later)
    yield from _need_faults(computed.needs, where, scope)
    if computed.roll_up is not None and not computed.roll_up.units:
        source = definition.entity_by_key.get(computed.roll_up.entity)
        if source is None:
            yield f"{where}: unknown entity {computed.roll_up.entity}"
            return
        yield from _Scope(definition, source).faults(computed.roll_up.where, where)
        if computed.roll_up.sum and computed.roll_up.sum not in source.field_by_key:
            yield f"{where}: unknown field {computed.roll_up.sum}"


def _need_faults(needs: tuple[str, ...], where: str, scope: _Scope) -> Iterator[str]:
    for need in needs:
        group, _, key = need.rpartition(".")
        if key not in (scope.members.get(group, set()) if group else scope.own | set(scope.tables)):
            yield f"{where}: unknown need {need}"


def _rule_faults(definition: Definition, rule: Rule) -> Iterator[str]:
    entity = definition.entity_by_key.get(rule.entity)
    if entity is None:
        yield f"{rule.id}: unknown entity {rule.entity}"
        return
    scope = _Scope(definition, entity)
    where = rule.id
    yield from (
        f"{where}: stands at unknown field {key}" for key in rule.at if key not in scope.own | set(scope.tables)
    )
    if rule.kind is RuleKind.AGGREGATE:
        yield from scope.faults(rule.cel, where, set(rule.let))
        yield from (f"{where}: unknown need {need}" for need in rule.needs if need not in rule.let)
        for name, measure in rule.let.items():
            yield from scope.faults(measure.count, f"{where} {name}")
            fields = [key for key in (measure.sum, measure.distinct) if key]
            yield from (f"{where} {name}: unknown field {key}" for key in fields if key not in scope.own)
    else:
        yield from scope.faults(rule.cel, where)
        yield from _need_faults(rule.needs, where, scope)
    if rule.kind is RuleKind.COVERS:
        register = definition.entity_by_key.get(rule.register)
        known = {field.key for field in (register.fields if register else entity.register_fields)}
        yield from scope.faults(rule.where, f"{where} where", known)
    else:
        yield from scope.faults(rule.where, f"{where} where")
    unknown = {*rule.fields, *rule.by, *([rule.ref] if rule.ref else [])} - scope.own
    yield from (f"{where}: unknown field {key}" for key in sorted(unknown))
    if rule.kind is RuleKind.RECORD and not rule.cel:
        yield f"{where}: says nothing"


def _indicator_faults(definition: Definition) -> Iterator[str]:
    for indicator in definition.indicators:
        entity = definition.entity_by_key.get(indicator.entity)
        if entity is None:
            yield f"indicator {indicator.key}: unknown entity {indicator.entity}"
            continue
        yield from _formula_faults(definition, entity, indicator)


def _formula_faults(definition: Definition, entity: Entity, indicator: Indicator) -> Iterator[str]:
    where, formula = f"indicator {indicator.key}", indicator.formula
    while formula is not None:
        counted = definition.entity_by_key.get(formula.entity) if formula.entity else entity
        if counted is None:
            yield f"{where}: unknown entity {formula.entity}"
            return
        scope = _Scope(definition, counted)
        for text in formula.texts:
            yield from scope.faults(text, where)
        yield from (f"{where}: unknown field {key}" for key in formula.split if key not in scope.own)
        if formula.moved and not (formula.moved in scope.own and counted.field(formula.moved).choices):
            yield f"{where}: {formula.moved} is no choice"
        if formula.area not in ("", *AREAS):
            yield f"{where}: unknown area {formula.area}"
        formula = formula.per


def _text_faults(definition: Definition) -> Iterator[str]:
    """Every label has both languages, every help and unit too when there is one."""
    for entity in definition.all_entities:
        parts: tuple[Entity | Section | Field, ...] = (entity, *entity.sections, *entity.fields)
        yield from (f"{entity.key}.{part.key}: a label is missing" for part in parts if not _labelled(part))
        for field in entity.fields:
            if bool(field.help_th) != bool(field.help_en) or bool(field.unit_th) != bool(field.unit_en):
                yield f"{entity.key}.{field.key}: help or unit in one language only"
            if field.max_items is not None and field.type not in LISTS:
                yield f"{entity.key}.{field.key}: max_items belongs to lists"
    for rule in definition.rules:
        if not rule.message_th or not rule.message_en:
            yield f"{rule.id}: a message is missing"


def _labelled(part: Entity | Section | Field) -> bool:
    return bool(part.label_th and part.label_en)
