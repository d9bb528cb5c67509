"""Why there is no figure: four reasons, each with a word and a mark of its own wherever figures stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from cdd_desktop.reports.chart import Absence
from cdd_desktop.ui.theme import Theme, Tone
from cdd_desktop.ui.widgets.painting import paint_mark, paint_nothing

TONES = {
    Absence.BEFORE_DUTY: Tone.MUTED,
    Absence.NOT_DUE: Tone.MUTED,
    Absence.NOT_REPORTED: Tone.BAD,
    Absence.NOTHING: Tone.INFO,
}


def absence_word(absence: Absence) -> str:
    """The reason in a word or two."""
    translate = QCoreApplication.translate
    return {
        Absence.BEFORE_DUTY: translate("Indicators", "before it began"),
        Absence.NOT_DUE: translate("Indicators", "not due"),
        Absence.NOT_REPORTED: translate("Indicators", "not reported"),
        Absence.NOTHING: translate("Indicators", "nothing to report"),
    }[absence]


def paint_absence(painter: QPainter, box: QRectF, absence: Absence, look: Theme) -> None:
    """A line; and as in the matrix a ring; a disc with a bar; a ring with a line across."""
    if absence is Absence.BEFORE_DUTY:
        painter.setPen(QPen(look.ink(TONES[absence]), box.width() / 8))
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))
    elif absence is Absence.NOTHING:
        paint_nothing(painter, box, TONES[absence], look)
    else:
        paint_mark(painter, box, TONES[absence], look)
