"""What became of an entry when its form came in a newer version: what moved, and what the new form has no box for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.forms.privacy import mask_citizen_id, mask_text
from cdd_desktop.forms.values import format_value
from cdd_desktop.operations.views import EntrySheet, KeptValue, Moved
from cdd_desktop.ui.theme import Tone
from cdd_desktop.ui.widgets import Banner
from cdd_desktop.ui.words import Words


class MovedNote(Banner):
    """Told until the entry is edited; values without a box stay readable below their heading for good."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("", Tone.INFO, parent)
        self._words = words
        self.hide()

    def say(self, sheet: EntrySheet) -> None:
        """Show what there is to say of an entry, or nothing."""
        lines = [] if sheet.moved is None else list(self._moved(sheet.moved, sheet.record.form_version))
        if sheet.kept:
            lines.append(self.tr("Kept from the former form, which had a box for it:"))
            lines += [f"· {self._kept(value)}" for value in sheet.kept]
        self.set("\n".join(lines), Tone.INFO)
        self.setVisible(bool(lines))

    def _moved(self, moved: Moved, version: int) -> Iterator[str]:
        said = self.tr("The form has come in a newer version (from {before} to {after}). Look the entry over.")
        yield self._words.digits(said.format(before=moved.before, after=version))
        for old, new in moved.fields:
            yield self.tr("· {old}, now {new}").format(old=self._label(old), new=self._label(new))

    def _label(self, field: Field) -> str:
        return self._words.text(field.label_th, field.label_en)

    def _kept(self, kept: KeptValue) -> str:
        label = self._label(kept.field) if kept.field is not None else kept.path
        return f"{label}: {self._value(kept.field, kept.value)}"

    def _value(self, field: Field | None, value: Value) -> str:
        if field is None:
            return mask_text(str(value))
        if field.type is FieldType.CITIZEN_ID:
            return mask_citizen_id(str(value))
        words = self._words
        return mask_text(format_value(field, value, language=words.language, thai_digits=words.thai_digits))
