"""The form of one kind of record, made from its definition; it shows a draft and hands every edit to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QWidget

from cdd_desktop.domain.record import Value
from cdd_desktop.forms.definition import Definition, Field
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.ui.entry import spots
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.kinds import make_editor
from cdd_desktop.ui.entry.editors.lines import LineTable
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.entry.field_box import FieldBox, Note
from cdd_desktop.ui.entry.findings import Findings, find_notes
from cdd_desktop.ui.entry.form_grid import FormGrid, columns_for, rows_of_boxes
from cdd_desktop.ui.entry.growth import growth_words
from cdd_desktop.ui.entry.strips import Strips, wanted_strips
from cdd_desktop.ui.theme import theme
from cdd_desktop.ui.widgets import Label


class RecordForm(QWidget):
    """``field_left`` tells that a person has moved on from a box (time to save). Built once for an entity."""

    field_left = Signal()
    box_entered = Signal()

    def __init__(self, definition: Definition, entity_key: str, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "scrolled")
        self.definition = definition
        self.entity = definition.entity(entity_key)
        self.around = around
        self.draft: Draft | None = None
        self.findings = Findings()
        self._touched: set[str] = set()
        self.strict = False
        self._source = ""
        self._arranged: tuple[object, ...] = ()
        self.boxes: dict[str, FieldBox] = {}
        self.tables: dict[str, LineTable] = {}
        self.strips = Strips(self)
        self.strips.typed.connect(self._written)
        self.strips.left.connect(self._left)
        self._typing = False  # inside a box: reasons are asked for when it is left, not at every keystroke
        self._headings: dict[str, Label] = {}
        self._grid = FormGrid()
        self._grid.setContentsMargins(0, 0, theme().px(14), theme().px(8))
        self.setLayout(self._grid)
        self._build()

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_draft(self, draft: Draft, *, strict: bool = False) -> None:
        """Show another record. ``strict`` names what is required at once, not only where a person has been."""
        self.forget_draft()
        self.draft = draft
        self.strict = strict
        draft.changed.connect(self._content_changed)
        draft.stepped.connect(self._went_to_step)
        for key, box in self.boxes.items():
            box.set_previous(self._previous_text(box.editor, draft.sheet.previous.get(key)))
        self._show_all()

    def forget_draft(self) -> None:
        """The draft goes: hear no more of it."""
        if self.draft is not None:
            self.draft.changed.disconnect(self._content_changed)
            self.draft.stepped.disconnect(self._went_to_step)
        self.draft = None
        self._touched.clear()
        self._typing = False

    def show_what_is_missing(self) -> None:
        """From now on say at every box that it is required."""
        self.strict = True
        self._refresh_notes()

    def go_to(self, path: str) -> bool:
        """Put the keyboard into the box of a content path; False when the form shows none."""
        key = path.split("/")[0]
        target = self.boxes[key].editor.first_box() if key in self.boxes and key in self._visible() else None
        table = self.tables.get(key)
        if table is not None and (editor := table.editors.get(path)) is not None:
            target = editor.first_box()
        if target is None:
            return False
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._bring_into_view(target)
        return True

    def spot(self) -> Spot:
        """The box the person is in, its caret and its text; nothing of a box that hides what it holds."""
        path, editor, box = spots.current(self)
        return spots.spot_of(path, editor, box)

    def resume(self, spot: Spot) -> bool:
        """Put the keyboard where it was, with the text and the caret as they were."""
        return spots.resume(self, spot)

    def go_to_first(self) -> None:
        """Put the keyboard where something is to be done: at what a reviewer remarked on, at a mistake, at a warning
        without its reason, else in the first box that can be typed in. A form nothing was typed into yet begins there:
        what its defaults still lack is no mistake of anybody's."""
        begun = self.draft is not None and self.draft.sheet.ref.record_id is not None
        if self.draft is not None and self.draft.editable and begun:
            remarked = [thread.path for thread in self.draft.sheet.comments]
            for path in (*remarked, *self.findings.mistakes, *self.findings.explain):
                box = self.boxes.get(path.split("/")[0])
                if (box is None or box.field.computed is None) and self.go_to(path):
                    return
        visible = self._visible()
        for key, box in self.boxes.items():
            if key in visible and box.field.computed is None and box.editor.first_box() is not box.editor:
                self.go_to(key)
                return

    def _visible(self) -> frozenset[str]:
        if self.draft is None:
            return frozenset()
        hidden = {self.entity.ref} if self.draft.sheet.ref.register_id is not None else set()
        return frozenset(self.draft.evaluation.visible) - hidden

    # --- building ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        for section in self.definition.sections(self.entity.key):
            self._headings[section.key] = Label(self.around.label(section), "section", parent=self)
            for field in section.fields:
                self.boxes[field.key] = self._box(field)
        for line in self.entity.lines:
            self._headings[line.key] = Label(self.around.label(line), "section", parent=self)
            table = LineTable(line, self.around, make_editor, self)
            table.connect_edits(partial(self._edited, line.key), partial(self._left, line.key))
            self.tables[line.key] = table
        for heading in self._headings.values():
            heading.setContentsMargins(0, theme().px(6), 0, theme().px(4))

    def _box(self, field: Field) -> FieldBox:
        editor = make_editor(field, field.key, self.around, self)
        editor.edited.connect(partial(self._edited, field.key))
        editor.left.connect(partial(self._left, field.key))
        editor.grew.connect(self._arrange_anew)
        for box in editor.watched():
            box.installEventFilter(self)
            if field.computed is not None:
                box.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # to copy from, not to stop at
        return FieldBox(field, editor, self)

    def _arrange_anew(self) -> None:
        self._arranged = ()
        if self.draft is not None:
            self.arrange()

    def arrange(self) -> None:
        """Place everything anew when the width, the visible fields or the sentences ask for it."""
        margins = self._grid.contentsMargins()
        width = max(self.width() - margins.left() - margins.right(), theme().px(200))
        columns, visible = columns_for(width), self._visible()
        notes = tuple(key for key, box in self.boxes.items() if box.note is not None)
        wanted = (columns, width, visible, notes, self.strips.places)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        self._grid.begin(columns)
        placed = self._place_sections(columns, visible, width)
        for key, table in self.tables.items():
            self._grid.add_wide(self._headings[key])
            self._grid.add_wide(table)
            placed.add(key)
        for strip in self.strips.below([""]):
            self._grid.add_wide(strip)
        self._grid.finish()
        for key in self.boxes.keys() - visible:
            self.boxes[key].hide()
            self.boxes[key].message.hide()
        for key, heading in self._headings.items():
            heading.setVisible(key in placed)

    def _place_sections(self, columns: int, visible: frozenset[str], width: int) -> set[str]:
        """Place the sections that have something to show; their keys are returned."""
        placed: set[str] = set()
        for section in self.definition.sections(self.entity.key):
            boxes = [self.boxes[field.key] for field in section.fields if field.key in visible]
            if boxes:
                self._grid.add_wide(self._headings[section.key])
                placed.add(section.key)
            for row in rows_of_boxes(boxes, columns):
                keys = {box.field.key for box, _, _ in row}
                self._grid.add_row(row, self.strips.below(keys), width)
        return placed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.arrange()

    # --- following the draft -------------------------------------------------------------------------------------

    def _show_all(self) -> None:
        draft = self.draft
        if draft is None:
            return
        shown = draft.shown()
        for box in self.boxes.values():
            box.editor.show_answer(shown)
            box.editor.set_read_only(not draft.editable or box.field.computed is not None)
        for table in self.tables.values():
            table.show_answer(shown)
            table.set_read_only(not draft.editable)
        self._refresh_notes()

    def _went_to_step(self, paths: frozenset[str]) -> None:
        """Show what an undo has changed."""
        for path in sorted(path.split(":")[-1] for path in paths):
            if self.go_to(path):
                return

    def _content_changed(self, _paths: frozenset[str]) -> None:
        draft = self.draft
        if draft is None:
            return
        anchor = self._anchor()
        shown = draft.shown()
        for key, box in self.boxes.items():
            if key != self._source:
                box.editor.show_answer(shown)
        for table in self.tables.values():
            table.show_answer(shown)
        self._refresh_notes()
        self._hold(anchor)

    def _refresh_notes(self) -> None:
        draft = self.draft
        if draft is None:
            return
        visible = self._visible()
        asked = None if self.strict else self._touched
        busy = self.current_key() if self._typing else ""
        self.findings = find_notes(draft, visible, asked, self.around, busy=busy)
        for key, box in self.boxes.items():
            box.set_required(key in draft.evaluation.required and box.field.computed is None)
            box.set_note(self.findings.notes.get(key) or self._aside(key, draft), tone=self.findings.tones.get(key))
        for table in self.tables.values():
            table.show_messages(self.findings.cells)
        if not self._typing:
            self.strips.want(wanted_strips(draft, self.findings, visible, self.around.words), self.boxes)
            self.strips.show_draft(draft)
        self.arrange()

    def _aside(self, key: str, draft: Draft) -> Note | None:
        """What is said below a box when nothing is wrong: the change since last period, or the help while in it."""
        field = self.boxes[key].field
        text = growth_words(field, draft.evaluation.values.get(key), draft.sheet.previous.get(key), self.around.words)
        if not text and self.boxes[key].editor.has_focus():
            text = self.around.help(field)
        return Note(text) if text else None

    def _previous_text(self, editor: Editor, value: Value) -> str:
        if value is None or isinstance(value, list) or editor.wide or editor.field.mask:
            return ""
        return self.tr("Last: {value}").format(value=editor.text_of(value))

    # --- what a person does --------------------------------------------------------------------------------------

    def _edited(self, key: str, patch: dict[str, Value]) -> None:
        if self.draft is None:
            return
        self._source, self._typing = key, not key.startswith(":")
        self.draft.edit(patch, key)
        self._source = ""
        chosen, box = patch.get(key), self.boxes.get(key)
        if box is not None and box.field.fills and isinstance(chosen, str):
            self.around.refer(box.field, chosen, partial(self._fill, self.draft, (key, chosen, self.draft.step)))

    def _fill(self, draft: Draft, choice: tuple[str, str, int], patch: dict[str, Value]) -> None:
        """What the entry chosen in a box brings along, for boxes that are still empty; undone with the choice."""
        key, chosen, step = choice
        if self.draft is draft and draft.content.get(key) == chosen:
            blank = {path: value for path, value in patch.items() if draft.content.get(path) is None}
            draft.follow(blank, key, step)

    def _written(self, path: str, text: str) -> None:
        self._edited(path, {path: text.strip() or None})

    def _left(self, key: str) -> None:
        if self.draft is None:
            return
        self._touched.add(key)
        self._typing = False
        self.draft.close_step()
        self.field_left.emit()
        self._refresh_notes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._refresh_notes()
            self._bring_into_view(watched)
            self.box_entered.emit()
        elif isinstance(event, QKeyEvent) and _moves_on(event) and isinstance(watched, QLineEdit | QAbstractButton):
            self._typing = False
            self._refresh_notes()  # a reason that is wanted now is the next stop
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def current_key(self) -> str:
        """The field whose box has the keyboard, "" for none."""
        for key, box in self.boxes.items():
            if box.editor.has_focus():
                return key
        return ""

    # --- staying in place ----------------------------------------------------------------------------------------

    def _scroll(self) -> QScrollArea | None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport else None
        return area if isinstance(area, QScrollArea) else None

    def _bring_into_view(self, widget: QWidget) -> None:
        """The box, the head above it and the sentence below it."""
        area = self._scroll()
        if area is None:
            return
        self._grid.activate()
        place = QRect(widget.mapTo(self, QPoint(0, 0)), widget.size()).adjusted(0, -theme().px(44), 0, theme().px(32))
        box = self.boxes.get(self.current_key())
        if box is not None and box.note is not None:
            place = place.united(box.message.geometry())
        for y in (place.bottom(), place.top()):
            area.ensureVisible(place.center().x(), y, 0, 0)

    def _anchor(self) -> tuple[QWidget, int] | None:
        """The box in use and its height in the window, to be held while the form around it changes."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        return focus, focus.mapTo(self, focus.rect().topLeft()).y()

    def _hold(self, anchor: tuple[QWidget, int] | None) -> None:
        area = self._scroll()
        if anchor is None or area is None:
            return
        self._grid.activate()
        focus, before = anchor
        moved = focus.mapTo(self, focus.rect().topLeft()).y() - before
        if moved:
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + moved)


def _moves_on(event: QKeyEvent) -> bool:
    """Enter, and Tab without Shift."""
    plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
    return event.type() == QEvent.Type.KeyPress and plain and event.key() in keys
