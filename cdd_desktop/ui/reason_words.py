"""Written reasons as people read them: what a reason is given for, and one that is written as a code or a choice."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import REASON
from cdd_desktop.forms.cel_rules import SAME_ENTRY
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.forms.keys import MERGED
from cdd_desktop.ui.words import Words

_STATUS = "status"


def reason_label(definition: Definition, rule_id: str, words: Words) -> str:
    """What a reason is given for: the sentence of its rule, or of the two that no form has a rule for."""
    rule = definition.rule_by_id.get(rule_id)
    if rule is not None:
        return words.text(rule.message_th, rule.message_en)
    return {
        SAME_ENTRY: QCoreApplication.translate("Reasons", "Entered twice, and both kept"),
        MERGED.removeprefix(REASON): QCoreApplication.translate("Reasons", "Merged into"),
    }.get(rule_id, QCoreApplication.translate("Reasons", "Reason given for a warning"))


def mark_reason(definition: Definition, entity: Entity, reason: str, words: Words) -> str:
    """The reason of a mark. People write it freely or choose it in their own language; other programs may write the
    code of an excuse or of an ending. What is known is said in the reader's language."""
    status = entity.field_by_key.get(_STATUS)
    for known in (*definition.excuses, *(status.options if status is not None else ())):
        if reason in (known.value, known.label_th, known.label_en):
            return words.text(known.label_th, known.label_en)
    return reason
