"""Excel in the window: a template to fill in, a workbook read in with a preview, and workbooks written out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from cdd_desktop.domain.issue import Issue, IssueLevel
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.errors import RefusedError
from cdd_desktop.exchange.plan import Fault, ImportPlan, RowState
from cdd_desktop.exchange.refused import write_refused
from cdd_desktop.operations.import_workbook import Imported, ImportOrder, prepare_import, run_import
from cdd_desktop.operations.make_workbook import MadeWorkbook, export_published, export_return, make_template
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.importing.column_choice import ColumnChoice
from cdd_desktop.ui.importing.job import Hearing
from cdd_desktop.ui.importing.preview import PreviewModel, state_word
from cdd_desktop.ui.issue_words import say
from cdd_desktop.ui.messages import Question
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import (
    Banner,
    Card,
    Label,
    PageHeader,
    PrimaryButton,
    Progress,
    QuietButton,
    ScrollColumn,
    SegmentBar,
)

_PATTERN = "Excel (*.xlsx)"


class ImportingScreen(Screen):
    """Opens for a ``SubmissionKey``. First the three ways; a chosen workbook shows its preview before a row is
    written."""

    name = "importing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.key: SubmissionKey | None = None
        self.order: ImportOrder | None = None
        self.plan: ImportPlan | None = None
        self._hearing: Hearing | None = None
        self.header = PageHeader()
        self.form = QuietButton(self.tr("Form"), "entry")
        self.form.clicked.connect(self._to_form)
        self.header.set_actions([self.form])
        self.banner = Banner()
        self.banner.hide()
        self._make_ways()
        self._make_working()
        self._make_preview()
        self.columns: list[ColumnChoice] = []
        self.column = ScrollColumn(self)
        self.choices = QVBoxLayout()
        for widget in (self.banner, self.ways, self.working):
            self.column.body.addWidget(widget)
        self.column.body.addLayout(self.choices)
        self.column.body.addWidget(self.preview)
        self.column.body.addStretch(1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.column, 1)

    def open(self, argument: object = None) -> None:
        if isinstance(argument, SubmissionKey):
            self.key = argument
        if self.key is None:
            self.desk.open("home")
            return
        words = self.desk.words
        window = self.desk.workplace.calendar.window(self.key.dataset, self.key.period)
        self.header.set_title(self.tr("Excel"), f"{words.dataset(self.key.dataset)} · {words.period(window)}")
        self._begin()

    def leave(self) -> None:
        if self._hearing is not None:
            self._hearing.stop()

    # --- the parts of the page ---------------------------------------------------------------------------------------

    def _make_ways(self) -> None:
        self.ways = QWidget()
        column = QVBoxLayout(self.ways)
        column.setContentsMargins(0, 0, 0, 0)
        self.template = PrimaryButton(self.tr("Make a template"), "file")
        self.choose = QuietButton(self.tr("Choose a workbook"), "receive")
        self.give_back = QuietButton(self.tr("For return"), "lock")
        self.publish = QuietButton(self.tr("For publishing"), "eye")
        self.template.clicked.connect(self._ask_template)
        self.choose.clicked.connect(self._ask_workbook)
        self.give_back.clicked.connect(self._ask_return)
        self.publish.clicked.connect(self._ask_publish)
        ways = (
            (self.tr("1. Fill in with Excel"),
             self.tr("A workbook with lists to choose from, notes, and last period's register filled in."),
             (self.template,)),
            (self.tr("2. Read a workbook in"),
             self.tr("The template, or any sheet with headings. You see what will happen before anything is written."),
             (self.choose,)),
            (self.tr("3. Write out to Excel"),
             self.tr("For return: complete, with citizen IDs, audited. For publishing: masked, cannot be read back."),
             (self.give_back, self.publish)),
        )  # fmt: skip
        for title, sentence, buttons in ways:
            card = Card(title, " ")
            card.body.addWidget(Label(sentence, wrap=True))
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            card.body.addLayout(row)
            column.addWidget(card)

    def _make_working(self) -> None:
        self.working = Card()
        self.step = Label("", "strong", wrap=True)
        self.progress = Progress()
        self.cancel = QuietButton(self.tr("Stop"), "close")
        self.cancel.clicked.connect(self.leave)
        for widget in (self.step, self.progress):
            self.working.body.addWidget(widget)
        self.working.body.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        self.working.hide()

    def _make_preview(self) -> None:
        self.preview = Card()
        self.filter = SegmentBar([("", self.tr("All"))], "")
        self._bar = QHBoxLayout()
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Rows of the workbook"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setMinimumHeight(theme().px(300))
        self.table.verticalHeader().hide()
        self.model = PreviewModel(self._say, self._label)
        self.table.setModel(self.model)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        self.write = PrimaryButton(self.tr("Write"), "check")
        self.other = QuietButton(self.tr("Another workbook"), "undo")
        self.refused = QuietButton(self.tr("Save refused rows"), "file")
        self.write.clicked.connect(self._write)
        self.other.clicked.connect(self._begin)
        self.refused.clicked.connect(self._ask_refused)
        row = QHBoxLayout()
        for button in (self.write, self.refused, self.other):
            row.addWidget(button)
        row.addStretch(1)
        self.preview.body.addLayout(self._bar)
        self.preview.body.addWidget(self.table, 1)
        self.preview.body.addLayout(row)
        self.preview.hide()

    # --- three ways --------------------------------------------------------------------------------------------------

    @Slot()
    def _begin(self) -> None:
        self.order, self.plan = None, None
        self._clear_columns()
        for part in (self.banner, self.working, self.preview):
            part.hide()
        self.ways.show()

    @Slot()
    def _ask_template(self) -> None:
        self._save_as(self.tr("Template"), "", partial(self._make, make_template))

    @Slot()
    def _ask_publish(self) -> None:
        self._save_as(self.tr("For publishing"), self.tr("published"), partial(self._make, export_published))

    @Slot()
    def _ask_return(self) -> None:
        question = Question(
            self.tr("Export for return"),
            self.tr("The workbook will hold citizen IDs in full. Say why; it is written into the audit trail."),
            yes=self.tr("Export"),
            no=self.tr("Cancel"),
            tone=Tone.WARN,
            asks_reason=True,
        )
        reason = self.desk.messages.ask_reason(self, question)
        if reason:
            self._save_as(self.tr("For return"), self.tr("return"), partial(self._make, export_return, reason))

    def _save_as(self, title: str, kind: str, make: Callable[[Path], None]) -> None:
        assert self.key is not None
        name = "-".join(part for part in (self.key.dataset, self.key.period, self.key.unit, kind) if part)
        path = self.desk.messages.choose_new_file(self, title, _PATTERN, f"{name}.xlsx")
        if path is not None:
            make(path if path.suffix else path.with_suffix(".xlsx"))

    def _make(self, operation: Callable[..., MadeWorkbook], *arguments: Any) -> None:
        *more, path = arguments
        hearing = self._work(self.tr("Writing the workbook…"))
        self.do(operation, self.key, path, *more, hearing.rows, on_done=self._made, on_failed=self._failed)

    def _made(self, made: MadeWorkbook) -> None:
        self._rest()
        text = self.tr("Written: {file} ({n} entries)").format(file=made.path.name, n=f"{made.entries:,}")
        self._tell(text, Tone.OK)
        self.ways.show()

    @Slot()
    def _ask_workbook(self) -> None:
        path = self.desk.messages.choose_file(self, self.tr("Choose a workbook"), _PATTERN)
        if path is not None:
            self.take(path)

    # --- preview and writing -----------------------------------------------------------------------------------------

    def take(self, path: Path) -> None:
        """Reads a workbook and shows what would happen."""
        self._work(self.tr("Reading the workbook…"))
        self.read(prepare_import, self.key, path, on_done=self._prepared, on_failed=self._failed)

    def _prepared(self, order: ImportOrder) -> None:
        self.order = order
        self._clear_columns()
        layouts = {layout.key: layout for layout in order.layouts}
        for found in order.maps if order.about is None else ():
            card = ColumnChoice(found, layouts[found.layout])
            card.chosen.connect(self._columns_chosen)
            self.choices.addWidget(card)
            self.columns.append(card)
        self._look()

    @Slot()
    def _columns_chosen(self) -> None:
        if self.order is not None and self._hearing is None:
            self.order = replace(self.order, maps=tuple(card.map for card in self.columns))
            self._look()

    def _look(self) -> None:
        hearing = self._work(self.tr("Checking every row…"))
        self._run(hearing, dry_run=True, on_done=self._looked)

    def _run(self, hearing: Hearing, *, dry_run: bool, on_done: Callable[[Imported], object]) -> None:
        workplace, order = self.desk.workplace, self.order
        assert order is not None
        self.desk.tasks.store(
            lambda: workplace.do(run_import, order, dry_run=dry_run, heard=hearing.rows), on_done, self._failed
        )

    def _looked(self, done: Imported) -> None:
        self._rest()
        self._show_plan(done.plan)
        good = done.plan.count(RowState.NEW) + done.plan.count(RowState.CHANGED)
        text = self.tr("Nothing is written yet. {n} rows will be written, {r} are refused.")
        refused = len(done.plan.refused)
        self._tell(text.format(n=f"{good:,}", r=f"{refused:,}"), Tone.WARN if refused else Tone.INFO)
        self.write.setVisible(good > 0)
        self.write.setText(self.tr("Write {n} rows").format(n=self.desk.words.digits(f"{good:,}")))

    @Slot()
    def _write(self) -> None:
        hearing = self._work(self.tr("Writing in one piece…"))
        self._run(hearing, dry_run=False, on_done=self._written)

    def _written(self, done: Imported) -> None:
        self._rest()
        self._clear_columns()
        self._show_plan(done.plan)
        self.write.hide()
        good = done.plan.count(RowState.NEW) + done.plan.count(RowState.CHANGED)
        text = self.tr("{n} rows are written.").format(n=f"{good:,}")
        if done.plan.refused:
            text += " " + self.tr("{r} were refused: save them, mend them, and read them in again.")
            text = text.format(r=f"{len(done.plan.refused):,}")
        self._tell(text, Tone.WARN if done.plan.refused else Tone.OK)

    def _show_plan(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.model.show_plan(plan)
        self._bar.removeWidget(self.filter)
        self.filter.deleteLater()
        entries = [("", f"{self.tr('All')} {len(plan.rows):,}")]
        entries += [(state.value, f"{state_word(state)} {plan.count(state):,}") for state in RowState]
        self.filter = SegmentBar([(key, self.desk.words.digits(text)) for key, text in entries], "")
        self.filter.chosen.connect(self.model.show_only)
        self._bar.addWidget(self.filter)
        self.refused.setVisible(bool(plan.refused))
        for place, width in enumerate((230, 230, 110)):
            self.table.setColumnWidth(place, theme().px(width))
        self.ways.hide()
        self.preview.show()

    @Slot()
    def _ask_refused(self) -> None:
        assert self.order is not None
        name = f"{self.order.book.path.stem}-refused.xlsx"
        path = self.desk.messages.choose_new_file(self, self.tr("Save refused rows"), _PATTERN, name)
        if path is None or self.plan is None:
            return
        source, texts = self.order.book.path, {fault.cell + fault.code: self._say(fault) for fault in self.plan.faults}
        faults = self.plan.faults
        self._work(self.tr("Writing the workbook…"))
        self.desk.tasks.store(
            lambda: write_refused(source, path, faults, lambda fault: texts[fault.cell + fault.code]),
            partial(self._refused_saved, path),
            self._failed,
        )

    def _refused_saved(self, path: Path, _nothing: None) -> None:
        self._rest()
        self.preview.show()
        self._tell(
            self.tr("Refused rows are in {file}, each with the reason in a comment.").format(file=path.name), Tone.OK
        )

    # --- while something runs ----------------------------------------------------------------------------------------

    def _work(self, step: str) -> Hearing:
        hearing = Hearing(self)
        hearing.advanced.connect(self._advance)
        self._hearing = hearing
        self.step.set_text(step)
        self.progress.set(0, 0)
        for part in (self.banner, self.ways, self.preview):
            part.hide()
        self.working.show()
        return hearing

    @Slot(int, int)
    def _advance(self, done: int, total: int) -> None:
        self.progress.set(done, total)

    def _rest(self) -> None:
        if self._hearing is not None:
            self._hearing.deleteLater()
        self._hearing = None
        self.working.hide()

    def _failed(self, error: Exception) -> None:
        self._rest()
        (self.ways if self.plan is None else self.preview).show()
        if isinstance(error, OSError):
            error = RefusedError("workbook-unwritable", name=Path(str(error.filename or "")).name)
        self.fail(error)

    def _tell(self, text: str, tone: Tone) -> None:
        self.banner.set(self.desk.words.digits(text), tone)
        self.banner.show()

    def _clear_columns(self) -> None:
        for card in self.columns:
            self.choices.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.columns = []

    @Slot()
    def _to_form(self) -> None:
        self.desk.open("entry", self.key)

    def _say(self, fault: Fault) -> str:
        assert self.key is not None
        issue = Issue(IssueLevel.ERROR, fault.code, (fault.path,), rule=fault.rule, params=dict(fault.params))
        definition = self.desk.workplace.catalogue.newest(self.key.dataset)
        return say(issue, definition, self.desk.words, self.desk.messages)

    def _label(self, path: str) -> str:
        key = path.rpartition("/")[2]
        for layout in self.order.layouts if self.order is not None else ():
            column = layout.column(key)
            if column is not None and column.field is not None:
                return self.desk.words.text(column.field.label_th, column.field.label_en)
        return ""
