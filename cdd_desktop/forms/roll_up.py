"""A province's figures, worked out of its districts' certified records and frozen with its own summary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.cel_rules import BrokenExpressionError, form_rules
from cdd_desktop.forms.definition import Definition, RollUp

EvaluatedRecord = tuple[str, Mapping[str, Value]]


def rolled_up(
    definition: Definition, entity_key: str, records: Iterable[EvaluatedRecord], received: int, expected: int
) -> dict[str, Value]:
    """The patch that fills the rolled-up fields of an entity.

    ``records`` are (entity, values) of the units below as ``evaluate`` gives them; ``received`` and ``expected`` count
    those units. A sum over no filled value is blank, a count over none is 0.
    """
    given = list(records)
    patch: dict[str, Value] = {}
    for field in definition.entity(entity_key).fields:
        if field.computed is not None and field.computed.roll_up is not None:
            figure = field.computed.roll_up
            if figure.units:
                patch[field.key] = received if figure.units == "received" else expected
            else:
                patch[field.key] = _figure(definition, figure, given)
    return patch


def _figure(definition: Definition, figure: RollUp, records: list[EvaluatedRecord]) -> int | None:
    counted = [
        values for entity, values in records if entity == figure.entity and _passes(definition, figure.where, values)
    ]
    if not figure.sum:
        return len(counted)
    amounts = [amount for values in counted if isinstance(amount := values.get(figure.sum), int)]
    return sum(amounts) if amounts else None


def _passes(definition: Definition, where: str, values: Mapping[str, Value]) -> bool:
    if not where:
        return True
    expression, names = form_rules(definition).expression(where)
    try:
        return expression.holds({name: values.get(name) for name in names.own})
    except BrokenExpressionError:
        return False
