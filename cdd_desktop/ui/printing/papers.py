"""Each kind of paper: what is read for it, and how its pages are made of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.hand_over import read_handover
from cdd_desktop.operations.read_agenda import read_agenda
from cdd_desktop.operations.read_field_forms import read_field_forms
from cdd_desktop.operations.read_paper import read_paper, read_proof
from cdd_desktop.operations.work import Work
from cdd_desktop.ui.printing.agenda_paper import OfficeAgenda, agenda_paper
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.blank_form import blank_form
from cdd_desktop.ui.printing.handover_paper import handover_paper
from cdd_desktop.ui.printing.memo_paper import memo_paper
from cdd_desktop.ui.printing.page_model import Document
from cdd_desktop.ui.printing.privacy_notice import privacy_notice
from cdd_desktop.ui.printing.proof_paper import proof_paper
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.printing.submission_paper import submission_paper
from cdd_desktop.ui.views.reading import read_view
from cdd_desktop.ui.views.request import ViewRequest


@dataclass(frozen=True, slots=True)
class Paper:
    """``read`` runs on the store lane, ``make`` on any thread; what one gives, the other takes."""

    read: Callable[[Work, PrintRequest], Any]
    make: Callable[[Any, Bench, PrintRequest], Document]


def paper_of(request: PrintRequest) -> Paper:
    """How a request is met."""
    return _PAPERS[request.kind]


def _key(request: PrintRequest) -> SubmissionKey:
    if request.key is None:
        raise BadRequestError("print-arguments", kind=request.kind.value)
    return request.key


def _view(request: PrintRequest) -> ViewRequest:
    if request.view is None:
        raise BadRequestError("print-arguments", kind=request.kind.value)
    return request.view


_PAPERS = {
    PrintKind.SUBMISSION: Paper(
        lambda work, request: read_paper(work, _key(request)),
        lambda sheet, bench, _: submission_paper(sheet, bench),
    ),
    PrintKind.BLANK_FORM: Paper(
        lambda work, request: read_field_forms(work, _key(request), request.entity, filled=request.filled),
        lambda forms, bench, _: blank_form(forms, bench),
    ),
    PrintKind.AGENDA: Paper(
        lambda work, _: OfficeAgenda(read_agenda(work), work.unit),
        lambda office, bench, _: agenda_paper(office, bench),
    ),
    PrintKind.PRIVACY_NOTICE: Paper(
        lambda work, _: work.unit,
        lambda unit, bench, request: privacy_notice(unit, bench, request.language),
    ),
    PrintKind.PROOF_OF_SENDING: Paper(
        lambda work, request: read_proof(work, _key(request)),
        lambda sheet, bench, _: proof_paper(sheet, bench),
    ),
    PrintKind.HANDOVER: Paper(
        lambda work, request: read_handover(work, request.leaver, request.successor),
        lambda handover, bench, _: handover_paper(handover, bench),
    ),
    PrintKind.VIEW: Paper(
        lambda work, request: read_view(work, _view(request)),
        lambda held, bench, _: memo_paper(held, bench),
    ),
}
