"""What can be done with the open record, and in which words: from the kind of record, its mark and its state."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import EntityKind
from cdd_desktop.ui.entry.draft import Draft

NEXT = "next"
NEXT_COMMENT = "next-comment"
CONFIRM = "confirm"
PREVIOUS = "previous"
NOT_RECEIVED = "not-received"
RECEIVED_AFTER_ALL = "received-after-all"
END = "end"
DELETE = "delete"
HISTORY = "history"
COMPARE = "compare"
PROPOSE = "propose"
RETRY = "retry"
FIRST_PROBLEM = "first-problem"

Action = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Actions:
    """Quiet buttons and the next step, each as (key, words)."""

    quiet: tuple[Action, ...]
    primary: Action


def actions_for(draft: Draft, *, all_done: bool, commented: bool = False) -> Actions:
    """The buttons below the form. A register entry of its own round is confirmed by going on; ``commented``: further
    down stands another one that a reviewer has remarked on."""
    translate = QCoreApplication.translate
    quiet: list[Action] = [(PREVIOUS, "‹ " + translate("Entry", "Previous"))]
    sheet = draft.sheet
    if draft.editable:
        if draft.entity.kind is EntityKind.SNAPSHOT and sheet.register is not None:
            if sheet.mark:
                quiet.append((RECEIVED_AFTER_ALL, translate("Entry", "Data have come in after all")))
            else:
                quiet.append((NOT_RECEIVED, translate("Entry", "No data received yet… (F7)")))
        if draft.entity.kind is EntityKind.REGISTER and sheet.record.rev + bool(sheet.saved_at) and not is_ended(draft):
            quiet.append((END, translate("Entry", "End this entry… (F10)")))
        if sheet.saved_at is not None and not sheet.delivered and sheet.record.rev == 0:
            quiet.append((DELETE, translate("Entry", "Delete…")))
    primary = _primary(draft, all_done)
    if commented and primary[0] == PROPOSE:
        primary = NEXT_COMMENT, translate("Entry", "Next comment") + " ›"
    return Actions(tuple(quiet), primary)


def possible(draft: Draft) -> frozenset[str]:
    """What the buttons below the form offer now, and the next step."""
    offered = actions_for(draft, all_done=False)
    return frozenset(key for key, _ in (*offered.quiet, offered.primary))


def is_ended(draft: Draft) -> bool:
    """Whether the register entry has ended in this round."""
    return draft.sheet.mark == "ended"


def wants_confirming(draft: Draft) -> bool:
    """Whether going on confirms the entry: a register entry dealt with in the round of its own dataset."""
    sheet = draft.sheet
    in_round = sheet.ref.key is not None and sheet.ref.key.dataset == draft.definition.dataset
    own = all(entity.kind is EntityKind.REGISTER for entity in draft.definition.entities)
    return draft.editable and draft.entity.kind is EntityKind.REGISTER and in_round and own and not sheet.mark


def _primary(draft: Draft, all_done: bool) -> Action:
    translate = QCoreApplication.translate
    if wants_confirming(draft):
        return CONFIRM, translate("Entry", "Confirm, next (F8)") + " ›"
    if all_done and draft.editable:
        return PROPOSE, translate("Entry", "All entered: go on to propose") + " ›"
    return NEXT, translate("Entry", "Next (Ctrl+Enter)") + " ›"
