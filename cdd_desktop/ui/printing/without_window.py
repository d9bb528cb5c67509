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
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.sync.letters import Letter
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import write_pdf
from cdd_desktop.ui.printing.letter_paper import letters_paper
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.request import PrintRequest
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
