"""What the foot says of a cell: what is wrong with it, why it cannot be typed into, and last period's value."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.issue import REQUIRED, Issue, IssueLevel
from cdd_desktop.domain.record import RAW, Value
from cdd_desktop.forms.definition import HUNDREDTHS, Field, FieldType
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.cells import Look
from cdd_desktop.ui.grid.columns import Column, Source
from cdd_desktop.ui.grid.foot import Saying
from cdd_desktop.ui.grid.ledger import Seen
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.saving import GridSaver, SaveState
from cdd_desktop.ui.issue_words import say
from cdd_desktop.ui.phrases import DOT
from cdd_desktop.ui.reason_words import mark_reason
from cdd_desktop.ui.theme import Tone

_AMOUNTS = HUNDREDTHS | {FieldType.INTEGER}
_ORDER = {IssueLevel.ERROR: 0, IssueLevel.WARNING: 1, IssueLevel.INFO: 2}


def saying_of(model: GridModel, line: int, column: int, desk: Desk, *, locked: str = "") -> Saying:
    """What to say of a cell. ``locked`` is why the table may only be looked at."""
    number = model.number(line)
    said = _said(model, line, column, desk, locked)
    return replace(said, twin=True) if number is not None and model.ledger.twins(number) else said


def _said(model: GridModel, line: int, column: int, desk: Desk, locked: str) -> Saying:
    words, one, number = desk.words, model.columns[column], model.number(line)
    if number is None:
        return Saying(QCoreApplication.translate("Grid", "Type here to add an entry"))
    seen = model.ledger.look(number)
    place = words.digits(QCoreApplication.translate("Grid", "Row {n}").format(n=line + 1))
    cell = model.cell(line, column)
    if excuse := model.ledger.excuse(number):
        why = mark_reason(model.ledger.form(number), model.ledger.table.entity, excuse, words)
        said = QCoreApplication.translate("Grid", "no data received yet: {reason} (Ctrl+F7 takes it back)")
        return Saying(DOT.join((place, said.format(reason=why))))
    issue = _heaviest(seen, one)
    before = _previous(model, number, one, seen, desk)
    if issue is not None:
        sentence = say(issue, model.ledger.form(number), words, desk.messages)
        text = DOT.join(part for part in (place, f"{one.head}: {sentence}", before) if part)
        warned = issue.level is IssueLevel.WARNING
        return Saying(text, _tone(issue), issue.rule if warned and not locked else "", issue.reason)
    why = locked if cell.look is Look.LOCKED else why_not(cell.look, one)
    if not why and one.key in seen.evaluation.required and seen.evaluation.values.get(one.key) is None:
        why = QCoreApplication.translate("Grid", "to be filled in")
    return Saying(DOT.join(part for part in (place, one.head, why, before) if part))


def why_not(look: Look, column: Column) -> str:
    """Why a cell cannot be typed into, in a few words; empty where it can."""
    translate = QCoreApplication.translate
    if look is Look.COMPUTED:
        return translate("Grid", "calculated by the program")
    if look is Look.HIDDEN:
        return translate("Grid", "not asked for this entry")
    if look is not Look.FIXED:
        return ""
    if column.source is Source.LINES:
        return translate("Grid", "a table of its own: edit it in the form")
    if column.field is not None and column.field.type is FieldType.AUTO_CODE:
        return translate("Grid", "given by the system when central has received it")
    if column.source is Source.FIELD:
        return translate("Grid", "attached in the form")
    return translate("Grid", "comes from the register")


def _heaviest(seen: Seen, column: Column) -> Issue | None:
    """The finding at a cell that matters most; a blank is said otherwise."""
    found = [
        issue
        for issue in seen.issues
        if issue.code != REQUIRED
        and any(path == column.key or path.startswith(f"{column.key}/") for path in issue.paths if column.key)
    ]
    return min(found, key=lambda issue: (_ORDER[issue.level], not issue.open), default=None)


def _tone(issue: Issue) -> Tone:
    if issue.level is IssueLevel.ERROR:
        return Tone.BAD
    return Tone.WARN if issue.open else Tone.MUTED


def _previous(model: GridModel, number: int, column: Column, seen: Seen, desk: Desk) -> str:
    """Last period's value, with the change in per cent where both are amounts."""
    if column.source is not Source.FIELD or column.field is None or seen.context.prev is None:
        return ""
    before = model.ledger.previous(number).get(column.key)
    if before is None or column.field.type is FieldType.CITIZEN_ID:
        return ""
    text = QCoreApplication.translate("Grid", "last period {value}").format(value=model.maker.shown(column, before))
    changed = change_words(column.field, before, seen.evaluation.values.get(column.key))
    is_raw = RAW + column.key in seen.content
    return text if is_raw or not changed else f"{text} ({desk.words.digits(changed)})"


def change_words(field: Field, before: Value, now: Value) -> str:
    """The change between two amounts in per cent with its sign: "+12.5%", "-3.0%"; "" where there is none to say."""
    if field.type not in _AMOUNTS or not isinstance(before, int) or not isinstance(now, int) or before <= 0:
        return ""
    tenths = (abs(now - before) * 2000 + before) // (2 * before)
    sign = "+" if now > before else "-" if now < before else ""
    return f"{sign}{tenths // 10:,}.{tenths % 10}%"


def saved_words(saver: GridSaver, view: SubmissionView, desk: Desk) -> str:
    """Where what is typed is."""
    translate, now = QCoreApplication.translate, desk.clock.now()
    if saver.state is SaveState.SAVING:
        return translate("Grid", "Saving…")
    if saver.state is SaveState.FAILED and saver.error is not None:
        return translate("Grid", "Not saved: {reason}").format(reason=desk.messages.describe(saver.error).sentence)
    at = now if saver.state is SaveState.SAVED else view.saved_at
    return translate("Grid", "Saved {when}").format(when=desk.words.format_relative(at, now)) if at is not None else ""
