"""Who signs a paper, in which post (docs/printing.md, Signatures)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.submission import Move, MoveKind
from cdd_desktop.domain.unit import Unit, UnitLevel
from cdd_desktop.operations.read_field_forms import FieldForms
from cdd_desktop.operations.read_paper import PaperSheet
from cdd_desktop.ui.printing.typeset import Signature
from cdd_desktop.ui.words import Words

_POVERTY_FUND = "poverty_fund"


def signing_words() -> tuple[str, str]:
    """What stands before the line to sign on, and before the one for the date."""
    return QCoreApplication.translate("Paper", "Signed"), QCoreApplication.translate("Paper", "Date")


def submission_signers(sheet: PaperSheet, words: Words) -> list[Signature]:
    """Who proposed and who certified; who accepted and approved, once they have. A draft is signed by nobody yet."""
    unit, review = sheet.review.unit, sheet.review
    translate = QCoreApplication.translate
    signers = [
        _signature(
            translate("Paper", "proposer"),
            officer_post(unit, review.submission.key.dataset),
            _last(sheet, MoveKind.PROPOSE) if sheet.frozen else None,
            words,
        ),
        _signature(
            translate("Paper", "certifier"),
            head_post(unit, words),
            _last(sheet, MoveKind.CERTIFY) if sheet.frozen else None,
            words,
        ),
    ]
    accepted, approved = (_last(sheet, kind) for kind in (MoveKind.ACCEPT, MoveKind.APPROVE))
    if sheet.frozen and accepted is not None:
        signers.append(_signature(translate("Paper", "accepted by"), _above(unit, words), accepted, words))
    if sheet.frozen and approved is not None:
        signers.append(_signature(translate("Paper", "approved by"), _above(unit, words), approved, words))
    return signers


def field_signers(forms: FieldForms) -> list[Signature]:
    """Who gives the answers and who writes them down; for a village's poverty fund its committee's chair speaks."""
    translate = QCoreApplication.translate
    informant = (
        translate("Paper", "Chair of the village poverty fund committee")
        if forms.definition.dataset == _POVERTY_FUND
        else ""
    )
    officer = officer_post(forms.unit)
    return [
        Signature(translate("Paper", "informant"), post=informant),
        Signature(translate("Paper", "recorder"), post=officer),
    ]


def officer_post(unit: Unit, dataset: str = "") -> str:
    """The post of whoever enters and proposes."""
    translate = QCoreApplication.translate
    if unit.level is not UnitLevel.DISTRICT:
        return translate("Paper", "officer of the provincial office")
    if dataset == _POVERTY_FUND:
        return translate("Paper", "community development officer in charge")
    return translate("Paper", "community development officer")


def head_post(unit: Unit, words: Words) -> str:
    """The post of the head: พัฒนาการอำเภอแม่ริม."""
    translate = QCoreApplication.translate
    pattern = (
        translate("Paper", "Chief of Community Development, {area} District")
        if unit.level is UnitLevel.DISTRICT
        else translate("Paper", "Chief of Community Development, {area} Province")
    )
    return pattern.format(area=words.area(unit))


def _above(unit: Unit, words: Words) -> str:
    """The office that accepts and approves."""
    if unit.level is UnitLevel.DISTRICT:
        text = QCoreApplication.translate("Paper", "{name} Provincial Community Development Office")
        return text.format(name=words.text(unit.province_th, unit.province_en))
    return QCoreApplication.translate("Paper", "Community Development Department")


def _signature(role: str, post: str, move: Move | None, words: Words) -> Signature:
    if move is None:
        return Signature(role, post=post)
    translate = QCoreApplication.translate
    acting = translate("Paper", "acting for the {post}").format(post=post) if move.delegated else post
    date = translate("Paper", "Date {date}").format(date=words.format_date(bangkok_day(move.at), "long"))
    return Signature(role, move.person_name, acting, date)


def _last(sheet: PaperSheet, kind: MoveKind) -> Move | None:
    """The last move of a kind that still holds: none that came before the submission was last returned or re-opened."""
    for move in reversed(sheet.review.submission.moves):
        if move.kind is kind:
            return move
        if move.kind in (MoveKind.RETURN, MoveKind.REOPEN) and kind in (MoveKind.ACCEPT, MoveKind.APPROVE):
            return None
    return None
