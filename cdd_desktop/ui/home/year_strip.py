"""The year at a glance: a small box a month, a mark a submission that falls due in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.painting import paint_mark
from cdd_desktop.ui.words import Words

_INSET, _STEP, _NARROWEST, _HEIGHT = 8, 13, 52, 50  # edge to marks, mark to mark, the narrowest month, all of them


@dataclass(frozen=True, slots=True)
class Month:
    """First day, whether it is the present one, and for each submission due in it what its mark says: its tone for
    the eye, its name and state in words for readers of the screen and the tool tip."""

    first: date
    tones: tuple[Tone, ...]
    current: bool
    words: tuple[str, ...] = ()


class _MonthButton(QPushButton):
    def __init__(self, month: Month, name: str, long_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._month = month
        self._name = name
        self.setProperty("role", "month")
        self.setProperty("current", "true" if month.current else "false")
        self.setAutoDefault(False)
        self.setProperty("byArrow", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("\n".join((long_name, *month.words)))
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the strip's."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def needs(self) -> int:
        """The width that all marks take."""
        return theme().px(_INSET) * 2 + len(self._month.tones) * theme().px(_STEP)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look, px = theme(), theme().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font(13, bold=self._month.current))
        painter.setPen(look.colour("text" if self._month.current else "muted"))
        cell = QRectF(self.rect())
        painter.drawText(cell.adjusted(px(_INSET), px(2), 0, 0), int(Qt.AlignmentFlag.AlignLeft), self._name)
        room = max(int((cell.width() - px(_INSET) * 1.5) // px(_STEP)), 1)
        for place, tone in enumerate(self._month.tones[:room]):
            box = QRectF(cell.left() + px(_INSET) + place * px(_STEP), cell.bottom() - px(18), px(10), px(10))
            paint_mark(painter, box, tone)
        painter.end()


class YearStrip(QWidget):
    """``month_chosen`` carries the first day. The Tab key stops once, at the present month; arrows go on from there."""

    month_chosen = Signal(object)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._months: tuple[Month, ...] = ()
        self.buttons: list[_MonthButton] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The fiscal year by months"))

    def set_months(self, months: Sequence[Month]) -> None:
        if self._months == tuple(months):
            return
        self._months = tuple(months)
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        present = next((number for number, month in enumerate(months) if month.current), 0)
        self.buttons = []
        for number, month in enumerate(months):
            short = self._words.format_month(month.first, "short").split(" ")[0]
            button = _MonthButton(month, short, self._words.format_month(month.first), self)
            button.setObjectName(month.first.isoformat())
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == present else Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(self._choose)
            button.show()
            self.buttons.append(button)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(600), theme().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(400), theme().px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        here = next((number for number, button in enumerate(self.buttons) if button.hasFocus()), -1)
        if step and here >= 0:
            self.buttons[(here + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and here >= 0:
            self.buttons[here].click()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        """Equal shares, but a month with many marks is as wide as they need."""
        px = theme().px
        gap, count = px(5), max(len(self.buttons), 1)
        room = self.width() - gap * (count - 1)
        wanted = [button.needs() for button in self.buttons]
        share = room / count
        while (wide := [need for need in wanted if need > share]) and len(wide) < count:
            narrower = (room - sum(wide)) / (count - len(wide))
            if narrower >= share or narrower < px(_NARROWEST):
                break
            share = narrower
        left = 0.0
        for button, need in zip(self.buttons, wanted, strict=True):
            width = max(share, need) if share < room / count else share
            button.setGeometry(round(left), 0, round(left + width) - round(left), self.height())
            left += width + gap

    @Slot()
    def _choose(self) -> None:
        self.month_chosen.emit(date.fromisoformat(self.sender().objectName()))
