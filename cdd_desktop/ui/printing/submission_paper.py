"""The paper of a submission: heading, figures, the entries, written reasons, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.record import REASON
from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.forms.definition import Entity
from cdd_desktop.operations.read_paper import PaperSheet
from cdd_desktop.periods.thai_dates import arabic_digits
from cdd_desktop.ui.printing.bench import Bench, label_in, office_in_full
from cdd_desktop.ui.printing.cells import CellWriter
from cdd_desktop.ui.printing.entry_tables import (
    EntityTable,
    Entry,
    entity_strips,
    entity_table,
    line_strips,
    read_entries,
)
from cdd_desktop.ui.printing.page_model import BODY, STRONG, TITLE, Document, Strip
from cdd_desktop.ui.printing.signing import signing_words, submission_signers
from cdd_desktop.ui.printing.summary import summary_strips
from cdd_desktop.ui.printing.tables import Column, Row, table
from cdd_desktop.ui.printing.typeset import Typesetter, signatures
from cdd_desktop.ui.reason_words import reason_label
from cdd_desktop.ui.state_words import state_word, verdict_word
from cdd_desktop.ui.words import Words

_CLOSING_ROWS = 2


def submission_paper(sheet: PaperSheet, bench: Bench) -> Document:
    """The pages of one submission; on their side when the entries have many columns."""
    words = bench.words
    writer = CellWriter(words, sheet.titles)
    upright = bench.setter()
    entries = read_entries(sheet, upright)
    tables = [
        entity_table(sheet, entity, own, writer, upright)
        for entity in _entities(sheet)
        if (own := [entry for entry in entries if entry.record.entity == entity.key])
    ]
    landscape = any(whole.wanted > upright.width for whole in tables)
    setter = bench.setter(landscape=landscape)
    strips = [
        *heading_strips(sheet, words, setter),
        *_standing_strips(sheet, setter),
        *summary_strips(sheet, words, setter),
        *_entry_strips(tables, writer, setter),
        *_reason_strips(sheet, entries, words, setter),
        signatures(setter, submission_signers(sheet, words), signing_words()),
    ]
    title = paper_title(sheet, words)
    key = sheet.review.submission.key
    mark = "" if sheet.frozen else QCoreApplication.translate("Paper", "DRAFT")
    name = f"{key.unit}-{key.dataset}-{key.period}"
    return bench.document(strips, title=title, name=name, landscape=landscape, mark=mark)


def paper_title(sheet: PaperSheet, words: Words) -> str:
    """Dataset, period and office in a line, for the foot of the pages."""
    review = sheet.review
    return f"{words.dataset(sheet.definition.dataset)} {words.period(review.window)} {words.office(review.unit)}"


def heading_strips(sheet: PaperSheet, words: Words, setter: Typesetter, title: str = "") -> list[Strip]:
    """What it is, of whom and when, and the facts about it."""
    review, definition = sheet.review, sheet.definition
    translate = QCoreApplication.translate
    name = label_in(words, definition.name_th, definition.name_en)
    year = words.digits(translate("Paper", "fiscal year {year}").format(year=review.window.fiscal_year))
    whole_year = review.window.key == "r1"
    period = year if whole_year else f"{words.period(review.window)} {year}"
    return [
        *setter.paragraph(title or translate("Paper", "Report: {name}").format(name=name), TITLE, align="centre"),
        *(setter.paragraph(name, STRONG, align="centre") if title else ()),
        *setter.paragraph(period, STRONG, align="centre"),
        *setter.paragraph(office_in_full(words, review.unit), STRONG, align="centre"),
        *([] if sheet.frozen else [_draft_box(sheet, setter)]),
        setter.space(8),
        *setter.facts(_facts(sheet, words)),
    ]


def _draft_box(sheet: PaperSheet, setter: Typesetter) -> Strip:
    text = QCoreApplication.translate("Paper", "DRAFT: not certified, not to be used as a report ({state})")
    return setter.boxed(text.format(state=state_word(sheet.review.submission.state)))


def _facts(sheet: PaperSheet, words: Words) -> list[tuple[str, str]]:
    review = sheet.review
    window, submission = review.window, review.submission
    translate = QCoreApplication.translate
    span = translate("Paper", "{first} to {last}").format(
        first=words.format_date(window.data_start, "long"), last=words.format_date(window.data_end, "long")
    )
    facts = [
        (translate("Paper", "Data of"), span),
        (translate("Paper", "Due on"), words.format_date(window.due_on, "long")),
        (translate("Paper", "Reporting unit"), review.unit.code),
        (translate("Paper", "State"), state_word(submission.state)),
        (translate("Paper", "Form version"), words.digits(str(review.form_version))),
    ]
    certified = next((move for move in reversed(submission.moves) if move.kind is MoveKind.CERTIFY), None)
    if sheet.frozen and certified is not None:
        name = certified.person_name
        if review.delegated:
            name = translate("Paper", "{name} (acting)").format(name=name)
        facts.append((translate("Paper", "Certified by"), name))
        facts.append((translate("Paper", "Certified on"), words.format_instant(certified.at)))
    if submission.received_at is not None:
        facts.append((translate("Paper", "Receipt number"), submission.receipt_no or "–"))
        facts.append((translate("Paper", "Received by central"), words.format_instant(submission.received_at)))
    if submission.verdict is not None:
        facts.append((translate("Paper", "Timeliness"), verdict_word(submission.verdict)))
    return facts


def _standing_strips(sheet: PaperSheet, setter: Typesetter) -> list[Strip]:
    """What is said in place of entries: a nil report, a statement, or that they are not here."""
    review, translate = sheet.review, QCoreApplication.translate
    if review.nil:
        return [setter.boxed(translate("Paper", "Nil report: there is nothing to report in this period"))]
    if review.statement:
        text = translate("Paper", "The head states: {text}").format(text=review.statement)
        return setter.paragraph(text, BODY, gap=10)
    if review.entries:
        return []
    if sheet.frozen and not review.delivered:
        return [setter.boxed(translate("Paper", "The entries are not on this machine; facts and figures only."))]
    return [setter.boxed(translate("Paper", "There are no entries."))]


def _entities(sheet: PaperSheet) -> list[Entity]:
    """What is reported first, then the registers it stands on."""
    main = sheet.definition.main_entity(sheet.review.unit.level)
    return [main, *(entity for entity in sheet.definition.entities if entity.key != main.key)]


def _entry_strips(tables: Sequence[EntityTable], writer: CellWriter, setter: Typesetter) -> list[Strip]:
    words, strips = writer.words, list[Strip]()
    for place, whole in enumerate(tables):
        label = label_in(words, whole.entity.label_th, whole.entity.label_en)
        count = QCoreApplication.translate("Paper", "{n} entries").format(n=words.format_number(len(whole.entries)))
        last = place == len(tables) - 1
        strips += entity_strips(whole, setter, f"{label} ({count})", closing=_CLOSING_ROWS if last else 0)
        strips += line_strips(whole, writer, setter)
    return strips


def _reason_strips(sheet: PaperSheet, entries: Sequence[Entry], words: Words, setter: Typesetter) -> list[Strip]:
    """The reasons people wrote for warnings, of entries and of the whole submission."""
    translate, definition = QCoreApplication.translate, sheet.definition
    rows = []
    for place, reason in sorted((sheet.review.reasons or {}).items()):
        rule_id, _, group = place.partition("|")
        rows.append(_reason_row(group, reason_label(definition, rule_id, words), reason, words))
    for entry in entries:
        for path, text in entry.record.content.items():
            if path.startswith(REASON):
                noted = reason_label(definition, path.removeprefix(REASON), words)
                rows.append(_reason_row(entry.record.title, noted, str(text), words))
    if not rows:
        return []
    columns = [
        Column(translate("Paper", "Entry")),
        Column(translate("Paper", "What was noted")),
        Column(translate("Paper", "Reason given")),
    ]
    return [*setter.heading(translate("Paper", "Reasons given")), *table(setter, columns, rows, gap=3, closing=1)]


def _reason_row(title: str, noted: str, reason: str, words: Words) -> Row:
    return Row((words.digits(title), words.digits(arabic_digits(noted)), words.digits(reason)))
