"""The right side of the entry screen: the head of one record, its form, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cdd_desktop.clock import Clock
from cdd_desktop.domain.period import NotEditable
from cdd_desktop.domain.record import MarkState
from cdd_desktop.operations.left_at import Spot
from cdd_desktop.ui.entry import actions
from cdd_desktop.ui.entry.autosave import Autosave, SaveState
from cdd_desktop.ui.entry.draft import Draft
from cdd_desktop.ui.entry.duplicate import TwinBanner
from cdd_desktop.ui.entry.editors.surroundings import Surroundings
from cdd_desktop.ui.entry.moved_note import MovedNote
from cdd_desktop.ui.entry.pairs import kept_reason
from cdd_desktop.ui.entry.record_form import RecordForm
from cdd_desktop.ui.reason_words import mark_reason
from cdd_desktop.ui.round_words import why_read_only
from cdd_desktop.ui.theme import Tone, theme
from cdd_desktop.ui.widgets import Banner, FlowLayout, Label, LinkButton, PrimaryButton, QuietButton, ScrollColumn, line


class RecordPanel(QFrame):
    """``acted`` carries the key of the action a person asked for; the screen decides what it does."""

    acted = Signal(str)

    def __init__(self, around: Surroundings, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.around = around
        self._clock = clock
        self.draft: Draft | None = None
        self.autosave: Autosave | None = None
        self.form: RecordForm | None = None
        self._forms: dict[tuple[str, int, str], RecordForm] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme().px(m) for m in (24, 14, 24, 14)])
        layout.setSpacing(theme().px(8))
        self._head = self._make_head()
        layout.addLayout(self._head)
        self.banner = Banner("", Tone.INFO, self)
        self.general = Banner("", Tone.BAD, self)
        self.twins = TwinBanner(self)
        self.twins.compare.setObjectName(actions.COMPARE)
        self.twins.compare.clicked.connect(self._acted)
        self.moved = MovedNote(around.words, self)
        layout.addWidget(self.banner)
        layout.addWidget(self.moved)
        layout.addWidget(self.twins)
        layout.addWidget(self.general)
        self.column = ScrollColumn(self)
        layout.addWidget(self.column, 1)
        layout.addWidget(line())
        layout.addLayout(self._make_foot())
        self.banner.hide()
        self.general.hide()

    # --- what is shown -------------------------------------------------------------------------------------------

    def show_record(self, draft: Draft, autosave: Autosave, subtitle: str, *, strict: bool = False) -> None:
        """Show a draft with its saver; ``strict`` names every blank that is required at once."""
        self._let_go()
        self.draft, self.autosave = draft, autosave
        self.title.set_text(draft.sheet.title or self.tr("New entry"))
        self.subtitle.set_text(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._show_form(draft)
        if self.form is not None:
            self.form.show_draft(draft, strict=strict)
        autosave.state_changed.connect(self.show_save_state)
        draft.changed.connect(self._followed)
        self.column.verticalScrollBar().setValue(0)
        self.show_save_state()
        self._followed()

    def show_nothing(self) -> None:
        """No record is open."""
        self._let_go()
        self.draft = self.autosave = None
        if self.form is not None:
            self.form.forget_draft()
            self.form.hide()

    def set_actions(self, quiet: Sequence[tuple[str, str]], primary: tuple[str, str]) -> None:
        """The buttons below the form: quiet ones (key, words) and the next step, which is filled."""
        shown = [(button.objectName(), button.accessibleName()) for button in self._quiet.widgets()]
        if shown != list(quiet):
            self._offer_quiet(quiet)
        self.next.set_text(primary[1])
        self.next.setObjectName(primary[0])
        self.next.setVisible(bool(primary[1]))

    def _offer_quiet(self, quiet: Sequence[tuple[str, str]]) -> None:
        """Make the quiet buttons anew. The Tab key comes to them after the form and goes from them to the next step;
        where the keyboard was at one of them it stays at its kind, else goes to the next step."""
        at = self.window().focusWidget()
        held = at.objectName() if at is not None and at in self._quiet.widgets() else None
        self._quiet.clear()
        last: QWidget | None = None
        for key, words in quiet:
            button = QuietButton(words)
            button.setObjectName(key)
            button.clicked.connect(self._acted)
            self._quiet.addWidget(button)
            last = button
        if last is not None:
            self.setTabOrder(last, self.count)
        self.setTabOrder(self.count, self.next)
        if held is not None:
            stays = next((one for one in self._quiet.widgets() if one.objectName() == held), self.next)
            stays.setFocus(Qt.FocusReason.TabFocusReason)

    def show_save_state(self) -> None:
        """Say where what is typed is."""
        autosave, draft = self.autosave, self.draft
        if autosave is None or draft is None:
            return
        failed = autosave.state is SaveState.FAILED
        self.saved.setProperty("role", "message" if failed else "note")
        self.saved.setProperty("tone", Tone.BAD.value if failed else "")
        self.saved.setWordWrap(failed)  # a reason may be long; the other words leave the line to the name
        self._head.setStretchFactor(self.saved, 2 if failed else 0)
        self.saved.style().unpolish(self.saved)
        self.saved.style().polish(self.saved)
        self.retry.setVisible(failed)
        if autosave.state is SaveState.SAVING:
            self.saved.set_text(self.tr("Saving…"))
        elif failed and autosave.error is not None:
            self.saved.set_text(
                self.tr("Not saved: {reason}").format(reason=self.around.messages.describe(autosave.error).sentence)
            )
        else:
            at = self._clock.now() if autosave.state is SaveState.SAVED else draft.sheet.saved_at
            words = self.around.words
            self.saved.set_text(
                self.tr("Saved in this machine {when}").format(when=words.format_relative(at, self._clock.now()))
                if at is not None
                else ""
            )

    # --- parts ---------------------------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        self.title = Label("", "heading", wrap=True, parent=self)
        self.subtitle = Label("", "note", wrap=True, parent=self)
        self.saved = Label("", "note", parent=self)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.retry = LinkButton(self.tr("Try again"))
        self.retry.setObjectName("retry")
        self.retry.clicked.connect(self._acted)
        self.retry.hide()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.addLayout(names, 3)
        head.addWidget(self.saved)
        head.addWidget(self.retry)
        self.history = LinkButton(self.tr("History"))
        self.history.setObjectName(actions.HISTORY)
        self.history.setToolTip("Ctrl+H")
        self.history.setProperty("otherKey", "Ctrl+H")
        self.history.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.history.clicked.connect(self._acted)
        head.addWidget(self.history)
        return head

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(12))
        quiet = QWidget(self)
        self._quiet = FlowLayout(quiet, spacing=theme().px(8))
        foot.addWidget(quiet, 1)
        self.count = LinkButton("")
        self.count.setObjectName("first-problem")
        self.count.clicked.connect(self._acted)
        self.count.hide()
        foot.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        self.next = PrimaryButton("")
        self.next.clicked.connect(self._acted)
        foot.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        return foot

    def _show_form(self, draft: Draft) -> None:
        key = (draft.definition.dataset, draft.definition.version, draft.entity.key)
        if key not in self._forms:
            form = RecordForm(draft.definition, draft.entity.key, self.around, self)
            form.field_left.connect(self._save_now)
            form.box_entered.connect(self._box_entered)
            self._forms[key] = form
        form = self._forms[key]
        if self.form is not form:
            if self.form is not None:
                self.column.takeWidget()
                self.form.hide()
                self.form.setParent(self)
            self.column.setWidget(form)
            self.form = form
        form.show()

    def _let_go(self) -> None:
        if self.draft is not None and self.autosave is not None:
            self.autosave.state_changed.disconnect(self.show_save_state)
            self.draft.changed.disconnect(self._followed)

    # --- following -----------------------------------------------------------------------------------------------

    def _followed(self, _paths: object = None) -> None:
        draft, form = self.draft, self.form
        if draft is None or form is None:
            return
        self._show_standing(draft)
        begun = draft.undo_stack.count() > 0 or draft.sheet.saved_at is not None
        general = "\n".join(form.findings.general) if begun or form.strict else ""
        self.general.setVisible(bool(general))
        if general:
            self.general.set(general, Tone.WARN)
        self._show_count(draft, form)

    def _show_standing(self, draft: Draft) -> None:
        """Why the entry may only be looked at, and the mark it carries in this round."""
        sheet, sentences = draft.sheet, []
        self.moved.say(sheet)
        self.twins.say(tuple(title for _, title in sheet.twins) if draft.editable else (), kept_reason(draft))
        if isinstance(sheet.editable, NotEditable):
            sentences.append(why_read_only(sheet.editable.reason, sheet.submission, self.around.words))
        why = mark_reason(draft.definition, draft.entity, sheet.mark_reason, self.around.words)
        if sheet.mark == MarkState.NOT_RECEIVED.value:
            sentences.append(self.tr("No data received yet: {reason}").format(reason=why))
        elif sheet.mark == MarkState.ENDED.value:
            sentences.append(self.tr("Ended in this round: {reason}").format(reason=why))
        if sentences:
            self.banner.set("\n".join(sentences), Tone.INFO)
        self.banner.setVisible(bool(sentences))

    def _show_count(self, draft: Draft, form: RecordForm) -> None:
        found, words = form.findings, self.around.words
        if not draft.editable:
            self.count.hide()
            return
        if found.mistakes:
            text, tone = self.tr("{n} to correct").format(n=len(found.mistakes)), Tone.BAD
        elif found.explain:
            text, tone = self.tr("{n} to explain").format(n=len(found.explain)), Tone.WARN
        elif found.blanks:
            text, tone = self.tr("{n} left to fill in").format(n=len(found.blanks)), Tone.MUTED
        else:
            text, tone = self.tr("Complete"), Tone.MUTED
        self.count.set_text(words.digits(text))
        self.count.setStyleSheet(f"color: {theme().tokens.ink(tone)};")
        self.count.show()

    def spot(self) -> Spot:
        """Where the person is in the form."""
        return self.form.spot() if self.form is not None else Spot()

    def _box_entered(self) -> None:
        if self.autosave is not None:
            self.autosave.moved()

    def _save_now(self) -> None:
        if self.autosave is not None:
            self.autosave.flush()

    def _acted(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.acted.emit(sender.objectName())
