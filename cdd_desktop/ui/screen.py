"""Base of every screen of the main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.buttons import is_filled

if TYPE_CHECKING:
    from cdd_desktop.operations.views import Changes

T = TypeVar("T")
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Screen(QWidget):
    """One screen: ``open`` shows it for an argument, ``refresh`` tells it what changed while it is the current one.

    ``layout_`` is the page's column with the margins of the design. ``compact`` is true below 1000 logical pixels.
    """

    name: ClassVar[str] = ""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.compact = False
        self.setProperty("role", "page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # holds the focus itself until a box is wanted
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(*[theme().px(m) for m in (28, 20, 28, 20)])
        self.layout_.setSpacing(theme().px(12))

    def open(self, argument: object = None) -> None:
        """Called each time the screen is brought to the front."""

    def look_again(self) -> None:
        """Refresh whatever it shows: much may have changed while it was covered."""
        from cdd_desktop.operations.views import Changes  # loaded with the first store, not before

        self.refresh(Changes())

    def refresh(self, changes: Changes) -> None:
        """Called on the main thread when something changed while this screen is in front."""

    def set_compact(self, compact: bool) -> None:
        """The window became narrow or wide again: margins here, the rest in the screens that care."""
        self.compact = compact
        side, top = (16, 12) if compact else (28, 20)
        self.layout_.setContentsMargins(*[theme().px(m) for m in (side, top, side, top)])

    def panes(self) -> list[QWidget]:
        """What F6 goes through: the parts of the page, in reading order."""
        return [child for child in self.findChildren(QWidget, options=_DIRECT) if child.isVisible()]

    def offer_next_step(self) -> None:
        """While the page alone has the keyboard nobody has gone anywhere yet: it goes to the filled button, so that
        Enter takes the next step; without one it stays."""
        if self.window().focusWidget() is self:
            buttons = [one for one in self.findChildren(QPushButton) if one.isVisibleTo(self) and one.isEnabled()]
            filled = next(filter(is_filled, buttons), None)
            if filled is not None:
                filled.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Called before another screen comes to the front, the window locks or closes: save what is typed."""

    def read(
        self,
        operation: Callable[..., T],
        *arguments: Any,
        on_done: Callable[[T], object],
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a reading operation on the store lane; the result arrives at ``on_done`` on the main thread."""
        workplace = self.desk.workplace
        self.desk.tasks.store(
            lambda: workplace.read(operation, *arguments), on_done, on_failed if on_failed is not None else self.fail
        )

    def do(
        self,
        operation: Callable[..., T],
        *arguments: Any,
        on_done: Callable[[T], object] | None = None,
        on_failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run a writing operation on the store lane, in one transaction."""
        workplace = self.desk.workplace
        self.desk.tasks.store(
            lambda: workplace.do(operation, *arguments), on_done, on_failed if on_failed is not None else self.fail
        )

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self.desk.messages.tell(self, error)
