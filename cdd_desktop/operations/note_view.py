"""A supervisor's view that leaves the machine leaves a line in the audit trail."""

from __future__ import annotations

from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.journal import append_audit
from cdd_desktop.store.rows import AuditRow


def note_view(work: Work, view: str, area: str, way: str, size: int) -> Changes:
    """Writes who took out which ``view`` of which ``area`` ("" for the own): ``way`` "workbook", "pdf" or "printer",
    ``size`` its sheets or pages. Nothing that is shown changes."""
    append_audit(
        work.session,
        AuditRow(
            at=work.now,
            person_id=work.person.id,
            action="exported-view",
            unit=area or work.unit.code,
            dataset="",
            period="",
            record_id=None,
            detail={"view": view, "way": way, "size": size},
        ),
    )
    return Changes()
