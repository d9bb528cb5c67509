"""Each kind of paper: what is read for it, and how its pages are made of that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cdd_desktop.errors import BadRequestError
from cdd_desktop.operations.read_paper import read_paper
from cdd_desktop.operations.work import Work
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.page_model import Document
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.printing.submission_paper import submission_paper


@dataclass(frozen=True, slots=True)
class Paper:
    """``read`` runs on the store lane, ``make`` anywhere; what one gives, the other takes."""

    read: Callable[[Work, PrintRequest], Any]
    make: Callable[[Any, Bench, PrintRequest], Document]


def paper_of(request: PrintRequest) -> Paper:
    """How a request is met."""
    return _PAPERS[request.kind]


def _read_submission(work: Work, request: PrintRequest) -> Any:
    if request.key is None:
        raise BadRequestError("print-arguments", kind=request.kind.value)
    return read_paper(work, request.key)


_PAPERS = {
    PrintKind.SUBMISSION: Paper(_read_submission, lambda sheet, bench, _: submission_paper(sheet, bench)),
}
