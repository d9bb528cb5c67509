"""One record evaluated: its typed and calculated values, what is visible and required, and what is wrong with it.

Pure and quick enough for every keystroke. The order (docs/forms.md): types, visibility, calculated fields, what is
required, bounds, rules.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from cdd_desktop.domain.issue import REQUIRED, Issue, IssueLevel
from cdd_desktop.domain.record import RAW, REASON, Content, Value
from cdd_desktop.forms import cel_rules
from cdd_desktop.forms.cel_python import Sight
from cdd_desktop.forms.cel_rules import BrokenExpressionError, CompiledRule, EntityRules, Expression, Names, form_rules
from cdd_desktop.forms.context import Context, Related
from cdd_desktop.forms.definition import Definition, Entity, Field
from cdd_desktop.forms.privacy import is_masked
from cdd_desktop.forms.stored import Box, bound_issues, is_blank
from cdd_desktop.forms.values import Ask, NotAValue, parse_value
from cdd_desktop.forms.world import Values, World, blank

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """``values`` has every field of the entity (None when blank, hidden or invalid) and every valid line cell;
    ``visible`` and ``required`` are field keys, a line's fields as ``table/field``."""

    values: dict[str, Value]
    visible: frozenset[str]
    required: frozenset[str]
    issues: tuple[Issue, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is open: no error, and every warning has its reason."""
        return not any(issue.open for issue in self.issues)


class _Sheet:
    """A record while it is worked out. ``known`` is what expressions see, ``shown`` what people see.

    ``only`` are the fields and tables to work out; None for all.
    """

    def __init__(self, rules: EntityRules, content: Content, world: World, only: frozenset[str] | None = None) -> None:
        self.rules = rules
        self.entity = rules.entity
        self.content = content
        self.world = world
        self.only = only
        self.known: Values = {}
        self.shown: dict[str, Value] = {}
        self.hidden: set[str] = set()
        self.invalid: set[str] = set()
        self.rows: dict[str, list[Values]] = {}
        self.sight = Sight(self.known, world, self.rows)
        self._raw = not content.keys() <= rules.keys and any(path.startswith(RAW) for path in content)

    def read(self) -> None:
        """Typed values of fields and line cells; what fails its type, or is raw text, is blank."""
        boxes, only = self.rules.boxes, self.only
        if only is not None:
            boxes = {key: box for key, box in boxes.items() if key in only}
        shown = self.shown = dict.fromkeys(boxes)
        known = self.known
        known.update({key: box.blank() for key, box in boxes.items()} if only is not None else self.rules.blanks())
        for path, stored in self.content.items():
            key = path.removeprefix(RAW) if self._raw else path
            box = boxes.get(key)
            value = self._take(box, key, stored) if box is not None else None
            if box is not None and value is not None:
                shown[key] = value
                known[key] = _for_rules(box, value) if box.masks else value
        for line in self.entity.lines:
            if self._wants(line.key):
                self.rows[line.key] = [self._read_row(line, row) for row in row_keys(line, self.content)]

    def hide(self) -> None:
        """Blanks what is not visible. A condition that cannot be worked out leaves its field visible."""
        asked = _Asked(self, self.rules.visible_names)
        for key, condition in self.rules.visible.items():
            if not self._wants(key):
                continue
            try:
                names = partial(self.scope, condition.all_names)
                whole = self.only is None
                seen = asked.holds(condition) if whole else condition.condition(condition.answer(self.sight, names))
            except BrokenExpressionError:
                self._report(f"visible_if of {key}")
                continue
            if not seen:
                self.hidden.add(key)
        for key in self.hidden:
            self.shown[key] = None
            self.known[key] = blank(self.entity.field(key))

    def compute(self, given: bool = False) -> None:
        """Calculated fields in file order. ``given``: a related record may bring them along."""
        for key, (expression, needs) in self.rules.computed.items():
            if not self._wants(key) or (given and key in self.content):
                continue
            answer: Value = None
            if key not in self.hidden and not any(self.is_missing(need) for need in needs):
                try:
                    answer = expression.answer(self.sight, partial(self.scope, expression.all_names))
                except BrokenExpressionError:
                    self._report(f"computed {key}")
            field = self.entity.field(key)
            answer = answer if is_blank(answer) or self.rules.boxes[key].fits(answer) else None
            self.shown[key] = answer
            self.known[key] = blank(field) if answer is None else answer

    def required_keys(self, asked: _Asked) -> set[str]:
        """Visible fields a person must fill; never a calculated one."""
        keys = set(self.rules.always_required)
        for key, condition in self.rules.required.items():
            try:
                if asked.holds(condition):
                    keys.add(key)
            except BrokenExpressionError:
                self._report(f"required_if of {key}")
        return keys - self.hidden

    def scope(self, names: Names) -> Any:
        """A context with these names only."""
        variables = self.world.variables(names, self.known, self.rows)
        return cel_rules.context(variables, names, self.world.functions)

    def is_missing(self, need: tuple[str, str]) -> bool:
        group, key = need
        value = (self.world.group(group) if group else self.known).get(key)
        return value is None or value == []

    def _wants(self, key: str) -> bool:
        return self.only is None or key in self.only

    def _take(self, box: Box, path: str, value: Value) -> Value:
        if self._raw and RAW + path in self.content:
            self.invalid.add(path)
            return None
        text = value
        if isinstance(value, str):
            text = value.strip()
            if not text:
                return None
        elif value is None or value == []:
            return None
        if not box.fits(value):
            self.invalid.add(path)
            return None
        return text

    def _read_row(self, line: Entity, row: str) -> Values:
        cells: Values = {"code": row}
        for box in self.rules.cell_boxes[line.key]:
            path = f"{line.key}/{row}/{box.field.key}"
            self.shown[path] = self._take(box, path, self.content.get(path))
            cells[box.field.key] = _for_rules(box, self.shown[path])
        return cells

    def _report(self, what: str) -> None:
        _LOG.error("could not be worked out: %s.%s", self.entity.key, what)


class _Asked:
    """Conditions asked of the same values; the library's context for all of them is made when it is first needed."""

    def __init__(self, sheet: _Sheet, names: Names) -> None:
        self._sheet, self._names = sheet, names
        self._context: Any = None

    def holds(self, condition: Expression) -> bool:
        """Whether it holds. Raises ``BrokenExpressionError``."""
        answer = condition.answer(self._sheet.sight, self._for_library)
        return answer if answer is True or answer is False else condition.condition(answer)

    def _for_library(self) -> Any:
        if self._context is None:
            self._context = self._sheet.scope(self._names)
        return self._context


def evaluate(definition: Definition, entity_key: str, content: Content, context: Context) -> Evaluation:
    """Evaluates one record of an entity (not of a line table: those belong to their record).

    Never raises for any content. Errors block certifying, a warning wants the reason stored at ``:reason:rule``.
    """
    sheet = _settled(definition, entity_key, content, context)
    rules, entity, shown, invalid = sheet.rules, sheet.entity, sheet.shown, sheet.invalid
    asked = _Asked(sheet, rules.judging_names)
    required = sheet.required_keys(asked)
    submission = context.submission
    issues: list[Issue] = []
    for key, field, sound in rules.typed:
        value = shown[key]
        asks = not sound(value, submission) if value is not None else key in required or key in invalid
        if asks and key not in sheet.hidden:
            issues += _field_issues(sheet, field, key, key in required)
    for line in entity.lines:
        for row in row_keys(line, content):
            for field in line.fields:
                issues += _field_issues(sheet, field, f"{line.key}/{row}/{field.key}", field.required)
    issues += _rule_issues(sheet, asked)
    return Evaluation(
        values={path: value for path, value in shown.items() if value is not None or "/" not in path}
        if entity.lines
        else shown,
        visible=rules.seen - sheet.hidden if sheet.hidden else rules.seen,
        required=rules.required_cells.union(required),
        issues=tuple(issues),
    )


def row_keys(line: Entity, content: Content) -> tuple[str, ...]:
    """The rows of a line table, in order: the fixed ones, or those whose ``table/row`` is set."""
    if line.fixed_rows:
        return tuple(row.code for row in line.fixed_rows)
    prefix = f"{line.key}/"
    rows = (path.removeprefix(prefix) for path, value in content.items() if path.startswith(prefix) and value is True)
    return tuple(sorted(row for row in rows if "/" not in row))


def void_reasons(definition: Definition, entity_key: str, content: Content, patch: Content) -> dict[str, None]:
    """A patch that removes the written reasons whose rule reads a path the patch changes."""
    reasons = [path for path in content if path.startswith(REASON) and path not in patch]
    if not reasons:
        return {}
    rules = form_rules(definition).of(entity_key)
    touched = {path.removeprefix(RAW).split("/")[0] for path, value in patch.items() if content.get(path) != value}
    return {path: None for path in reasons if rules.reads(path.removeprefix(REASON)) & touched}


def known_values(
    definition: Definition, entity_key: str, content: Content, context: Context, only: frozenset[str] | None = None
) -> Values:
    """What expressions see of a record: every field with its typed or calculated value, blanks as null or []; with
    ``only`` these fields and what they follow from."""
    return _settled(definition, entity_key, content, context, only).known


def worked_out(
    definition: Definition, entity_key: str, content: Content, context: Context, texts: Sequence[str]
) -> dict[str, Any]:
    """What expressions (of indicators, say) come to for one record, by their text; None where one cannot be worked
    out."""
    sheet = _settled(definition, entity_key, content, context)
    found: dict[str, Any] = {}
    for text in texts:
        expression, names = form_rules(definition).expression(text)
        try:
            found[text] = expression.run(sheet.scope(names))
        except BrokenExpressionError:
            found[text] = None
    return found


def _settled(
    definition: Definition, entity_key: str, content: Content, context: Context, only: frozenset[str] | None = None
) -> _Sheet:
    rules = form_rules(definition).of(entity_key)
    world = World(definition, rules.entity, context, related_values)
    sheet = _Sheet(rules, content, world, None if only is None else rules.behind(only))
    sheet.read()
    sheet.hide()
    sheet.compute()
    return sheet


def related_values(entity: Entity, related: Related, world: World, wanted: frozenset[str]) -> Values:
    """What expressions see of another record: worked out like the record itself, but only the ``wanted`` fields, and
    calculated values it brings along are taken."""
    rules = form_rules(world.definition).of(entity.key)
    sheet = _Sheet(rules, related.content, world, rules.behind(wanted))
    sheet.read()
    sheet.hide()
    sheet.compute(given=True)
    return {**sheet.known, "id": related.id}


def _field_issues(sheet: _Sheet, field: Field, path: str, required: bool) -> list[Issue]:
    if path in sheet.invalid:
        return [Issue(IssueLevel.ERROR, "not-a-value", (path,), params=_why_invalid(sheet, field, path))]
    value = sheet.shown.get(path)
    if value is None:
        return [Issue(IssueLevel.ERROR, REQUIRED, (path,))] if required else []
    return bound_issues(field, path, value, sheet.world.context.submission)


def _why_invalid(sheet: _Sheet, field: Field, path: str) -> dict[str, object]:
    raw = sheet.content.get(RAW + path)
    if not isinstance(raw, str):
        return {"reason": "wrong-type"}
    submission = sheet.world.context.submission
    outcome = parse_value(field, raw, today=submission.today, area=submission.unit_code)
    if isinstance(outcome, NotAValue):
        return {"reason": outcome.code, **outcome.params}
    return {"reason": "unanswered" if isinstance(outcome, Ask) else "unconfirmed"}


def _rule_issues(sheet: _Sheet, asked: _Asked) -> list[Issue]:
    known, found = sheet.known, []
    for compiled in sheet.rules.rules:
        for key in compiled.own_needs:
            value = known.get(key)
            if value is None or value == []:
                break
        else:
            issue = _rule_issue(sheet, compiled, asked)
            if issue is not None:
                found.append(issue)
    return found


def _rule_issue(sheet: _Sheet, compiled: CompiledRule, asked: _Asked) -> Issue | None:
    rule = compiled.rule
    try:
        for need in compiled.other_needs:
            if sheet.is_missing(need):
                return None
        if asked.holds(compiled.expression):
            return None
    except BrokenExpressionError:
        _LOG.error("rule could not be checked: %s", rule.id)
        return Issue(IssueLevel.INFO, "not-checked", rule.at, rule=rule.id)
    reason = str(sheet.content.get(REASON + rule.id) or "") if rule.level is IssueLevel.WARNING else ""
    return Issue(rule.level, "rule", rule.at, rule=rule.id, reason=reason)


def _for_rules(box: Box, value: Value) -> Any:
    if value is None:
        return box.blank()
    return None if box.masks and isinstance(value, str) and is_masked(value) else value
