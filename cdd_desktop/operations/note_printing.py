"""A paper that leaves the machine leaves a line in the audit trail."""

from __future__ import annotations

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.views import Changes
from cdd_desktop.operations.work import Work
from cdd_desktop.store.rows import AuditRow


def note_printing(work: Work, kind: str, key: SubmissionKey | None, way: str, pages: int) -> Changes:
    """Writes who printed what: ``kind`` of paper, ``way`` "pdf" or "printer". Nothing that is shown changes."""
    work.session.add(
        AuditRow(
            at=work.now,
            person_id=work.person.id,
            action="printed",
            unit=key.unit if key is not None else work.unit.code,
            dataset=key.dataset if key is not None else "",
            period=key.period if key is not None else "",
            detail={"kind": kind, "way": way, "pages": pages},
        )
    )
    return Changes()
