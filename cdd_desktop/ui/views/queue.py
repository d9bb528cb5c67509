"""The review queue as a table: what waits, since when, and what is out of the ordinary in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.collation import thai_key
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.read_queue import QueueItem
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.state_words import verdict_word
from cdd_desktop.ui.words import Words


def queue_columns() -> tuple[Column, ...]:
    """The headings, in the order of ``queue_row``."""
    translate = QCoreApplication.translate
    return (
        Column(translate("Queue", "Office")),
        Column(translate("Queue", "Report")),
        Column(translate("Queue", "Waiting"), Kind.NUMBER, (translate("Queue", "Waiting (days)"), "")),
        Column(translate("Queue", "Look at")),
        Column(translate("Queue", "Timeliness")),
        Column(translate("Queue", "Entries"), Kind.NUMBER),
        Column(translate("Queue", "Next step")),
    )


def queue_row(item: QueueItem, words: Words, today: date) -> Row:
    """What stands in the columns."""
    translate = QCoreApplication.translate
    days = (today - bangkok_day(item.since)).days
    office, report = words.area(item.unit), f"{words.dataset(item.window.dataset)} · {words.period(item.window)}"
    step = translate("Queue", "Accept") if item.step is MoveKind.ACCEPT else translate("Queue", "Approve")
    verdict = verdict_word(item.verdict) if item.verdict is not None else ""
    return (
        Cell(office, thai_key(office)),
        Cell(report, thai_key(report)),
        Cell(translate("Queue", "{n} days").format(n=words.format_number(days)), days, value=days),
        Cell(_look(item, words)),
        Cell(verdict, thai_key(verdict)),
        Cell(words.format_number(item.entries), item.entries, value=item.entries),
        Cell(step, thai_key(step)),
    )


def queue_table(items: Sequence[QueueItem], words: Words, today: date) -> Table:
    """A line a report, as given."""
    title = QCoreApplication.translate("Queue", "{n} reports").format(n=words.format_number(len(items)))
    return Table(title, queue_columns(), tuple(queue_row(item, words, today) for item in items))


def _look(item: QueueItem, words: Words) -> str:
    translate, number = QCoreApplication.translate, words.format_number
    parts = [
        translate("Queue", "errors {n}").format(n=number(item.errors)) if item.errors else "",
        translate("Queue", "warnings {n}").format(n=number(item.warnings)) if item.warnings else "",
        translate("Queue", "reasons {n}").format(n=number(item.reasons)) if item.reasons else "",
        translate("Queue", "sent back {n} times").format(n=number(item.returns)) if item.returns else "",
        translate("Queue", "nothing to report") if item.nil else "",
        translate("Queue", "statement of the head") if item.statement else "",
    ]
    return " · ".join(part for part in parts if part) or translate("Queue", "nothing unusual")
