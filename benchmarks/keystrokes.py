"""Claim: the September round of a large district's leaders takes at most a tenth of the key presses of blank entry.

Drives the real window by keys alone: 300 leaders of last year, every tenth with a new telephone number. Compared with
typing the same leaders into empty forms (counted for some of them and scaled). A key held with Ctrl counts as two.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import measure

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import data
import office
import window
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from cdd_desktop.clock import BANGKOK, FixedClock
from cdd_desktop.domain.record import MARK, MarkState, Record, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import DatasetKey, PeriodId
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.sign_in import sign_in
from cdd_desktop.operations.views import ItemStatus, WorklistItem
from cdd_desktop.operations.workplace import Workplace
from cdd_desktop.ui.entry.editors.base import Editor
from cdd_desktop.ui.entry.editors.choice import BooleanEditor, ChoiceEditor, MultiChoiceEditor
from cdd_desktop.ui.entry.screen import EntryScreen
from cdd_desktop.ui.program import Program
from cdd_desktop.ui.worklist.model import ROW, WorklistRow

SEPTEMBER = datetime(2018, 9, 10, 9, 0, tzinfo=BANGKOK)
LAST, NOW = PeriodId("2560-r1"), PeriodId("2561-r1")
EVERY = 10  # one leader in ten has changed
TYPED = 15  # leaders typed into empty forms; the rest is scaled
PHONE = "phone"
PLAIN, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Presses keys in the window of a program and counts them."""

    def __init__(self, app: QApplication, program: Program) -> None:
        self.app, self.program = app, program
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.count += 1 if modifier == PLAIN else 2
        self._send(key, modifier, "")

    def write(self, text: str) -> None:
        for letter in text:
            self.count += 1
            self._send(Qt.Key(0), PLAIN, letter)

    def settle(self) -> None:
        self.program.tasks.wait_until_idle(60)
        self.app.processEvents()

    def _send(self, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str) -> None:
        target = QApplication.focusWidget() or self.program.window
        if key != Qt.Key(0):  # a shortcut of the window comes before the box
            QTest.keyClick(target, key, modifier)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text))


def screen_of(program: Program) -> EntryScreen:
    screen = program.window.screen_named("entry")
    assert isinstance(screen, EntryScreen)
    return screen


def go_through_the_round(keys: Keyboard, changed: list[str]) -> None:
    """Each changed leader is found by name and mended; what has not changed is confirmed at once."""
    screen = screen_of(keys.program)
    for number, record_id in enumerate(changed):
        keys.press(Qt.Key.Key_F, CONTROL)
        search(keys, screen, record_id)
        keys.press(Qt.Key.Key_Return)
        keys.settle()
        assert screen.draft is not None
        assert screen.draft.sheet.record.id == record_id
        form = screen.panel.form
        assert form is not None
        while form.current_key() != PHONE:
            keys.press(Qt.Key.Key_Tab)
        keys.write(f"08111{number:05d}")
        keys.press(Qt.Key.Key_F8)
        keys.settle()
    keys.press(Qt.Key.Key_F, CONTROL)
    keys.press(Qt.Key.Key_Delete)
    keys.program.desk.messages.recorder = lambda _shown: True
    keys.press(Qt.Key.Key_F8, CONTROL)
    keys.count += 1  # Enter at the question
    keys.settle()


def search(keys: Keyboard, screen: EntryScreen, record_id: str) -> None:
    """Type a leader's name until the first line of the list is the one."""
    row = next(row for row in screen.list.model.rows if row.item.record_id == record_id)
    for letter in row.title.split("  ")[0] + "  " + row.title.rpartition(" ")[2]:
        first = first_shown(screen)
        if first is not None and first.record_id == record_id:
            return
        keys.write(letter)
    raise SystemExit(f"{row.title} is not found by its name")


def first_shown(screen: EntryScreen) -> WorklistItem | None:
    row = screen.list.shown.index(0, 0).data(ROW)
    return row.item if isinstance(row, WorklistRow) else None


def type_blank(keys: Keyboard, records: tuple[Record, ...]) -> None:
    """The same leaders typed into empty forms, with type-ahead and the shortest spelling of everything."""
    screen = screen_of(keys.program)
    for record in records:
        screen.add("leader")
        keys.count += 1  # the button
        keys.settle()
        form = screen.panel.form
        assert form is not None
        for path, box in form.boxes.items():
            if not box.isVisible() or box.field.computed is not None:
                continue
            if path in record.content:
                box.editor.first_box().setFocus(Qt.FocusReason.TabFocusReason)
                answer(keys, box.editor, record.content[path])
            keys.press(Qt.Key.Key_Tab)
        keys.press(Qt.Key.Key_F8)
        keys.settle()


def answer(keys: Keyboard, editor: Editor, value: Value) -> None:
    box = editor.first_box()
    if isinstance(editor, MultiChoiceEditor):
        wanted = value if isinstance(value, list) else []
        last = max((list(editor.boxes).index(one) for one in wanted), default=-1)
        for place, one in enumerate(list(editor.boxes)[: last + 1]):
            if one in wanted:
                keys.press(Qt.Key.Key_Space)
            if place < last:
                keys.press(Qt.Key.Key_Right)
    elif isinstance(editor, BooleanEditor):
        keys.press(Qt.Key.Key_Space)
    elif isinstance(editor, ChoiceEditor):
        text = editor.box.text_of(str(value))
        for length in range(1, len(text) + 1):
            meant = editor.box.suggestion_for(text[:length])
            if meant is not None and meant.value == value:
                break
        keys.write(text[:length])
    elif isinstance(box, QLineEdit | QPlainTextEdit):
        box.selectAll()
        keys.write(editor.text_of(value))


def confirmed_last_year(record: Record) -> Record:
    return replace(record, content={**record.content, f"{MARK}{LAST}": MarkState.CONFIRMED.value})


def open_round(app: QApplication, workplace: Workplace) -> Keyboard:
    program = window.begin_program(app, workplace, FixedClock(SEPTEMBER))
    keys = Keyboard(app, program)
    program.desk.open("entry", SubmissionKey(workplace.unit.code, DatasetKey("leader"), NOW))
    keys.settle()
    return keys


def measure_presses(app: QApplication, folder: Path) -> tuple[int, float, int]:
    """Key presses of the round, of blank entry (scaled to as many leaders), and how many leaders there are."""
    unit = data.large_district()
    made = data.office(unit, data.LARGE).register("leader")
    begun = office.new_office(folder, unit.code)
    begun.close()
    password = (folder / "password").read_text()
    workplace = sign_in(begun.profile, office.PERSON, password, clock=FixedClock(SEPTEMBER))
    office.load(workplace, map(confirmed_last_year, made))
    keys = open_round(app, workplace)
    key = SubmissionKey(workplace.unit.code, DatasetKey("leader"), NOW)
    due = [item for item in workplace.read(read_worklist, key).items if item.status is ItemStatus.TODO]
    assert len(due) == len(made), "every leader of last year stands in the list"
    go_through_the_round(keys, [str(item.record_id) for item in due[EVERY - 1 :: EVERY]])
    counted = [item.status for item in workplace.read(read_worklist, key).items]
    assert counted.count(ItemStatus.CHANGED) == len(made) // EVERY, counted.count(ItemStatus.CHANGED)
    assert counted.count(ItemStatus.CONFIRMED) == len(made) - len(made) // EVERY, counted.count(ItemStatus.CONFIRMED)
    round_presses, keys.count = keys.count, 0
    type_blank(keys, made[:TYPED])
    blank = keys.count / TYPED * len(made)
    keys.program.end()
    return round_presses, blank, len(made)


def main() -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        presses, blank, count = measure_presses(app, Path(folder))
    unchanged = count - count // EVERY
    measure.report(
        f"September's {count} leaders, one in {EVERY} changed, by keyboard alone",
        f"{presses:,} key presses with one confirmation of all unchanged"
        f" ({presses + unchanged - 3:,} when each is confirmed by its own F8)",
        f"{blank:,.0f} key presses for blank entry ({blank / count:.0f} a leader; {TYPED} typed, scaled)",
        f"at most a tenth; here {presses / blank:.1%}, and {(presses + unchanged - 3) / blank:.1%} one by one",
        met=presses + unchanged - 3 <= blank / 10,
    )


if __name__ == "__main__":
    main()
