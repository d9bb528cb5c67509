"""What screens say about the round they show: its period and due date, who returned it, why it may only be looked at,
and the button that leads on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.period import NotEditableReason, WindowState
from cdd_desktop.domain.person import Role
from cdd_desktop.domain.submission import SubmissionState
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.operations.views import NextStep, SubmissionView
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.state_words import due_line, next_step_word, window_chip
from cdd_desktop.ui.words import Words


def page_subtitle(view: SubmissionView, words: Words) -> str:
    """งวดที่ 2 (ไตรมาส 2) ปีงบประมาณ 2561 · ครบกำหนด 20 มี.ค. 2561 (เหลือ 2 วัน)."""
    year = QCoreApplication.translate("Round", "fiscal year {year}").format(year=view.window.fiscal_year)
    due = due_line(view.window, words)
    if view.window_state is not WindowState.NOT_OPEN and not view.received_at:
        due += f" ({window_chip(view.window_state, view.days_left, words)[0]})"
    period = "" if view.window.key == "r1" else f"{words.period(view.window)} "  # the year's only one
    return words.digits(f"{period}{year} · {due}")


def propose_words(view: SubmissionView, desk: Desk) -> str:
    """What the button says that leads to the way of the submission."""
    translate = QCoreApplication.translate
    if view.next_step is NextStep.CERTIFY:
        return next_step_word(view.next_step)
    if view.state in (SubmissionState.NONE, SubmissionState.DRAFT, SubmissionState.RETURNED):
        role = Role.HEAD if desk.workplace.unit.level is UnitLevel.DISTRICT else Role.PROVINCIAL_HEAD
        return translate("Round", "Propose to: {head}").format(head=desk.words.role(role))
    if view.state is SubmissionState.PROPOSED:
        return translate("Round", "Take back to change…")
    return translate("Round", "State and history")


def return_words(view: SubmissionView, words: Words) -> str:
    """Who returned the submission, why, and the remarks on the whole; "" when it is not returned."""
    if view.state is not SubmissionState.RETURNED or not view.moves:
        return ""
    move = view.moves[-1]
    general = [comment.text for comment in move.comments if comment.record_id is None]
    texts = [text for text in (move.reason, *general) if text]
    head = QCoreApplication.translate("Round", "Returned by {name} on {at}").format(
        name=move.person_name, at=words.format_instant(move.at)
    )
    remarks = len(move.comments) - len(general)
    if remarks:
        head += " · " + QCoreApplication.translate("Round", "Corrections asked for: {n}").format(n=remarks)
    return words.digits(head) + (": " + " · ".join(texts) if texts else "")


def why_read_only(reason: NotEditableReason, submission: SubmissionView | None, words: Words) -> str:
    """The sentence at the top of the form; where somebody else is to act, it says who."""
    translate = QCoreApplication.translate
    if reason is NotEditableReason.NOT_BEGUN and submission is not None:
        return translate("Round", "This period has not begun. Entry is possible from {date}.").format(
            date=words.format_date(submission.window.data_start, "long")
        )
    return {
        NotEditableReason.NOT_BEGUN: translate("Round", "This period has not begun yet."),
        NotEditableReason.PROPOSED: translate(
            "Round", "The report has been proposed and waits for the head. To change something, take it back first."
        ),
        NotEditableReason.CERTIFIED: translate(
            "Round",
            "The report has been certified. Only the head can re-open it, as long as central has not received it.",
        ),
        NotEditableReason.ACCEPTED: translate(
            "Round", "The province has accepted the report. It can be changed after the province has returned it."
        ),
        NotEditableReason.APPROVED: translate(
            "Round", "The report has been approved. It can be changed after the province has returned it."
        ),
        NotEditableReason.OTHER_UNIT: translate(
            "Round", "This entry belongs to another office. You can only look at it."
        ),
        NotEditableReason.ROLE: translate(
            "Round", "Your role only looks at entries. An officer of this office enters them."
        ),
        NotEditableReason.NEWER_FORM: translate(
            "Round", "This entry was made with a newer form. Update the program to edit it; nothing is lost."
        ),
        NotEditableReason.NOT_YOUR_FORM: translate(
            "Round", "An office of this level has no entries of this kind. There is nothing to fill in here."
        ),
    }[reason]
