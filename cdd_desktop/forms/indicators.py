"""The figures of a dataset over the records of one submission, as its definition words them (docs/forms.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.cel_rules import form_rules
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, Formula, Indicator
from cdd_desktop.forms.evaluate import worked_out

_PERCENT = "ร้อยละ"


@dataclass(frozen=True, slots=True)
class Measured:
    """A record that is counted, with what its rules see."""

    entity: str
    content: Content
    context: Context


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's value: None where nothing could be measured. ``decimals`` says that ``value`` is in hundredths.
    ``parts`` are (choice, value) where the indicator is split."""

    indicator: Indicator
    value: int | None
    decimals: bool = False
    parts: tuple[tuple[str, int], ...] = ()


def figures(definition: Definition, records: Sequence[Measured]) -> tuple[Figure, ...]:
    """The indicators that one submission's records can tell; those that need more (``note``) are left out."""
    found = []
    for indicator in definition.indicators:
        own = [record for record in records if record.entity == indicator.entity]
        if indicator.formula is not None and not indicator.note and own:
            found.append(_figure(definition, indicator, indicator.formula, own))
    return tuple(found)


def _figure(definition: Definition, indicator: Indicator, formula: Formula, records: Sequence[Measured]) -> Figure:
    texts = sorted({text for each in _formulas(formula) for text in (each.count, each.sum, each.mean) if text})
    keys = sorted({formula.by} if formula.by else set())
    values = [
        worked_out(definition, record.entity, record.content, record.context, [*texts, *keys]) for record in records
    ]
    exact = _in_hundredths(definition, indicator.entity, formula)
    total = _total(formula, values)
    if formula.per is not None:
        share = indicator.unit_th.startswith(_PERCENT)
        same = exact and _in_hundredths(definition, indicator.entity, formula.per)
        return Figure(
            indicator, _divided(total, _total(formula.per, values), share=share, exact=exact, same=same), True
        )
    if formula.mean:
        counted = sum(1 for each in values if _number(each[formula.mean]) is not None)
        return Figure(indicator, _rounded((total or 0) * (1 if exact else 100), counted), True)
    return Figure(indicator, total, exact, tuple(_parts(definition, indicator, formula, values)))


def _formulas(formula: Formula | None) -> Iterator[Formula]:
    while formula is not None:
        yield formula
        formula = formula.per


def _total(formula: Formula, values: Iterable[dict[str, Any]]) -> int | None:
    """The records that count, or the sum of what is filled; None where nothing is."""
    if formula.count:
        return sum(1 for each in values if each[formula.count] is True)
    numbers = [_number(each[formula.sum or formula.mean]) for each in values]
    filled = [number for number in numbers if number is not None]
    return sum(filled) if filled else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _divided(total: int | None, per: int | None, *, share: bool, exact: bool, same: bool) -> int | None:
    """A quotient in hundredths: of a hundred for a share, else of the unit of what is divided."""
    if total is None or not per:
        return None
    if share:
        return _rounded(total * 10_000, per)
    return _rounded(total * (1 if exact and not same else 100), per)


def _rounded(total: int, by: int) -> int | None:
    """Half up, away from nothing."""
    if not by:
        return None
    quotient = (abs(total) * 2 + abs(by)) // (abs(by) * 2)
    return quotient if (total < 0) == (by < 0) else -quotient


def _in_hundredths(definition: Definition, entity_key: str, formula: Formula) -> bool:
    """Whether what is added up is kept in hundredths."""
    text = formula.sum or formula.mean
    if not text:
        return False
    fields = definition.entity(entity_key).field_by_key
    expression, _ = form_rules(definition).expression(text)
    return any(name in fields and fields[name].type in HUNDREDTHS for name in expression.own)


def _parts(
    definition: Definition, indicator: Indicator, formula: Formula, values: Sequence[dict[str, Any]]
) -> Iterator[tuple[str, int]]:
    """The value for each choice that occurs, in the order of the form."""
    if not formula.by:
        return
    for choice in definition.entity(indicator.entity).field(formula.by).options:
        chosen = [each for each in values if choice.value in _listed(each[formula.by])]
        amount = _total(formula, chosen)
        if chosen and amount:
            yield choice.value, amount


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)
