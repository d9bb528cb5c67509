"""What a new record begins with: visible and editable suggestions, never amounts."""

from __future__ import annotations

from cdd_desktop.domain.record import Value
from cdd_desktop.forms import cel_rules
from cdd_desktop.forms.cel_rules import BrokenExpressionError, form_rules
from cdd_desktop.forms.context import Context
from cdd_desktop.forms.definition import Definition
from cdd_desktop.forms.evaluate import related_values
from cdd_desktop.forms.stored import is_blank, is_of_type
from cdd_desktop.forms.world import World


def starting_content(definition: Definition, entity_key: str, context: Context) -> dict[str, Value]:
    """The content of a new record: the definition's ``start`` values and the reference to its register entry."""
    rules = form_rules(definition).of(entity_key)
    entity = rules.entity
    world = World(definition, entity, context, related_values)
    content: dict[str, Value] = {}
    for key, expression in rules.start.items():
        names = expression.all_names
        try:
            value = expression.run(cel_rules.context(world.variables(names, {}, {}), names, world.functions))
        except BrokenExpressionError:
            continue
        if not is_blank(value) and is_of_type(entity.field(key), value):
            content[key] = value
    if entity.ref is not None and context.register is not None:
        content[entity.ref] = context.register.id
    return content
