"""The state of a submission in whole sentences, and its history line by line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.submission import Move, MoveKind, SubmissionState
from cdd_desktop.operations.views import CertifyCheck
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.words import Words


def state_sentence(check: CertifyCheck, desk: Desk) -> str:
    """Where the report is and who is to act."""
    translate = QCoreApplication.translate
    view, words = check.submission, desk.words
    by = person_of(view.moves[-1]) if view.moves else ""
    at = words.format_instant(view.moves[-1].at) if view.moves else ""
    if view.state is SubmissionState.RETURNED:
        reason = view.moves[-1].reason if view.moves else ""
        comments = len(view.moves[-1].comments) if view.moves else 0
        if not reason and comments:
            text = translate("Certify", "Returned by {name} on {at} with {n} comments.")
            return text.format(name=by, at=at, n=words.format_number(comments))
        if not reason:
            return translate("Certify", "Returned by {name} on {at}.").format(name=by, at=at)
        return translate("Certify", "Returned by {name}: {reason}").format(name=by, reason=reason)
    if view.state in (SubmissionState.NONE, SubmissionState.DRAFT):
        if check.blocking:
            return words.digits(
                translate("Certify", "{n} things are still to be done before the report can be proposed.").format(
                    n=len(check.blocking)
                )
            )
        if not check.entries:
            return translate("Certify", "Nothing has been entered for this period yet.")
        return words.digits(
            translate("Certify", "Everything is in order. {n} entries are ready to be proposed to the head.").format(
                n=check.entries
            )
        )
    sentences = {
        SubmissionState.PROPOSED: translate(
            "Certify", "Proposed by {name} on {at}. It waits for the head to certify it."
        ),
        SubmissionState.CERTIFIED: translate(
            "Certify", "Certified by {name} on {at}. It is sent to central at the next contact."
        ),
        SubmissionState.ACCEPTED: translate("Certify", "Accepted by {name} on {at}."),
        SubmissionState.APPROVED: translate("Certify", "Approved by {name} on {at}."),
    }
    if view.state is SubmissionState.CERTIFIED and view.received_at is not None:
        return translate("Certify", "Certified, and received by central on {at}. The province reviews it.").format(
            at=words.format_instant(view.received_at)
        )
    return sentences[view.state].format(name=by, at=at)


def person_of(move: Move) -> str:
    """Who made a step, and whether for the head."""
    if not move.delegated:
        return move.person_name
    return f"{move.person_name} ({QCoreApplication.translate('Certify', 'acting for the head')})"


def move_line(move: Move, words: Words) -> tuple[str, str]:
    """One step of the history: who did what and when; and the reason and comments that went with it."""
    translate = QCoreApplication.translate
    names = {
        MoveKind.PROPOSE: translate("Certify", "Proposed"),
        MoveKind.TAKE_BACK: translate("Certify", "Taken back"),
        MoveKind.CERTIFY: translate("Certify", "Certified"),
        MoveKind.REOPEN: translate("Certify", "Re-opened"),
        MoveKind.RETURN: translate("Certify", "Returned"),
        MoveKind.ACCEPT: translate("Certify", "Accepted"),
        MoveKind.APPROVE: translate("Certify", "Approved"),
    }
    parts = [move.reason, *(comment.text for comment in move.comments)]
    if move.certification is not None:
        parts.append(move.certification.statement)
    head = f"{names[move.kind]} · {person_of(move)} · {words.format_instant(move.at)}"
    return head, "\n".join(part for part in parts if part)
