"""Showing a personal value in full: always with a line in the audit trail."""

from __future__ import annotations

from cdd_desktop.domain.record import RAW
from cdd_desktop.errors import RefusedError
from cdd_desktop.operations.place import find_place
from cdd_desktop.operations.save_entry import audit
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work


def reveal_value(work: Work, ref: EntryRef, path: str) -> str:
    """The text of a value of this office's own record, "" when blank. Run it with ``Workplace.do``: it writes.

    Raises ``RefusedError("not-yours")`` for another office's record.
    """
    record = find_place(work, ref).record
    if record is None:
        return ""
    if record.unit != work.person.unit:
        raise RefusedError("not-yours")
    audit(work, record, "revealed", {"paths": [path]})
    value = record.content.get(path)
    if value is None:
        value = record.content.get(RAW + path)
    return "" if value is None else str(value)
