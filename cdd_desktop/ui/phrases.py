"""What lists say about one submission: how far it is, and what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import WindowState
from cdd_desktop.domain.submission import MoveKind, SubmissionState
from cdd_desktop.operations.views import NextStep, SubmissionView
from cdd_desktop.ui.state_words import delivery_word, verdict_word
from cdd_desktop.ui.words import Words

DOT = " · "


def progress_phrase(view: SubmissionView, words: Words) -> str:
    """The line under the name: state, counts, delivery and verdict in words."""
    parts = {
        SubmissionState.NONE: _not_started,
        SubmissionState.DRAFT: _being_entered,
        SubmissionState.RETURNED: _returned,
    }.get(view.state, _moved)(view, words)
    if view.voluntary:
        parts.append(QCoreApplication.translate("Home", "voluntary"))
    return DOT.join(part for part in parts if part)


def due_note(view: SubmissionView, words: Words) -> str:
    """The line beside a due date on a day off; empty on working days, and when it no longer helps."""
    if view.last_working_day is None or view.last_working_day >= view.window.due_on:
        return ""
    if view.received_at is not None or view.days_left < 0:
        return ""
    text = QCoreApplication.translate("Home", "a day off, submit by {date}")
    return text.format(date=words.format_day(view.last_working_day))


def _not_started(view: SubmissionView, words: Words) -> list[str]:
    translate = QCoreApplication.translate
    count = ""
    if view.progress.expected:
        count = translate("Home", "{n} entries").format(n=words.format_number(view.progress.expected))
    if view.window_state is WindowState.NOT_OPEN and view.next_step is NextStep.START:
        return [translate("Home", "Can be entered ahead"), _opens_later(view, words)]
    if view.window_state is WindowState.NOT_OPEN:
        opens = translate("Home", "opens {date}").format(date=words.format_day(view.window.opens_on))
        return [translate("Home", "Not open yet"), opens]
    return [translate("Home", "Not started"), count]


def _being_entered(view: SubmissionView, words: Words) -> list[str]:
    translate = QCoreApplication.translate
    progress = view.progress
    if progress.expected:
        done = translate("Home", "{done} of {all} entered").format(
            done=words.format_number(progress.done), all=words.format_number(progress.expected)
        )
    else:
        done = translate("Home", "{done} entered").format(done=words.format_number(progress.done))
    return [done, _problems(view, words), _opens_later(view, words)]


def _problems(view: SubmissionView, words: Words) -> str:
    translate = QCoreApplication.translate
    parts = []
    if view.progress.errors:
        parts.append(translate("Home", "{n} to correct").format(n=words.format_number(view.progress.errors)))
    if view.progress.warnings:
        parts.append(translate("Home", "{n} to explain").format(n=words.format_number(view.progress.warnings)))
    return DOT.join(parts)


def _opens_later(view: SubmissionView, words: Words) -> str:
    if view.window_state is not WindowState.NOT_OPEN:
        return ""
    text = QCoreApplication.translate("Home", "can be certified from {date}")
    return text.format(date=words.format_day(view.window.opens_on))


def _returned(view: SubmissionView, words: Words) -> list[str]:
    translate = QCoreApplication.translate
    last = next((move for move in reversed(view.moves) if move.kind is MoveKind.RETURN), None)
    wish = translate("Home", "Returned to be corrected")
    if last is not None and last.comments:
        wish = translate("Home", "{who} asks for {n} corrections").format(
            who=last.person_name, n=words.format_number(len(last.comments))
        )
    return [_received(view, words), wish]


def _moved(view: SubmissionView, words: Words) -> list[str]:
    translate = QCoreApplication.translate
    if view.received_at is not None:
        return [_received(view, words)]
    last = view.moves[-1] if view.moves else None
    when = words.format_day(bangkok_day(last.at)) if last is not None else ""
    if view.state is SubmissionState.PROPOSED:
        nil = translate("Home", "nil report") if view.nil else ""
        return [translate("Home", "Proposed {date}").format(date=when), nil]
    return [translate("Home", "Certified {date}").format(date=when), delivery_word(view.delivery)]


def _received(view: SubmissionView, words: Words) -> str:
    if view.received_at is None:
        return ""
    translate = QCoreApplication.translate
    text = translate("Home", "Received by central {date}").format(date=words.format_day(bangkok_day(view.received_at)))
    return f"{text} {verdict_word(view.verdict)}" if view.verdict is not None else text
