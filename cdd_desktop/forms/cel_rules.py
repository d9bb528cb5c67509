"""CEL expressions of a definition: compiled once, run with only the names they use (docs/forms.md).

No value is a float: money, decimals and percentages are hundredths, dates text, blank is null. The library's logger is
silenced because it writes the text of exceptions; the functions it is given never raise.
"""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Callable, Mapping
from functools import cached_property
from types import ModuleType
from typing import Any

# The library imports its own command line (typer, rich, prompt_toolkit), a fifth of our starting time, for nothing.
sys.modules.setdefault("cel.cli", ModuleType("cel.cli"))

import cel  # noqa: E402

from cdd_desktop.domain.record import Value  # noqa: E402
from cdd_desktop.forms import cel_functions  # noqa: E402
from cdd_desktop.forms.cel_python import GROUPS, Sight, Translation, UnsureError, translated  # noqa: E402
from cdd_desktop.forms.context import SubmissionContext  # noqa: E402
from cdd_desktop.forms.definition import Definition, Entity, Field, Rule, RuleKind  # noqa: E402
from cdd_desktop.forms.stored import box_of  # noqa: E402
from cdd_desktop.ids import RuleId  # noqa: E402

logging.getLogger("cel").setLevel(logging.CRITICAL + 1)

SAME_ENTRY = "same-entry"  # the written reason why two entries with one natural key are both right
_TEXTS = re.compile(r"'[^']*'")
_MEMBER = re.compile(r"\b(reg|prev|prev_year|ctx)\.(\w+)")
_PAST = re.compile(r"\bpast\[(\d)\]\.(\w+)")
_TABLE = re.compile(r"\blines\.(\w+)")
_BOUND = re.compile(r"\.(?:exists|exists_one|all|filter|map)\(\s*(\w+)\s*,")
_BOUND_MEMBER = re.compile(r"\b(\w+)\.(\w+)")
_FAULTS = (ValueError, TypeError, KeyError, IndexError, RuntimeError, ArithmeticError)


class BrokenExpressionError(Exception):
    """An expression raised or answered with the wrong type. It carries no data."""


class Expression:
    """One CEL text with the names it reads; compiled on first use. Safe to share between threads."""

    def __init__(self, text: str) -> None:
        self.text = text
        bare = _TEXTS.sub("''", text)
        self.bound = frozenset(_BOUND.findall(bare))
        self.members = {(group, key) for group, key in _MEMBER.findall(bare)}
        self.past = {(int(place), key) for place, key in _PAST.findall(bare)}
        self.tables = frozenset(_TABLE.findall(bare))
        self.cells = frozenset(key for name, key in _BOUND_MEMBER.findall(bare) if name in self.bound)

    @cached_property
    def program(self) -> cel.Program:
        return cel.compile(self.text)

    @cached_property
    def names(self) -> frozenset[str]:
        """Top-level names, without variables the expression binds itself."""
        return frozenset(self.program.variables()) - self.bound

    @cached_property
    def own(self) -> frozenset[str]:
        """Names that must be fields of the record."""
        return self.names - {*GROUPS, "past", "lines"}

    @cached_property
    def functions(self) -> frozenset[str]:
        """Our functions among those it calls."""
        return frozenset(self.program.functions()) & cel_functions.NAMES

    @property
    def reads(self) -> frozenset[str]:
        """Fields and tables of the record itself."""
        return self.own | self.tables

    @cached_property
    def all_names(self) -> Names:
        return Names.of(self)

    @cached_property
    def quick(self) -> Translation | None:
        """The expression in Python, where it can be translated."""
        return translated(self.text)

    def answer(self, sight: Sight, context: Callable[[], cel.Context]) -> Any:
        """The answer by the translation where that is sure of it, else the library's, as ``run``."""
        if self.quick is not None:
            try:
                return self.quick(sight)
            except UnsureError:
                pass
        return self.run(context())

    def run(self, context: cel.Context | dict[str, Any]) -> Any:
        """The library's answer. Raises ``BrokenExpressionError``."""
        try:
            return self.program.execute(context)
        except _FAULTS:
            raise BrokenExpressionError(self.text) from None

    def holds(self, context: cel.Context | dict[str, Any]) -> bool:
        """The answer of a condition. Raises ``BrokenExpressionError`` also for an answer that is no boolean."""
        return self.condition(self.run(context))

    def condition(self, answer: Any) -> bool:
        """An answer that has to be a boolean. Raises ``BrokenExpressionError`` for any other."""
        if not isinstance(answer, bool):
            raise BrokenExpressionError(self.text)
        return answer


class CompiledRule:
    """A rule about one record with its expression; ``needs`` are split into (group, key) and ("", field)."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.expression = Expression(rule.cel)
        self.needs = tuple(_split(need) for need in rule.needs)
        self.own_needs = tuple(key for group, key in self.needs if not group)
        self.other_needs = tuple(need for need in self.needs if need[0])


class EntityRules:
    """Everything that is evaluated about one entity. ``boxes`` are its fields, ``cell_boxes`` those of its tables."""

    def __init__(self, definition: Definition, entity: Entity) -> None:
        self.entity = entity
        fields = entity.fields
        self.boxes = {field.key: box_of(field) for field in fields}
        self.cell_boxes = {line.key: tuple(box_of(field) for field in line.fields) for line in entity.lines}
        self.visible = {field.key: Expression(field.visible_if) for field in fields if field.visible_if}
        self.required = {field.key: Expression(field.required_if) for field in fields if field.required_if}
        self.start = {field.key: Expression(field.start) for field in fields if field.start}
        self.computed = {
            field.key: (Expression(field.computed.cel), tuple(_split(need) for need in field.computed.needs))
            for field in fields
            if field.computed and field.computed.cel
        }
        self.rules = tuple(CompiledRule(rule) for rule in definition.rules_of(entity.key, RuleKind.RECORD))
        self._nulls: dict[str, Value] = dict.fromkeys(self.boxes)
        self._lists = tuple(key for key, box in self.boxes.items() if box.is_list)
        self._behind: dict[frozenset[str], frozenset[str]] = {}
        self._alike = {rule.id: frozenset(rule.fields) for rule in definition.rules_of(entity.key, RuleKind.UNIQUE)}
        named = (key for identity in entity.identity for key in (*identity.needs, *identity.also))
        self._alike[RuleId(SAME_ENTRY)] = frozenset(named)
        self._counted = _counted(definition, entity)

    @cached_property
    def judging_names(self) -> Names:
        """All names that record rules and conditions of what is required read, for one context that serves them
        all."""
        return Names.of(*self.required.values(), *(compiled.expression for compiled in self.rules))

    @cached_property
    def visible_names(self) -> Names:
        """The same of all conditions of visibility."""
        return Names.of(*self.visible.values())

    @cached_property
    def typed(self) -> tuple[tuple[str, Field, Callable[[Any, SubmissionContext], bool]], ...]:
        """The fields that people fill, each with its test of bounds (``stored.Box``)."""
        return tuple((key, box.field, box.sound) for key, box in self.boxes.items() if box.typed)

    def blanks(self) -> dict[str, Value]:
        """What expressions see of a record with nothing in it."""
        return {**self._nulls, **{key: [] for key in self._lists}}

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(self.entity.field_by_key)

    @cached_property
    def always_required(self) -> frozenset[str]:
        return frozenset(field.key for field in self.entity.fields if field.required)

    @cached_property
    def seen(self) -> frozenset[str]:
        """All fields, and those of the tables as ``table/field``."""
        return self.keys | self.cells.keys()

    @cached_property
    def required_cells(self) -> frozenset[str]:
        return frozenset(path for path, field in self.cells.items() if field.required)

    @cached_property
    def cells(self) -> dict[str, Field]:
        """The fields of the entity's tables, as ``table/field``."""
        return {f"{line.key}/{field.key}": field for line in self.entity.lines for field in line.fields}

    @cached_property
    def wanted(self) -> dict[str, frozenset[str]]:
        """The keys that any expression reads of related records, by ``reg``, ``prev``, ``prev_year`` and ``past``."""
        found: dict[str, set[str]] = {}
        for expression in (*self._expressions(), *map(Expression, self._counted)):
            for group, key in expression.members:
                found.setdefault(group, set()).add(key)
            for _, key in expression.past:
                found.setdefault("past", set()).add(key)
        for _, needs in self.computed.values():
            for group, key in needs:
                found.setdefault(group, set()).add(key)
        for compiled in self.rules:
            for group, key in compiled.needs:
                found.setdefault(group, set()).add(key)
        return {group: frozenset(keys) for group, keys in found.items()}

    def behind(self, keys: frozenset[str]) -> frozenset[str]:
        """The fields and tables without which these fields cannot be worked out, themselves included."""
        found = self._behind.get(keys)
        if found is None:
            waiting, seen = list(keys), set()
            while waiting:
                name = waiting.pop()
                if name not in seen:
                    seen.add(name)
                    waiting += self.visible[name].reads if name in self.visible else ()
                    if name in self.computed:
                        expression, needs = self.computed[name]
                        waiting += [*expression.reads, *(key for group, key in needs if not group)]
            found = self._behind[keys] = frozenset(seen)
        return found

    def looks_at_itself(self, key: str) -> bool:
        """Whether what a field comes to follows from fields of its own record and from the round alone."""
        found = [self.visible[key]] if key in self.visible else []
        found += [self.computed[key][0]] if key in self.computed else []
        return all(not (one.past or one.tables) and {group for group, _ in one.members} <= {"ctx"} for one in found)

    def reads(self, rule_id: str) -> frozenset[str]:
        """The fields and tables a rule depends on, through calculated fields and visibility too."""
        compiled = next((compiled for compiled in self.rules if compiled.rule.id == rule_id), None)
        if compiled is None:
            return self._alike.get(RuleId(rule_id), frozenset())
        needed = {key for group, key in compiled.needs if not group}
        return self.behind(compiled.expression.reads | needed)

    def _expressions(self) -> list[Expression]:
        computed = [expression for expression, _ in self.computed.values()]
        rules = [compiled.expression for compiled in self.rules]
        return [*self.visible.values(), *self.required.values(), *self.start.values(), *computed, *rules]


def _counted(definition: Definition, entity: Entity) -> list[str]:
    """What indicators of an entity ask of other records."""
    found = []
    for indicator in definition.indicators:
        formula = indicator.formula
        while formula is not None:
            if (formula.entity or indicator.entity) == entity.key:
                found += [text for text in formula.texts if any(f"{group}." in text for group in GROUPS)]
            formula = formula.per
    return found


class Names:
    """The names some expressions read, by where they come from."""

    def __init__(self) -> None:
        self.own: set[str] = set()
        self.members: dict[str, set[str]] = {}
        self.past: dict[int, set[str]] = {}
        self.tables: set[str] = set()
        self.cells: set[str] = set()
        self.functions: set[str] = set()

    @classmethod
    def of(cls, *expressions: Expression) -> Names:
        names = cls()
        for expression in expressions:
            names.own |= expression.own
            names.tables |= expression.tables
            names.cells |= expression.cells
            names.functions |= expression.functions
            for group, key in expression.members:
                names.members.setdefault(group, set()).add(key)
            for place, key in expression.past:
                names.past.setdefault(place, set()).add(key)
        return names


class FormRules:
    """The compiled expressions of one definition, made entity by entity when first asked for."""

    def __init__(self, definition: Definition) -> None:
        self.definition = definition
        self._entities: dict[str, EntityRules] = {}
        self._loose: dict[str, tuple[Expression, Names]] = {}

    def of(self, entity_key: str) -> EntityRules:
        found = self._entities.get(entity_key)
        if found is None:
            found = self._entities[entity_key] = EntityRules(self.definition, self.definition.entity(entity_key))
        return found

    def expression(self, text: str) -> tuple[Expression, Names]:
        """Any other expression of the definition (``where``, ``due``, ``cel`` of an aggregate)."""
        found = self._loose.get(text)
        if found is None:
            expression = Expression(text)
            found = self._loose[text] = (expression, expression.all_names)
        return found


_FORMS: dict[int, FormRules] = {}


def form_rules(definition: Definition) -> FormRules:
    """The compiled rules of a definition; they and it stay for the life of the process."""
    found = _FORMS.get(id(definition))
    if found is None:
        found = _FORMS[id(definition)] = FormRules(definition)
    return found


def context(variables: Mapping[str, Any], names: Names, functions: Mapping[str, Callable[..., Any]]) -> cel.Context:
    """A context for one thread, holding the functions that the names include."""
    return cel.Context(dict(variables), {name: functions[name] for name in names.functions})


def _split(need: str) -> tuple[str, str]:
    group, _, key = need.rpartition(".")
    return group, key
