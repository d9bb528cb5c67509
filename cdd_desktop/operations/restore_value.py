"""Laying back what a record held before: a new change like any other, and a line in the audit trail."""

from __future__ import annotations

from cdd_desktop.domain.record import Content
from cdd_desktop.operations.save_entry import Saved, audit, save_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.operations.work import Work
from cdd_desktop.store.records import find_record


def restore_value(work: Work, ref: EntryRef, patch: Content) -> Saved:
    """Saves a patch of ``read_history.restoring``. Raises what ``save_entry`` raises."""
    saved = save_entry(work, ref, patch)
    row = find_record(work.session, saved.ref.record_id) if saved.ref.record_id else None
    if row is not None and saved.patch:
        audit(work, row, "restored", {"paths": sorted(saved.patch)})
    return saved
