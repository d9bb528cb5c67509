"""Where a person is in a form, and going back there: box, caret, and the text as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from cdd_desktop.forms.values import Parsed, parse_value
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.identity import CitizenIdEditor

if TYPE_CHECKING:
    from cdd_desktop.ui.entry.record_form import RecordForm


def current(form: RecordForm) -> tuple[str, Editor | None, QWidget | None]:
    """Content path, editor and box that have the keyboard; ("", None, None) when none of the form's has."""
    focus = QApplication.focusWidget()
    if focus is None or not form.isAncestorOf(focus):
        return "", None, None
    editors = [box.editor for box in form.boxes.values()]
    editors += [editor for table in form.tables.values() for editor in table.editors.values()]
    for editor in editors:
        if editor.has_focus():
            return editor.path, editor, focus
    path = next((path for path, strip in form.strips.by_path.items() if strip.box is focus), "")
    return (path, None, focus) if path else ("", None, None)


def spot_of(path: str, editor: Editor | None, box: QWidget | None) -> Spot:
    """A place in words that can be kept. What a masked field holds is left out."""
    hidden = editor is not None and bool(editor.field.mask or isinstance(editor, CitizenIdEditor))
    if isinstance(box, QLineEdit):
        return Spot(path, box.cursorPosition(), "" if hidden else box.text())
    if isinstance(box, QPlainTextEdit):
        return Spot(path, box.textCursor().position(), box.toPlainText())
    return Spot(path)


def resume(form: RecordForm, spot: Spot) -> bool:
    """Go back to a spot; False when the form does not show its box."""
    strip = form.strips.by_path.get(spot.path)
    if strip is not None:
        strip.box.setFocus(Qt.FocusReason.TabFocusReason)
        _put_caret(strip.box, spot.caret)
        return True
    if not form.go_to(spot.path):
        return False
    _, editor, box = current(form)
    if isinstance(editor, CitizenIdEditor):
        editor.reveal.click()  # the number is shown again to go on with, and the audit trail says so
    elif editor is not None and box is not None:
        if spot.open and spot.text:
            _type_text(box, spot.text)
        elif form.draft is not None and spot.text and _means_the_same(form.draft, editor, spot.text):
            _put_text(box, spot.text)
        _put_caret(box, spot.caret)
    return True


def _means_the_same(draft: Draft, editor: Editor, text: str) -> bool:
    """Whether a text is what the record holds, in the way it was typed: sync may have brought another value."""
    if draft.raw(editor.path) == text.strip():
        return True
    answer = parse_value(editor.field, text, today=editor.around.today)
    return isinstance(answer, Parsed) and answer.value == draft.content.get(editor.path)


def _put_text(box: QWidget, text: str) -> None:
    if isinstance(box, QLineEdit):
        box.setText(text)
    elif isinstance(box, QPlainTextEdit) and box.toPlainText() != text:
        box.setPlainText(text)


def _type_text(box: QWidget, text: str) -> None:
    """As if somebody had typed it just now, so that it is judged and saved."""
    if isinstance(box, QLineEdit):
        box.selectAll()
        box.insert(text)
    else:
        _put_text(box, text)


def _put_caret(box: QWidget, caret: int) -> None:
    if caret < 0:
        return
    if isinstance(box, QLineEdit):
        box.deselect()
        box.setCursorPosition(min(caret, len(box.text())))
    elif isinstance(box, QPlainTextEdit):
        cursor: QTextCursor = box.textCursor()
        cursor.setPosition(min(caret, len(box.toPlainText())))
        box.setTextCursor(cursor)
