"""Why an entry may only be looked at, in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import NotEditableReason
from cdd_desktop.operations.views import SubmissionView
from cdd_desktop.ui.words import Words


def why_read_only(reason: NotEditableReason, submission: SubmissionView | None, words: Words) -> str:
    """The sentence at the top of the form; where somebody else is to act, it says who."""
    translate = QCoreApplication.translate
    if reason is NotEditableReason.NOT_BEGUN and submission is not None:
        return translate("ReadOnly", "This period has not begun. Entry is possible from {date}.").format(
            date=words.format_date(submission.window.data_start, "long")
        )
    return {
        NotEditableReason.NOT_BEGUN: translate("ReadOnly", "This period has not begun yet."),
        NotEditableReason.PROPOSED: translate(
            "ReadOnly", "The report has been proposed and waits for the head. To change something, take it back first."
        ),
        NotEditableReason.CERTIFIED: translate(
            "ReadOnly",
            "The report has been certified. Only the head can re-open it, as long as central has not received it.",
        ),
        NotEditableReason.ACCEPTED: translate(
            "ReadOnly", "The province has accepted the report. It can be changed after the province has returned it."
        ),
        NotEditableReason.APPROVED: translate(
            "ReadOnly", "The report has been approved. It can be changed after the province has returned it."
        ),
        NotEditableReason.OTHER_UNIT: translate(
            "ReadOnly", "This entry belongs to another office. You can only look at it."
        ),
        NotEditableReason.ROLE: translate(
            "ReadOnly", "Your role only looks at entries. An officer of this office enters them."
        ),
        NotEditableReason.NEWER_FORM: translate(
            "ReadOnly", "This entry was made with a newer form. Update the program to edit it; nothing is lost."
        ),
    }[reason]
