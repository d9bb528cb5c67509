"""The preview of a paper: its pages as they will come out, saved as a PDF or sent to a printer."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cdd_desktop.errors import UserError
from cdd_desktop.ids import EntityKey
from cdd_desktop.operations.note_printing import note_printing
from cdd_desktop.operations.note_view import note_view
from cdd_desktop.operations.read_field_forms import FieldForms
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.printing.bench import Bench, label_in
from cdd_desktop.ui.printing.job import PaperJob, PaperStoppedError
from cdd_desktop.ui.printing.options import PaperOptions
from cdd_desktop.ui.printing.page_model import Document
from cdd_desktop.ui.printing.papers import paper_of
from cdd_desktop.ui.printing.preview import PagesView
from cdd_desktop.ui.printing.printer import print_document
from cdd_desktop.ui.printing.request import PrintKind, PrintRequest
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.views.request import screen_of
from cdd_desktop.ui.widgets import (
    Banner,
    EmptyState,
    Label,
    PageHeader,
    PrimaryButton,
    Progress,
    QuietButton,
    ToolButton,
)


class PrintingScreen(Screen):
    """Opens for a ``PrintRequest``. Saving is the next step; the work stops when the screen is left."""

    name = "printing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.request: PrintRequest | None = None
        self.document: Document | None = None
        self._material: Any = None
        self.job = PaperJob(desk.tasks, self)
        self.header = PageHeader(" ")
        self.back = QuietButton(self.tr("Back"), "left")
        self.to_printer = QuietButton(self.tr("Print…"), "print")
        self.save = PrimaryButton(self.tr("Save as PDF…"), "file")
        self.options = PaperOptions(desk.words)
        self.banner = Banner()
        self.view = PagesView()
        self.empty = EmptyState("print", " ")
        self.where = Label("", "note")
        self._working = QWidget()
        self._pager = QWidget()
        self.progress = Progress()
        self._how_far = Label("", "note")
        self.stop = QuietButton(self.tr("Stop"))
        self._build()

    def _build(self) -> None:
        self.header.set_actions([self.back, self.to_printer, self.save])
        self.back.clicked.connect(self._go_back)
        self.to_printer.clicked.connect(self.print_now)
        self.save.clicked.connect(self.save_pdf)
        self.stop.clicked.connect(self._stop_work)
        self.options.changed.connect(self._make)
        self.options.reread.connect(self._read)
        self.job.progressed.connect(self._tell)
        self.view.setAccessibleName(self.tr("Pages"))
        self.view.turned.connect(self._say_where)
        row = QHBoxLayout()
        row.addWidget(self.options, 1)
        row.addWidget(self._pager)
        self._fill_pager()
        work = QHBoxLayout(self._working)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self._how_far)
        work.addWidget(self.progress, 1)
        work.addWidget(self.stop)
        self.layout_.addWidget(self.header)
        self.layout_.addLayout(row)
        for widget in (self.banner, self._working):
            self.layout_.addWidget(widget)
            widget.hide()
        self.layout_.addWidget(self.view, 1)
        self.layout_.addWidget(self.empty, 1)
        self.empty.hide()

    def _fill_pager(self) -> None:
        """Turning pages and their size."""
        row = QHBoxLayout(self._pager)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(4))
        for icon, text, act in (
            ("up", self.tr("Previous page (Page Up)"), self.view.previous_page),
            ("down", self.tr("Next page (Page Down)"), self.view.next_page),
        ):
            button = ToolButton(icon, text)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addWidget(self.where)
        for sign, text, act in (
            ("–", self.tr("Smaller (Ctrl+-)"), self.view.smaller),
            ("+", self.tr("Larger (Ctrl++)"), self.view.larger),
        ):
            size = QuietButton(sign)
            size.setAccessibleName(text)
            size.setToolTip(text)
            size.setFixedWidth(theme().px(44))
            size.clicked.connect(act)
            row.addWidget(size)

    # --- opening ---------------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        if isinstance(argument, PrintRequest):
            self.request = argument
            self.options.fit(argument.kind)
        if self.request is None:
            self.desk.open("home")
            return
        self.header.set_title(self._title(self.request.kind), " ")
        self.view.show_document(None)
        self._read()

    def leave(self) -> None:
        self.job.stop()

    def _title(self, kind: PrintKind) -> str:
        return {
            PrintKind.SUBMISSION: self.tr("Report on paper"),
            PrintKind.BLANK_FORM: self.tr("Form for the field"),
            PrintKind.AGENDA: self.tr("Agenda on paper"),
            PrintKind.PRIVACY_NOTICE: self.tr("Privacy notice"),
            PrintKind.PROOF_OF_SENDING: self.tr("Proof of sending"),
            PrintKind.HANDOVER: self.tr("Handover list"),
            PrintKind.VIEW: self.tr("Memo"),
        }[kind]

    @Slot()
    def _read(self) -> None:
        request = self._wish()
        self._show_work(working=True)
        self.read(paper_of(request).read, request, on_done=partial(self._take, request), on_failed=self._cannot)

    def _wish(self) -> PrintRequest:
        """The request with what is chosen on the screen."""
        assert self.request is not None
        if self.request.kind is PrintKind.BLANK_FORM:
            chosen = self.options.entities.current()
            entity = EntityKey(chosen) if chosen else self.request.entity
            return replace(self.request, entity=entity, filled=self.options.filled.isChecked())
        if self.request.kind is PrintKind.PRIVACY_NOTICE:
            return replace(self.request, language=self.options.language.current())
        return self.request

    def _take(self, request: PrintRequest, material: Any) -> None:
        if self.request is None or request.kind is not self.request.kind or request.key != self.request.key:
            return
        self._material = material
        if isinstance(material, FieldForms) and request.entity is None:
            words, definition = self.desk.words, material.definition
            entities = [definition.entity(key) for key in material.entities]
            named = [(str(one.key), label_in(words, one.label_th, one.label_en)) for one in entities]
            self.options.offer_entities(named, str(material.entity.key))
        self._make()

    @Slot()
    def _make(self) -> None:
        if self._material is None or self.request is None:
            return
        words, margins, now = self.options.chosen_words(), self.options.chosen_margins(), self.desk.clock.now()
        self._show_work(working=True)
        self.job.make(self._material, lambda: Bench(words, now, margins), self._wish(), self._show, self._cannot)

    def _show(self, document: Document) -> None:
        self.document = document
        self._show_work(working=False)
        self.header.set_title(self.header.title(), document.title)
        self.view.show_document(document)
        self.view.setFocus()
        self._say_where()
        self._say_banner()

    def _cannot(self, error: Exception) -> None:
        if isinstance(error, PaperStoppedError):
            return
        self._show_work(working=False)
        self.document = None
        if not isinstance(error, UserError):
            self.fail(error)
        message = self.desk.messages.describe(error)
        self.empty.set_text(message.title, message.sentence)
        self._offer(shown=False)

    # --- saying ----------------------------------------------------------------------------------------------------

    def _show_work(self, *, working: bool) -> None:
        self._working.setVisible(working)
        if working:
            self.progress.set(0, 0)
            self._how_far.set_text(self.tr("Laying out…"))
        self._offer(shown=True, ready=not working)

    def _offer(self, *, shown: bool, ready: bool = False) -> None:
        self.view.setVisible(shown)
        self.empty.setVisible(not shown)
        self._pager.setVisible(shown)
        self.save.setEnabled(shown and ready)
        self.to_printer.setEnabled(shown and ready)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        number = self.desk.words.format_number
        if total:
            self.progress.set(done, total)
            self._how_far.set_text(self.tr("Writing page {n} of {all}").format(n=number(done), all=number(total)))
        else:
            self._how_far.set_text(self.tr("Laying out… {n} rows").format(n=number(done)))

    @Slot()
    def _say_where(self) -> None:
        text = self.tr("Page {x} of {y}").format(x=self.view.page, y=max(self.view.pages, 1))
        self.where.set_text(self.desk.words.digits(text))

    def _say_banner(self) -> None:
        assert self.request is not None
        legal = self.request.kind is PrintKind.PRIVACY_NOTICE
        self.banner.set(self.tr("Have the wording checked by your legal officer before you hand it out."), Tone.WARN)
        self.banner.setVisible(legal)

    # --- what a person does ----------------------------------------------------------------------------------------

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write."""
        if self.document is None:
            return
        title = self.tr("Save as PDF")
        pattern = self.tr("PDF files (*.pdf)")
        file = self.desk.messages.choose_new_file(self, title, pattern, f"{self.document.name}.pdf")
        if file is None:
            return
        file = file if file.suffix.lower() == ".pdf" else file.with_name(file.name + ".pdf")
        self._show_work(working=True)
        self.job.write(self.document, file, self._saved, self._not_saved)

    def _saved(self, file: Path) -> None:
        self._show_work(working=False)
        text = self.tr("Saved: {file}. The file is not encrypted; keep it where only those who may read it can.")
        self.banner.set(text.format(file=file.name), Tone.INFO)
        self.banner.show()
        self._note("pdf")

    def _not_saved(self, error: Exception) -> None:
        self._show_work(working=False)
        if not isinstance(error, PaperStoppedError):
            self.fail(error)

    @Slot()
    def print_now(self) -> None:
        """The system's own dialog of printers."""
        if self.document is not None and print_document(self.document, self):
            self._note("printer")

    def _note(self, way: str) -> None:
        assert self.request is not None
        assert self.document is not None
        view, pages = self.request.view, len(self.document.pages)
        if view is not None:
            self.do(note_view, view.name.value, view.area, way, pages)
        else:
            self.do(note_printing, self.request.kind.value, self.request.key, way, pages)

    @Slot()
    def _stop_work(self) -> None:
        self.job.stop()
        self._show_work(working=False)
        if self.document is None:
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        """To where the paper belongs."""
        request = self.request
        own = request is not None and request.key is not None and request.key.unit == self.desk.workplace.unit.code
        if request is None or request.kind is PrintKind.AGENDA:
            self.desk.open("home")
        elif request.view is not None:
            self.desk.open(screen_of(request.view.name))
        elif request.kind in (PrintKind.PRIVACY_NOTICE, PrintKind.HANDOVER):
            self.desk.open("settings")
        elif request.kind is PrintKind.PROOF_OF_SENDING and own:
            self.desk.open("outbox")
        else:
            self.desk.open("entry" if own else "review", request.key)
