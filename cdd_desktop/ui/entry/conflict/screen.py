"""The conflict screen: entries two machines changed on the left, one of them on the right, decided one by one or all
for one side."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QSizePolicy, QVBoxLayout, QWidget

from cdd_desktop.domain.record import Content
from cdd_desktop.errors import BadRequestError
from cdd_desktop.forms.definition import Definition, Entity
from cdd_desktop.operations.read_conflicts import Conflict, read_conflicts
from cdd_desktop.operations.save_many import SavedMany, save_many
from cdd_desktop.operations.settle_question import settle_deletion, settle_many
from cdd_desktop.operations.views import Changes, EntryRef
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry.autosave import Autosave
from cdd_desktop.ui.entry.conflict.bulk import BulkDialog
from cdd_desktop.ui.entry.conflict.choices import Choices, Side, all_on
from cdd_desktop.ui.entry.conflict.deletion import DeletionSheet
from cdd_desktop.ui.entry.conflict.entries import ROW, ConflictDelegate, ConflictRow, ConflictsModel
from cdd_desktop.ui.entry.conflict.sheet import ConflictSheet
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.history_words import HistoryWords
from cdd_desktop.ui.entry.neighbourhood import Neighbourhood
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import (
    Banner,
    EmptyState,
    Label,
    LinkButton,
    PageHeader,
    PrimaryButton,
    QuietButton,
    ScrollColumn,
)

Edits = list[tuple[EntryRef, Content]]


class ConflictScreen(Screen):
    """Opened with a record's id, or nothing. What is chosen and not saved yet waits while the window lives."""

    name = "conflict"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.neighbourhood = Neighbourhood(desk, self)
        self.choices: dict[int, Choices] = {}
        self.sheet: ConflictSheet | DeletionSheet | None = None
        self.dialog: BulkDialog | None = None
        self._wanted: object = None
        self._arriving = False  # at the next showing the keyboard goes to the first thing to choose
        self._others: Edits = []
        self._answers: list[Choices] = []
        self._said = ""
        self.back = QuietButton(self.tr("Back to sending"), "left")
        self.all_mine = QuietButton(self.tr("This machine's for all…"))
        self.all_theirs = QuietButton(self.tr("Central's for all…"))
        self.header = PageHeader(self.tr("Changed on both sides"), " ", [self.back, self.all_mine, self.all_theirs])
        self.banner = Banner()
        self.other_values = LinkButton(self.tr("Use the other values after all"))
        self.banner.add(self.other_values)
        self.banner.hide()
        self.model = ConflictsModel()
        self.list = QListView()
        self.title = Label("", "heading", wrap=True)
        self.sentence = Label("", "note", wrap=True)
        self.page = ScrollColumn()
        self.left = Label("", "note", wrap=True)
        self.previous = QuietButton(self.tr("Previous"), "up")
        self.following = QuietButton(self.tr("Next"), "down")
        self.save = PrimaryButton(self.tr("Save and go on"))
        self.empty = EmptyState(
            "check-circle", self.tr("Nothing to decide"), self.tr("What both sides changed is settled.")
        )
        self._build()
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """None: nothing here saves itself."""
        return None

    @property
    def autosave(self) -> Autosave | None:
        return None

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(ConflictDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Entries changed on both sides"))
        self._entries = QFrame()
        self._entries.setProperty("role", "card")
        column = QVBoxLayout(self._entries)
        column.setContentsMargins(1, theme().px(8), 1, theme().px(8))
        column.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(10))
        for button, keys in ((self.previous, "Alt+Up"), (self.following, "Alt+Down")):
            button.setToolTip(keys)
            foot.addWidget(button)
        foot.addWidget(self.left, 1)
        foot.addWidget(self.save)
        work = QVBoxLayout()
        work.setSpacing(theme().px(8))
        work.addWidget(self.title)
        work.addWidget(self.sentence)
        work.addWidget(self.page, 1)
        work.addLayout(foot)
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sides = QHBoxLayout(self._body)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme().px(14))
        sides.addWidget(self._entries, 3)
        sides.addLayout(work, 8)
        for widget in (self.header, self.banner):
            self.layout_.addWidget(widget)
        self.layout_.addWidget(self._body, 1)
        self.layout_.addWidget(self.empty, 1)
        self.empty.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.all_mine.clicked.connect(self._ask_all_mine)
        self.all_theirs.clicked.connect(self._ask_all_theirs)
        self.other_values.clicked.connect(self._use_others)
        self.previous.clicked.connect(self.go_previous)
        self.following.clicked.connect(self.go_next)
        self.save.clicked.connect(self.save_choice)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        for keys, go in (("Alt+Up", self.go_previous), ("Alt+Down", self.go_next), ("Ctrl+Return", self.save_choice)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(go)

    # --- what is shown -------------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        self._wanted = argument if isinstance(argument, str) else None
        self.banner.hide()
        self._arriving = True
        self.read(read_conflicts, on_done=self._show)

    def refresh(self, changes: Changes) -> None:
        if changes.outbox or changes.records:
            self.read(read_conflicts, on_done=self._show)

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._entries.setVisible(not compact)
        self._show_header(tuple(row.conflict for row in self.model.rows))

    def current(self) -> Conflict | None:
        """The entry on the right."""
        row = self.list.currentIndex().data(ROW)
        return row.conflict if isinstance(row, ConflictRow) else None

    def _show(self, conflicts: tuple[Conflict, ...]) -> None:
        place = max(self.list.currentIndex().row(), 0)
        here = self._wanted or (shown.question.record_id if (shown := self.current()) is not None else None)
        self._wanted = None
        at = self.window().focusWidget()
        in_sheet = at is not None and self.page.isAncestorOf(at)
        self.choices = {one.question.id: self._choices(one) for one in conflicts}
        self.model.show([self._row(one) for one in conflicts])
        self._show_header(conflicts)
        self._body.setVisible(bool(conflicts))
        self.empty.setVisible(not conflicts)
        several = len([one for one in conflicts if not one.question.deleting]) > 1
        self.all_mine.setVisible(several)
        self.all_theirs.setVisible(several)
        self.back.set_primary(not conflicts)
        found = [number for number, one in enumerate(conflicts) if one.question.record_id == here]
        if conflicts:
            self._go_to(found[0] if found else min(place, len(conflicts) - 1))
        if self._arriving or in_sheet:
            self._arriving = False
            self._enter()

    def _choices(self, conflict: Conflict) -> Choices:
        """What has been chosen so far, unless the values have become others."""
        before = self.choices.get(conflict.question.id)
        if before is not None and before.conflict.contested == conflict.contested:
            return before
        return Choices(conflict)

    def _row(self, conflict: Conflict) -> ConflictRow:
        words, question = self.desk.words, conflict.question
        number = len(self.choices[question.id].places)
        if question.deleting:
            chip = self.tr("deleted and edited")
        elif any(place.is_ending for place in self.choices[question.id].places):
            chip = self.tr("ended and confirmed")
        else:
            chip = self.tr("{n} to choose").format(n=words.format_number(number))
        report = words.dataset(question.dataset) if question.dataset else ""
        return ConflictRow(conflict, question.title or report, report, chip)

    def _show_header(self, conflicts: tuple[Conflict, ...]) -> None:
        words = self.desk.words
        fields = sum(max(len(choices.places), 1) for choices in self.choices.values())
        title = self.tr("Changed on both sides: {fields} to choose in {entries} entries").format(
            fields=words.format_number(fields), entries=words.format_number(len(conflicts))
        )
        subtitle = self.tr("Two machines of the office changed the same entry before they heard of each other.")
        shown = "" if self.compact else subtitle
        self.header.set_title(title if conflicts else self.tr("Changed on both sides"), shown)

    @Slot()
    def _show_current(self, _index: QModelIndex | None = None, _before: QModelIndex | None = None) -> None:
        conflict = self.current()
        if conflict is None:
            return
        question, words = conflict.question, self.desk.words
        tell, kind = self._tell(conflict), self._form(conflict)[1]
        self.title.set_text(question.title or words.text(kind.label_th, kind.label_en))
        self.sentence.set_text(self._sentence(conflict))
        plain = not question.deleting and not any(place.is_ending for place in self.choices[question.id].places)
        self.sentence.setVisible(not (plain and self.compact))  # the table says the same where room is short
        if question.deleting:
            self.sheet = DeletionSheet(conflict, tell, words)
        else:
            self.sheet = ConflictSheet(self.choices[question.id], tell, kind, self.neighbourhood.surroundings())
        self.sheet.answered.connect(self._judge)
        while (item := self.page.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.page.body.addWidget(self.sheet)
        self._judge()

    def _form(self, conflict: Conflict) -> tuple[Definition, Entity]:
        """The form of an entry; of a version that is not here, the newest."""
        catalogue, question = self.desk.workplace.catalogue, conflict.question
        try:
            definition = catalogue.get(question.dataset or "", question.form_version)
        except BadRequestError:
            definition = catalogue.newest(question.dataset or "")
        return definition, definition.entity(question.entity or "")

    def _tell(self, conflict: Conflict) -> HistoryWords:
        return HistoryWords(*self._form(conflict), conflict.titles, self.desk.words)

    def _sentence(self, conflict: Conflict) -> str:
        if conflict.question.deleting:
            return self.tr(
                "The entry was deleted here while another machine of the office went on editing it. It stays until "
                "you decide."
            )
        if any(place.is_ending for place in self.choices[conflict.question.id].places):
            return self.tr(
                "One machine ended this entry, the other confirmed that it goes on. Reason, state and day go with "
                "what you choose."
            )
        return self.tr("Choose which value holds in each line, or write another one.")

    @Slot()
    def _judge(self) -> None:
        """What is left in this entry, and whether it can be saved."""
        conflict = self.current()
        if conflict is None or self.sheet is None:
            return
        if isinstance(self.sheet, DeletionSheet):
            left = int(self.sheet.remove is None)
        else:
            left = self.choices[conflict.question.id].left()
        number, words = self.list.currentIndex().row(), self.desk.words
        place = self.tr("Entry {n} of {all}").format(
            n=words.format_number(number + 1), all=words.format_number(len(self.model.rows))
        )
        still = self.tr("{n} still to choose").format(n=words.format_number(left)) if left else self.tr("all chosen")
        self.left.set_text(f"{place} · {still}")
        self.save.setEnabled(not left)
        last = len(self.model.rows) == 1
        self.save.set_text(self.tr("Save") if last else self.tr("Save and go on"))
        self.previous.setEnabled(number > 0)
        self.following.setEnabled(number + 1 < len(self.model.rows))

    # --- what a person does --------------------------------------------------------------------------------------

    @Slot()
    def go_previous(self) -> None:
        self._step(-1)

    @Slot()
    def go_next(self) -> None:
        self._step(1)

    def _step(self, step: int) -> None:
        number = self.list.currentIndex().row() + step
        if 0 <= number < len(self.model.rows):
            self._go_to(number)
            self._enter()

    def _enter(self) -> None:
        """Put the keyboard on the first thing to choose, else on the way back."""
        stop = self.sheet.first_stop() if self.sheet is not None and self.model.rows else self.back
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to(self, number: int) -> None:
        index = self.model.index(number)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    @Slot()
    def save_choice(self) -> None:
        """Save what is chosen for the entry on the right; the next one comes up by itself."""
        conflict = self.current()
        if conflict is None or not self.save.isEnabled():
            return
        self._arriving = True
        if isinstance(self.sheet, DeletionSheet):
            self.do(settle_deletion, conflict.question.id, self.sheet.remove, on_done=self._decided_deletion)
            return
        self._settle([self.choices[conflict.question.id]])

    def _settle(self, answers: list[Choices]) -> None:
        self._others = [edit for one in answers for edit in _other_side(one)]
        pairs = [(one.conflict.question.id, one.chosen()) for one in answers]
        words = self.desk.words
        self._said = self.tr("Decided for {n} entries. It is sent with the next contact.").format(
            n=words.format_number(len(answers))
        )
        self.do(settle_many, pairs, on_done=self._settled)

    def _settled(self, _changes: Changes) -> None:
        self._say(self._said)

    def _decided_deletion(self, _changes: Changes) -> None:
        self._others = []
        self._say(self.tr("Decided. It is sent with the next contact."))

    def _say(self, text: str) -> None:
        self.banner.set(text, Tone.INFO)
        self.other_values.setVisible(bool(self._others))
        self.banner.show()

    @Slot()
    def _use_others(self) -> None:
        """Back to the values that gave way: edits like any other, sent and kept in the history."""
        edits, self._others = self._others, []
        self.do(save_many, edits, on_done=self._used_others)

    def _used_others(self, _saved: SavedMany) -> None:
        self._say(self.tr("The other values are in use again. They are sent with the next contact."))

    @Slot()
    def _ask_all_mine(self) -> None:
        self._ask_all(Side.MINE)

    @Slot()
    def _ask_all_theirs(self) -> None:
        self._ask_all(Side.THEIRS)

    def _ask_all(self, side: Side) -> None:
        conflicts = [row.conflict for row in self.model.rows]
        self._answers = list(all_on(conflicts, side))
        left_out = len(conflicts) - len(self._answers)
        self.dialog = BulkDialog(self._answers, side, self._tell, self.desk.words, left_out=left_out, parent=self)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._settle_all)
        self.dialog.open()

    @Slot()
    def _settle_all(self) -> None:
        self._settle(self._answers)

    @Slot()
    def _go_back(self) -> None:
        self.desk.open("outbox")


def _other_side(choices: Choices) -> Edits:
    """The edit that goes back to the values given up; none for marks, which bring more with them than values."""
    question = choices.conflict.question
    if question.entity is None or any(place.is_mark for place in choices.places):
        return []
    ref = EntryRef(question.entity, key=question.key, record_id=question.record_id, dataset=question.dataset)
    return [(ref, choices.given_up())]
