"""What one frozen list comes to, in sums that add up: how its register stands, what was copied, and its indicators.

A device keeps these beside the list and so does central: the same list gives the same facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cdd_desktop.domain.record import REASON, Content, EntityKind, MarkState, Value
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.counting import Measured
from cdd_desktop.forms.definition import Definition, Entity, FieldType
from cdd_desktop.forms.indicators import Sums, indicator_sums
from cdd_desktop.ids import PeriodId, RecordId, UnitCode

AGES = ":ages"
"""The indicator made here: heads by sex and decade of age, for an entity that has both (``sex|40``)."""
AGE_UNKNOWN = "?"
_OLDEST = 70
_COUNTED = frozenset({FieldType.MONEY, FieldType.INTEGER, FieldType.DECIMAL})
_TELLING = 2  # figures other than zero that have to agree before a record looks copied
_YEAR_BE = 543


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a frozen list. ``register_id`` is the register entry it is about."""

    record_id: str
    entity: str
    content: Content
    mark: str = ""
    register_id: str | None = None


@dataclass(frozen=True, slots=True)
class ListFacts:
    """``registered`` entries of the register stand in the list, of which ``current`` were confirmed, changed or ended
    in it, or reported on; ``explained`` warnings carry a reason. Of ``compared`` records, which the period before has
    too, ``copied`` have the same figures throughout."""

    registered: int = 0
    current: int = 0
    explained: int = 0
    compared: int = 0
    copied: int = 0
    sums: Mapping[str, Sums] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UnitSums:
    """What an indicator comes to in one office's period."""

    unit: UnitCode
    period: PeriodId
    indicator: str
    sums: Sums


class FigureLine(NamedTuple):
    """One sum of an indicator as a row: ``part`` is a choice it is split by, "" for all of it."""

    indicator: str
    part: str
    total: int | None
    per: int | None
    counted: int


def lines_of(sums: Mapping[str, Sums]) -> list[FigureLine]:
    """The sums of a list as rows."""
    lines = []
    for indicator, each in sums.items():
        lines.append(FigureLine(indicator, "", each.total, each.per, each.counted))
        lines += [FigureLine(indicator, part, amount, None, 0) for part, amount in each.parts.items()]
    return lines


def sums_of(lines: Iterable[FigureLine]) -> dict[str, Sums]:
    """The sums that ``lines_of`` made rows of."""
    whole: dict[str, FigureLine] = {}
    parts: dict[str, dict[str, int]] = {}
    for line in lines:
        if not line.part:
            whole[line.indicator] = line
        elif line.total is not None:
            parts.setdefault(line.indicator, {})[line.part] = line.total
    return {name: Sums(one.total, one.per, one.counted, parts.get(name, {})) for name, one in whole.items()}


def compares(definition: Definition) -> bool:
    """Whether lists of this form are compared with those of the period before."""
    return any(entity.kind is EntityKind.SNAPSHOT and entity.previous for entity in definition.entities)


def list_facts(
    definition: Definition, entries: Sequence[Listed], before: Sequence[Listed], context: SubmissionContext
) -> ListFacts:
    """The facts of a list; ``before`` is the list of the period before, empty where there is none."""
    known = [entry for entry in entries if entry.entity in definition.entity_by_key]
    registered, current = _currency(definition, known)
    compared, copied = _copies(definition, known, before)
    sums = indicator_sums(definition, _measured(known, context), _measured(before, context))
    ages = _ages(definition, known, context)
    return ListFacts(
        registered=registered,
        current=current,
        explained=sum(
            path.startswith(REASON) and bool(text) for entry in known for path, text in entry.content.items()
        ),
        compared=compared,
        copied=copied,
        sums=sums | ages,
    )


def _measured(entries: Sequence[Listed], context: SubmissionContext) -> list[Measured]:
    by_id = {entry.record_id: entry for entry in entries}
    return [Measured(entry.entity, entry.content, _context(context, by_id, entry)) for entry in entries]


def _context(submission: SubmissionContext, by_id: Mapping[str, Listed], entry: Listed) -> Context:
    register = by_id.get(entry.register_id or "")
    return Context(submission, None if register is None else Related(RecordId(register.record_id), register.content))


def _currency(definition: Definition, entries: Iterable[Listed]) -> tuple[int, int]:
    """Entries of registers, and those of them that somebody has dealt with in this list."""
    registers, reported = {}, set()
    for entry in entries:
        if definition.entity(entry.entity).kind is EntityKind.REGISTER:
            registers[entry.record_id] = entry.mark
        elif entry.register_id and entry.mark != MarkState.NOT_RECEIVED:
            reported.add(entry.register_id)
    dealt = (MarkState.CONFIRMED, MarkState.CHANGED, MarkState.ENDED)
    return len(registers), sum(mark in dealt or record in reported for record, mark in registers.items())


def _copies(definition: Definition, entries: Iterable[Listed], before: Iterable[Listed]) -> tuple[int, int]:
    """How many records can be compared with the period before, and how many have the very same figures."""
    earlier: dict[tuple[object, ...], Listed | None] = {}
    for entry in before:
        key = _thing(definition, entry)
        if key is not None:
            earlier[key] = None if key in earlier else entry
    pairs = [
        (entry, then)
        for entry in entries
        if (key := _thing(definition, entry)) is not None and (then := earlier.get(key)) is not None
    ]
    return len(pairs), sum(
        looks_copied(definition.entity(now.entity), now.content, then.content) for now, then in pairs
    )


def _thing(definition: Definition, entry: Listed) -> tuple[object, ...] | None:
    """What finds the same thing in another period; None for kinds whose figures are not asked anew each time."""
    entity = definition.entity_by_key.get(entry.entity)
    if entity is None or entity.kind is not EntityKind.SNAPSHOT or not entity.previous:
        return None
    return (entity.key, *(str(entry.content.get(name, "")) for name in entity.previous))


def looks_copied(entity: Entity, now: Content, then: Content) -> bool:
    """Whether all typed amounts and counts are those of the period before, and at least two of them tell something."""
    pairs = [(now.get(key), then.get(key)) for key in _amounts(entity)]
    return all(one == other for one, other in pairs) and sum(bool(one) for one, _ in pairs) >= _TELLING


def _amounts(entity: Entity) -> Iterator[str]:
    for each in entity.fields:
        if each.type in _COUNTED and each.computed is None:
            yield each.key


def _ages(definition: Definition, entries: Iterable[Listed], context: SubmissionContext) -> dict[str, Sums]:
    """Active people by sex and decade at the end of the period."""
    parts: dict[str, int] = {}
    for entry in entries:
        fields = definition.entity(entry.entity).field_by_key
        if {"sex", "birth_year"} <= fields.keys() and entry.content.get("status", "active") == "active":
            sex = str(entry.content.get("sex") or AGE_UNKNOWN)
            part = f"{sex}|{_decade(entry.content, context.period_end.year)}"
            parts[part] = parts.get(part, 0) + 1
    heads = sum(parts.values())
    return {AGES: Sums(heads, None, heads, parts)} if heads else {}


def _decade(content: Content, year: int) -> str:
    """The age in whole decades at the end of the year the period ends in, "?" where the year of birth is not known."""
    born = _year(content.get("birth_date"), content.get("birth_year"))
    if born is None or not 0 <= year - born < 130:
        return AGE_UNKNOWN
    return str(min((year - born) // 10 * 10, _OLDEST))


def _year(on: Value, year_be: Value) -> int | None:
    if isinstance(on, str) and on[:4].isdigit():
        return int(on[:4])
    return year_be - _YEAR_BE if isinstance(year_be, int) else None
