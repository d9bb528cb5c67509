"""The agenda on paper: what is due, and the whole fiscal year below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.unit import Unit
from cdd_desktop.operations.views import Agenda, SubmissionView
from cdd_desktop.ui.printing.bench import Bench, office_in_full
from cdd_desktop.ui.printing.page_model import STRONG, TITLE, Document, Strip
from cdd_desktop.ui.printing.tables import Column, Row, table
from cdd_desktop.ui.printing.typeset import Typesetter
from cdd_desktop.ui.state_words import state_word, submission_chip
from cdd_desktop.ui.words import Words


@dataclass(frozen=True, slots=True)
class OfficeAgenda:
    """The agenda with the office it is of."""

    agenda: Agenda
    unit: Unit


def agenda_paper(office: OfficeAgenda, bench: Bench) -> Document:
    """What is to be done now, by urgency; then every period of the running fiscal year, by its due date."""
    words, translate, agenda = bench.words, QCoreApplication.translate, office.agenda
    setter = bench.setter(landscape=True)
    as_of = translate("Paper", "as of {date}").format(date=words.format_date(agenda.today, "long"))
    title = translate("Paper", "What is to be reported")
    strips = [
        *setter.paragraph(title, TITLE, align="centre"),
        *setter.paragraph(as_of, STRONG, align="centre"),
        *setter.paragraph(office_in_full(words, office.unit), STRONG, align="centre"),
    ]
    if agenda.items:
        strips += setter.heading(translate("Paper", "Now"))
        strips += _due_table(agenda.items, words, setter)
    else:
        strips.append(setter.boxed(translate("Paper", "Nothing is due at present."), gap=12))
    year = translate("Paper", "Fiscal year {year}").format(year=words.digits(str(agenda.fiscal_year)))
    strips += setter.heading(year)
    strips += _due_table(sorted(agenda.year, key=lambda view: (view.window.due_on, view.window.number)), words, setter)
    return bench.document(
        strips,
        title=f"{title} {words.office(office.unit)}",
        name=f"agenda-{office.unit.code}-{agenda.today.isoformat()}",
        landscape=True,
    )


def _due_table(views: Sequence[SubmissionView], words: Words, setter: Typesetter) -> list[Strip]:
    translate = QCoreApplication.translate
    columns = [
        Column(translate("Paper", "No."), "centre", whole=True),
        Column(translate("Paper", "Dataset")),
        Column(translate("Paper", "Period")),
        Column(translate("Paper", "Opens"), "centre", whole=True),
        Column(translate("Paper", "Due on"), "centre", whole=True),
        Column(translate("Paper", "Done"), "centre", whole=True),
        Column(translate("Paper", "State")),
        Column(translate("Paper", "What to do")),
    ]
    return table(setter, columns, [_row(n, view, words) for n, view in enumerate(views, start=1)], gap=3)


def _row(number: int, view: SubmissionView, words: Words) -> Row:
    translate, window = QCoreApplication.translate, view.window
    due = words.format_date(window.due_on)
    notes = []
    chip, _ = submission_chip(view, words)
    state = state_word(view.state)
    if chip != state:
        notes.append(chip)
    if view.last_working_day is not None and view.last_working_day != window.due_on:
        text = translate("Paper", "a day off; send by {date}")
        notes.append(text.format(date=words.format_date(view.last_working_day)))
    if window.projected:
        notes.append(translate("Paper", "projected"))
    progress = view.progress
    done = (
        words.digits(f"{progress.done} / {progress.expected}")
        if progress.expected
        else words.digits(str(progress.done))
    )
    return Row(
        (
            words.digits(str(number)),
            words.dataset(view.key.dataset),
            words.period(window),
            words.format_date(window.opens_on),
            due,
            done,
            state,
            " · ".join(notes),
        )
    )
