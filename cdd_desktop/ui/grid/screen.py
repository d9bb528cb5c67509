"""The grid screen: a submission as a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import NotEditable
from cdd_desktop.domain.record import REASON, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.forms.definition import Field, FieldType
from cdd_desktop.ids import DatasetKey, EntityKey, RecordId
from cdd_desktop.operations.read_table import Table, read_table, read_table_rows
from cdd_desktop.operations.refer import read_referable
from cdd_desktop.operations.views import Changes, WorklistItem
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.cells import CellMaker
from cdd_desktop.ui.grid.columns import columns_of
from cdd_desktop.ui.grid.foot import GridFoot
from cdd_desktop.ui.grid.ledger import Ledger
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.reading import Reader, value_patch
from cdd_desktop.ui.grid.saving import GridSaver, SaveState
from cdd_desktop.ui.grid.saying import saying_of
from cdd_desktop.ui.grid.sheet import Sheet
from cdd_desktop.ui.grid.view import GridView
from cdd_desktop.ui.round_words import page_subtitle, propose_words, return_words, why_read_only
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Banner, Card, Label, PageHeader, QuietButton

_QUIET_MS = 350


class GridScreen(Screen):
    """Opens for a ``SubmissionKey``."""

    name = "grid"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.key: SubmissionKey | None = None
        self.table: Table | None = None
        self.sheet: Sheet | None = None
        self.saver: GridSaver | None = None
        self._kind: EntityKey | None = None
        self._locked = ""
        self._news: set[RecordId] = set()
        self._registers: dict[str, tuple[WorklistItem, ...]] = {}
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._read_news)
        self.header = PageHeader()
        self.note = Banner()
        self.note.hide()
        self.keys = Label("", "note", elide=True)
        self.view = GridView(desk.words)
        self.foot = GridFoot()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.form_button = QuietButton(self.tr("Form"))
        self.excel_button = QuietButton("Excel")
        self.propose = QuietButton("")
        self.header.set_actions([self.form_button, self.excel_button, self.propose])
        self.keys.set_text(
            self.tr(
                "Just type over it · Enter down · Tab right · Ctrl+D fills down · Ctrl+V pastes from Excel · "
                "F2 last period · Ctrl+Z back"
            )
        )
        card = Card(flush=True)
        card.body.addWidget(self.view)
        line = QHBoxLayout()
        line.addWidget(self.keys, 1)
        self.layout_.setSpacing(theme().px(8))
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.note)
        self.layout_.addLayout(line)
        self.layout_.addWidget(card, 1)
        self.layout_.addWidget(self.foot)

    def _connect(self) -> None:
        self.form_button.clicked.connect(self._open_form)
        self.excel_button.clicked.connect(self._open_excel)
        self.propose.clicked.connect(self._propose)
        self.view.moved.connect(self._moved)
        self.foot.reasoned.connect(self._reason)
        self.foot.left.connect(self._back_to_table)
        self.foot.retry_asked.connect(self._save)
        for keys, act in (
            ("F2", self._toggle_previous),
            ("Ctrl+E", self.foot.write_reason),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- opening and leaving -------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        key = argument if isinstance(argument, SubmissionKey) else self.key
        if key is None:
            self.desk.open("home")
            return
        if key != self.key:
            self.leave()
            self._kind = None
            self._drop_table()
        self.key = key
        self._read()

    def leave(self) -> None:
        self._close_editor()
        self._save()

    def refresh(self, changes: Changes) -> None:
        if changes.definitions:
            self._read()
        elif self.key is not None and (self.key in changes.submissions or changes.records):
            self._news |= changes.records
            self._quiet.start()

    def _close_editor(self) -> None:
        """Take what is being typed in a cell: giving the keyboard back does that."""
        if self.view.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if self.saver is not None:
            self.saver.flush()

    # --- reading -------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        """Read the table behind what is still being saved: the store lane is serial."""
        workplace, key, kind = self.desk.workplace, self.key, self._kind
        if key is None:
            return
        self.desk.tasks.store(lambda: Ledger(workplace.read(read_table, key, kind)), self._take_table, self.fail)

    def _take_table(self, ledger: Ledger) -> None:
        if ledger.table.submission.key != self.key:
            return
        self._drop_table()
        self.table = ledger.table
        self.sheet = Sheet(ledger, self)
        self.saver = GridSaver(self.sheet, self.desk.workplace, self.desk.tasks)
        self.saver.state_changed.connect(self._show_foot)
        self.sheet.counted.connect(self._show_foot)
        self.sheet.stepped.connect(self._go_to_step)
        self._show_submission()
        self._show_table(ledger)
        self._read_registers(ledger.table)

    def _drop_table(self) -> None:
        """Let the open table go; one that still waits for its saves lives until they are answered."""
        sheet, saver = self.sheet, self.saver
        self.sheet = self.saver = self.table = None
        if sheet is None or saver is None:
            return
        saver.state_changed.disconnect(self._show_foot)
        sheet.counted.disconnect(self._show_foot)
        sheet.stepped.disconnect(self._go_to_step)
        sheet.deleteLater()

    def _read_registers(self, table: Table) -> None:
        refs = {field.ref.split(".")[0] for field in table.entity.fields if field.type is FieldType.RECORD_REF}
        for dataset in refs - {""}:
            self.read(read_referable, DatasetKey(dataset), on_done=partial(self._keep_register, dataset))

    def _keep_register(self, dataset: str, items: tuple[WorklistItem, ...]) -> None:
        self._registers[dataset] = items
        if self.view.grid is not None:
            self.view.grid.maker.name_references({str(item.register_id): item.title for item in items})

    def _entries(self, field: Field) -> tuple[WorklistItem, ...]:
        dataset, _, entity = field.ref.partition(".")
        return tuple(item for item in self._registers.get(dataset, ()) if not entity or item.entity == entity)

    def _read_news(self) -> None:
        """What others have changed; own saves are no news."""
        if self.saver is None or self.key is None or not self.isVisible():
            return
        if self.saver.busy:
            self._quiet.start()
            return
        ids = tuple(self._news - self.saver.made)
        self._news.clear()
        workplace, key = self.desk.workplace, self.key
        self.desk.tasks.store(lambda: workplace.read(read_table_rows, key, ids), self._take_news, self.fail)

    def _take_news(self, rows: object) -> None:
        if self.sheet is not None and isinstance(rows, tuple) and rows:
            self.sheet.renew(rows)

    # --- showing -------------------------------------------------------------------------------------------------

    def _show_submission(self) -> None:
        table = self.table
        if table is None:
            return
        view, words = table.submission, self.desk.words
        self.header.set_title(words.dataset(view.key.dataset), page_subtitle(view, words))
        self.propose.set_text(propose_words(view.state, self.desk))
        self._locked = ""
        if isinstance(table.editable, NotEditable):
            self._locked = why_read_only(table.editable.reason, view, words)
        returned = return_words(view, words)
        self.note.setVisible(bool(self._locked or returned))
        if self._locked:
            self.note.set(self._locked, Tone.INFO)
        elif returned:
            self.note.set(returned, Tone.WARN)

    def _show_table(self, ledger: Ledger) -> None:
        assert self.sheet is not None
        columns = columns_of(ledger.table, self.desk.words)
        maker = CellMaker(ledger, columns, self.desk, locked=bool(self._locked))
        reader = Reader(self.desk, bangkok_day(self.desk.clock.now()), self._entries)
        addable = ledger.table.addable and not self._locked
        model = GridModel(self.sheet, columns, maker, reader, addable=addable, parent=self.sheet)
        model.asked.connect(self._ask)
        model.refused.connect(self._refuse)
        self.view.show_grid(model)
        self._go_to_first(model)
        self._show_foot()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_first(self, model: GridModel) -> None:
        """The first cell that can be typed into, of the first row that is not complete."""
        lines = (line for line, number in enumerate(model.order) if not model.ledger.standing(number).done)
        line = next(lines, 0)
        for column in range(len(model.columns)):
            if model.flags(model.index(line, column)) & Qt.ItemFlag.ItemIsEditable and not model.columns[column].pinned:
                self.view.go_to(line, column)
                return
        self.view.go_to(line, 0)

    def _show_foot(self) -> None:
        table, sheet, saver, words = self.table, self.sheet, self.saver, self.desk.words
        if table is None or sheet is None or saver is None:
            return
        done, wrong, unexplained = sheet.ledger.tally
        expected = table.submission.progress.expected if not table.is_register else 0
        whole = expected or len(sheet.ledger.rows)
        parts = [self.tr("{done} of {all} complete").format(done=done, all=whole)]
        if wrong:
            parts.append(self.tr("{n} to correct").format(n=wrong))
        if unexplained:
            parts.append(self.tr("{n} to explain").format(n=unexplained))
        self.foot.counts.set_text(words.digits(" · ".join(parts)))
        self.foot.show_saved(self._saved_words(saver), failed=saver.state is SaveState.FAILED)

    def _saved_words(self, saver: GridSaver) -> str:
        assert self.table is not None
        now, words = self.desk.clock.now(), self.desk.words
        if saver.state is SaveState.SAVING:
            return self.tr("Saving…")
        if saver.state is SaveState.FAILED and saver.error is not None:
            return self.tr("Not saved: {reason}").format(reason=self.desk.messages.describe(saver.error).sentence)
        at = now if saver.state is SaveState.SAVED else self.table.submission.saved_at
        return self.tr("Saved {when}").format(when=words.format_relative(at, now)) if at is not None else ""

    # --- the current cell ----------------------------------------------------------------------------------------

    def _moved(self) -> None:
        model, view = self.view.grid, self.view
        if model is None or view.current_line < 0:
            return
        self.foot.say(saying_of(model, view.current_line, view.current_column, self.desk, locked=self._locked))

    def _refuse(self, _index: QModelIndex) -> None:
        self._moved()

    def _ask(self, index: QModelIndex, text: str, options: tuple[Value, ...]) -> None:
        """A text that could mean several things: a small list at the cell, never a guess."""
        model = self.view.grid
        assert model is not None
        column = model.columns[index.column()]
        menu = QMenu(self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.tr("{text} means").format(text=text))
        for option in options:
            action = menu.addAction(model.maker.shown(column, option))
            action.triggered.connect(partial(self._answer, index.row(), index.column(), option))
        menu.popup(self.view.cell_place(index))
        menu.setActiveAction(menu.actions()[1])

    def _answer(self, line: int, column: int, value: Value) -> None:
        model = self.view.grid
        if model is not None:
            model.put({line: dict(value_patch(model.columns[column], value))})
            self._moved()

    def _reason(self, rule: str, reason: str) -> None:
        model = self.view.grid
        if model is not None and self.view.current_line >= 0:
            model.put({self.view.current_line: {REASON + rule: reason or None}})
            self._moved()

    def _back_to_table(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_step(self, number: int, path: str) -> None:
        """After an undo or redo: to the cell it has touched."""
        model = self.view.grid
        if model is None:
            return
        line = model.line_of(number)
        key = path.split(":")[-1].split("/")[0]
        column = next((n for n, one in enumerate(model.columns) if one.key == key), self.view.current_column)
        if line is not None:
            self.view.go_to(line, column)

    # --- what keys and buttons do --------------------------------------------------------------------------------

    def _toggle_previous(self) -> None:
        self.view.show_previous(shown=not self.view.previous_shown)

    def _undo(self) -> None:
        if self.sheet is not None:
            self.sheet.undo()

    def _redo(self) -> None:
        if self.sheet is not None:
            self.sheet.redo()

    def _open_form(self) -> None:
        self.desk.open("entry", self.key)

    def _open_excel(self) -> None:
        self.desk.open("importing", self.key)

    def _propose(self) -> None:
        self.desk.open("certify", self.key)
