"""Proof of sending: what central has received of a submission, when, and under which number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.domain.submission import MoveKind
from cdd_desktop.operations.read_paper import PaperSheet
from cdd_desktop.ui.printing.bench import Bench, label_in, office_in_full
from cdd_desktop.ui.printing.page_model import BODY, NOTE, STRONG, TITLE, Document
from cdd_desktop.ui.printing.signing import officer_post, signing_words
from cdd_desktop.ui.printing.submission_paper import paper_title
from cdd_desktop.ui.printing.typeset import Signature, signatures
from cdd_desktop.ui.state_words import state_word, verdict_word
from cdd_desktop.ui.words import Words


def proof_paper(sheet: PaperSheet, bench: Bench) -> Document:
    """One page. Numbers that are compared letter by letter (receipt, digest) keep Arabic digits."""
    words, translate, review = bench.words, QCoreApplication.translate, sheet.review
    setter = bench.setter()
    definition = sheet.definition
    name = label_in(words, definition.name_th, definition.name_en)
    sentence = translate(
        "Paper",
        "The central data centre of the Community Development Department has received the report below from this "
        "office and acknowledged it with the receipt number given here.",
    )
    strips = [
        *setter.paragraph(translate("Paper", "Proof of sending"), TITLE, align="centre"),
        *setter.paragraph(office_in_full(words, review.unit), STRONG, align="centre"),
        setter.space(10),
        *setter.paragraph(sentence, BODY, indent=36),
        setter.space(6),
        setter.ruled(),
        *setter.facts([(translate("Paper", "Dataset"), name), *_facts(sheet, words)], columns=1),
        setter.ruled(),
    ]
    if sheet.digest:
        explained = translate(
            "Paper",
            "The digest is computed from every entry of the certified list. If a single value of the list were "
            "different, so would be the digest.",
        )
        strips += setter.paragraph(explained, NOTE, gap=8)
    else:
        later = translate("Paper", "The report has been returned or changed since; its present list is not certified.")
        strips += setter.paragraph(later, NOTE, gap=8)
    signer = Signature(translate("Paper", "sender"), post=officer_post(review.unit, review.submission.key.dataset))
    strips.append(signatures(setter, [signer], signing_words(), gap=30))
    key = review.submission.key
    title = f"{translate('Paper', 'Proof of sending')} {paper_title(sheet, words)}"
    return bench.document(strips, title=title, name=f"proof-{key.unit}-{key.dataset}-{key.period}")


def _facts(sheet: PaperSheet, words: Words) -> list[tuple[str, str]]:
    review = sheet.review
    submission, window, translate = review.submission, review.window, QCoreApplication.translate
    year = translate("Paper", "fiscal year {year}").format(year=window.fiscal_year)
    facts = [
        (translate("Paper", "Period"), words.digits(f"{words.period(window)} {year}")),
        (translate("Paper", "Reporting unit"), review.unit.code),
        (translate("Paper", "Due on"), words.format_date(window.due_on, "long")),
        (translate("Paper", "Receipt number"), submission.receipt_no),
    ]
    certified = next((move for move in reversed(submission.moves) if move.kind is MoveKind.CERTIFY), None)
    if certified is not None:
        facts.append((translate("Paper", "Certified by"), certified.person_name))
        facts.append((translate("Paper", "Certified on"), words.format_instant(certified.at)))
    if submission.finished_at is not None:
        facts.append((translate("Paper", "Finished on"), words.format_instant(submission.finished_at)))
    if submission.received_at is not None:
        facts.append((translate("Paper", "Received by central"), words.format_instant(submission.received_at)))
    if submission.verdict is not None:
        facts.append((translate("Paper", "Timeliness"), verdict_word(submission.verdict)))
    facts.append((translate("Paper", "State"), state_word(submission.state)))
    if sheet.frozen:
        facts.append((translate("Paper", "Entries"), _entries(sheet, words)))
        facts.append((translate("Paper", "Form version"), words.digits(str(review.form_version))))
    if sheet.digest:
        facts.append((translate("Paper", "Digest of the list"), _grouped(sheet.digest)))
    return facts


def _entries(sheet: PaperSheet, words: Words) -> str:
    """How many entries the list reports, apart from the registers it stands on."""
    if sheet.review.nil:
        return QCoreApplication.translate("Paper", "nil report")
    main = sheet.definition.main_entity(sheet.review.unit.level)
    number = sum(entry.entity == main.key for entry in sheet.review.entries)
    return words.format_number(number)


def _grouped(digest: str) -> str:
    """In fours, to be read aloud."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
