"""A dialog about sticks: those that are plugged in come first, one press each, and it grows with what it says."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.drives import Drive
from cdd_desktop.ui.job import Job, StoppedError
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets.banner import Banner
from cdd_desktop.ui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from cdd_desktop.ui.widgets.labels import Label

_LOOK_EVERY_MILLISECONDS = 2_000
_GIGABYTE = 1 << 30


class PlaceDialog(QDialog):
    """Base of a dialog that does one thing with a stick or folder: a subclass says ``place_text`` and ``use``, and
    puts its own widgets between heading and places with ``build``. Closing it stops what is under way."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._drives: tuple[Drive, ...] | None = None
        self.job = Job(desk.tasks, self)
        self.setModal(True)
        self.setMinimumWidth(theme().px(500))
        self.setMaximumWidth(theme().px(640))
        self.heading = Label("", "heading", wrap=True)
        self.sentence = Label("", wrap=True)
        self.banner = Banner()
        self.banner.hide()
        self.places = QWidget()
        self._rows = QVBoxLayout(self.places)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self.buttons: list[QuietButton] = []
        translate = QCoreApplication.translate
        self.other = LinkButton(translate("PlaceDialog", "Another folder…"), "file")
        self.leave = QuietButton(translate("PlaceDialog", "Cancel"))
        self.close_ = PrimaryButton(translate("PlaceDialog", "Close"))
        self.close_.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*[theme().px(22)] * 4)
        self._column.setSpacing(theme().px(12))
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def build(self, title: str, *widgets: QWidget) -> None:
        """The column: heading, sentence, these, then the answers."""
        self.setWindowTitle(title)
        self.heading.set_text(title)
        for widget in (self.heading, self.sentence, *widgets):
            self._column.addWidget(widget)
        self._column.addStretch(1)  # room that is left over parts nothing that belongs together
        answers = QHBoxLayout()
        answers.addWidget(self.other)
        answers.addStretch(1)
        answers.addWidget(self.leave)
        answers.addWidget(self.close_)
        self._column.addLayout(answers)
        self.other.clicked.connect(self.choose)
        self.leave.clicked.connect(self.reject)
        self.close_.clicked.connect(self.accept)

    # --- what a subclass says --------------------------------------------------------------------------------------

    def place_text(self, name: str) -> str:
        """The button of a stick; by itself its name alone."""
        return name

    def use(self, folder: Path) -> None:
        """A stick or folder was chosen."""

    @Slot()
    def choose(self) -> None:
        """Another place is wanted."""

    def add_more(self) -> None:
        """Places beside the sticks, with ``add_place``."""

    # --- the places ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the dialog, and look for sticks until one is chosen."""
        self.show_places()
        self.open()
        self.look_for_sticks()

    def look_for_sticks(self) -> None:
        self.look()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Ask the system which sticks are there now."""
        self.desk.tasks.network(self.desk.drives, self._take_drives)

    def _take_drives(self, drives: tuple[Drive, ...]) -> None:
        if drives != self._drives and self.places.isVisible():
            self._drives = drives
            self.show_places()

    def show_places(self) -> None:
        """A button for each stick, then the other places; the first of them is the next step."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for drive in self._drives or ():
            self.add_place(self.place_text(drive.name), drive.folder, Label(self._free(drive), "note"), "usb")
        if not self._drives:
            hint = QCoreApplication.translate("PlaceDialog", "Put in a USB stick: it appears here by itself.")
            self._put(Label(hint, "muted", wrap=True))
        self.add_more()
        (self.buttons[0] if self.buttons else self.other).setFocus()
        if self.buttons:
            self.buttons[0].set_primary(self.first_is_next(plugged=bool(self._drives)))
        self.fit()

    def first_is_next(self, *, plugged: bool) -> bool:
        """Whether the first place is what most people want."""
        return plugged

    def fit(self) -> None:
        """As tall as what it says now."""
        self._rows.activate()
        self._column.activate()
        tall = max(self._column.totalHeightForWidth(self.width()), self._column.totalSizeHint().height())
        self.resize(self.width(), tall)

    def add_place(self, text: str, folder: Path, note: Label, icon_name: str) -> None:
        button = QuietButton(text, icon_name)
        button.clicked.connect(partial(self.use, folder))
        self._put(button)
        self._put(note)
        self.buttons.append(button)

    def _put(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        widget.show()  # now, for the height counts what is shown

    def place_name(self, folder: Path) -> str:
        """What a place is called: a stick by its name, else the folder."""
        return next((drive.name for drive in self._drives or () if drive.folder == folder), str(folder))

    def _free(self, drive: Drive) -> str:
        gigabytes = self.desk.words.digits(f"{drive.free / _GIGABYTE:,.1f}")
        return QCoreApplication.translate("PlaceDialog", "{n} GB free").format(n=gigabytes)

    # --- under way -------------------------------------------------------------------------------------------------

    def show_running(self, *, running: bool) -> None:
        """Nothing but how far it is and Stop; or the places again."""
        if running:
            self._timer.stop()
            self.banner.hide()
        translate = QCoreApplication.translate
        self.places.setVisible(not running)
        self.other.setVisible(not running)
        self.leave.set_text(translate("PlaceDialog", "Stop") if running else translate("PlaceDialog", "Cancel"))
        if running:
            self.leave.setFocus()

    def show_failure(self, error: Exception) -> None:
        """What went wrong, and the places again; nothing where the person has stopped it."""
        if isinstance(error, StoppedError) or not self.isVisible():
            return
        self.show_running(running=False)
        self.banner.set(self.desk.messages.describe(error).sentence, Tone.BAD)
        self.banner.show()
        self.show_places()
        self.look_for_sticks()

    def show_end(self) -> None:
        """It is done: only Close is left."""
        for widget in (self.places, self.other, self.leave):
            widget.hide()
        self.close_.show()
        self.close_.setDefault(True)
        self.close_.setFocus()
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Gone from sight for good: whatever is under way ends."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()
            self.job.stop()
