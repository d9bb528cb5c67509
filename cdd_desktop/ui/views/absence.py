"""Why there is no figure: three reasons, each with a word and a mark of its own wherever figures stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter

from cdd_desktop.reports.chart import Absence
from cdd_desktop.ui.theme import Theme, Tone
from cdd_desktop.ui.widgets.painting import paint_mark, paint_nothing

TONES = {Absence.NOT_DUE: Tone.MUTED, Absence.NOT_REPORTED: Tone.BAD, Absence.NOTHING: Tone.INFO}


def absence_word(absence: Absence) -> str:
    """The reason in a word or two."""
    translate = QCoreApplication.translate
    return {
        Absence.NOT_DUE: translate("Indicators", "not due"),
        Absence.NOT_REPORTED: translate("Indicators", "not reported"),
        Absence.NOTHING: translate("Indicators", "nothing to report"),
    }[absence]


def paint_absence(painter: QPainter, box: QRectF, absence: Absence, look: Theme) -> None:
    """A ring; a disc with a bar; a ring with a line across: as in the matrix."""
    if absence is Absence.NOTHING:
        paint_nothing(painter, box, TONES[absence], look)
    else:
        paint_mark(painter, box, TONES[absence], look)
