"""Whether nothing at all is wrong with a record, told by what is known of its kind of record.

Most records of a report have no finding. Where thousands are judged at once these are told first, in a part of the time
of ``evaluate``, which stays the judge: yes is said only where ``evaluate`` finds no issue, and no wherever one would
have to think.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.forms import citizen_id
from cdd_desktop.forms.cel_parts import Part, Sight, UnsureError
from cdd_desktop.forms.cel_python import Names, condition_of, part_of
from cdd_desktop.forms.cel_rules import EntityRules, form_rules
from cdd_desktop.forms.cel_tokens import UntranslatableError
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import HUNDREDTHS, Definition, Entity, Field, FieldType
from cdd_desktop.forms.evaluate import related_values
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.stored import LIMITS, Box, bound_issues, is_blank
from cdd_desktop.forms.world import CTX_KEYS, Values, World

_Test = Callable[[Any, SubmissionContext], bool]
_Needs = tuple[tuple[str, str], ...]


def is_faultless(definition: Definition, entity_key: str, content: Content, context: Context) -> bool:
    """True: ``evaluate`` finds nothing wrong with the record. False: it may, or may not."""
    rules = form_rules(definition).of(entity_key)
    kind = _kind_of(definition, rules)
    if kind is None:
        return False
    try:
        return kind.is_faultless(content, World(definition, rules.entity, context, _related))
    except UnsureError:
        return False


def _related(entity: Entity, related: Related, world: World, wanted: frozenset[str]) -> Values:
    """``related_values``, told in the same way where it can be."""
    kind = _kind_of(world.definition, form_rules(world.definition).of(entity.key), wanted)
    if kind is not None:
        try:
            return {**kind.values(related.content, world), "id": related.id}
        except UnsureError:
            pass
    return related_values(entity, related, world, wanted)


_KINDS: dict[tuple[int, frozenset[str] | None], _Kind | None] = {}  # by rules of an entity, which stay for life


def _kind_of(definition: Definition, rules: EntityRules, wanted: frozenset[str] | None = None) -> _Kind | None:
    """None for what has tables, and where an expression has no translation. ``wanted``: only these fields matter."""
    name = (id(rules), wanted)
    if name not in _KINDS:
        try:
            _KINDS[name] = None if rules.entity.lines else _Kind(definition, rules, wanted)
        except UntranslatableError:
            _KINDS[name] = None
    return _KINDS[name]


class _Kind:
    """What is asked of the records of one kind, worked out once."""

    def __init__(self, definition: Definition, rules: EntityRules, wanted: frozenset[str] | None) -> None:
        only = rules.boxes.keys() if wanted is None else rules.behind(wanted)
        boxes = {key: box for key, box in rules.boxes.items() if key in only}
        names = _Typed(definition, rules, boxes)
        self._tests = {key: _test_of(key, box) for key, box in boxes.items()}
        self._blanks: Values = dict.fromkeys(boxes)
        self._lists = tuple(key for key, box in boxes.items() if box.is_list)
        self._visible = tuple((key, condition_of(one.text, names)) for key, one in rules.visible.items() if key in only)
        self._computed = tuple(
            (key, part_of(one.text, names).answer, needs, boxes[key].fits)
            for key, (one, needs) in rules.computed.items()
            if key in only
        )
        if wanted is not None:
            return
        self._required = tuple(
            (key, condition_of(rules.required[key].text, names) if key not in rules.always_required else _always)
            for key, _, _ in rules.typed
            if key in rules.always_required or key in rules.required
        )
        self._rules = tuple(
            (one.own_needs, one.other_needs, condition_of(one.expression.text, names)) for one in rules.rules
        )

    def is_faultless(self, content: Content, world: World) -> bool:
        """In the order of ``evaluate``. Raises ``UnsureError`` where it does not know."""
        known, hidden = self._settled(content, world, bring=False)
        sight = Sight(known, world, {})
        for key, asked in self._required:
            value = known[key]
            if (value is None or value == []) and key not in hidden and asked(sight):
                return False
        for own, others, holds in self._rules:
            for key in own:
                value = known.get(key)
                if value is None or value == []:
                    break
            else:
                if (not others or _are_there(others, known, world)) and not holds(sight):
                    return False
        return True

    def values(self, content: Content, world: World) -> Values:
        """What the wanted fields come to; calculated values that are brought along are taken. Raises the same."""
        return self._settled(content, world, bring=True)[0]

    def _settled(self, content: Content, world: World, *, bring: bool) -> tuple[Values, set[str]]:
        """The values that expressions see, and the keys of the hidden fields."""
        known: Values = self._blanks.copy()
        for key in self._lists:
            known[key] = []
        tests, submission = self._tests, world.context.submission
        for path, value in content.items():
            test = tests.get(path)
            if test is not None:
                if not test(value, submission):
                    raise UnsureError
                known[path] = value
            elif path.startswith(RAW):
                raise UnsureError
        sight = Sight(known, world, {})
        hidden = {key for key, seen in self._visible if not seen(sight)}
        for key in hidden:
            known[key] = [] if key in self._lists else None
        for key, answer, needs, fits in self._computed:
            if not (bring and key in content):
                there = key not in hidden and _are_there(needs, known, world)
                found = _fitting(answer(sight), fits) if there else None
                known[key] = [] if found is None and key in self._lists else found
        return known, hidden


class _Typed(Names):
    """The names of a kind of record, with their types: values have passed their tests by then."""

    def __init__(self, definition: Definition, rules: EntityRules, boxes: Mapping[str, Box]) -> None:
        self._definition, self._entity, self._boxes = definition, rules.entity, boxes

    def own(self, key: str) -> Part:
        box = self._boxes.get(key)
        if box is None:
            return Part(lambda sight: sight.own.get(key))
        return Part(lambda sight: sight.own[key], _type_of(box.field), blank=not box.is_list)

    def group(self, name: str, key: str) -> Part:
        def answer(sight: Sight) -> Any:
            return sight.world.group(name).get(key)

        if name == "ctx":
            kind = int if key == "fy" else list if key == "unit_tambons" else str
            return Part(answer, kind if key in CTX_KEYS else None)
        return Part(answer, _type_elsewhere(self._entity_of(name), key), blank=True)

    def past(self, place: int, key: str) -> Part:
        return Part(lambda sight: sight.world.past(place).get(key), _type_elsewhere(self._entity, key), blank=True)

    def _entity_of(self, group: str) -> Entity | None:
        """The kind of record behind a group; None where its values are taken as they are stored."""
        entity = self._entity
        if group != "reg":
            return entity
        elsewhere = entity.register_dataset not in (None, self._definition.dataset)
        return None if entity.register is None or elsewhere else self._definition.entity(entity.register)


def _type_elsewhere(entity: Entity | None, key: str) -> type | None:
    """The type of a value of another record that was worked out like this one."""
    field = entity.field_by_key.get(key) if entity is not None else None
    return None if field is None or (field.computed and field.computed.cel) else _type_of(field)


def _type_of(field: Field) -> type:
    """The type of a field's values that are not blank."""
    if field.is_list:
        return list
    return bool if field.type is FieldType.BOOLEAN else int if field.type in LIMITS else str


def _test_of(key: str, box: Box) -> _Test:
    """Of a stored value: one of the field's type, trimmed, and within its bounds. What is not spelt out here is asked
    of the field's box."""
    field, fits, sound = box.field, box.fits, box.sound if box.typed else _always_sound
    kind = _type_of(field)
    if kind is bool:
        return lambda value, _: value is True or value is False
    if kind is int:
        return _number_test(key, box)
    if kind is list:
        most = sys.maxsize if field.max_items is None or not box.typed else field.max_items
        return lambda value, _: type(value) is list and 0 < len(value) <= most and fits(value)
    if field.type is FieldType.CHOICE and field.options:
        labels = frozenset(label for label in field.option_labels if label and label == label.strip())
        return lambda value, _: type(value) is str and value in labels
    if box.is_free_text:
        longest = sys.maxsize if field.max_len is None else field.max_len
        may_hold_id = citizen_id.may_be_in
        return lambda text, _: (
            type(text) is str and 0 < len(text) <= longest and text.strip() == text and not may_hold_id(text)
        )
    return lambda text, submission: (
        type(text) is str
        and text != ""
        and text.strip() == text
        and fits(text)
        and not is_masked(text)
        and (sound(text, submission) or not bound_issues(field, key, text, submission))
    )


def _number_test(key: str, box: Box) -> _Test:
    field, sound = box.field, box.sound
    low, high = LIMITS[field.type]
    if not box.typed:
        return lambda number, _: type(number) is int and low <= number <= high
    if field.not_after or field.type is FieldType.YEAR_BE:
        return lambda number, submission: (
            type(number) is int
            and low <= number <= high
            and (sound(number, submission) or not bound_issues(field, key, number, submission))
        )
    low = low if field.min is None else max(low, field.min)
    high = high if field.max is None else min(high, field.max)
    step = 10 ** max(0, 2 - field.decimals) if field.type in HUNDREDTHS else 1
    if step == 1:
        return lambda number, _: type(number) is int and low <= number <= high
    return lambda number, _: type(number) is int and low <= number <= high and number % step == 0


def _fitting(answer: Any, fits: Callable[[Any], bool]) -> Any:
    """What a calculated field comes to."""
    if answer is None or fits(answer):
        return answer
    if is_blank(answer):
        raise UnsureError
    return None


def _are_there(needs: _Needs, known: Values, world: World) -> bool:
    for group, key in needs:
        value = (world.group(group) if group else known).get(key)
        if value is None or value == []:
            return False
    return True


def _always(_sight: Sight) -> bool:
    return True


def _always_sound(_value: Any, _submission: SubmissionContext) -> bool:
    return True
