"""What a view comes to, in sentences: for the letter it travels with."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.reports.completeness import Measures
from cdd_desktop.reports.dashboard import Dashboard
from cdd_desktop.reports.quality import Quality
from cdd_desktop.ui.views.telling import Telling


def standing_sentences(measures: Measures, telling: Telling) -> tuple[str, ...]:
    """Completeness and timeliness; then what is missing and sent back."""
    translate, number = QCoreApplication.translate, telling.words.format_number
    received = translate("Views", "Of {expected} reports expected {received} were received, {share}; on time {timely}.")
    open_ones = translate(
        "Views", "Missing: {missing} reports. Sent back: {returned}. Received late: {late}. To be checked: {waiting}."
    )
    percent = telling.words.format_percent
    return (
        received.format(
            expected=number(measures.expected),
            received=number(measures.received),
            share=percent(measures.received, measures.expected),
            timely=percent(measures.on_time, measures.expected),
        ),
        open_ones.format(
            missing=number(measures.missing),
            returned=number(measures.returned),
            late=number(measures.late + measures.finished_on_time),
            waiting=number(measures.waiting),
        ),
    )


def offices_sentence(dashboard: Dashboard, telling: Telling) -> str:
    """Of how many offices there is anything: n of m."""
    number = telling.words.format_number
    text = QCoreApplication.translate("Views", "submissions from {n} of {m} offices")
    return text.format(n=number(dashboard.reporting_offices), m=number(dashboard.offices))


def quality_sentences(quality: Quality, telling: Telling) -> tuple[str, ...]:
    """Errors and warnings; what looks unusual or copied."""
    translate, number = QCoreApplication.translate, telling.words.format_number
    first = translate("Views", "Entries with errors: {errors}. Warnings open: {open}, explained: {explained}.")
    second = translate(
        "Views", "Figures to ask about: {unusual} unusual ones, and {copied} reports with figures of the period before."
    )
    return (
        first.format(
            errors=number(quality.total.errors),
            open=number(quality.total.warnings),
            explained=number(quality.total.explained),
        ),
        second.format(unusual=number(len(quality.unusual)), copied=number(len(quality.copied))),
    )
