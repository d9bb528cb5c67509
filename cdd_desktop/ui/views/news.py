"""What is new as tables: the steps of all submissions, and how long offices have been silent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.fact import MoveFact
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.reports.dashboard import SILENT_DAYS, UnitRow
from cdd_desktop.reports.view import Cell, Column, Kind, Row, Table
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.views.telling import Telling, place_columns

_NEVER = 10_000  # days: behind the longest silence
_TONES = {
    MoveKind.CERTIFY: Tone.INFO,
    MoveKind.RETURN: Tone.WARN,
    MoveKind.ACCEPT: Tone.OK,
    MoveKind.APPROVE: Tone.OK,
}


def steps_table(moves: Sequence[MoveFact], telling: Telling) -> Table:
    """A line a step, as given."""
    translate = QCoreApplication.translate
    columns = (
        Column(translate("Views", "When"), Kind.INSTANT),
        *place_columns(),
        Column(translate("Views", "Step")),
        Column(translate("Views", "By")),
    )
    count = translate("Views", "Since yesterday: {n} steps").format(n=telling.words.format_number(len(moves)))
    return Table(count, columns, tuple(_step(move, telling) for move in moves))


def _step(move: MoveFact, telling: Telling) -> Row:
    return (
        Cell(telling.words.format_instant(move.at), move.at.timestamp(), value=move.at),
        *telling.place(move.key),
        Cell(step_word(move.kind), move.kind.value, _TONES.get(move.kind, Tone.MUTED)),
        Cell(move.person_name, move.person_name),
    )


def most_silent_first(rows: Iterable[UnitRow]) -> list[UnitRow]:
    """Never heard of before the longest silence."""
    return sorted(rows, key=lambda row: (row.silent_days is not None, -(row.silent_days or 0)))


def contacts_table(rows: Sequence[UnitRow], silent: int, offices: int, telling: Telling) -> Table:
    """A line an office, as given; ``silent`` of ``offices`` have been so for more than a week."""
    translate, number = QCoreApplication.translate, telling.words.format_number
    columns = (
        Column(translate("Views", "Office")),
        Column(translate("Views", "Last contact"), Kind.TEXT, (translate("Views", "Days since the last contact"), "")),
        Column(translate("Views", "Missing"), Kind.NUMBER),
        Column(
            translate("Views", "Received"),
            Kind.PAIR,
            (translate("Views", "Reports received"), translate("Views", "Reports expected")),
        ),
    )
    title = translate("Views", "No contact for more than 7 days: {n} of {m} offices")
    title = telling.words.digits(title.format(n=number(silent), m=number(offices)))
    return Table(title, columns, tuple(_contact(row, telling) for row in rows))


def _contact(row: UnitRow, telling: Telling) -> Row:
    translate, words, days = QCoreApplication.translate, telling.words, row.silent_days
    if days is None:
        text, tone = translate("Views", "never"), Tone.BAD
    else:
        ago = words.digits(translate("Views", "{n} days ago").format(n=days))
        text = ago if days else translate("Views", "today")
        tone = Tone.WARN if days > SILENT_DAYS else Tone.OK
    measures = row.measures
    return (
        telling.area(row.unit),
        Cell(text, _NEVER if days is None else days, tone, value=days),
        telling.count(measures.missing),
        Cell(
            words.digits(f"{measures.received} / {measures.expected}"),
            measures.declared.ratio,
            value=(measures.received, measures.expected),
        ),
    )


def step_word(kind: MoveKind) -> str:
    """What somebody did, in a word or two."""
    translate = QCoreApplication.translate
    return {
        MoveKind.PROPOSE: translate("DashboardSteps", "proposed"),
        MoveKind.TAKE_BACK: translate("DashboardSteps", "taken back"),
        MoveKind.CERTIFY: translate("DashboardSteps", "certified"),
        MoveKind.REOPEN: translate("DashboardSteps", "re-opened"),
        MoveKind.RETURN: translate("DashboardSteps", "sent back"),
        MoveKind.ACCEPT: translate("DashboardSteps", "accepted"),
        MoveKind.APPROVE: translate("DashboardSteps", "approved"),
    }[kind]
