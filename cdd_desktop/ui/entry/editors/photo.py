"""Photos: chosen or pasted, shrunk to at most 2 MB and written anew, so that nothing of the camera's notes remains."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader, QKeySequence, QPainter, QPixmap, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.definition import Field
from cdd_desktop.operations.attachments import PhotoState
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.photo_position import position_of
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets.flow import FlowLayout

LARGEST_BYTES = 2_000_000
_LONGEST_SIDE = 2400
_QUALITIES = (88, 80, 70, 60)
_THUMBNAIL = 96


class NoPictureError(Exception):
    """A file that is no picture."""


def shrink_file(file: Path, *, keep_position: bool = False) -> bytes:
    """A picture file as ``shrink`` makes it, turned upright; where it was taken stays only when asked for.

    Raises ``NoPictureError`` with the file's name.
    """
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    image = reader.read()
    if image.isNull():
        raise NoPictureError(file.name)
    data = shrink(image)
    return data[:2] + position_of(file.read_bytes()) + data[2:] if keep_position else data


def shrink(image: QImage) -> bytes:
    """A JPEG of at most ``LARGEST_BYTES``. Only the pixels are kept: position, time and camera are gone."""
    side = _LONGEST_SIDE
    while True:
        fitted = image
        if max(image.width(), image.height()) > side:
            fitted = image.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        plain = _only_pixels(fitted)
        for quality in _QUALITIES:
            data = _jpeg(plain, quality)
            if len(data) <= LARGEST_BYTES:
                return data
        side = side * 3 // 4


def _only_pixels(image: QImage) -> QImage:
    """The picture painted anew, so that the texts a file's notes become in Qt stay behind."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(buffer.data().data())


class PhotoEditor(Editor):
    """Thumbnails of the photos of a record, with buttons to add (file or clipboard) and to remove."""

    wide = True

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        layout.addLayout(self._flow)
        line = QHBoxLayout()
        self.choose = QPushButton(self.tr("Choose a photo…"), self)
        self.paste = QPushButton(self.tr("Paste"), self)
        self.note = QLabel(self)
        self.note.setProperty("role", "note")
        for button in (self.choose, self.paste):
            button.setAutoDefault(False)
            line.addWidget(button)
            self.watch(button)
        line.addWidget(self.note)
        line.addStretch(1)
        layout.addLayout(line)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._paste)
        self._hashes: list[str] = []
        self._tiles: dict[str, QFrame] = {}
        self._states: dict[str, PhotoState] = {}
        self._read_only = False
        self._under_way = 0
        self._problem = ""

    def show_answer(self, content: Content) -> None:
        value = content.get(self.path)
        hashes = list(value) if isinstance(value, list) else []
        if hashes != self._hashes:
            for tile in self._tiles.values():
                self._flow.removeWidget(tile)
                tile.deleteLater()
            self._hashes = hashes
            self._tiles = {one: self._tile(one) for one in hashes}
            for before, after in pairwise(self._stops()):
                QWidget.setTabOrder(before, after)
            self.grew.emit()
        if hashes and any(self._states.get(one) is not PhotoState.RECEIVED for one in hashes):
            self.around.photo_states(hashes, self._take_states)
        self._refresh()

    def _take_states(self, states: dict[str, PhotoState]) -> None:
        if isValid(self):
            self._states = states
            self._refresh()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._refresh()

    def first_box(self) -> QWidget:
        return next((stop for stop in self._stops() if not stop.isHidden()), self)

    def last_box(self) -> QWidget:
        return self.first_box()

    def _stops(self) -> list[QPushButton]:
        """Where the keyboard stops, in order."""
        removes = [button for tile in self._tiles.values() for button in tile.findChildren(QPushButton)]
        return [self.choose, self.paste, *removes]

    def add_file(self, file: Path) -> None:
        """Take a picture file; one that cannot be read is told under the buttons."""
        self._take(partial(shrink_file, file, keep_position=self.field.keep_position))

    def _take(self, make: Callable[[], bytes]) -> None:
        self._under_way += 1
        self._problem = ""
        self._refresh()
        self.around.take_photo(self.path, make, self._over)

    def _over(self, error: Exception | None) -> None:
        if not isValid(self):
            return  # the form was closed meanwhile
        self._under_way -= 1
        if isinstance(error, NoPictureError):
            self._problem = self.tr("{name} is no picture this program can read").format(name=error.args[0])
        elif error is not None:
            self.around.messages.tell(self, error)
        self._refresh()

    def _refresh(self) -> None:
        full = len(self._hashes) + self._under_way >= (self.field.max_items or 20)
        for button in (self.choose, self.paste):
            button.setVisible(not self._read_only and not full)
        self.note.setText(self.tr("Preparing the photo…") if self._under_way else self._problem or self._sent())
        for tile in self._tiles.values():
            for button in tile.findChildren(QPushButton):
                button.setVisible(not self._read_only)
        first = self.first_box()
        # A hidden one would hold the keyboard up. The stub does not know that None takes it away.
        self.setFocusProxy(first if first is not self else None)  # type: ignore[arg-type]

    def _sent(self) -> str:
        """Where the photos are. Received is said when central has every one of them."""
        states = {self._states.get(one, PhotoState.WAITING) for one in self._hashes}
        if PhotoState.WAITING in states:
            return self.tr("Photos not sent yet")
        return self.tr("Central has received the photos") if states == {PhotoState.RECEIVED} else ""

    def _choose(self) -> None:
        pattern = self.tr("Pictures") + " (*.jpg *.jpeg *.png *.webp *.bmp)"
        file = self.around.messages.choose_file(self, self.tr("Choose a photo"), pattern)
        if file is not None:
            self.add_file(file)

    def _paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.note.setText(self.tr("There is no picture on the clipboard"))
        elif self.paste.isVisibleTo(self):
            self._take(partial(shrink, image))

    def _tile(self, digest: str) -> QFrame:
        side = theme().px(_THUMBNAIL)
        tile = QFrame(self)
        tile.setProperty("role", "card")
        box = QVBoxLayout(tile)
        box.setContentsMargins(4, 4, 4, 4)
        picture = QLabel(tile)
        picture.setFixedSize(side, side)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setWordWrap(True)
        picture.setText(self.tr("Not on this machine yet"))
        box.addWidget(picture)
        remove = QPushButton(self.tr("Remove"), tile)
        remove.setProperty("role", "link")
        remove.setAutoDefault(False)
        remove.clicked.connect(partial(self._remove, digest))
        box.addWidget(remove, 0, Qt.AlignmentFlag.AlignHCenter)
        self._flow.addWidget(tile)
        self.around.show_photo(digest, _Show(picture).put)
        return tile

    def _remove(self, digest: str) -> None:
        self.tell([one for one in self._hashes if one != digest] or None)


class _Show:
    """Receives a photo's bytes for a label; kept by the request, so a label that is gone is simply left alone."""

    def __init__(self, label: QLabel) -> None:
        self._label = label

    def put(self, data: bytes) -> None:
        picture = QPixmap()
        if not picture.loadFromData(data):
            return
        size = QSize(self._label.width(), self._label.height())
        try:
            self._label.setPixmap(
                picture.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
        except RuntimeError:
            return  # the form was closed before the photo came
