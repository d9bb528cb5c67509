"""Dates of the Buddhist era: the shared date box, speaking in patches."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cdd_desktop.domain.record import RAW, Content
from cdd_desktop.forms.definition import Field
from cdd_desktop.forms.values import Parsed, parse_value
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.widgets.date_edit import BuddhistDateEdit


class DayEditor(Editor):
    """Kept as ISO text in the common era. A year of either era is asked by the box; until then the text is raw."""

    def __init__(self, field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(field, path, around, parent)
        self.edit = BuddhistDateEdit(around.words, around.today, self)
        self.edit.edited.connect(self._typed)
        self.edit.committed.connect(self._committed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.watch(self.edit.box)
        self._shown: tuple[object, str] = (None, "")

    def show_answer(self, content: Content) -> None:
        value, raw = content.get(self.path), str(content.get(RAW + self.path) or "")
        if (value, raw) == self._shown:
            return
        self._shown = (value, raw)
        if raw:
            self.edit.set_raw(raw)
            self.edit.commit()  # asks again what an unclear year means
        else:
            self.edit.set_date(date.fromisoformat(value) if isinstance(value, str) else None)

    def set_read_only(self, read_only: bool) -> None:
        self.edit.setReadOnly(read_only)

    def _typed(self, text: str) -> None:
        answer = parse_value(self.field, text, today=self.around.today)
        if isinstance(answer, Parsed):
            self._tell(answer.value if isinstance(answer.value, str) else None, "")
        else:
            self._tell(None, text.strip())

    def _committed(self, value: object) -> None:
        if isinstance(value, date):
            self._tell(value.isoformat(), "")
        else:
            self._tell(None, str(value or ""))

    def _tell(self, value: str | None, raw: str) -> None:
        if (value, raw) != self._shown:
            self._shown = (value, raw)
            self.tell(value, raw)
