"""The entry screen: the submission's entries at the left, the form of one of them at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cdd_desktop.domain.period import Editable
from cdd_desktop.domain.submission import SubmissionKey
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.operations.read_entry import read_entry
from cdd_desktop.operations.read_worklist import read_worklist
from cdd_desktop.operations.views import Changes, EntryRef, EntrySheet, SubmissionView, Worklist, WorklistItem
from cdd_desktop.ui.desk import Desk
from cdd_desktop.ui.entry import actions
from cdd_desktop.ui.entry.autosave import Autosave
from cdd_desktop.ui.entry.deeds import Deeds
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.headings import add_words, entry_subtitle
from cdd_desktop.ui.entry.left_behind import LeftBehind
from cdd_desktop.ui.entry.neighbourhood import Neighbourhood
from cdd_desktop.ui.entry.record_panel import RecordPanel
from cdd_desktop.ui.entry.round_keys import RoundKeys
from cdd_desktop.ui.entry.wishes import Answer, Wishes
from cdd_desktop.ui.entry_target import EntryTarget
from cdd_desktop.ui.paper_button import PaperMenu
from cdd_desktop.ui.round_words import page_subtitle, propose_words, return_words
from cdd_desktop.ui.screen import Screen
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.way_button import way_buttons
from cdd_desktop.ui.widgets import Banner, EmptyState, LinkButton, PageHeader, QuietButton
from cdd_desktop.ui.worklist.panel import WorklistPanel
from cdd_desktop.ui.worklist.rows import rows_of

_QUIET_MS = 350  # after the last announcement, before the list is read again


class EntryScreen(Screen):
    """Opens for a ``SubmissionKey`` or an ``EntryTarget``. What is typed is saved without a button."""

    name = "entry"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.key: SubmissionKey | None = None
        self.worklist: Worklist | None = None
        self._target: EntryTarget | None = None
        self._list_number = 0
        self._wishes = Wishes(self)
        self._left_behind = LeftBehind(self)
        self._left_behind.failed.connect(self._bring_back)
        self._working = False  # in a narrow window: whether the form is in front of the list
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._read_again)
        self.neighbourhood = Neighbourhood(desk, self)
        self.header = PageHeader()
        self.to_list = LinkButton(self.tr("Back to the list"), "left")
        self.to_list.clicked.connect(self._show_list)
        self.note = Banner()
        self.note.hide()
        self.list = WorklistPanel(desk.words, self)
        self.panel = RecordPanel(self.neighbourhood.surroundings(), desk.clock, self)
        self.empty = EmptyState("worklist", self.tr("Nothing is open"), self.tr("Choose an entry from the list."))
        self.deeds = Deeds(self)
        self.keys = RoundKeys(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.propose = QuietButton("")
        self.propose.clicked.connect(self._propose)
        self.papers = PaperMenu(self.desk)
        self.header.set_actions([*way_buttons(self, "grid", "importing"), self.papers, self.propose])
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(theme().px(14))
        side_by_side.addWidget(self.list)
        side_by_side.addWidget(self.panel, 1)
        side_by_side.addWidget(self.empty, 1)
        self.layout_.addWidget(self.header)
        self.layout_.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self.note)
        self.layout_.addWidget(self.keys.said)
        self.layout_.addLayout(side_by_side, 1)
        self.panel.hide()
        self._fit()

    def _connect(self) -> None:
        for asked in (self.list.chosen, self.list.add_asked):
            asked.connect(self._wishes.act)
        self.list.search_begun.connect(self._wishes.search)
        self.list.chosen.connect(self.open_item)
        self.list.add_asked.connect(self.add)
        self.list.list_changed.connect(self._change_list)
        self.list.propose_asked.connect(self._propose)
        self.list.bar.bulk_asked.connect(self.keys.confirm_many)
        self.panel.acted.connect(self.act)
        search = QShortcut(QKeySequence("Ctrl+F"), self)
        search.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        search.activated.connect(self._search)

    @property
    def draft(self) -> Draft | None:
        return self.panel.draft

    @property
    def autosave(self) -> Autosave | None:
        return self.panel.autosave

    # --- opening and leaving -------------------------------------------------------------------------------------

    def open(self, argument: object = None) -> None:
        target = EntryTarget(argument) if isinstance(argument, SubmissionKey) else argument
        if not isinstance(target, EntryTarget):
            target = EntryTarget(self.key) if self.key is not None else None
        if target is None:
            self.desk.open("home")
            return
        if target.key != self.key:
            self._list_number = 0
            self._working = False
            self.keys.said.hide()
            self._close_record()
            self._fit()
        self.key, self._target = target.key, target
        self._wishes.drop()
        self.neighbourhood.prepare(target.key)
        self._read_list()

    def leave(self) -> None:
        if self.autosave is not None:
            self.autosave.flush()

    def refresh(self, changes: Changes) -> None:
        draft = self.draft
        own = draft is not None and draft.sheet.record.id in changes.records
        if own or changes.definitions or (self.key is not None and self.key in changes.submissions):
            self._quiet.start()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        self._fit()

    # --- reading -------------------------------------------------------------------------------------------------

    def _ask(
        self, done: Callable[[Answer], object], operation: Callable[..., object], subject: object, note: object
    ) -> None:
        """Read on the store lane. Answers come to a bound method, so that a screen that is gone hears nothing."""
        workplace = self.desk.workplace
        self.desk.tasks.store(lambda: Answer(workplace.read(operation, subject), note), done, self.fail)

    def _read_list(self) -> None:
        self._ask(self._list_read, read_worklist, self.key, None)

    def _list_read(self, answer: Answer) -> None:
        worklist = answer.value
        if not isinstance(worklist, Worklist) or worklist.submission.key != self.key:
            return
        self.worklist = worklist
        self._show_worklist(worklist)
        target, self._target = self._target, None
        if target is not None and target.ref is not None:
            self._open_ref(target.ref, target.spot or Spot(target.path))
        elif self.draft is not None:
            self._read_open_record()
        elif target is not None:
            self._open_first()

    def _read_again(self) -> None:
        if self.key is not None and self.isVisible():
            self._read_list()

    def _read_open_record(self) -> None:
        """After a change from elsewhere: the open record as it stands now, under what is being typed."""
        draft, autosave = self.draft, self.autosave
        if draft is not None and autosave is not None and not autosave.busy:
            self._ask(self._renew, read_entry, autosave.ref, draft)

    def _renew(self, answer: Answer) -> None:
        draft, autosave = self.draft, self.autosave
        if draft is None or draft is not answer.note or autosave is None or autosave.busy:
            return
        if isinstance(answer.value, EntrySheet) and answer.value.record.form_version == draft.definition.version:
            draft.renew(answer.value)
            self.panel.show_save_state()
            self._show_actions()
        elif isinstance(answer.value, EntrySheet):  # a newer form has come
            self._open_ref(autosave.ref, self.panel.spot())

    def _open_ref(self, ref: EntryRef, spot: Spot = Spot()) -> None:  # noqa: B008 - frozen
        self._ask(self._entry_read, read_entry, ref, self._wishes.another(spot))

    def _entry_read(self, answer: Answer) -> None:
        sheet, wish = answer.value, answer.note
        if not isinstance(sheet, EntrySheet) or not self._wishes.holds(wish):
            return
        self._close_record()
        draft = Draft(self.desk.workplace.catalogue.get(sheet.record.dataset, sheet.record.form_version), sheet, self)
        autosave = Autosave(draft, self.desk.workplace, self.desk.tasks, self.panel.spot)
        autosave.settled.connect(self._settled)
        self._put_on_panel(draft, autosave, wish.spot)

    def _put_on_panel(self, draft: Draft, autosave: Autosave, spot: Spot) -> None:
        subtitle = entry_subtitle(draft.sheet, draft.definition, self.desk)
        self.panel.show_record(draft, autosave, subtitle, strict=bool(spot.path) and spot.caret < 0)
        searching = self._wishes.searching and self.list.search.hasFocus()
        self._working = not searching
        self._fit()
        self.list.mark(autosave.ref, reveal=not searching)
        self.deeds.record_shown()
        self._show_actions()
        form = self.panel.form
        if form is not None and not searching and not (spot.path and form.resume(spot)):
            form.go_to_first()

    def _close_record(self) -> None:
        draft, autosave = self.draft, self.autosave
        if draft is None or autosave is None:
            return
        autosave.flush()
        self.panel.show_nothing()
        if autosave.busy:
            self._left_behind.keep(autosave)
        else:
            draft.deleteLater()

    def _bring_back(self, autosave: Autosave) -> None:
        """A record that was left could not be saved: it returns with what was typed, and the reason."""
        self._close_record()
        self._wishes.act()
        self._put_on_panel(autosave.draft, autosave, Spot())
        if autosave.error is not None:
            self.fail(autosave.error)

    # --- showing -------------------------------------------------------------------------------------------------

    def _show_worklist(self, worklist: Worklist) -> None:
        view, words = worklist.submission, self.desk.words
        self.header.set_title(words.dataset(view.key.dataset), page_subtitle(view, words))
        self.papers.offer_submission(view.key)
        definition, second = self.desk.workplace.catalogue.newest(view.key.dataset), ""
        if worklist.register_items and worklist.register is not None and worklist.register != worklist.entity:
            second = self.tr("Register ({n})").format(n=len(worklist.register_items))
        first = self.tr("This period ({n})").format(n=len(worklist.items))
        self.list.set_lists(words.digits(first), words.digits(second), current=self._list_number)
        items = worklist.register_items if self._list_number and second else worklist.items
        may_add = isinstance(worklist.editable, Editable)
        self.list.set_rows(rows_of(items, self.desk), editable=may_add)
        own = worklist if not self._list_number else None
        self.list.bar.set_round(
            self.keys.words_for(own) if own else "", confirmable=own is not None and self.keys.confirmable(own)
        )
        self.list.set_addable([(key, add_words(definition.entity(key), words)) for key in worklist.addable if may_add])
        if self.draft is not None and self.autosave is not None:
            self.list.mark(self.autosave.ref)
        self.to_list.set_text(f"{self.tr('Back to the list')} · {self.list.left.text()}")
        self._show_actions()
        self.propose.set_text(propose_words(view, self.desk))
        self._show_return(view)

    def _show_return(self, view: SubmissionView) -> None:
        """A returned submission says who returned it, why, and what was said of the whole."""
        text = return_words(view, self.desk.words)
        self.note.setVisible(bool(text))
        if text != self.note.text():
            self.note.set(text, Tone.WARN)

    def _show_actions(self) -> None:
        if self.draft is None:
            return
        commented = self.list.next_commented() is not None
        chosen = actions.actions_for(self.draft, all_done=self.list.all_done(), commented=commented)
        self.panel.set_actions(chosen.quiet, chosen.primary)

    def _settled(self) -> None:
        self._quiet.start()

    def _fit(self) -> None:
        """In a narrow window list and form are two steps; else they stand side by side."""
        narrow = self.compact
        self.to_list.setVisible(narrow and self._working)
        self.list.setVisible(not (narrow and self._working))
        right = not narrow or self._working
        self.panel.setVisible(right and self.draft is not None)
        self.empty.setVisible(right and self.draft is None)
        self.header.setVisible(not (narrow and self._working))
        width = theme().px(300)
        self.list.setMinimumWidth(0 if narrow else width)
        self.list.setMaximumWidth(16_777_215 if narrow else width)
        self.list.set_wide(narrow)

    def _show_list(self) -> None:
        self.leave()
        self._working = False
        self._fit()

    # --- moving about --------------------------------------------------------------------------------------------

    def open_item(self, item: WorklistItem) -> None:
        """Open an entry of the list."""
        own = item.register_id if item.register_id != item.record_id else None
        self._open_ref(EntryRef(item.entity, self.key, item.record_id, own))

    def add(self, entity: str) -> None:
        """Open an empty form; the record comes into being with the first thing typed."""
        definition = self.desk.workplace.catalogue.newest(self.key.dataset) if self.key is not None else None
        if definition is not None:
            self._open_ref(EntryRef(definition.entity(entity).key, self.key))

    def go_on(self) -> None:
        """The next step: what the filled button does."""
        self.panel.next.click()

    def go_next(self) -> None:
        self._go(self.list.neighbour(1) or self.list.next_unfinished())

    def go_previous(self) -> None:
        self._go(self.list.neighbour(-1))

    def _go(self, item: WorklistItem | None) -> None:
        if item is not None:
            self.leave()
            self.open_item(item)

    def go_next_or_stay(self, ref: EntryRef) -> None:
        """After a mark: the next entry, or this one as it stands now when it was the last."""
        item = self.list.next_unfinished() or self.list.neighbour(1)
        if item is not None:
            self.open_item(item)
        else:
            self.reopen(ref)

    def reopen(self, ref: EntryRef) -> None:
        """Read an entry anew and show it."""
        self._close_record()
        self._open_ref(ref)

    def show_again(self) -> None:
        """Read the list and the open record anew."""
        self._read_list()

    def forget_open_record(self) -> None:
        """The open record is gone: show the next one, or nothing."""
        self.panel.show_nothing()
        self._fit()
        self._target = None
        self._read_list()

    def show_problems(self) -> None:
        """Name everything that is still wanted and go to the first of it."""
        form = self.panel.form
        if form is None:
            return
        form.show_what_is_missing()
        found = form.findings
        for path in (*found.mistakes, *found.explain, *found.blanks):
            if path and form.go_to(path):
                return

    def _open_first(self) -> None:
        item = self.list.first_commented() or self.list.next_unfinished() or self.list.neighbour(1)
        if item is not None and not self.compact:
            self.open_item(item)
        elif self.window().focusWidget() is self:  # nobody has gone anywhere yet
            self.list.take_keyboard()

    def _change_list(self, number: int) -> None:
        self._list_number = number
        if self.worklist is not None:
            self._show_worklist(self.worklist)

    def _search(self) -> None:
        self._show_list()
        self.list.focus_search()

    def _propose(self) -> None:
        if self.key is not None:
            self.desk.open("certify", self.key)

    def act(self, action: str) -> None:
        """Do one of ``actions`` with the open record."""
        self._wishes.act()
        ways = {
            actions.PROPOSE: self._propose,
            actions.NEXT: self.go_next,
            actions.NEXT_COMMENT: lambda: self._go(self.list.next_commented()),
            actions.PREVIOUS: self.go_previous,
            actions.FIRST_PROBLEM: self.show_problems,
        }
        if action in ways:
            ways[action]()
        elif action == actions.RETRY and self.autosave is not None:
            self.autosave.flush()
        elif self.draft is not None and self.autosave is not None:
            self.deeds.do(action, self.draft, self.autosave)
