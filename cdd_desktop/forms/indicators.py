"""The figures of a dataset over the records of one submission, as its definition words them (docs/forms.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Sums:
    """What an indicator comes to over some records, so that it can be added to what it comes to over others.

    ``total`` and ``per`` (what it is divided by) are None where nothing is filled; ``counted`` records had something
    to count; ``parts`` are by choice."""

    total: int | None = None
    per: int | None = None
    counted: int = 0
    parts: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Sums) -> Sums:
        parts = Counter(self.parts)
        parts.update(other.parts)
        return Sums(_added(self.total, other.total), _added(self.per, other.per), self.counted + other.counted, parts)


def figures(definition: Definition, records: Sequence[Measured]) -> tuple[Figure, ...]:
    """The indicators that one submission's records can tell; those that need more (``note``) are left out."""
    found = indicator_sums(definition, records)
    return tuple(
        figure_of(definition, indicator, found[indicator.key])
        for indicator in definition.indicators
        if indicator.key in found
    )


def indicator_sums(definition: Definition, records: Sequence[Measured]) -> dict[str, Sums]:
    """Indicator → what it comes to over these records, for those that have records of their kind among them."""
    wanted = [each for each in definition.indicators if each.formula is not None and not each.note]
    texts = {entity: _texts(each.formula for each in wanted if each.entity == entity) for entity in _entities(wanted)}
    values: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        if record.entity in texts:
            answer = worked_out(definition, record.entity, record.content, record.context, texts[record.entity])
            values.setdefault(record.entity, []).append(answer)
    return {
        each.key: _sums(each.formula, values[each.entity])
        for each in wanted
        if each.entity in values and each.formula is not None
    }


def figure_of(definition: Definition, indicator: Indicator, sums: Sums) -> Figure:
    """The figure people are shown of what was added up; its parts in the order of the form."""
    formula = indicator.formula
    assert formula is not None
    exact = _in_hundredths(definition, indicator.entity, formula)
    if formula.per is not None:
        share = indicator.unit_th.startswith(_PERCENT)
        same = exact and _in_hundredths(definition, indicator.entity, formula.per)
        return Figure(indicator, _divided(sums.total, sums.per, share=share, exact=exact, same=same), True)
    if formula.mean:
        return Figure(indicator, _rounded((sums.total or 0) * (1 if exact else 100), sums.counted), True)
    choices = definition.entity(indicator.entity).field(formula.by).options if formula.by else ()
    parts = tuple((each.value, sums.parts[each.value]) for each in choices if sums.parts.get(each.value))
    return Figure(indicator, sums.total, exact, parts)


def _entities(indicators: Iterable[Indicator]) -> set[str]:
    return {indicator.entity for indicator in indicators}


def _texts(formulas: Iterable[Formula | None]) -> list[str]:
    """The expressions to work out for a record, and the fields it is split by."""
    each = [one for formula in formulas for one in _formulas(formula)]
    return sorted({text for one in each for text in (one.count, one.sum, one.mean, one.by) if text})


def _sums(formula: Formula, values: Sequence[dict[str, Any]]) -> Sums:
    text = formula.sum or formula.mean
    counted = len(values) if formula.count else sum(_number(each[text]) is not None for each in values)
    per = _total(formula.per, values) if formula.per is not None else None
    return Sums(_total(formula, values), per, counted, _parts(formula, values))


def _added(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


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


_EXACT: dict[tuple[int, str, str], bool] = {}


def _in_hundredths(definition: Definition, entity_key: str, formula: Formula) -> bool:
    """Whether what is added up is kept in hundredths. Remembered: a country's dashboard asks thousands of times, and
    definitions stay for the life of the process."""
    text = formula.sum or formula.mean
    if not text:
        return False
    key = (id(definition), entity_key, text)
    if key not in _EXACT:
        form_rules(definition)  # holds on to the definition, so that no other ever has its id
        _EXACT[key] = _is_exact(definition, entity_key, text)
    return _EXACT[key]


def _is_exact(definition: Definition, entity_key: str, text: str) -> bool:
    fields = definition.entity(entity_key).field_by_key
    expression, _ = form_rules(definition).expression(text)
    return any(name in fields and fields[name].type in HUNDREDTHS for name in expression.own)


def _parts(formula: Formula, values: Sequence[dict[str, Any]]) -> dict[str, int]:
    """The value for each choice that occurs."""
    chosen: dict[str, list[dict[str, Any]]] = {}
    for each in values if formula.by else ():
        for choice in dict.fromkeys(_listed(each[formula.by])):
            if isinstance(choice, str):
                chosen.setdefault(choice, []).append(each)
    amounts = {choice: _total(formula, those) for choice, those in chosen.items()}
    return {choice: amount for choice, amount in amounts.items() if amount}


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else (value,)
