"""Pictures of the window, with whatever dialog lies over it, once nothing moves any more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QPoint, QRect, QThread
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from cdd_desktop.ui.guide_strip import GuideStrip
from cdd_desktop.ui.messages import FileWish, Shown
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets.dialog import MessageDialog
from cdd_desktop.updates.state import UpdateState

SCREEN = (1366, 698)  # the small laptop's client area in device pixels
_SHORT_TIMERS_MILLISECONDS = 150
_PATIENCE = 20
_SHADE = QColor(0, 0, 0, 70)
_EDGE = QColor(0, 0, 0, 60)


class Camera:
    """Photographs a window at the size of the small laptop's screen."""

    def __init__(self, folder: Path, prefix: str, scale: float) -> None:
        self._folder = folder
        self._prefix = prefix
        self.scale = scale

    def aim(self, program: Program) -> None:
        width, height = (round(side / self.scale) for side in SCREEN)
        program.window.setFixedSize(width, height)
        QCursor.setPos(program.window.mapToGlobal(QPoint(0, 0)))  # a corner where nothing answers to the mouse

    def take(self, program: Program, name: str) -> Path:
        """Wait until nothing moves any more, then keep the picture."""
        image = self._look_at(program)
        for _ in range(_PATIENCE):
            before, image = image, self._look_at(program)
            if image == before:
                break
        file = self._folder / f"{self._prefix}-{name}.png"
        image.save(str(file))
        return file

    def _look_at(self, program: Program) -> QImage:
        """What the window shows after its work and its short timers are done."""
        deadline = QDeadlineTimer(_SHORT_TIMERS_MILLISECONDS)
        while not (program.tasks.wait_until_idle() and deadline.hasExpired()):
            QThread.msleep(5)
        image = QImage(*SCREEN, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.scale)
        image.fill(program.window.palette().window().color())
        painter = QPainter(image)
        program.window.render(painter, QPoint(0, 0))
        for dialog in open_dialogs():
            _lay_over(painter, dialog, program.window.rect())
        painter.end()
        return image


def open_dialogs() -> list[QDialog]:
    """The dialogs in sight."""
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def _lay_over(painter: QPainter, dialog: QDialog, window: QRect) -> None:
    """A dialog in the middle of the shaded window, where the desktop would put it."""
    frame = QRect(QPoint(0, 0), dialog.size())
    frame.moveCenter(window.center())
    frame.moveTo(max(0, frame.left()), max(0, frame.top()))
    painter.fillRect(window, _SHADE)
    painter.fillRect(frame, dialog.palette().window())
    dialog.render(painter, frame.topLeft())
    painter.setPen(_EDGE)
    painter.drawRect(frame)


class Visitor:
    """Answers for the person who is not there: what would be said or asked lies over the window for the picture, every
    question is left, and mistakes are remembered."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.mistakes: list[str] = []

    def __call__(self, shown: Shown, /) -> object:
        if isinstance(shown, FileWish):
            return None
        if shown.tone is Tone.BAD:
            self.mistakes.append(shown.sentence)
        dialog = MessageDialog(self._program.window, title=shown.title, sentence=shown.sentence, tone=shown.tone)
        dialog.setModal(False)
        dialog.show()
        return None


def close_dialogs() -> None:
    """Everything over the window goes before the next picture."""
    for dialog in open_dialogs():
        dialog.reject()


def clear_away(program: Program) -> None:
    """What a scene has laid over the window or told it goes before the next one, and the window has the keyboard."""
    close_dialogs()
    program.window.activateWindow()
    program.desk.updates.changed.emit(UpdateState())
    strip = program.window.findChild(GuideStrip)
    if strip is not None and strip.isVisible():
        strip.skip.click()


def page_of(widget: QWidget) -> QScrollArea | None:
    """The page that scrolls a widget."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page until a widget far down on it stands at the top."""
    area = page_of(widget)
    if area is not None:
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        area.ensureWidgetVisible(widget)
