"""Typing an answer into the editor of any kind of field, as a person at the keyboard would; and answers to type."""

from __future__ import annotations

from pathlib import Path

from entry_office import Sitting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.definition import HUNDREDTHS, WHOLE_NUMBERS, Field, FieldType
from cdd_desktop.samples.people import citizen_id
from cdd_desktop.ui.entry.editors.attachment import FileEditor
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.choice import BooleanEditor, ChoiceEditor, MultiChoiceEditor
from cdd_desktop.ui.entry.editors.photo import PhotoEditor
from cdd_desktop.ui.entry.editors.surroundings import Surroundings

PLACES = frozenset({FieldType.GEO_TAMBON, FieldType.GEO_AMPHOE, FieldType.GEO_PROVINCE, FieldType.RECORD_REF})
ATTACHED = frozenset({FieldType.PHOTO, FieldType.FILE})
_TEXTS: dict[FieldType, Value] = {
    FieldType.TEXTAREA: "ประชุมแล้วเห็นชอบ\nให้ติดตามผลอีกครั้ง",
    FieldType.DATE: "2017-02-28",
    FieldType.BOOLEAN: True,
    FieldType.CITIZEN_ID: citizen_id(1234),
    FieldType.PHONE: "0812345678",
    FieldType.GPS_POINT: "18.912345,98.965432",
    FieldType.AUTO_CODE: "5007-SG-0031",
}


def sample_answer(field: Field, around: Surroundings) -> Value:
    """A value the field takes; None for a reference to a register without entries."""
    if field.type in PLACES:
        offered = [one.value for one in around.suggestions(field) if one.offered]
        return offered[-1] if offered else None
    if field.type is FieldType.CHOICE:
        return field.options[-1].value
    if field.type is FieldType.MULTI_CHOICE:
        return [one.value for one in field.options[: min(2, field.max_items or 2)]]
    if field.type in ATTACHED:
        return ["ab" * 32]
    if field.type in HUNDREDTHS | WHOLE_NUMBERS:
        usual = {FieldType.YEAR_BE: 2556, FieldType.MOO: 3, FieldType.INTEGER: 4}.get(field.type, 1250)
        if field.type is FieldType.DECIMAL and field.decimals == 0:
            usual = 1200
        return min(max(usual, field.min or 0), field.max if field.max is not None else usual)
    return _TEXTS.get(field.type, "ทดลองพิมพ์")


def shown_in(editor: Editor) -> Value:
    """What a person sees of the answer: the text of a box, what is ticked, or how many are attached."""
    box = editor.first_box()
    if isinstance(editor, MultiChoiceEditor):
        return [key for key, one in editor.boxes.items() if one.isChecked()]
    if isinstance(editor, BooleanEditor):
        return True if editor.yes.isChecked() else False if editor.no.isChecked() else None
    if isinstance(editor, FileEditor):
        return len(editor.files)
    if isinstance(editor, PhotoEditor):
        return len(editor._tiles)
    if isinstance(box, QLineEdit):
        return box.text()
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else None


def typed_text(editor: Editor, value: Value) -> str:
    """The text that means a value: the label of a choice, else the value as it is shown."""
    return editor.box.text_of(str(value)) if isinstance(editor, ChoiceEditor) else editor.text_of(value)


def type_answer(sitting: Sitting, editor: Editor, value: Value) -> None:
    """Put the keyboard into an editor's box, answer with keys alone, and leave it with Tab."""
    box = editor.first_box()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is box, editor.path
    if isinstance(editor, MultiChoiceEditor):
        wanted = value if isinstance(value, list) else []
        for key, one in editor.boxes.items():
            if one.isChecked() != (key in wanted):
                sitting.press(Qt.Key.Key_Space)
            sitting.press(Qt.Key.Key_Right)
    elif isinstance(editor, BooleanEditor):
        if value is False:
            sitting.press(Qt.Key.Key_Right)
        sitting.press(Qt.Key.Key_Space)
    else:
        if isinstance(box, QLineEdit | QPlainTextEdit):
            box.selectAll()
        sitting.keys(typed_text(editor, value))
    if (focus := QApplication.focusWidget()) is not None:
        QTest.keyClick(focus, Qt.Key.Key_Tab)


def attach(sitting: Sitting, editor: Editor, file: Path) -> None:
    """Press the button of a photo or file field with the space bar and choose a file."""
    sitting.answer(file)
    editor.first_box().setFocus(Qt.FocusReason.TabFocusReason)
    sitting.press(Qt.Key.Key_Space)
    sitting.idle()
    sitting.program.desk.messages.recorder = None
