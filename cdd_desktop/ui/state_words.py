"""The four facts of a submission in words and a tone, the same on every screen (docs/ui.md, Tones)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import Window, WindowState
from cdd_desktop.domain.submission import Delivery, SubmissionState, Verdict
from cdd_desktop.operations.views import ItemStatus, NextStep, SubmissionView
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.words import Words


def window_chip(state: WindowState, days_left: int, words: Words) -> tuple[str, Tone]:
    """The first fact: what the dates say."""
    translate = QCoreApplication.translate
    if state is WindowState.OVERDUE:
        return words.digits(translate("States", "{n} days overdue").format(n=-days_left)), Tone.BAD
    if state is WindowState.DUE_TODAY:
        return translate("States", "Due today"), Tone.WARN
    left = words.digits(translate("States", "{n} days left").format(n=days_left))
    return left, Tone.WARN if state is WindowState.DUE_SOON else Tone.MUTED


def state_word(state: SubmissionState) -> str:
    """The second fact: how far people have moved it."""
    translate = QCoreApplication.translate
    return {
        SubmissionState.NONE: translate("States", "Not started"),
        SubmissionState.DRAFT: translate("States", "Being entered"),
        SubmissionState.PROPOSED: translate("States", "Proposed"),
        SubmissionState.CERTIFIED: translate("States", "Certified"),
        SubmissionState.ACCEPTED: translate("States", "Accepted"),
        SubmissionState.APPROVED: translate("States", "Approved"),
        SubmissionState.RETURNED: translate("States", "Returned"),
    }[state]


def delivery_word(delivery: Delivery) -> str:
    """The third fact: where it is."""
    translate = QCoreApplication.translate
    return {
        Delivery.HERE: translate("States", "On this machine"),
        Delivery.HANDED_OVER: translate("States", "On USB"),
        Delivery.RECEIVED: translate("States", "Received by central"),
        Delivery.NEEDS_YOU: translate("States", "Needs a decision"),
    }[delivery]


def verdict_word(verdict: Verdict) -> str:
    """The fourth fact: whether it was in time."""
    translate = QCoreApplication.translate
    return {
        Verdict.ON_TIME: translate("States", "on time"),
        Verdict.FINISHED_ON_TIME: translate("States", "finished on time, arrived late"),
        Verdict.LATE: translate("States", "late"),
    }[verdict]


def submission_chip(view: SubmissionView, words: Words) -> tuple[str, Tone]:
    """The one chip that says most about a submission now."""
    translate = QCoreApplication.translate
    if view.delivery is Delivery.NEEDS_YOU or view.needs_you:
        return delivery_word(Delivery.NEEDS_YOU), Tone.BAD
    if view.state is SubmissionState.RETURNED:
        return state_word(view.state), Tone.WARN
    if view.state in (SubmissionState.ACCEPTED, SubmissionState.APPROVED):
        return state_word(view.state), Tone.OK
    if view.state is SubmissionState.CERTIFIED:
        return _certified_chip(view, words)
    if view.state is SubmissionState.PROPOSED and view.next_step is not NextStep.CERTIFY:
        return translate("States", "Proposed, awaiting certification"), Tone.INFO
    if view.window.cancelled:
        return translate("States", "Cancelled period"), Tone.MUTED
    return window_chip(view.window_state, view.days_left, words)


def _certified_chip(view: SubmissionView, words: Words) -> tuple[str, Tone]:
    translate = QCoreApplication.translate
    if view.received_at is not None or view.delivery is Delivery.RECEIVED:
        if view.verdict is Verdict.FINISHED_ON_TIME:
            return translate("States", "On time, arrived late"), Tone.VIOLET
        if view.verdict is Verdict.LATE:
            return translate("States", "Received, late"), Tone.OK
        return delivery_word(Delivery.RECEIVED), Tone.OK
    if view.delivery is Delivery.HANDED_OVER:
        return delivery_word(Delivery.HANDED_OVER), Tone.VIOLET
    if view.certified_at is not None and bangkok_day(view.certified_at) > view.window.due_on:
        return window_chip(WindowState.OVERDUE, view.days_left, words)
    return translate("States", "Certified, waiting to send"), Tone.VIOLET


def item_chip(status: ItemStatus, errors: int, words: Words) -> tuple[str, Tone]:
    """State of one entry of a worklist."""
    translate = QCoreApplication.translate
    chips = {
        ItemStatus.TODO: (translate("States", "Not entered"), Tone.MUTED),
        ItemStatus.DRAFT: (translate("States", "Being entered"), Tone.MUTED),
        ItemStatus.COMPLETE: (translate("States", "Complete"), Tone.MUTED),
        ItemStatus.ERROR: (words.digits(translate("States", "{n} to correct").format(n=max(errors, 1))), Tone.BAD),
        ItemStatus.WARNING: (translate("States", "Needs a reason"), Tone.WARN),
        ItemStatus.NOT_RECEIVED: (translate("States", "Not yet received"), Tone.MUTED),
        ItemStatus.CONFIRMED: (translate("States", "Confirmed"), Tone.MUTED),
        ItemStatus.CHANGED: (translate("States", "Changed"), Tone.MUTED),
        ItemStatus.ENDED: (translate("States", "Ended"), Tone.MUTED),
    }
    return chips[status]


def next_step_word(step: NextStep) -> str:
    """The text of the one button."""
    translate = QCoreApplication.translate
    return {
        NextStep.START: translate("States", "Start entering"),
        NextStep.CONTINUE: translate("States", "Continue"),
        NextStep.SEE_COMMENTS: translate("States", "See comments"),
        NextStep.CERTIFY: translate("States", "Check and certify"),
        NextStep.SEND: translate("States", "Send"),
        NextStep.DECIDE: translate("States", "Decide"),
        NextStep.VIEW: translate("States", "View"),
    }[step]


def due_line(window: Window, words: Words) -> str:
    """ "Due 20 มี.ค. 2561"."""
    return QCoreApplication.translate("States", "Due {date}").format(date=words.format_date(window.due_on))
