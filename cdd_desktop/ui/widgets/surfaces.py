"""What a page is built of: its header, cards, list rows, progress, the empty state and a scrolling column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cdd_desktop.ui.icons import pixmap
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import is_filled
from cdd_desktop.ui.widgets.flow import FlowLayout
from cdd_desktop.ui.widgets.labels import Label


def line() -> QFrame:
    """A hair line between parts of a card."""
    frame = QFrame()
    frame.setProperty("role", "line")
    frame.setFixedHeight(1)
    return frame


class PageHeader(QWidget):
    """Title and subtitle on the left, actions on the right; on a narrow page the actions wrap below."""

    def __init__(
        self, title: str = "", subtitle: str = "", actions: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label(title, "title", wrap=True)
        self._subtitle = Label(subtitle, "muted", wrap=True)
        if not subtitle:
            self._subtitle.hide()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        self._actions = QWidget()
        self._flow = FlowLayout(self._actions, spacing=theme().px(10), align_right=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme().px(18))
        self._parts.addLayout(texts, 1)
        self._parts.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_actions(actions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The actions go below where they would break the title into lines."""
        self._title.ensurePolished()
        title = self._title.fontMetrics().horizontalAdvance(self._title.full_text()) + theme().px(8)
        below = title + theme().px(18) + self._flow.sizeHint().width() > self.width()
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(down if below else across)
        self._parts.setSpacing(theme().px(6 if below else 18))
        self._flow.set_align_right(not below)

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        self._title.set_text(title)
        if subtitle is not None:
            self._subtitle.set_text(subtitle)
            self._subtitle.setVisible(bool(subtitle))
        self._fit()

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """The buttons of the page, in their order; widgets that were there before are let go. Where the keyboard was at
        one of them it stays at the one of the same name, else goes to the next step."""
        at = self.window().focusWidget()
        held = at is not None and self._actions.isAncestorOf(at)
        name = at.accessibleName() if held and at is not None else ""
        self._flow.clear()
        for widget in actions:
            self._flow.addWidget(widget)
        self._actions.setVisible(bool(actions))
        self._fit()
        if held:
            self.take_keyboard(name)

    def take_keyboard(self, name: str = "") -> None:
        """Put the keyboard on the action of this name, else on the filled one, else on the first that can be used."""
        hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide  # without it a hidden one is about to be shown
        usable = [
            widget
            for widget in self._flow.widgets()
            if widget.isEnabled() and not (widget.isHidden() and widget.testAttribute(hidden))
        ]
        wanted = [
            *(widget for widget in usable if name and widget.accessibleName() == name),
            *filter(is_filled, usable),
            *usable,
        ]
        if wanted:
            wanted[0].show()
            wanted[0].setFocus(Qt.FocusReason.TabFocusReason)

    def title(self) -> str:
        return self._title.full_text()

    def subtitle(self) -> str:
        return self._subtitle.full_text()


class Card(QFrame):
    """A white surface with a hair line; ``body`` is its column. ``flush`` leaves no margin, for lists."""

    def __init__(self, title: str = "", note: str = "", *, flush: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        margin = 1 if flush else theme().px(18)
        self.body.setContentsMargins(margin, 1 if flush else theme().px(14), margin, 1 if flush else theme().px(14))
        self.body.setSpacing(0 if flush else theme().px(8))
        if title:
            self.head = QHBoxLayout()
            self.heading = Label(title, "heading")
            self.note = Label(note, "note", wrap=True)
            self.note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.head.addWidget(self.heading)
            self.head.addWidget(self.note, 1)
            self.body.addLayout(self.head)


# Qt adds up how tall each row may become; of rows without a limit 128 are more than its number holds, and none is seen.
_TALLEST_ROW = 10_000


class ListRow(QPushButton):
    """A row of a list: an accent on the left while it is the current one, the whole row pressable.

    A button to readers of the screen. ``activated`` comes from a click, Enter or Space; ``row`` is the horizontal
    layout to fill.
    """

    activated = Signal()

    def __init__(self, height: int = 78, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(_TALLEST_ROW)
        self._least = theme().px(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(theme().px(15), theme().px(6), theme().px(18), theme().px(6))
        self.row.setSpacing(theme().px(14))
        self.clicked.connect(self.activated)

    def set_current(self, current: bool) -> None:
        self._set("current", current)

    def set_last(self, last: bool) -> None:
        """The last row of a card has no line below it."""
        self._set("last", last)

    def _set(self, name: str, value: bool) -> None:
        self.setProperty(name, "true" if value else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint().expandedTo(QSize(0, self._least))

    def minimumSizeHint(self) -> QSize:
        return self.row.totalMinimumSize().expandedTo(QSize(0, self._least))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Progress(QProgressBar):
    """A thin bar of ink; the numbers stand beside it in words."""

    def __init__(self, done: int = 0, total: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextVisible(False)
        self.setFixedHeight(theme().px(6))
        self.set(done, total)

    def set(self, done: int, total: int) -> None:
        self.setRange(0, max(total, 1))
        self.setValue(min(done, max(total, 1)))
        self.setAccessibleName(f"{done} / {total}")


class EmptyState(QWidget):
    """What a page says when there is nothing to show, and why that is all right."""

    def __init__(self, icon_name: str, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel()
        picture.setPixmap(pixmap(icon_name, theme().tokens.muted, theme().px(40), self.devicePixelRatioF()))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme().px(28)] * 4)
        column.setSpacing(theme().px(8))
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = Label(title, "heading", wrap=True)
        self._sentence = Label(sentence, "muted", wrap=True)
        for label in (self._title, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        self.buttons = QHBoxLayout()
        self.buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self.buttons)
        column.addStretch(2)

    def set_text(self, title: str, sentence: str = "") -> None:
        self._title.set_text(title)
        self._sentence.set_text(sentence)


class SteadyScroll(QScrollArea):
    """Scrolls to what the Tab key leads to, but stays where it is when what has the keyboard goes: Qt would hand the
    keyboard on from row to row while a list is filled anew, and follow it to the end of the page."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        at, bar = self.window().focusWidget(), self.verticalScrollBar()
        place = bar.value()
        done = super().focusNextPrevChild(forward)
        if at is not None and not at.isVisible():
            bar.setValue(place)
        return done


def bring_into_view(widget: QWidget, place: QPoint, margin: int) -> None:
    """Scroll the page a widget lies in, if it does, to a place of the widget, with some air below and above."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    page = area.widget() if area is not None else None
    if area is not None and page is not None:
        there = widget.mapTo(page, place)
        area.ensureVisible(there.x(), there.y(), 0, margin)


class ScrollColumn(SteadyScroll):
    """A column that scrolls up and down, never sideways; ``body`` is its layout."""

    def __init__(self, parent: QWidget | None = None, *, content: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = content if content is not None else QWidget()
        content.setProperty("role", "scrolled")
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme().px(12))
        self._content = content
        self.setWidget(content)

    def let_shrink(self) -> None:
        """A list among what it holds scrolls by itself: it gives way down to its least height before the column
        scrolls."""
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)


class _Fitted(QWidget):
    """Asks for no more height than its width needs: by itself Qt takes the lines a text would have where it is narrow,
    and parts what belongs together."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self.minimumSizeHint().height()) if self.hasHeightForWidth() else hint


class FittingColumn(ScrollColumn):
    """As tall as what it holds, so that something may stand right below it; scrolls where there is less room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, content=_Fitted())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fresh = False
        self.verticalScrollBar().actionTriggered.connect(self._scrolled)

    def _tall(self) -> int:
        """The height of what it holds, over the whole width."""
        content = self._content
        tall = content.heightForWidth(self.width()) if content.hasHeightForWidth() else -1
        return tall if tall >= 0 else content.sizeHint().height()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), theme().px(120))

    def _settle(self) -> None:
        """Ask for the height anew. The bar is decided here: one that comes for a moment narrows the lines, and then
        it would stay."""
        fits = self.height() >= self._tall()
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if policy != self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()
        if self._fresh:
            self._begin()

    def _begin(self) -> None:
        """Stand at the head, or where the keyboard was put: the same however the layout came about."""
        self.verticalScrollBar().setValue(0)
        at = self.window().focusWidget()  # also while another program is in front
        if at is not None and self._content.isAncestorOf(at):
            self.ensureWidgetVisible(at, 0, theme().px(24))

    def from_the_top(self) -> None:
        """It is opened anew; from here on until somebody scrolls or goes on by Tab it keeps its beginning in sight."""
        self._fresh = True
        self._settle_soon()

    def focusNextPrevChild(self, forward: bool) -> bool:
        at = self.window().focusWidget()
        self._fresh = self._fresh and (at is None or not at.isVisible())
        return super().focusNextPrevChild(forward)

    @Slot()
    def _scrolled(self) -> None:
        """By a person; what a layout does to the bar is no action."""
        self._fresh = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds asks for another height, or was laid out; Qt tells the content alone."""
        done = super().eventFilter(watched, event)
        if watched is self._content and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._settle_soon()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle_soon()

    def _settle_soon(self) -> None:
        """Never in the middle of a layout: what is under way would put its older widths back."""
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def fit(self) -> None:
        """What it holds has changed."""
        self._content.updateGeometry()
        self.updateGeometry()
