"""Which editor a field gets."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.ui.entry.editors.area import AreaEditor
from cdd_desktop.ui.entry.editors.attachment import FileEditor
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.choice import BooleanEditor, ChoiceEditor, MultiChoiceEditor
from cdd_desktop.ui.entry.editors.day import DayEditor
from cdd_desktop.ui.entry.editors.identity import AutoCodeEditor, CitizenIdEditor
from cdd_desktop.ui.entry.editors.line import LineEditor
from cdd_desktop.ui.entry.editors.photo import PhotoEditor
from cdd_desktop.ui.entry.editors.place import SuggestedEditor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.entry.editors.village import VillageEditor
from cdd_desktop.ui.village_choice import is_village_field

_KINDS: dict[FieldType, type[Editor]] = {
    FieldType.TEXTAREA: AreaEditor,
    FieldType.DATE: DayEditor,
    FieldType.BOOLEAN: BooleanEditor,
    FieldType.CHOICE: ChoiceEditor,
    FieldType.MULTI_CHOICE: MultiChoiceEditor,
    FieldType.CITIZEN_ID: CitizenIdEditor,
    FieldType.GEO_TAMBON: SuggestedEditor,
    FieldType.GEO_AMPHOE: SuggestedEditor,
    FieldType.GEO_PROVINCE: SuggestedEditor,
    FieldType.RECORD_REF: SuggestedEditor,
    FieldType.PHOTO: PhotoEditor,
    FieldType.FILE: FileEditor,
    FieldType.AUTO_CODE: AutoCodeEditor,
}


def make_editor(field: Field, path: str, around: Surroundings, parent: QWidget | None = None) -> Editor:
    """The editor of a field at a content path; text, numbers, years, moo and phone are typed in one line."""
    if is_village_field(field, path):
        return VillageEditor(field, path, around, parent)
    return _KINDS.get(field.type, LineEditor)(field, path, around, parent)
