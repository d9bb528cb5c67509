"""What the expressions about one record may look at beside the record: ``ctx``, ``reg``, ``prev``, ``past`` …

Everything is worked out on first use, because most records need little of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.cel_functions import functions
from cdd_desktop.forms.cel_rules import Names, form_rules
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition, Entity, Field
from cdd_desktop.geography import geography
from cdd_desktop.periods.fiscal import BUDDHIST_OFFSET

Values = dict[str, Any]
Settle = Callable[[Entity, Related, "World", frozenset[str]], Values]

CTX_KEYS = (
    "fy",
    "fy_start",
    "fy_end",
    "period_key",
    "period_start",
    "period_end",
    "prev_period_end",
    "opens_on",
    "due_on",
    "today",
    "unit_level",
    "unit_code",
    "province_code",
    "unit_tambons",
)


class World:
    """The surroundings of one record of an entity. ``settle`` works out the wanted values of a related record."""

    def __init__(self, definition: Definition, entity: Entity, context: Context, settle: Settle) -> None:
        self.definition = definition
        self.entity = entity
        self.context = context
        self._settle = settle
        self._groups: dict[str, Values] = {}

    @property
    def wanted(self) -> dict[str, frozenset[str]]:
        return form_rules(self.definition).of(self.entity.key).wanted

    @cached_property
    def functions(self) -> dict[str, Callable[..., Any]]:
        return functions(self._tambon_count)

    def _ctx(self) -> Values:
        memory = self.context.submission.memory
        known: Values | None = memory.get("ctx")
        if known is None:
            known = memory["ctx"] = ctx_values(self.context.submission)
        return known

    def _reg(self) -> Values:
        """The register entry: worked out like any record, or by the declared fields for another dataset's."""
        entity = self.entity
        related = self.context.register
        if entity.register is None:
            return {}
        if entity.register_dataset not in (None, self.definition.dataset):
            return declared_values(entity.register_fields, related)
        register = self.definition.entity(entity.register)
        if related is None:
            return blank_values(register.fields)
        submission = self.context.submission
        if (known := related.seen.get(entity.key)) is not None and known[0] is submission and known[1] is entity:
            return known[2]
        world = World(self.definition, register, Context(submission=submission), self._settle)
        found = self._settle(register, related, world, self.wanted.get("reg", frozenset()))
        related.seen[entity.key] = (submission, entity, found)  # several records may belong to it
        return found

    def _prev(self) -> Values:
        if self.context.prev is None:
            return self._blank()
        wanted = self.wanted.get("prev", frozenset()) | self.wanted.get("past", frozenset())
        return self._same(self.context.prev, wanted)

    def _prev_year(self) -> Values:
        if self.context.prev_year is None:
            return self._blank()
        return self._same(self.context.prev_year, self.wanted.get("prev_year", frozenset()))

    def past(self, place: int) -> Values:
        past = self.context.past
        if place == 0:
            return self.group("prev")
        related = past[place] if place < len(past) else None
        return self._blank() if related is None else self._same(related, self.wanted.get("past", frozenset()))

    def group(self, name: str) -> Values:
        """The values behind ``reg``, ``prev``, ``prev_year`` or ``ctx``."""
        values = self._groups.get(name)
        if values is None:
            values = self._groups[name] = _GROUPS[name](self)
        return values

    def variables(self, names: Names, own: Mapping[str, Any], rows: Mapping[str, list[Values]]) -> Values:
        """The variables of a context for these names; a key that nobody declares is blank."""
        result: Values = {name: own.get(name) for name in names.own}
        for group, keys in names.members.items():
            result[group] = picked(self.group(group), keys)
        if names.past:
            result["past"] = [picked(self.past(place), names.past.get(place, ())) for place in range(3)]
        if names.tables:
            cells = names.cells
            result["lines"] = {table: [picked(row, cells) for row in rows.get(table, [])] for table in names.tables}
        return result

    def _same(self, related: Related, wanted: frozenset[str]) -> Values:
        context = Context(submission=self.context.submission, register=self.context.register)
        return self._settle(self.entity, related, World(self.definition, self.entity, context, self._settle), wanted)

    def _blank(self) -> Values:
        """A record of the entity that is not there, made once in a round."""
        memory = self.context.submission.memory
        known: Values | None = memory.get(id(self.entity))
        if known is None:
            known = memory[id(self.entity)] = blank_values(self.entity.fields)
        return known

    def _tambon_count(self, code: str) -> int | None:
        known = self.context.submission.tambon_counts.get(code)
        return known if known is not None else geography().tambon_count(code) or None


_GROUPS: dict[str, Callable[[World], Values]] = {
    "ctx": World._ctx,
    "reg": World._reg,
    "prev": World._prev,
    "prev_year": World._prev_year,
}


def ctx_values(submission: SubmissionContext) -> Values:
    """The ``ctx`` of expressions: dates as ISO text, the fiscal year as its Buddhist number."""
    first_year = submission.fiscal_year - BUDDHIST_OFFSET - 1
    return {
        "fy": submission.fiscal_year,
        "fy_start": date(first_year, 10, 1).isoformat(),
        "fy_end": date(first_year + 1, 9, 30).isoformat(),
        "period_key": submission.period_key,
        "period_start": submission.period_start.isoformat(),
        "period_end": submission.period_end.isoformat(),
        "prev_period_end": submission.prev_period_end.isoformat(),
        "opens_on": submission.opens_on.isoformat(),
        "due_on": submission.due_on.isoformat(),
        "today": submission.today.isoformat(),
        "unit_level": submission.unit_level.value,
        "unit_code": str(submission.unit_code),
        "province_code": str(submission.unit_code[:2]),
        "unit_tambons": list(submission.unit_tambons),
    }


def blank(field: Field) -> Value:
    """What a blank field is to expressions: null, or an empty list."""
    return [] if field.is_list else None


def blank_values(fields: tuple[Field, ...]) -> Values:
    return {"id": None, **{field.key: blank(field) for field in fields}}


def declared_values(fields: tuple[Field, ...], related: Related | None) -> Values:
    """The declared fields of a record whose own definition is not at hand, as they are stored."""
    values = blank_values(fields)
    if related is not None:
        values["id"] = related.id
        for field in fields:
            stored = related.content.get(field.key)
            if stored is not None and isinstance(stored, list) == field.is_list:
                values[field.key] = stored
    return values


def picked(values: Mapping[str, Any], keys: Iterable[str]) -> Values:
    return {key: values.get(key) for key in keys}
