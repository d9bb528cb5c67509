"""Marking an entry of a round: confirmed, changed, ended, or not received with its reason."""

from __future__ import annotations

from cdd_desktop.domain.record import MARK, WHY, Content, MarkState, Value
from cdd_desktop.errors import RefusedError
from cdd_desktop.forms.definition import Entity, FieldType
from cdd_desktop.operations.place import Place, find_place, may_edit, may_mark
from cdd_desktop.operations.save_entry import Saved, refuse_unless_editable, write_patch
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work

STATUS, STATUS_DATE = "status", "status_date"
_ACTIVE, _DISSOLVED = "active", "dissolved"


def mark_entry(
    work: Work, ref: EntryRef, mark: MarkState | None, reason: str = "", *, ending: Content | None = None
) -> Saved:
    """Sets the mark of an entry for the round of ``ref.key``; None takes it away.

    "Not received" makes the record of a snapshot that was not started. Ending an entry that is still active writes
    its status (one named by ``reason``, else dissolved or the form's first ending) and, where blank, the day;
    ``ending`` are values given for it.
    Raises ``RefusedError``: ``not-editable``, ``mark-not-possible``, ``mark-needs-reason``.
    """
    place = find_place(work, ref)
    refuse_unless_editable(may_mark(work, place))
    if place.key is None or not place.in_own_round:
        raise RefusedError("mark-not-possible")
    needs_record = mark in (MarkState.CONFIRMED, MarkState.CHANGED, MarkState.ENDED)
    if (needs_record and place.record is None) or (mark is MarkState.NOT_RECEIVED and place.is_register):
        raise RefusedError("mark-not-possible")
    if mark is MarkState.NOT_RECEIVED and not reason.strip():
        raise RefusedError("mark-needs-reason")
    period = place.key.period
    patch: dict[str, Value] = {MARK + period: mark.value if mark else None, WHY + period: reason.strip() or None}
    if mark is MarkState.ENDED:
        refuse_unless_editable(may_edit(work, place))
        patch |= {**ending_of(work, place, reason), **(ending or {})}
    return write_patch(work, place, ref, patch, follow=False)


def ending_of(work: Work, place: Place, reason: str) -> Content:
    """What ending an entry writes into its own fields: the status and the day, where the form has them."""
    assert place.record is not None
    content, endings = place.record.content, _endings(place.entity)
    ending: dict[str, Value] = {}
    if endings and content.get(STATUS) not in endings:
        named = reason if reason in endings else None
        ending[STATUS] = named or (_DISSOLVED if _DISSOLVED in endings else endings[0])
    if STATUS_DATE in place.entity.field_by_key and not content.get(STATUS_DATE):
        ending[STATUS_DATE] = min(work.today, place.window.data_end).isoformat()
    return ending


def _endings(entity: Entity) -> tuple[str, ...]:
    """The values of ``status`` that end an entry: of a group only dissolved, of a person all but active."""
    field = entity.field_by_key.get(STATUS)
    if field is None or field.type is not FieldType.CHOICE:
        return ()
    values = tuple(choice.value for choice in field.options if choice.value != _ACTIVE)
    return (_DISSOLVED,) if _DISSOLVED in values else values
