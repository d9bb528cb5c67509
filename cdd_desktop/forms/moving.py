"""Moving a record's content to the next version of its form: the steps of ``migrate``, and nothing is ever lost.

What has no place in the new form stays at ``:kept:<old version>:<old path>``. Pure and the same on every machine, so
that two machines of an office that move one record write equal values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain, pairwise

from cdd_desktop.domain.record import KEPT, RAW, Content, Value
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.catalogue import Catalogue
from cdd_desktop.forms.definition import Definition, Entity, Field, FieldType
from cdd_desktop.forms.migrate_step import Conversion, MigrateStep, Split, StepKind
from cdd_desktop.forms.stored import is_blank, is_of_type

_CHOSEN = frozenset({FieldType.CHOICE, FieldType.MULTI_CHOICE})


def way_to(catalogue: Catalogue, dataset: str, version: int) -> tuple[tuple[Definition, Definition], ...]:
    """The pairs of neighbouring versions from one to the newest; empty when a version between is not known here."""
    newest = catalogue.newest(dataset).version
    try:
        forms = [catalogue.get(dataset, number) for number in range(version, newest + 1)]
    except BadRequestError:
        return ()
    return tuple(pairwise(forms))


def moved(before: Definition, after: Definition, entity_key: str, content: Content) -> dict[str, Value]:
    """The content of a record under the version after ``before``."""
    entity = after.entity_by_key.get(entity_key)
    old = before.entity(entity_key)
    result: dict[str, Value] = {}
    steps = {(step.entity, step.field): step for step in after.migrate}
    for path, value in content.items():
        plain = path.removeprefix(RAW)
        field = old.find_field(plain)
        if field is None:
            result[path] = value
            continue
        step = steps.get((_owner(entity_key, plain), field.key))
        placed = _placed(before, entity, path, value, step)
        if any(result.get(target, one) != one for target, one in placed.items()):  # the place is taken
            placed = {f"{KEPT}{before.version}:{plain}": value}
        result.update(placed)
    return result


def _owner(entity_key: str, path: str) -> str:
    """The entity or line table a field path belongs to."""
    return path.partition("/")[0] if "/" in path else entity_key


def _placed(
    before: Definition, entity: Entity | None, path: str, value: Value, step: MigrateStep | None
) -> dict[str, Value]:
    """Where one value goes. Text that is no value follows a renamed field and is kept otherwise."""
    raw = RAW if path.startswith(RAW) else ""
    plain = path.removeprefix(RAW)
    kept: dict[str, Value] = {f"{KEPT}{before.version}:{plain}": value}
    if step is None:
        return {path: value} if entity is not None and entity.find_field(plain) is not None else kept
    targets = [_beside(plain, key) for key in step.to] or [plain]
    fields = [entity.find_field(target) if entity is not None else None for target in targets]
    if step.do is StepKind.KEEP or None in fields:
        return kept
    if raw:
        return {raw + targets[0]: value} if step.do in (StepKind.RENAME, StepKind.MAP) else kept
    values = _values(step, [field for field in fields if field is not None], value)
    if values is None:
        return kept
    return {target: one for target, one in zip(targets, values, strict=False) if not is_blank(one)}


def _beside(path: str, key: str) -> str:
    """The path of another field of the same record or row."""
    return f"{path.rpartition('/')[0]}/{key}" if "/" in path else key


def _values(step: MigrateStep, fields: list[Field], value: Value) -> list[Value] | None:
    """The values for the fields of a step; None for a value that has no place there."""
    found: list[Value] | None
    if step.do is StepKind.RENAME:
        found = [value]
    elif step.do is StepKind.MAP:
        found = _mapped(step, value)
    elif step.do is StepKind.SPLIT:
        found = _split(Split(step.by), value)
    else:
        one = _CONVERT[Conversion(step.by)](value)
        found = None if one is None else [one]
    if found is None or len(found) > len(fields):
        return None
    sound = all(is_blank(one) or is_of_type(field, one) for field, one in zip(fields, found, strict=False))
    return found if sound else None


def _mapped(step: MigrateStep, value: Value) -> list[Value] | None:
    if isinstance(value, str):
        new = step.values.get(value, value)
        return [new] if new else None
    if isinstance(value, list):
        items = [step.values.get(item, item) for item in value]
        return [list(dict.fromkeys(items))] if all(items) else None
    return None


def _split(how: Split, value: Value) -> list[Value] | None:
    if not isinstance(value, str):
        return None
    if how is Split.LAST_SPACE:
        first, _, rest = value.strip().rpartition(" ")
        first, rest = (first, rest) if first else (rest, "")
    else:
        first, _, rest = value.strip().partition(" " if how is Split.FIRST_SPACE else ",")
    return [first.strip(), rest.strip()]


def _is_number(value: Value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_CONVERT: dict[Conversion, Callable[[Value], Value]] = {
    Conversion.TO_TEXT: lambda value: str(value) if _is_number(value) or isinstance(value, str) else None,
    Conversion.TO_NUMBER: lambda value: (
        int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 15 else None
    ),
    Conversion.TO_HUNDREDTHS: lambda value: int(value) * 100 if isinstance(value, int) and _is_number(value) else None,
    Conversion.TO_WHOLE: lambda value: (
        int(value) // 100 if isinstance(value, int) and _is_number(value) and value % 100 == 0 else None
    ),
    Conversion.TO_LIST: lambda value: [value] if isinstance(value, str) else None,
    Conversion.TO_ONE: lambda value: value[0] if isinstance(value, list) and len(value) == 1 else None,
}


# --- proving a list of steps -----------------------------------------------------------------------------------------


def step_faults(before: Definition, after: Definition) -> tuple[str, ...]:
    """What is wrong with the ``migrate`` list of a definition in view of the version before; empty when sound."""
    taken: set[tuple[str, str]] = set()
    faults: list[Iterator[str]] = []
    for step in after.migrate:
        faults.append(_one_step(before, after, step, taken))
    return tuple(chain.from_iterable(faults))


def _one_step(before: Definition, after: Definition, step: MigrateStep, taken: set[tuple[str, str]]) -> Iterator[str]:
    where = f"migrate {step.do.value} {step.entity}.{step.field}"
    old = before.entity_by_key.get(step.entity)
    new = after.entity_by_key.get(step.entity)
    if old is None or step.field not in old.field_by_key:
        yield f"{where}: version {before.version} has no such field"
        return
    if (step.entity, step.field) in taken:
        yield f"{where}: given twice"
    taken.add((step.entity, step.field))
    if new is None:
        if step.do is not StepKind.KEEP:
            yield f"{where}: the new version has no such kind of record"
        return
    unknown = [key for key in step.to if key not in new.field_by_key]
    yield from (f"{where}: the new version has no field {key}" for key in unknown)
    yield from _shape_faults(step, where)
    target = new.field_by_key.get(step.to[0] if step.to else step.field)
    if step.do is StepKind.KEEP and step.field in new.field_by_key:
        yield f"{where}: the new version still has the field"
    elif step.do is StepKind.MAP and target is not None:
        strange = [value for value in step.values.values() if value and value not in target.option_labels]
        yield from (f"{where}: {value} is no choice of {target.key}" for value in strange)
        if old.field(step.field).type not in _CHOSEN or target.type not in _CHOSEN:
            yield f"{where}: choices map to choices only"
    elif step.do is not StepKind.KEEP and target is None and not unknown:
        yield f"{where}: says no field to move to"


_TARGETS = {StepKind.RENAME: (1,), StepKind.KEEP: (0,), StepKind.MAP: (0, 1), StepKind.SPLIT: (2,)}
_NAMES = {StepKind.SPLIT: frozenset(Split), StepKind.CONVERT: frozenset(Conversion)}


def _shape_faults(step: MigrateStep, where: str) -> Iterator[str]:
    if len(step.to) not in _TARGETS.get(step.do, (0, 1)):
        yield f"{where}: the wrong number of fields to move to"
    if step.by not in _NAMES.get(step.do, frozenset({""})):
        yield f"{where}: unknown way {step.by!r}"
    if bool(step.values) != (step.do is StepKind.MAP):
        yield f"{where}: values belong to map"
