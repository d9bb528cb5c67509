"""The grid screen: a submission as a table."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QMenu, QWidget

from cdd_desktop.clock import bangkok_day
from cdd_desktop.domain.period import NotEditable
from cdd_desktop.domain.record import REASON, Value
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.ids import EntityKey, RecordId
from cdd_desktop.operations.read_table import Table, read_table, read_table_rows
from cdd_desktop.operations.views import Changes
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.grid.arranging import Arranger
from cdd_desktop.ui.grid.blocks import Blocks
from cdd_desktop.ui.grid.cells import CellMaker
from cdd_desktop.ui.grid.columns import columns_of
from cdd_desktop.ui.grid.foot import GridFoot
from cdd_desktop.ui.grid.ledger import Ledger
from cdd_desktop.ui.grid.model import GridModel
from cdd_desktop.ui.grid.reading import Reader, value_patch
from cdd_desktop.ui.grid.saving import GridSaver, SaveState
from cdd_desktop.ui.grid.saying import saved_words, saying_of
from cdd_desktop.ui.grid.sheet import Sheet
from cdd_desktop.ui.grid.stock import Stock
from cdd_desktop.ui.grid.twins import TwinWay
from cdd_desktop.ui.grid.view import GridView
from cdd_desktop.ui.round_words import page_subtitle, propose_words, return_words, why_read_only
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.way_button import way_buttons
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
        self._news: Counter[RecordId] = Counter()
        self._stale = False  # the table was read anew while a cell was open
        self.stock = Stock(self)
        self.stock.named.connect(self._name_references)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._read_news)
        self.header = PageHeader()
        self.note = Banner()
        self.note.hide()
        self.keys = Label("", "note", wrap=True)
        self.view = GridView(desk.words)
        self.foot = GridFoot()
        self.blocks = Blocks(self.view, desk, self)
        self.filter = QLineEdit()
        self.arranger = Arranger(self.view, self.filter, self.foot)
        self._left_behind: list[tuple[Sheet, GridSaver]] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        self.propose = QuietButton("")
        self.heads_down = QCheckBox(self.tr("Enter to the next blank (F7)"))
        self.heads_down.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header.set_actions([*way_buttons(self, "entry", "importing"), self.propose])
        self.keys.set_text(
            self.tr(
                "Just type over it · Enter down · Tab right · Ctrl+D fills down · Ctrl+V pastes from Excel · "
                "F2 last period · Ctrl+Z back"
            )
        )
        self.filter.setPlaceholderText(self.tr("Filter rows (Ctrl+F)"))
        self.filter.setAccessibleName(self.tr("Filter rows (Ctrl+F)"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(theme().px(210))
        card = Card(flush=True)
        card.body.addWidget(self.view)
        line = QHBoxLayout()
        line.addWidget(self.keys, 1)
        line.addWidget(self.heads_down)
        line.addWidget(self.filter)
        self.layout_.setSpacing(theme().px(8))
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.note)
        self.layout_.addLayout(line)
        self.layout_.addWidget(card, 1)
        self.layout_.addWidget(self.foot)

    def _connect(self) -> None:
        self.propose.clicked.connect(self._propose)
        self.view.moved.connect(self._moved)
        self.twins = TwinWay(self.desk, self.view, self.foot, self.leave)
        for delegate in self.view.delegates:
            delegate.typing.connect(self._note_typing)
            delegate.closeEditor.connect(self._note_typing)
        self.foot.reasoned.connect(self._reason)
        self.foot.left.connect(self._back_to_table)
        self.foot.retry_asked.connect(self._save)
        self.foot.problem_asked.connect(self._go_to_problem)
        self.view.sort_asked.connect(self.arranger.sort)
        self.filter.textChanged.connect(self.arranger.arrange)
        self.filter.returnPressed.connect(self._back_to_table)
        self.heads_down.toggled.connect(self._go_heads_down)
        self._connect_keys()

    def _connect_keys(self) -> None:
        for keys, act in (
            ("F2", self._toggle_previous),
            ("F7", self.heads_down.toggle),
            ("F8", self._go_to_problem),
            ("F9", self._sort_here),
            ("Ctrl+F", self.arranger.search),
            ("Ctrl+E", self.foot.write_reason),
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        for keys, deed in (
            ("Ctrl+C", self.blocks.copy),
            ("Ctrl+X", self.blocks.cut),
            ("Ctrl+V", self.blocks.paste),
            ("Ctrl+D", self.blocks.fill_down),
            ("Ctrl+F7", self.blocks.not_received),
            ("Del", self.blocks.clear),
            ("Backspace", self.blocks.clear),
            ("Esc", self.arranger.back),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)
            shortcut.activated.connect(self._moved)

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
            self._news.update(changes.records)
            self._quiet.start()

    def _cell_open(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and focus is not self.view and self.view.isAncestorOf(focus)

    def _close_editor(self) -> None:
        """Take what is being typed in a cell: giving the keyboard back does that."""
        if self._cell_open():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_typing(self) -> None:
        if self.saver is not None:
            self.saver.note_typing()

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
        again = self.sheet is not None
        self._stale = again and self._cell_open()
        if self._stale:
            self._quiet.start()
            return
        self._drop_table()
        sheet = Sheet(ledger, self)
        saver = GridSaver(sheet, self.desk.workplace, self.desk.tasks, self.view.here)
        self._show_sheet(sheet, saver, again=again)
        self.stock.read(ledger.table.entity)

    def _show_sheet(self, sheet: Sheet, saver: GridSaver, *, again: bool = False) -> None:
        self.table, self.sheet, self.saver = sheet.ledger.table, sheet, saver
        saver.state_changed.connect(self._show_foot)
        sheet.counted.connect(self._show_foot)
        sheet.stepped.connect(self._go_to_step)
        self._show_submission()
        self._show_table(sheet.ledger, again=again)

    def _drop_table(self) -> None:
        """Let the open table go; one that still waits for its saves lives until they are answered."""
        sheet, saver = self.sheet, self.saver
        self.sheet = self.saver = self.table = None
        if sheet is None or saver is None:
            return
        saver.state_changed.disconnect(self._show_foot)
        sheet.counted.disconnect(self._show_foot)
        sheet.stepped.disconnect(self._go_to_step)
        if saver.busy:
            self._left_behind.append((sheet, saver))
            saver.state_changed.connect(self._look_behind)
        else:
            sheet.deleteLater()

    def _look_behind(self) -> None:
        """Tables that were left while their last save was on its way; one that was not saved comes back."""
        for sheet, saver in list(self._left_behind):
            failed = saver.state is SaveState.FAILED
            if failed or not saver.busy:
                self._left_behind.remove((sheet, saver))
                saver.state_changed.disconnect(self._look_behind)
            if failed and saver.error is not None:
                self._drop_table()
                self.key = sheet.ledger.table.submission.key
                self._show_sheet(sheet, saver)
                self.fail(saver.error)
            elif not saver.busy:
                sheet.deleteLater()

    def _name_references(self, titles: dict[str, str]) -> None:
        if self.view.grid is not None:
            self.view.grid.maker.name_references(titles)

    def _read_news(self) -> None:
        """What others have changed; own saves are no news."""
        if self.saver is None or self.key is None or not self.isVisible():
            return
        if self.saver.busy or self._cell_open():
            self._quiet.start()
            return
        if self._stale:
            self._read()
            return
        ids = tuple(self._news - self.saver.told)
        self._news.clear()
        self.saver.told.clear()
        if ids:
            workplace, key = self.desk.workplace, self.key
            self.desk.tasks.store(lambda: workplace.read(read_table_rows, key, ids), self._take_news, self.fail)

    def _take_news(self, rows: object) -> None:
        if self.sheet is None or not isinstance(rows, tuple):
            return
        if any(self.sheet.ledger.number_of(row) is None for row in rows):
            self._read()
        else:
            self.sheet.renew(rows)

    # --- showing -------------------------------------------------------------------------------------------------

    def _show_submission(self) -> None:
        table = self.table
        if table is None:
            return
        view, words = table.submission, self.desk.words
        self.header.set_title(words.dataset(view.key.dataset), page_subtitle(view, words))
        self.propose.set_text(propose_words(view, self.desk))
        self._locked = ""
        if isinstance(table.editable, NotEditable):
            self._locked = why_read_only(table.editable.reason, view, words)
        sentence = self._locked or return_words(view, words)
        self.note.setVisible(bool(sentence))
        if sentence:
            self.note.set(sentence, Tone.INFO if self._locked else Tone.WARN)

    def _show_table(self, ledger: Ledger, *, again: bool) -> None:
        assert self.sheet is not None
        columns = columns_of(ledger.table, self.desk.words)
        maker = CellMaker(ledger, columns, self.desk, locked=bool(self._locked))
        reader = Reader(self.desk, bangkok_day(self.desk.clock.now()), self.stock)
        addable = ledger.table.addable and not self._locked
        model = GridModel(self.sheet, columns, maker, reader, addable=addable, parent=self.sheet)
        model.asked.connect(self._ask)
        model.refused.connect(self._moved)
        self.arranger.take(model, again=again)
        self._show_foot()

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
        self.foot.show_saved(saved_words(saver, table.submission, self.desk), failed=saver.state is SaveState.FAILED)

    # --- the current cell ----------------------------------------------------------------------------------------

    def _moved(self, _index: object = None) -> None:
        model, view = self.view.grid, self.view
        if model is None or view.current_line < 0:
            return
        self.foot.say(saying_of(model, view.current_line, view.current_column, self.desk, locked=self._locked))

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

    def _sort_here(self) -> None:
        if self.view.current_column >= 0:
            self.arranger.sort(self.view.current_column)

    def _toggle_previous(self) -> None:
        self.view.show_previous(shown=not self.view.previous_shown)

    def _go_heads_down(self, on: bool) -> None:
        self.view.steps.to_next_blank = on

    def _go_to_problem(self) -> None:
        if self.view.grid is not None:
            self.view.steps.go_to_problem()
        self._back_to_table()

    def _undo(self) -> None:
        if self.sheet is not None:
            self.sheet.undo()

    def _redo(self) -> None:
        if self.sheet is not None:
            self.sheet.redo()

    def _propose(self) -> None:
        self.desk.open("certify", self.key)
