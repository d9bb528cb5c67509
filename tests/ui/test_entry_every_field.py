"""Each field of each form has an editor that shows a value, and reads what it shows back as the same value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from entry_office import Sitting, enrolled_office
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_boxes import ATTACHED, attach, sample_answer, shown_in, type_answer, typed_text

from cdd_desktop.clock import FixedClock
from cdd_desktop.domain.record import RAW, Value
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.forms.privacy import mask_citizen_id
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.kinds import make_editor
from cdd_desktop.ui.entry.editors.surroundings import Suggestion, Surroundings

ENTRIES = [Suggestion("id-1", "กลุ่มทอผ้าบ้านหนองหอย", "ม.3"), Suggestion("id-2", "กลุ่มจักสาน", "ม.4")]


class Bench:
    """A window that holds one editor at a time, and remembers the patches it tells."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.patches: list[dict[str, Value]] = []
        self.taken: list[bytes] = []
        around = sitting.entry.panel.around
        self.around: Surroundings = replace(
            around,
            suggestions=lambda field: ENTRIES if field.type is FieldType.RECORD_REF else around.suggestions(field),
            show_photo=lambda _digest, show: show(picture()),
            take_photo=self._take,
            take_file=self._take,
        )
        self.window = QWidget()
        self._column = QVBoxLayout(self.window)
        self._beside = QWidget()
        self._beside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(self._beside)
        self.window.show()
        self.window.activateWindow()

    def put(self, field: Field) -> Editor:
        editor = make_editor(field, field.key, self.around, self.window)
        editor.edited.connect(self.patches.append)
        self.patches.clear()
        self._column.insertWidget(0, editor)
        editor.show()
        self.window.activateWindow()
        QApplication.processEvents()
        return editor

    def take_away(self, editor: Editor) -> None:
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _take(self, _path: str, make: Callable[[], bytes], over: Callable[[Exception | None], None]) -> None:
        self.taken.append(make())
        over(None)


def picture() -> bytes:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6B62"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(buffer.data().data())


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Iterator[Bench]:
    sitting = Sitting(qtbot, enrolled_office(tmp_path, clock))
    bench = Bench(sitting)
    yield bench
    bench.window.close()
    bench.window.deleteLater()
    sitting.end()


def test_every_field_of_every_form_shows_a_value_and_reads_it_back(bench: Bench, tmp_path: Path) -> None:
    catalogue = bench.sitting.workplace.catalogue
    seen: set[FieldType] = set()
    for dataset in catalogue.datasets():
        for entity in catalogue.newest(dataset).all_entities:
            for field in entity.fields:
                seen.add(field.type)
                shows_and_reads(bench, field, tmp_path)
    assert seen >= set(FieldType) - {FieldType.GEO_PROVINCE}


def shows_and_reads(bench: Bench, field: Field, folder: Path) -> None:
    value = sample_answer(field, bench.around)
    assert value is not None, field.key
    shown = bench.put(field)
    shown.show_answer({field.key: value})
    assert shown_in(shown) == appearance(shown, value), field.key
    assert not bench.patches, f"{field.key} told of an edit nobody made"
    bench.take_away(shown)
    if field.type is FieldType.AUTO_CODE:
        return  # given by central, shown and never typed
    empty = bench.put(field)
    empty.show_answer({})
    if field.type in ATTACHED:
        file = folder / "picture.jpg"
        file.write_bytes(picture())
        attach(bench.sitting, empty, file)
        assert bench.taken.pop(), field.key
    else:
        type_answer(bench.sitting, empty, value)
        told = {path: told for patch in bench.patches for path, told in patch.items()}
        assert told == {field.key: value, RAW + field.key: None}, field.key
    bench.take_away(empty)


def appearance(editor: Editor, value: Value) -> Value:
    """What a person sees of a value, each kind by its own rule."""
    if editor.field.type in ATTACHED:
        return 1
    if editor.field.type is FieldType.CITIZEN_ID:
        return mask_citizen_id(str(value))
    if editor.field.type is FieldType.AUTO_CODE:
        return None
    return value if isinstance(value, bool | list) else typed_text(editor, value)
