"""The figures of a dataset over the records of one submission, as its definition words them (docs/forms.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from cdd_desktop.forms.cel_rules import form_rules
from cdd_desktop.forms.counting import MOVES, Counting, Measured
from cdd_desktop.forms.definition import HUNDREDTHS, Definition
from cdd_desktop.forms.formula import Formula, Indicator

_PERCENT = "ร้อยละ"


@dataclass(frozen=True, slots=True)
class Figure:
    """An indicator's value: None where nothing could be measured. ``decimals`` says that ``value`` is in hundredths.
    ``parts`` are (choice, value) where it is told in parts, in their order: as in the form, or of a ranking the largest
    first. ``of``: what a share of things or records was divided from. ``counted`` records had something to count."""

    indicator: Indicator
    value: int | None
    decimals: bool = False
    parts: tuple[tuple[str, int], ...] = ()
    of: tuple[int, int] | None = None
    counted: int = 0


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
        if indicator.key in found and not indicator.note
    )


def indicator_sums(
    definition: Definition, records: Sequence[Measured], before: Sequence[Measured] = ()
) -> dict[str, Sums]:
    """Indicator → what it comes to over these records, for those that have records of their kind among them;
    ``before`` are the records of the period before."""
    wanted = [(each, each.formula) for each in definition.indicators if each.formula is not None]
    counting = Counting(definition, records, before)
    return {each.key: _sums(counting, each, formula) for each, formula in wanted if counting.has(each.entity)}


def figure_of(definition: Definition, indicator: Indicator, sums: Sums) -> Figure:
    """The figure people are shown of what was added up."""
    assert indicator.formula is not None
    shown = shown_of(definition, indicator)
    value = shown.value(sums.total, sums.per, sums.counted)
    parts, of = _in_order(definition, indicator, sums.parts), _counts(indicator.formula, sums)
    return Figure(indicator, value, shown.decimals, parts, of, sums.counted)


@dataclass(frozen=True, slots=True)
class Shown:
    """How an indicator's value comes of its total, what it is divided by, and how many records counted; ``decimals``
    says that it is in hundredths."""

    value: Callable[[int | None, int | None, int], int | None]
    decimals: bool


def shown_of(definition: Definition, indicator: Indicator) -> Shown:
    """Decided once for many sums."""
    formula = indicator.formula
    assert formula is not None
    exact = _in_hundredths(definition, indicator.entity, formula)
    if formula.per is not None:
        share = indicator.unit_th.startswith(_PERCENT)
        same = exact and _in_hundredths(definition, indicator.entity, formula.per)
        return Shown(lambda total, per, _: _divided(total, per, share=share, exact=exact, same=same), True)
    if formula.mean:
        times = 1 if exact else 100
        return Shown(lambda total, _, counted: _rounded((total or 0) * times, counted), True)
    return Shown(lambda total, _, __: total, exact)


def part_labels(definition: Definition, indicator: Indicator) -> dict[str, tuple[str, str]]:
    """Part → its words in Thai and English, in the order of the form. What is not in it is the code of an area, or one
    of ``MOVES``."""
    entity, formula = definition.entity(indicator.entity), indicator.formula
    assert formula is not None
    if formula.split:
        fields = [entity.field_by_key[key] for key in formula.split]
        return {each.key: (each.label_th, each.label_en) for each in fields}
    if formula.by in entity.field_by_key:
        return {each.value: (each.label_th, each.label_en) for each in entity.field(formula.by).options}
    rows = [row for line in entity.lines for row in line.fixed_rows]
    return {row.code: (row.text_th, row.text_en) for row in rows}


def is_ranking(definition: Definition, indicator: Indicator) -> bool:
    """Whether its parts stand in the order of their size, not in the form's."""
    by = indicator.formula.by if indicator.formula is not None else ""
    return bool(by) and by not in definition.entity(indicator.entity).field_by_key


def _in_order(definition: Definition, indicator: Indicator, parts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    if not parts:
        return ()
    if is_ranking(definition, indicator):
        return tuple(sorted(parts.items(), key=lambda part: (-part[1], part[0])))
    moved = indicator.formula is not None and indicator.formula.moved
    order = MOVES if moved else part_labels(definition, indicator)
    return tuple((part, parts[part]) for part in order if parts.get(part))


def _counts(formula: Formula, sums: Sums) -> tuple[int, int] | None:
    counted = formula.counts and formula.per is not None and formula.per.counts
    return (sums.total, sums.per) if counted and sums.total is not None and sums.per is not None else None


def _sums(counting: Counting, indicator: Indicator, formula: Formula) -> Sums:
    entity = indicator.entity
    per = counting.total(formula.per, entity) if formula.per is not None else None
    parts = counting.parts(formula, entity)
    return Sums(counting.total(formula, entity), per, counting.counted(formula, entity), parts)


def _added(one: int | None, other: int | None) -> int | None:
    return other if one is None else one if other is None else one + other


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
