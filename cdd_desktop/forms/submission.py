"""Rules over everything one unit reports for a period: repeated records, register entries left out, group totals.

The expressions inside are ordinary one-record CEL. ``unique`` runs at every save; ``covers`` and ``aggregate`` are
progress while work goes on and findings at certifying.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import RAW, REASON, Content, EntityKind, MarkState
from cdd_desktop.forms.cel_functions import functions
from cdd_desktop.forms.cel_rules import BrokenExpressionError, FormRules, form_rules
from cdd_desktop.forms.cel_rules import context as cel_context
from cdd_desktop.forms.context import Context, Related, SubmissionContext
from cdd_desktop.forms.definition import Definition, Entity, Measure, Rule, RuleKind
from cdd_desktop.forms.evaluate import known_values
from cdd_desktop.forms.keys import comparable
from cdd_desktop.forms.world import Values, ctx_values, declared_values
from cdd_desktop.ids import RecordId

_LOG = logging.getLogger(__name__)


class SubmissionRecord(NamedTuple):
    """A record of a submission or of a register. ``register`` is the entry a snapshot belongs to; ``mark_reason``
    goes with the mark not-received, without which it excuses nothing."""

    id: RecordId
    entity: str
    content: Content = MappingProxyType({})
    mark: MarkState | None = None
    mark_reason: str = ""
    register: Related | None = None

    @property
    def excused(self) -> bool:
        return self.mark is MarkState.NOT_RECEIVED and bool(self.mark_reason.strip())


class _Set:
    """The records of one check with their values, each worked out once."""

    def __init__(self, definition: Definition, submission: SubmissionContext) -> None:
        self.definition = definition
        self.submission = submission
        self.forms: FormRules = form_rules(definition)
        self.ctx = ctx_values(submission)
        self._known: dict[int, Values] = {}
        self._answers: dict[tuple[object, ...], bool] = {}
        self._paths: dict[tuple[str, str], tuple[str, ...]] = {}

    def known(self, record: SubmissionRecord) -> Values:
        found = self._known.get(id(record))
        if found is None:
            found = self._known[id(record)] = self._work_out(record)
        return found

    def holds(self, text: str, values: Values) -> bool:
        """A condition on one record; False when it cannot be worked out."""
        if not text:
            return True
        try:
            return self._answer(text, values) is True
        except BrokenExpressionError:
            _LOG.error("condition could not be worked out: %s", text)
            return False

    def satisfies(self, text: str, record: SubmissionRecord) -> bool:
        """The same for a record of which only what the condition reads is worked out; equal values, equal answer."""
        if not text:
            return True
        stored = (text, record.entity, *map(_hashable, self._read(text, record)))
        answer = self._answers.get(stored)
        if answer is None:
            wanted = frozenset(self.forms.expression(text)[1].own)
            answer = self._answers[stored] = self.holds(text, self._work_out(record, wanted))
        return answer

    def _read(self, text: str, record: SubmissionRecord) -> Iterable[object]:
        """The stored values that such an answer follows from, or the record's own id."""
        paths = self._paths.get((text, record.entity))
        if paths is None:
            paths = self._paths[text, record.entity] = self._behind(text, record.entity)
        return map(record.content.get, paths) if paths else (record.id,)

    def _behind(self, text: str, entity_key: str) -> tuple[str, ...]:
        """The paths such an answer follows from; none where it looks at a table or at another record."""
        keys = self.forms.expression(text)[1].own
        if entity_key in self.definition.entity_by_key:
            rules = self.forms.of(entity_key)
            keys = set(rules.behind(frozenset(keys)))
            if not keys <= rules.keys or not all(rules.looks_at_itself(key) for key in keys):
                return ()
        return () if "id" in keys else tuple(path for key in sorted(keys) for path in (key, RAW + key))

    def answer(self, text: str, values: Values) -> Any:
        return self._answer(text, values)

    def _answer(self, text: str, values: Values) -> Any:
        expression, names = self.forms.expression(text)
        variables: Values = {name: values.get(name) for name in names.own}
        if "ctx" in names.members:
            variables["ctx"] = self.ctx
        return expression.run(cel_context(variables, names, functions(self.submission.tambon_counts.get)))

    def _work_out(self, record: SubmissionRecord, only: frozenset[str] | None = None) -> Values:
        if record.entity in self.definition.entity_by_key:
            place = Context(submission=self.submission, register=record.register)
            known = known_values(self.definition, record.entity, record.content, place, only)
            return {**known, "id": record.id}
        borrowed = next((e.register_fields for e in self.definition.entities if e.register == record.entity), ())
        return declared_values(borrowed, Related(record.id, record.content))


def _hashable(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def check_submission(
    definition: Definition,
    entries: Sequence[SubmissionRecord],
    register: Sequence[SubmissionRecord],
    context: Context,
    *,
    previous: Sequence[SubmissionRecord] = (),
    reasons: Mapping[str, str] | None = None,
) -> tuple[Issue, ...]:
    """The findings of all rules over a submission.

    ``entries`` are its records, ``register`` the entries of the registers they refer to (when the dataset is a
    register itself, both are the same), ``previous`` the entries of the period before. ``reasons`` are the written
    reasons for findings of groups by ``rule_id|group``. ``covers`` gives one finding for each entry left out.
    """
    check = _Set(definition, context.submission)
    present = [entry for entry in entries if entry.mark is not MarkState.NOT_RECEIVED]
    found: list[Issue] = []
    for rule in _rules(definition, context.submission):
        if rule.kind is RuleKind.UNIQUE:
            found += _unique(check, rule, present if rule.among == "submission" else register)
        elif rule.kind is RuleKind.COVERS:
            found += _covers(check, rule, entries, register)
        elif rule.kind is RuleKind.AGGREGATE:
            found += _aggregate(check, rule, present, previous)
    return tuple(_with_reason(issue, reasons or {}) for issue in found)


def unique_issues(definition: Definition, records: Sequence[SubmissionRecord], context: Context) -> tuple[Issue, ...]:
    """The findings of the ``unique`` rules among records of a submission or register, one for each record."""
    check = _Set(definition, context.submission)
    rules = [rule for rule in _rules(definition, context.submission) if rule.kind is RuleKind.UNIQUE]
    return tuple(issue for rule in rules for issue in _unique(check, rule, records))


def expected_entries(
    definition: Definition, entity_key: str, register_records: Sequence[SubmissionRecord], context: Context
) -> tuple[RecordId, ...]:
    """The register entries a round expects: those a snapshot must cover, or a register's own that are still due."""
    entity = definition.entity(entity_key)
    check = _Set(definition, context.submission)
    if entity.kind is EntityKind.REGISTER:
        own = [record for record in register_records if record.entity == entity.key]
        return tuple(record.id for record in own if entity.due and check.satisfies(entity.due, record))
    rule = next((rule for rule in definition.rules_of(entity.key, RuleKind.COVERS)), None)
    if rule is None or context.submission.unit_level not in entity.levels:
        return ()
    return tuple(record.id for record in _due(check, rule, register_records))


def entries_where(
    definition: Definition, where: str, records: Sequence[SubmissionRecord], submission: SubmissionContext
) -> frozenset[RecordId]:
    """The records of a definition that satisfy a condition (``ref_where`` of a field that refers to them)."""
    check = _Set(definition, submission)
    return frozenset(record.id for record in records if check.holds(where, check.known(record)))


def nil_possible(
    definition: Definition,
    entries: Sequence[SubmissionRecord],
    register: Sequence[SubmissionRecord],
    context: Context,
) -> bool:
    """Whether the unit may report that it has no data: nothing is entered, no register entry is due, and the
    definition asks for no summary of this unit."""
    level = context.submission.unit_level
    own = [entity for entity in definition.entities if level in entity.levels]
    due = any(expected_entries(definition, entity.key, register, context) for entity in own)
    return definition.nil_allowed and not entries and not due and not any(entity.single for entity in own)


def _rules(definition: Definition, submission: SubmissionContext) -> list[Rule]:
    """The rules over a set that concern units of this level."""
    levels = {entity.key: entity.levels for entity in definition.entities}
    return [
        rule
        for rule in definition.rules
        if rule.kind is not RuleKind.RECORD and submission.unit_level in levels.get(rule.entity, ())
    ]


def _unique(check: _Set, rule: Rule, records: Sequence[SubmissionRecord]) -> list[Issue]:
    entity = check.definition.entity(rule.entity)
    groups: dict[tuple[str, ...], list[SubmissionRecord]] = {}
    for record in records:
        if record.entity != rule.entity:
            continue
        values = check.known(record)
        if _has_all(values, rule.needs) and check.holds(rule.where, values):
            groups.setdefault(_key(entity, rule.fields, values), []).append(record)
    return [
        Issue(
            rule.level,
            "rule",
            rule.at,
            rule=rule.id,
            record_id=record.id,
            params={"count": len(same)},
            reason=str(record.content.get(REASON + rule.id) or "") if rule.level is IssueLevel.WARNING else "",
        )
        for same in groups.values()
        if len(same) > 1
        for record in same
    ]


def _covers(
    check: _Set, rule: Rule, entries: Sequence[SubmissionRecord], register: Sequence[SubmissionRecord]
) -> list[Issue]:
    covered = {
        str(entry.content.get(rule.ref) or "")
        for entry in entries
        if entry.entity == rule.entity and (entry.mark is not MarkState.NOT_RECEIVED or entry.excused)
    }
    return [
        Issue(rule.level, "rule", rule=rule.id, record_id=record.id)
        for record in _due(check, rule, register)
        if record.id not in covered and not record.excused
    ]


def _due(check: _Set, rule: Rule, register: Sequence[SubmissionRecord]) -> list[SubmissionRecord]:
    wanted = rule.register.rpartition(".")[2]
    return [record for record in register if record.entity == wanted and check.satisfies(rule.where, record)]


def _aggregate(
    check: _Set, rule: Rule, entries: Sequence[SubmissionRecord], previous: Sequence[SubmissionRecord]
) -> list[Issue]:
    now, before = (_grouped(check, rule, records) for records in (entries, previous))
    expected = check.ctx[rule.groups.removeprefix("ctx.")] if rule.groups else ()
    keys = sorted({*now, *((key,) for key in expected)}, key=repr) if rule.by else [()]
    found: list[Issue] = []
    for key in keys:
        names = {
            name: _measured(check, measure, (before if measure.over == "prev" else now).get(key, []))
            for name, measure in rule.let.items()
        }
        if not _has_all(names, rule.needs):
            continue
        group = "/".join(str(part) for part in key)
        try:
            satisfied = check.answer(rule.cel, names) is True
        except BrokenExpressionError:
            _LOG.error("rule could not be checked: %s", rule.id)
            found.append(Issue(IssueLevel.INFO, "not-checked", rule.at, rule=rule.id, group=group))
            continue
        if not satisfied:
            found.append(Issue(rule.level, "rule", rule.at, rule=rule.id, group=group, params=dict(names)))
    return found


def _grouped(check: _Set, rule: Rule, records: Sequence[SubmissionRecord]) -> dict[tuple[Any, ...], list[Values]]:
    groups: dict[tuple[Any, ...], list[Values]] = {}
    for record in records:
        if record.entity != rule.entity:
            continue
        values = check.known(record)
        key = tuple(values.get(name) for name in rule.by)
        if None not in key and check.holds(rule.where, values):
            groups.setdefault(key, []).append(values)
    return groups


def _measured(check: _Set, measure: Measure, records: list[Values]) -> int | None:
    """A measure of a group; a sum or a number of records of a set that has none is blank for the period before."""
    if measure.over and not records:
        return None
    if measure.count:
        return sum(check.holds(measure.count, values) for values in records)
    if measure.distinct:
        return len({values[measure.distinct] for values in records if values.get(measure.distinct) is not None})
    given = [values[measure.sum] for values in records if values.get(measure.sum) is not None]
    return sum(given) if given else None


def _key(entity: Entity, keys: tuple[str, ...], values: Values) -> tuple[str, ...]:
    return tuple(comparable(entity.field(key), values.get(key)) for key in keys)


def _has_all(values: Values, needs: tuple[str, ...]) -> bool:
    return all(values.get(need) not in (None, []) for need in needs)


def _with_reason(issue: Issue, reasons: Mapping[str, str]) -> Issue:
    reason = reasons.get(f"{issue.rule}|{issue.group}", "") if issue.level is IssueLevel.WARNING else ""
    if not reason or issue.record_id is not None:
        return issue
    return Issue(issue.level, issue.code, issue.paths, issue.rule, issue.params, reason, group=issue.group)
