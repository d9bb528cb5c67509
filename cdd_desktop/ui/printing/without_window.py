"""Papers for the command line: the fonts and words of the program, without its window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from cdd_desktop.operations.note_printing import note_printing
from cdd_desktop.operations.note_view import note_view
from cdd_desktop.operations.refresh_facts import refresh_facts
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.letters import Letter
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import write_pdf
from cdd_desktop.ui.printing.letter_paper import letters_paper
from cdd_desktop.ui.printing.memo_paper import memo_paper
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.request import PrintRequest
from cdd_desktop.ui.views.book import write_view
from cdd_desktop.ui.views.making import make_view
from cdd_desktop.ui.views.reading import read_view
from cdd_desktop.ui.views.request import ViewRequest
from cdd_desktop.ui.words import Words


def print_file(
    request: PrintRequest, workplace: Workplace, file: Path, *, language: str = "th", thai_digits: bool = False
) -> int:
    """Writes a paper as a PDF and answers its number of pages; needs no display.

    Raises what reading it raises, and ``RefusedError("file-not-writable")``.
    """
    with _speaking(language):
        paper = paper_of(request)
        bench = Bench(Words(language, thai_digits=thai_digits), workplace.clock.now())
        document = paper.make(workplace.read(paper.read, request), bench, request)
        write_pdf(document, file)
        workplace.do(note_printing, request.kind.value, request.key, "pdf", len(document.pages))
        return len(document.pages)


def report_files(
    request: ViewRequest,
    workplace: Workplace,
    folder: Path,
    endings: Sequence[str],
    *,
    language: str = "th",
    thai_digits: bool = False,
) -> list[Path]:
    """Writes a supervisor's view into a folder, as ``.pdf``, ``.xlsx`` or both, each whole or not at all, over those of
    the same day. What is still to be added up is added up before; each file leaves a line in the audit trail.

    Raises what reading raises, ``RefusedError``: ``file-not-writable``, ``workbook-unwritable``.
    """
    while workplace.do(refresh_facts).left:
        pass
    files = []
    with _speaking(language):
        words = Words(language, thai_digits=thai_digits)
        held = workplace.read(read_view, request)
        view, document = make_view(held, words), memo_paper(held, Bench(words, workplace.clock.now()))
        for ending in endings:
            file = folder / f"{document.name}{ending}"
            if ending == ".pdf":
                write_pdf(document, file)
                way, size = "pdf", len(document.pages)
            else:
                way, size = "workbook", write_view(view, file)
            workplace.do(note_view, request.name.value, request.area, way, size)
            files.append(file)
    return files


def write_letters(letters: Sequence[Letter], file: Path, printed_at: datetime, *, language: str, digits: bool) -> int:
    """Writes enrolment letters as a PDF and answers the number of pages; ``digits``: Thai ones.

    Raises ``BadRequestError("letters-unreadable")``, ``RefusedError("file-not-writable")``.
    """
    with _speaking(language):
        document = letters_paper(letters, Bench(Words(language, thai_digits=digits), printed_at))
        write_pdf(document, file)
        return len(document.pages)


@contextmanager
def _speaking(language: str) -> Iterator[None]:
    """The program's fonts and words, without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    register_fonts()
    translations = Translations(app)
    translations.use(language)
    try:
        yield
    finally:
        translations.drop()
