"""Twins of the open entry: shown beside it, made one with it, or kept with a reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cdd_desktop.domain.issue import IssueLevel
from cdd_desktop.domain.record import REASON
from cdd_desktop.forms.cel_rules import SAME_ENTRY
from cdd_desktop.forms.definition import RuleKind
from cdd_desktop.operations.duplicates import Merged, Twin, merge_entries, read_twin
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.ui.entry.autosave import Autosave
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.duplicate import DuplicateDialog, Union
from cdd_desktop.ui.entry.steps import merge_step
from cdd_desktop.ui.messages import Question

if TYPE_CHECKING:
    from cdd_desktop.ui.entry.screen import EntryScreen


def keeping_rule(draft: Draft) -> str:
    """The rule whose written reason says that twins are two: of the form, else the general one; "" where the form
    does not allow it."""
    alike = {str(rule.id): rule for rule in draft.definition.rules if rule.kind is RuleKind.UNIQUE}
    found = [alike[issue.rule] for issue in draft.issues if issue.rule in alike]
    if any(rule.level is IssueLevel.ERROR for rule in found):
        return ""
    return next((str(rule.id) for rule in found), SAME_ENTRY)


def kept_reason(draft: Draft) -> str:
    """Why the twins of the open entry were kept, "" while nobody has said."""
    rule = keeping_rule(draft)
    return str(draft.content.get(REASON + rule) or "") if rule else ""


class Pairs(QObject):
    """Reads on the store lane, asks in a dialog, and merges through the steps that can be taken back."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen

    def compare(self, draft: Draft, autosave: Autosave) -> None:
        """Show the open entry beside its first twin."""
        if not draft.sheet.twins:
            return
        workplace, other = self._screen.desk.workplace, draft.sheet.twins[0][0]

        def work(ref: EntryRef) -> tuple[EntryRef, Twin, Twin]:
            return ref, workplace.read(read_twin, str(ref.record_id)), workplace.read(read_twin, other)

        autosave.with_ref(work, partial(self._show, draft), self._screen.fail)

    def _show(self, draft: Draft, found: tuple[EntryRef, Twin, Twin]) -> None:
        if self._screen.draft is not draft:
            return  # another entry was opened meanwhile
        ref, own, other = found
        dialog = DuplicateDialog(draft.definition, draft.entity, (own, other), self._screen.desk.words, self._screen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.allow_keeping(bool(keeping_rule(draft)))
        dialog.merged.connect(partial(self._merge, ref, (own, other)))
        dialog.kept.connect(partial(self._keep, draft))
        dialog.open()

    def _merge(self, ref: EntryRef, twins: tuple[Twin, Twin], union: Union) -> None:
        stays, goes = twins[union.stays].record, twins[1 - union.stays].record
        where = EntryRef(stays.entity, ref.key, stays.id)
        self._screen.do(merge_entries, where, goes.id, union.chosen, on_done=self._merged)

    def _merged(self, merged: Merged) -> None:
        keys = self._screen.keys
        if merged.stays.key is not None:
            keys.steps.add(merge_step(merged.stays.key, merged))
        text = self.tr("The two entries are one now.")
        if merged.left:
            number = self._screen.desk.words.format_number(merged.left)
            text += " " + self.tr("{n} records in locked reports keep naming the other one.").format(n=number)
        self._screen.show_again()
        self._screen.reopen(merged.stays)
        keys.say(text)

    def _keep(self, draft: Draft) -> None:
        question = Question(
            title=self.tr("Keep both entries"),
            sentence=self.tr("Why are “{name}” and the other one two different things?").format(name=draft.sheet.title),
            yes=self.tr("Keep both"),
            asks_reason=True,
        )
        reason = self._screen.desk.messages.ask_reason(self._screen, question)
        if reason and self._screen.draft is draft:
            draft.close_step()
            draft.edit({REASON + keeping_rule(draft): reason})
            self._screen.leave()
