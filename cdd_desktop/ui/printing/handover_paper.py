"""The handover list: what a leaving officer's office has begun and not finished, to be signed by both and the head."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.operations.hand_over import Handover
from cdd_desktop.operations.views import NeedsYou, SubmissionView
from cdd_desktop.ui.phrases import progress_phrase
from cdd_desktop.ui.printing.bench import Bench, office_in_full
from cdd_desktop.ui.printing.page_model import STRONG, TITLE, Document, Strip
from cdd_desktop.ui.printing.signing import head_post, officer_post, signing_words
from cdd_desktop.ui.printing.tables import Column, Row, table
from cdd_desktop.ui.printing.typeset import Signature, Typesetter, signatures
from cdd_desktop.ui.words import Words


def handover_paper(handover: Handover, bench: Bench) -> Document:
    """Who hands over to whom, what is unfinished, what waits for a decision, and three signatures."""
    words, translate = bench.words, QCoreApplication.translate
    setter = bench.setter()
    title = translate("Paper", "Handover of work")
    as_of = translate("Paper", "as of {date}").format(date=words.format_date(handover.today, "long"))
    strips = [
        *setter.paragraph(title, TITLE, align="centre"),
        *setter.paragraph(office_in_full(words, handover.unit), STRONG, align="centre"),
        *setter.paragraph(as_of, STRONG, align="centre"),
        setter.space(6),
        *setter.facts(_facts(handover, words)),
        *setter.heading(translate("Paper", "Unfinished or not sent")),
        *_unfinished(handover.unfinished, words, setter),
    ]
    if handover.questions:
        strips += setter.heading(translate("Paper", "Waiting for a decision"))
        strips += _questions(handover.questions, words, setter)
    note = translate("Paper", "All of it stays in the office's data on the machine; nothing was removed.")
    strips += [setter.space(6), *setter.paragraph(note)]
    strips.append(signatures(setter, _signers(handover, words), signing_words()))
    name = f"handover-{handover.unit.code}-{handover.today.isoformat()}"
    return bench.document(strips, title=f"{title} {words.office(handover.unit)}", name=name)


def _facts(handover: Handover, words: Words) -> list[tuple[str, str]]:
    translate = QCoreApplication.translate
    successor = handover.successor.name if handover.successor is not None else "–"
    return [
        (translate("Paper", "Handed over by"), handover.leaver.name),
        (translate("Paper", "Taken over by"), successor),
        (translate("Paper", "Unfinished reports"), words.format_number(len(handover.unfinished))),
        (translate("Paper", "Changes not sent yet"), words.format_number(handover.unsent)),
    ]


def _unfinished(views: Sequence[SubmissionView], words: Words, setter: Typesetter) -> list[Strip]:
    translate = QCoreApplication.translate
    if not views:
        return [setter.boxed(translate("Paper", "Nothing is unfinished."), gap=6)]
    columns = [
        Column(translate("Paper", "No."), "centre", whole=True),
        Column(translate("Paper", "Dataset")),
        Column(translate("Paper", "Period")),
        Column(translate("Paper", "Due on"), "centre", whole=True),
        Column(translate("Paper", "State")),
        Column(translate("Paper", "Not sent"), "right", whole=True),
    ]
    rows = [
        Row(
            (
                words.digits(str(place)),
                words.dataset(view.key.dataset),
                words.period(view.window),
                words.format_date(view.window.due_on),
                progress_phrase(view, words),
                words.format_number(view.pending),
            )
        )
        for place, view in enumerate(views, start=1)
    ]
    return table(setter, columns, rows, gap=3)


def _questions(questions: Sequence[NeedsYou], words: Words, setter: Typesetter) -> list[Strip]:
    translate = QCoreApplication.translate
    columns = [
        Column(translate("Paper", "No."), "centre", whole=True),
        Column(translate("Paper", "Dataset")),
        Column(translate("Paper", "Entry")),
    ]
    rows = [
        Row(
            (
                words.digits(str(place)),
                words.dataset(question.dataset) if question.dataset is not None else "–",
                question.title or "–",
            )
        )
        for place, question in enumerate(questions, start=1)
    ]
    return table(setter, columns, rows, gap=3)


def _signers(handover: Handover, words: Words) -> list[Signature]:
    translate = QCoreApplication.translate
    officer = officer_post(handover.unit)
    successor = handover.successor.name if handover.successor is not None else ""
    return [
        Signature(translate("Paper", "handing over"), handover.leaver.name, officer),
        Signature(translate("Paper", "taking over"), successor),
        Signature(translate("Paper", "witness"), post=head_post(handover.unit, words)),
    ]
