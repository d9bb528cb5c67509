"""Files of any kind that belong to a record: kept as they are, named by what they are, and written out again."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from cdd_desktop.domain.record import Content
from cdd_desktop.forms.definition import Field
from cdd_desktop.operations.attach_photo import LARGEST_FILE_MB
from cdd_desktop.operations.attachments import PhotoState
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.widgets.labels import Label

_KINDS = ((b"%PDF", "PDF", ".pdf"), (b"\xff\xd8\xff", "JPEG", ".jpg"), (b"\x89PNG", "PNG", ".png"))
_OFFICE = ((b"word/", "Word", ".docx"), (b"xl/", "Excel", ".xlsx"), (b"ppt/", "PowerPoint", ".pptx"))


def kind_of(data: bytes) -> tuple[str, str]:
    """What a file is, by its first bytes, and the ending of its name; ("", ".dat") for one that is not known."""
    for start, name, ending in _KINDS:
        if data.startswith(start):
            return name, ending
    if data.startswith(b"PK"):
        return next(((name, ending) for mark, name, ending in _OFFICE if mark in data), ("ZIP", ".zip"))
    return "", ".dat"


class FileEditor(Editor):
    """A line for each file with its kind and size; the name it had elsewhere is not kept, as it may name a person."""

    wide = True

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._lines = QVBoxLayout()
        layout.addLayout(self._lines)
        self.choose = QPushButton(self.tr("Attach a file…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.watch(self.choose)
        self.note = Label("", "note", elide=True, parent=self)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)
        self._hashes: list[str] = []
        self._states: dict[str, PhotoState] = {}
        self.files: dict[str, FileLine] = {}
        self._read_only = False
        self._under_way = False

    def show_answer(self, content: Content) -> None:
        value = content.get(self.path)
        hashes = list(value) if isinstance(value, list) else []
        if hashes != self._hashes:
            for line in self.files.values():
                self._lines.removeWidget(line)
                line.deleteLater()
            self._hashes = hashes
            self.files = {one: self._line(number, one) for number, one in enumerate(hashes, start=1)}
            for before, after in pairwise(self._stops()):
                QWidget.setTabOrder(before, after)
            self._refresh()
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

    def add_file(self, file: Path) -> None:
        """Take a file; one that cannot be read, is empty or too large is told in a dialog."""
        self._under_way = True
        self._refresh()
        self.around.take_file(self.path, file.read_bytes, self._over)

    def _over(self, error: Exception | None) -> None:
        if not isValid(self):
            return  # the form was closed meanwhile
        self._under_way = False
        if isinstance(error, OSError):
            self.around.messages.show(self, self.around.messages.message("file-unreadable"))
        elif error is not None:
            self.around.messages.tell(self, error)
        self._refresh()

    def _refresh(self) -> None:
        words = self.around.words
        full = len(self._hashes) >= (self.field.max_items or 20)
        self.choose.setVisible(not self._read_only and not full)
        accepted = self.tr("Any kind of file up to {n} MB, kept as it is.").format(n=LARGEST_FILE_MB)
        states = {self._states.get(one, PhotoState.WAITING) for one in self._hashes}
        unsent = self.tr("Files not sent yet") if PhotoState.WAITING in states else ""
        if states == {PhotoState.RECEIVED}:
            unsent = self.tr("Central has received the files")
        said = [unsent] if self._read_only or full else [unsent, accepted]
        text = self.tr("Keeping the file…") if self._under_way else " · ".join(part for part in said if part)
        self.note.set_text(words.digits(text))
        for line in self.files.values():
            line.show()
            line.remove.setVisible(not self._read_only)
        first = self.first_box()
        # A hidden one would hold the keyboard up. The stub does not know that None takes it away.
        self.setFocusProxy(first if first is not self else None)  # type: ignore[arg-type]

    def first_box(self) -> QWidget:
        return next((stop for stop in self._stops() if not stop.isHidden()), self)

    def last_box(self) -> QWidget:
        return self.first_box()

    def _stops(self) -> list[QPushButton]:
        """Where the keyboard stops, in order."""
        return [self.choose, *(button for line in self.files.values() for button in (line.save, line.remove))]

    def _choose(self) -> None:
        file = self.around.messages.choose_file(self, self.tr("Attach a file"), self.tr("All files") + " (*)")
        if file is not None:
            self.add_file(file)

    def _line(self, number: int, digest: str) -> FileLine:
        line = FileLine(number, self.around, self)
        line.remove.clicked.connect(partial(self._remove, digest))
        self._lines.addWidget(line)
        self.around.show_photo(digest, line.take)
        return line

    def _remove(self, digest: str) -> None:
        self.tell([one for one in self._hashes if one != digest] or None)


class FileLine(QFrame):
    """One file: what it is, and buttons to write it out and to take it away."""

    def __init__(self, number: int, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = around
        self._number = number
        self._data = b""
        self.name = QLabel(self)
        self.save = QPushButton(self.tr("Save a copy…"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.name)
        for button in (self.save, self.remove):
            button.setProperty("role", "link")
            button.setAutoDefault(False)
            line.addWidget(button)
        line.addStretch(1)
        self.save.clicked.connect(self._save)
        self._say("")

    def take(self, data: bytes) -> None:
        """The file has been read from the store."""
        if isValid(self):
            self._data = data
            size = max(1, round(len(data) / 1024))
            self._say(" ".join(part for part in (kind_of(data)[0], f"{size:,} KB") if part))

    def _say(self, what: str) -> None:
        text = self.tr("File {n}").format(n=self._number) + (f" · {what}" if what else "")
        self.name.setText(self._around.words.digits(text))
        self.save.setEnabled(bool(what))

    def _save(self) -> None:
        ending = kind_of(self._data)[1]
        name = self.tr("File {n}").format(n=self._number).replace(" ", "-") + ending
        file = self._around.messages.choose_new_file(self, self.tr("Save a copy"), f"(*{ending})", name)
        if file is None:
            return
        try:
            file.write_bytes(self._data)
        except OSError:
            self._around.messages.show(self, self._around.messages.message("file-unwritable"))
