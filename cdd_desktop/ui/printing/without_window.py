"""Papers for the command line: the fonts and words of the program, without its window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from cdd_desktop.operations.note_printing import note_printing
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.ui.fonts import register_fonts
from cdd_desktop.ui.i18n import Translations
from cdd_desktop.ui.printing.bench import Bench
from cdd_desktop.ui.printing.ink import write_pdf
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.request import PrintRequest
from cdd_desktop.ui.words import Words


def print_file(
    request: PrintRequest, workplace: Workplace, file: Path, *, language: str = "th", thai_digits: bool = False
) -> int:
    """Writes a paper as a PDF and answers its number of pages; needs no display.

    Raises what reading it raises, and ``RefusedError("file-not-writable")``.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    register_fonts()
    translations = Translations(app)
    translations.use(language)
    try:
        paper = paper_of(request)
        bench = Bench(Words(language, thai_digits=thai_digits), workplace.clock.now())
        document = paper.make(workplace.read(paper.read, request), bench, request)
        write_pdf(document, file)
        workplace.do(note_printing, request.kind.value, request.key, "pdf", len(document.pages))
        return len(document.pages)
    finally:
        translations.drop()
