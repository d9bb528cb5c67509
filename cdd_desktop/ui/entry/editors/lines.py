"""A small table inside a record: fixed rows such as the nineteen indicators, or rows a person adds and removes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.domain.record import RAW, Content, Value
from cdd_desktop.forms.definition import Entity, Field
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.theme import Tone, theme

MakeEditor = Callable[[Field, str, Surroundings, QWidget], Editor]


class LineTable(QFrame):
    """The table of one line entity. It speaks in patches like an editor, over paths ``table/row/field``."""

    def __init__(self, entity: Entity, around: Surroundings, make: MakeEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self.entity = entity
        self.around = around
        self._make = make
        self._edit: Callable[[dict[str, Value]], None] | None = None
        self._left: Callable[[], None] | None = None
        self._rows: list[str] = []
        self._read_only = False
        self.editors: dict[str, Editor] = {}
        self.messages: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._grid_place = QVBoxLayout()
        layout.addLayout(self._grid_place)
        self.add = QPushButton("+ " + self.tr("Add a row"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.add.setVisible(not entity.fixed_rows)
        line = QHBoxLayout()
        line.addWidget(self.add)
        line.addStretch(1)
        layout.addLayout(line)
        self._body: QWidget | None = None
        key = QShortcut(QKeySequence("Ctrl+Delete"), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self._remove_current)
        self._build([row.code for row in entity.fixed_rows])

    def connect_edits(self, edit: Callable[[dict[str, Value]], None], left: Callable[[], None]) -> None:
        """Where edits go, and the news that a cell was left."""
        self._edit, self._left = edit, left
        for editor in self.editors.values():
            editor.edited.connect(edit)
            editor.left.connect(left)

    def show_answer(self, content: Content) -> None:
        """Show the rows of a record."""
        if not self.entity.fixed_rows:
            rows = rows_of(self.entity.key, content)
            if rows != self._rows:
                self._build(rows)
        for editor in self.editors.values():
            editor.show_answer(content)

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self.add.setVisible(not read_only and not self.entity.fixed_rows)
        for editor in self.editors.values():
            editor.set_read_only(read_only or editor.field.computed is not None)
        for button in self.findChildren(QPushButton, "remove"):
            button.setVisible(not read_only)

    def show_messages(self, sentences: dict[str, tuple[str, Tone]]) -> None:
        """Put each message (by path) under its row and colour its cell."""
        for path, editor in self.editors.items():
            editor.set_tone(sentences[path][1] if path in sentences else None)
        for row, label in self.messages.items():
            prefix = f"{self.entity.key}/{row}"
            found = [
                (path, text) for path, text in sentences.items() if path == prefix or path.startswith(prefix + "/")
            ]
            label.setVisible(bool(found))
            label.setText("\n".join(text for _, (text, _) in found))
            label.setProperty("tone", found[0][1][1].value if found else "")
            label.style().unpolish(label)
            label.style().polish(label)

    def boxes(self) -> list[QWidget]:
        """The widgets that take the keyboard, in the order of the table."""
        return [editor.first_box() for editor in self.editors.values() if editor.field.computed is None]

    def has_focus(self) -> bool:
        return any(editor.has_focus() for editor in self.editors.values())

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self, rows: list[str]) -> None:
        if self._body is not None:
            self._grid_place.removeWidget(self._body)
            self._body.deleteLater()
        self._rows = rows
        self.editors, self.messages = {}, {}
        self._body = QWidget(self)
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(theme().px(4))
        self._head(grid)
        for number, row in enumerate(rows):
            self._row(grid, 1 + 2 * number, number, row)
        self._grid_place.addWidget(self._body)
        if self._edit is not None and self._left is not None:
            self.connect_edits(self._edit, self._left)
        self.set_read_only(self._read_only)

    def _columns(self) -> list[Field]:
        """The fields that are typed; the code of a fixed row stands in its text."""
        return [field for field in self.entity.fields if not (self.entity.fixed_rows and field.key == "code")]

    def _head(self, grid: QGridLayout) -> None:
        first = QLabel(self.around.label(self.entity), self._body)
        heads = [first, *(QLabel(self._head_text(field), self._body) for field in self._columns())]
        if not self.entity.fixed_rows:
            first.setText(self.tr("No."))
        for column, head in enumerate(heads):
            head.setProperty("role", "note")
            head.setWordWrap(True)
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(0, 3 if self.entity.fixed_rows else 0)
        for column, field in enumerate(self._columns(), start=1):
            grid.setColumnStretch(column, 2 if field.type == "text" else 1)

    def _head_text(self, field: Field) -> str:
        unit = self.around.unit(field)
        return self.around.label(field) + (f" ({unit})" if unit else "") + (" *" if field.required else "")

    def _row(self, grid: QGridLayout, line: int, number: int, row: str) -> None:
        name = QLabel(self._row_text(number), self._body)
        name.setWordWrap(True)
        grid.addWidget(name, line, 0)
        columns = self._columns()
        for column, field in enumerate(columns, start=1):
            path = f"{self.entity.key}/{row}/{field.key}"
            editor = self._make(field, path, self.around, self)
            editor.setAccessibleName(f"{self._row_text(number)} {self.around.label(field)}")
            self.editors[path] = editor
            grid.addWidget(editor, line, column, Qt.AlignmentFlag.AlignVCenter)
        if not self.entity.fixed_rows:
            remove = QPushButton(self.tr("Remove"), self._body)
            remove.setObjectName("remove")
            remove.setProperty("role", "link")
            remove.setAutoDefault(False)
            remove.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            remove.setToolTip("Ctrl+Delete")
            remove.setProperty("otherKey", "Ctrl+Delete")
            remove.setAccessibleName(f"{remove.text()} {self._row_text(number)}")
            remove.clicked.connect(partial(self._remove, row))
            grid.addWidget(remove, line, len(columns) + 1)
        message = QLabel(self._body)
        message.setProperty("role", "message")
        message.setWordWrap(True)
        message.hide()
        self.messages[row] = message
        grid.addWidget(message, line + 1, 0, 1, len(columns) + 1)

    def _remove_current(self) -> None:
        """The row the keyboard is in."""
        path = next((path for path, editor in self.editors.items() if editor.has_focus()), "")
        if path and not self._read_only and not self.entity.fixed_rows:
            self._remove(path.split("/")[1])

    def _row_text(self, number: int) -> str:
        if not self.entity.fixed_rows:
            return str(number + 1)
        return self.around.words.digits(f"{number + 1}. ") + self.around.row(self.entity.fixed_rows[number])

    # --- what a person does --------------------------------------------------------------------------------------

    def _add(self) -> None:
        row = self.around.new_id()
        if self._edit is not None:
            self._edit({f"{self.entity.key}/{row}": True})
        path = next((path for path in self.editors if path.split("/")[1] == row), None)
        if path is not None:
            self.editors[path].first_box().setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, row: str) -> None:
        if self._edit is None:
            return
        prefix = f"{self.entity.key}/{row}"
        patch: dict[str, Value] = {prefix: None}
        for field in self.entity.fields:
            patch[f"{prefix}/{field.key}"] = None
            patch[f"{RAW}{prefix}/{field.key}"] = None
        self._edit(patch)


def rows_of(table: str, content: Content) -> list[str]:
    """The row keys of a line table in a record, in the order they were added (ids are made in time order)."""
    rows = set()
    for path in content:
        parts = path.removeprefix(RAW).split("/")
        if len(parts) > 1 and parts[0] == table:
            rows.add(parts[1])
    return sorted(rows)
