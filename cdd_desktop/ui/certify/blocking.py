"""What stands in a submission's way, one line each, with the place where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.record import EntityKind
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import RuleKind
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.views import CertifyCheck
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.issue_words import say
from cdd_desktop.ui.theme import Tone


@dataclass(frozen=True, slots=True)
class BlockingRow:
    """``record_id`` or ``register_id`` and ``path`` say where to go; without either the whole submission is meant."""

    title: str
    sentence: str
    word: str
    tone: Tone
    entity: EntityKey
    record_id: RecordId | None
    register_id: RecordId | None
    path: str
    rule: str
    group: str
    explained_here: bool  # a warning about a group or the whole set: its reason is written on this screen


def blocking_rows(check: CertifyCheck, desk: Desk) -> list[BlockingRow]:
    """Errors first, then warnings that want a reason."""
    translate = QCoreApplication.translate
    definition = desk.workplace.catalogue.newest(check.submission.key.dataset)
    entity = definition.main_entity(desk.workplace.unit.level)
    rows = []
    for issue in check.blocking:
        error = issue.level is IssueLevel.ERROR
        rule = definition.rule_by_id.get(issue.rule)
        kind = rule.kind if rule is not None else RuleKind.RECORD
        of_register = kind is RuleKind.COVERS and entity.kind is not EntityKind.REGISTER
        missing = of_register and issue.record_id in check.titles  # the rule speaks of all of them, the row of one
        rows.append(
            BlockingRow(
                title=_title(issue, check, desk),
                sentence=translate("Certify", "Not entered for this period yet")
                if missing
                else _at(issue, check, desk) + say(issue, definition, desk.words, desk.messages),
                word=_word(error=error, missing=missing),
                tone=Tone.BAD if error else Tone.WARN,
                entity=entity.key,
                record_id=None if of_register else issue.record_id,
                register_id=issue.record_id if of_register else None,
                path=issue.paths[0] if issue.paths else "",
                rule=issue.rule,
                group=issue.group,
                explained_here=not error and kind in (RuleKind.UNIQUE, RuleKind.AGGREGATE),
            )
        )
    return sorted(rows, key=lambda row: row.tone is not Tone.BAD)


def _word(*, error: bool, missing: bool) -> str:
    translate = QCoreApplication.translate
    if missing:
        return translate("Certify", "to enter")
    return translate("Certify", "to correct") if error else translate("Certify", "wants a reason")


def _title(issue: Issue, check: CertifyCheck, desk: Desk) -> str:
    if issue.record_id is not None and issue.record_id in check.titles:
        return check.titles[issue.record_id]
    if issue.group:
        return _group_words(issue.group, desk)
    return QCoreApplication.translate("Certify", "The whole report")


def _group_words(group: str, desk: Desk) -> str:
    """A group named by a subdistrict's code is shown by its name."""
    try:
        tambon = desk.workplace.geography.tambon(group)
    except BadRequestError:
        return group
    name = desk.words.text(tambon.name_th, tambon.name_en)
    return QCoreApplication.translate("Certify", "{tambon} subdistrict").format(tambon=name)


def _at(issue: Issue, check: CertifyCheck, desk: Desk) -> str:
    """The label of the field a finding without a sentence of its own stands at."""
    if issue.rule or not issue.paths:
        return ""
    definition = desk.workplace.catalogue.newest(check.submission.key.dataset)
    for entity in definition.entities:
        field = entity.find_field(issue.paths[0])
        if field is not None:
            return desk.words.text(field.label_th, field.label_en) + ": "
    return ""
