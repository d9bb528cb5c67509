"""The photos of a record in a window of their own: those on this machine at once, the others from central."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from cdd_desktop.errors import UserError
from cdd_desktop.operations.attachments import Attached, read_photos_here
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import FlowLayout, Label, LinkButton, QuietButton
from cdd_desktop.ui.widgets.dialog import MessageDialog

_NO_LINE = ("no-connection", "connection-lost")
_SMALL, _ALONE, _LARGE, _TALLEST = 170, 380, 580, 430


class PhotoDialog(MessageDialog):
    """What a record names; opened by somebody who wants to see it, so what is not here is fetched."""

    def __init__(self, parent: QWidget, desk: Desk, wanted: Sequence[Attached], title: str) -> None:
        super().__init__(parent, title=title, sentence=self.tr("Photos and files of this record"))
        self.strip = PhotoStrip(desk, wanted, title)
        self.strip.grew.connect(self.fit)
        self.add_widget(self.strip)
        self.add_answer(self.tr("Close"), primary=True)

    @Slot()
    def fit(self) -> None:
        """As tall as what it holds now."""
        column = self.layout()
        if column is not None:
            column.activate()
            self.resize(self.width(), max(column.totalHeightForWidth(self.width()), column.totalSizeHint().height()))


class PhotoStrip(QWidget):
    """A tile each, in a box that scrolls when they are many. ``ask`` tries again what did not come; ``grew``: it wants
    more room or less."""

    grew = Signal()

    def __init__(self, desk: Desk, wanted: Sequence[Attached], title: str) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._wanted = {one.sha256: one for one in wanted}
        side = _ALONE if len(self._wanted) == 1 else _SMALL
        self.tiles = {name: PhotoTile(self, theme().px(side)) for name in self._wanted}
        self.note = Label("", "note", wrap=True)
        self.ask = QuietButton(self.tr("Fetch the photos from central"), "photo")
        self.ask.clicked.connect(self.fetch)
        self._held = QWidget()
        self._flow = FlowLayout(self._held)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._held)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        column.addWidget(self.note)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        for tile in self.tiles.values():
            tile.enlarge.clicked.connect(partial(self._enlarge, tile))
            self._flow.addWidget(tile)
        self.ask.hide()
        self.note.hide()
        workplace, names = desk.workplace, list(self._wanted)
        desk.tasks.store(lambda: workplace.read(read_photos_here, names), self._take_here)

    @Slot()
    def fetch(self) -> None:
        """Whatever is not here yet, each by itself."""
        self.ask.setEnabled(False)
        self._say(self.tr("Fetching from central…"))
        for name in self._missing():
            self._desk.sync.fetch(self._wanted[name], partial(self._arrive, name), self._miss)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As tall as the tiles of a few lines; more of them scroll."""
        self._flow.invalidate()
        wanted = self._flow.heightForWidth(self._area.viewport().width())
        self._area.setFixedHeight(min(wanted, theme().px(_TALLEST), self.screen().availableGeometry().height() // 2))
        if (column := self.layout()) is not None:
            column.activate()
        self.updateGeometry()  # the dialog asks for its height at once
        self.grew.emit()

    def _say(self, text: str) -> None:
        self.note.set_text(text)
        self.note.setVisible(bool(text))
        self._fit()

    def _missing(self) -> list[str]:
        return [name for name, tile in self.tiles.items() if not tile.data]

    def _take_here(self, found: dict[str, bytes]) -> None:
        for name, data in found.items():
            self.tiles[name].put(data)
        self._fit()
        if self._missing():
            self.fetch()

    def _arrive(self, name: str, data: bytes) -> None:
        if isValid(self):
            self.tiles[name].put(data)
            self._settle()

    def _settle(self) -> None:
        missing = len(self._missing())
        self.ask.setVisible(bool(missing))
        self.ask.setEnabled(True)
        text = self.tr("{n} not on this machine yet").format(n=self._desk.words.format_number(missing))
        self._say(text if missing else "")

    def _miss(self, error: Exception) -> None:
        if isValid(self):
            self.ask.setEnabled(True)
            self.ask.show()
            code = error.code if isinstance(error, UserError) else "unexpected"
            again = self.tr("Central was not reached. Ask again when there is a line; what has come already is kept.")
            self._say(again if code in _NO_LINE else self._desk.messages.sentence(code))

    def _enlarge(self, tile: PhotoTile) -> None:
        dialog = MessageDialog(self, title=self._title, sentence="")
        large = QLabel()
        side = theme().px(_LARGE)
        large.setPixmap(tile.picture_at(side))
        dialog.add_widget(large)
        dialog.add_answer(self.tr("Close"), primary=True)
        dialog.run()


class PhotoTile(QWidget):
    """One photo, or what else was attached, by its size; grey while it is not here."""

    def __init__(self, parent: QWidget, side: int) -> None:
        super().__init__(parent)
        self.data = b""
        self._picture = QPixmap()
        self.image = QLabel(self.tr("Not here yet"))
        self.image.setFixedSize(side, side)
        self.image.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.image.setWordWrap(True)
        self.enlarge: QPushButton = LinkButton(self.tr("Enlarge"))
        self.enlarge.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.image)
        column.addWidget(self.enlarge)

    def put(self, data: bytes) -> None:
        """The bytes have come."""
        self.data = data
        if self._picture.loadFromData(data):
            self.image.setPixmap(self.picture_at(self.image.width()))
            self.enlarge.show()
        else:
            self.image.setText(self.tr("File, {n} KB").format(n=max(1, round(len(data) / 1024))))

    def picture_at(self, side: int) -> QPixmap:
        """The picture within a square, as fine as the screen shows it."""
        ratio = self.devicePixelRatioF()
        fine = round(side * ratio)
        picture = self._picture.scaled(
            fine, fine, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        return picture
