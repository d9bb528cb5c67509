"""Every form of all eleven datasets: typed by keyboard, saved by itself, closed, and there again the next day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from demo_day import DEMO_NOW
from entry_office import Office, Sitting, enrolled_office, key_of
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot
from store_office import Filler
from typing_boxes import ATTACHED, attach, sample_answer, shown_in, type_answer

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import RAW, Content, EntityKind, Value
from cdd_desktop.domain.unit import UnitLevel
from cdd_desktop.forms.catalogue import load_catalogue
from cdd_desktop.forms.definition import Entity, FieldType
from cdd_desktop.ids import RecordId
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.views import EntryRef
from cdd_desktop.paths import profile
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.lines import LineTable
from cdd_desktop.ui.entry_target import EntryTarget

ROWS = 2  # of a table inside a record are typed


def forms() -> list[tuple[str, str, str]]:
    """Dataset, kind of record, and the office that enters it."""
    catalogue = load_catalogue()
    return [
        (dataset, entity.key, "5007" if UnitLevel.DISTRICT in entity.levels else "50")
        for dataset in catalogue.datasets()
        for entity in catalogue.newest(dataset).entities
    ]


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A district and a province, each with entries in its registers."""
    made = {}
    for unit in ("5007", "50"):
        made[unit] = tmp_path_factory.mktemp(f"office{unit}")
        workplace = enrolled_office(made[unit], FixedClock(DEMO_NOW), unit=unit).work_as()
        Filler(workplace).registers()
        workplace.close()
    return made


def test_all_eleven_datasets_are_typed() -> None:
    assert len({dataset for dataset, _, _ in forms()}) == 11


@pytest.mark.parametrize(("dataset", "entity", "unit"), forms(), ids=lambda part: str(part))
def test_typed_closed_and_found_again(
    qtbot: QtBot, templates: dict[str, Path], tmp_path: Path, clock: FixedClock, dataset: str, entity: str, unit: str
) -> None:
    shutil.copytree(templates[unit], tmp_path / "data")
    office = Office(profile("test", tmp_path / "data"), clock)
    sitting = Sitting(qtbot, office)
    open_form(sitting, dataset, entity, unit)
    form = sitting.entry.panel.form
    assert form is not None
    assert form.entity.key == entity
    typed = type_fields(sitting, tmp_path) | type_tables(sitting)
    draft = sitting.entry.draft
    assert draft is not None
    kinds = {form.boxes[path].field.type for path in typed if path in form.boxes}
    assert len(kinds) >= 2
    key = draft.sheet.ref.key
    sitting.idle()
    ref = sitting.entry.autosave.ref
    sitting.end()

    again = Sitting(qtbot, office)
    assert ref.record_id is not None
    again.open(EntryTarget(key, EntryRef(ref.entity, key, RecordId(ref.record_id))))
    content = again.workplace.read(read_entry, again.entry.autosave.ref).record.content
    assert {path: content.get(path) for path in typed} == typed
    assert not [path for path in content if path.startswith(RAW)]
    for box in again.entry.panel.form.boxes.values():
        if box.field.type in ATTACHED and box.isVisible():
            assert len(content[box.field.key]) == shown_in(box.editor) == 1
    for path in typed:
        assert shown_in(editor_at(again, path)) == shown_for(editor_at(again, path), content, path), path
    again.end()


def open_form(sitting: Sitting, dataset: str, entity: str, unit: str) -> None:
    """The first thing to enter of a kind, or a new one."""
    window = next(one for one in sitting.workplace.calendar.windows(2561) if one.dataset == dataset)
    sitting.open(key_of(dataset, window.period, unit))
    worklist = sitting.entry.worklist
    kind = sitting.workplace.catalogue.newest(dataset).entity(entity).kind
    item = next((one for one in worklist.items if one.entity == entity), None)
    if item is None or kind is EntityKind.REGISTER:
        sitting.entry.add(entity)
    else:
        sitting.entry.open_item(item)
    sitting.idle()


def editor_at(sitting: Sitting, path: str) -> Editor:
    form = sitting.entry.panel.form
    assert form is not None
    if "/" not in path:
        return form.boxes[path].editor
    return form.tables[path.split("/")[0]].editors[path]


def type_fields(sitting: Sitting, folder: Path) -> dict[str, Value]:
    """Answer every box that shows itself, from the top; what was typed by content path."""
    form, draft = sitting.entry.panel.form, sitting.entry.draft
    assert form is not None
    assert draft is not None
    assert draft.editable
    typed: dict[str, Value] = {}
    for path, box in form.boxes.items():
        field = box.field
        if path not in form._visible() or field.computed is not None or field.type is FieldType.AUTO_CODE:
            continue
        value = sample_answer(field, form.around)
        if field.type in ATTACHED:
            attach(sitting, box.editor, picture(folder))
            continue
        if value is None:
            continue
        type_answer(sitting, box.editor, value)
        typed[path] = value
    return {path: value for path, value in typed.items() if path in form._visible()}


def type_tables(sitting: Sitting) -> dict[str, Value]:
    form = sitting.entry.panel.form
    assert form is not None
    typed: dict[str, Value] = {}
    for key, table in form.tables.items():
        for row in rows_to_type(sitting, table):
            for field in table._columns():
                value = sample_answer(field, form.around)
                path = f"{key}/{row}/{field.key}"
                if field.computed is None and value is not None:
                    type_answer(sitting, table.editors[path], value)
                    typed[path] = value
    return typed


def rows_to_type(sitting: Sitting, table: LineTable) -> list[str]:
    """Two fixed rows, or two rows added with the space bar."""
    entity: Entity = table.entity
    if not entity.fixed_rows:
        for _ in range(ROWS):
            table.add.setFocus(Qt.FocusReason.TabFocusReason)
            sitting.press(Qt.Key.Key_Space)
    rows = [path.split("/")[1] for path in table.editors]
    return list(dict.fromkeys(rows))[:ROWS]


def picture(folder: Path) -> Path:
    file = folder / "picture.jpg"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6B62"))
    assert image.save(str(file), "JPEG")
    return file


def shown_for(editor: Editor, content: Content, path: str) -> Value:
    """What a value looks like on a form that has just been opened."""
    value = content[path]
    if isinstance(value, bool | list):
        return value
    if editor.field.type is FieldType.CITIZEN_ID:
        return f"X-XXXX-XXXXX-{str(value)[10:12]}-{str(value)[12]}"
    return editor.box.text_of(str(value)) if hasattr(editor, "offered") else editor.text_of(value)
