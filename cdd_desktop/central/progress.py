"""The counts of submissions, taken again after a batch that touched them."""

from __future__ import annotations

from sqlalchemy import func, select

from cdd_desktop.central.intake import Intake
from cdd_desktop.central.rows import RecordRow
from cdd_desktop.central.submissions import submission_row, touch_submission


def count_again(intake: Intake) -> None:
    """Bring the counts of all stale submissions up to date and announce them."""
    for key in sorted(intake.stale, key=str):
        row = submission_row(intake, key)
        place = (RecordRow.unit == key.unit, RecordRow.dataset == key.dataset, RecordRow.period == key.period)
        row.done = intake.session.scalar(select(func.count()).where(*place, RecordRow.deleted.is_(False))) or 0
        touch_submission(intake, key)
    intake.stale.clear()
